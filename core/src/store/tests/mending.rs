//! A damaged database is mended: whatever can be read stays, a copy gives back the rest, and the account is true.

use std::collections::BTreeMap;
use std::fs;

use rusqlite::{Connection, OpenFlags};

use super::damage::{answers, numbers, scaled};
use super::samples::*;
use crate::store::{Mended, Store, StoreError, TABLES};
use crate::zone::CivilDate;

/// A page of a database, in bytes.
const PAGE: usize = 4_096;

/// What is about now and no copy gives back: one row each.
const ABOUT_NOW: [&str; 3] = ["open practice", "reminder watch", "calendar files"];

/// How many rows each table has.
fn counts(place: &Place) -> BTreeMap<String, u64> {
    let conn = Connection::open_with_flags(place.file(), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let count = |name: &str| {
        conn.query_row(&format!("SELECT count(*) FROM {name}"), [], |row| row.get::<_, u32>(0))
            .unwrap()
            .into()
    };
    TABLES.iter().map(|table| (table.name.to_owned(), count(table.name))).collect()
}

/// A database with a row in every table, closed.
fn original() -> Place {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    store.close().unwrap();
    place
}

/// The same database with a copy of itself.
fn with_copy() -> Place {
    let place = original();
    assert!(place.open().back_up(on("2026-06-15")).unwrap());
    place
}

fn damage(place: &Place, how: impl Fn(&mut Vec<u8>)) {
    let mut bytes = fs::read(place.file()).unwrap();
    how(&mut bytes);
    place.write(&bytes);
}

fn only_account(store: &Store) -> Mended {
    let accounts = store.untold();
    assert_eq!(accounts.len(), 1, "{accounts:?}");
    accounts.into_iter().next().unwrap()
}

/// Opens, and mends at once what is found damaged at opening or by reading everything.
fn opened_whole(place: &Place) -> Store {
    let store = Store::open_mending(&place.file()).unwrap();
    if !store.read(|r| r.verify()).unwrap().is_empty() {
        store.mend().unwrap();
    }
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
    store
}

#[test]
fn one_damaged_row_is_put_aside_and_all_others_stay() {
    let place = original();
    let before = counts(&place);
    let conn = Connection::open(place.file()).unwrap();
    conn.execute("UPDATE check_in SET pain = 3 WHERE id = (SELECT min(id) FROM check_in)", []).unwrap();
    drop(conn);
    let store = place.open();
    assert!(store.read(|r| r.check_ins_between(CivilDate::MIN..=CivilDate::MAX)).is_err());
    let mended = store.mend().unwrap();
    let lost: Vec<_> = mended.tables.iter().filter(|table| table.lost > 0).collect();
    assert_eq!((lost.len(), lost[0].table.as_str(), lost[0].lost), (1, "check_in", 1), "{mended:?}");
    assert!(mended.counted && mended.copy_of.is_none());
    for table in &mended.tables {
        assert_eq!(table.kept + table.lost, before[&table.table], "{table:?}");
    }
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
    let aside = place.file().parent().unwrap().join("mingmen.db.damaged/1/mingmen.db");
    assert!(fs::metadata(aside).is_ok(), "the damaged file is kept");
}

#[test]
fn what_only_the_copy_still_has_comes_back_from_it() {
    let place = with_copy();
    let truth = answers(&place.open());
    let conn = Connection::open(place.file()).unwrap();
    conn.execute("UPDATE practice SET planned_ms = planned_ms + 1", []).unwrap();
    drop(conn);
    let store = place.open();
    let mended = store.mend().unwrap();
    assert_eq!(mended.copy_of, Some(on("2026-06-15")));
    let practices = mended.tables.iter().find(|table| table.table == "practice").unwrap();
    assert_eq!((practices.from_backup, practices.lost), (practices.kept, 0), "{practices:?}");
    assert_eq!(answers(&store), truth);
}

#[test]
fn any_page_of_zeros_or_garbage_is_mended_and_what_was_elsewhere_is_there() {
    let bytes = fs::read(original().file()).unwrap();
    let before = counts(&original());
    let all: u64 = before.values().sum();
    // Without its first page, and without a copy, a file is not known for one of ours.
    for page in 1..bytes.len() / PAGE {
        let place = Place::new();
        place.write(&bytes);
        damage(&place, |bytes| bytes[page * PAGE..][..PAGE].fill(if page % 2 == 0 { 0 } else { 0xa5 }));
        let store = opened_whole(&place);
        drop(store);
        let after = counts(&place);
        assert!(after.iter().all(|(table, rows)| *rows <= before[table]), "page {page}: {after:?}");
        let kept: u64 = after.values().sum();
        assert!(kept + 40 >= all, "page {page}: {kept} of {all}");
    }
}

#[test]
fn with_a_copy_any_page_or_bit_that_is_damaged_comes_back() {
    let whole = with_copy();
    let truth = answers(&whole.open());
    let database = fs::read(whole.file()).unwrap();
    let copy = fs::read(whole.file().with_file_name("mingmen.db.backups/weekly-2026-06-15.db")).unwrap();
    let pages = (0..database.len() / PAGE).map(|page| (page * PAGE, PAGE, 0));
    let bits = numbers()
        .take(scaled(200) as usize / 5)
        .map(|number| (number % database.len(), 1, 1 << (number % 8)));
    for (at, length, flip) in pages.chain(bits) {
        let place = Place::new();
        place.write(&database);
        let folder = place.file().with_file_name("mingmen.db.backups");
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("weekly-2026-06-15.db"), &copy).unwrap();
        damage(&place, |bytes| {
            for byte in &mut bytes[at..at + length] {
                *byte = if flip == 0 { 0 } else { *byte ^ flip };
            }
        });
        let store = opened_whole(&place);
        for ((question, truth), (_, answer)) in truth.iter().zip(answers(&store)) {
            assert!(ABOUT_NOW.contains(question) || *truth == answer, "byte {at}, {question}: {answer:?}");
        }
    }
}

