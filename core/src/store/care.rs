//! What keeps the database well: a copy each week, and mending where it is damaged.

use std::path::Path;
use std::sync::atomic::Ordering;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::Store;
use super::backup::{self, BackupReason};
use super::connect;
use super::error::StoreError;
use super::mend::{self, Mended};
use crate::zone::CivilDate;

impl Store {
    /// Opens the database as [`Store::open`] does. One that is damaged is mended first: what can still be read of it,
    /// and what the last copy has beside that, become a new file, and the damaged one is put aside. What became of
    /// everything is told by [`Store::untold`].
    ///
    /// # Errors
    /// As [`Store::open`], without damage; and whatever writing may meet. A damaged file that could not be mended is as
    /// it was.
    pub fn open_mending(path: &Path) -> Result<Self, StoreError> {
        match Self::open(path) {
            Err(error) if is_damage(&error, path) => {
                mend::mend(&connect::located(path)?)?;
                Self::open(path)
            }
            outcome => outcome,
        }
    }

    /// Mends the open database, and goes on with the new file.
    ///
    /// # Errors
    /// [`StoreError::Closed`], and whatever reading and writing may meet: the damaged file is as it was then, and the
    /// next call opens it again.
    pub fn mend(&self) -> Result<Mended, StoreError> {
        let mut guard = self.lock();
        if self.closed.load(Ordering::Relaxed) {
            return Err(StoreError::Closed);
        }
        if let Some(inner) = guard.take() {
            // The damaged file stays as it is: what is in its log is not moved into it on the way out.
            inner.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        }
        let mended = mend::mend(&self.path)?;
        self.open_inner(&mut guard)?;
        Ok(mended)
    }

    /// Accounts of mendings that the person has not read, oldest first.
    #[must_use]
    pub fn untold(&self) -> Vec<Mended> {
        mend::untold(&self.path)
    }

    /// The person has read an account: it is not told again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], and whatever writing may meet.
    pub fn tell(&self, number: u32) -> Result<(), StoreError> {
        mend::tell(&self.path, number)
    }

    /// Makes the weekly copy if it is due, and says whether it did. The copy is read whole before it counts, so this
    /// finds damage that nobody has met yet.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Closed`], and whatever reading and writing may meet.
    pub fn back_up(&self, today: CivilDate) -> Result<bool, StoreError> {
        let mut guard = self.lock();
        let inner = self.open_inner(&mut guard)?;
        if !backup::is_due(&backup::list(&self.path)?, today) {
            return Ok(false);
        }
        backup::make(&inner.conn, &self.path, BackupReason::Weekly(today))?;
        Ok(true)
    }

    /// Lets go of every copy and makes a new one: after what is here was replaced, none may bring back what went.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Closed`], and whatever reading and writing may meet.
    pub fn renew_backups(&self, today: CivilDate) -> Result<(), StoreError> {
        let mut guard = self.lock();
        let inner = guard.as_mut().ok_or(StoreError::Closed)?;
        backup::forget(&self.path)?;
        backup::make(&inner.conn, &self.path, BackupReason::Weekly(today))
    }

    /// The copies there are, oldest first.
    ///
    /// # Errors
    /// Whatever reading the folder may meet.
    pub fn backups(&self) -> Result<Vec<BackupReason>, StoreError> {
        let mut reasons: Vec<_> = backup::list(&self.path)?.into_iter().map(|backup| backup.reason).collect();
        reasons.sort();
        Ok(reasons)
    }

    /// Deletes everything that the person did and said: copies and what was put aside first, then every row, whose bytes
    /// are overwritten, in the file and in its log. The database stays, empty.
    ///
    /// # Errors
    /// [`StoreError::Closed`], and whatever writing may meet: then some copies may be gone and all rows are there.
    pub fn delete_everything(&self) -> Result<(), StoreError> {
        let mut guard = self.lock();
        let inner = self.open_inner(&mut guard)?;
        inner.promise(super::Durability::Disk)?;
        backup::forget(&self.path)?;
        mend::forget(&self.path)?;
        delete_rows(&mut inner.conn)?;
        // The log still has what was; cut off, its space is the system's again.
        inner.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}

fn delete_rows(conn: &mut Connection) -> Result<(), StoreError> {
    let transaction = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    for table in super::ledger::fact_tables(&transaction)? {
        transaction.execute(&format!("DELETE FROM {}", table.name), [])?;
    }
    super::ledger::rebuild(&transaction)?;
    transaction.commit()?;
    Ok(())
}

/// Whether mending helps. A file that is not ours is left alone, unless copies of ours lie beside it: then it was one.
fn is_damage(error: &StoreError, path: &Path) -> bool {
    let has_copies =
        || connect::located(path).and_then(|path| backup::list(&path)).is_ok_and(|all| !all.is_empty());
    match error {
        StoreError::Damaged { .. } | StoreError::Empty => true,
        StoreError::Foreign => has_copies(),
        _ => false,
    }
}
