//! Reading an archive, a few rows at a time, without touching the person's own: every line is read, every row proved.

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::types::Value;

use super::cells::{self, Says};
use super::fault::{ArchiveError, ArchiveFault, ArchiveProblem};
use super::file::Lines;
use super::header::{End, Header};
use super::take::{Compared, Found, TakeMode, Taken};
use super::{MOST_BYTES, MOST_FAULTS};
use crate::store::{Misfit, RowTable, Staging, Store, beside};
use crate::zone::Instant;

/// An archive that is being read. It is over once a step has returned an error.
pub(crate) struct Import {
    path: PathBuf,
    state: State,
}

enum State {
    /// Nothing happened yet.
    New,
    /// Rows are being read.
    Reading(Box<Loading>),
    /// All rows are read, and are now looked at as a whole.
    Proving(Box<Loaded>),
    /// Rows are being compared with what is here.
    Comparing(Box<Loaded>, Compared),
    /// Everything is known, and nothing done.
    Ready(Box<Loaded>, Vec<Found>),
    Over,
}

/// How far the reading came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reached {
    /// So many of so many.
    Working {
        /// Rows behind.
        done: u64,
        /// Rows in all.
        of: u64,
    },
    /// All of it is known: what would change.
    Known(Vec<Found>),
}

/// An archive whose rows are being read.
struct Loading {
    lines: Lines,
    header: Header,
    staging: Staging,
    tables: Vec<RowTable>,
    /// The table that is being read, by its place, and how many of its rows were.
    table: usize,
    rows: u64,
    last_id: Vec<u8>,
    done: u64,
    faults: Vec<ArchiveFault>,
}

/// An archive of which all rows are read.
pub(super) struct Loaded {
    pub(super) header: Header,
    pub(super) staging: Staging,
}

impl Import {
    /// The archive at `path`. Nothing happens yet.
    pub(crate) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), state: State::New }
    }

    /// Reads or compares about so many rows.
    pub(crate) fn step(&mut self, store: &Store, budget: usize) -> Result<Reached, ArchiveError> {
        let budget = budget.max(1);
        let (state, reached) = match std::mem::replace(&mut self.state, State::Over) {
            State::New => {
                let loading = Loading::new(&self.path)?;
                let reached = loading.reached();
                (State::Reading(Box::new(loading)), reached)
            }
            State::Reading(mut loading) => {
                let whole = loading.step(budget)?;
                let reached = loading.reached();
                (
                    if whole { State::Proving(Box::new(loading.finish()?)) } else { State::Reading(loading) },
                    reached,
                )
            }
            State::Proving(mut loaded) => {
                loaded.prove()?;
                let compared = Compared::new(&loaded)?;
                let reached = loaded.reached(0);
                (State::Comparing(loaded, compared), reached)
            }
            State::Comparing(loaded, mut compared) => {
                if compared.step(&loaded, store, budget)? {
                    let found = compared.found();
                    (State::Ready(loaded, found.clone()), Reached::Known(found))
                } else {
                    let reached = loaded.reached(compared.done());
                    (State::Comparing(loaded, compared), reached)
                }
            }
            State::Ready(loaded, found) => (State::Ready(loaded, found.clone()), Reached::Known(found)),
            State::Over => (State::Over, Reached::Working { done: 0, of: 0 }),
        };
        self.state = state;
        Ok(reached)
    }

    /// When the archive was made, once it is read.
    pub(crate) fn made_at(&self) -> Option<Instant> {
        match &self.state {
            State::Ready(loaded, _) => Some(loaded.header.made_at),
            _ => None,
        }
    }

    /// Takes what was read: in one transaction, or not at all. `None` unless the archive is read and waits for it.
    pub(crate) fn take(&mut self, store: &Store, mode: TakeMode) -> Option<Result<Taken, ArchiveError>> {
        match std::mem::replace(&mut self.state, State::Over) {
            State::Ready(loaded, _) => Some(loaded.take(store, mode)),
            other => {
                self.state = other;
                None
            }
        }
    }
}

impl Loading {
    fn new(path: &Path) -> Result<Self, ArchiveError> {
        let file = File::open(path)?;
        if file.metadata()?.len() > MOST_BYTES {
            return Err(ArchiveFault::of_line(1, "", ArchiveProblem::TooLarge).into());
        }
        let mut lines = Lines::new(Box::new(file));
        let not_ours = || ArchiveFault::of_line(1, "", ArchiveProblem::NotAnArchive);
        let first = match lines.next() {
            Ok(first) => first.ok_or_else(not_ours)?,
            // Whatever it is, it does not begin as one of ours.
            Err(ArchiveError::Refused(_)) => return Err(not_ours().into()),
            Err(error) => return Err(error),
        };
        let header = Header::read(first)?;
        lines.count();
        let staging = Staging::new(&beside(path, ".staging"), header.schema)?;
        let tables = staging.tables()?;
        if !header.names(&tables) {
            return Err(ArchiveFault::of_line(1, "", ArchiveProblem::WrongTables).into());
        }
        let (table, rows, last_id, done) = (0, 0, Vec::new(), 0);
        Ok(Self { lines, header, staging, tables, table, rows, last_id, done, faults: Vec::new() })
    }

    fn reached(&self) -> Reached {
        Reached::Working { done: self.done, of: self.header.rows().saturating_mul(2).saturating_add(1) }
    }

