//! Everything a person did and said as one file of their own, and the way back: to another phone, or to this one.
//!
//! The file is text, a line for each row (`docs/archive-format.md`). Facts are only added and each has an id that no other
//! has, so what two devices know together is the union of their rows: whichever gives first, however often.
//!
//! A file comes from anywhere. It is read once from front to back in little memory, proved row by row in a database
//! apart, and touches the person's own only when all of it was found good: in one transaction, or not at all.
#![deny(clippy::indexing_slicing)]

mod cells;
mod csv;
mod export;
mod fault;
mod file;
mod header;
mod import;
mod take;
#[cfg(test)]
mod tests;

pub(crate) use csv::{CsvExport, CsvImport, Names};
pub(crate) use export::Export;
pub(crate) use fault::{ArchiveError, ArchiveFault, ArchiveProblem};
pub(crate) use import::{Import, Reached};
pub(crate) use take::{Found, TakeMode, Taken};

/// The newest version of the format that is read, and the one that is written.
pub(crate) const VERSION: u64 = 1;
/// The most bytes that a file may have: a hundred years of practice have a tenth of it.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// The most bytes that a line may have.
const MOST_LINE_BYTES: usize = 1024 * 1024;
/// The most rows that a file may have.
const MOST_ROWS: u64 = 2_000_000;
/// How many faults are named before the search ends.
const MOST_FAULTS: usize = 20;
