//! Files that older versions of the app wrote, byte for byte as they left them: those in `fixtures`.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use rusqlite::types::Value;
use rusqlite::{Connection, TransactionBehavior};

use super::own_samples::*;
use super::reminder_samples::*;
use super::samples::*;
use crate::own::NoteId;
use crate::plan::{Change, EnrolmentDraft};
use crate::store::migrate::{self, MIGRATIONS};
use crate::store::{OpenPracticeRow, Store, StoreError, TABLES, checksum, ledger};
use crate::zone::CivilDate;

/// Eleven kinds of change to an enrolment, 32 practices with check-ins, an open practice, a row in every other table.
const SCHEMA_1: &[u8] = include_bytes!("fixtures/schema-1.db");

/// A row in every table, a note that was taken back among them.
const SCHEMA_7: &[u8] = include_bytes!("fixtures/schema-7.db");

/// A folder with the old file in it.
fn old_file() -> Place {
    let place = Place::new();
    place.write(SCHEMA_1);
    place
}

fn connection(place: &Place) -> Connection {
    let conn = Connection::open(place.file()).unwrap();
    checksum::register(&conn).unwrap();
    conn
}

/// Every value of every row, checksums too, of the tables that a file of schema 1 has.
fn rows(place: &Place) -> BTreeMap<&'static str, Vec<Vec<Value>>> {
    let conn = connection(place);
    let read = |name: &'static str| {
        let mut statement = conn.prepare(&format!("SELECT * FROM {name} ORDER BY 1")).ok()?;
        let columns = statement.column_count();
        let values = statement.query_map([], |row| (0..columns).map(|at| row.get(at)).collect()).unwrap();
        Some((name, values.collect::<Result<_, _>>().unwrap()))
    };
    TABLES[..8].iter().filter_map(|table| read(table.name)).collect()
}

/// The tables that a later schema made anew: their facts are compared as they are read, and their rows are not.
const MADE_ANEW: [&str; 4] = ["open_practice", "enrolment", "enrolment_change", "check_in"];

fn facts(place: &Place) -> BTreeMap<&'static str, Vec<Vec<Value>>> {
    rows(place).into_iter().filter(|(name, _)| !MADE_ANEW.contains(name)).collect()
}

fn version(place: &Place) -> u32 {
    migrate::version(&connection(place)).unwrap()
}

#[test]
fn a_file_of_schema_1_opens_as_the_newest_with_every_row_that_it_had() {
    let place = old_file();
    let before = rows(&place);
    let facts_before = facts(&place);
    let counts: Vec<_> = before.iter().map(|(name, rows)| (*name, rows.len())).collect();
    assert_eq!(
        counts,
        [
            ("about_you", 1),
            ("check_in", 32),
            ("clearance", 1),
            ("enrolment", 1),
            ("enrolment_change", 11),
            ("open_practice", 1),
            ("practice", 32),
            ("screening", 1),
        ]
    );
    assert_eq!(version(&place), 1);
    let store = place.open();
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
    assert_eq!(store.read(|r| r.practices_between(CivilDate::MIN..=CivilDate::MAX)).unwrap().len(), 32);
    let open = store.read(|r| r.open_practice()).unwrap().unwrap();
    assert_eq!(open, OpenPracticeRow { changes: Vec::new(), ..open_practice(5) });
    let enrolments = store.read(|r| r.enrolments()).unwrap();
    assert_eq!(enrolments.len(), 1);
    assert_eq!(enrolments[0].start, EnrolmentDraft { weeks: None, routine: None, ..enrolment_draft() });
    let kept: Vec<Change> = enrolments[0].changes.iter().map(|made| made.change.clone()).collect();
    assert_eq!(kept, every_change()[..11]);
    assert_eq!(store.read(|r| r.own_routines()).unwrap(), []);
    store.write(|w| w.insert_note(&note(700, "2026-06-01"))).unwrap();
    store.close().unwrap();
    assert_eq!(version(&place), migrate::newest(MIGRATIONS));
    assert_eq!(facts(&place), facts_before);
}

#[test]
fn a_file_of_schema_7_opens_with_its_check_ins_its_reminders_and_what_was_taken_back() {
    let place = Place::new();
    place.write(SCHEMA_7);
    assert_eq!(version(&place), 7);
    let store = place.open();
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
    let whole = || CivilDate::MIN..=CivilDate::MAX;
    let check_ins = store.read(|r| r.check_ins_between(whole())).unwrap();
    assert_eq!(check_ins.len(), 32);
    let mut first = check_in(200, "2026-05-11", Some(100));
    (first.noted.stress, first.noted.areas) = (None, Vec::new());
    assert_eq!(check_ins[0], first);
    assert_eq!(store.read(|r| r.practices_between(whole())).unwrap().len(), 32);
    assert_eq!(store.read(|r| r.notes_between(whole())).unwrap().len(), 31);
    assert_eq!(store.read(|r| r.note(&NoteId(id(305)))).unwrap(), None);
    let lines = store.read(|r| r.reminder_lines(whole())).unwrap();
    assert_eq!(lines.len(), reminder_lines().len());
    assert_eq!(store.read(|r| r.activities()).unwrap(), []);
    store.close().unwrap();
    assert_eq!(version(&place), migrate::newest(MIGRATIONS));
}

