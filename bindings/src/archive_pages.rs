//! What long work comes to, and what an archive would change, as the apps see it.
use mingmen_core::mingmen::{
    FileFault, ImportMode, ImportPreview, ImportTaken, LongTask, PreviewLine, Progressed, Subject,
    TaskOutcome,
};

/// Work that takes its time, such as writing an archive. It is done in steps: call `step_task` until there is an outcome.
/// Between two steps nothing is held, and the app may do whatever it likes. Nothing is visible until the end.
///
/// There is one at a time: another one cancels it, and so does `shut_down`.
#[uniffi::remote(Record)]
pub struct LongTask {
    /// What the steps name.
    pub task: u32,
}

/// How far long work came.
#[uniffi::remote(Record)]
pub struct Progressed {
    /// Parts that are done. They are of about the same length.
    pub done: u64,
    /// Parts in all; 0 before that is known.
    pub of: u64,
    /// What is being done: "Reading the archive".
    pub words: String,
    /// What came of it. Nothing while it goes on.
    pub outcome: Option<TaskOutcome>,
}

/// What came of long work.
#[uniffi::remote(Enum)]
pub enum TaskOutcome {
    /// The file is complete. The work is over.
    Written {
        /// What is in it, in a sentence.
        words: String,
    },
    /// The file cannot be taken. The work is over, and nothing has changed.
    Refused {
        /// That, in a sentence.
        words: String,
        /// What is wrong with it, the first of it where it is much.
        faults: Vec<FileFault>,
    },
    /// The file is read, and nothing has changed. Show what would, and ask: `take_import` or `cancel_task`.
    Read {
        /// What would change.
        preview: ImportPreview,
    },
}

/// One thing that is wrong with a file, and where.
#[uniffi::remote(Record)]
pub struct FileFault {
    /// The line, from 1.
    pub line: u32,
    /// The character in the line, from 1.
    pub column: u32,
    /// The table or column, such as `check_in.pain`; empty where the file as a whole is meant.
    pub field: String,
    /// What is wrong, in the person's language.
    pub problem: String,
}

/// What taking a file would change.
#[uniffi::remote(Record)]
pub struct ImportPreview {
    /// "Made on 2 March 2026"; empty for a table.
    pub made: String,
    /// A line for each kind of thing that is in the file or here.
    pub lines: Vec<PreviewLine>,
    /// Whether adding it would change anything.
    pub adds: bool,
    /// What adding it would do, in a sentence.
    pub merge_words: String,
    /// Whether replacing by it would take anything away.
    pub removes: bool,
    /// What replacing by it would do, in a sentence; empty for a table, which can only be added.
    pub replace_words: String,
}

/// What a file has of one kind of thing, beside what is here.
#[uniffi::remote(Record)]
pub struct PreviewLine {
    /// The kind: "Practices".
    pub title: String,
    /// "3 new, 12 already here".
    pub words: String,
    /// How many are new.
    pub new_here: u64,
    /// How many are here already.
    pub already_here: u64,
    /// How many are here and not in the file.
    pub only_here: u64,
}

/// What becomes of what is here when an archive is taken.
#[uniffi::remote(Enum)]
pub enum ImportMode {
    /// It stays, and what is new is added.
    Merge,
    /// It goes, and the archive takes its place. What belongs to this phone alone stays: its reminders and its calendar
    /// files.
    Replace,
}

/// What `take_import` did.
#[uniffi::remote(Record)]
pub struct ImportTaken {
    /// How many things are new here.
    pub added: u64,
    /// How many went.
    pub removed: u64,
    /// That, in a sentence.
    pub words: String,
    /// What to reload.
    pub changes: Vec<Subject>,
}
