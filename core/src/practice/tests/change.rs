//! A change of mind in the middle: what was done stays.

use proptest::prelude::*;

use super::*;
use crate::practice::tests::compile::holds;

const ITEMS: [(usize, u16); 3] = [(0, 5), (2, 5), (3, 5)];

/// The cues up to a place, as far as they had begun.
fn begun(script: &Script, before_ms: u32) -> Vec<(u32, &CueAction)> {
    script.cues.iter().filter(|cue| cue.at_ms < before_ms).map(|cue| (cue.at_ms, &cue.action)).collect()
}

#[test]
fn with_less_time_the_rest_is_shorter_and_ends_when_it_was_asked_to() {
    let (sample, asked) = (Sample::new(&ITEMS), choices(15));
    let script = sample.compile(&asked);
    let anew = sample.change(&asked, &script, 120_000, &PracticeChange::Minutes { left: 5 });
    assert_eq!(anew.script.length_ms, 420_000);
    assert_eq!(anew.script.segments.len(), 3);
    assert_eq!(begun(&anew.script, anew.from_ms), begun(&script, anew.from_ms));
    assert!(said(&anew.script).iter().any(|(_, kind, _)| *kind == SayKind::Closing));
}

#[test]
fn another_manner_begins_with_the_next_loop_so_that_the_figure_never_jumps() {
    let (sample, asked) = (Sample::new(&ITEMS), choices(15));
    let script = sample.compile(&asked);
    let slower = Guidance { breath_ms: Some(12_000), ..Guidance::default() };
    let anew = sample.change(&asked, &script, 100_000, &PracticeChange::Guidance { guidance: slower });
    assert!(anew.from_ms >= 100_000 && anew.from_ms < 110_000);
    let moves: Vec<(u32, u16, u16)> = anew
        .script
        .cues
        .iter()
        .filter_map(|cue| match cue.action {
            CueAction::Move { from_permille, to_permille, .. } => {
                Some((cue.at_ms, from_permille, to_permille))
            }
            _ => None,
        })
        .collect();
    let first_segment = moves.iter().take_while(|(at_ms, _, _)| *at_ms < anew.script.segments[0].ends_ms);
    let phases: Vec<_> = first_segment.map(|(_, from, to)| (*from, to % 1_000)).collect();
    assert!(phases.windows(2).all(|pair| pair[0].1 == pair[1].0), "the figure jumps");
    assert_eq!(anew.script.length_ms, script.length_ms);
    // Nothing that was being done is announced again.
    let again = said(&anew.script)
        .into_iter()
        .filter(|(_, kind, text)| *kind == SayKind::Next && text.contains("wave"));
    assert_eq!(again.count(), 1);
}

#[test]
fn on_a_chair_the_rest_is_announced_and_goes_on() {
    let asked = Choices { posture: Posture::Standing, ..choices(15) };
    let sample = Sample::new(&[(0, 5), (1, 5), (3, 5)]);
    let script = sample.compile(&asked);
    let anew = sample.change(&asked, &script, 60_000, &PracticeChange::Seated);
    assert_eq!(anew.from_ms, 60_000);
    let postures: Vec<_> =
        anew.script.segments.iter().map(|it| (it.name.as_str(), it.posture, it.starts_ms)).collect();
    assert_eq!(postures[..2], [("wave", Posture::Standing, 0), ("wave", Posture::Seated, 60_000)]);
    assert!(postures[2..].iter().all(|(_, posture, _)| *posture == Posture::Seated));
    let heard: Vec<&str> =
        said(&anew.script).into_iter().filter(|said| said.0 >= 60_000).map(|said| said.2).collect();
    assert_eq!(heard[0], "Now on a chair. We go on with wave.");
    assert!(!heard.iter().any(|text| text.contains("Eyes open")));
}

#[test]
fn from_the_floor_getting_up_comes_first() {
    let mut sample = Sample::new(&[(9, 1), (3, 10), (10, 1)]);
    sample.routine.segments[0].presence = Presence::Lying;
    sample.routine.segments[2].presence = Presence::Lying;
    let asked = Choices { posture: Posture::Lying, ..choices(12) };
    let script = sample.compile(&asked);
    assert_eq!(script.segments[1].posture, Posture::Lying);
    let anew = sample.change(&asked, &script, 200_000, &PracticeChange::Seated);
    let names: Vec<_> = anew.script.segments.iter().map(|it| (it.name.as_str(), it.posture)).collect();
    let (get_down, still) = (("get-down", Posture::Standing), ("still", Posture::Lying));
    assert_eq!(names, [get_down, still, ("get-up", Posture::Lying), ("still", Posture::Seated)]);
    assert_eq!(anew.script.length_ms, script.length_ms);
}

#[test]
fn a_change_out_of_range_is_refused() {
    let (sample, asked) = (Sample::new(&ITEMS), choices(15));
    let script = sample.compile(&asked);
    let refused = |wanted: &PracticeChange| {
        sample.with(|source| change(source, &asked, &script, 0, wanted)).unwrap_err()
    };
    assert_eq!(refused(&PracticeChange::Minutes { left: 0 }).field, "change.left");
    let guidance = Guidance { breath_ms: Some(1), ..Guidance::default() };
    assert_eq!(refused(&PracticeChange::Guidance { guidance }).field, "guidance.breath_ms");
}

fn wanted() -> impl Strategy<Value = PracticeChange> {
    let manner = (4_000u32..=16_000).prop_map(|breath_ms| PracticeChange::Guidance {
        guidance: Guidance { breath_ms: Some(breath_ms), ..Guidance::default() },
    });
    prop_oneof![
        (1u16..=60).prop_map(|left| PracticeChange::Minutes { left }),
        Just(PracticeChange::Seated),
        manner
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn after_any_changes_the_timeline_holds_and_what_was_done_stays(
        items in prop::collection::vec((0usize..6, 1u16..10), 1..6),
        minutes in 1u16..=60, standing in any::<bool>(),
        changes in prop::collection::vec((0u32..1_000, wanted()), 1..4),
    ) {
        let sample = Sample::new(&items);
        let posture = if standing { Posture::Standing } else { Posture::Seated };
        let mut asked = Choices { posture, ..choices(minutes) };
        let mut script = sample.compile(&asked);
        let mut position_ms = 0;
        for (permille, wanted) in changes {
            position_ms += (script.length_ms - position_ms) / 1_000 * permille;
            let anew = sample.change(&asked, &script, position_ms, &wanted);
            prop_assert!(anew.from_ms >= position_ms);
            prop_assert_eq!(begun(&anew.script, anew.from_ms), begun(&script, anew.from_ms));
            if let PracticeChange::Minutes { left } = wanted {
                prop_assert_eq!(anew.script.length_ms, position_ms.min(script.length_ms - 1) + u32::from(left) * 60_000);
            } else {
                prop_assert_eq!(anew.script.length_ms, script.length_ms);
            }
            (asked, script) = (anew.choices, anew.script);
            holds(&script)?;
        }
    }
}