#[test]
fn many_that_open_the_same_old_file_at_once_all_find_it_upgraded() {
    for _ in 0..5 {
        let place = old_file();
        let stores: Vec<Store> = std::thread::scope(|scope| {
            let openers: Vec<_> = (0..6).map(|_| scope.spawn(|| place.open())).collect();
            openers.into_iter().map(|opener| opener.join().unwrap()).collect()
        });
        for (number, store) in (700..).zip(&stores) {
            store.write(|w| w.insert_note(&note(number, "2026-06-01"))).unwrap();
        }
        drop(stores);
        let store = place.open();
        let notes = store.read(|r| r.notes_between(on("2026-06-01")..=on("2026-06-01"))).unwrap();
        assert_eq!(notes.len(), 6);
        assert_eq!(store.read(|r| r.verify()).unwrap(), []);
    }
}

#[test]
fn an_upgrade_that_another_process_ran_in_the_meantime_is_not_run_again() {
    let place = old_file();
    let (mut other, mut conn) = (connection(&place), connection(&place));
    let transaction = other.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
    std::thread::scope(|scope| {
        let upgrade = scope.spawn(|| migrate::run(&mut conn, MIGRATIONS));
        std::thread::sleep(Duration::from_millis(30));
        transaction.execute_batch(MIGRATIONS[1]).unwrap();
        transaction.pragma_update(None, "user_version", 2).unwrap();
        ledger::rebuild(&transaction).unwrap();
        transaction.commit().unwrap();
        assert_eq!(upgrade.join().unwrap(), Ok(()));
    });
    assert_eq!(place.open().read(|r| r.verify()).unwrap(), []);
}

#[test]
fn a_damaged_old_file_is_refused_and_stays_as_it_was_byte_for_byte() {
    let place = old_file();
    connection(&place).execute("UPDATE practice SET practised_ms = 7 WHERE date = 20594", []).unwrap();
    let before = place.bytes();
    let damage = StoreError::damaged(format!("practice, row {}", id(110)));
    assert_eq!(Store::open(&place.file()).unwrap_err(), damage);
    assert!(before == place.bytes(), "{:?}", place.bytes().keys());
}

#[test]
fn an_upgrade_that_fails_in_the_middle_leaves_the_old_file_as_it_was_byte_for_byte() {
    let upgrade = |limit: &str, migrations: &[&str]| {
        let place = old_file();
        let mut conn = connection(&place);
        conn.execute_batch(limit).unwrap();
        let failed = migrate::run(&mut conn, migrations).unwrap_err();
        drop(conn);
        assert_eq!(place.bytes().into_keys().collect::<Vec<_>>(), ["mingmen.db"]);
        assert!(fs::read(place.file()).unwrap() == SCHEMA_1, "{failed}");
        assert_eq!(place.open().read(|r| r.verify()).unwrap(), [], "it can be tried again");
        failed
    };
    assert_eq!(upgrade("PRAGMA max_page_count = 18", MIGRATIONS), StoreError::Full);
    let wrong = format!("{} SELECT no_such_column FROM practice;", MIGRATIONS[1]);
    assert!(matches!(upgrade("", &[MIGRATIONS[0], &wrong]), StoreError::Internal { .. }));
}

#[test]
fn an_upgrade_that_the_phone_cut_off_begins_again() {
    let (source, place) = (old_file(), Place::new());
    let conn = connection(&source);
    // So little memory that pages of the unfinished upgrade are in the log already.
    conn.execute_batch("PRAGMA cache_size = 1; BEGIN IMMEDIATE").unwrap();
    conn.execute_batch(MIGRATIONS[1]).unwrap();
    conn.execute_batch("UPDATE practice SET practised_ms = practised_ms + 1").unwrap();
    assert!(source.bytes()["mingmen.db-wal"].len() > 4_096, "nothing was written yet");
    for (name, bytes) in source.bytes() {
        fs::write(place.file().with_file_name(name), bytes).unwrap();
    }
    drop(conn);
    assert_eq!(place.open().read(|r| r.verify()).unwrap(), []);
    assert_eq!(version(&place), migrate::newest(MIGRATIONS));
    assert_eq!(facts(&place), facts(&old_file()));
}
