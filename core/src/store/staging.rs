//! A database apart, in which rows from elsewhere are proved before any of them comes near the person's own.
//!
//! It has the schema that the rows were written with. They are put in, under all rules of that schema; then our own
//! migrations bring them up to the newest. So an archive of any age is read by what reads a database of that age.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, OpenFlags, params_from_iter};

use super::error::StoreError;
use super::fields::Fields;
use super::migrate::{self, MIGRATIONS};
use super::rows::{self, RowTable};
use super::table::KeptBy;
use super::{Reading, Row, TABLES, connect, ledger};

/// Memory that it may take, in kibibytes. What is more goes to its file.
const MEMORY_KIB: i64 = 1024;

/// A row that obeys the schema and still cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Misfit {
    /// Its table.
    pub(crate) table: String,
    /// How many rows of its table come before it, by id.
    pub(crate) place: u64,
    /// Whether what it belongs to is missing; else its values make no sense to this version.
    pub(crate) orphan: bool,
}

/// The database apart. It goes when this is dropped, and where the system allows it also when the app is killed.
#[derive(Debug)]
pub(crate) struct Staging {
    conn: Connection,
    path: PathBuf,
}

impl Drop for Staging {
    fn drop(&mut self) {
        // On Unix it went by its name long ago.
        let _ = fs::remove_file(&self.path);
    }
}

impl Staging {
    /// The newest schema that can be staged.
    pub(crate) fn newest() -> u32 {
        migrate::newest(MIGRATIONS)
    }

    /// Makes an empty database of a schema. `path` names a file that it may have; what is there goes.
    pub(crate) fn new(path: &Path, schema: u32) -> Result<Self, StoreError> {
        let _ = fs::remove_file(path);
        let mut conn = connect::connect(path, OpenFlags::SQLITE_OPEN_CREATE, connect::NO_WAIT)?;
        let known = usize::try_from(schema).ok().and_then(|schema| MIGRATIONS.get(..schema));
        // It need not outlive this process, so nothing waits for the disk, and its journal is memory.
        conn.execute_batch(&format!(
            "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF; PRAGMA foreign_keys = OFF;
             PRAGMA cache_size = -{MEMORY_KIB};"
        ))?;
        migrate::run(&mut conn, known.unwrap_or(MIGRATIONS))?;
        // Nobody else needs to find it by its name, and a kill leaves no diary behind in a cache.
        if cfg!(unix) {
            let _ = fs::remove_file(path);
        }
        conn.execute_batch("BEGIN")?;
        Ok(Self { conn, path: path.to_owned() })
    }

    /// The tables that it has, by name.
    pub(crate) fn tables(&self) -> Result<Vec<RowTable>, StoreError> {
        rows::tables(&self.conn)
    }

    /// Puts a row in. `Ok(false)` says that the schema has no place for such a row.
    pub(crate) fn add(&self, table: &RowTable, values: &[Value]) -> Result<bool, StoreError> {
        let places: Vec<String> = (1..=table.columns.len()).map(|number| format!("?{number}")).collect();
        let (name, places) = (&table.name, places.join(", "));
        let sql = format!(
            "INSERT INTO {name} ({}, checksum) VALUES ({places}, mingmen_checksum('{name}', {places}))",
            table.list()
        );
        let added = self.conn.prepare_cached(&sql)?.execute(params_from_iter(values));
        match added {
            Ok(_) => Ok(true),
            // A rule is broken, or cannot be worked out: `json_type` of what is no JSON.
            Err(error) => match error.sqlite_error_code() {
                Some(ErrorCode::ConstraintViolation | ErrorCode::Unknown | ErrorCode::TooBig) => Ok(false),
                _ => Err(error.into()),
            },
        }
    }

    /// Rows that name a row which is not there: for each rule of the schema, the first few.
    pub(crate) fn orphans(&self, most: usize) -> Result<Vec<Misfit>, StoreError> {
        let mut found = Vec::new();
        for table in self.tables()? {
            let rules: Vec<(String, String, String)> = self
                .conn
                .prepare("SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?1)")?
                .query_map([&table.name], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                .collect::<Result<_, _>>()?;
            for (from, parent, to) in rules {
                let name = &table.name;
                let sql = format!(
                    "SELECT id FROM {name} WHERE {from} NOT IN (SELECT {to} FROM {parent}) ORDER BY id LIMIT ?1"
                );
                let mut statement = self.conn.prepare(&sql)?;
                let ids = statement
                    .query_map([i64::try_from(most).unwrap_or(i64::MAX)], |row| row.get::<_, Vec<u8>>(0))?;
                for id in ids {
                    found.push(self.misfit(name, &id?, true)?);
                }
            }
        }
        Ok(found)
    }

    /// Brings what is there to the newest schema.
    pub(crate) fn bring_up(&mut self) -> Result<(), StoreError> {
        if migrate::version(&self.conn)? == Self::newest() {
            return Ok(());
        }
        ledger::rebuild(&self.conn)?;
        self.conn.execute_batch("COMMIT")?;
        migrate::run(&mut self.conn, MIGRATIONS)?;
        self.conn.execute_batch("BEGIN")?;
        Ok(())
    }

    /// Rows that this version does not understand, the first few of each table.
    pub(crate) fn not_understood(&self, most: usize) -> Result<Vec<Misfit>, StoreError> {
        let mut found = Vec::new();
        for table in TABLES.into_iter().filter(|table| matches!(table.kept_by, KeptBy::Person(_))) {
            let mut statement = self.conn.prepare_cached(&table.select("ORDER BY id"))?;
            let mut rows = statement.query([])?;
            let mut here = 0;
            while let Some(row) = rows.next()? {
                let wrong = (table.understood)(&Fields::new(table, row)).is_err();
                if wrong && here < most {
                    here += 1;
                    found.push(self.misfit(table.name, &row.get::<_, Vec<u8>>(0)?, false)?);
                }
            }
        }
        Ok(found)
    }

    /// Rows of a table after an id, by id, at most so many.
    pub(crate) fn rows_after(
        &self,
        table: &RowTable,
        after: &[u8],
        most: usize,
    ) -> Result<Vec<Row>, StoreError> {
        Reading::new(&self.conn).rows_after(table, after, most)
    }

    fn misfit(&self, table: &str, id: &[u8], orphan: bool) -> Result<Misfit, StoreError> {
        let sql = format!("SELECT count(*) FROM {table} WHERE id < ?1");
        let place: i64 = self.conn.prepare_cached(&sql)?.query_row([id], |row| row.get(0))?;
        Ok(Misfit { table: table.to_owned(), place: place.unsigned_abs(), orphan })
    }
}
