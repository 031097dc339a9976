//! What an archive would change here, and changing it.

use std::collections::BTreeMap;

use super::MOST_FAULTS;
use super::fault::{ArchiveError, ArchiveFault, ArchiveProblem};
use super::import::Loaded;
use crate::store::{Reading, RowKind, RowMatch, RowTable, Store, StoreError, Writing};

/// Rows that are in memory at once.
const PAGE: usize = 500;

/// What becomes of what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TakeMode {
    /// It stays, and what is new is added: the union of both.
    Merge,
    /// It goes, and the archive takes its place.
    Replace,
}

/// What an archive has of one kind, beside what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) kind: RowKind,
    /// Rows that are not here yet.
    pub(crate) new: u64,
    /// Rows that are here already.
    pub(crate) there: u64,
    /// Rows that are here and not in the archive.
    pub(crate) only_here: u64,
}

/// What was changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) added: u64,
    pub(crate) removed: u64,
}

/// Rows that were compared so far.
pub(super) struct Compared {
    tables: Vec<RowTable>,
    /// The table that is compared now, by its place, and how many of its rows were.
    table: usize,
    place: u64,
    after: Vec<u8>,
    done: u64,
    /// New and there, by kind; then what is here in all.
    kinds: BTreeMap<RowKind, (u64, u64, u64)>,
    faults: Vec<ArchiveFault>,
}

impl Compared {
    pub(super) fn new(loaded: &Loaded) -> Result<Self, ArchiveError> {
        Ok(Self {
            tables: loaded.staging.tables()?,
            table: 0,
            place: 0,
            after: Vec::new(),
            done: 0,
            kinds: BTreeMap::new(),
            faults: Vec::new(),
        })
    }

    pub(super) fn done(&self) -> u64 {
        self.done
    }

    /// Compares about so many rows; true once all are compared.
    pub(super) fn step(
        &mut self,
        loaded: &Loaded,
        store: &Store,
        budget: usize,
    ) -> Result<bool, ArchiveError> {
        let whole = store.read(|reading| self.compare(loaded, reading, budget))?;
        if !self.faults.is_empty() && (whole || self.faults.len() >= MOST_FAULTS) {
            return Err(ArchiveError::Refused(std::mem::take(&mut self.faults)));
        }
        Ok(whole)
    }

    fn compare(
        &mut self,
        loaded: &Loaded,
        reading: &Reading<'_>,
        mut budget: usize,
    ) -> Result<bool, ArchiveError> {
        while budget > 0 && self.faults.len() < MOST_FAULTS {
            let Some(table) = self.tables.get(self.table) else { return Ok(true) };
            let (new, there, here) = self.kinds.entry(table.kind()).or_default();
            let page = loaded.staging.rows_after(table, &self.after, budget.min(PAGE))?;
            let Some(last) = page.last() else {
                *here += reading.row_total(table)?.count();
                (self.table, self.place, self.after) = (self.table + 1, 0, Vec::new());
                continue;
            };
            self.after = last.id().to_owned();
            for row in &page {
                match reading.match_row(table, row)? {
                    RowMatch::New => *new += 1,
                    RowMatch::There => *there += 1,
                    RowMatch::Other => {
                        let line = loaded.header.line_of(&table.name, self.place);
                        self.faults.push(ArchiveFault::of_line(line, &table.name, ArchiveProblem::Conflict));
                    }
                }
                self.place += 1;
            }
            self.done += page.len() as u64;
            budget -= page.len();
        }
        Ok(false)
    }

    /// What was found, by kind.
    pub(super) fn found(&self) -> Vec<Found> {
        let found = |(kind, (new, there, here)): (&RowKind, &(u64, u64, u64))| Found {
            kind: *kind,
            new: *new,
            there: *there,
            only_here: here.saturating_sub(*there),
        };
        self.kinds.iter().map(found).collect()
    }
}

impl Loaded {
    /// Takes the archive's rows: in one transaction, and in none where there is nothing to change.
    pub(super) fn take(&self, store: &Store, mode: TakeMode) -> Result<Taken, ArchiveError> {
        let tables = self.staging.tables()?;
        let before = store.read(|reading| self.change(reading, &tables))?;
        if before.added == 0 && (mode == TakeMode::Merge || before.removed == 0) {
            return Ok(Taken::default());
        }
        store.write(|writing| {
            let change = self.change(writing, &tables)?;
            match mode {
                TakeMode::Merge => {
                    self.merge(writing, &tables)?;
                    Ok(Taken { removed: 0, ..change })
                }
                TakeMode::Replace if writing.open_practice()?.is_some() => {
                    Err(StoreError::PracticeStillOpen.into())
                }
                TakeMode::Replace => {
                    self.replace(writing, &tables)?;
                    Ok(change)
                }
            }
        })
    }

    /// What replacing would change; merging would change what is added of it. Nothing is compared with damaged rows.
    fn change(&self, reading: &Reading<'_>, tables: &[RowTable]) -> Result<Taken, ArchiveError> {
        let mut change = Taken::default();
        for table in tables {
            reading.require_sound(table)?;
            let mut there = 0;
            self.each_page(table, |page, place| {
                for (row, place) in page.iter().zip(place..) {
                    match reading.match_row(table, row)? {
                        RowMatch::New => change.added += 1,
                        RowMatch::There => there += 1,
                        RowMatch::Other => {
                            let line = self.header.line_of(&table.name, place);
                            let problem = ArchiveProblem::Conflict;
                            return Err(ArchiveFault::of_line(line, &table.name, problem).into());
                        }
                    }
                }
                Ok(())
            })?;
            change.removed += reading.row_total(table)?.count().saturating_sub(there);
        }
        Ok(change)
    }

    fn merge(&self, writing: &Writing<'_>, tables: &[RowTable]) -> Result<(), ArchiveError> {
        for table in tables {
            self.each_page(table, |page, _| {
                let mut new = Vec::new();
                for row in page {
                    if writing.match_row(table, row)? == RowMatch::New {
                        new.push(row.clone());
                    }
                }
                Ok(writing.insert_rows(table, &new)?)
            })?;
        }
        Ok(())
    }

    fn replace(&self, writing: &Writing<'_>, tables: &[RowTable]) -> Result<(), ArchiveError> {
        for table in tables {
            writing.clear_rows(table)?;
            self.each_page(table, |page, _| Ok(writing.insert_rows(table, page)?))?;
        }
        Ok(())
    }

    /// Goes through all rows of a table, with how many of them come before each page.
    fn each_page(
        &self,
        table: &RowTable,
        mut use_page: impl FnMut(&[crate::store::Row], u64) -> Result<(), ArchiveError>,
    ) -> Result<(), ArchiveError> {
        let (mut after, mut place) = (Vec::new(), 0);
        loop {
            let page = self.staging.rows_after(table, &after, PAGE)?;
            let Some(last) = page.last() else { return Ok(()) };
            after = last.id().to_owned();
            use_page(&page, place)?;
            place += page.len() as u64;
        }
    }
}
