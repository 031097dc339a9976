//! Finds every row that is still as it was written in a file that is damaged, and puts it into a new one.
//!
//! SQLite finds rows by going from page to page, and stops where one is damaged: at the first page, which names all
//! others, or somewhere on the way. So nobody is asked the way here. Each page of the file is taken for the beginning of
//! each table in turn, and what is read there is believed when a row's checksum, which covers the name of its table,
//! matches it. A row whose own page can be read is found.

use std::fs;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

use super::error::{StoreError, unless_damaged};
use super::files::failed;
use super::ledger::FactTable;
use super::{checksum, ledger};

/// Bytes of a page in every file of ours.
const PAGE: usize = 4_096;

/// The kinds of page that hold rows (sqlite.org/fileformat2.html, 1.6), each within a tree and at its end.
const OF_TABLES_WITH_IDS: [u8; 2] = [0x02, 0x0a];
const OF_OTHER_TABLES: [u8; 2] = [0x05, 0x0d];

/// A damaged file whose first page was made new, so that any page can be looked into.
pub(super) struct Wreck {
    conn: Connection,
    /// Where to see of what kind a page is.
    file: fs::File,
    pages: u32,
    tables: Vec<FactTable>,
    /// Which table the last row was of: the next page often has more of it.
    last: usize,
}

impl Wreck {
    /// Makes a file ready for the search, and changes it. `like` is a database of the same schema. None where the file
    /// is shorter than a page.
    ///
    /// # Errors
    /// What writing may meet.
    pub(super) fn open(file: &Path, like: &Connection) -> Result<Option<Self>, StoreError> {
        let pages = fs::metadata(file).map_or(0, |about| about.len()).div_ceil(PAGE as u64);
        let Some(pages) = u32::try_from(pages).ok().filter(|pages| *pages > 0) else { return Ok(None) };
        make_first_page(file, pages).map_err(|error| failed(&error))?;
        let conn = Connection::open(file)?;
        checksum::register(&conn)?;
        // This file is thrown away afterwards: nothing of it needs to reach the disk.
        conn.execute_batch(
            "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA writable_schema = ON",
        )?;
        describe(&conn, like)?;
        let tables = ledger::fact_tables(like)?;
        let file = fs::File::open(file).map_err(|error| failed(&error))?;
        Ok(Some(Self { conn, file, pages, tables, last: 0 }))
    }

    /// Puts every sound row into a database of the same schema. A row whose key is there already stays as it is.
    ///
    /// # Errors
    /// What writing into it may meet. That a page cannot be read is no error here.
    pub(super) fn pour_into(&mut self, into: &Connection) -> Result<(), StoreError> {
        for page in 2..=self.pages {
            let kind = self.kind(page).map_err(|error| failed(&error))?;
            let with_ids = OF_TABLES_WITH_IDS.contains(&kind);
            if !with_ids && !OF_OTHER_TABLES.contains(&kind) {
                continue;
            }
            self.begin_all_tables_at(page)?;
            let count = self.tables.len();
            for step in 0..count {
                let at = (self.last + step) % count;
                let Some(table) = self.tables.get(at) else { continue };
                if table.has_ids() == with_ids && take(&self.conn, into, table)? {
                    self.last = at;
                    break;
                }
            }
        }
        Ok(())
    }

    fn kind(&mut self, page: u32) -> std::io::Result<u8> {
        let mut kind = [0];
        self.file.seek(SeekFrom::Start(u64::from(page - 1) * PAGE as u64))?;
        self.file.read_exact(&mut kind)?;
        Ok(kind[0])
    }

    fn begin_all_tables_at(&self, page: u32) -> Result<(), StoreError> {
        self.conn.execute_batch(&format!(
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = {page}; PRAGMA writable_schema = RESET"
        ))?;
        Ok(())
    }
}

/// Takes the sound rows of a whole database that has the same schema, and says how many were new, per table.
///
/// # Errors
/// What reading and writing may meet.
pub(super) fn add_from(copy: &Connection, into: &Connection, table: &FactTable) -> Result<(), StoreError> {
    take(copy, into, table).map(drop)
}

/// Takes the sound rows of a table from both ends, because a page that cannot be read ends a search. Says whether there
/// were any, new or not.
fn take(from: &Connection, into: &Connection, table: &FactTable) -> Result<bool, StoreError> {
    let (name, columns) = (&table.name, table.columns.join(", "));
    let places: Vec<String> = (1..=table.columns.len() + 1).map(|place| format!("?{place}")).collect();
    let insert = format!("INSERT OR IGNORE INTO {name} ({columns}, checksum) VALUES ({})", places.join(", "));
    let mut insert = into.prepare_cached(&insert)?;
    let mut found = false;
    for order in ["ASC", "DESC"] {
        let select = format!(
            "SELECT {columns}, checksum, checksum IS mingmen_checksum('{name}', {columns}) FROM {name}
             ORDER BY 1 {order}"
        );
        let Some(mut statement) = unless_damaged(from.prepare(&select))? else { return Ok(false) };
        let Some(mut cursor) = unless_damaged(statement.query([]))? else { return Ok(false) };
        let whole = loop {
            match unless_damaged(cursor.next())? {
                Some(Some(row)) => {
                    if let Some(values) = sound(row) {
                        found = true;
                        insert.execute(params_from_iter(values))?;
                    }
                }
                Some(None) => break true,
                None => break false,
            }
        };
        if whole {
            break;
        }
    }
    Ok(found)
}

/// The row's columns and checksum, if they match.
fn sound(row: &Row<'_>) -> Option<Vec<Value>> {
    let columns = row.as_ref().column_count() - 1;
    let matches: bool = row.get(columns).ok()?;
    if !matches {
        return None;
    }
    (0..columns).map(|at| row.get(at)).collect::<Result<_, _>>().ok()
}

/// Writes a first page that names no table, and makes the file whole pages long (sqlite.org/fileformat2.html, 1.3).
fn make_first_page(file: &Path, pages: u32) -> std::io::Result<()> {
    let mut page = vec![0_u8; PAGE];
    let mut put = |at: usize, bytes: &[u8]| page.splice(at..at + bytes.len(), bytes.iter().copied()).count();
    put(0, b"SQLite format 3\0");
    put(16, &u16::try_from(PAGE).unwrap_or_default().to_be_bytes());
    put(18, &[1, 1, 0, 64, 32, 32]); // read and written with a journal; no bytes kept back; the payload fractions
    put(24, &1_u32.to_be_bytes()); // how often it was changed
    put(28, &pages.to_be_bytes());
    put(44, &4_u32.to_be_bytes()); // the format of the schema
    put(56, &1_u32.to_be_bytes()); // text is UTF-8
    put(92, &1_u32.to_be_bytes()); // the page count holds for this change
    put(100, &[0x0d, 0, 0, 0, 0]); // the end of a tree, without cells
    put(105, &u16::try_from(PAGE).unwrap_or_default().to_be_bytes());
    let mut file = fs::OpenOptions::new().write(true).open(file)?;
    file.set_len(u64::from(pages) * PAGE as u64)?;
    file.write_all(&page)
}

/// Names the tables of another database in this one.
fn describe(conn: &Connection, like: &Connection) -> Result<(), StoreError> {
    let mut statement = like.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")?;
    let mut tables = statement.query([])?;
    while let Some(table) = tables.next()? {
        let (name, sql): (String, String) = (table.get(0)?, table.get(1)?);
        conn.execute(
            "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('table', ?1, ?1, 2, ?2)",
            [name, sql],
        )?;
    }
    Ok(())
}
