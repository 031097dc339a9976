//! Everything out as one file, and in again: here, or on another phone.

use std::io;
use std::path::Path;

use chrono::Datelike;

use crate::archive::{ArchiveError, ArchiveFault, ArchiveProblem, Export, Found, Import, TakeMode, Taken};
use crate::catalogue::Phrases;
use crate::store::{Holds, RowKind, StoreError};
use crate::zone::{CivilDate, Moment, Now};

use super::long_task::Work;
use super::{
    FileFault, ImportMode, ImportPreview, ImportTaken, LongTask, Mingmen, MingmenError, PreviewLine, Result,
    Subject, lock,
};

/// What is read of an archive, and the day on which it was made.
pub(super) struct Reading {
    pub(super) import: Import,
    zone: crate::zone::Zone,
}

impl Reading {
    pub(super) fn preview(&self, phrases: &Phrases, found: &[Found]) -> ImportPreview {
        let made = self.import.made_at().map(|made_at| self.zone.local(made_at).0);
        let lines: Vec<PreviewLine> = found.iter().filter_map(|found| line(phrases, found)).collect();
        let (adds, removes) =
            (lines.iter().any(|line| line.new_here > 0), lines.iter().any(|line| line.only_here > 0));
        ImportPreview {
            made: made.map_or_else(String::new, |date| made_on(phrases, date)),
            merge_words: if adds { phrases.archive_merge() } else { phrases.archive_merge_none() },
            replace_words: if removes { phrases.archive_replace() } else { phrases.archive_replace_none() },
            lines,
            adds,
            removes,
        }
    }
}

impl Mingmen {
    /// Begins to write everything that the person kept to a file, which is there when the work is done and not before.
    /// A file of this name is replaced then. What belongs to this phone alone is not in it: the practice that is open,
    /// its reminders, its calendar files.
    ///
    /// ```
    /// # use mingmen_core::mingmen::*;
    /// # use mingmen_core::zone::Now;
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
    /// # let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    /// # let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
    /// # let mingmen = Mingmen::open(&options, &now)?;
    /// # mingmen.answer_screening(&[], &now)?;
    /// let file = folder.path().join("mine.mingmen").to_string_lossy().into_owned();
    /// let task = mingmen.export_archive(&file, &now)?.task;
    /// while mingmen.step_task(task, 200)?.outcome.is_none() {}
    ///
    /// // The same file, brought to the same phone: nothing is new.
    /// let task = mingmen.import_archive(&file, &now)?.task;
    /// let read = std::iter::repeat_with(|| mingmen.step_task(task, 200)).find_map(|step| step.unwrap().outcome);
    /// let Some(TaskOutcome::Read { preview }) = read else { panic!("{read:?}") };
    /// assert!(!preview.adds && !preview.removes);
    /// assert_eq!(mingmen.take_import(task, ImportMode::Merge, &now)?.added, 0);
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and [`MingmenError::Closed`]. The steps say what is wrong with the file's place:
    /// [`MingmenError::InvalidInput`] for `path`, [`MingmenError::StoreFull`], [`MingmenError::StoreFailed`].
    pub fn export_archive(&self, path: &str, now: &Now) -> Result<LongTask> {
        let moment = Moment::check(now)?;
        self.store.require_open()?;
        Ok(self.begin_task(Work::Export(Export::new(Path::new(path), moment.instant))))
    }

    /// Begins to read an archive. The steps read and check all of it and change nothing; the last one says what taking
    /// it would change. While it is read, a file beside it may hold a copy of its rows.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and [`MingmenError::Closed`]. The steps say where the file cannot be read:
    /// [`MingmenError::InvalidInput`] for `path`, [`MingmenError::StoreFailed`].
    pub fn import_archive(&self, path: &str, now: &Now) -> Result<LongTask> {
        let moment = Moment::check(now)?;
        self.store.require_open()?;
        let import = Import::new(Path::new(path));
        Ok(self.begin_task(Work::Import(Reading { import, zone: moment.zone })))
    }

    /// Takes the archive or the table that was read: all of it at once, or nothing where it fails. The work is over then.
    ///
    /// # Errors
    /// [`MingmenError::AlreadyEnded`] unless this file was read and waits for it, [`MingmenError::InvalidInput`] for `mode`
    /// where a table is to replace what is here, [`MingmenError::PracticeStillOpen`]
    /// where it would replace what is here during a practice, [`MingmenError::InvalidFile`] where a row of it no longer
    /// fits what is here, and the `Store…` cases.
    pub fn take_import(&self, task: u32, mode: ImportMode, now: &Now) -> Result<ImportTaken> {
        let moment = Moment::check(now)?;
        let mode = match mode {
            ImportMode::Merge => TakeMode::Merge,
            ImportMode::Replace => TakeMode::Replace,
        };
        let taken = self.with_task(task, |work| match work {
            Work::Import(reading) => Ok(reading.import.take(&self.store, mode)),
            Work::TableIn(_) if mode == TakeMode::Replace => {
                Err(MingmenError::invalid("mode", "must be merge for a table"))
            }
            Work::TableIn(import) => Ok(import.take(&self.store)),
            Work::Export(_) | Work::TablesOut(_) => Ok(None),
        })??;
        let taken = taken.ok_or_else(|| MingmenError::AlreadyEnded { what: "task".to_owned() })?;
        self.end_task(task);
        let taken = taken.map_err(|error| self.archive_failed(error))?;
        if taken.removed > 0 {
            // What went must not come back from a copy. All is done by now, and the next copy is made within a week.
            let _ = self.store.renew_backups(moment.day);
        }
        let guidance = self.store.read::<_, StoreError>(|reading| reading.guidance())?;
        *lock(&self.guidance) = guidance.unwrap_or_default();
        Ok(self.taken(mode, taken))
    }

