//! After any damage, what is read equals what was written, or the damage is reported.

use std::fs;

use rusqlite::{Connection, OpenFlags};

use super::own_samples::*;
use super::samples::*;
use crate::own::{ActivityRatingId, NoteId};
use crate::practice::{CheckInId, PracticeId};
use crate::store::{Fault, Problem, Reading, Store, StoreError, TABLES};
use crate::zone::CivilDate;

/// Each query of the store with its answer in words.
pub(super) fn answers(store: &Store) -> Vec<(&'static str, Result<String, StoreError>)> {
    fn told<T: std::fmt::Debug>(answer: Result<T, StoreError>) -> Result<String, StoreError> {
        answer.map(|answer| format!("{answer:?}"))
    }
    let ask = |question: fn(&Reading<'_>) -> Result<String, StoreError>| store.read(question);
    vec![
        ("screening", ask(|r| told(r.latest_screening()))),
        ("about you", ask(|r| told(r.latest_about_you()))),
        ("clearance", ask(|r| told(r.latest_clearance()))),
        ("enrolments", ask(|r| told(r.enrolments()))),
        ("open practice", ask(|r| told(r.open_practice()))),
        ("all practices", ask(|r| told(r.practices_between(CivilDate::MIN..=CivilDate::MAX)))),
        ("a week", ask(|r| told(r.practices_between(on("2026-05-18")..=on("2026-05-24"))))),
        ("all check-ins", ask(|r| told(r.check_ins_between(CivilDate::MIN..=CivilDate::MAX)))),
        ("a day", ask(|r| told(r.check_ins_between(on("2026-05-20")..=on("2026-05-20"))))),
        ("an empty week", ask(|r| told(r.practices_between(on("2026-06-01")..=on("2026-06-07"))))),
        ("a practice", ask(|r| told(r.practice(&PracticeId(id(110)))))),
        ("no practice", ask(|r| told(r.practice(&PracticeId(id(999)))))),
        ("its check-ins", ask(|r| told(r.check_ins_of(&PracticeId(id(110)))))),
        ("a deleted practice", ask(|r| told(r.practice(&PracticeId(id(121)))))),
        ("a corrected one", ask(|r| told(r.practice(&PracticeId(id(801)))))),
        ("its check-ins too", ask(|r| told(r.check_ins_of(&PracticeId(id(801)))))),
        ("practices ever", ask(|r| told(r.practices_ever_between(CivilDate::MIN..=CivilDate::MAX)))),
        ("a check-in", ask(|r| told(r.check_in(&CheckInId(id(205)))))),
        ("a corrected check-in", ask(|r| told(r.check_in(&CheckInId(id(210)))))),
        ("activities", ask(|r| told(r.activities()))),
        ("ratings", ask(|r| told(r.activity_ratings_between(CivilDate::MIN..=CivilDate::MAX)))),
        ("a rating", ask(|r| told(r.activity_rating(&ActivityRatingId(id(830)))))),
        ("milestones", ask(|r| told(r.told()))),
        ("any practice", ask(|r| told(r.has_any_practice()))),
        ("own routines", ask(|r| told(r.own_routines()))),
        ("an own routine", ask(|r| told(r.own_routine(&own_routine(50, 3).id)))),
        ("a deleted one", ask(|r| told(r.own_routine(&own_routine(51, 1).id)))),
        ("an old revision", ask(|r| told(r.own_routine_at(&own_routine(51, 1).at())))),
        ("all notes", ask(|r| told(r.notes_between(CivilDate::MIN..=CivilDate::MAX)))),
        ("a week's notes", ask(|r| told(r.notes_between(on("2026-05-18")..=on("2026-05-24"))))),
        ("a note", ask(|r| told(r.note(&NoteId(id(310)))))),
        ("a withdrawn note", ask(|r| told(r.note(&NoteId(id(305)))))),
        ("body check", ask(|r| told(r.latest_body_check()))),
        ("figure", ask(|r| told(r.figure_choices()))),
        ("guidance", ask(|r| told(r.guidance()))),
        ("classes", ask(|r| told(r.classes()))),
        ("reminder settings", ask(|r| told(r.reminder_settings()))),
        ("reminder lines", ask(|r| told(r.reminder_lines(on("2026-05-18")..=on("2026-05-24"))))),
        ("reminder watch", ask(|r| told(r.reminder_watch()))),
        ("calendar files", ask(|r| told(r.calendar_ledger()))),
        ("all signs", ask(|r| told(r.noted_signs_between(CivilDate::MIN..=CivilDate::MAX)))),
        ("answers to offers", ask(|r| told(r.offer_answers()))),
        ("days after", ask(|r| told(r.days_after()))),
        ("a day's signs", ask(|r| told(r.noted_signs_between(on("2026-05-20")..=on("2026-05-20"))))),
    ]
}

/// Reads as a program would that trusts SQLite alone: every value of every table, unless SQLite itself objects.
fn trusting(place: &Place) -> Option<String> {
    let conn = Connection::open_with_flags(place.file(), OpenFlags::SQLITE_OPEN_READ_ONLY).ok()?;
    let verdict: String = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).ok()?;
    if verdict != "ok" {
        return None;
    }
    let mut seen = String::new();
    for table in TABLES {
        let mut statement = conn.prepare(&table.select("")).ok()?;
        let mut rows = statement.query([]).ok()?;
        while let Some(row) = rows.next().ok()? {
            for at in 0..table.columns.len() {
                seen.push_str(&format!("{:?};", row.get_ref(at).ok()?));
            }
        }
    }
    Some(seen)
}

