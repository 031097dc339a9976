//! Mends a damaged database: what can still be read of it, and what the last copy has beside that, become a new file.
//!
//! The damaged file is not thrown away. It is put aside, with an account of what became of its rows, and stays there.
//!
//! Nothing is changed until the new file is complete and on the disk. That it is, is said by one renaming, to `….mended`;
//! from then on every opening finishes what is left to do: put the old file aside and give the new one its name.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};

use super::backup::{self, Backup, BackupReason};
use super::connect::{self, WAIT};
use super::error::{StoreError, unless_damaged};
use super::files::{beside, failed, gone_is_fine, make_folder, sync_folder, write_whole};
use super::ledger::{self, Tally};
use super::migrate::{self, MIGRATIONS};
use super::salvage::{self, Wreck};
use super::{TABLES, verify};
use crate::zone::CivilDate;

/// The schema of a file that does not say it.
const NEWEST: usize = MIGRATIONS.len();

/// What became of the rows of one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableAccount {
    /// The table.
    pub table: String,
    /// Rows that are there now.
    pub kept: u64,
    /// Those of them that were only in the copy.
    pub from_backup: u64,
    /// Rows that were there once and are not any more.
    pub lost: u64,
}

/// What a mending did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mended {
    /// Which mending of this database it was, from 1.
    pub number: u32,
    /// The practice day of the weekly copy that helped, where one did and it was weekly.
    pub copy_of: Option<CivilDate>,
    /// Whether the file still said how many rows there had been. Where not, `lost` is not known and is 0.
    pub counted: bool,
    /// Every table that has rows or lost some.
    pub tables: Vec<TableAccount>,
}

/// Where things lie while a database is mended.
struct Places {
    database: PathBuf,
    /// What is worked on; may go at any time.
    work: PathBuf,
    /// The new file once it is complete.
    mended: PathBuf,
    /// What was put aside, a numbered folder each.
    aside: PathBuf,
}

impl Places {
    fn of(database: &Path) -> Self {
        Self {
            database: database.to_owned(),
            work: beside(database, ".mending"),
            mended: beside(database, ".mended"),
            aside: beside(database, ".damaged"),
        }
    }

    fn aside(&self, number: u32) -> PathBuf {
        self.aside.join(number.to_string())
    }
}

/// The name of an account in the folder of what was put aside.
const ACCOUNT: &str = "account.json";

/// Says that the person has read the account.
const TOLD: &str = "told";

/// Mends the database at `path`, which nobody has open.
///
/// # Errors
/// [`StoreError::Full`], [`StoreError::ReadOnly`], [`StoreError::Failed`]: the damaged file is as it was.
pub(super) fn mend(path: &Path) -> Result<Mended, StoreError> {
    let places = Places::of(path);
    finish(path)?;
    start_over(&places)?;
    let outcome = rebuild(&places);
    // Once the new file is complete its account is needed: the next opening finishes what failed here.
    if outcome.is_err() && !exists(&places.mended)? {
        // What is left of the attempt only takes up space; the next one clears it away first, too.
        let _ = fs::remove_dir_all(&places.work);
    }
    let mended = outcome?;
    finish(path)?;
    Ok(mended)
}

fn start_over(places: &Places) -> Result<(), StoreError> {
    gone_is_fine(fs::remove_dir_all(&places.work))?;
    make_folder(&places.work)
}

/// Makes the new file, and says that it is complete.
fn rebuild(places: &Places) -> Result<Mended, StoreError> {
    let copy = places.work.join("damaged.db");
    for ending in ["", "-wal"] {
        match fs::copy(beside(&places.database, ending), beside(&copy, ending)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(&error)),
            _ => (),
        }
    }
    let helper = backup::newest(&places.database)?;
    let draft = places.work.join("new.db");
    let mut mended = fill(&draft, &copy, helper.as_ref())?;
    mended.number = next_number(places)?;
    let account = serde_json::to_vec_pretty(&mended)
        .map_err(|error| StoreError::Internal { reason: error.to_string() })?;
    write_whole(&places.work.join(ACCOUNT), &account)?;
    sync_folder(&places.work)?;
    fs::rename(&draft, &places.mended).map_err(|error| failed(&error))?;
    places.database.parent().map_or(Ok(()), sync_folder)?;
    Ok(mended)
}

