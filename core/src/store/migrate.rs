//! Schema versions: one SQL file each, run in order, each in a transaction of its own.

use rusqlite::{Connection, TransactionBehavior};

use super::error::StoreError;
use super::{ledger, verify};

/// `MING` in ASCII, in the file's header: other programs' databases say something else there.
pub(super) const APPLICATION_ID: i32 = i32::from_be_bytes(*b"MING");

/// The schema files; the first makes schema 1.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/0001_facts.sql"),
    include_str!("../../migrations/0002_own.sql"),
    include_str!("../../migrations/0003_settings.sql"),
    include_str!("../../migrations/0004_guidance.sql"),
    include_str!("../../migrations/0005_plan.sql"),
    include_str!("../../migrations/0006_reminders.sql"),
    include_str!("../../migrations/0007_calendar.sql"),
    include_str!("../../migrations/0008_diary.sql"),
];

/// The schema of a file, from its header.
pub(super) fn version(conn: &Connection) -> Result<u32, StoreError> {
    let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    u32::try_from(version).map_err(|_| StoreError::damaged("file"))
}

/// The newest schema that a list of migrations makes.
pub(super) fn newest(migrations: &[&str]) -> u32 {
    u32::try_from(migrations.len()).unwrap_or(u32::MAX)
}

/// Runs every migration that the file has not had. A file that fails the check before is left alone: a migration
/// writes checksums, and must not write fresh ones over damage.
pub(super) fn run(conn: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    while version(conn)? < newest(migrations) {
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Asked again, now that nobody else can be at it: another connection may just have run it.
        let old = version(&transaction)?;
        let Some(sql) = usize::try_from(old).ok().and_then(|old| migrations.get(old)) else { break };
        if old > 0 {
            verify::check(&transaction)?;
        }
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", old + 1)?;
        ledger::rebuild(&transaction)?;
        transaction.commit()?;
    }
    Ok(())
}
