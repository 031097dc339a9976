//! Work that takes its time, one step after another.

use crate::archive::{ArchiveError, CsvExport, CsvImport, Export, Names, Reached};
use crate::catalogue::RoutineId;
use crate::practice::SensationId;
use crate::store;

use super::archive::{Reading, shown, table_preview};
use super::{LongTask, Mingmen, MingmenError, Progressed, Result, TaskOutcome, lock};

/// The work that is under way, if there is any.
#[derive(Default)]
pub(super) struct Tasks {
    /// The number of the last one that was begun.
    last: u32,
    work: Option<Work>,
}

/// A kind of long work.
pub(super) enum Work {
    Export(Export),
    Import(Reading),
    TablesOut(CsvExport),
    TableIn(CsvImport),
}

impl std::fmt::Debug for Tasks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tasks").field("last", &self.last).finish_non_exhaustive()
    }
}

impl Mingmen {
    /// Does some more of long work: `budget` is about how many rows a step goes through, of which a phone does a few
    /// hundred in the time of a frame. What waits for an answer says so again.
    ///
    /// # Errors
    /// [`MingmenError::AlreadyEnded`] once the work is over, another one was begun, or it was cancelled; and whatever may
    /// end the work, of which nothing is left then.
    pub fn step_task(&self, task: u32, budget: u32) -> Result<Progressed> {
        self.store.require_open()?;
        let budget = usize::try_from(budget).unwrap_or(usize::MAX);
        let progressed = self.with_task(task, |work| match work {
            Work::Export(export) => self.step_export(export, budget),
            Work::Import(reading) => self.step_import(reading, budget),
            Work::TablesOut(export) => self.step_tables(export, budget),
            Work::TableIn(import) => self.step_table(import),
        })?;
        let goes_on =
            matches!(progressed, Ok(Progressed { outcome: None | Some(TaskOutcome::Read { .. }), .. }));
        if !goes_on {
            self.end_task(task);
        }
        progressed
    }

    /// Ends long work before its end: nothing of it is left. What is over already is no fault.
    ///
    /// # Errors
    /// [`MingmenError::Closed`].
    pub fn cancel_task(&self, task: u32) -> Result<()> {
        self.store.require_open()?;
        self.end_task(task);
        Ok(())
    }

    pub(super) fn begin_task(&self, work: Work) -> LongTask {
        let mut tasks = lock(&self.tasks);
        tasks.last = tasks.last.wrapping_add(1);
        tasks.work = Some(work);
        LongTask { task: tasks.last }
    }

    /// Uses the work of this number, while it is under way.
    pub(super) fn with_task<T>(&self, task: u32, using: impl FnOnce(&mut Work) -> T) -> Result<T> {
        let mut tasks = lock(&self.tasks);
        let ended = || MingmenError::AlreadyEnded { what: "task".to_owned() };
        if tasks.last != task {
            return Err(ended());
        }
        tasks.work.as_mut().map(using).ok_or_else(ended)
    }

    pub(super) fn end_task(&self, task: u32) {
        let mut tasks = lock(&self.tasks);
        if tasks.last == task {
            tasks.work = None;
        }
    }

    /// Ends whatever is under way.
    pub(super) fn end_all_tasks(&self) {
        lock(&self.tasks).work = None;
    }

    fn step_export(&self, export: &mut Export, budget: usize) -> Result<Progressed> {
        let written = export.step(&self.store, budget).map_err(|error| self.archive_failed(error))?;
        let (done, of) = if written { (1, 1) } else { export.reached() };
        let phrases = self.phrases();
        let outcome = written.then(|| TaskOutcome::Written { words: phrases.archive_written() });
        Ok(Progressed { done, of, words: phrases.archive_writing(), outcome })
    }

    fn step_import(&self, reading: &mut Reading, budget: usize) -> Result<Progressed> {
        let phrases = self.phrases();
        let words = phrases.archive_reading();
        let outcome = match reading.import.step(&self.store, budget) {
            Ok(Reached::Working { done, of }) => return Ok(Progressed { done, of, words, outcome: None }),
            Ok(Reached::Known(found)) => TaskOutcome::Read { preview: reading.preview(phrases, &found) },
            Err(error) => self.refused(error)?,
        };
        Ok(Progressed { done: 1, of: 1, words, outcome: Some(outcome) })
    }

    fn step_tables(&self, export: &mut CsvExport, budget: usize) -> Result<Progressed> {
        let routine = |reading: &store::Reading<'_>, id: &RoutineId| match self.routine_of(reading, id) {
            Ok(routine) => routine.name.clone(),
            // One that is not there any more still has its id.
            Err(_) => id.to_string(),
        };
        let sensation = |id: &SensationId| {
            let known = self.catalogue.sensations().iter().find(|sensation| sensation.id == id.as_str());
            known.map_or_else(|| id.to_string(), |sensation| sensation.text.clone())
        };
        let names = Names { routine: &routine, sensation: &sensation };
        let written = export.step(&self.store, &names, budget).map_err(|error| self.archive_failed(error))?;
        let (done, of) = if written { (1, 1) } else { export.reached() };
        let phrases = self.phrases();
        let outcome = written.then(|| TaskOutcome::Written { words: phrases.table_written() });
        Ok(Progressed { done, of, words: phrases.table_writing(), outcome })
    }

    fn step_table(&self, import: &mut CsvImport) -> Result<Progressed> {
        let phrases = self.phrases();
        let outcome = match import.step(&self.store) {
            Ok(read) => TaskOutcome::Read { preview: table_preview(phrases, &read.found) },
            Err(error) => self.refused(error)?,
        };
        Ok(Progressed { done: 1, of: 1, words: phrases.table_reading(), outcome: Some(outcome) })
    }

    /// The outcome of a file that cannot be taken; any other error stays one.
    fn refused(&self, error: ArchiveError) -> Result<TaskOutcome> {
        let phrases = self.phrases();
        match error {
            ArchiveError::Refused(faults) => Ok(TaskOutcome::Refused {
                words: phrases.archive_refused(),
                faults: faults.iter().map(|fault| shown(phrases, fault)).collect(),
            }),
            error => Err(self.archive_failed(error)),
        }
    }
}
