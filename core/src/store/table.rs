//! One way in and one way out for every row: what goes in gets its checksum and is entered in the ledger,
//! what comes out has been checked against both.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, ToSql, params_from_iter};

use super::error::StoreError;
use super::fields::Fields;
use super::ledger::{self, Tally};
use crate::zone::CivilDate;

/// Whose the rows of a table are, which decides whether they go from phone to phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeptBy {
    /// The person's: an archive has them, and two devices are merged by the union of them. Such a table has an `id` for
    /// its key, and nothing in it changes in place.
    Person(RowKind),
    /// This phone's: they mean nothing on another one.
    Phone,
}

/// What sort of thing a row is, to the person whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// Practices.
    Practices,
    /// Check-ins, what was said the day after, activities and how they went.
    CheckIns,
    /// Small notes, and signs of the body.
    Notes,
    /// What was taken back or corrected.
    Corrections,
    /// Plans, changes to them, and what was said to offers.
    Plans,
    /// Routines that the person made.
    Routines,
    /// Answers about the person: the questions before practice, and the body check.
    Answers,
    /// What was set for the whole app, and what it tells once.
    Settings,
}

/// A table of facts: its columns in order, without `checksum`, which comes last.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) kept_by: KeptBy,
    pub(super) columns: &'static [&'static str],
    /// Whether this version understands a row.
    pub(super) understood: fn(&Fields<'_>) -> Result<(), StoreError>,
}

/// A condition and what its placeholders stand for.
type Picked<'p> = (&'static str, &'p [&'p dyn ToSql]);

impl Table {
    /// Where a column stands in a row.
    pub(super) fn place_of(&self, column: &str) -> Result<usize, StoreError> {
        self.columns
            .iter()
            .position(|name| *name == column)
            .ok_or_else(|| StoreError::Internal { reason: format!("{} has no column {column}", self.name) })
    }

    /// The week that a row with these values is entered under.
    fn week(&self, values: &[Value]) -> Result<i64, StoreError> {
        let Ok(place) = self.place_of("date") else { return Ok(ledger::NO_WEEK) };
        match values.get(place) {
            Some(Value::Integer(day)) => Ok(ledger::week_of(*day)),
            _ => Err(StoreError::Internal { reason: format!("{} without a date", self.name) }),
        }
    }

    /// `?1, ?2, …`, and the checksum of them.
    fn placeholders(&self) -> (String, String) {
        let all: Vec<String> = (1..=self.columns.len()).map(|number| format!("?{number}")).collect();
        let all = all.join(", ");
        let checksum = format!("mingmen_checksum('{}', {all})", self.name);
        (all, checksum)
    }

    /// Adds a row and enters it in the ledger.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] if its id is there already.
    pub(super) fn insert(&self, conn: &Connection, values: &[Value]) -> Result<(), StoreError> {
        let (all, checksum) = self.placeholders();
        let sql = format!(
            "INSERT INTO {} ({}, checksum) VALUES ({all}, {checksum}) RETURNING checksum",
            self.name,
            self.columns.join(", ")
        );
        let checksum = conn
            .prepare_cached(&sql)?
            .query_row(params_from_iter(values), |row| row.get(0))
            .map_err(|error| self.refused(error))?;
        ledger::enter(conn, self.name, self.week(values)?, checksum)
    }

    /// Removes the row whose first column has this value, and strikes it from the ledger.
    pub(super) fn remove(&self, conn: &Connection, key: i64, date: CivilDate) -> Result<(), StoreError> {
        let key_column = self.columns.first().copied().unwrap_or_default();
        let sql = format!("DELETE FROM {} WHERE {key_column} = ?1 RETURNING checksum", self.name);
        let checksum = conn.prepare_cached(&sql)?.query_row([key], |row| row.get(0))?;
        ledger::strike(conn, self.name, ledger::week_of(date.to_epoch_days().into()), checksum)
    }

