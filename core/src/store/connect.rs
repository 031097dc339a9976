//! How the file is opened: looked at first, and touched only if it is ours.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::backup::{self, BackupReason};
use super::error::StoreError;
use super::files::{address_of, beside, failed, gone_is_fine, sync_folder};
use super::migrate::{self, APPLICATION_ID, MIGRATIONS};
use super::{Durability, checksum, ledger, mend};

/// How long a call waits for another process before it says [`StoreError::Busy`].
pub(super) const WAIT: Duration = Duration::from_secs(2);

/// For a file that is nobody else's.
pub(super) const NO_WAIT: Duration = Duration::ZERO;

/// More than there are different statements, so that each is prepared once.
const STATEMENTS: usize = 64;

/// Opens the database at `path`, which is [`located`], after making it if there is none, and brings it to the newest schema.
///
/// Threads of one process wait for each other. SQLite knows a file that they share by one name only, which a new file
/// changes; and two that turn it to the log at the same moment are told at once that it is busy, however long they would wait.
pub(super) fn open(path: &Path, wait: Duration) -> Result<Connection, StoreError> {
    static OPENING: Mutex<()> = Mutex::new(());
    let _opening = OPENING.lock().unwrap_or_else(PoisonError::into_inner);
    mend::finish(path)?;
    if !exists(path)? {
        // A database that has copies was there before: a new one beside them would be a lost one that nobody told of.
        if !backup::list(path)?.is_empty() {
            return Err(StoreError::damaged("file"));
        }
        create(path, wait)?;
    }
    let has_log = || fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0);
    let had_log = has_log();
    inspect(path, had_log)?;
    let mut conn = connect(path, OpenFlags::empty(), wait)?;
    // Until the file is known to be usable, closing must not move what is in its log.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, had_log)?;
    let length = check(&mut conn)?;
    // With a log beside it a file may be short: the log has the rest. It may have come only now, from another process.
    if !has_log() && fs::metadata(path).map_err(|error| failed(&error))?.len() < length {
        return Err(StoreError::damaged("file"));
    }
    let mode: String = conn.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    if mode != "wal" {
        return Err(StoreError::Unavailable { reason: "this file system cannot share memory".to_owned() });
    }
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    set_durability(&conn, Durability::Disk)?;
    let schema = migrate::version(&conn)?;
    if schema < migrate::newest(MIGRATIONS) {
        backup::make(&conn, path, BackupReason::BeforeUpgrade(schema))?;
        migrate::run(&mut conn, MIGRATIONS)?;
    }
    Ok(conn)
}

/// Checks mark, version and schema, and says how long the file is by its header: all of one state, because another process
/// may be at work on the same file.
fn check(conn: &mut Connection) -> Result<u64, StoreError> {
    let state = conn.transaction()?;
    if !is_ours(&state)? {
        return Err(StoreError::Foreign);
    }
    acceptable(migrate::version(&state)?)?;
    ledger::check_schema(&state)?;
    length(&state)
}

/// Sets what a transaction waits for. On Apple's systems only `F_FULLFSYNC` reaches the disk itself.
pub(super) fn set_durability(conn: &Connection, durability: Durability) -> Result<(), StoreError> {
    let level = match durability {
        Durability::Disk => "FULL",
        Durability::System => "NORMAL",
    };
    conn.pragma_update(None, "synchronous", level)?;
    Ok(())
}

/// The file's place with its folder made absolute, so that no name is taken for a `file:` address.
pub(super) fn located(path: &Path) -> Result<PathBuf, StoreError> {
    let unavailable = |reason: &str| StoreError::Unavailable { reason: reason.to_owned() };
    let name = path.file_name().ok_or_else(|| unavailable("the path names no file"))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = fs::canonicalize(folder).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => unavailable("the folder is missing"),
        kind => unavailable(&kind.to_string()),
    })?;
    let about = fs::metadata(&folder).map_err(|error| unavailable(&error.kind().to_string()))?;
    if !about.is_dir() {
        return Err(unavailable("the folder is a file"));
    }
    // Elsewhere than on Unix the mark says nothing about what may be done in a folder.
    if cfg!(unix) && about.permissions().readonly() {
        return Err(StoreError::ReadOnly);
    }
    Ok(folder.join(name))
}