/// What became of a damaged copy.
#[derive(Debug, Default)]
struct Count {
    /// The store said so, at opening or in an answer.
    reported: u32,
    /// Every answer is what it was.
    harmless: u32,
    /// A program that trusts SQLite alone would have been told something wrong.
    silent_without_checksums: u32,
}

/// Damages copies of one database and asks each everything.
fn damage(cases: impl IntoIterator<Item = impl Fn(&mut Vec<u8>)>) -> Count {
    let original = Place::new();
    fill(&original.open());
    let bytes = fs::read(original.file()).unwrap();
    let (truth, trusted) = (answers(&original.open()), trusting(&original));
    let mut count = Count::default();
    for (number, case) in cases.into_iter().enumerate() {
        let place = Place::new();
        let mut damaged = bytes.clone();
        case(&mut damaged);
        place.write(&damaged);
        let silent = trusting(&place).is_some_and(|seen| Some(seen) != trusted);
        count.silent_without_checksums += u32::from(silent);
        match Store::open(&place.file()) {
            Err(_) => count.reported += 1,
            Ok(store) if tells_the_truth(number, &truth, &answers(&store)) => count.harmless += 1,
            Ok(_) => count.reported += 1,
        }
    }
    count
}

/// Whether every answer is as before. An answer that is neither as before nor an error fails the test.
fn tells_the_truth(
    case: usize,
    truth: &[(&str, Result<String, StoreError>)],
    answers: &[(&str, Result<String, StoreError>)],
) -> bool {
    for ((question, truth), (_, answer)) in truth.iter().zip(answers) {
        assert!(
            answer.is_err() || answer == truth,
            "case {case}: wrong and unnoticed: {question}: {answer:?}"
        );
    }
    answers.iter().all(|(_, answer)| answer.is_ok())
}

/// As many cases as the budget of random cases allows: it is set for all tests at once (`cargo xtask test --budget N`).
pub(super) fn scaled(usual: u32) -> u32 {
    let usual_of_properties = 256;
    let budget = proptest::test_runner::Config::default().cases;
    u32::try_from((u64::from(usual) * u64::from(budget) / usual_of_properties).max(100)).unwrap()
}

/// Numbers that are the same on every run (SplitMix64).
pub(super) fn numbers() -> impl Iterator<Item = usize> {
    let mut state = 0x4d69_6e67_6d65_6e00_u64;
    std::iter::repeat_with(move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 16).unwrap()
    })
}

#[test]
fn one_flipped_bit_never_changes_an_answer_unnoticed_and_would_without_checksums() {
    let cases = scaled(800);
    let flips = numbers().take(cases as usize).map(|number| {
        move |bytes: &mut Vec<u8>| {
            let bit = number % (bytes.len() * 8);
            bytes[bit / 8] ^= 1 << (bit % 8);
        }
    });
    let count = damage(flips);
    assert!(count.reported > cases / 8, "{count:?}");
    assert!(count.silent_without_checksums > cases / 32, "the control found nothing to notice: {count:?}");
}

