//! Whole rows, whatever they say: what an archive is written from, and what two devices are merged by.
//!
//! Facts are only added, and each has an id that no other has: the union of two devices is the union of their rows.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::check_in::CHECK_IN;
use super::checksum::checksum;
use super::error::StoreError;
use super::ledger::{self, NO_WEEK, Tally};
use super::practice::PRACTICE;
use super::table::{KeptBy, RowKind};
use super::values;
use super::{Reading, TABLES, Writing};
use crate::practice::PracticeId;
use crate::uuid;
use crate::zone::CivilDate;

/// A table of the person's facts, as a file of some schema has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowTable {
    pub(crate) name: String,
    /// In their order, the `id` first, without `checksum`.
    pub(crate) columns: Vec<Column>,
}

/// A column and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) holds: Holds,
}

/// What a column holds, where it is not null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// The 16 bytes of an id.
    Id,
    /// A whole number.
    Whole,
    /// Text.
    Text,
}

/// A row: its values in the order of the columns, and the checksum that they have.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) values: Vec<Value>,
    pub(crate) checksum: i64,
}

/// How a row from elsewhere stands to what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowMatch {
    /// It is not here.
    New,
    /// It is here, with the same values.
    There,
    /// A row of its id is here, with other values.
    Other,
}

impl RowTable {
    /// What sort of thing its rows are, to the person whose they are.
    pub(crate) fn kind(&self) -> RowKind {
        kind_of(&self.name).unwrap_or(RowKind::Settings)
    }

    /// The names of its columns, as a statement lists them.
    pub(super) fn list(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        names.join(", ")
    }

    /// The week that a row is entered under.
    fn week(&self, row: &Row) -> i64 {
        let place = self.columns.iter().position(|column| column.name == "date");
        match place.and_then(|place| row.values.get(place)) {
            Some(Value::Integer(day)) => ledger::week_of(*day),
            _ => NO_WEEK,
        }
    }

    fn checksum(&self, values: &[Value]) -> i64 {
        let name = rusqlite::types::ValueRef::Text(self.name.as_bytes());
        checksum(std::iter::once(name).chain(values.iter().map(Into::into)))
    }

    /// Reads a row of which the columns stand first and the checksum after them.
    fn read(&self, row: &rusqlite::Row<'_>) -> Result<Row, StoreError> {
        let values: Vec<Value> = (0..self.columns.len()).map(|at| row.get(at)).collect::<Result<_, _>>()?;
        let written: Option<i64> = row.get(self.columns.len()).ok();
        let whole = written.filter(|written| *written == self.checksum(&values));
        match whole {
            Some(checksum) => Ok(Row { values, checksum }),
            None => Err(self.damaged(&values)),
        }
    }

    fn damaged(&self, values: &[Value]) -> StoreError {
        let id = match values.first() {
            Some(Value::Blob(bytes)) => uuid::format(bytes),
            _ => None,
        };
        StoreError::damaged(format!("{}, row {}", self.name, id.as_deref().unwrap_or("without an id")))
    }
}

impl Row {
    /// The bytes of its id.
    pub(crate) fn id(&self) -> &[u8] {
        match self.values.first() {
            Some(Value::Blob(id)) => id,
            _ => &[],
        }
    }
}

/// What sort of thing the rows of a table are; `None` for a table that is the phone's.
fn kind_of(name: &str) -> Option<RowKind> {
    TABLES.iter().find(|table| table.name == name).and_then(|table| match table.kept_by {
        KeptBy::Person(kind) => Some(kind),
        KeptBy::Phone => None,
    })
}

/// The tables of the person's facts in a file of any schema, by name.
pub(super) fn tables(conn: &Connection) -> Result<Vec<RowTable>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT tables.name, columns.name, columns.type
         FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' ORDER BY tables.name, columns.cid",
    )?;
    let mut found = BTreeMap::<String, Vec<Column>>::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let holds = match row.get_ref(2)?.as_str().unwrap_or_default() {
            "BLOB" => Holds::Id,
            "INTEGER" => Holds::Whole,
            _ => Holds::Text,
        };
        found.entry(row.get(0)?).or_default().push(Column { name: row.get(1)?, holds });
    }
    let tables = found.into_iter().filter_map(|(name, mut columns)| {
        kind_of(&name)?;
        let checksum = columns.iter().position(|column| column.name == "checksum")?;
        columns.remove(checksum);
        Some(RowTable { name, columns })
    });
    Ok(tables.collect())
}

