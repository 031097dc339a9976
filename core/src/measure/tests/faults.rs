//! What is never broken, and how a request is refused instead.

use super::*;
use crate::catalogue::{MovementId, VariantId};
use crate::measure::{Bookend, Loosen, MeasureFault, Missing};

fn avoiding(ids: &[&str], minutes: u16) -> MeasureDraft {
    MeasureDraft { avoid: ids.iter().map(|id| (*id).into()).collect(), ..draft(minutes) }
}

#[track_caller]
fn refused(request: &MeasureRequest) -> (Missing, Vec<Loosen>, String) {
    let fault = made_to_measure(catalogue(), rules(), request).unwrap_err();
    match fault {
        MeasureFault::NothingFits { missing, loosen } => {
            let said = rules().refusal(missing, &loosen);
            (missing, loosen, said)
        }
        MeasureFault::Invalid(invalid) => panic!("{invalid}"),
    }
}

fn all_of(bookends: &[Bookend]) -> Vec<VariantId> {
    bookends.iter().map(|bookend| bookend.form.clone()).collect()
}

#[test]
fn another_breath_opens_where_the_first_is_avoided() {
    assert_eq!(ids(&made(avoiding(&["centring-breath"], 15)))[0], "coherent-breath");
}

#[test]
fn joints_are_taken_in_turn_from_thirty_minutes_on_and_palms_are_warmed_lying_down() {
    assert_eq!(ids(&made(draft(29)))[1], "warm-up");
    assert_eq!(ids(&made(draft(30)))[1], "joint-mobilization");
    assert_eq!(ids(&made(avoiding(&["joint-mobilization"], 30)))[1], "warm-up");
    assert_eq!(ids(&made(MeasureDraft { posture: Posture::Lying, ..draft(30) }))[1], "palm-warmth-start");
}

#[test]
fn the_closing_goes_by_the_length() {
    let closing = |draft| ids(&made(draft)).last().map(|id| (*id).to_owned()).unwrap();
    assert_eq!(closing(draft(5)), "closing-breath");
    assert_eq!(closing(draft(20)), "closing-energy-collection");
    assert_eq!(closing(draft(45)), "closing-meditation");
    assert_eq!(closing(avoiding(&["closing-breath"], 5)), "closing-energy-collection");
}

#[test]
fn nothing_opens_warms_up_or_closes_where_all_of_it_is_avoided() {
    let opening = avoiding(&["centring-breath", "coherent-breath"], 15);
    let expected = "No breathing is left to open the practice with. It works with fewer movements to avoid.";
    assert_eq!(refused(&request(opening)), (Missing::Opening, vec![Loosen::Avoid], expected.into()));

    let warm_up = avoiding(&["warm-up", "joint-mobilization", "palm-warmth-start"], 15);
    let (missing, loosen, _) = refused(&request(warm_up));
    assert_eq!((missing, loosen), (Missing::WarmUp, vec![Loosen::Minutes, Loosen::Avoid]));

    let closing = MeasureRequest::new(draft(15), all_of(&rules().closing), false);
    assert_eq!(refused(&closing).0, Missing::Closing);
}

#[test]
fn what_the_answers_leave_out_is_never_what_to_loosen() {
    let closing = MeasureRequest::new(draft(15), all_of(&rules().closing), false);
    let expected = "Nothing is left to close the practice with.";
    assert_eq!(refused(&closing), (Missing::Closing, vec![], expected.into()));
}

#[test]
fn a_part_of_the_body_for_which_nothing_is_left_is_refused() {
    let arms = |movement: &&Movement| {
        let areas = ["wrists", "hands", "arms", rules().everywhere.as_str()];
        movement.body_areas.iter().any(|area| areas.contains(&area.area.as_str()))
    };
    let frame: Vec<MovementId> = ["warm-up"].map(MovementId::from).into();
    let avoid: Vec<MovementId> =
        catalogue().movements().iter().filter(arms).map(|movement| movement.id.clone()).collect();
    let avoid = avoid.into_iter().filter(|id| !frame.contains(id)).collect();
    let wrists = MeasureDraft { area: Some("wrists".into()), avoid, ..draft(15) };
    let (missing, loosen, said) = refused(&request(wrists));
    assert_eq!((missing, loosen), (Missing::Area, vec![Loosen::Area, Loosen::Avoid]));
    assert!(said.starts_with("Nothing for this part of the body, or close to it, is left. Another part"));
}

#[test]
fn minutes_that_too_little_is_left_for_are_refused() {
    let kept = ["centring-breath", "warm-up", "closing-breath", "shoulder-circles"];
    let all = catalogue().movements().iter().map(|movement| movement.id.clone());
    let avoid = all.filter(|id| !kept.contains(&id.as_str())).collect();
    let (missing, loosen, _) = refused(&request(MeasureDraft { avoid, ..draft(60) }));
    assert_eq!((missing, loosen), (Missing::Minutes, vec![Loosen::Minutes, Loosen::Avoid]));
}

#[test]
fn what_is_made_of_something_avoided_is_avoided_with_it() {
    let forward_fold: Vec<VariantId> = vec!["forward-fold".into()];
    for seed in 0..300 {
        let draft = MeasureDraft { seed, day: DayKind::Stiff, ..draft(45) };
        let made =
            made_to_measure(catalogue(), rules(), &MeasureRequest::new(draft, forward_fold.clone(), false));
        assert!(!ids(&made.unwrap()).contains(&"full-spinal-flow"));
    }
}

#[test]
fn what_belongs_to_an_avoided_family_is_avoided_with_it() {
    for seed in 0..100 {
        let made = made(MeasureDraft { seed, ..avoiding(&["qi-circulation-exercises"], 45) });
        let ids = ids(&made);
        let members = ["opening-the-gates", "silk-reeling", "wrist-figure-eight", "hip-circles-sink-qi"];
        assert!(members.iter().all(|id| !ids.contains(id)), "{ids:?}");
    }
}

#[test]
fn a_part_of_the_body_with_nothing_for_itself_is_reached_from_close_by() {
    let reason = |area: &str, day| {
        let made = made(MeasureDraft { area: Some(area.into()), day, seed: 7, ..draft(15) });
        made.reasons[2].clone()
    };
    let expected = "Nothing made for the hips fits today, so this comes close by way of the pelvis.";
    assert_eq!(reason("hips", DayKind::Sore), expected);
    let expected = "Nothing made for the elbows fits today, so this comes close by way of the hands.";
    assert_eq!(reason("elbows", DayKind::Sore), expected);
    let expected = "Nothing made for the joints fits today, so this comes close by way of the hips.";
    assert_eq!(reason("joints", DayKind::Ordinary), expected);
}
