//! Archives that older versions of the app wrote.

use std::fs;

use rusqlite::Connection;

use super::super::cells;
use super::super::header::{End, Header, TableInHeader};
use super::*;
use crate::plan::EnrolmentDraft;
use crate::store::tests::samples::{enrolment_draft, fill};
use crate::store::{Staging, archived_tables};

/// A database of schema 1, as it was given out.
const SCHEMA_1: &[u8] = include_bytes!("../../store/tests/fixtures/schema-1.db");

/// An archive as a version with schema 1 would have written it.
fn archive_of_schema_1(place: &Place) -> String {
    let path = file(place, "old.db");
    fs::write(&path, SCHEMA_1).unwrap();
    let tables = archived_tables(&Connection::open(path).unwrap()).unwrap();
    let named = tables.iter().map(|(table, rows)| TableInHeader::new(table, rows.len() as u64)).collect();
    let header = Header { schema: 1, ..Header::new(named, made_at()) };
    let mut text = serde_json::to_string(&header).unwrap() + "\n";
    for (table, rows) in &tables {
        for row in rows {
            text += &(cells::write(table, row).unwrap() + "\n");
        }
    }
    let end = End { sha256: super::faults::sum(&text) };
    text + &serde_json::to_string(&end).unwrap() + "\n"
}

#[test]
fn an_archive_of_schema_1_is_brought_up_on_its_way_in() {
    let place = Place::new();
    let store = place.open();
    let text = archive_of_schema_1(&place);
    take_text(&place, &store, text.as_bytes(), TakeMode::Merge).unwrap();
    let rows = dump(&store);
    assert_eq!((rows["practice"].len(), rows["check_in"].len(), rows["note"].len()), (32, 32, 0));
    let enrolments = store.read(|r| r.enrolments()).unwrap();
    assert_eq!(enrolments[0].start, EnrolmentDraft { weeks: None, routine: None, ..enrolment_draft() });
    assert_eq!(enrolments[0].changes.len(), 11);
    let again = take_text(&place, &store, text.as_bytes(), TakeMode::Merge).unwrap();
    assert_eq!(again, Taken::default());
}

#[test]
fn an_archive_brings_the_same_as_the_database_that_it_is_of() {
    let (by_archive, by_file) = (Place::new(), Place::new());
    let store = by_archive.open();
    take_text(&by_archive, &store, archive_of_schema_1(&by_archive).as_bytes(), TakeMode::Merge).unwrap();
    by_file.write(SCHEMA_1);
    assert_eq!(dump(&store), dump(&by_file.open()));
}

/// Every archive that was given out stays readable: `schema-N.mingmen` is one that a version with schema N wrote, of the
/// rows that the store's own samples then had.
#[test]
fn archives_that_were_given_out_are_read_for_ever() {
    let fixtures: [(&[u8], usize); 2] = [
        (include_bytes!("fixtures/schema-7.mingmen"), 160),
        (include_bytes!("fixtures/schema-8.mingmen"), 177),
    ];
    for (archive, rows) in fixtures {
        let place = Place::new();
        let store = place.open();
        take_text(&place, &store, archive, TakeMode::Merge).unwrap();
        assert_eq!(dump(&store).values().map(Vec::len).sum::<usize>(), rows);
    }
}

/// Writes the archive that the next version has to read: `MINGMEN_WRITE_ARCHIVE=FOLDER cargo test writes_the_archive`.
#[test]
fn writes_the_archive_that_later_versions_are_tested_with() {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    let text = archive(&place, &store);
    if let Some(folder) = std::env::var_os("MINGMEN_WRITE_ARCHIVE") {
        let name = format!("schema-{}.mingmen", Staging::newest());
        fs::write(std::path::Path::new(&folder).join(name), &text).unwrap();
    }
    assert!(text.ends_with("\"}\n"));
}
