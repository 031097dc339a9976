//! The scripts of the plan's routines, whole, as a person in week 1 and week 9 is led through them.
#![allow(clippy::unwrap_used)] // helpers of tests may; clippy sees only the test functions themselves

use mingmen_core::catalogue::Posture;
use mingmen_core::mingmen::{Mingmen, OpenOptions};
use mingmen_core::practice::{Choices, CueAction, Script};
use mingmen_core::zone::Now;

fn script(routine: &str, minutes: u16, posture: Posture, leave_out: &[&str]) -> Script {
    let folder = tempfile::tempdir().unwrap();
    let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    let options = OpenOptions {
        path: folder.path().join("mingmen.db").to_string_lossy().into_owned(),
        seed: vec![7; 32],
        locale: "en".into(),
        country: "GB".into(),
    };
    let leave_out = leave_out.iter().map(|id| (*id).into()).collect();
    let choices = Choices { leave_out, ..Choices::usual(minutes, posture) };
    Mingmen::open(&options, &now).unwrap().compile_script(&routine.into(), &choices).unwrap()
}

/// A script as one would read it aloud: a line for each cue, with its place in minutes and seconds.
fn read(script: &Script) -> String {
    let mut lines = vec![format!("{}, {}", script.title, place(script.length_ms))];
    for cue in &script.cues {
        let what = match &cue.action {
            CueAction::Say { text, .. } => format!("say      {text}"),
            CueAction::Breathe { breath } => format!("breathe  {breath:?}, {}", place(cue.length_ms)),
            CueAction::Move { text, from_permille, to_permille } => {
                format!("move     {text} ({from_permille} to {to_permille}), {}", place(cue.length_ms))
            }
            CueAction::Chime { chime } => format!("chime    {chime:?}"),
            CueAction::Touch { touch } => format!("touch    {touch:?}"),
        };
        lines.push(format!("{} {what}", place(cue.at_ms)));
    }
    lines.join("\n")
}

fn place(ms: u32) -> String {
    format!("{}:{:02}.{:03}", ms / 60_000, ms / 1_000 % 60, ms % 1_000)
}

#[test]
fn ten_minutes_of_week_one_read_like_this() {
    insta::assert_snapshot!(read(&script("routine-phase-1", 10, Posture::Seated, &[])));
}

#[test]
fn twenty_six_minutes_of_week_nine_read_like_this_standing() {
    insta::assert_snapshot!(read(&script("routine-phase-3", 26, Posture::Standing, &[])));
}

#[test]
fn a_person_who_leaves_the_fold_out_never_hears_of_it() {
    let whole = read(&script("routine-phase-3", 26, Posture::Seated, &[]));
    let without = read(&script("routine-phase-3", 26, Posture::Seated, &["forward-fold"]));
    assert!(whole.contains("Fold a little way forward"));
    assert!(!without.contains("move     Fold"));
    assert!(!without.contains("fold a little way"), "{without}");
}
