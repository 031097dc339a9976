//! Practices and check-ins as tables that a spreadsheet opens, and practices from a table that was kept elsewhere
//! (`docs/archive-format.md`).

mod cells;
mod into;
mod out;

pub(crate) use into::CsvImport;
pub(crate) use out::{CsvExport, Names};

/// The most bytes that a table from elsewhere may have.
const MOST_BYTES: u64 = 4 * 1024 * 1024;
/// The most rows that it may have.
const MOST_ROWS: usize = 20_000;
/// The most cells that a row of it may have.
const MOST_CELLS: usize = 100;

#[cfg(test)]
mod tests;
