//! What a person did and said, kept in one SQLite file on their own device.
//!
//! The store knows the domain's types and nothing of its rules: it keeps rows, gives them back, and says when what it
//! reads is not what was written. `docs/data-format.md` describes the file.
//!
//! - One connection behind a mutex: [`Store`] may be shared by any number of threads.
//! - [`Store::write`] is one transaction. When it returns `Ok`, the facts are on the disk and survive a power cut
//!   (`synchronous=FULL`); when it returns an error, nothing of it is there.
//! - [`Store::heartbeat`] survives the app being killed, and costs no wait for the disk (`synchronous=NORMAL`).
//! - Every row that is read is checked against its own checksum and against the ledger.
//!
//! ```
//! use mingmen_core::safety::Clearance;
//! use mingmen_core::store::{Store, StoreError};
//!
//! let folder = tempfile::tempdir().unwrap();
//! let store = Store::open(&folder.path().join("mingmen.db"))?;
//! let clearance = Clearance {
//!     said_at: "2026-05-13T08:00:00Z".parse().unwrap(),
//!     date: "2026-05-13".parse().unwrap(),
//! };
//! store.write(|w| w.insert_clearance("019e1f6b-6400-7000-8000-000000000001", &clearance))?;
//! assert_eq!(store.read(|r| r.latest_clearance())?, Some(clearance));
//! store.close()?;
//! # Ok::<(), StoreError>(())
//! ```
#![deny(clippy::indexing_slicing)]

mod activity;
mod backup;
mod body;
mod calendar;
mod care;
mod check_in;
mod checksum;
mod code;
mod connect;
mod diary;
mod earlier;
mod error;
mod fields;
mod files;
mod ledger;
mod mend;
mod migrate;
mod note;
mod offer;
mod open_practice;
mod own_routine;
mod plan;
mod practice;
mod reminder;
mod rows;
mod safety;
mod salvage;
mod setting;
mod staging;
mod standing;
mod table;
#[cfg(test)]
pub(crate) mod tests;
mod told;
mod values;
mod verify;
mod withdrawal;

use std::cell::RefCell;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use crate::practice::{PlayerState, PracticeId};
use connect::WAIT;
use standing::Standing;
use table::Table;

pub use backup::BackupReason;
pub use error::StoreError;
pub(crate) use files::beside;
pub use mend::{Mended, TableAccount};
pub use open_practice::OpenPracticeRow;
pub use table::RowKind;
pub use verify::{Fault, Problem};
pub use withdrawal::Change;

pub(crate) use ledger::Tally;
#[cfg(test)]
pub(crate) use rows::archived_tables;
pub(crate) use rows::{Holds, Row, RowMatch, RowTable};
pub(crate) use staging::{Misfit, Staging};

/// Every table of facts in this schema.
const TABLES: [&Table; 22] = [
    &safety::SCREENING,
    &safety::ABOUT_YOU,
    &safety::CLEARANCE,
    &plan::ENROLMENT,
    &plan::ENROLMENT_CHANGE,
    &practice::PRACTICE,
    &check_in::CHECK_IN,
    &open_practice::OPEN_PRACTICE,
    &own_routine::OWN_ROUTINE,
    &note::NOTE,
    &withdrawal::WITHDRAWAL,
    &body::BODY_CHECK,
    &body::NOTED_SIGN,
    &setting::SETTING,
    &offer::OFFER_ANSWER,
    &offer::DAY_AFTER,
    &reminder::REMINDER_EVENT,
    &reminder::REMINDER_WATCH,
    &calendar::CALENDAR_FILE,
    &activity::ACTIVITY,
    &activity::ACTIVITY_RATING,
    &told::TOLD,
];

/// The open database. Dropping it unclosed is safe: every write that returned is there.
pub struct Store {
    /// Where the file lies.
    path: PathBuf,
    /// `None` once closed, and after a mending that failed: then the next call opens the file again.
    inner: Mutex<Option<Inner>>,
    /// Whether it was closed; changed and asked while `inner` is held.
    closed: AtomicBool,
}

struct Inner {
    conn: Connection,
    durability: Durability,
}

/// What a transaction waits for before it returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Durability {
    /// Until the disk has it.
    Disk,
    /// Until the operating system has it: the app may be killed, the power may not fail.
    System,
}

