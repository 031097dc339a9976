//! Tables out, and tables in.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::super::{ArchiveError, ArchiveProblem, Taken};
use super::cells::{self, Cell};
use super::into::CsvImport;
use super::out::{CsvExport, Names, minutes};
use crate::store::Store;
use crate::store::tests::samples::{Place, check_in, fill, practice};
use crate::zone::{CivilDate, Zone};

fn import(store: &Store, folder: &Path, text: &str) -> Result<Taken, ArchiveError> {
    let path = folder.join("table.csv");
    fs::write(&path, text).unwrap();
    let today = "2026-06-01".parse().unwrap();
    let mut import = CsvImport::new(&path, Zone::find("Europe/London").unwrap(), today);
    let read = import.step(store)?;
    let new = read.found.iter().map(|found| found.new).sum::<u64>();
    let taken = import.take(store).unwrap()?;
    assert_eq!(taken.added, new, "the preview said so");
    Ok(taken)
}

/// The place, field and problem of each fault.
fn faults(text: &str) -> Vec<(u32, u32, String, ArchiveProblem)> {
    let place = Place::new();
    let store = place.open();
    let Err(ArchiveError::Refused(faults)) = import(&store, place.file().parent().unwrap(), text) else {
        panic!("{text}")
    };
    assert!(!store.read(|r| r.has_any_practice()).unwrap(), "all or nothing");
    faults.into_iter().map(|fault| (fault.line, fault.column, fault.field, fault.problem)).collect()
}

fn export(store: &Store, folder: &Path) -> (String, String) {
    let (practices, check_ins) = (folder.join("practices.csv"), folder.join("check-ins.csv"));
    let mut export = CsvExport::new(&practices, &check_ins);
    let names = Names { routine: &|_, id| format!("={id}"), sensation: &|id| id.as_str().to_owned() };
    while !export.step(store, &names, 20).unwrap() {}
    (fs::read_to_string(practices).unwrap(), fs::read_to_string(check_ins).unwrap())
}

#[test]
fn practices_and_check_ins_come_out_as_tables_that_a_spreadsheet_opens() {
    let place = Place::new();
    let store = place.open();
    let mut noted = check_in(2, "2026-05-11", Some(1));
    noted.noted.note = "=HYPERLINK(\"x\"), a line\nand another".to_owned();
    store
        .write(|w| {
            w.insert_practice(&practice(1, "2026-05-11"))?;
            w.insert_check_in(&noted)
        })
        .unwrap();
    let (practices, check_ins) = export(&store, place.file().parent().unwrap());
    assert_eq!(
        practices,
        "\u{feff}date,time,zone,minutes,planned_minutes,routine,ending\r\n\
         2026-05-11,08:00:00,Europe/London,19.98,20,'=routine-phase-1,finished\r\n"
    );
    assert_eq!(
        check_ins,
        "\u{feff}date,time,zone,moment,pain,areas,stiffness,sleep,energy,mood,stress,sensations,note\r\n\
         2026-05-11,08:25:00,Europe/London,after,4,\"lower-back, left-hip\",,10,0,,7,warm,\"'=HYPERLINK(\"\"x\"\"), a line\nand another\"\r\n"
    );
}

#[test]
fn every_week_is_in_the_tables_in_its_order() {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    let (practices, check_ins) = export(&store, place.file().parent().unwrap());
    let dates: Vec<&str> = practices.lines().skip(1).map(|line| &line[..10]).collect();
    // One of the samples was corrected, and only what stands is in a table.
    assert_eq!(dates.len(), 31);
    assert!(dates.is_sorted(), "{dates:?}");
    assert_eq!(check_ins.matches("\r\n").count(), 32);
}

#[test]
fn practices_from_elsewhere_are_kept_once_however_often_the_table_comes() {
    let place = Place::new();
    let store = place.open();
    let folder = place.file().parent().unwrap().to_owned();
    let table = "\u{feff}Mood;Date;Start time;Duration (minutes);Notes\r\n\
                 good;2025-11-30;7:05;12,5;\"Stiff; then \"\"soft\"\"\"\r\n\r\n\
                 ;2025-12-01;;20;\n;2025-12-01;;20;";
    assert_eq!(import(&store, &folder, table), Ok(Taken { added: 4, removed: 0 }));
    let before = fs::read(place.file().with_file_name("mingmen.db-wal")).unwrap();
    assert_eq!(import(&store, &folder, table), Ok(Taken::default()));
    assert!(before == fs::read(place.file().with_file_name("mingmen.db-wal")).unwrap());
    let kept = store.read(|r| r.practices_between(CivilDate::MIN..=CivilDate::MAX)).unwrap();
    let facts: Vec<_> = kept.iter().map(|it| (it.date.to_string(), it.practised_ms)).collect();
    let twenty = ("2025-12-01".to_owned(), 1_200_000);
    assert_eq!(facts, [("2025-11-30".to_owned(), 750_000), twenty.clone(), twenty]);
    assert_eq!(kept[0].started_at.to_rfc3339(), "2025-11-30T07:05:00+00:00");
    let notes = store.read(|r| r.check_ins_of(&kept[0].id)).unwrap();
    assert_eq!(notes[0].noted.note, "Stiff; then \"soft\"");
}

