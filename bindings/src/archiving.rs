//! The commands that take a person's history out as files, and in again.
use mingmen_core::mingmen::{ImportMode, ImportTaken, LongTask, MingmenError, Progressed};
use mingmen_core::zone::Now;

use crate::Mingmen;

type Result<T> = std::result::Result<T, MingmenError>;

#[uniffi::export]
impl Mingmen {
    /// Begins to write everything that the person kept to a file, which is there when the work is done and not before.
    /// A file of this name is replaced then. What belongs to this phone alone is not in it: the practice that is open,
    /// its reminders, its calendar files.
    ///
    /// Errors: `UnknownZone` and `Closed`. The steps say what is wrong with the file's place: `InvalidInput` for `path`,
    /// `StoreFull`, `StoreFailed`.
    pub fn export_archive(&self, path: String, now: Now) -> Result<LongTask> {
        self.core.export_archive(&path, &now)
    }

    /// Begins to read an archive. The steps read and check all of it and change nothing; the last one says what taking
    /// it would change. While it is read, a file beside it may hold a copy of its rows.
    ///
    /// Errors: `UnknownZone` and `Closed`. The steps say where the file cannot be read: `InvalidInput` for `path`,
    /// `StoreFailed`.
    pub fn import_archive(&self, path: String, now: Now) -> Result<LongTask> {
        self.core.import_archive(&path, &now)
    }

    /// Begins to write two tables for a spreadsheet: practices to one file, check-ins to another. They are there when the
    /// work is done and not before; files of these names are replaced then.
    ///
    /// Errors: `Closed`. The steps say what is wrong with a file's place: `InvalidInput` for `path`, and the `Store…`
    /// cases.
    pub fn export_tables(&self, practices: String, check_ins: String) -> Result<LongTask> {
        self.core.export_tables(&practices, &check_ins)
    }

    /// Begins to read a table of practices that were kept elsewhere. Its first row names the columns: a date and minutes
    /// are needed, a time and a note may be there, others are passed over. The steps change nothing; the last one says
    /// what is new. `take_import` adds it, as practices entered by hand.
    ///
    /// Errors: `UnknownZone` and `Closed`. The steps say where the file cannot be read: `InvalidInput` for `path`, and
    /// the `Store…` cases.
    pub fn import_table(&self, path: String, now: Now) -> Result<LongTask> {
        self.core.import_table(&path, &now)
    }

    /// Takes the archive or the table that was read: all of it at once, or nothing where it fails. The work is over then.
    ///
    /// Errors: `AlreadyEnded` unless this file was read and waits for it, `InvalidInput` for `mode` where a table is to
    /// replace what is here, `PracticeStillOpen` where an archive would replace what is here during a practice,
    /// `InvalidFile` where a row of it no longer fits what is here, and the `Store…` cases.
    pub fn take_import(&self, task: u32, mode: ImportMode, now: Now) -> Result<ImportTaken> {
        self.core.take_import(task, mode, &now)
    }

    /// Does some more of long work: `budget` is about how many rows a step goes through, of which a phone does a few
    /// hundred in the time of a frame. What waits for an answer says so again.
    ///
    /// Errors: `AlreadyEnded` once the work is over, another one was begun, or it was cancelled; and whatever may end the
    /// work, of which nothing is left then.
    pub fn step_task(&self, task: u32, budget: u32) -> Result<Progressed> {
        self.core.step_task(task, budget)
    }

    /// Ends long work before its end: nothing of it is left. What is over already is no fault.
    ///
    /// Errors: `Closed`.
    pub fn cancel_task(&self, task: u32) -> Result<()> {
        self.core.cancel_task(task)
    }
}