impl Store {
    /// Opens the database at `path`, making it if there is none; its folder must be there. A file that cannot be used
    /// is left as it is, byte for byte.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`], [`StoreError::ReadOnly`], [`StoreError::Busy`], [`StoreError::Foreign`],
    /// [`StoreError::Empty`], [`StoreError::Newer`], [`StoreError::Damaged`], [`StoreError::Full`],
    /// [`StoreError::Failed`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_waiting(path, WAIT)
    }

    fn open_waiting(path: &Path, wait: Duration) -> Result<Self, StoreError> {
        let path = connect::located(path)?;
        let inner = Inner::open(&path, wait)?;
        Ok(Self { path, inner: Mutex::new(Some(inner)), closed: AtomicBool::new(false) })
    }

    /// Closes the database. Closing twice is no fault; any other call from now on is [`StoreError::Closed`].
    ///
    /// # Errors
    /// What SQLite may meet as it tidies up. The store is closed even so, and nothing written is lost.
    pub fn close(&self) -> Result<(), StoreError> {
        let mut guard = self.lock();
        self.closed.store(true, Ordering::Relaxed);
        match guard.take() {
            Some(inner) => inner.conn.close().map_err(|(_, error)| error.into()),
            None => Ok(()),
        }
    }

    /// Says whether the store is still open: for calls that need nothing from it and yet belong to its lifetime.
    ///
    /// # Errors
    /// [`StoreError::Closed`].
    pub fn require_open(&self) -> Result<(), StoreError> {
        let _guard = self.lock();
        if self.closed.load(Ordering::Relaxed) { Err(StoreError::Closed) } else { Ok(()) }
    }

    /// What is open, opened again where a mending failed.
    fn open_inner<'g>(&self, guard: &'g mut Option<Inner>) -> Result<&'g mut Inner, StoreError> {
        if self.closed.load(Ordering::Relaxed) {
            return Err(StoreError::Closed);
        }
        let inner = match guard.take() {
            Some(inner) => inner,
            None => Inner::open(&self.path, WAIT)?,
        };
        Ok(guard.insert(inner))
    }

    /// Reads one consistent state.
    ///
    /// # Errors
    /// Whatever `reading` returns, [`StoreError::Closed`], and whatever reading may meet.
    pub fn read<T, E: From<StoreError>>(
        &self,
        reading: impl FnOnce(&Reading<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut guard = self.lock();
        let inner = self.open_inner(&mut guard)?;
        let transaction = inner.conn.transaction().map_err(StoreError::from)?;
        reading(&Reading::new(&transaction))
    }

    /// Writes all of `writing`, or nothing if it returns an error. What it reads is what it will change.
    ///
    /// # Errors
    /// Whatever `writing` returns, [`StoreError::Closed`], [`StoreError::Busy`], [`StoreError::Full`],
    /// [`StoreError::Failed`].
    pub fn write<T, E: From<StoreError>>(
        &self,
        writing: impl FnOnce(&Writing<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.transact(Durability::Disk, writing)
    }

    /// Notes where the player is, about once a breath.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if this practice is not open, [`StoreError::Closed`], and whatever writing may meet.
    pub fn heartbeat(&self, id: &PracticeId, player: &PlayerState) -> Result<(), StoreError> {
        self.transact(Durability::System, |writing| writing.heartbeat(id, player))
    }

    fn transact<T, E: From<StoreError>>(
        &self,
        durability: Durability,
        writing: impl FnOnce(&Writing<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut guard = self.lock();
        let inner = self.open_inner(&mut guard)?;
        inner.promise(durability)?;
        let transaction =
            inner.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        // An early return, and a panic too, drops the transaction, which rolls it back.
        let written = writing(&Writing { reading: Reading::new(&transaction) })?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(written)
    }

    /// A panic in another thread rolled its transaction back on its way out: there is nothing half done to fear.
    fn lock(&self) -> MutexGuard<'_, Option<Inner>> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").finish_non_exhaustive()
    }
}

impl Inner {
    fn open(path: &Path, wait: Duration) -> Result<Self, StoreError> {
        Ok(Self { conn: connect::open(path, wait)?, durability: Durability::Disk })
    }

    /// Sets what the next transaction waits for. Every transaction says it, so none inherits another's promise.
    fn promise(&mut self, durability: Durability) -> Result<(), StoreError> {
        if self.durability != durability {
            connect::set_durability(&self.conn, durability)?;
            self.durability = durability;
        }
        Ok(())
    }
}

/// What can be asked inside [`Store::read`].
#[derive(Debug)]
pub struct Reading<'c> {
    conn: &'c Connection,
    /// Which versions of facts stand, once it was asked for.
    standing: RefCell<Option<Rc<Standing>>>,
}

impl<'c> Reading<'c> {
    fn new(conn: &'c Connection) -> Self {
        Self { conn, standing: RefCell::new(None) }
    }
}

/// What can be done inside [`Store::write`]; it can also ask everything that a [`Reading`] can.
#[derive(Debug)]
pub struct Writing<'c> {
    reading: Reading<'c>,
}

impl<'c> Deref for Writing<'c> {
    type Target = Reading<'c>;

    fn deref(&self) -> &Self::Target {
        &self.reading
    }
}
