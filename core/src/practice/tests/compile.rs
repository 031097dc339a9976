//! From a routine and choices to a timeline.

use proptest::prelude::*;

use super::*;

#[test]
fn a_short_form_shares_its_seconds_by_largest_remainder() {
    let seconds = |items: &[(usize, u16)], minutes| -> Vec<u32> {
        let script = script_of(items, &choices(minutes));
        script.segments.iter().map(|segment| (segment.ends_ms - segment.starts_ms) / 1_000).collect()
    };
    let phase_one = [(3, 5), (0, 3), (2, 5), (1, 5), (3, 2)];
    let phase_two = [(3, 3), (2, 5), (0, 5), (1, 5), (3, 3)];
    let phase_three = [(3, 3), (0, 8), (2, 5), (1, 5), (3, 5)];
    assert_eq!(seconds(&phase_one, 10), [150, 90, 150, 150, 60]);
    assert_eq!(seconds(&phase_two, 15), [129, 214, 214, 214, 129]);
    assert_eq!(seconds(&phase_three, 10), [69, 185, 116, 115, 115]);
    assert_eq!(seconds(&phase_three, 15), [104, 277, 173, 173, 173]);
}

#[test]
fn what_is_out_of_range_is_refused_with_its_field() {
    let refused =
        |choices: &Choices| Sample::new(&[(0, 5)]).with(|source| compile(source, choices)).unwrap_err().field;
    let pacer = |pace_tenths, in_percent| {
        guided(5, Guidance { pacer: Some(Pacer { pace_tenths, in_percent }), ..Guidance::default() })
    };
    assert_eq!(refused(&Choices { leave_out: vec!["wave".into()], ..choices(5) }), "choices.leave_out");
    assert_eq!(refused(&choices(0)), "choices.minutes");
    assert_eq!(refused(&breathing(5, 3_999)), "guidance.breath_ms");
    assert_eq!(refused(&pacer(85, 50)), "guidance.pacer.pace_tenths");
    assert_eq!(refused(&pacer(52, 50)), "guidance.pacer.pace_tenths");
    assert_eq!(refused(&pacer(55, 60)), "guidance.pacer.in_percent");
}

fn breathing(minutes: u16, breath_ms: u32) -> Choices {
    guided(minutes, Guidance { breath_ms: Some(breath_ms), ..Guidance::default() })
}

