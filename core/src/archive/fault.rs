//! Why an archive is not taken, and what can go wrong on the way.

use std::io;

use crate::store::{Holds, StoreError};

/// One thing that is wrong with an archive, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {}{problem}", lead(.field))]
pub(crate) struct ArchiveFault {
    /// The line, from 1.
    pub(crate) line: u32,
    /// The character in the line, from 1.
    pub(crate) column: u32,
    /// The table and column, such as `check_in.pain`; empty where the file as a whole is meant.
    pub(crate) field: String,
    /// What is wrong.
    pub(crate) problem: ArchiveProblem,
}

fn lead(field: &str) -> String {
    if field.is_empty() { String::new() } else { format!("{field}: ") }
}

/// What can be wrong with an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ArchiveProblem {
    /// The file has more bytes or rows than any of ours.
    #[error("the file is too large")]
    TooLarge,
    /// A line has more bytes than any of ours.
    #[error("the line is too long")]
    LineTooLong,
    /// The bytes are no text.
    #[error("this is not text in UTF-8")]
    NotText,
    /// It is something else than an archive of ours.
    #[error("this is not a Mingmen archive")]
    NotAnArchive,
    /// A newer version of the app wrote it.
    #[error("the archive is of a newer version")]
    Newer,
    /// The first line names other tables or columns than its schema has.
    #[error("the tables are not those of the schema")]
    WrongTables,
    /// The line is no list of texts, whole numbers and nulls.
    #[error("this is not a row")]
    NotARow,
    /// A row of another table is due here.
    #[error("a row of another table is due")]
    WrongTable,
    /// The row has too few or too many values.
    #[error("the row has not as many values as its table has columns")]
    WrongLength,
    /// The value is of another kind.
    #[error("must be {}", holds(*.0))]
    WrongKind(Holds),
    /// The id does not come after the one before it.
    #[error("ids must ascend, and none may come twice")]
    NotInOrder,
    /// The values are not such as this version writes.
    #[error("this version does not understand the row")]
    NotUnderstood,
    /// What the row belongs to is not in the file.
    #[error("what the row belongs to is missing")]
    Orphan,
    /// A row of this id is on the device, with other values.
    #[error("the device has another row of this id")]
    Conflict,
    /// The file ends before its end.
    #[error("the file is cut off")]
    CutOff,
    /// A table has no column of this name.
    #[error("there is no such column")]
    MissingColumn,
    /// A table has two columns for one thing.
    #[error("the column is there already")]
    RepeatedColumn,
    /// A row of a table is too short to have the cell.
    #[error("the row has no such cell")]
    MissingCell,
    /// A mark of a quoted cell is missing, or something stands after it.
    #[error("a quoted cell does not end as it should")]
    Quote,
    /// No date such as 2026-03-02, or one that is still to come.
    #[error("must be a date such as 2026-03-02, today or earlier")]
    NotADate,
    /// No minutes, or too many for a practice.
    #[error("must be minutes, more than 0 and at most 600")]
    NotMinutes,
    /// No time of the day.
    #[error("must be a time such as 08:00")]
    NotATime,
    /// The note is longer than one that can be kept.
    #[error("must be at most 2,000 characters")]
    NoteTooLong,
    /// The checksum is another one: the file was changed.
    #[error("the file was changed after it was written")]
    WrongSum,
}

fn holds(kind: Holds) -> &'static str {
    match kind {
        Holds::Id => "an id",
        Holds::Whole => "a whole number",
        Holds::Text => "text",
    }
}

/// What ends the work on an archive, other than the archive itself.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ArchiveError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file of the archive cannot be read or written.
    #[error("the file: {0}")]
    File(io::ErrorKind),
    /// What the file says cannot be taken.
    #[error("{} faults", .0.len())]
    Refused(Vec<ArchiveFault>),
}

impl From<io::Error> for ArchiveError {
    fn from(error: io::Error) -> Self {
        Self::File(error.kind())
    }
}

impl ArchiveFault {
    /// A fault at a byte of a line.
    pub(super) fn at(line: u32, text: &str, byte: usize, field: &str, problem: ArchiveProblem) -> Self {
        let before = text.get(..byte).unwrap_or(text).chars().count();
        let column = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        Self { line, column, field: field.to_owned(), problem }
    }

    /// A fault of a whole line.
    pub(super) fn of_line(line: u32, field: &str, problem: ArchiveProblem) -> Self {
        Self { line, column: 1, field: field.to_owned(), problem }
    }
}

impl From<ArchiveFault> for ArchiveError {
    fn from(fault: ArchiveFault) -> Self {
        Self::Refused(vec![fault])
    }
}
