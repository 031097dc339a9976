//! From one phone to another, and back.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use super::*;
use crate::own::NoteId;
use crate::store::RowKind;
use crate::store::tests::own_samples::note;
use crate::store::tests::samples::{fill, id, open_practice, practice};

#[test]
fn an_archive_brings_everything_to_a_phone_that_has_nothing() {
    let (old, new) = (Place::new(), Place::new());
    let (from, to) = (old.open(), new.open());
    fill(&from);
    let text = archive(&old, &from);
    let taken = take_text(&new, &to, text.as_bytes(), TakeMode::Merge).unwrap();
    assert_eq!(dump(&from), dump(&to));
    let rows = dump(&to).values().map(Vec::len).sum::<usize>() as u64;
    assert_eq!(taken, Taken { added: rows, removed: 0 });
    // What belongs to a phone alone stayed there.
    assert!(to.read(|r| r.open_practice()).unwrap().is_none());
    assert!(to.read(|r| r.reminder_watch()).unwrap().is_none());
    assert_eq!(archive(&new, &to), text, "the same rows are the same bytes");
}

#[test]
fn an_archive_has_a_line_for_each_row_and_its_sum_is_that_of_all_lines_before() {
    let place = Place::new();
    let store = place.open();
    store.write(|w| w.insert_note(&note(7, "2026-05-11"))).unwrap();
    let text = archive(&place, &store);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with(r#"{"format":"mingmen-archive","version":1,"schema":"#), "{}", lines[0]);
    assert!(lines[1].starts_with(r#"["note","019e1f6b-0000-7000-8000-000000000007","#), "{}", lines[1]);
    use sha2::Digest;
    let sum = sha2::Sha256::digest(format!("{}\n{}\n", lines[0], lines[1]));
    let hex: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(lines[2], format!("{{\"sha256\":\"{hex}\"}}"));
}

#[test]
fn what_was_taken_already_is_not_written_again() {
    let (old, new) = (Place::new(), Place::new());
    let (from, to) = (old.open(), new.open());
    fill(&from);
    let path = file(&new, "in.mingmen");
    fs::write(&path, archive(&old, &from)).unwrap();
    for mode in [TakeMode::Merge, TakeMode::Merge, TakeMode::Replace] {
        let before = kept(&new);
        let (mut import, found) = read(&to, &path, 10).unwrap();
        let taken = import.take(&to, mode).unwrap().unwrap();
        if found.iter().all(|found| found.new == 0) {
            assert_eq!(taken, Taken::default());
            assert!(before == kept(&new), "something was written");
        }
    }
}

#[test]
fn replacing_takes_away_what_is_not_in_the_archive_and_nothing_of_the_phone() {
    let (old, new) = (Place::new(), Place::new());
    let (from, to) = (old.open(), new.open());
    from.write(|w| w.insert_practice(&practice(9_000, "2026-07-01"))).unwrap();
    fill(&to);
    let text = archive(&old, &from);
    let refused = take_text(&new, &to, text.as_bytes(), TakeMode::Replace);
    assert_eq!(refused, Err(StoreError::PracticeStillOpen.into()));
    to.write(|w| w.end_practice(&practice(5, "2026-05-11"))).unwrap();
    let watch = to.read(|r| r.reminder_watch()).unwrap();
    let had = dump(&to).values().map(Vec::len).sum::<usize>() as u64;
    let taken = take_text(&new, &to, text.as_bytes(), TakeMode::Replace).unwrap();
    assert_eq!(taken, Taken { added: 1, removed: had });
    assert_eq!(dump(&to), dump(&from));
    assert_eq!(to.read(|r| r.reminder_watch()).unwrap(), watch);
    assert!(watch.is_some());
}

#[test]
fn the_preview_says_what_is_new_what_is_here_and_what_is_only_here() {
    let (old, new) = (Place::new(), Place::new());
    let (from, to) = (old.open(), new.open());
    for (number, store) in [(1, &from), (1, &to), (2, &from), (3, &from), (4, &to)] {
        store.write(|w| w.insert_note(&note(number, "2026-05-11"))).unwrap();
    }
    let path = file(&new, "in.mingmen");
    fs::write(&path, archive(&old, &from)).unwrap();
    let before = kept(&new);
    let (_, found) = read(&to, &path, 1).unwrap();
    let notes = found.into_iter().find(|found| found.kind == RowKind::Notes);
    assert_eq!(notes, Some(Found { kind: RowKind::Notes, new: 2, there: 1, only_here: 1 }));
    assert!(before == kept(&new), "reading changes nothing, and leaves nothing");
}

/// The notes of an archive during which another note is kept at one of its steps.
fn notes_with_one_more_at(step: usize) -> usize {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    let before = dump(&store);
    let path = file(&place, "out.mingmen");
    let mut export = Export::new(&path, made_at());
    for number in 0.. {
        if export.step(&store, 7).unwrap() {
            break;
        }
        if number == step {
            store.write(|w| w.insert_note(&note(9_000, "2026-06-02"))).unwrap();
        }
    }
    let other = Place::new();
    let to = other.open();
    take_text(&other, &to, &fs::read(&path).unwrap(), TakeMode::Merge).unwrap();
    assert!(store.read(|r| r.note(&NoteId(id(9_000)))).unwrap().is_some());
    let brought = dump(&to);
    assert!(brought == before || brought == dump(&store), "an archive is one state of the database");
    brought["note"].len()
}

#[test]
fn what_is_kept_while_an_archive_is_written_is_kept_and_the_archive_is_one_state() {
    // Before the notes are read it has to be in the archive, and once they are it cannot be.
    assert_eq!([0, 3, 20].map(notes_with_one_more_at), [33, 33, 32]);
}

#[test]
fn nobody_finds_an_archive_before_it_is_complete_and_nothing_stays_of_one_that_never_is() {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    let path = file(&place, "out.mingmen");
    let names = || place.bytes().into_keys().collect::<Vec<_>>();
    let before = names();
    let mut dropped = Export::new(&path, made_at());
    dropped.step(&store, 10).unwrap();
    assert!(!path.exists());
    drop(dropped);
    assert_eq!(names(), before);

    fs::write(&path, archive(&place, &store)).unwrap();
    let before = names();
    let mut import = Import::new(&path);
    for _ in 0..5 {
        import.step(&store, 10).unwrap();
        assert_eq!(names(), before, "a copy of the rows has no name");
    }
    drop(import);
    assert_eq!(names(), before);
}

#[test]
#[cfg(target_os = "linux")]
fn nothing_is_locked_between_two_steps() {
    use std::os::unix::fs::MetadataExt;
    let place = Place::new();
    let store = place.open();
    fill(&store);
    let inodes: Vec<u64> = ["", "-wal", "-shm"]
        .iter()
        .filter_map(|ending| fs::metadata(file(&place, &format!("mingmen.db{ending}"))).ok())
        .map(|about| about.ino())
        .collect();
    // SQLite's locks on the file and its index are read locks of the open database, at most.
    let no_write_lock = || {
        let locks = fs::read_to_string("/proc/locks").unwrap();
        let ours = |line: &&str| inodes.iter().any(|inode| line.contains(&format!(":{inode} ")));
        let writing: Vec<&str> = locks.lines().filter(ours).filter(|line| line.contains("WRITE")).collect();
        assert!(writing.is_empty(), "{writing:?}");
    };
    let path = file(&place, "out.mingmen");
    let mut export = Export::new(&path, made_at());
    while !export.step(&store, 20).unwrap() {
        no_write_lock();
        store.require_open().unwrap();
    }
    let mut import = Import::new(&path);
    while let Reached::Working { .. } = import.step(&store, 20).unwrap() {
        no_write_lock();
    }
    store.write(|w| w.insert_note(&note(9_000, "2026-06-02"))).unwrap();
    assert_eq!(import.take(&store, TakeMode::Merge).unwrap().unwrap(), Taken::default());
}

#[test]
fn an_archive_can_be_written_while_others_write() {
    let place = Place::new();
    let store = Arc::new(place.open());
    fill(&store);
    let path = file(&place, "out.mingmen");
    std::thread::scope(|scope| {
        let writer = Arc::clone(&store);
        scope.spawn(move || {
            for number in 9_000..9_050 {
                writer.write(|w| w.insert_note(&note(number, "2026-06-02"))).unwrap();
            }
        });
        for _ in 0..3 {
            export(&store, &path, 30).unwrap();
            let other = Place::new();
            take(&other.open(), &path, TakeMode::Merge).unwrap();
        }
    });
}

#[test]
fn a_damaged_row_is_never_written_to_an_archive() {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    store.close().unwrap();
    let conn = rusqlite::Connection::open(place.file()).unwrap();
    conn.execute("UPDATE note SET text = 'x' WHERE id = (SELECT min(id) FROM note)", []).unwrap();
    drop(conn);
    let refused = export(&place.open(), &file(&place, "out.mingmen"), 100);
    assert!(matches!(refused, Err(ArchiveError::Store(StoreError::Damaged { .. }))), "{refused:?}");
}

#[test]
fn a_lost_row_is_noticed_as_an_archive_is_written_and_taken() {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    let text = archive(&place, &store);
    store.close().unwrap();
    let conn = rusqlite::Connection::open(place.file()).unwrap();
    conn.execute("DELETE FROM note WHERE id = (SELECT min(id) FROM note)", []).unwrap();
    drop(conn);
    let damaged = || Err(ArchiveError::Store(StoreError::Damaged { place: "note".to_owned() }));
    assert_eq!(export(&place.open(), &file(&place, "out.mingmen"), 100), damaged());
    let taken = take_text(&place, &place.open(), text.as_bytes(), TakeMode::Merge);
    assert_eq!(taken.map(drop), damaged());
}

#[test]
fn each_table_is_the_persons_or_the_phones() {
    let place = Place::new();
    let tables = place.open().read(|r| r.row_tables()).unwrap();
    let names: BTreeSet<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    for phones in ["open_practice", "reminder_event", "reminder_watch", "calendar_file", "ledger"] {
        assert!(!names.contains(phones), "{phones}");
    }
    assert!(names.len() >= 15, "{names:?}");
    for table in &tables {
        assert_eq!(table.columns[0].name, "id", "{}", table.name);
    }
}

#[test]
fn the_open_practice_is_in_no_archive() {
    let place = Place::new();
    let store = place.open();
    store.write(|w| w.open_practice_begin(&open_practice(5))).unwrap();
    assert_eq!(archive(&place, &store).lines().count(), 2);
}
