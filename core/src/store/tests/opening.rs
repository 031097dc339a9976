//! What can be wrong with a path or a file: each has its own error, and the file stays as it was.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;

use super::samples::*;
use crate::mingmen::MingmenError;
use crate::store::migrate::{MIGRATIONS, newest};
use crate::store::{Store, StoreError};

fn refusal(path: &Path) -> StoreError {
    Store::open_waiting(path, Duration::from_millis(50)).unwrap_err()
}

/// Opens, expects this error, and expects every file in the folder to be as before.
#[track_caller]
fn refused_untouched(place: &Place, expected: &StoreError) {
    let before = place.bytes();
    assert_eq!(refusal(&place.file()), *expected);
    assert!(before == place.bytes(), "a refused file was touched: {:?}", place.bytes().keys());
}

/// A sound database with rows, closed.
fn filled() -> Place {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    store.close().unwrap();
    place
}

fn damaged_file() -> StoreError {
    StoreError::damaged("file")
}

#[test]
fn a_missing_folder_is_unavailable_and_is_not_made() {
    let place = Place::new();
    let folder = place.file().join("nowhere");
    let reason = "the folder is missing".to_owned();
    assert_eq!(refusal(&folder.join("mingmen.db")), StoreError::Unavailable { reason });
    assert!(!folder.exists());
}

#[test]
fn a_folder_in_the_place_of_the_file_is_unavailable() {
    let place = Place::new();
    fs::create_dir(place.file()).unwrap();
    let reason = "the path is not a file".to_owned();
    assert_eq!(refusal(&place.file()), StoreError::Unavailable { reason });
}

#[test]
fn a_file_in_the_place_of_the_folder_is_unavailable() {
    let place = filled();
    assert!(matches!(refusal(&place.file().join("mingmen.db")), StoreError::Unavailable { .. }));
}

#[test]
fn a_read_only_file_is_read_only() {
    let place = filled();
    fs::set_permissions(place.file(), fs::Permissions::from_mode(0o444)).unwrap();
    refused_untouched(&place, &StoreError::ReadOnly);
}

#[test]
fn a_read_only_folder_is_read_only_with_a_file_and_without_one() {
    let place = filled();
    let folder = place.file().parent().unwrap().to_owned();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    refused_untouched(&place, &StoreError::ReadOnly);
    assert_eq!(refusal(&folder.join("other.db")), StoreError::ReadOnly);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(place.bytes().len(), 1);
}

#[test]
fn an_empty_file_is_not_taken_for_a_new_one() {
    let place = Place::new();
    place.write([]);
    refused_untouched(&place, &StoreError::Empty);
}

#[test]
fn a_file_that_is_no_database_is_foreign() {
    let place = Place::new();
    for bytes in [b"x".to_vec(), b"Dear diary, ".repeat(1000), vec![0; 8192]] {
        place.write(bytes);
        refused_untouched(&place, &StoreError::Foreign);
    }
}

#[test]
fn a_database_of_another_program_is_foreign_whatever_its_journal() {
    for setup in [
        "CREATE TABLE practice (id INTEGER PRIMARY KEY); PRAGMA user_version = 1;",
        "CREATE TABLE notes (text); PRAGMA application_id = 0x47504b47;",
        "PRAGMA journal_mode = WAL; CREATE TABLE notes (text);",
    ] {
        let place = Place::new();
        Connection::open(place.file()).unwrap().execute_batch(setup).unwrap();
        refused_untouched(&place, &StoreError::Foreign);
    }
}

#[test]
fn the_log_of_a_foreign_database_that_was_left_behind_is_not_touched_either() {
    let (place, source) = (Place::new(), Place::new());
    let conn = Connection::open(source.file()).unwrap();
    conn.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE notes (text);").unwrap();
    for (name, bytes) in source.bytes() {
        fs::write(place.file().with_file_name(name), bytes).unwrap();
    }
    assert_eq!(place.bytes().len(), 3, "database, log and shared memory");
    refused_untouched(&place, &StoreError::Foreign);
}

#[test]
fn a_newer_schema_is_refused() {
    let place = filled();
    Connection::open(place.file()).unwrap().pragma_update(None, "user_version", 99).unwrap();
    refused_untouched(&place, &StoreError::Newer { found: 99, supported: newest(MIGRATIONS) });
}

#[test]
fn a_newer_schema_that_only_the_log_knows_of_is_refused_and_the_log_kept() {
    let (place, source) = (Place::new(), filled());
    let conn = Connection::open(source.file()).unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    for name in ["mingmen.db", "mingmen.db-wal"] {
        fs::copy(source.file().with_file_name(name), place.file().with_file_name(name)).unwrap();
    }
    let before = place.bytes();
    assert_eq!(refusal(&place.file()), StoreError::Newer { found: 99, supported: newest(MIGRATIONS) });
    let after = place.bytes();
    assert!(before.iter().all(|(name, bytes)| after.get(name) == Some(bytes)));
}

#[test]
fn our_mark_without_a_schema_is_damage() {
    let place = filled();
    Connection::open(place.file()).unwrap().pragma_update(None, "user_version", 0).unwrap();
    refused_untouched(&place, &damaged_file());
}

#[test]
fn a_truncated_file_is_damaged_wherever_it_was_cut() {
    let whole = filled();
    let bytes = fs::read(whole.file()).unwrap();
    for length in [20, 99, 100, 511, 512, 4_095, 4_096, bytes.len() / 2, bytes.len() - 4_096, bytes.len() - 1]
    {
        let place = Place::new();
        place.write(&bytes[..length]);
        refused_untouched(&place, &damaged_file());
    }
}

