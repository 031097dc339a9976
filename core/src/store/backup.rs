//! Copies of the whole database beside it, each checked row by row before it counts as one.
//!
//! One is made each week, and one before a file is brought to a newer schema. They are for [`Store::mend`](super::Store):
//! what decay took from the database is still in the last of them.
//!
//! A copy is made as `….new`, checked, and only then given its name: a file of such a name is always a whole one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup as Copying, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::connect::{self, WAIT};
use super::error::{StoreError, unless_damaged};
use super::files::{beside, failed, gone_is_fine, make_folder, sync_folder};
use super::{migrate, verify};
use crate::zone::CivilDate;

/// As many weekly copies are kept.
const WEEKLY_KEPT: usize = 3;

/// As many copies from before an upgrade are kept.
const UPGRADES_KEPT: usize = 2;

/// Days from one weekly copy to the next.
const DAYS_BETWEEN: i64 = 7;

/// Pages copied at once: all of them, because the database is locked for its owner alone.
const ALL_PAGES: std::ffi::c_int = -1;

/// How the name of a copy ends while it is made.
const DRAFT: &str = ".new";

/// Why a copy was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BackupReason {
    /// The file was about to be brought from this schema to the next.
    BeforeUpgrade(u32),
    /// A week had gone by; the practice day on which it was made.
    Weekly(CivilDate),
}

/// A copy of the database that was whole when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Backup {
    /// Why it was made.
    pub(super) reason: BackupReason,
    /// Where it lies.
    pub(super) file: PathBuf,
}

/// The folder of a database's copies.
pub(super) fn folder(database: &Path) -> PathBuf {
    beside(database, ".backups")
}

/// The copies of a database, in no order. What has another name is none.
pub(super) fn list(database: &Path) -> Result<Vec<Backup>, StoreError> {
    let entries = match fs::read_dir(folder(database)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(&error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let file = entry.map_err(|error| failed(&error))?.path();
        if let Some(reason) = file.file_name().and_then(|name| reason_of(name.to_str()?)) {
            found.push(Backup { reason, file });
        }
    }
    Ok(found)
}

/// `weekly-2026-05-18.db`, `schema-7.db` from before it was brought to schema 8.
fn name_of(reason: BackupReason) -> String {
    match reason {
        BackupReason::Weekly(date) => format!("weekly-{date}.db"),
        BackupReason::BeforeUpgrade(schema) => format!("schema-{schema}.db"),
    }
}

fn reason_of(name: &str) -> Option<BackupReason> {
    let name = name.strip_suffix(".db")?;
    if let Some(date) = name.strip_prefix("weekly-") {
        return date.parse().ok().map(BackupReason::Weekly);
    }
    name.strip_prefix("schema-")?.parse().ok().map(BackupReason::BeforeUpgrade)
}

/// Whether the weekly copy is due. A copy dated ahead of today is from a clock that was wrong, and puts nothing off.
pub(super) fn is_due(backups: &[Backup], today: CivilDate) -> bool {
    let days_since = |backup: &Backup| match backup.reason {
        BackupReason::Weekly(date) => Some(today.signed_duration_since(date).num_days()),
        BackupReason::BeforeUpgrade(_) => None,
    };
    !backups.iter().filter_map(days_since).any(|days| (0..DAYS_BETWEEN).contains(&days))
}

/// Makes a copy, checks it, and lets go of those that are too many.
pub(super) fn make(source: &Connection, database: &Path, reason: BackupReason) -> Result<(), StoreError> {
    let folder = folder(database);
    make_folder(&folder)?;
    clear_drafts(&folder)?;
    // Of its own name: another process that makes a copy at the same moment writes into another file.
    let draft = folder.join(format!("copy-{}{DRAFT}", std::process::id()));
    let file = folder.join(name_of(reason));
    let outcome = copy(source, &draft)
        .and_then(|()| check(&draft))
        .and_then(|()| fs::rename(&draft, &file).map_err(|error| failed(&error)))
        .and_then(|()| sync_folder(&folder));
    if outcome.is_err() {
        // Half a copy helps nobody and takes up space; the fault that made it half is the one to tell.
        let _ = fs::remove_file(&draft);
        // Only a folder without other copies can be removed so.
        let _ = fs::remove_dir(&folder);
        return outcome;
    }
    for surplus in surplus(list(database)?) {
        gone_is_fine(fs::remove_file(&surplus.file))?;
    }
    Ok(())
}

/// Removes what an app that was killed as it made a copy left behind.
fn clear_drafts(folder: &Path) -> Result<(), StoreError> {
    for entry in fs::read_dir(folder).map_err(|error| failed(&error))? {
        let path = entry.map_err(|error| failed(&error))?.path();
        if path.to_string_lossy().ends_with(DRAFT) {
            gone_is_fine(fs::remove_file(&path))?;
        }
    }
    Ok(())
}

/// The copies beyond those that are kept: the newest of each kind stay.
fn surplus(mut backups: Vec<Backup>) -> Vec<Backup> {
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.reason));
    let (mut weekly, mut upgrades) = (0, 0);
    backups.retain(|backup| {
        let (count, kept) = match backup.reason {
            BackupReason::Weekly(_) => (&mut weekly, WEEKLY_KEPT),
            BackupReason::BeforeUpgrade(_) => (&mut upgrades, UPGRADES_KEPT),
        };
        *count += 1;
        *count > kept
    });
    backups
}