    /// Every row, in no order.
    pub(super) fn all<T>(
        &self,
        conn: &Connection,
        decode: impl FnMut(&Fields<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let (rows, tallies) = self.rows(conn, ("", &[]), decode)?;
        ledger::compare(conn, self.name, i64::MIN..=i64::MAX, &tallies)?;
        Ok(rows)
    }

    /// Every row from the week of one date through the week of another, in no order. Whole weeks, because the
    /// ledger counts by the week.
    pub(super) fn weeks<T>(
        &self,
        conn: &Connection,
        from: CivilDate,
        through: CivilDate,
        decode: impl FnMut(&Fields<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let weeks =
            ledger::week_of(from.to_epoch_days().into())..=ledger::week_of(through.to_epoch_days().into());
        let (first, last) = (ledger::first_day(*weeks.start()), ledger::last_day(*weeks.end()));
        let picked: Picked<'_> = ("WHERE date BETWEEN ?1 AND ?2", &[&first, &last]);
        let (rows, tallies) = self.rows(conn, picked, decode)?;
        ledger::compare(conn, self.name, weeks, &tallies)?;
        Ok(rows)
    }

    /// The row with this id. If there is none, the whole table is compared with the ledger before that is believed:
    /// a damaged row is not a missing one.
    pub(super) fn one<T>(
        &self,
        conn: &Connection,
        id: &Value,
        mut decode: impl FnMut(&Fields<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let (mut found, _) = self.rows(conn, ("WHERE id = ?1", &[id]), &mut decode)?;
        if found.is_empty() {
            self.all(conn, |_| Ok(()))?;
        }
        Ok(found.pop())
    }

    /// Whether a row has this id, believing the first answer: for a courtesy check before a key refuses it anyway.
    pub(super) fn has(&self, conn: &Connection, id: &Value) -> Result<bool, StoreError> {
        let sql = format!("SELECT 1 FROM {} WHERE id = ?1", self.name);
        Ok(conn.prepare_cached(&sql)?.exists([id])?)
    }

    /// Whether there is any row at all, by two witnesses.
    pub(super) fn has_any(&self, conn: &Connection) -> Result<bool, StoreError> {
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM {0}), EXISTS (SELECT 1 FROM ledger WHERE table_name = '{0}')",
            self.name
        );
        let (rows, entries): (bool, bool) =
            conn.prepare_cached(&sql)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if rows == entries { Ok(rows) } else { Err(StoreError::damaged(self.name)) }
    }

    /// The first week that holds a row, by two witnesses; `None` where there is no row. Only for tables with a `date`.
    pub(super) fn first_week(&self, conn: &Connection) -> Result<Option<i64>, StoreError> {
        let sql = format!(
            "SELECT (SELECT min(date) FROM {0}), (SELECT min(week) FROM ledger WHERE table_name = '{0}')",
            self.name
        );
        let (day, week): (Option<i64>, Option<i64>) =
            conn.prepare_cached(&sql)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if day.map(ledger::week_of) == week { Ok(week) } else { Err(StoreError::damaged(self.name)) }
    }

    /// Reads whole rows: their columns in order, then the checksum.
    pub(super) fn select(&self, condition: &str) -> String {
        format!("SELECT {}, checksum FROM {} {condition}", self.columns.join(", "), self.name)
    }

    /// Removes rows that are as they were written and that this version does not understand. The ledger is to be made anew.
    pub(super) fn drop_what_is_not_understood(&self, conn: &Connection) -> Result<(), StoreError> {
        let mut keys: Vec<Value> = Vec::new();
        {
            let mut statement = conn.prepare(&self.select(""))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                if (self.understood)(&Fields::new(self, row)).is_err() {
                    keys.push(row.get(0)?);
                }
            }
        }
        let key_column = self.columns.first().copied().unwrap_or_default();
        for key in keys {
            conn.execute(&format!("DELETE FROM {} WHERE {key_column} = ?1", self.name), [key])?;
        }
        Ok(())
    }

    fn rows<T>(
        &self,
        conn: &Connection,
        (condition, parameters): Picked<'_>,
        mut decode: impl FnMut(&Fields<'_>) -> Result<T, StoreError>,
    ) -> Result<(Vec<T>, BTreeMap<i64, Tally>), StoreError> {
        let mut statement = conn.prepare_cached(&self.select(condition))?;
        let mut cursor = statement.query(parameters)?;
        let (mut found, mut tallies) = (Vec::new(), BTreeMap::<i64, Tally>::new());
        while let Some(row) = cursor.next()? {
            let fields = Fields::new(self, row);
            let checksum = fields.checked()?;
            let week = if self.place_of("date").is_ok() {
                ledger::week_of(fields.int("date")?)
            } else {
                ledger::NO_WEEK
            };
            tallies.entry(week).or_default().add(checksum);
            found.push(decode(&fields)?);
        }
        Ok((found, tallies))
    }

    fn refused(&self, error: rusqlite::Error) -> StoreError {
        use rusqlite::ffi::{
            SQLITE_CONSTRAINT_CHECK, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID,
            SQLITE_CONSTRAINT_UNIQUE,
        };
        match error.sqlite_extended_error_code() {
            Some(SQLITE_CONSTRAINT_PRIMARYKEY | SQLITE_CONSTRAINT_ROWID | SQLITE_CONSTRAINT_UNIQUE) => {
                StoreError::AlreadyThere { table: self.name }
            }
            Some(SQLITE_CONSTRAINT_CHECK) => StoreError::InvalidValue {
                field: self.name,
                problem: "a value lies outside what the file may hold",
            },
            _ => error.into(),
        }
    }
}
