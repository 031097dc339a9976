//! What can go wrong, one case for each thing a caller can do about it.

/// Every error of the facade. It says what and where, and holds nothing about the person.
///
/// No case carries a field called `message` or `cause`: those names clash in Kotlin and Swift.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MingmenError {
    /// A value is impossible or out of range: correct the field and ask again. Nothing was written.
    #[error("{field}: {problem}")]
    InvalidInput {
        /// The field, such as `slots[1].time`.
        field: String,
        /// What is wrong with it and what is allowed.
        problem: String,
    },
    /// A file from outside cannot be taken: show where and why. Nothing of it was kept.
    #[error("line {line}, column {column}: {problem}")]
    InvalidFile {
        /// The line, from 1.
        line: u32,
        /// The character in the line, from 1.
        column: u32,
        /// The field, such as `segments[2].minutes`; empty where the file as a whole is meant.
        field: String,
        /// What is wrong with it and what is allowed, in the person's language.
        problem: String,
    },
    /// No routine fits all that was asked for: show the sentence, which says what to change. Nothing was made.
    #[error("no routine fits: {said}")]
    NothingFits {
        /// What is missing and what helps, in the person's language.
        said: String,
    },
    /// No tz database knows this zone: ask the platform again, or fall back to the zone last known.
    #[error("no time zone is called {zone:?}")]
    UnknownZone {
        /// The zone id as it came in.
        zone: String,
    },
    /// Nothing has this id: reload, it may have been deleted.
    #[error("no {kind} has the id {id:?}")]
    NotFound {
        /// What was looked for, such as `routine`.
        kind: String,
        /// The id as it came in.
        id: String,
    },
    /// Practice is shut by the screening, or the screening has not been answered: show the gate.
    #[error("practice is shut until the screening allows it")]
    PracticeShut,
    /// The thing has already ended or been done: reload.
    #[error("{what} has already ended")]
    AlreadyEnded {
        /// What has ended, such as `practice`.
        what: String,
    },
    /// Another practice is still open: continue or finish it first.
    #[error("another practice is still open")]
    PracticeStillOpen,
    /// Another process holds the database: try again in a moment.
    #[error("the database is in use by another process")]
    StoreBusy,
    /// The database or its folder cannot be written: check permissions.
    #[error("the database cannot be written")]
    StoreReadOnly,
    /// The folder is missing or the file cannot be opened: check the path.
    #[error("the database cannot be opened: {reason}")]
    StoreUnavailable {
        /// What the system said, without the path.
        reason: String,
    },
    /// The file is not ours: choose another path. It was not touched.
    #[error("the file is not a Mingmen database")]
    StoreForeign,
    /// The file is from a newer version of the app: update the app. It was not touched.
    #[error("the database has schema {found}; this version reads up to {supported}")]
    StoreNewer {
        /// The file's schema.
        found: u32,
        /// The newest schema this version reads.
        supported: u32,
    },
    /// What was read is not what was written: restore a backup. Nothing was deleted.
    #[error("the database is damaged: {place}")]
    StoreDamaged {
        /// The table and row, or SQLite's word for it.
        place: String,
    },
    /// No space is left: free some and try again. Nothing was half written.
    #[error("no space is left on the device")]
    StoreFull,
    /// Reading or writing failed: try again.
    #[error("reading or writing the database failed: {reason}")]
    StoreFailed {
        /// SQLite's word for it.
        reason: String,
    },
    /// `shut_down` was called: open again.
    #[error("Mingmen was shut down")]
    Closed,
    /// A fault of ours: report it.
    #[error("internal fault: {reason}")]
    Internal {
        /// Where it happened.
        reason: String,
    },
}