/// Copies one consistent state, page by page, and waits until the disk has it.
fn copy(source: &Connection, draft: &Path) -> Result<(), StoreError> {
    let mut target = connect::connect(draft, OpenFlags::SQLITE_OPEN_CREATE, WAIT)?;
    // The copy is complete or nothing: it needs no journal, and is waited for once, at the end.
    target.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")?;
    let step = Copying::new(source, &mut target)?.step(ALL_PAGES)?;
    if step != StepResult::Done {
        return Err(StoreError::Busy);
    }
    target.close().map_err(|(_, error)| error)?;
    fs::File::open(draft).and_then(|file| file.sync_all()).map_err(|error| failed(&error))
}

/// Reads a copy whole, and says whether every row is as it was written.
pub(super) fn check(file: &Path) -> Result<(), StoreError> {
    let conn = connect::connect_to_read(file)?;
    connect::acceptable(migrate::version(&conn)?)?;
    verify::check(&conn)
}

/// Removes every copy.
pub(super) fn forget(database: &Path) -> Result<(), StoreError> {
    gone_is_fine(fs::remove_dir_all(folder(database)))
}

/// The newest copy that is still whole, of those whose schema this version reads.
pub(super) fn newest(database: &Path) -> Result<Option<Backup>, StoreError> {
    let mut dated = Vec::new();
    for backup in list(database)? {
        let newest_fact = connect::connect_to_read(&backup.file).and_then(|conn| newest_fact(&conn));
        if let Some(newest_fact) = unless_damaged(newest_fact)? {
            dated.push((newest_fact, backup));
        }
    }
    dated.sort_by(|(a, first), (b, second)| (b, second.reason).cmp(&(a, first.reason)));
    for (_, backup) in dated {
        if unless_damaged(check(&backup.file))?.is_some() {
            return Ok(Some(backup));
        }
    }
    Ok(None)
}

/// The greatest id of all facts. It begins with the instant of recording, so it tells which copy is newer, whatever the
/// clock of the file system said.
fn newest_fact(conn: &Connection) -> Result<Vec<u8>, StoreError> {
    let mut newest = Vec::new();
    for table in super::ledger::fact_tables(conn)? {
        if table.has_ids() {
            let id: Option<Vec<u8>> =
                conn.query_row(&format!("SELECT max(id) FROM {}", table.name), [], |row| row.get(0))?;
            newest = id.unwrap_or_default().max(newest);
        }
    }
    Ok(newest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn backup(reason: BackupReason) -> Backup {
        Backup { reason, file: PathBuf::from(name_of(reason)) }
    }

    fn weekly(day: i32) -> BackupReason {
        BackupReason::Weekly(CivilDate::from_epoch_days(day).unwrap())
    }

    #[test]
    fn a_copy_is_known_by_its_name() {
        for reason in [weekly(20_594), weekly(0), BackupReason::BeforeUpgrade(7)] {
            assert_eq!(reason_of(&name_of(reason)), Some(reason));
        }
        for stranger in ["copy.new", "weekly-.db", "weekly-2026-13-01.db", "schema-x.db", "mingmen.db"] {
            assert_eq!(reason_of(stranger), None, "{stranger}");
        }
    }

    #[test]
    fn the_weekly_copy_is_due_when_none_is_younger_than_a_week() {
        let today = CivilDate::from_epoch_days(20_600).unwrap();
        let due =
            |days: &[i32]| is_due(&days.iter().map(|day| backup(weekly(*day))).collect::<Vec<_>>(), today);
        assert!(due(&[]));
        assert!(due(&[20_593]) && !due(&[20_594]) && !due(&[20_600]));
        assert!(due(&[20_700]), "a clock that ran ahead puts nothing off");
        assert!(is_due(&[backup(BackupReason::BeforeUpgrade(7))], today));
    }

    proptest! {
        #[test]
        fn three_weekly_copies_and_two_of_upgrades_stay_and_they_are_the_newest(
            days in proptest::collection::btree_set(0..30_000_i32, 0..12),
            schemas in proptest::collection::btree_set(1..20_u32, 0..6),
        ) {
            let mut all: Vec<Backup> = days.iter().map(|day| backup(weekly(*day))).collect();
            all.extend(schemas.iter().map(|schema| backup(BackupReason::BeforeUpgrade(*schema))));
            let gone = surplus(all.clone());
            let kept: Vec<_> = all.iter().filter(|backup| !gone.contains(backup)).map(|it| it.reason).collect();
            let newest_days = days.iter().rev().take(WEEKLY_KEPT).map(|day| weekly(*day));
            let newest_schemas = schemas.iter().rev().take(UPGRADES_KEPT).map(|it| BackupReason::BeforeUpgrade(*it));
            prop_assert_eq!(kept.len() + gone.len(), all.len());
            for reason in newest_days.chain(newest_schemas) {
                prop_assert!(kept.contains(&reason));
            }
            prop_assert!(kept.len() <= WEEKLY_KEPT + UPGRADES_KEPT);
        }
    }
}