    /// Reads about so many rows; true once all of them are read.
    fn step(&mut self, budget: usize) -> Result<bool, ArchiveError> {
        for _ in 0..budget {
            while self.header.tables.get(self.table).is_some_and(|table| table.rows == self.rows) {
                (self.table, self.rows, self.last_id) = (self.table + 1, 0, Vec::new());
            }
            let Some(table) = self.tables.get(self.table) else {
                self.end()?;
                return Ok(true);
            };
            let number = self.lines.number().saturating_add(1);
            let cut_off = || ArchiveFault::of_line(number, "", ArchiveProblem::CutOff);
            let line = self.lines.next()?.ok_or_else(cut_off)?;
            match row(table, line, number, &self.last_id) {
                Ok(values) => {
                    if let Some(Value::Blob(id)) = values.first() {
                        self.last_id.clone_from(id);
                    }
                    if !self.staging.add(table, &values)? {
                        let problem = ArchiveProblem::NotUnderstood;
                        self.faults.push(ArchiveFault::of_line(number, &table.name, problem));
                    }
                }
                Err(fault) => self.faults.push(fault),
            }
            if self.faults.len() >= MOST_FAULTS {
                return Err(ArchiveError::Refused(std::mem::take(&mut self.faults)));
            }
            self.lines.count();
            (self.rows, self.done) = (self.rows + 1, self.done + 1);
        }
        Ok(false)
    }

    /// Reads the last line, after which there is nothing.
    fn end(&mut self) -> Result<(), ArchiveError> {
        let number = self.lines.number().saturating_add(1);
        let fault = |problem| ArchiveFault::of_line(number, "", problem);
        let line = self.lines.next()?.ok_or_else(|| fault(ArchiveProblem::CutOff))?;
        let end: Result<End, _> = serde_json::from_str(line);
        let end = end.map_err(|_| fault(ArchiveProblem::WrongTable))?;
        if self.lines.next()?.is_some() {
            return Err(ArchiveFault::of_line(number.saturating_add(1), "", ArchiveProblem::NotARow).into());
        }
        // Faults that have a place tell more than a sum does.
        if end.sha256 != self.lines.sum() && self.faults.is_empty() {
            self.faults.push(fault(ArchiveProblem::WrongSum));
        }
        Ok(())
    }

    fn finish(self) -> Result<Loaded, ArchiveError> {
        if self.faults.is_empty() {
            Ok(Loaded { header: self.header, staging: self.staging })
        } else {
            Err(ArchiveError::Refused(self.faults))
        }
    }
}

/// A line as a row of the table that is due.
fn row(table: &RowTable, line: &str, number: u32, last_id: &[u8]) -> Result<Vec<Value>, ArchiveFault> {
    let fault = |byte, field: &str, problem| ArchiveFault::at(number, line, byte, field, problem);
    let cells = cells::read(line).map_err(|byte| fault(byte, "", ArchiveProblem::NotARow))?;
    let (name, cells) = match cells.split_first() {
        Some((name, cells)) if name.says == Says::Text(table.name.clone()) => (name, cells),
        _ => return Err(fault(1, &table.name, ArchiveProblem::WrongTable)),
    };
    if cells.len() != table.columns.len() {
        return Err(fault(name.at, &table.name, ArchiveProblem::WrongLength));
    }
    let values = cells.iter().zip(&table.columns).map(|(cell, column)| {
        cells::value(cell, column.holds).map_err(|holds| {
            let field = format!("{}.{}", table.name, column.name);
            fault(cell.at, &field, ArchiveProblem::WrongKind(holds))
        })
    });
    let values: Vec<Value> = values.collect::<Result<_, _>>()?;
    match values.first() {
        Some(Value::Blob(id)) if id.as_slice() > last_id => Ok(values),
        _ => {
            let at = cells.first().map_or(1, |cell| cell.at);
            Err(fault(at, &format!("{}.id", table.name), ArchiveProblem::NotInOrder))
        }
    }
}

impl Loaded {
    /// Looks at all rows as a whole: whether each belongs to one that is there, and whether this version understands it.
    fn prove(&mut self) -> Result<(), ArchiveError> {
        let orphans = self.staging.orphans(MOST_FAULTS)?;
        self.refuse(&orphans)?;
        self.staging.bring_up()?;
        let not_understood = self.staging.not_understood(MOST_FAULTS)?;
        self.refuse(&not_understood)
    }

    fn refuse(&self, misfits: &[Misfit]) -> Result<(), ArchiveError> {
        let fault = |misfit: &Misfit| {
            let line = self.header.line_of(&misfit.table, misfit.place);
            let problem = if misfit.orphan { ArchiveProblem::Orphan } else { ArchiveProblem::NotUnderstood };
            ArchiveFault::of_line(line, &misfit.table, problem)
        };
        if misfits.is_empty() {
            return Ok(());
        }
        Err(ArchiveError::Refused(misfits.iter().take(MOST_FAULTS).map(fault).collect()))
    }

    /// After all rows were read and so many compared.
    fn reached(&self, compared: u64) -> Reached {
        let rows = self.header.rows();
        Reached::Working {
            done: rows.saturating_add(compared).saturating_add(1),
            of: rows.saturating_mul(2).saturating_add(1),
        }
    }
}
