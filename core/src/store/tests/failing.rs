//! Calls that fail: typed, all or nothing, and the store goes on working.

use chrono::Duration;

use super::samples::*;
use crate::plan::{Change, EnrolmentId};
use crate::practice::{PlayerPhase, PracticeId};
use crate::store::body::NOTED_SIGN;
use crate::store::check_in::CHECK_IN;
use crate::store::note::NOTE;
use crate::store::plan::ENROLMENT;
use crate::store::practice::PRACTICE;
use crate::store::{Fault, Problem, Store, StoreError, values};
use crate::zone::CivilDate;

/// Runs SQL of any kind behind the store's back.
fn behind_its_back(store: &Store, sql: &str) {
    store.lock().as_ref().unwrap().conn.execute_batch(sql).unwrap();
}

fn practices(store: &Store) -> usize {
    store.read(|r| r.practices_between(CivilDate::MIN..=CivilDate::MAX)).unwrap().len()
}

#[test]
fn the_same_id_twice_is_refused_and_the_first_stays() {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    let mut again = practice(100, "2026-05-11");
    again.practised_ms = 1;
    let twice = |table| Err::<(), _>(StoreError::AlreadyThere { table });
    assert_eq!(store.write(|w| w.insert_practice(&again)), twice("practice"));
    assert_eq!(store.write(|w| w.insert_check_in(&check_in(200, "2026-05-11", None))), twice("check_in"));
    assert_eq!(store.write(|w| w.insert_screening(&id(2), &screening())), twice("screening"));
    let change = change(Change::Hold);
    assert_eq!(
        store.write(|w| w.insert_change(&id(10), &EnrolmentId(id(1)), &change)),
        twice("enrolment_change")
    );
    let kept = store.read(|r| r.practice(&again.id)).unwrap().unwrap();
    assert_eq!(kept, practice(100, "2026-05-11"));
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
}

#[test]
fn an_open_practice_is_opened_once_and_belongs_to_its_id() {
    let place = Place::new();
    let store = place.open();
    store.write(|w| w.insert_practice(&practice(6, "2026-05-11"))).unwrap();
    assert_eq!(
        store.write(|w| w.open_practice_begin(&open_practice(6))),
        Err(StoreError::AlreadyThere { table: "practice" })
    );
    store.write(|w| w.open_practice_begin(&open_practice(5))).unwrap();
    assert_eq!(store.write(|w| w.open_practice_begin(&open_practice(7))), Err(StoreError::PracticeStillOpen));
    let nobody = PracticeId(id(8));
    assert_eq!(
        store.heartbeat(&nobody, &open_practice(8).player),
        Err(StoreError::NotFound { what: "open practice", id: nobody.0 })
    );
    assert_eq!(store.read(|r| r.open_practice()).unwrap(), Some(open_practice(5)));
}

#[test]
fn a_change_to_an_enrolment_that_is_not_there_is_not_found() {
    let place = Place::new();
    let outcome = place.open().write(|w| w.insert_change(&id(1), &EnrolmentId(id(2)), &change(Change::Hold)));
    assert_eq!(outcome, Err(StoreError::NotFound { what: "enrolment", id: id(2) }));
}

#[test]
fn what_a_column_cannot_hold_as_it_is_is_refused_and_not_rounded() {
    let place = Place::new();
    let store = place.open();
    let field = |outcome: Result<(), StoreError>| match outcome {
        Err(StoreError::InvalidValue { field, .. }) => field,
        other => panic!("{other:?}"),
    };
    let mut fine = practice(1, "2026-05-11");
    fine.started_at += Duration::microseconds(1);
    assert_eq!(field(store.write(|w| w.insert_practice(&fine))), "started_at");
    let mut pain = check_in(1, "2026-05-11", None);
    pain.noted.pain = Some(11);
    assert_eq!(field(store.write(|w| w.insert_check_in(&pain))), "check_in");
    let mut draft = enrolment_draft();
    draft.slots[0].time += Duration::milliseconds(1);
    let enrolment = EnrolmentId(id(1));
    assert_eq!(
        field(store.write(|w| w.insert_enrolment(&enrolment, fine.started_at, &draft))),
        "enrolled_at"
    );
    assert_eq!(field(store.write(|w| w.insert_enrolment(&enrolment, clearance().said_at, &draft))), "slots");
    assert_eq!(field(store.write(|w| w.insert_clearance("clearance-1", &clearance()))), "id");
    let mut open = open_practice(1);
    open.player.last_seen_ms = Some(u64::MAX);
    assert_eq!(field(store.write(|w| w.open_practice_begin(&open))), "last_seen_ms");
    assert_eq!(practices(&store), 0);
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
}

#[test]
fn a_write_that_fails_half_way_leaves_nothing() {
    let place = Place::new();
    let store = place.open();
    let outcome = store.write(|w| {
        w.insert_practice(&practice(1, "2026-05-11"))?;
        w.insert_practice(&practice(1, "2026-05-12"))
    });
    assert_eq!(outcome, Err(StoreError::AlreadyThere { table: "practice" }));
    assert_eq!(practices(&store), 0);
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
}