/// Does what is left once a new file is complete: now, or at the next opening where this was cut short.
///
/// # Errors
/// [`StoreError::Failed`] and its like; what is left is left for the next time.
pub(super) fn finish(path: &Path) -> Result<(), StoreError> {
    let places = Places::of(path);
    if !exists(&places.mended)? {
        return Ok(());
    }
    let aside = places.aside(next_number(&places)?);
    make_folder(&places.aside)?;
    make_folder(&aside)?;
    let name = path.file_name().unwrap_or_default();
    for ending in ["", "-wal"] {
        gone_is_fine(fs::rename(beside(path, ending), beside(&aside.join(name), ending)))?;
    }
    gone_is_fine(fs::remove_file(beside(path, "-shm")))?;
    // The folder counts as one that is done from here on, so this comes after all that it holds.
    gone_is_fine(fs::rename(places.work.join(ACCOUNT), aside.join(ACCOUNT)))?;
    fs::rename(&places.mended, path).map_err(|error| failed(&error))?;
    sync_folder(&aside)?;
    sync_folder(&places.aside)?;
    path.parent().map_or(Ok(()), sync_folder)?;
    gone_is_fine(fs::remove_dir_all(&places.work))
}

/// The number of the next mending: one that was cut short has no account in its folder yet.
fn next_number(places: &Places) -> Result<u32, StoreError> {
    for number in 1..u32::MAX {
        if !exists(&places.aside(number).join(ACCOUNT))? {
            return Ok(number);
        }
    }
    Err(StoreError::Internal { reason: "mended too often".to_owned() })
}

/// Whether there is such a file. That the system cannot say it is no answer.
fn exists(path: &Path) -> Result<bool, StoreError> {
    fs::exists(path).map_err(|error| failed(&error))
}

/// The accounts that the person has not read, oldest first. One that cannot be read itself has nothing to tell.
pub(super) fn untold(path: &Path) -> Vec<Mended> {
    let places = Places::of(path);
    let mut accounts = Vec::new();
    for number in 1.. {
        let folder = places.aside(number);
        let Ok(account) = fs::read(folder.join(ACCOUNT)) else { break };
        if !fs::exists(folder.join(TOLD)).unwrap_or(false) {
            accounts.extend(serde_json::from_slice::<Mended>(&account));
        }
    }
    accounts
}

/// The person has read an account.
pub(super) fn tell(path: &Path, number: u32) -> Result<(), StoreError> {
    let folder = Places::of(path).aside(number);
    if !fs::exists(folder.join(ACCOUNT)).unwrap_or(false) {
        return Err(StoreError::NotFound { what: "account", id: number.to_string() });
    }
    fs::write(folder.join(TOLD), []).map_err(|error| failed(&error))
}

/// Removes everything that was put aside, and whatever an attempt left.
pub(super) fn forget(path: &Path) -> Result<(), StoreError> {
    let places = Places::of(path);
    gone_is_fine(fs::remove_dir_all(&places.aside))?;
    gone_is_fine(fs::remove_dir_all(&places.work))
}

/// Fills a new file with the sound rows of the damaged one, then with what only the copy has.
fn fill(draft: &Path, damaged: &Path, helper: Option<&Backup>) -> Result<Mended, StoreError> {
    let said = what_it_says(damaged)?;
    let copy = helper.map(|helper| connect::connect_to_read(&helper.file)).transpose()?;
    let of_copy = copy.as_ref().map(schema_of).transpose()?.flatten();
    let schema = said.schema.or(of_copy).unwrap_or(NEWEST);
    let mut new = connect::connect(draft, OpenFlags::SQLITE_OPEN_CREATE, WAIT)?;
    migrate::run(&mut new, MIGRATIONS.get(..schema).unwrap_or(MIGRATIONS))?;
    new.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")?;
    if let Some(mut wreck) = Wreck::open(damaged, &new)? {
        wreck.pour_into(&new)?;
    }
    let salvaged = counts(&new)?;
    // A copy of another schema has other columns; it is older, and so is all that it could add.
    if let Some(copy) = copy.as_ref().filter(|_| of_copy == Some(schema)) {
        // A row that changes in place is about now, and an old one would be wrong.
        for table in ledger::fact_tables(&new)?.iter().filter(|table| table.has_ids()) {
            salvage::add_from(copy, &new, table)?;
        }
    }
    without_orphans(&new)?;
    ledger::rebuild(&new)?;
    new.execute_batch("COMMIT; PRAGMA foreign_keys = ON")?;
    let kept = counts(&new)?;
    let lost = said.ledger.as_ref().map(|expected| lost(&new, expected)).transpose()?;
    migrate::run(&mut new, MIGRATIONS)?;
    without_strangers(&mut new)?;
    verify::check(&new)?;
    new.close().map_err(|(_, error)| error)?;
    let of = |counts: &Counts, table: &str| counts.get(table).copied().unwrap_or_default();
    let account = |(table, kept): (String, u64)| TableAccount {
        from_backup: kept.saturating_sub(of(&salvaged, &table)),
        lost: lost.as_ref().map_or(0, |lost| of(lost, &table)),
        table,
        kept,
    };
    let tables: Vec<_> = kept.into_iter().map(account).filter(|it| it.kept + it.lost > 0).collect();
    let helped = tables.iter().any(|table| table.from_backup > 0);
    let copy_of = helper.filter(|_| helped).and_then(|helper| match helper.reason {
        BackupReason::Weekly(date) => Some(date),
        BackupReason::BeforeUpgrade(_) => None,
    });
    Ok(Mended { number: 0, copy_of, counted: lost.is_some(), tables })
}

