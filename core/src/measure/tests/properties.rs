//! What holds for every routine.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::super::choose::areas;
use super::super::request::POSTURES;
use super::*;
use crate::catalogue::{AreaId, MovementId, Origin, Sides, VariantId};
use crate::measure::{Bookend, FormRule, MeasureFault};

fn movements() -> Vec<MovementId> {
    catalogue().movements().iter().map(|movement| movement.id.clone()).collect()
}

fn variants() -> Vec<VariantId> {
    catalogue().movements().iter().flat_map(|one| &one.variants).map(|variant| variant.id.clone()).collect()
}

fn any_area() -> impl Strategy<Value = Option<AreaId>> {
    let areas: Vec<AreaId> = all_areas().into_iter().map(AreaId::from).collect();
    proptest::option::weighted(0.8, select(areas))
}

fn any_request() -> impl Strategy<Value = MeasureRequest> {
    let wish = (5_u16..=60, select(POSTURES.to_vec()), any_area(), select(DayKind::ALL.to_vec()));
    // Most people leave out little; some leave out much.
    let few = (subsequence(movements(), 0..4), subsequence(variants(), 0..3));
    let many = (subsequence(movements(), 0..40), subsequence(variants(), 0..20));
    let without = prop_oneof![3 => few, 1 => many];
    (wish, without, any::<u32>(), any::<bool>()).prop_map(|(wish, (avoid, leave_out), seed, seated_only)| {
        let (minutes, posture, area, day) = wish;
        let seated_only = seated_only && posture != Posture::Standing;
        MeasureRequest::new(MeasureDraft { minutes, posture, area, avoid, day, seed }, leave_out, seated_only)
    })
}

fn rule(segment: &Segment) -> &'static FormRule {
    rules().forms.iter().find(|rule| rule.form == segment.variant).unwrap()
}

fn is_one_of(segment: &Segment, bookends: &[Bookend]) -> bool {
    bookends.iter().any(|bookend| bookend.form == segment.variant)
}

fn is_for(segment: &Segment, area: &AreaId) -> bool {
    form(segment).0.body_areas.iter().any(|one| one.area == *area)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_routine_keeps_to_what_was_asked(request in any_request()) {
        let Ok(made) = made_to_measure(catalogue(), rules(), &request) else { return Ok(()) };
        let (routine, draft) = (&made.routine, &request.draft);
        prop_assert_eq!(routine.minutes, draft.minutes);
        prop_assert_eq!(routine.segments.iter().map(|segment| segment.minutes).sum::<u16>(), draft.minutes);
        prop_assert!(routine.segments.iter().all(|segment| segment.minutes > 0));

        prop_assert!(is_one_of(&routine.segments[0], &rules().opening));
        prop_assert!(is_one_of(routine.segments.last().unwrap(), &rules().closing));
        prop_assert_eq!(draft.minutes >= 10, is_one_of(&routine.segments[1], &rules().warm_up)
            && !between(&made).iter().any(|segment| std::ptr::eq(segment, &routine.segments[1])));
        prop_assert!(!between(&made).is_empty());

        for segment in &routine.segments {
            let (movement, variant) = form(segment);
            prop_assert_eq!(&segment.movement, &movement.id);
            prop_assert!(variant.postures.iter().any(|offer| offer.posture == draft.posture));
            prop_assert!(!request.leave_out.contains(&segment.variant));
            prop_assert!(!draft.avoid.contains(&segment.movement));
            for part in &movement.parts {
                prop_assert!(!request.leave_out.contains(part));
                prop_assert!(!draft.avoid.contains(&catalogue().variant(part).unwrap().0.id));
            }
            prop_assert_eq!(&segment.minutes_origin, &Origin::Proposed);
        }
        let different: BTreeSet<_> = routine.segments.iter().map(|segment| &segment.movement).collect();
        prop_assert_eq!(different.len(), routine.segments.len());
        prop_assert_eq!((&routine.origin, &routine.minutes_origin), (&Origin::Proposed, &Origin::Proposed));

        prop_assert_eq!(made.reasons.len(), routine.segments.len());
        for text in made.reasons.iter().chain([&routine.name, &routine.focus]) {
            prop_assert!(!text.is_empty() && !text.contains(['{', '}']) && !text.contains("  "), "{}", text);
        }
    }

    #[test]
    fn what_lies_between_alternates_and_suits_the_day(request in any_request()) {
        let Ok(made) = made_to_measure(catalogue(), rules(), &request) else { return Ok(()) };
        let between = between(&made);
        for segment in between {
            let rule = rule(segment);
            prop_assert!(rule.days.contains_key(&request.draft.day));
            prop_assert!((rule.least..=rule.most).contains(&segment.minutes));
            prop_assert!(form(segment).1.sides == Sides::Both || segment.minutes % 2 == 0);
        }
        for pair in between.windows(2) {
            let apart = form(&pair[0]).0.body_areas.iter().all(|area| !is_for(&pair[1], &area.area));
            prop_assert!(apart || rule(&pair[0]).way != rule(&pair[1]).way);
            let turns = |segment: &Segment| form(segment).1.sides == Sides::InTurn;
            prop_assert!(!(turns(&pair[0]) && turns(&pair[1])));
        }
    }

    #[test]
    fn the_part_of_the_body_comes_first_and_most(request in any_request()) {
        let Some(area) = request.draft.area.clone() else { return Ok(()) };
        let Ok(made) = made_to_measure(catalogue(), rules(), &request) else { return Ok(()) };
        let between = between(&made);
        if !between.iter().any(|segment| is_for(segment, &area)) {
            // Nothing for the part itself was possible: then something close to it leads.
            let near = &mut rules().near[&area].iter().chain([&rules().everywhere]);
            prop_assert!(near.any(|near| is_for(&between[0], near)));
            return Ok(());
        }
        prop_assert!(is_for(&between[0], &area));
        // A form for the part gets as many minutes as any other, up to its own most.
        let others = between.iter().filter(|segment| !is_for(segment, &area)).map(|segment| segment.minutes);
        let longest = others.max().unwrap_or(0);
        for segment in between.iter().filter(|segment| is_for(segment, &area)) {
            let full = segment.minutes + 2 > rule(segment).most;
            prop_assert!(full || segment.minutes + 1 >= longest, "{:?}", made);
        }
    }

    #[test]
    fn the_same_request_gives_the_same_routine_and_its_id_is_enough(request in any_request()) {
        let id = request.routine_id();
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-+/".contains(c);
        prop_assert!(id.as_str().starts_with("made/") && id.as_str().chars().all(plain), "{}", id);
        prop_assert_eq!(MeasureRequest::of(&id), Some(request.clone()));
        let first = made_to_measure(catalogue(), rules(), &request);
        let again = made_to_measure(catalogue(), rules(), &MeasureRequest::of(&id).unwrap());
        prop_assert_eq!(&first, &again);
        prop_assert!(first.map_or(true, |made| made.routine.id == id));
    }

    #[test]
    fn the_order_of_files_and_rules_changes_nothing(request in any_request()) {
        let mut turned = rules().clone();
        turned.forms.reverse();
        let first = made_to_measure(catalogue(), rules(), &request);
        prop_assert_eq!(first, made_to_measure(catalogue(), &turned, &request));
    }

    #[test]
    fn what_a_refusal_says_to_change_helps(request in any_request()) {
        let Err(MeasureFault::NothingFits { loosen, .. }) = made_to_measure(catalogue(), rules(), &request)
        else { return Ok(()) };
        let mut less = request.clone();
        less.draft.avoid.clear();
        let helps = made_to_measure(catalogue(), rules(), &less).is_ok();
        prop_assert_eq!(loosen.contains(&crate::measure::Loosen::Avoid), helps && !request.draft.avoid.is_empty());
    }
}

