//! What can go wrong with the database, and how SQLite's codes are told apart.

use rusqlite::ErrorCode;
use rusqlite::ffi;

/// Every error of the store. Nothing was half written by a call that returned one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The folder is missing, the path is a folder, or the system does not let the file be opened.
    #[error("the database cannot be opened: {reason}")]
    Unavailable {
        /// What the system said, without the path.
        reason: String,
    },
    /// The file or its folder cannot be written.
    #[error("the database cannot be written")]
    ReadOnly,
    /// Another connection holds the database, and still did after the wait.
    #[error("the database is in use")]
    Busy,
    /// The file is not a SQLite database, or is one of another program.
    #[error("the file is not a Mingmen database")]
    Foreign,
    /// The file has no bytes. One of ours never has: it appears under its name only once it is complete.
    #[error("the file is empty")]
    Empty,
    /// The file was written by a newer version of the app.
    #[error("the database has schema {found}; this version reads up to {supported}")]
    Newer {
        /// The file's schema.
        found: u32,
        /// The newest schema this version reads.
        supported: u32,
    },
    /// What is there is not what was written.
    #[error("the database is damaged: {place}")]
    Damaged {
        /// The table and row, the table alone, or `file`.
        place: String,
    },
    /// No space is left.
    #[error("no space is left on the device")]
    Full,
    /// Reading or writing failed.
    #[error("reading or writing failed: {reason}")]
    Failed {
        /// SQLite's word for it.
        reason: String,
    },
    /// The store was closed.
    #[error("the store was closed")]
    Closed,
    /// A row with this id is there already.
    #[error("{table} already has a row with this id")]
    AlreadyThere {
        /// The table.
        table: &'static str,
    },
    /// What the call is about is not there.
    #[error("no {what} has the id {id:?}")]
    NotFound {
        /// What was looked for, such as `enrolment`.
        what: &'static str,
        /// The id as it came in.
        id: String,
    },
    /// A practice is open already, and there is one at most.
    #[error("another practice is still open")]
    PracticeStillOpen,
    /// The file cannot hold this value as it is, such as an instant finer than a millisecond.
    #[error("{field}: {problem}")]
    InvalidValue {
        /// The column.
        field: &'static str,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A fault of ours.
    #[error("internal fault: {reason}")]
    Internal {
        /// Where it happened.
        reason: String,
    },
}

impl StoreError {
    /// Damage that has no one row.
    pub(super) fn damaged(place: impl Into<String>) -> Self {
        Self::Damaged { place: place.into() }
    }

    /// Whether the system could not do what was asked, which says nothing about the file.
    fn is_of_the_system(&self) -> bool {
        matches!(self, Self::Busy | Self::Full | Self::Failed { .. } | Self::Unavailable { .. })
    }
}

/// Nothing where a file is too damaged to say it. What the system could not do goes on as an error: it may be possible in
/// a moment, and whoever took it for damage would give up what is there.
pub(super) fn unless_damaged<T, E: Into<StoreError>>(outcome: Result<T, E>) -> Result<Option<T>, StoreError> {
    match outcome.map_err(Into::into) {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.is_of_the_system() => Err(error),
        Err(_) => Ok(None),
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqliteFailure(code, _) => from_code(code),
            // Anything else is a statement of ours that asks for the wrong type, column or count.
            other => Self::Internal { reason: other.to_string() },
        }
    }
}

/// SQLite's own text is dropped: it may quote values. The code's standard text says enough.
///
/// SQLite takes a read that the system failed for a damaged file system (`SQLITE_IOERR_CORRUPTFS`). That is no word about
/// the file: the next read may succeed, and a diary that is sound would have been mended.
fn from_code(error: ffi::Error) -> StoreError {
    match error.code {
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => StoreError::damaged("file"),
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy,
        ErrorCode::ReadOnly => StoreError::ReadOnly,
        ErrorCode::DiskFull => StoreError::Full,
        ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
            StoreError::Unavailable { reason: error.to_string() }
        }
        ErrorCode::SystemIoFailure | ErrorCode::OutOfMemory | ErrorCode::FileLockingProtocolFailed => {
            StoreError::Failed { reason: error.to_string() }
        }
        _ => StoreError::Internal { reason: error.to_string() },
    }
}
