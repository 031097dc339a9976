//! Copies are made when they are due and are whole; deleting everything leaves nothing.

use rusqlite::Connection;

use super::samples::*;
use crate::store::{BackupReason, Store, StoreError};

const WORDS: &str = "slept on the sofa";

fn weekly(date: &str) -> BackupReason {
    BackupReason::Weekly(on(date))
}

/// The names of all files beside the database, and in the folders beside it.
fn names(place: &Place) -> Vec<String> {
    place.bytes_of_everything().into_keys().collect()
}

/// Whether any file beside the database holds these words.
fn holds(place: &Place, words: &str) -> bool {
    let within = |bytes: &Vec<u8>| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    place.bytes_of_everything().values().any(within)
}

#[test]
fn a_copy_is_made_once_a_week_and_three_are_kept() {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    let days = ["2026-05-18", "2026-05-24", "2026-05-25", "2026-06-02", "2026-06-09"];
    let made: Vec<bool> = days.iter().map(|day| store.back_up(on(day)).unwrap()).collect();
    assert_eq!(made, [true, false, true, true, true]);
    assert_eq!(store.backups().unwrap(), [weekly("2026-05-25"), weekly("2026-06-02"), weekly("2026-06-09")]);
    let copies = names(&place).iter().filter(|name| name.starts_with("mingmen.db.backups")).count();
    assert_eq!(copies, 3, "nothing is left of the making: {:?}", names(&place));
}

#[test]
fn a_damaged_database_is_not_copied_and_the_last_whole_copy_stays() {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    assert!(store.back_up(on("2026-05-18")).unwrap());
    let conn = Connection::open(place.file()).unwrap();
    conn.execute("UPDATE check_in SET pain = 3 WHERE date = (SELECT min(date) FROM check_in)", []).unwrap();
    drop(conn);
    let outcome = store.back_up(on("2026-06-18"));
    assert!(matches!(outcome, Err(StoreError::Damaged { .. })), "{outcome:?}");
    assert_eq!(store.backups().unwrap(), [weekly("2026-05-18")]);
    assert!(!names(&place).iter().any(|name| name.ends_with(".new")));
}

#[test]
fn a_file_is_copied_before_it_is_brought_to_a_newer_schema() {
    let place = Place::new();
    place.write(include_bytes!("fixtures/schema-1.db"));
    let store = place.open();
    assert_eq!(store.backups().unwrap(), [BackupReason::BeforeUpgrade(1)]);
    let copy = place.file().parent().unwrap().join("mingmen.db.backups/schema-1.db");
    let conn = Connection::open(copy).unwrap();
    let version: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    let practices: u32 = conn.query_row("SELECT count(*) FROM practice", [], |row| row.get(0)).unwrap();
    assert_eq!((version, practices), (1, 32));
}

#[test]
fn deleting_everything_leaves_no_row_no_copy_and_no_byte_of_what_was_written() {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    let mut noted = check_in(900, "2026-05-20", None);
    noted.noted.note = WORDS.to_owned();
    store.write(|w| w.insert_check_in(&noted)).unwrap();
    store.back_up(on("2026-05-20")).unwrap();
    store.mend().unwrap();
    store.write(|w| w.insert_clearance(&id(901), &clearance())).unwrap();
    assert!(holds(&place, WORDS), "the control found nothing to delete");
    store.delete_everything().unwrap();
    assert!(!holds(&place, WORDS), "{:?}", names(&place));
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
    assert_eq!(store.read(|r| r.has_any_practice()), Ok(false));
    assert_eq!(store.read(|r| r.enrolments()).unwrap(), []);
    assert_eq!(store.backups().unwrap(), []);
    store.write(|w| w.insert_practice(&practice(1, "2026-05-21"))).unwrap();
    store.close().unwrap();
    assert_eq!(names(&place), ["mingmen.db"]);
    assert_eq!(Store::open(&place.file()).unwrap().read(|r| r.has_any_practice()), Ok(true));
}