/// What a damaged file still says of itself.
struct Said {
    schema: Option<usize>,
    ledger: Option<Entries>,
}

/// Asks a file, and moves what is in its log into it.
fn what_it_says(file: &Path) -> Result<Said, StoreError> {
    let nothing = Said { schema: None, ledger: None };
    if !exists(file)? {
        return Ok(nothing);
    }
    let conn = unless_damaged(connect::connect(file, OpenFlags::empty(), WAIT))?;
    let Some(conn) = conn else { return Ok(nothing) };
    let said = Said { schema: schema_of(&conn)?, ledger: unless_damaged(ledger_of(&conn))? };
    // As far as it goes: what cannot be moved cannot be read either.
    unless_damaged(conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())))?;
    Ok(said)
}

type Counts = BTreeMap<String, u64>;

/// How many rows each table has.
fn counts(conn: &Connection) -> Result<Counts, StoreError> {
    let count = |table: &str| {
        let rows: i64 = conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
        Ok((table.to_owned(), rows.unsigned_abs()))
    };
    ledger::fact_tables(conn)?.iter().map(|table| count(&table.name)).collect()
}

/// A schema that this version knows, if the file says one.
fn schema_of(conn: &Connection) -> Result<Option<usize>, StoreError> {
    let version = unless_damaged(migrate::version(conn))?.and_then(|version| usize::try_from(version).ok());
    Ok(version.filter(|version| (1..=NEWEST).contains(version)))
}

/// A change whose enrolment is gone says nothing any more.
fn without_orphans(conn: &Connection) -> Result<(), StoreError> {
    conn.execute("DELETE FROM enrolment_change WHERE enrolment NOT IN (SELECT id FROM enrolment)", [])?;
    Ok(())
}

/// A correction whose new fact is gone: without it, the version before stands again.
fn without_empty_corrections(conn: &Connection) -> Result<(), StoreError> {
    let mut statement =
        conn.prepare("SELECT DISTINCT of_table FROM withdrawal WHERE replaced_by IS NOT NULL")?;
    let tables: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for table in tables {
        conn.execute(
            &format!(
                "DELETE FROM withdrawal WHERE of_table = ?1 AND replaced_by IS NOT NULL
                        AND replaced_by NOT IN (SELECT id FROM {table})"
            ),
            [&table],
        )?;
    }
    Ok(())
}

/// Rows that are as they were written, and that this version does not understand, stay in the file that was put aside.
fn without_strangers(conn: &mut Connection) -> Result<(), StoreError> {
    let transaction = conn.transaction()?;
    for table in TABLES {
        table.drop_what_is_not_understood(&transaction)?;
    }
    without_orphans(&transaction)?;
    without_empty_corrections(&transaction)?;
    ledger::rebuild(&transaction)?;
    transaction.commit()?;
    Ok(())
}

type Entries = BTreeMap<(String, i64), Tally>;

/// What a ledger says should be there.
fn ledger_of(conn: &Connection) -> Result<Entries, StoreError> {
    let mut statement = conn.prepare("SELECT table_name, week, row_count, checksum_xor FROM ledger")?;
    let entries = statement
        .query_map([], |row| Ok(((row.get(0)?, row.get(1)?), Tally::of(row.get(2)?, row.get(3)?))))?;
    Ok(entries.collect::<Result<_, _>>()?)
}

/// How many rows of each table should be there and are not. An entry that is damaged itself counts for nothing: no
/// week holds so many rows.
fn lost(new: &Connection, expected: &Entries) -> Result<Counts, StoreError> {
    const MOST_A_WEEK: i64 = 100_000;
    let found = ledger_of(new)?;
    let mut lost = Counts::new();
    for (key @ (table, _), tally) in expected {
        let there = found.get(key).copied().unwrap_or_default();
        let missing = tally.rows().saturating_sub(there.rows());
        if *tally != there && table != ledger::SCHEMA && (1..=MOST_A_WEEK).contains(&missing) {
            *lost.entry(table.clone()).or_default() += missing.unsigned_abs();
        }
    }
    Ok(lost)
}
