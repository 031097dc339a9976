mod faults;
mod going;
mod merging;
mod old;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::{ArchiveError, Export, Found, Import, Reached, TakeMode, Taken};
use crate::store::tests::samples::Place;
use crate::store::{Row, Store, StoreError};
use crate::zone::Instant;

/// When the archives of the tests are made.
fn made_at() -> Instant {
    "2026-06-01T08:00:00Z".parse().unwrap()
}

/// A file for an archive, beside a database.
fn file(place: &Place, name: &str) -> PathBuf {
    place.file().with_file_name(name)
}

/// Everything that is kept, by table; and that all of it is sound.
fn dump(store: &Store) -> BTreeMap<String, Vec<Row>> {
    store
        .read(|reading| {
            assert_eq!(reading.verify()?, []);
            let rows = |table| Ok((reading.rows_after(table, &[], usize::MAX >> 1)?, table.name.clone()));
            let tables = reading.row_tables()?;
            let dumped: Result<Vec<_>, StoreError> = tables.iter().map(rows).collect();
            Ok::<_, StoreError>(dumped?.into_iter().map(|(rows, name)| (name, rows)).collect())
        })
        .unwrap()
}

/// Every file beside a database with its bytes; but for SQLite's index of the log, where readers leave their marks.
fn kept(place: &Place) -> BTreeMap<String, Vec<u8>> {
    let mut files = place.bytes();
    files.remove("mingmen.db-shm");
    files
}

fn export(store: &Store, path: &std::path::Path, budget: usize) -> Result<(), ArchiveError> {
    let mut export = Export::new(path, made_at());
    while !export.step(store, budget)? {}
    Ok(())
}

/// The archive of a store, as text.
fn archive(place: &Place, store: &Store) -> String {
    let path = file(place, "out.mingmen");
    export(store, &path, 100).unwrap();
    fs::read_to_string(path).unwrap()
}

/// Reads an archive to the end, without taking it.
fn read(store: &Store, path: &std::path::Path, budget: usize) -> Result<(Import, Vec<Found>), ArchiveError> {
    let mut import = Import::new(path);
    loop {
        if let Reached::Known(found) = import.step(store, budget)? {
            return Ok((import, found));
        }
    }
}

fn take(store: &Store, path: &std::path::Path, mode: TakeMode) -> Result<Taken, ArchiveError> {
    let (mut import, _) = read(store, path, 64)?;
    import.take(store, mode).unwrap()
}

/// Takes a text as an archive, into a store that has a place.
fn take_text(place: &Place, store: &Store, text: &[u8], mode: TakeMode) -> Result<Taken, ArchiveError> {
    let path = file(place, "in.mingmen");
    fs::write(&path, text).unwrap();
    take(store, &path, mode)
}