#[test]
fn a_page_or_sector_of_zeros_or_garbage_never_changes_an_answer_unnoticed() {
    let cases = scaled(120);
    let holes = numbers().take(cases as usize).enumerate().map(|(case, number)| {
        move |bytes: &mut Vec<u8>| {
            let size = if case % 2 == 0 { 4_096 } else { 512 };
            let start = number % (bytes.len() / size) * size;
            let filling = if case % 4 < 2 { 0 } else { number.to_le_bytes()[0] };
            bytes[start..start + size].fill(filling);
        }
    });
    let count = damage(holes);
    assert!(count.reported > cases / 2, "{count:?}");
}

#[test]
fn verify_names_the_row_that_changed_and_the_table_that_lost_one() {
    let place = Place::new();
    fill(&place.open());
    let conn = Connection::open(place.file()).unwrap();
    conn.execute("UPDATE check_in SET pain = 3 WHERE date = (SELECT min(date) FROM check_in)", []).unwrap();
    conn.execute("DELETE FROM practice WHERE date = (SELECT max(date) FROM practice)", []).unwrap();
    conn.execute("INSERT INTO ledger VALUES ('poem', 0, 1, 1)", []).unwrap();
    drop(conn);
    let faults = place.open().read(|r| r.verify()).unwrap();
    let told: Vec<_> = faults.iter().map(|it| (it.table.as_str(), it.row.as_deref(), it.problem)).collect();
    let (first, second) = (id(200), id(221));
    assert_eq!(
        told,
        [
            ("check_in", Some(first.as_str()), Problem::Changed),
            ("check_in", Some(second.as_str()), Problem::Changed),
            ("check_in", None, Problem::LostOrDoubled),
            ("practice", None, Problem::LostOrDoubled),
            ("ledger", None, Problem::LostOrDoubled),
        ]
    );
}

#[test]
fn a_lost_row_is_noticed_by_the_week_it_was_in_and_by_whoever_asks_for_it() {
    let place = Place::new();
    fill(&place.open());
    let conn = Connection::open(place.file()).unwrap();
    conn.execute("DELETE FROM practice WHERE id = (SELECT id FROM practice WHERE date = 20594)", []).unwrap();
    drop(conn);
    let store = place.open();
    let week = |monday, sunday| store.read(|r| r.practices_between(on(monday)..=on(sunday)));
    assert_eq!(on("2026-05-21").to_epoch_days(), 20_594);
    assert_eq!(week("2026-05-18", "2026-05-24"), Err(StoreError::damaged("practice")));
    assert_eq!(week("2026-05-25", "2026-05-31").unwrap().len(), 7);
    assert_eq!(store.read(|r| r.practice(&PracticeId(id(110)))), Err(StoreError::damaged("practice")));
    assert!(store.read(|r| r.practice(&PracticeId(id(111)))).unwrap().is_some());
}

#[test]
fn a_value_changed_in_any_table_is_noticed_by_verify_and_by_whoever_asks_for_it() {
    let original = Place::new();
    fill(&original.open());
    let (bytes, truth) = (fs::read(original.file()).unwrap(), answers(&original.open()));
    for table in TABLES {
        for column in table.columns {
            let place = Place::new();
            place.write(&bytes);
            let conn = Connection::open(place.file()).unwrap();
            conn.execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF").unwrap();
            let (name, first) = (table.name, table.columns[0]);
            let changed = format!(
                "UPDATE {name} SET {column} = CASE typeof({column})
                   WHEN 'integer' THEN ({column} | 1) - ({column} & 1)
                   WHEN 'blob' THEN zeroblob(16)
                   ELSE {column} || 'x' END
                 WHERE {first} = (SELECT {first} FROM {name} WHERE {column} IS NOT NULL)"
            );
            let rows = conn.execute(&changed, []).unwrap();
            drop(conn);
            if rows == 0 {
                assert_ne!(*column, first, "{name} has no row to damage");
                continue;
            }
            let store = place.open();
            let faults = store.read(|r| r.verify()).unwrap();
            let named = |it: &Fault| it.table == name && it.problem == Problem::Changed;
            assert!(faults.iter().any(named), "{name}.{column}: {faults:?}");
            assert!(!tells_the_truth(0, &truth, &answers(&store)), "{name}.{column}: nobody noticed");
        }
    }
}