#[test]
fn what_belongs_to_lying_down_comes_only_where_the_practice_is_led_lying() {
    let mut sample = Sample::new(&[(0, 1), (3, 4)]);
    sample.routine.segments[0].presence = Presence::Lying;
    let names = |posture| {
        let script = sample.compile(&Choices { posture, ..choices(5) });
        assert_eq!(script.length_ms, 300_000);
        script.segments.iter().map(|segment| segment.variant.0.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(Posture::Lying), ["wave", "still"]);
    assert_eq!(names(Posture::Seated), ["still"]);
    let switched_off = Choices { posture: Posture::Lying, leave_out: vec!["wave".into()], ..choices(5) };
    assert_eq!(sample.compile(&switched_off).segments.len(), 1);
}

#[test]
fn nobody_is_led_faster_than_is_gentle() {
    let script = script_of(&[(4, 5)], &breathing(5, 4_000));
    let moves = script.cues.iter().filter_map(|cue| match cue.action {
        CueAction::Move { .. } => Some(cue.length_ms),
        _ => None,
    });
    assert!(moves.clone().count() > 10);
    assert!(moves.clone().all(|length_ms| length_ms >= 6_000), "{:?}", moves.min());
}

#[test]
fn what_goes_around_a_practice_adds_to_its_minutes_and_comes_in_order() {
    let all = Guidance { warm_up: true, gratitude: true, intention: true, ..Guidance::default() };
    let script = script_of(&[(0, 5), (3, 5)], &guided(10, all.clone()));
    let names: Vec<_> =
        script.segments.iter().map(|segment| (segment.name.as_str(), segment.around)).collect();
    let around = [("thanks", true), ("aim", true), ("warm", true)];
    assert_eq!(names, [&around[..], &[("wave", false), ("still", false), ("thanks", true)]].concat());
    assert_eq!(script.length_ms, 600_000 + 4 * 300_000);
    // A routine that warms up by itself is not warmed up twice.
    let script =
        script_of(&[(6, 2), (0, 5)], &guided(7, Guidance { gratitude: false, intention: false, ..all }));
    assert_eq!(script.length_ms, 420_000);
}

#[test]
fn less_voice_says_less_and_never_less_of_what_keeps_one_safe() {
    let kinds = |voice| {
        let choices =
            Choices { posture: Posture::Standing, ..guided(10, Guidance { voice, ..Guidance::default() }) };
        let script = script_of(&[(0, 5), (1, 5)], &choices);
        let mut kinds: Vec<SayKind> = said(&script).into_iter().map(|(_, kind, _)| kind).collect();
        kinds.dedup();
        kinds
    };
    use SayKind::{Care, Closing, HalfWay, LastMinute, Next, Reminder, Step, Stillness};
    let has = |kinds: &[SayKind], wanted: &[SayKind]| wanted.iter().all(|kind| kinds.contains(kind));
    let (full, key, quiet) = (kinds(VoiceDetail::Full), kinds(VoiceDetail::Key), kinds(VoiceDetail::Quiet));
    assert!(has(&full, &[Next, Care, Step, Reminder, HalfWay, LastMinute, Closing]), "{full:?}");
    assert!(has(&key, &[Next, Care, Step, HalfWay, LastMinute, Closing]), "{key:?}");
    assert!(!key.contains(&Reminder) && !key.contains(&Stillness), "{key:?}");
    assert_eq!(quiet, [Next, Care, Next, Care, Closing]);
}

#[test]
fn reminders_come_after_the_steps_and_ever_more_seldom() {
    let script = script_of(&[(0, 10)], &choices(10));
    let all = said(&script);
    let last_step = all.iter().rposition(|(_, kind, _)| *kind == SayKind::Step).unwrap();
    let reminders: Vec<u32> = all
        .iter()
        .filter(|(_, kind, text)| *kind == SayKind::Reminder && text.ends_with(" 0"))
        .map(|said| said.0)
        .collect();
    assert!(reminders.iter().all(|at_ms| *at_ms > all[last_step].0));
    let gaps: Vec<u32> = reminders.windows(2).map(|pair| (pair[1] - pair[0] + 4_000) / 8_000).collect();
    assert!(
        gaps.len() > 3 && gaps.windows(2).all(|pair| pair[0] <= pair[1]) && gaps[0] < *gaps.last().unwrap(),
        "{gaps:?}"
    );
}

#[test]
fn ones_own_breath_is_shown_and_not_timed() {
    let script = script_of(&[(0, 5)], &guided(5, Guidance { breath_ms: None, ..Guidance::default() }));
    let breaths: Vec<Breath> = breaths(&script).into_iter().map(|(_, _, breath)| breath).collect();
    assert!(breaths[0] == Breath::Own && breaths[1..].iter().all(|breath| *breath == Breath::Natural));
    assert!(
        !script
            .cues
            .iter()
            .any(|cue| matches!(cue.action, CueAction::Touch { touch: Touch::In | Touch::Out }))
    );
    assert!(said(&script).iter().all(|(_, kind, _)| *kind != SayKind::Reminder));
}

fn breaths(script: &Script) -> Vec<(u32, u32, Breath)> {
    let breath = |cue: &Cue| match cue.action {
        CueAction::Breathe { breath } => Some((cue.at_ms, cue.length_ms, breath)),
        _ => None,
    };
    script.cues.iter().filter_map(breath).collect()
}

#[test]
fn the_pacer_breathes_where_no_movement_does_and_nowhere_else() {
    let pacer = Pacer { pace_tenths: 60, in_percent: 40 };
    let asked = guided(10, Guidance { pacer: Some(pacer), ..Guidance::default() });
    let script = script_of(&[(0, 5), (3, 5)], &asked);
    let still = &script.segments[1];
    let paced: Vec<_> =
        breaths(&script).into_iter().filter(|(at_ms, _, _)| *at_ms >= still.starts_ms).collect();
    assert_eq!(paced[0].1, 4_000);
    assert_eq!(paced[1].1, 6_000);
    let without = script_of(&[(0, 5), (3, 5)], &choices(10));
    let of_movement = |script: &Script| {
        let until = script.cues.iter().rfind(|cue| matches!(cue.action, CueAction::Move { .. })).unwrap();
        let until = until.at_ms + until.length_ms;
        breaths(script).into_iter().filter(|(at_ms, _, _)| *at_ms < until).collect::<Vec<_>>()
    };
    assert_eq!(of_movement(&script), of_movement(&without));
}

#[test]
fn a_breath_can_be_felt_and_heard_where_that_is_wanted() {
    let script = |wanted| {
        let guidance = Guidance { breath_chimes: wanted, touches: wanted, ..Guidance::default() };
        script_of(&[(0, 5)], &guided(5, guidance))
    };
    let count = |script: &Script, wanted: &dyn Fn(&CueAction) -> bool| {
        script.cues.iter().filter(|cue| wanted(&cue.action)).count()
    };
    let is_in = |action: &CueAction| matches!(action, CueAction::Breathe { breath: Breath::In });
    let (quiet, led) = (script(false), script(true));
    let ins = count(&quiet, &is_in);
    assert!(ins > 20);
    assert_eq!(count(&quiet, &|action| matches!(action, CueAction::Touch { .. })), 0);
    assert_eq!(
        count(&quiet, &|action| matches!(action, CueAction::Chime { chime: Chime::In | Chime::Out })),
        0
    );
    assert_eq!(count(&led, &|action| matches!(action, CueAction::Touch { touch: Touch::In })), ins);
    assert_eq!(count(&led, &|action| matches!(action, CueAction::Touch { touch: Touch::End })), 1);
    assert_eq!(count(&led, &|action| matches!(action, CueAction::Chime { chime: Chime::In })), ins);
}

#[test]
fn the_other_side_comes_first_where_it_is_wanted() {
    let first = |other_side_first| {
        let script = script_of(&[(5, 5)], &guided(5, Guidance { other_side_first, ..Guidance::default() }));
        let moves = script.cues.iter().filter_map(|cue| match cue.action {
            CueAction::Move { from_permille, .. } => Some(from_permille),
            _ => None,
        });
        moves.take(3).collect::<Vec<_>>()
    };
    assert_eq!(first(false), [0, 500, 0]);
    assert_eq!(first(true), [500, 0, 500]);
}

#[test]
fn there_is_time_to_change_posture_before_anything_moves() {
    let script = script_of(&[(2, 5), (10, 2)], &Choices { posture: Posture::Standing, ..choices(7) });
    let standing = &script.segments[1];
    let first = script
        .cues
        .iter()
        .find(|cue| cue.at_ms >= standing.starts_ms && matches!(cue.action, CueAction::Move { .. }));
    assert!(first.unwrap().at_ms >= standing.starts_ms + 10_000);
}

#[test]
fn standing_is_said_with_eyes_open_and_a_chair() {
    let standing = Choices { posture: Posture::Standing, ..choices(10) };
    let script = script_of(&[(0, 5), (2, 5)], &standing);
    assert_eq!(script.segments[0].posture, Posture::Standing);
    // Rowing is done on a chair, whatever was asked for, and the change of posture is said.
    assert_eq!(script.segments[1].posture, Posture::Seated);
    let said = |text: &str| script.cues.iter().filter(|cue| is_said(cue, text)).count();
    assert_eq!(said("Eyes open, a chair within reach."), 1);
    assert_eq!(said("Now on a chair. Next: row."), 1);
}

fn is_said(cue: &Cue, sentence: &str) -> bool {
    matches!(&cue.action, CueAction::Say { text, .. } if text == sentence)
}

/// Any guidance there can be.
fn guidances() -> impl Strategy<Value = Guidance> {
    let pacer =
        (6u16..=16, 30u8..=50).prop_map(|(fives, in_percent)| Pacer { pace_tenths: fives * 5, in_percent });
    let voice = prop::sample::select(vec![VoiceDetail::Full, VoiceDetail::Key, VoiceDetail::Quiet]);
    let breath = prop::option::weighted(0.8, 4_000u32..=16_000);
    (breath, voice, prop::option::of(pacer), any::<[bool; 6]>()).prop_map(|(breath_ms, voice, pacer, on)| {
        Guidance {
            breath_ms,
            voice,
            pacer,
            breath_chimes: on[0],
            touches: on[5],
            other_side_first: on[1],
            warm_up: on[2],
            gratitude: on[3],
            intention: on[4],
        }
    })
}

fn postures() -> impl Strategy<Value = Posture> {
    prop::sample::select(vec![Posture::Seated, Posture::Standing, Posture::Lying])
}

/// What holds for every timeline, also one that was made anew in the middle.
pub(super) fn holds(script: &Script) -> Result<(), TestCaseError> {
    let mut end = 0;
    for segment in &script.segments {
        prop_assert_eq!(segment.starts_ms, end);
        prop_assert!(segment.ends_ms >= segment.starts_ms);
        end = segment.ends_ms;
    }
    prop_assert_eq!(end, script.length_ms);
    prop_assert!(script.cues.windows(2).all(|pair| pair[0].at_ms <= pair[1].at_ms));
    prop_assert!(script.cues.iter().all(|cue| cue.at_ms + cue.length_ms <= script.length_ms));
    let of = |wanted: fn(&CueAction) -> bool| {
        script.cues.iter().filter(move |cue| wanted(&cue.action)).collect::<Vec<_>>()
    };
    for lane in [
        of(|action| matches!(action, CueAction::Say { .. })),
        of(|action| matches!(action, CueAction::Breathe { .. })),
        of(|action| matches!(action, CueAction::Move { .. })),
    ] {
        prop_assert!(lane.windows(2).all(|pair| pair[0].at_ms + pair[0].length_ms <= pair[1].at_ms));
    }
    let twice = |pair: &[(u32, u32, Breath)]| {
        let ((at_ms, length_ms, breath), (then_ms, _, then)) = (pair[0], pair[1]);
        at_ms + length_ms == then_ms && breath == then && matches!(breath, Breath::In | Breath::Out)
    };
    prop_assert!(
        !breaths(script).windows(2).any(twice),
        "two in-breaths or two out-breaths follow each other"
    );
    Ok(())
}

/// Every movement that has time for it is announced, and standing and walking with what keeps one safe.
fn announces(script: &Script) -> Result<(), TestCaseError> {
    let all = said(script);
    for segment in script.segments.iter().filter(|segment| segment.ends_ms - segment.starts_ms >= 12_000) {
        let inside = |at_ms: u32| (segment.starts_ms..segment.ends_ms).contains(&at_ms);
        let heard = |wanted: SayKind| all.iter().any(|(at_ms, kind, _)| inside(*at_ms) && *kind == wanted);
        prop_assert!(heard(SayKind::Next), "{} is not announced", segment.name);
        if matches!(segment.posture, Posture::Standing | Posture::Walking) {
            prop_assert!(heard(SayKind::Care), "{} is not safe", segment.name);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_script_is_exact_ordered_and_speaks_with_one_voice(
        items in prop::collection::vec((0usize..6, 1u16..20), 1..8),
        minutes in 1u16..=120, guidance in guidances(), posture in postures(),
    ) {
        let asked = Choices { posture, ..guided(minutes, guidance) };
        let script = script_of(&items, &asked);
        holds(&script)?;
        announces(&script)?;
        let stated: u32 = script.segments.iter().filter(|it| !it.around).map(|it| it.ends_ms - it.starts_ms).sum();
        prop_assert_eq!(stated, u32::from(minutes) * 60_000);
    }

    #[test]
    fn breaths_alternate_and_none_is_stretched_by_more_than_a_tenth(
        minutes in 1u16..=60, breath_ms in 4_000u32..=16_000,
    ) {
        let script = script_of(&[(0, 5), (2, 5)], &breathing(minutes, breath_ms));
        for segment in &script.segments {
            let inside = |at_ms: u32| (segment.starts_ms..segment.ends_ms).contains(&at_ms);
            let led: Vec<_> = breaths(&script)
                .into_iter()
                .filter(|(at_ms, _, breath)| inside(*at_ms) && *breath != Breath::Natural)
                .collect();
            prop_assert_eq!(led.len() % 2, 0);
            for pair in led.chunks(2) {
                prop_assert_eq!((pair[0].2, pair[1].2), (Breath::In, Breath::Out));
                let whole = i64::from(pair[0].1 + pair[1].1);
                // A millisecond of rounding at either end.
                prop_assert!((whole - i64::from(breath_ms)).abs() <= i64::from(breath_ms) / 10 + 2);
            }
        }
    }
}
