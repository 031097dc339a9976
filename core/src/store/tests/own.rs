//! What a person keeps beyond practice: it comes back as it was, and what was taken back is kept and not shown.

use proptest::prelude::*;

use super::diary_samples::*;
use super::own_samples::*;
use super::samples::*;
use crate::figure::FigureChoices;
use crate::own::{self, NoteId, OwnRevision, OwnRoutine};
use crate::store::{Store, StoreError};
use crate::zone::CivilDate;

fn reopened(place: &Place, store: Store) -> Store {
    store.close().unwrap();
    drop(store);
    place.open()
}

/// Adds revisions of one routine after each other, each by a fact of its own.
fn with_revisions(store: &Store, revisions: &[OwnRoutine]) {
    store
        .write(|w| {
            (700..).zip(revisions).try_for_each(|(number, routine)| {
                w.insert_own_routine(&id(number), at("2026-05-15T12:00:00Z"), routine)
            })
        })
        .unwrap();
}

fn rows(place: &Place, table: &str) -> u32 {
    let conn = rusqlite::Connection::open(place.file()).unwrap();
    conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

#[test]
fn a_routine_comes_back_in_its_last_revision_and_each_one_before_can_be_asked_for() {
    let place = Place::new();
    let store = place.open();
    with_revisions(&store, &[own_routine(50, 1), own_routine(50, 3), own_routine(50, 2)]);
    let store = reopened(&place, store);
    store
        .read(|r| {
            assert_eq!(r.own_routines()?, [own_routine(50, 3)]);
            assert_eq!(r.own_routine(&own_routine(50, 1).id)?, Some(own_routine(50, 3)));
            for revision in 1..=3 {
                let routine = own_routine(50, revision);
                assert_eq!(r.own_routine_at(&routine.at())?, Some(routine));
            }
            assert_eq!(r.own_routine_at(&deletion(50, 4))?, None);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn routines_come_in_the_order_in_which_they_were_first_made() {
    let place = Place::new();
    let store = place.open();
    let insert = |number, time: &str, routine: &OwnRoutine| {
        store.write(|w| w.insert_own_routine(&id(number), at(time), routine)).unwrap();
    };
    insert(1, "2026-05-12T08:00:00Z", &own_routine(51, 1));
    insert(2, "2026-05-11T08:00:00Z", &own_routine(53, 1));
    insert(3, "2026-05-11T08:00:00Z", &own_routine(52, 1));
    insert(4, "2026-05-13T08:00:00Z", &own_routine(53, 2));
    let names: Vec<_> = store.read(|r| r.own_routines()).unwrap().into_iter().map(|it| it.id.0).collect();
    assert_eq!(names, [id(52), id(53), id(51)]);
}

#[test]
fn a_deleted_routine_is_gone_from_the_list_and_the_practices_of_it_can_still_be_led() {
    let place = Place::new();
    let store = place.open();
    let (routine, noon) = (own_routine(50, 1), at("2026-05-15T12:00:00Z"));
    with_revisions(&store, std::slice::from_ref(&routine));
    let mut practised = practice(1, "2026-05-14");
    practised.routine = Some(routine.at().routine_id());
    let delete = |number| {
        let deletion = own::delete(&routine);
        store.write(|w| w.insert_own_deletion(&id(number), noon, &deletion))
    };
    store.write(|w| w.insert_practice(&practised)).unwrap();
    delete(800).unwrap();
    let not_found = StoreError::NotFound { what: "own routine", id: id(50) };
    assert_eq!(delete(801), Err(not_found));
    let store = reopened(&place, store);
    assert_eq!(store.read(|r| r.own_routines()).unwrap(), []);
    assert_eq!(store.read(|r| r.own_routine(&routine.id)).unwrap(), None);
    let named = store.read(|r| r.practice(&practised.id)).unwrap().unwrap().routine.unwrap();
    let revision = OwnRevision::of(&named).unwrap();
    assert_eq!(store.read(|r| r.own_routine_at(&revision)).unwrap(), Some(routine));
    assert_eq!(rows(&place, "own_routine"), 2);
}

#[test]
fn a_revision_of_a_number_that_is_there_is_refused_and_the_first_stays() {
    let place = Place::new();
    let store = place.open();
    with_revisions(&store, &[own_routine(50, 1)]);
    let mut other = own_routine(50, 1);
    other.name = "Another".to_owned();
    let noon = at("2026-05-15T12:00:00Z");
    let twice = Err(StoreError::AlreadyThere { table: "own_routine" });
    assert_eq!(store.write(|w| w.insert_own_routine(&id(800), noon, &other)), twice);
    assert_eq!(store.write(|w| w.insert_own_routine(&id(700), noon, &own_routine(50, 2))), twice);
    assert_eq!(store.write(|w| w.insert_own_deletion(&id(800), noon, &deletion(50, 1))), twice);
    assert_eq!(store.read(|r| r.own_routines()).unwrap(), [own_routine(50, 1)]);
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
}

#[test]
fn two_phones_that_made_the_same_number_agree_on_the_one_made_last() {
    let revision = |name: &str| OwnRoutine { name: name.to_owned(), ..own_routine(50, 2) };
    let (early, late) = (revision("On the phone"), revision("On the tablet"));
    let (morning, noon) = (at("2026-05-15T08:00:00Z"), at("2026-05-15T12:00:00Z"));
    for order in [[0, 1], [1, 0]] {
        let (phone, tablet) = (Place::new(), Place::new());
        phone.open().write(|w| w.insert_own_routine(&id(1), morning, &early)).unwrap();
        tablet.open().write(|w| w.insert_own_routine(&id(2), noon, &late)).unwrap();
        let merged = Place::new();
        let store = merged.open();
        for place in order.map(|from| [&phone, &tablet][from]) {
            take_over(&store, place);
        }
        assert_eq!(store.read(|r| r.own_routines()).unwrap(), vec![late.clone()]);
        assert_eq!(store.read(|r| r.own_routine_at(&early.at())).unwrap(), Some(late.clone()));
        assert_eq!(store.read(|r| r.verify()).unwrap(), []);
    }
}

/// Adds the routines of another file as merging will: row by row.
fn take_over(store: &Store, from: &Place) {
    use crate::store::own_routine::OWN_ROUTINE;
    let conn = rusqlite::Connection::open(from.file()).unwrap();
    let mut statement = conn.prepare(&OWN_ROUTINE.select("")).unwrap();
    let mut found = statement.query([]).unwrap();
    while let Some(row) = found.next().unwrap() {
        let values: Vec<_> = (0..OWN_ROUTINE.columns.len()).map(|place| row.get(place).unwrap()).collect();
        store.write(|w| OWN_ROUTINE.insert(w.conn, &values)).unwrap();
    }
}

#[test]
fn notes_are_found_by_day_including_both_ends_and_sorted() {
    let place = Place::new();
    let store = place.open();
    let days = ["2026-05-17", "2026-05-11", "2026-05-18", "2026-05-10", "2026-05-11"];
    store
        .write(|w| (10..).zip(days).try_for_each(|(number, day)| w.insert_note(&note(number, day))))
        .unwrap();
    let store = reopened(&place, store);
    let found = store.read(|r| r.notes_between(on("2026-05-11")..=on("2026-05-17"))).unwrap();
    assert_eq!(found, [note(11, "2026-05-11"), note(14, "2026-05-11"), note(10, "2026-05-17")]);
    assert_eq!(store.read(|r| r.note(&NoteId(id(12)))).unwrap(), Some(note(12, "2026-05-18")));
}

#[test]
fn a_note_that_was_taken_back_is_not_shown_again_and_both_rows_stay() {
    let place = Place::new();
    let store = place.open();
    let withdraw = |number, note| store.write(|w| w.withdraw_note(changed(&id(number)), &NoteId(id(note))));
    store
        .write(|w| {
            w.insert_note(&note(10, "2026-05-11"))?;
            w.insert_note(&note(11, "2026-05-11"))
        })
        .unwrap();
    withdraw(20, 10).unwrap();
    let not_found = |number| Err(StoreError::NotFound { what: "note", id: id(number) });
    assert_eq!(withdraw(21, 10), not_found(10));
    assert_eq!(withdraw(21, 12), not_found(12));
    let again = StoreError::AlreadyThere { table: "note" };
    assert_eq!(store.write(|w| w.insert_note(&note(10, "2026-05-11"))), Err(again));
    let store = reopened(&place, store);
    let day = on("2026-05-11")..=on("2026-05-11");
    assert_eq!(store.read(|r| r.notes_between(day)).unwrap(), [note(11, "2026-05-11")]);
    assert_eq!(store.read(|r| r.note(&NoteId(id(10)))).unwrap(), None);
    assert_eq!((rows(&place, "note"), rows(&place, "withdrawal")), (2, 1));
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
}

#[test]
fn the_figure_chosen_last_is_the_one_that_counts_in_whatever_order_they_arrive() {
    let place = Place::new();
    let store = place.open();
    let (early, late) = (at("2026-05-14T07:30:00Z"), at("2026-05-14T07:31:00Z"));
    let usual = FigureChoices::default();
    store
        .write(|w| {
            w.insert_figure_choices(&id(9), late, &figure_choices())?;
            w.insert_figure_choices(&id(8), early, &usual)
        })
        .unwrap();
    let store = reopened(&place, store);
    assert_eq!(store.read(|r| r.figure_choices()).unwrap(), Some(figure_choices()));
    assert_eq!(rows(&place, "setting"), 2);
}

#[test]
fn the_body_check_answered_last_is_the_one_that_counts_in_whatever_order_they_arrive() {
    let place = Place::new();
    let store = place.open();
    let (older, mut newer) = (body_check(), body_check());
    newer.answered_at += chrono::Duration::milliseconds(1);
    newer.answers.truncate(1);
    store
        .write(|w| {
            w.insert_body_check(&id(9), &newer)?;
            w.insert_body_check(&id(8), &older)
        })
        .unwrap();
    let store = reopened(&place, store);
    assert_eq!(store.read(|r| r.latest_body_check()).unwrap(), Some(newer));
}

#[test]
fn a_sign_noted_without_a_practice_comes_back_by_its_day() {
    let place = Place::new();
    let store = place.open();
    let days = ["2026-05-13", "2026-05-11", "2026-05-12"];
    store
        .write(|w| {
            (10..).zip(days).try_for_each(|(number, day)| w.insert_noted_sign(&id(number), &noted_sign(day)))
        })
        .unwrap();
    let store = reopened(&place, store);
    let found = store.read(|r| r.noted_signs_between(on("2026-05-12")..=CivilDate::MAX)).unwrap();
    assert_eq!(found, [noted_sign("2026-05-12"), noted_sign("2026-05-13")]);
}

#[test]
fn what_a_column_cannot_hold_as_it_is_is_refused_and_nothing_is_written() {
    let place = Place::new();
    let store = place.open();
    let field = |outcome: Result<(), StoreError>| match outcome {
        Err(StoreError::InvalidValue { field, .. }) => field,
        other => panic!("{other:?}"),
    };
    let noon = at("2026-05-15T12:00:00Z");
    let finer = noon + chrono::Duration::microseconds(1);
    let mut nameless = own_routine(50, 1);
    nameless.id = "morning".into();
    let none = own_routine(50, 0);
    assert_eq!(field(store.write(|w| w.insert_own_routine(&id(1), noon, &nameless))), "routine");
    assert_eq!(field(store.write(|w| w.insert_own_routine(&id(1), finer, &own_routine(50, 1)))), "made_at");
    assert_eq!(field(store.write(|w| w.insert_own_routine(&id(1), noon, &none))), "own_routine");
    let mut note = note(1, "2026-05-11");
    note.noted_at = finer;
    assert_eq!(field(store.write(|w| w.insert_note(&note))), "noted_at");
    assert_eq!(field(store.write(|w| w.withdraw_note(changed(&id(1)), &NoteId("note-1".into())))), "id");
    assert_eq!(field(store.write(|w| w.insert_body_check("check-1", &body_check()))), "id");
    let mut sign = noted_sign("2026-05-11");
    sign.noted_at = finer;
    assert_eq!(field(store.write(|w| w.insert_noted_sign(&id(1), &sign))), "noted_at");
    assert!(
        ["own_routine", "note", "withdrawal", "body_check", "noted_sign"].map(|it| rows(&place, it))
            == [0; 5]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_routine_of_ones_own_comes_back_as_it_was(written in any_own_routine()) {
        let place = Place::new();
        let store = place.open();
        with_revisions(&store, std::slice::from_ref(&written));
        let store = reopened(&place, store);
        prop_assert_eq!(store.read(|r| r.own_routine_at(&written.at())).unwrap(), Some(written.clone()));
        prop_assert_eq!(store.read(|r| r.own_routines()).unwrap(), [written]);
    }

    #[test]
    fn any_note_comes_back_as_it_was(written in any_note()) {
        let place = Place::new();
        let store = place.open();
        store.write(|w| w.insert_note(&written)).unwrap();
        let store = reopened(&place, store);
        prop_assert_eq!(store.read(|r| r.note(&written.id)).unwrap(), Some(written.clone()));
        prop_assert_eq!(store.read(|r| r.notes_between(written.date..=written.date)).unwrap(), [written]);
    }

    #[test]
    fn any_body_check_comes_back_as_it_was(written in any_body_check()) {
        let place = Place::new();
        let store = place.open();
        store.write(|w| w.insert_body_check(&id(1), &written)).unwrap();
        let store = reopened(&place, store);
        prop_assert_eq!(store.read(|r| r.latest_body_check()).unwrap(), Some(written));
    }
}