#[test]
fn with_nothing_left_out_there_is_a_routine_for_every_length_posture_part_and_day() {
    let areas: Vec<Option<AreaId>> =
        all_areas().into_iter().map(|area| Some(AreaId::from(area))).chain([None]).collect();
    for minutes in [5, 6, 7, 8, 9, 10, 11, 15, 20, 25, 30, 45, 59, 60] {
        for (posture, day) in POSTURES.into_iter().flat_map(|posture| DayKind::ALL.map(|day| (posture, day)))
        {
            for area in &areas {
                let draft = MeasureDraft { posture, area: area.clone(), day, ..draft(minutes) };
                let made = made_to_measure(catalogue(), rules(), &request(draft.clone()));
                assert!(made.is_ok(), "{draft:?}: {made:?}");
            }
        }
    }
}

#[test]
fn another_seed_gives_another_routine_somewhere_but_not_another_frame() {
    let routines: BTreeSet<Vec<String>> = (0..20)
        .map(|seed| {
            let made = made(MeasureDraft { seed, ..draft(20) });
            assert_eq!((ids(&made)[0], ids(&made)[1]), ("centring-breath", "warm-up"));
            ids(&made).into_iter().map(str::to_owned).collect()
        })
        .collect();
    assert!(routines.len() > 10, "{routines:#?}");
}

#[test]
fn every_form_of_the_rules_comes_somewhere() {
    let mut unseen: BTreeSet<&str> = rules().forms.iter().map(|rule| rule.form.as_str()).collect();
    for day in DayKind::ALL {
        for posture in POSTURES {
            for seed in 0..60 {
                let made = made(MeasureDraft { day, posture, seed, ..draft(45) });
                for segment in between(&made) {
                    unseen.remove(segment.variant.as_str());
                }
            }
        }
    }
    assert_eq!(unseen, BTreeSet::new());
}

/// A form that gets its least minutes still moves: one loop at the usual breath fits after the longest lead-in,
/// shortened by a tenth.
#[test]
fn the_least_minutes_hold_a_whole_loop() {
    const USUAL_BREATH_MS: u32 = 8_000;
    let rules = rules();
    let around = rules.opening.iter().chain(&rules.warm_up).chain(&rules.closing);
    let around = around.map(|bookend| (&bookend.form, bookend.least));
    for (id, least) in rules.forms.iter().map(|rule| (&rule.form, rule.least)).chain(around) {
        let (_, variant) = catalogue().variant(id).unwrap();
        let loop_ms = USUAL_BREATH_MS * u32::from(variant.breaths_per_loop);
        assert!(u32::from(least) * 60_000 * 3 / 4 >= loop_ms * 9 / 10, "{id}");
    }
}

#[test]
fn routines_can_be_made_for_the_parts_that_forms_are_for() {
    let areas = areas(catalogue(), rules());
    assert!(areas.contains(&"low-back".into()) && areas.contains(&"wrists".into()));
    assert!(
        !areas.contains(&"knees".into()),
        "only Duck Walking is for them, and nothing is made for walking"
    );
    for area in areas {
        let routine = made(MeasureDraft { area: Some(area.clone()), ..draft(20) }).routine;
        assert_eq!(routine.body_areas[0].area, area);
    }
}