/// Whether there is a file, and one that can be written.
fn exists(path: &Path) -> Result<bool, StoreError> {
    let unavailable = |reason: String| StoreError::Unavailable { reason };
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(unavailable(error.kind().to_string())),
    };
    if !about.is_file() {
        return Err(unavailable("the path is not a file".to_owned()));
    }
    if about.permissions().readonly() {
        return Err(StoreError::ReadOnly);
    }
    if about.len() == 0 {
        return Err(StoreError::Empty);
    }
    Ok(true)
}

/// Makes the database under another name and gives it its own only when it is complete, so that a file of this name is
/// always one of ours: an app killed here leaves nothing that would have to be guessed about.
///
/// Two processes may do this at once. Both work on the same file under SQLite's lock; the second finds it complete.
fn create(path: &Path, wait: Duration) -> Result<(), StoreError> {
    let draft = beside(path, ".new");
    let mut conn = connect(&draft, OpenFlags::SQLITE_OPEN_CREATE, wait)?;
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    if exists(path)? {
        drop(transaction);
        drop(conn);
        return gone_is_fine(fs::remove_file(&draft));
    }
    drop(transaction);
    migrate::run(&mut conn, MIGRATIONS)?;
    conn.close().map_err(|(_, error)| error)?;
    gone_is_fine(fs::rename(&draft, path))?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Looks at the header without locking, journals or anything else that would leave a trace.
fn inspect(path: &Path, has_log: bool) -> Result<(), StoreError> {
    let conn = connect_to_read(path)?;
    match is_ours(&conn) {
        Err(error) => match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Err(not_a_database(path)),
            // Killed as the log was moved into the file, its first page counts pages that only the log has. With the log
            // it is whole, and is asked again next.
            Some(ErrorCode::DatabaseCorrupt) if has_log => Ok(()),
            _ => Err(error.into()),
        },
        Ok(false) => Err(StoreError::Foreign),
        Ok(true) => acceptable(migrate::version(&conn)?),
    }
}

fn is_ours(conn: &Connection) -> rusqlite::Result<bool> {
    conn.pragma_query_value(None, "application_id", |row| Ok(row.get::<_, i32>(0)? == APPLICATION_ID))
}

/// Opens a file that nobody writes to, without locking it or leaving a trace.
pub(super) fn connect_to_read(path: &Path) -> Result<Connection, StoreError> {
    let address = format!("file:{}?immutable=1", address_of(path)?);
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(address, flags)?;
    checksum::register(&conn)?;
    Ok(conn)
}

/// The length in bytes that a file's header says it has. SQLite itself takes a last page that is cut short for a whole one.
fn length(conn: &Connection) -> Result<u64, StoreError> {
    let number = |name| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let length = number("page_size")?.saturating_mul(number("page_count")?);
    Ok(length.unsigned_abs())
}

/// A schema of 0 with our mark on it cannot be: both are written together.
pub(super) fn acceptable(version: u32) -> Result<(), StoreError> {
    let supported = migrate::newest(MIGRATIONS);
    match version {
        0 => Err(StoreError::damaged("file")),
        found if found > supported => Err(StoreError::Newer { found, supported }),
        _ => Ok(()),
    }
}

/// A file that SQLite does not accept is foreign, unless it begins like a database: then it was one.
fn not_a_database(path: &Path) -> StoreError {
    let mut start = [0; 16];
    match fs::File::open(path).and_then(|mut file| file.read_exact(&mut start)) {
        Ok(()) if start == *b"SQLite format 3\0" => StoreError::damaged("file"),
        _ => StoreError::Foreign,
    }
}

pub(super) fn connect(path: &Path, more: OpenFlags, wait: Duration) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(wait)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    checksum::register(&conn)?;
    // Deleted rows are overwritten: a diary about a person's health should not linger in free pages.
    conn.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
         PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
         PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;",
    )?;
    Ok(conn)
}
