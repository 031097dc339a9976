//! Writing an archive, a few rows at a time.
//!
//! Between two steps nothing is held, so the app may write. Rows are only added, and the ledger says what a table adds up
//! to: an archive whose tables all add up to what they did at the beginning is one state of the database, and whole.
//! Where something was added meanwhile it is begun again, and then read in one piece.

use std::path::{Path, PathBuf};

use super::cells;
use super::fault::ArchiveError;
use super::file::Draft;
use super::header::{End, Header, TableInHeader};
use crate::store::{Reading, RowTable, Store, StoreError, Tally};
use crate::zone::Instant;

/// Rows that are in memory at once, whatever the budget.
const PAGE: usize = 500;

/// An archive that is being written.
pub(crate) struct Export {
    path: PathBuf,
    made_at: Instant,
    begun: Option<Begun>,
    /// Something was added while it was read in pieces.
    in_one_piece: bool,
}

/// What has been written so far.
struct Begun {
    draft: Draft,
    /// Each table and what it added up to at the beginning; the first is the one that is read.
    left: Vec<(RowTable, Tally)>,
    after: Vec<u8>,
    found: Tally,
    rows: u64,
    of: u64,
}

impl Export {
    /// An archive that is to be written to `path`. Nothing happens yet.
    pub(crate) fn new(path: &Path, made_at: Instant) -> Self {
        Self { path: path.to_owned(), made_at, begun: None, in_one_piece: false }
    }

    /// Writes about so many rows; true once the file is complete.
    pub(crate) fn step(&mut self, store: &Store, budget: usize) -> Result<bool, ArchiveError> {
        let budget = if self.in_one_piece { usize::MAX } else { budget.max(1) };
        let mut begun = self.begun.take();
        let whole = store.read(|reading| {
            let begun = match &mut begun {
                Some(begun) => begun,
                None => begun.insert(Begun::new(reading, &self.path, self.made_at)?),
            };
            begun.write(reading, budget)
        })?;
        match (whole, begun) {
            (Wrote::All, Some(begun)) => begun.finish().map(|()| true),
            (Wrote::Changed, _) => {
                self.in_one_piece = true;
                Ok(false)
            }
            (_, begun) => {
                self.begun = begun;
                Ok(false)
            }
        }
    }

    /// How many rows are written, and how many there are.
    pub(crate) fn reached(&self) -> (u64, u64) {
        self.begun.as_ref().map_or((0, 0), |begun| (begun.rows, begun.of))
    }
}

/// How far a step came.
enum Wrote {
    Some,
    All,
    /// A table is not what it was at the beginning.
    Changed,
}

impl Begun {
    fn new(reading: &Reading<'_>, path: &Path, made_at: Instant) -> Result<Self, ArchiveError> {
        let totals = reading.row_tables()?.into_iter().map(|table| {
            let total = reading.row_total(&table)?;
            Ok((table, total))
        });
        let left: Vec<(RowTable, Tally)> = totals.collect::<Result<_, StoreError>>()?;
        let tables = left.iter().map(|(table, total)| TableInHeader::new(table, total.count())).collect();
        let header = Header::new(tables, made_at);
        let mut draft = Draft::new(path)?;
        draft.line(&json(&header)?)?;
        let of = header.rows();
        Ok(Self { draft, left, after: Vec::new(), found: Tally::default(), rows: 0, of })
    }

    fn write(&mut self, reading: &Reading<'_>, budget: usize) -> Result<Wrote, ArchiveError> {
        let mut budget = budget;
        while budget > 0 {
            let Some((table, total)) = self.left.first() else { return Ok(Wrote::All) };
            let page = reading.rows_after(table, &self.after, budget.min(PAGE))?;
            for row in &page {
                let line = cells::write(table, row).ok_or_else(|| damaged(table))?;
                self.draft.line(&line)?;
                self.found.add(row.checksum);
            }
            self.rows += page.len() as u64;
            budget = budget.saturating_sub(page.len());
            if let Some(last) = page.last() {
                self.after = last.id().to_owned();
                continue;
            }
            if self.found != *total {
                // Not what the ledger said at the beginning: something was added, or a row cannot be found.
                return if reading.row_total(table)? == *total {
                    Err(damaged(table))
                } else {
                    Ok(Wrote::Changed)
                };
            }
            self.left.remove(0);
            (self.after, self.found) = (Vec::new(), Tally::default());
        }
        Ok(Wrote::Some)
    }

    fn finish(mut self) -> Result<(), ArchiveError> {
        let end = End { sha256: self.draft.sum() };
        self.draft.line(&json(&end)?)?;
        Ok(self.draft.finish()?)
    }
}

fn damaged(table: &RowTable) -> ArchiveError {
    StoreError::Damaged { place: table.name.clone() }.into()
}

fn json(value: &impl serde::Serialize) -> Result<String, ArchiveError> {
    serde_json::to_string(value).map_err(|error| StoreError::Internal { reason: error.to_string() }.into())
}