    fn taken(&self, mode: TakeMode, taken: Taken) -> ImportTaken {
        let phrases = self.phrases();
        let nothing = taken == Taken::default();
        let words = match mode {
            _ if nothing => phrases.archive_taken_none(),
            TakeMode::Merge => phrases.archive_taken(),
            TakeMode::Replace => phrases.archive_taken_replaced(),
        };
        let changes = if nothing { Vec::new() } else { Subject::ALL.to_vec() };
        ImportTaken { added: taken.added, removed: taken.removed, words, changes }
    }

    /// The error that work on an archive ends with.
    pub(super) fn archive_failed(&self, error: ArchiveError) -> MingmenError {
        match error {
            ArchiveError::Store(error) => error.into(),
            ArchiveError::File(kind) => file_failed(kind),
            ArchiveError::Refused(faults) => {
                let fault = faults.first().map(|fault| shown(self.phrases(), fault));
                fault.map_or(
                    MingmenError::Internal { reason: "refused without a fault".to_owned() },
                    |FileFault { line, column, field, problem }| MingmenError::InvalidFile {
                        line,
                        column,
                        field,
                        problem,
                    },
                )
            }
        }
    }
}

/// What is wrong with the place of a file.
fn file_failed(kind: io::ErrorKind) -> MingmenError {
    match kind {
        io::ErrorKind::NotFound => {
            MingmenError::invalid("path", "must name a file in a folder that is there")
        }
        io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => {
            MingmenError::invalid("path", "must name a file and no folder")
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            MingmenError::invalid("path", "must be a place that the app may use")
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => MingmenError::StoreFull,
        kind => MingmenError::StoreFailed { reason: kind.to_string() },
    }
}

/// A fault in the person's language.
pub(super) fn shown(phrases: &Phrases, fault: &ArchiveFault) -> FileFault {
    let problem = match fault.problem {
        ArchiveProblem::TooLarge => phrases.file_too_large(),
        ArchiveProblem::LineTooLong => phrases.archive_line_long(),
        ArchiveProblem::NotText => phrases.file_not_text(),
        ArchiveProblem::NotAnArchive => phrases.archive_not_ours(),
        ArchiveProblem::Newer => phrases.archive_newer(),
        ArchiveProblem::WrongTables => phrases.archive_tables(),
        ArchiveProblem::NotARow => phrases.archive_not_row(),
        ArchiveProblem::WrongTable | ArchiveProblem::WrongLength => phrases.archive_wrong_row(),
        ArchiveProblem::WrongKind(Holds::Id) => phrases.archive_needs_id(),
        ArchiveProblem::WrongKind(Holds::Whole) => phrases.file_needs_number(),
        ArchiveProblem::WrongKind(Holds::Text) => phrases.file_needs_text(),
        ArchiveProblem::NotInOrder => phrases.archive_not_in_order(),
        ArchiveProblem::NotUnderstood => phrases.archive_not_understood(),
        ArchiveProblem::Orphan => phrases.archive_orphan(),
        ArchiveProblem::Conflict => phrases.archive_conflict(),
        ArchiveProblem::CutOff => phrases.archive_cut_off(),
        ArchiveProblem::WrongSum => phrases.archive_changed(),
        ArchiveProblem::MissingColumn => phrases.table_missing_column(),
        ArchiveProblem::RepeatedColumn => phrases.table_repeated_column(),
        ArchiveProblem::MissingCell => phrases.table_missing_cell(),
        ArchiveProblem::Quote => phrases.table_quote(),
        ArchiveProblem::NotADate => phrases.table_needs_date(),
        ArchiveProblem::NotMinutes => phrases.table_needs_minutes(),
        ArchiveProblem::NotATime => phrases.table_needs_time(),
        ArchiveProblem::NoteTooLong => phrases.table_note_long(),
    };
    FileFault { line: fault.line, column: fault.column, field: fault.field.clone(), problem }
}

/// What a table would add.
pub(super) fn table_preview(phrases: &Phrases, found: &[Found]) -> ImportPreview {
    let lines: Vec<PreviewLine> = found.iter().filter_map(|found| line(phrases, found)).collect();
    let adds = lines.iter().any(|line| line.new_here > 0);
    ImportPreview {
        made: String::new(),
        lines,
        adds,
        merge_words: if adds { phrases.table_merge() } else { phrases.archive_merge_none() },
        removes: false,
        replace_words: String::new(),
    }
}

/// A line of the preview, unless there is nothing of its kind anywhere.
fn line(phrases: &Phrases, found: &Found) -> Option<PreviewLine> {
    let Found { kind, new, there, only_here } = *found;
    if new + there + only_here == 0 {
        return None;
    }
    let title = match kind {
        RowKind::Practices => phrases.archive_kind_practices(),
        RowKind::CheckIns => phrases.archive_kind_check_ins(),
        RowKind::Notes => phrases.archive_kind_notes(),
        RowKind::Corrections => phrases.archive_kind_corrections(),
        RowKind::Plans => phrases.archive_kind_plans(),
        RowKind::Routines => phrases.archive_kind_routines(),
        RowKind::Answers => phrases.archive_kind_answers(),
        RowKind::Settings => phrases.archive_kind_settings(),
    };
    let words = match only_here {
        0 => phrases.archive_counts(new, there),
        here => phrases.archive_counts_here(new, there, here),
    };
    Some(PreviewLine { title, words, new_here: new, already_here: there, only_here })
}

fn made_on(phrases: &Phrases, date: CivilDate) -> String {
    phrases.archive_made(phrases.date_with_year(date.day(), phrases.month(date.month()), date.year()))
}