#[test]
fn a_changed_schema_is_damage() {
    let place = filled();
    let conn = Connection::open(place.file()).unwrap();
    conn.execute_batch("DROP INDEX practice_by_date").unwrap();
    drop(conn);
    refused_untouched(&place, &StoreError::damaged("sqlite_schema"));
}

#[test]
fn a_database_that_another_connection_holds_is_busy_and_opens_once_it_is_free() {
    let place = filled();
    let other = Connection::open(place.file()).unwrap();
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;").unwrap();
    assert_eq!(refusal(&place.file()), StoreError::Busy);
    drop(other);
    assert_eq!(place.open().read(|r| r.verify()).unwrap(), []);
}

#[test]
fn a_name_that_looks_like_an_address_is_a_name() {
    let place = Place::new();
    for name in ["file:other?mode=memory", "50% #1?.db", "腰 Rücken.db"] {
        let path = place.file().with_file_name(name);
        let store = Store::open(&path).unwrap();
        fill(&store);
        store.close().unwrap();
        assert_eq!(place.bytes().into_keys().collect::<Vec<_>>(), [name]);
        Store::open(&path).unwrap().read(|r| r.verify()).unwrap();
        fs::remove_file(path).unwrap();
    }
}

#[test]
fn a_draft_left_behind_by_a_process_that_was_killed_does_not_stand_in_the_way() {
    let whole = fs::read(filled().file()).unwrap();
    for draft in [Vec::new(), whole] {
        let place = Place::new();
        fs::write(place.file().with_file_name("mingmen.db.new"), draft).unwrap();
        assert_eq!(place.open().read(|r| r.verify()).unwrap(), []);
        assert_eq!(place.bytes().into_keys().collect::<Vec<_>>(), ["mingmen.db"]);
    }
}

#[test]
fn many_that_make_the_same_file_at_once_end_up_with_one() {
    let place = Place::new();
    let stores: Vec<Store> = std::thread::scope(|scope| {
        let openers: Vec<_> = (0..6).map(|_| scope.spawn(|| place.open())).collect();
        openers.into_iter().map(|opener| opener.join().unwrap()).collect()
    });
    for (number, store) in (0..).zip(&stores) {
        store.write(|w| w.insert_clearance(&id(number), &clearance())).unwrap();
    }
    drop(stores);
    let conn = Connection::open(place.file()).unwrap();
    let rows: u32 = conn.query_row("SELECT count(*) FROM clearance", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 6);
}

#[test]
fn a_closed_store_leaves_one_file_and_answers_nothing() {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    store.close().unwrap();
    assert_eq!(place.bytes().into_keys().collect::<Vec<_>>(), ["mingmen.db"]);
    assert_eq!(store.read(|r| r.latest_screening()), Err(StoreError::Closed));
    assert_eq!(store.write(|w| w.insert_clearance(&id(1), &clearance())), Err(StoreError::Closed));
    assert_eq!(store.heartbeat(&open_practice(5).id, &open_practice(5).player), Err(StoreError::Closed));
    assert_eq!(store.close(), Ok(()));
}

#[test]
fn the_file_says_what_it_is_and_how_it_is_kept() {
    let place = filled();
    let store = place.open();
    let guard = store.lock();
    let conn = &guard.as_ref().unwrap().conn;
    let pragma = |name: &str| {
        let value: rusqlite::types::Value = conn.pragma_query_value(None, name, |row| row.get(0)).unwrap();
        format!("{name} = {value:?}")
    };
    let names = [
        "application_id",
        "user_version",
        "journal_mode",
        "synchronous",
        "foreign_keys",
        "secure_delete",
        "temp_store",
        "fullfsync",
        "checkpoint_fullfsync",
        "trusted_schema",
        "busy_timeout",
    ];
    insta::assert_snapshot!(names.map(pragma).join("\n"));
}

#[test]
fn the_facade_keeps_apart_what_an_app_can_act_on() {
    let facade = |error: StoreError| MingmenError::from(error);
    assert_eq!(facade(StoreError::Busy), MingmenError::StoreBusy);
    assert_eq!(facade(StoreError::Full), MingmenError::StoreFull);
    assert_eq!(facade(StoreError::ReadOnly), MingmenError::StoreReadOnly);
    assert_eq!(facade(StoreError::Foreign), MingmenError::StoreForeign);
    assert_eq!(facade(StoreError::Closed), MingmenError::Closed);
    let place = "the file is empty".to_owned();
    assert_eq!(facade(StoreError::Empty), MingmenError::StoreDamaged { place });
    let what = "practice".to_owned();
    assert_eq!(facade(StoreError::AlreadyThere { table: "practice" }), MingmenError::AlreadyEnded { what });
}

#[test]
fn a_file_whose_app_was_killed_as_the_log_was_moved_into_it_opens_and_nobody_is_alarmed() {
    let place = filled();
    let store = place.open();
    store
        .write(|w| (1_000..1_200).try_for_each(|number| w.insert_practice(&practice(number, "2026-06-01"))))
        .unwrap();
    let killed = Place::new();
    let log = |place: &Place| place.file().with_file_name("mingmen.db-wal");
    fs::copy(log(&place), log(&killed)).unwrap();
    let mut bytes = fs::read(place.file()).unwrap();
    store.close().unwrap();
    let whole = fs::read(place.file()).unwrap();
    assert!(whole.len() > bytes.len(), "the control: nothing was added to the file");
    bytes[..4_096].copy_from_slice(&whole[..4_096]);
    killed.write(bytes);
    let practices =
        |place: &Place| place.open().read(|r| r.practices_between(on("2026-01-01")..=on("2026-12-31")));
    assert_eq!(practices(&killed), practices(&place));
}