#[test]
fn a_file_cut_short_emptied_or_gone_comes_back_from_its_copy() {
    let whole = with_copy();
    let truth = answers(&whole.open());
    let bytes = fs::read(whole.file()).unwrap();
    for left in [0, 1, 100, PAGE, bytes.len() / 2, bytes.len() - 1] {
        whole.write(&bytes[..left]);
        let store = opened_whole(&whole);
        let came_back = answers(&store);
        for ((question, truth), (_, answer)) in truth.iter().zip(came_back) {
            assert!(ABOUT_NOW.contains(question) || *truth == answer, "{left} bytes left, {question}");
        }
    }
    fs::remove_file(whole.file()).unwrap();
    assert_eq!(
        Store::open(&whole.file()).unwrap_err(),
        StoreError::damaged("file"),
        "not silently a new one"
    );
    for ((question, truth), (_, answer)) in truth.iter().zip(answers(&opened_whole(&whole))) {
        assert!(ABOUT_NOW.contains(question) || *truth == answer, "gone, {question}");
    }
}

#[test]
fn without_a_copy_an_emptied_file_becomes_a_new_one_and_the_account_says_so() {
    let place = Place::new();
    place.write([]);
    assert_eq!(Store::open(&place.file()).unwrap_err(), StoreError::Empty);
    let store = Store::open_mending(&place.file()).unwrap();
    let account = only_account(&store);
    assert_eq!((account.counted, account.tables.len(), account.copy_of), (false, 0, None));
    assert_eq!(store.read(|r| r.has_any_practice()), Ok(false));
}

#[test]
fn what_is_in_the_log_of_a_damaged_file_is_kept_too() {
    let place = original();
    let store = place.open();
    store.write(|w| w.insert_practice(&practice(800, "2026-06-14"))).unwrap();
    // As a kill leaves it: the newest practice is in the log alone.
    let (main, log) =
        (fs::read(place.file()).unwrap(), fs::read(place.file().with_file_name("mingmen.db-wal")).unwrap());
    drop(store);
    let killed = Place::new();
    killed.write(&main);
    damage(&killed, |bytes| {
        let last = bytes.len() - PAGE;
        bytes[last..].fill(0);
    });
    fs::write(killed.file().with_file_name("mingmen.db-wal"), log).unwrap();
    let store = opened_whole(&killed);
    let newest = crate::practice::PracticeId(id(800));
    assert_eq!(store.read(|r| r.practice(&newest)).unwrap(), Some(practice(800, "2026-06-14")));
}

