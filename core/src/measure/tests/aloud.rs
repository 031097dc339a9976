//! Routines to read aloud: would a good teacher compose them so?

use std::fmt::Write;

use super::*;

fn read(made: &Made) -> String {
    let mut text = format!("{}\n  {}\n", made.routine.name, made.routine.focus);
    for (segment, reason) in made.routine.segments.iter().zip(&made.reasons) {
        let (movement, variant) = form(segment);
        let form = if movement.variants.len() > 1 { format!(" ({})", variant.name) } else { String::new() };
        writeln!(text, "  {:>2}  {}{form}. {reason}", segment.minutes, movement.name).unwrap();
    }
    text
}

#[test]
fn routines_read_like_those_of_a_teacher() {
    let asked = [
        (5, Posture::Seated, None, DayKind::Ordinary),
        (5, Posture::Lying, Some("low-back"), DayKind::Sore),
        (10, Posture::Standing, Some("hips"), DayKind::Stiff),
        (10, Posture::Seated, Some("neck"), DayKind::Tense),
        (15, Posture::Seated, Some("low-back"), DayKind::Ordinary),
        (15, Posture::Seated, Some("hips"), DayKind::Sore),
        (15, Posture::Lying, None, DayKind::Tired),
        (20, Posture::Standing, None, DayKind::Ordinary),
        (20, Posture::Seated, Some("wrists"), DayKind::Tense),
        (30, Posture::Standing, Some("low-back"), DayKind::Stiff),
        (30, Posture::Seated, Some("shoulders"), DayKind::Tired),
        (45, Posture::Lying, Some("back-of-the-leg"), DayKind::Tense),
        (60, Posture::Standing, Some("whole-spine"), DayKind::Ordinary),
    ];
    let routines = asked.map(|(minutes, posture, area, day)| {
        let area = area.map(Into::into);
        let made = made(MeasureDraft { minutes, posture, area, avoid: vec![], day, seed: 7 });
        format!("{}\n{}", made.routine.id, read(&made))
    });
    insta::assert_snapshot!(routines.join("\n"));
}
