//! Practices and check-ins as tables for a spreadsheet, and practices from a table that was kept elsewhere.

use std::path::Path;

use crate::archive::{CsvExport, CsvImport};
use crate::zone::{Moment, Now};

use super::long_task::Work;
use super::{LongTask, Mingmen, Result};

impl Mingmen {
    /// Begins to write two tables for a spreadsheet: practices to one file, check-ins to another. They are there when the
    /// work is done and not before; files of these names are replaced then.
    ///
    /// # Errors
    /// [`MingmenError::Closed`](super::MingmenError::Closed). The steps say what is wrong with a file's place:
    /// [`MingmenError::InvalidInput`](super::MingmenError::InvalidInput) for `path`, and the `Store…` cases.
    pub fn export_tables(&self, practices: &str, check_ins: &str) -> Result<LongTask> {
        self.store.require_open()?;
        let export = CsvExport::new(Path::new(practices), Path::new(check_ins));
        Ok(self.begin_task(Work::TablesOut(export)))
    }

    /// Begins to read a table of practices that were kept elsewhere. Its first row names the columns: a date and minutes
    /// are needed, a time and a note may be there, others are passed over. The steps change nothing; the last one says
    /// what is new. `take_import` adds it, as practices entered by hand.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`](super::MingmenError::UnknownZone) and
    /// [`MingmenError::Closed`](super::MingmenError::Closed). The steps say where the file cannot be read:
    /// [`MingmenError::InvalidInput`](super::MingmenError::InvalidInput) for `path`, and the `Store…` cases.
    pub fn import_table(&self, path: &str, now: &Now) -> Result<LongTask> {
        let moment = Moment::check(now)?;
        self.store.require_open()?;
        let import = CsvImport::new(Path::new(path), moment.zone, moment.day);
        Ok(self.begin_task(Work::TableIn(import)))
    }
}
