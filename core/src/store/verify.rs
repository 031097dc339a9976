//! Reads everything there is and names each thing that is wrong.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use rusqlite::ffi::SQLITE_ERROR;

use super::error::StoreError;
use super::fields::{Fields, id_of};
use super::ledger::{self, FactTable, NO_WEEK, Tally};
use super::table::Table;
use super::{Reading, TABLES};

/// One thing that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The table, or `file` where SQLite itself finds fault.
    pub table: String,
    /// The row's id, where one row is meant and its id can be read.
    pub row: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The row's values do not match its checksum.
    Changed,
    /// The row is as it was written, and this version does not understand it.
    NotUnderstood,
    /// Rows were lost, doubled or swapped: the ledger does not agree.
    LostOrDoubled,
    /// SQLite finds fault with the file, or cannot read a page of it.
    File,
}

impl Reading<'_> {
    /// Everything that is wrong with the file; empty if it is sound. Reads all of it: for now and then, not for each
    /// start.
    ///
    /// # Errors
    /// Whatever reading may meet, damage excepted: that is the answer.
    pub fn verify(&self) -> Result<Vec<Fault>, StoreError> {
        let mut faults = faults(self.conn)?;
        for table in TABLES {
            not_understood(self.conn, table, &mut faults)
                .or_else(|error| noted(error, "file", &mut faults))?;
        }
        Ok(faults)
    }
}

/// The first fault as an error. Asks nothing of the schema but checksums and a ledger, so that it serves every version.
pub(super) fn check(conn: &Connection) -> Result<(), StoreError> {
    match faults(conn)?.into_iter().next() {
        None => Ok(()),
        Some(Fault { table, row: None, .. }) => Err(StoreError::damaged(table)),
        Some(Fault { table, row: Some(row), .. }) => Err(StoreError::damaged(format!("{table}, row {row}"))),
    }
}

fn faults(conn: &Connection) -> Result<Vec<Fault>, StoreError> {
    let mut faults = Vec::new();
    sqlite_checks(conn, &mut faults).or_else(|error| noted(error, "file", &mut faults))?;
    ledger::check_schema(conn).or_else(|error| noted(error, ledger::SCHEMA, &mut faults))?;
    let tables = match ledger::fact_tables(conn) {
        Ok(tables) => tables,
        Err(error) => return noted(error, "file", &mut faults).map(|()| faults),
    };
    for table in &tables {
        scan(conn, table, &mut faults).or_else(|error| noted(error, &table.name, &mut faults))?;
    }
    strangers(conn, &tables, &mut faults).or_else(|error| noted(error, "ledger", &mut faults))?;
    Ok(faults)
}

/// Damage met on the way is a fault like any other; everything else ends the search.
fn noted(error: StoreError, table: &str, faults: &mut Vec<Fault>) -> Result<(), StoreError> {
    let problem = match error {
        StoreError::Damaged { place } if place == "file" => Problem::File,
        StoreError::Damaged { .. } => Problem::LostOrDoubled,
        other => return Err(other),
    };
    faults.push(Fault { table: table.to_owned(), row: None, problem });
    Ok(())
}

/// SQLite's own checks. A page that the system did not give is no word about the file, and SQLite's check names it as a
/// fault all the same: so a fault counts when it is found twice.
fn sqlite_checks(conn: &Connection, faults: &mut Vec<Fault>) -> Result<(), StoreError> {
    let sound = is_sound(conn)? || is_sound(conn)?;
    let orphans = conn.prepare("PRAGMA foreign_key_check")?.exists([])?;
    if !sound || orphans {
        faults.push(Fault { table: "file".to_owned(), row: None, problem: Problem::File });
    }
    Ok(())
}

/// SQLite's verdict. Its wording may quote values, so only the fact is kept.
fn is_sound(conn: &Connection) -> Result<bool, StoreError> {
    match conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0)) {
        Ok(verdict) => Ok(verdict == "ok"),
        // A rule of the schema could not be worked out for a row: `json_type` of what is no JSON any more.
        Err(rusqlite::Error::SqliteFailure(code, _)) if code.extended_code == SQLITE_ERROR => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Every row of a table against its checksum, and all of them against the ledger.
fn scan(conn: &Connection, table: &FactTable, faults: &mut Vec<Fault>) -> Result<(), StoreError> {
    let name = &table.name;
    let date = if table.dated { "date" } else { "NULL" };
    let (first, all) = (table.columns.first().map_or("NULL", String::as_str), table.columns.join(", "));
    let mut statement = conn.prepare(&format!(
        "SELECT {first}, {date}, checksum, checksum IS mingmen_checksum('{name}', {all}) FROM {name}"
    ))?;
    let mut found = BTreeMap::<i64, Tally>::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (Ok(day), Ok(checksum), Ok(true)) = (row.get::<_, Option<i64>>(1), row.get(2), row.get(3)) else {
            faults.push(Fault { table: name.clone(), row: id_of(row), problem: Problem::Changed });
            continue;
        };
        found.entry(day.map_or(NO_WEEK, ledger::week_of)).or_default().add(checksum);
    }
    ledger::compare(conn, name, i64::MIN..=i64::MAX, &found)
}

/// Entries of the ledger for tables that are not there.
fn strangers(conn: &Connection, tables: &[FactTable], faults: &mut Vec<Fault>) -> Result<(), StoreError> {
    let known: BTreeSet<&str> =
        tables.iter().map(|table| table.name.as_str()).chain([ledger::SCHEMA]).collect();
    let mut statement = conn.prepare("SELECT DISTINCT table_name FROM ledger")?;
    let mut entries = statement.query([])?;
    while let Some(entry) = entries.next()? {
        if !entry.get_ref(0)?.as_str().is_ok_and(|name| known.contains(name)) {
            faults.push(Fault { table: "ledger".to_owned(), row: None, problem: Problem::LostOrDoubled });
        }
    }
    Ok(())
}

/// Rows that are as they were written and still make no sense to this version.
fn not_understood(conn: &Connection, table: &Table, faults: &mut Vec<Fault>) -> Result<(), StoreError> {
    let mut statement = conn.prepare(&table.select(""))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let fields = Fields::new(table, row);
        if fields.checked().is_ok() && (table.understood)(&fields).is_err() {
            let problem = Problem::NotUnderstood;
            faults.push(Fault { table: table.name.to_owned(), row: id_of(row), problem });
        }
    }
    Ok(())
}
