//! Old schemas become the same as fresh ones, or stay as they were.

use rusqlite::Connection;

use super::samples::*;
use crate::store::migrate::{self, MIGRATIONS};
use crate::store::{StoreError, TABLES, checksum, ledger, verify};

/// A schema to come: it adds a column and writes the checksums anew, as every migration of a table must.
const NEXT: &str = "ALTER TABLE clearance ADD COLUMN words TEXT;
    UPDATE clearance SET checksum = mingmen_checksum('clearance', id, said_at, date, words);";

fn with_next() -> Vec<&'static str> {
    MIGRATIONS.iter().copied().chain([NEXT]).collect()
}

fn empty() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    checksum::register(&conn).unwrap();
    conn
}

/// A database of the newest schema with a row in every table.
fn filled() -> (Place, Connection) {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    store.close().unwrap();
    let conn = Connection::open(place.file()).unwrap();
    checksum::register(&conn).unwrap();
    (place, conn)
}

/// The schema's text and version: what a fresh file and an upgraded one must have in common.
fn schema(conn: &Connection) -> Vec<String> {
    let mut statement = conn
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL UNION ALL SELECT user_version FROM pragma_user_version UNION ALL SELECT application_id FROM pragma_application_id")
        .unwrap();
    let lines = statement.query_map([], |row| row.get::<_, rusqlite::types::Value>(0)).unwrap();
    lines.map(|line| format!("{:?}", line.unwrap())).collect()
}

#[test]
fn every_old_schema_upgrades_to_the_same_as_a_fresh_one() {
    let migrations = with_next();
    let mut fresh = empty();
    migrate::run(&mut fresh, &migrations).unwrap();
    for old in 1..migrations.len() {
        let mut upgraded = empty();
        migrate::run(&mut upgraded, &migrations[..old]).unwrap();
        assert_ne!(schema(&upgraded), schema(&fresh));
        migrate::run(&mut upgraded, &migrations).unwrap();
        assert_eq!(schema(&upgraded), schema(&fresh));
        verify::check(&upgraded).unwrap();
    }
}

#[test]
fn a_migration_keeps_every_row_and_its_ledger() {
    let (_place, mut conn) = filled();
    let practices = |conn: &Connection| -> (i64, i64) {
        let sql = "SELECT count(*), sum(practised_ms) FROM practice";
        conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
    };
    let before = practices(&conn);
    migrate::run(&mut conn, &with_next()).unwrap();
    assert_eq!(practices(&conn), before);
    verify::check(&conn).unwrap();
}

#[test]
fn a_migration_does_not_give_damage_a_fresh_checksum() {
    let (_place, mut conn) = filled();
    conn.execute("UPDATE clearance SET said_at = said_at + 1", []).unwrap();
    let before = schema(&conn);
    let damage = StoreError::damaged(format!("clearance, row {}", id(4)));
    assert_eq!(migrate::run(&mut conn, &with_next()), Err(damage));
    assert_eq!(schema(&conn), before);
}

#[test]
fn a_migration_that_fails_leaves_the_old_schema() {
    let (_place, mut conn) = filled();
    let before = schema(&conn);
    let broken = [MIGRATIONS, &["CREATE TABLE added (x); SELECT no_such_column FROM practice;"]].concat();
    assert!(matches!(migrate::run(&mut conn, &broken), Err(StoreError::Internal { .. })));
    assert_eq!(schema(&conn), before);
    verify::check(&conn).unwrap();
}

#[test]
fn the_code_and_the_file_agree_on_every_table_and_column() {
    let mut conn = empty();
    migrate::run(&mut conn, MIGRATIONS).unwrap();
    let mut in_file: Vec<_> =
        ledger::fact_tables(&conn).unwrap().into_iter().map(|table| (table.name, table.columns)).collect();
    let mut in_code: Vec<_> = TABLES
        .iter()
        .map(|table| {
            (table.name.to_owned(), table.columns.iter().map(|&it| it.to_owned()).collect::<Vec<_>>())
        })
        .collect();
    in_file.sort();
    in_code.sort();
    assert_eq!(in_file, in_code);
}

/// A schema that has been given out never changes: a later one is a file of its own.
fn sum_of_schema(number: usize) -> i64 {
    checksum::checksum([rusqlite::types::ValueRef::Text(MIGRATIONS[number - 1].as_bytes())])
}

#[test]
fn schema_1_is_as_it_was_given_out() {
    insta::assert_snapshot!(sum_of_schema(1));
}

#[test]
fn schema_2_is_as_it_was_given_out() {
    insta::assert_snapshot!(sum_of_schema(2));
}

#[test]
fn schema_3_is_as_it_was_given_out() {
    insta::assert_snapshot!(sum_of_schema(3));
}

#[test]
fn schema_4_is_as_it_was_given_out() {
    insta::assert_snapshot!(sum_of_schema(4));
}

#[test]
fn schema_5_is_as_it_was_given_out() {
    insta::assert_snapshot!(sum_of_schema(5));
}

#[test]
fn schema_6_is_as_it_was_given_out() {
    insta::assert_snapshot!(sum_of_schema(6));
}

#[test]
fn schema_7_is_as_it_was_given_out() {
    insta::assert_snapshot!(sum_of_schema(7));
}

#[test]
fn schema_8_is_as_it_was_given_out() {
    insta::assert_snapshot!(sum_of_schema(8));
}
