//! What goes in comes out, after the file was closed and opened again.

use proptest::prelude::*;

use super::own_samples::*;
use super::samples::*;
use crate::own::NoteId;
use crate::plan::{Enrolment, EnrolmentId};
use crate::practice::{PlayerState, PracticeId};
use crate::store::{Store, StoreError};
use crate::zone::CivilDate;

/// Writes nothing more, and asks a store that has forgotten everything it had in memory.
fn reopened(place: &Place, store: Store) -> Store {
    store.close().unwrap();
    drop(store);
    place.open()
}

#[test]
fn a_new_store_has_nothing() {
    let place = Place::new();
    let store = place.open();
    store
        .read(|r| {
            assert_eq!(r.latest_screening()?, None);
            assert_eq!(r.latest_about_you()?, None);
            assert_eq!(r.latest_clearance()?, None);
            assert_eq!(r.enrolments()?, []);
            assert_eq!(r.open_practice()?, None);
            assert_eq!(r.practices_between(CivilDate::MIN..=CivilDate::MAX)?, []);
            assert_eq!(r.check_ins_between(CivilDate::MIN..=CivilDate::MAX)?, []);
            assert!(!r.has_any_practice()?);
            assert_eq!(r.practice(&PracticeId(id(1)))?, None);
            assert_eq!(r.check_ins_of(&PracticeId(id(1)))?, []);
            assert_eq!(r.own_routines()?, []);
            assert_eq!(r.own_routine(&own_routine(1, 1).id)?, None);
            assert_eq!(r.own_routine_at(&own_routine(1, 1).at())?, None);
            assert_eq!(r.notes_between(CivilDate::MIN..=CivilDate::MAX)?, []);
            assert_eq!(r.note(&NoteId(id(1)))?, None);
            assert_eq!(r.latest_body_check()?, None);
            assert_eq!(r.figure_choices()?, None);
            assert_eq!(r.noted_signs_between(CivilDate::MIN..=CivilDate::MAX)?, []);
            assert_eq!(r.offer_answers()?, []);
            assert_eq!(r.days_after()?, []);
            assert_eq!(r.verify()?, []);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn answers_to_offers_come_back_in_the_order_in_which_they_were_given() {
    let place = Place::new();
    let store = place.open();
    let (first, mut then) = (offer_answer(), offer_answer());
    then.answered_at += chrono::Duration::milliseconds(1);
    (then.enrolment, then.accepted) = (None, true);
    store
        .write(|w| {
            w.insert_offer_answer(&id(9), &then)?;
            w.insert_offer_answer(&id(10), &first)?;
            w.insert_day_after(&id(11), &day_after())
        })
        .unwrap();
    let store = reopened(&place, store);
    assert_eq!(store.read(|r| r.offer_answers()).unwrap(), [first, then]);
    assert_eq!(store.read(|r| r.days_after()).unwrap(), [day_after()]);
}

#[test]
fn the_answers_given_last_are_the_ones_that_count_in_whatever_order_they_arrive() {
    let place = Place::new();
    let store = place.open();
    let (older, newer) = (screening(), {
        let mut again = screening();
        again.answered_at += chrono::Duration::milliseconds(1);
        again.ticked.clear();
        again
    });
    store
        .write(|w| {
            w.insert_screening(&id(9), &newer)?;
            w.insert_screening(&id(8), &older)?;
            w.insert_about_you(&id(10), &about_you())?;
            w.insert_clearance(&id(11), &clearance())
        })
        .unwrap();
    let store = reopened(&place, store);
    assert_eq!(store.read(|r| r.latest_screening()).unwrap(), Some(newer));
    assert_eq!(store.read(|r| r.latest_about_you()).unwrap(), Some(about_you()));
    assert_eq!(store.read(|r| r.latest_clearance()).unwrap(), Some(clearance()));
}

#[test]
fn an_enrolment_comes_back_with_every_kind_of_change_in_the_order_they_were_recorded() {
    let place = Place::new();
    let store = place.open();
    let enrolled_at = at("2026-05-11T07:06:00Z");
    let changes: Vec<_> = every_change()
        .into_iter()
        .enumerate()
        .map(|(number, it)| {
            let mut change = change(it);
            change.recorded_at += chrono::Duration::hours(i64::try_from(number / 2).unwrap());
            change
        })
        .collect();
    store
        .write(|w| {
            w.insert_enrolment(&EnrolmentId(id(2)), enrolled_at, &enrolment_draft())?;
            w.insert_enrolment(&EnrolmentId(id(1)), enrolled_at, &enrolment_draft())?;
            for (number, change) in changes.iter().enumerate().rev() {
                w.insert_change(&id(100 + number as u64), &EnrolmentId(id(1)), change)?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    let store = reopened(&place, store);
    let enrolment = |number, changes| Enrolment {
        id: EnrolmentId(id(number)),
        enrolled_at,
        start: enrolment_draft(),
        changes,
    };
    assert_eq!(store.read(|r| r.enrolments()).unwrap(), [enrolment(1, changes), enrolment(2, vec![])]);
}

#[test]
fn practices_are_found_by_day_including_both_ends_and_sorted() {
    let place = Place::new();
    let store = place.open();
    let days = ["2026-05-17", "2026-05-11", "2026-05-18", "2026-05-10", "2026-05-13", "2026-05-13"];
    store
        .write(|w| {
            for (number, day) in days.iter().enumerate() {
                w.insert_practice(&practice(10 + number as u64, day))?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    let store = reopened(&place, store);
    let found = |from, through| {
        let found = store.read(|r| r.practices_between(on(from)..=on(through))).unwrap();
        found.into_iter().map(|practice| practice.id.0).collect::<Vec<_>>()
    };
    assert_eq!(found("2026-05-11", "2026-05-17"), [id(11), id(14), id(15), id(10)]);
    assert_eq!(found("2026-05-13", "2026-05-13"), [id(14), id(15)]);
    assert_eq!(found("2026-05-14", "2026-05-16"), [""; 0]);
    assert_eq!(found("2026-05-17", "2026-05-11"), [""; 0]);
    assert!(store.read(|r| r.has_any_practice()).unwrap());
}

#[test]
fn an_open_practice_keeps_the_player_exactly_as_it_was_at_the_last_heartbeat() {
    let place = Place::new();
    let mut store = place.open();
    let mut open = open_practice(1);
    store.write(|w| w.open_practice_begin(&open)).unwrap();
    for (beat, phase) in (1..).zip(every_player_phase()) {
        let last_seen_ms = beat % 2 == 0;
        open.player = PlayerState {
            phase,
            position_ms: beat * 8_000,
            next_cue_ms: beat * 8_000 + 1,
            practised_ms: beat * 7_000,
            last_seen_ms: last_seen_ms.then_some(u64::from(beat) << 40),
        };
        store.heartbeat(&open.id, &open.player).unwrap();
        store = reopened(&place, store);
        assert_eq!(store.read(|r| r.open_practice()).unwrap().as_ref(), Some(&open));
        assert_eq!(store.read(|r| r.verify()).unwrap(), []);
    }
}

#[test]
fn ending_a_practice_adds_it_and_clears_the_open_one_in_one_step() {
    let place = Place::new();
    let store = place.open();
    let ended = practice(1, "2026-05-11");
    store.write(|w| w.open_practice_begin(&open_practice(1))).unwrap();
    store.write(|w| w.end_practice(&ended)).unwrap();
    let store = reopened(&place, store);
    assert_eq!(store.read(|r| r.open_practice()).unwrap(), None);
    assert_eq!(store.read(|r| r.practice(&ended.id)).unwrap(), Some(ended.clone()));
    assert_eq!(store.write(|w| w.end_practice(&ended)), Err(StoreError::AlreadyThere { table: "practice" }));
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
}

#[test]
fn ending_another_practice_leaves_the_open_one_open() {
    let place = Place::new();
    let store = place.open();
    store.write(|w| w.open_practice_begin(&open_practice(1))).unwrap();
    store.write(|w| w.end_practice(&practice(2, "2026-05-11"))).unwrap();
    assert_eq!(store.read(|r| r.open_practice()).unwrap(), Some(open_practice(1)));
}

#[test]
fn check_ins_of_a_practice_are_found_while_it_is_open_and_after_it_ended_even_across_the_date_line() {
    let place = Place::new();
    let store = place.open();
    let of_it = |r: &crate::store::Reading<'_>| r.check_ins_of(&PracticeId(id(1)));
    let (before, after) = (check_in(2, "2026-05-11", Some(1)), check_in(3, "2026-05-10", Some(1)));
    store
        .write(|w| {
            w.open_practice_begin(&open_practice(1))?;
            w.insert_check_in(&before)?;
            w.insert_check_in(&check_in(4, "2026-05-11", Some(7)))?;
            w.insert_check_in(&check_in(5, "2026-05-11", None))
        })
        .unwrap();
    assert_eq!(store.read(of_it).unwrap(), vec![before.clone()]);
    store
        .write(|w| {
            w.end_practice(&practice(1, "2026-05-11"))?;
            w.insert_check_in(&after)
        })
        .unwrap();
    assert_eq!(store.read(of_it).unwrap(), [after, before]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_practice_comes_back_as_it_was(written in any_practice()) {
        let place = Place::new();
        let store = place.open();
        store.write(|w| w.insert_practice(&written)).unwrap();
        let store = reopened(&place, store);
        prop_assert_eq!(store.read(|r| r.practices_between(written.date..=written.date)).unwrap(), [written.clone()]);
        prop_assert_eq!(store.read(|r| r.practice(&written.id)).unwrap(), Some(written));
    }

    #[test]
    fn any_check_in_comes_back_as_it_was(written in any_check_in()) {
        let place = Place::new();
        let store = place.open();
        store.write(|w| w.insert_check_in(&written)).unwrap();
        let store = reopened(&place, store);
        prop_assert_eq!(store.read(|r| r.check_ins_between(written.date..=written.date)).unwrap(), [written]);
    }
}