#[test]
fn a_panic_inside_a_write_leaves_nothing_and_the_store_goes_on() {
    let place = Place::new();
    let store = place.open();
    let outcome = std::thread::scope(|scope| {
        let write = || {
            store.write(|w| {
                w.insert_practice(&practice(1, "2026-05-11"))?;
                if practices_seen(w)? == 1 {
                    panic!("a fault in the caller's code");
                }
                Ok::<_, StoreError>(())
            })
        };
        scope.spawn(write).join()
    });
    assert!(outcome.is_err());
    assert_eq!(practices(&store), 0);
    store.write(|w| w.insert_practice(&practice(1, "2026-05-11"))).unwrap();
    assert_eq!(practices(&store), 1);
}

fn practices_seen(reading: &crate::store::Reading<'_>) -> Result<usize, StoreError> {
    Ok(reading.practices_between(CivilDate::MIN..=CivilDate::MAX)?.len())
}

#[test]
fn when_no_space_is_left_nothing_is_half_written_and_reading_goes_on() {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    let before = practices(&store);
    behind_its_back(&store, "PRAGMA max_page_count = 1");
    let outcome = store
        .write(|w| (1_000..9_000).try_for_each(|number| w.insert_practice(&practice(number, "2026-06-01"))));
    assert_eq!(outcome, Err(StoreError::Full));
    assert_eq!(practices(&store), before);
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
    behind_its_back(&store, "PRAGMA max_page_count = 1000000");
    store.write(|w| w.insert_practice(&practice(1_000, "2026-06-01"))).unwrap();
    assert_eq!(practices(&store), before + 1);
}

#[test]
fn a_write_that_another_connection_blocks_is_busy_and_can_be_tried_again() {
    let place = Place::new();
    let store = Store::open_waiting(&place.file(), std::time::Duration::from_millis(20)).unwrap();
    let other = rusqlite::Connection::open(place.file()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let write = || store.write(|w| w.insert_clearance(&id(1), &clearance()));
    assert_eq!(write(), Err(StoreError::Busy));
    assert_eq!(store.read(|r| r.latest_clearance()), Ok(None));
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(write(), Ok(()));
}

#[test]
fn only_a_heartbeat_does_not_wait_for_the_disk() {
    let place = Place::new();
    let store = place.open();
    let synchronous = || -> u8 {
        let guard = store.lock();
        guard.as_ref().unwrap().conn.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap()
    };
    let (normal, full) = (1, 2);
    assert_eq!(synchronous(), full);
    store.write(|w| w.open_practice_begin(&open_practice(5))).unwrap();
    store.heartbeat(&open_practice(5).id, &open_practice(5).player).unwrap();
    assert_eq!(synchronous(), normal);
    store.write(|w| w.end_practice(&practice(5, "2026-05-11"))).unwrap();
    assert_eq!(synchronous(), full);
}

#[test]
fn a_heartbeat_does_not_give_damage_a_fresh_checksum() {
    let place = Place::new();
    let store = place.open();
    let mut open = open_practice(5);
    store.write(|w| w.open_practice_begin(&open)).unwrap();
    behind_its_back(&store, "UPDATE open_practice SET planned_ms = planned_ms + 1");
    open.player.phase = PlayerPhase::Playing;
    let damage = StoreError::damaged("open_practice, row 1");
    assert_eq!(store.heartbeat(&open.id, &open.player), Err(damage.clone()));
    assert_eq!(store.read(|r| r.open_practice()), Err(damage));
}

#[test]
fn a_word_that_this_version_does_not_know_is_named_with_its_row_and_not_replaced() {
    let place = Place::new();
    let store = place.open();
    let row = [
        values::uuid("id", &id(1)).unwrap(),
        0.into(),
        values::text("back-12-weeks"),
        0.into(),
        values::text(r#"[{"weekday":"someday","time":0}]"#),
        rusqlite::types::Value::Null,
        values::text("seated"),
        values::text("ramp"),
        rusqlite::types::Value::Null,
        rusqlite::types::Value::Null,
    ];
    store.write(|w| ENROLMENT.insert(w.conn, &row)).unwrap();
    let expected = StoreError::damaged(format!("enrolment, row {}", id(1)));
    assert_eq!(store.read(|r| r.enrolments()), Err(expected));
    let fault = Fault { table: "enrolment".to_owned(), row: Some(id(1)), problem: Problem::NotUnderstood };
    assert_eq!(store.read(|r| r.verify()).unwrap(), [fault]);
}

#[test]
fn days_are_found_through_an_index() {
    let place = Place::new();
    let store = place.open();
    let guard = store.lock();
    for table in [PRACTICE, CHECK_IN, NOTE, NOTED_SIGN] {
        let sql = format!("EXPLAIN QUERY PLAN {}", table.select("WHERE date BETWEEN 1 AND 7"));
        let plan: String = guard.as_ref().unwrap().conn.query_row(&sql, [], |row| row.get(3)).unwrap();
        assert_eq!(plan, format!("SEARCH {0} USING INDEX {0}_by_date (date>? AND date<?)", table.name));
    }
}