/// The id was computed by a separate program from the description in `docs/archive-format.md`.
#[test]
fn the_ids_of_a_table_stay_the_same_from_version_to_version() {
    let place = Place::new();
    let store = place.open();
    import(&store, place.file().parent().unwrap(), "date,minutes\n2026-01-02,15\n").unwrap();
    let kept = store.read(|r| r.practices_between(CivilDate::MIN..=CivilDate::MAX)).unwrap();
    assert_eq!(kept[0].id.as_str(), "019b7e94-3200-7cac-9857-7071cde53577");
}

#[test]
fn what_was_written_as_a_table_can_be_read_as_one() {
    let (from, to) = (Place::new(), Place::new());
    let store = from.open();
    fill(&store);
    let (practices, _) = export(&store, from.file().parent().unwrap());
    let taken = import(&to.open(), to.file().parent().unwrap(), &practices);
    assert_eq!(taken, Ok(Taken { added: 31, removed: 0 }));
}

#[test]
fn each_fault_of_a_table_has_its_place() {
    let field = str::to_owned;
    assert_eq!(faults(""), [(1, 1, field(""), ArchiveProblem::MissingColumn)]);
    assert_eq!(faults("a,b\n1,2\n"), [(1, 1, field("date"), ArchiveProblem::MissingColumn)]);
    assert_eq!(faults("date,day,min\n"), [(1, 6, field("date"), ArchiveProblem::RepeatedColumn)]);
    assert_eq!(
        faults(
            "date,minutes,time,note\n02/03/2026,5,,\n2026-03-02,0,,\n2026-03-02,5,25:00,\n2027-01-01,5,,\n2026-03-02\n2026-02-30,5\n"
        ),
        [
            (2, 1, field("date"), ArchiveProblem::NotADate),
            (3, 12, field("minutes"), ArchiveProblem::NotMinutes),
            (4, 14, field("time"), ArchiveProblem::NotATime),
            (5, 1, field("date"), ArchiveProblem::NotADate),
            (6, 1, field("minutes"), ArchiveProblem::MissingCell),
            (7, 1, field("date"), ArchiveProblem::NotADate),
        ]
    );
    assert_eq!(faults("date,minutes\n\"2026-03-02,5\n"), [(2, 2, field(""), ArchiveProblem::Quote)]);
    assert_eq!(faults("date,minutes\n\"2026-03-02\"x,5\n"), [(2, 13, field(""), ArchiveProblem::Quote)]);
    let long = format!("date,minutes,note\n2026-03-02,5,{}\n", "x".repeat(2_001));
    assert_eq!(faults(&long), [(2, 14, field("note"), ArchiveProblem::NoteTooLong)]);
    let many = format!("date,minutes\n{}", "x,5\n".repeat(50));
    assert_eq!(faults(&many).len(), 20);
    let wide = format!("date,minutes\n{}\n", ",".repeat(200));
    assert_eq!(faults(&wide)[0].3, ArchiveProblem::LineTooLong);
    let endless = format!("date,minutes\n{}", "2026-03-02,5\n".repeat(20_001));
    assert_eq!(faults(&endless)[0].3, ArchiveProblem::TooLarge);
}

#[test]
fn minutes_have_as_many_decimals_as_they_need() {
    let texts = [0, 300, 600, 60_000, 90_000, 1_199_000, 600_000].map(minutes);
    assert_eq!(texts, ["0", "0.01", "0.01", "1", "1.5", "19.98", "10"]);
}

proptest! {
    #[test]
    fn any_cells_come_back_and_none_of_them_is_a_formula(
        table in prop::collection::vec(prop::collection::vec("(?s)[=+@\t\r,;\"\n'a-c–-]{0,6}", 3), 1..5),
    ) {
        let text: String = "a,b,c\r\n".to_owned() + &table.iter().map(|row| {
            cells::row(row.iter().map(String::as_str)) + "\r\n"
        }).collect::<String>();
        let read = cells::rows(&text).unwrap();
        let plain: Vec<Vec<String>> = read[1..].iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect();
        for cell in plain.iter().flatten() {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
        }
        let guarded = |text: &String| match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            true => format!("'{text}"),
            false => text.clone(),
        };
        let expected: Vec<Vec<String>> = table.iter().map(|row| row.iter().map(guarded).collect::<Vec<_>>())
            .filter(|row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        prop_assert_eq!(plain, expected);
    }

    #[test]
    fn whatever_the_text_reading_it_ends_and_every_place_lies_in_it(text in "(?s).{0,200}") {
        let lines = u32::try_from(text.matches('\n').count()).unwrap() + 1;
        match cells::rows(&text) {
            Ok(rows) => {
                for Cell { line, .. } in rows.iter().flatten() {
                    prop_assert!((1..=lines).contains(line));
                }
            }
            Err(fault) => prop_assert!((1..=lines).contains(&fault.line)),
        }
    }
}
