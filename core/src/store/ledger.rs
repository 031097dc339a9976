//! How many rows there should be, so that a row that was lost, doubled or swapped is noticed.
//!
//! A checksum vouches for a row that was found. It cannot tell that a row is gone, for instance because a flipped bit
//! in an index leads past it. The ledger can: for each table, and in tables with a `date` for each week, it holds the
//! number of rows and the XOR of their checksums. Both change in the transaction that writes the row.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use rusqlite::{Connection, params};

use super::error::StoreError;

/// The week that rows without a date are entered under.
pub(super) const NO_WEEK: i64 = 0;

/// 1970-01-01 was a Thursday: the Monday of its week is three days before.
const DAYS_BEFORE_1970: i64 = 3;

/// The number of the week that holds an epoch day. Weeks begin on Monday, as the Progress page does.
pub(super) fn week_of(day: i64) -> i64 {
    day.saturating_add(DAYS_BEFORE_1970).div_euclid(7)
}

/// Its Monday, as an epoch day.
pub(super) fn first_day(week: i64) -> i64 {
    week.saturating_mul(7).saturating_sub(DAYS_BEFORE_1970)
}

/// Its Sunday, as an epoch day.
pub(super) fn last_day(week: i64) -> i64 {
    first_day(week).saturating_add(6)
}

/// What some rows add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    rows: i64,
    xor: i64,
}

impl Tally {
    pub(super) fn of(rows: i64, xor: i64) -> Self {
        Self { rows, xor }
    }

    pub(super) fn rows(self) -> i64 {
        self.rows
    }

    pub(crate) fn add(&mut self, checksum: i64) {
        self.rows += 1;
        self.xor ^= checksum;
    }

    /// How many rows they are.
    pub(crate) fn count(self) -> u64 {
        self.rows.unsigned_abs()
    }

    fn join(self, other: Tally) -> Tally {
        Tally { rows: self.rows.saturating_add(other.rows), xor: self.xor ^ other.xor }
    }
}

/// Enters a row that was just added.
pub(super) fn enter(conn: &Connection, table: &str, week: i64, checksum: i64) -> Result<(), StoreError> {
    enter_all(conn, table, week, Tally { rows: 1, xor: checksum })
}

/// Enters rows of one week that were just added. SQL has no XOR: `(a | b) - (a & b)` is it, and cannot overflow.
pub(super) fn enter_all(conn: &Connection, table: &str, week: i64, added: Tally) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO ledger (table_name, week, row_count, checksum_xor) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET
           row_count = row_count + ?3,
           checksum_xor = (checksum_xor | ?4) - (checksum_xor & ?4)",
    )?
    .execute(params![table, week, added.rows, added.xor])?;
    Ok(())
}

/// Strikes every row of a table, which were just removed.
pub(super) fn strike_all(conn: &Connection, table: &str) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM ledger WHERE table_name = ?1")?.execute([table])?;
    Ok(())
}

/// What all rows of a table should add up to.
pub(super) fn total(conn: &Connection, table: &str) -> Result<Tally, StoreError> {
    let weeks = expected(conn, table, i64::MIN..=i64::MAX)?;
    Ok(weeks.into_values().fold(Tally::default(), Tally::join))
}

/// Strikes a row that was just removed. An entry that comes out even goes too; one that does not stays as evidence.
pub(super) fn strike(conn: &Connection, table: &str, week: i64, checksum: i64) -> Result<(), StoreError> {
    conn.prepare_cached(
        "UPDATE ledger SET
           row_count = row_count - 1,
           checksum_xor = (checksum_xor | ?3) - (checksum_xor & ?3)
         WHERE table_name = ?1 AND week = ?2",
    )?
    .execute(params![table, week, checksum])?;
    conn.prepare_cached(
        "DELETE FROM ledger WHERE table_name = ?1 AND week = ?2 AND row_count = 0 AND checksum_xor = 0",
    )?
    .execute(params![table, week])?;
    Ok(())
}

/// Compares what was found in some weeks of a table with what should be there.
pub(super) fn compare(
    conn: &Connection,
    table: &str,
    weeks: RangeInclusive<i64>,
    found: &BTreeMap<i64, Tally>,
) -> Result<(), StoreError> {
    if expected(conn, table, weeks)? == *found { Ok(()) } else { Err(StoreError::damaged(table)) }
}

/// The weeks under which two tables have rows, in their order.
pub(super) fn weeks_of(conn: &Connection, tables: [&str; 2]) -> Result<Vec<i64>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT DISTINCT week FROM ledger WHERE table_name IN (?1, ?2) ORDER BY week")?;
    let weeks = statement.query_map(tables, |row| row.get(0))?;
    Ok(weeks.collect::<Result<_, _>>()?)
}