#[test]
fn a_mending_cut_short_at_any_step_is_finished_by_the_next_opening() {
    let place = with_copy();
    let truth = answers(&place.open());
    place.write([]);
    let damaged = place.bytes_of_everything();
    drop(Store::open_mending(&place.file()).unwrap());
    let whole = fs::read(place.file()).unwrap();
    let account = fs::read(place.file().with_file_name("mingmen.db.damaged/1/account.json")).unwrap();
    // What has happened by each step, as the file names that say it.
    let steps: [&[(&str, &[u8])]; 5] = [
        &[
            ("mingmen.db", b""),
            ("mingmen.db.mending/damaged.db", b""),
            ("mingmen.db.mending/new.db", &whole[..PAGE]),
        ],
        &[("mingmen.db", b""), ("mingmen.db.mending/account.json", &account), ("mingmen.db.mended", &whole)],
        &[
            ("mingmen.db.mending/account.json", &account),
            ("mingmen.db.mended", &whole),
            ("mingmen.db.damaged/1/mingmen.db", b""),
        ],
        &[
            ("mingmen.db.damaged/1/account.json", &account),
            ("mingmen.db.mended", &whole),
            ("mingmen.db.damaged/1/mingmen.db", b""),
        ],
        &[
            ("mingmen.db.damaged/1/account.json", &account),
            ("mingmen.db", &whole),
            ("mingmen.db.mending/damaged.db", b""),
        ],
    ];
    for (number, step) in steps.iter().enumerate() {
        let cut = Place::new();
        let copies = damaged.iter().filter(|(name, _)| name.starts_with("mingmen.db.backups"));
        for (name, bytes) in
            copies.map(|(name, bytes)| (name.as_str(), bytes.as_slice())).chain(step.iter().copied())
        {
            let file = cut.file().with_file_name(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
        let store = Store::open_mending(&cut.file()).unwrap();
        for ((question, truth), (_, answer)) in truth.iter().zip(answers(&store)) {
            assert!(ABOUT_NOW.contains(question) || *truth == answer, "step {number}, {question}");
        }
        assert_eq!(only_account(&store).number, 1, "step {number}");
    }
}

#[test]
fn each_mending_is_told_until_it_was_read() {
    let place = original();
    let store = place.open();
    assert_eq!(store.untold(), []);
    store.mend().unwrap();
    store.mend().unwrap();
    let told = |store: &Store| store.untold().iter().map(|account| account.number).collect::<Vec<_>>();
    assert_eq!(told(&store), [1, 2]);
    store.tell(1).unwrap();
    assert_eq!(told(&store), [2]);
    assert_eq!(store.tell(9), Err(StoreError::NotFound { what: "account", id: "9".into() }));
    drop(store);
    assert_eq!(told(&place.open()), [2]);
}

#[test]
fn a_damaged_copy_is_passed_over_for_an_older_one() {
    let place = with_copy();
    let store = place.open();
    store.write(|w| w.insert_practice(&practice(800, "2026-06-24"))).unwrap();
    store.back_up(on("2026-06-25")).unwrap();
    drop(store);
    let newer = place.file().with_file_name("mingmen.db.backups/weekly-2026-06-25.db");
    let mut bytes = fs::read(&newer).unwrap();
    let middle = bytes.len() / 2 / PAGE * PAGE;
    bytes[middle..middle + PAGE].fill(0);
    fs::write(&newer, bytes).unwrap();
    fs::remove_file(place.file()).unwrap();
    let store = Store::open_mending(&place.file()).unwrap();
    assert_eq!(only_account(&store).copy_of, Some(on("2026-06-15")));
}

#[test]
fn a_file_of_another_program_is_left_alone_and_one_of_ours_with_a_flipped_mark_is_mended() {
    let foreign = Place::new();
    foreign.write(b"a letter to a friend, no database");
    assert_eq!(Store::open_mending(&foreign.file()).unwrap_err(), StoreError::Foreign);
    assert_eq!(fs::read(foreign.file()).unwrap(), b"a letter to a friend, no database");
    let ours = with_copy();
    damage(&ours, |bytes| bytes[0] ^= 1);
    assert_eq!(Store::open(&ours.file()).unwrap_err(), StoreError::Foreign);
    opened_whole(&ours);
}

#[test]
fn after_a_mending_that_failed_the_same_store_goes_on_and_can_be_mended() {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    let in_the_way = place.file().with_file_name("mingmen.db.mending");
    std::fs::write(&in_the_way, []).unwrap();
    let outcome = store.mend();
    assert!(matches!(outcome, Err(StoreError::Failed { .. })), "{outcome:?}");
    store.write(|w| w.insert_practice(&practice(1_000, "2026-06-01"))).unwrap();
    std::fs::remove_file(in_the_way).unwrap();
    store.mend().unwrap();
    assert!(store.read(|r| r.practice(&practice(1_000, "2026-06-01").id)).unwrap().is_some());
    store.close().unwrap();
    assert_eq!(store.mend(), Err(StoreError::Closed));
}