/// Rows of a table after an id, by id, at most so many; each has been checked against its checksum.
pub(super) fn page(
    conn: &Connection,
    table: &RowTable,
    after: &[u8],
    most: usize,
) -> Result<Vec<Row>, StoreError> {
    let sql =
        format!("SELECT {}, checksum FROM {} WHERE id > ?1 ORDER BY id LIMIT ?2", table.list(), table.name);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query((after, i64::try_from(most).unwrap_or(i64::MAX)))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(table.read(row)?);
    }
    Ok(found)
}

impl Reading<'_> {
    /// The tables of the person's facts, by name.
    pub(crate) fn row_tables(&self) -> Result<Vec<RowTable>, StoreError> {
        tables(self.conn)
    }

    /// The weeks, from the first day to the last, in which there is a practice or a check-in: in their order.
    pub(crate) fn weeks_kept(&self) -> Result<Vec<RangeInclusive<CivilDate>>, StoreError> {
        let weeks = ledger::weeks_of(self.conn, [PRACTICE.name, CHECK_IN.name])?;
        let day = |day: i64| i32::try_from(day).ok().and_then(CivilDate::from_epoch_days);
        let days = |week| Some(day(ledger::first_day(week))?..=day(ledger::last_day(week))?);
        weeks.into_iter().map(|week| days(week).ok_or_else(|| StoreError::damaged("ledger"))).collect()
    }

    /// Whether there is a practice of this id, believing the first answer: before a key refuses it anyway.
    pub(crate) fn has_practice(&self, id: &PracticeId) -> Result<bool, StoreError> {
        PRACTICE.has(self.conn, &values::uuid("id", id.as_str())?)
    }

    /// What the rows of a table should add up to.
    pub(crate) fn row_total(&self, table: &RowTable) -> Result<Tally, StoreError> {
        ledger::total(self.conn, &table.name)
    }

    /// Rows of a table after an id, by id, at most `most`. They are not compared with the ledger: that takes all of them.
    pub(crate) fn rows_after(
        &self,
        table: &RowTable,
        after: &[u8],
        most: usize,
    ) -> Result<Vec<Row>, StoreError> {
        page(self.conn, table, after, most)
    }

    /// Says whether all rows of a table are there and as they were written.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub(crate) fn require_sound(&self, table: &RowTable) -> Result<(), StoreError> {
        let sql = format!("SELECT {}, checksum FROM {}", table.list(), table.name);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let (mut rows, mut found) = (statement.query([])?, Tally::default());
        while let Some(row) = rows.next()? {
            found.add(table.read(row)?.checksum);
        }
        if found == self.row_total(table)? { Ok(()) } else { Err(StoreError::damaged(&table.name)) }
    }

    /// How a row from elsewhere stands to what is here.
    pub(crate) fn match_row(&self, table: &RowTable, row: &Row) -> Result<RowMatch, StoreError> {
        let sql = format!("SELECT {}, checksum FROM {} WHERE id = ?1", table.list(), table.name);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([row.id()])?;
        let Some(here) = rows.next()? else { return Ok(RowMatch::New) };
        Ok(if table.read(here)? == *row { RowMatch::There } else { RowMatch::Other })
    }
}

impl Writing<'_> {
    /// Adds rows as they are, and enters them in the ledger.
    ///
    /// # Errors
    /// Whatever writing may meet, and [`StoreError::Internal`] for rows that were not proved before.
    pub(crate) fn insert_rows(&self, table: &RowTable, rows: &[Row]) -> Result<(), StoreError> {
        let places: Vec<String> = (1..=table.columns.len() + 1).map(|number| format!("?{number}")).collect();
        let sql =
            format!("INSERT INTO {} ({}, checksum) VALUES ({})", table.name, table.list(), places.join(", "));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut weeks = BTreeMap::<i64, Tally>::new();
        for row in rows {
            let values = row.values.iter().cloned().chain([Value::Integer(row.checksum)]);
            statement.execute(params_from_iter(values))?;
            weeks.entry(table.week(row)).or_default().add(row.checksum);
        }
        weeks.into_iter().try_for_each(|(week, added)| ledger::enter_all(self.conn, &table.name, week, added))
    }

    /// Removes every row of a table.
    pub(crate) fn clear_rows(&self, table: &RowTable) -> Result<(), StoreError> {
        self.conn.execute(&format!("DELETE FROM {}", table.name), [])?;
        ledger::strike_all(self.conn, &table.name)?;
        self.forget_standing();
        Ok(())
    }
}

/// The tables of a database of any schema with all their rows, for tests that write an archive of an older one.
#[cfg(test)]
pub(crate) fn archived_tables(conn: &Connection) -> Result<Vec<(RowTable, Vec<Row>)>, StoreError> {
    let with_rows = |table: RowTable| page(conn, &table, &[], usize::MAX >> 1).map(|rows| (table, rows));
    tables(conn)?.into_iter().map(with_rows).collect()
}
