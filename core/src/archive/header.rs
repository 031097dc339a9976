//! The first line of an archive: what it is, and what is in it. And the last: that nothing of it is missing.

use serde::{Deserialize, Serialize};

use super::fault::{ArchiveFault, ArchiveProblem};
use super::{MOST_ROWS, VERSION};
use crate::store::{RowTable, Staging};
use crate::zone::Instant;

/// What the field `format` says.
const FORMAT: &str = "mingmen-archive";

/// The first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    pub(super) format: String,
    pub(super) version: u64,
    /// The schema of the database that the rows are from.
    pub(super) schema: u32,
    pub(super) made_at: Instant,
    /// The version of the app that made it.
    pub(super) app: String,
    /// Every table, in the order of its rows.
    pub(super) tables: Vec<TableInHeader>,
}

/// A table as the first line names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableInHeader {
    pub(super) name: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: u64,
}

/// What tells at once whether a file is ours, and whether we know its version.
#[derive(Deserialize)]
struct Mark {
    format: String,
    version: u64,
    schema: u32,
}

/// The last line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct End {
    /// SHA-256 of all lines before, their ends too, in hexadecimal digits.
    pub(super) sha256: String,
}

impl Header {
    pub(super) fn new(tables: Vec<TableInHeader>, made_at: Instant) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            schema: Staging::newest(),
            made_at,
            app: env!("CARGO_PKG_VERSION").to_owned(),
            tables,
        }
    }

    /// Reads the first line of a file that may be anything.
    pub(super) fn read(line: &str) -> Result<Self, ArchiveFault> {
        let fault = |problem| ArchiveFault::of_line(1, "", problem);
        let mark: Mark = serde_json::from_str(line).map_err(|_| fault(ArchiveProblem::NotAnArchive))?;
        if mark.format != FORMAT || mark.version == 0 || mark.schema == 0 {
            return Err(fault(ArchiveProblem::NotAnArchive));
        }
        if mark.version > VERSION || mark.schema > Staging::newest() {
            return Err(fault(ArchiveProblem::Newer));
        }
        let header: Self = serde_json::from_str(line).map_err(|error| {
            let byte = error.column().saturating_sub(1);
            ArchiveFault::at(1, line, byte, "", ArchiveProblem::NotAnArchive)
        })?;
        if header.rows() > MOST_ROWS {
            return Err(fault(ArchiveProblem::TooLarge));
        }
        Ok(header)
    }

    /// Says whether it names the tables that its schema has, no more and no fewer.
    pub(super) fn names(&self, tables: &[RowTable]) -> bool {
        let matches = |(ours, theirs): (&RowTable, &TableInHeader)| {
            ours.name == theirs.name
                && ours.columns.iter().map(|column| &column.name).eq(theirs.columns.iter())
        };
        tables.len() == self.tables.len() && tables.iter().zip(&self.tables).all(matches)
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> u64 {
        self.tables.iter().fold(0, |sum, table| sum.saturating_add(table.rows))
    }

    /// The line of a row, by its table and the rows of its table before it.
    pub(super) fn line_of(&self, table: &str, place: u64) -> u32 {
        let before: u64 = self.tables.iter().take_while(|it| it.name != table).map(|it| it.rows).sum();
        u32::try_from(before.saturating_add(place).saturating_add(2)).unwrap_or(u32::MAX)
    }
}

impl TableInHeader {
    pub(super) fn new(table: &RowTable, rows: u64) -> Self {
        let columns = table.columns.iter().map(|column| column.name.clone()).collect();
        Self { name: table.name.clone(), columns, rows }
    }
}