fn expected(
    conn: &Connection,
    table: &str,
    weeks: RangeInclusive<i64>,
) -> Result<BTreeMap<i64, Tally>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT week, row_count, checksum_xor FROM ledger WHERE table_name = ?1 AND week BETWEEN ?2 AND ?3",
    )?;
    let entries = statement.query_map(params![table, weeks.start(), weeks.end()], |row| {
        Ok((row.get(0)?, Tally { rows: row.get(1)?, xor: row.get(2)? }))
    })?;
    entries.collect::<Result<_, _>>().map_err(|error| match error {
        rusqlite::Error::SqliteFailure(..) => error.into(),
        _ => StoreError::damaged("ledger"),
    })
}

/// The name under which the schema itself is entered: a flipped bit in it could turn a rule off unnoticed.
pub(super) const SCHEMA: &str = "sqlite_schema";

/// Compares the schema with its entry. Pages move when a file is compacted, so they are not part of it.
pub(super) fn check_schema(conn: &Connection) -> Result<(), StoreError> {
    let found = BTreeMap::from([(NO_WEEK, schema_tally(conn)?)]);
    compare(conn, SCHEMA, NO_WEEK..=NO_WEEK, &found)
}

fn schema_tally(conn: &Connection) -> Result<Tally, StoreError> {
    let mut statement = conn.prepare(
        r"SELECT mingmen_checksum('sqlite_schema', type, name, tbl_name, sql) FROM sqlite_schema
         WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\'",
    )?;
    let mut tally = Tally::default();
    for checksum in statement.query_map([], |row| row.get(0))? {
        tally.add(checksum?);
    }
    Ok(tally)
}

/// Writes the whole ledger anew from the tables as they are: the last step of a migration.
pub(super) fn rebuild(conn: &Connection) -> Result<(), StoreError> {
    conn.execute("DELETE FROM ledger", [])?;
    for table in fact_tables(conn)? {
        let day = if table.dated { "date" } else { "NULL" };
        let mut statement = conn.prepare(&format!("SELECT checksum, {day} FROM {}", table.name))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let week = row.get::<_, Option<i64>>(1)?.map_or(NO_WEEK, week_of);
            enter(conn, &table.name, week, row.get(0)?)?;
        }
    }
    let schema = schema_tally(conn)?;
    conn.execute(
        "INSERT INTO ledger (table_name, week, row_count, checksum_xor) VALUES (?1, ?2, ?3, ?4)",
        params![SCHEMA, NO_WEEK, schema.rows, schema.xor],
    )?;
    Ok(())
}

/// A table of facts as the file itself describes it, whatever its schema: any table that has checksums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FactTable {
    pub(super) name: String,
    /// In their order, without `checksum`.
    pub(super) columns: Vec<String>,
    pub(super) dated: bool,
}

impl FactTable {
    /// Whether each row has a `UUIDv7`. A table without them has one row at most, which changes in place.
    pub(super) fn has_ids(&self) -> bool {
        self.columns.first().is_some_and(|column| column == "id")
    }
}

/// The tables of facts, by name.
pub(super) fn fact_tables(conn: &Connection) -> Result<Vec<FactTable>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT tables.name, group_concat(columns.name, ' ' ORDER BY columns.cid)
         FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' GROUP BY tables.name",
    )?;
    let described: Vec<(String, String)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let tables = described.into_iter().filter_map(|(name, columns)| {
        let mut columns: Vec<String> = columns.split(' ').map(str::to_owned).collect();
        let checksum = columns.iter().position(|column| column == "checksum")?;
        columns.remove(checksum);
        let dated = columns.iter().any(|column| column == "date");
        Some(FactTable { name, columns, dated })
    });
    Ok(tables.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::CivilDate;
    use chrono::Datelike;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_week_runs_from_monday_to_sunday_and_holds_its_days(day in -1_000_000_i32..1_000_000) {
            let week = week_of(day.into());
            let monday = CivilDate::from_epoch_days(i32::try_from(first_day(week)).unwrap()).unwrap();
            prop_assert_eq!(monday.weekday(), chrono::Weekday::Mon);
            prop_assert!((first_day(week)..=last_day(week)).contains(&i64::from(day)));
            prop_assert_eq!(first_day(week + 1), last_day(week) + 1);
        }

        #[test]
        fn xor_as_sql_writes_it_is_xor(a in any::<i64>(), b in any::<i64>()) {
            prop_assert_eq!((a | b).checked_sub(a & b), Some(a ^ b));
        }
    }
}
