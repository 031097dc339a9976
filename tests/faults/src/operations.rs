//! What a person does while a fault strikes. Each operation goes through the facade, on a database with some history,
//! and can be tried again when it failed.

use chrono::TimeDelta;
use mingmen_core::catalogue::Posture;
use mingmen_core::mingmen::{BeginDraft, Mingmen, MingmenError, TodayState};
use mingmen_core::practice::{
    CheckInDraft, CheckInMoment, Choices, EnteredPracticeDraft, PlayerEvent, PracticeReason,
};

use crate::place::{Facts, Files, Place, Told, next_week, now};

/// One thing to do, and what it is done to.
pub(crate) struct Operation {
    pub(crate) name: String,
    pub(crate) files: Files,
    /// What is kept before.
    pub(crate) before: Facts,
    /// Whether it begins with a damaged database: then an account is due.
    pub(crate) damaged: bool,
    pub(crate) act: Act,
}

/// What is done with the open app; every promise is told as soon as it is made.
pub(crate) type Act = fn(&Mingmen, &mut dyn FnMut(Told)) -> Result<(), MingmenError>;

/// What one operation after the other is done to.
pub(crate) struct Scenes {
    pub(crate) operations: Vec<Operation>,
    /// Two weeks of practice, and nothing else.
    pub(crate) diary: Files,
    pub(crate) facts: Facts,
    /// The same with a weekly copy beside it.
    pub(crate) with_copy: Files,
}

/// What an app of schema 1 left: its own fixture, which the tests of the store hold on to.
const SCHEMA_1: &[u8] = include_bytes!("../../../core/src/store/tests/fixtures/schema-1.db");
const SCHEMA_7: &[u8] = include_bytes!("../../../core/src/store/tests/fixtures/schema-7.db");

impl Scenes {
    /// Makes everything that the operations begin with.
    pub(crate) fn make(folder: &std::path::Path) -> Scenes {
        let place = Place::lay(folder, &Files::new());
        two_weeks(&place);
        let diary = place.files();
        let facts = facts_of(folder, &diary);
        let place = Place::lay(folder, &diary);
        let mingmen = place.open().unwrap();
        assert!(mingmen.look_after(&now()).unwrap().backed_up);
        mingmen.shut_down().unwrap();
        drop(mingmen);
        let with_copy = place.files();
        let on = |name: &str, act: Act| Operation {
            name: name.to_owned(),
            files: diary.clone(),
            before: facts.clone(),
            damaged: false,
            act,
        };
        let broken = |name: &str, files: Files, act: Act| Operation { files, damaged: true, ..on(name, act) };
        let mut operations = vec![
            on("save a practice", save),
            on("check in", check_in),
            on("lead a practice", lead),
            on("weekly copy", copy),
            broken("mend at opening", cut(&with_copy), nothing),
            broken("mend in use", changed(&with_copy), copy_or_mend),
            Operation { files: with_copy.clone(), ..on("delete everything", delete) },
        ];
        for (schema, files) in old_schemas(folder) {
            let before = facts_of(folder, &files);
            let name = format!("upgrade from {schema}");
            operations.push(Operation { name, files, before, damaged: false, act: nothing });
        }
        Scenes { operations, diary, facts, with_copy }
    }
}

/// What files hold when nothing happens to them.
fn facts_of(folder: &std::path::Path, files: &Files) -> Facts {
    Place::lay(folder, files).look().unwrap().facts
}

fn two_weeks(place: &Place) {
    let mingmen = place.open().unwrap();
    let mut now = now();
    now.instant -= TimeDelta::days(14);
    mingmen.answer_screening(&[], &now).unwrap();
    let form = mingmen.enrol_form(None, None, &now).unwrap();
    let enrolment = mingmen.enrol(&form.preset, &now).unwrap().enrolment;
    for day in 0..14 {
        let enrolment = Some(enrolment.clone());
        let date = now.instant.date_naive();
        let draft = EnteredPracticeDraft { date, minutes: 20, enrolment, routine: None };
        mingmen.log_practice(&draft, &now).unwrap();
        let note = format!("day {day}");
        let draft = CheckInDraft { pain: Some(5), note, ..CheckInDraft::blank(CheckInMoment::Anytime) };
        mingmen.check_in(&draft, &now).unwrap();
        now.instant += TimeDelta::days(1);
    }
    mingmen.shut_down().unwrap();
}

/// Every schema but the newest. Those of which no file is kept are what an upgrade of the first leaves when it is killed
/// between two steps.
fn old_schemas(folder: &std::path::Path) -> Vec<(i64, Files)> {
    let one = |bytes: &[u8]| Files::from([(crate::place::DATABASE.into(), bytes.to_vec())]);
    let mut schemas = vec![(1, one(SCHEMA_1)), (7, one(SCHEMA_7))];
    for call in 1.. {
        let place = Place::lay(folder, &schemas[0].1);
        if !crate::kill::killed_at(&place, call, nothing).was_killed {
            break;
        }
        let conn = rusqlite::Connection::open(place.database()).unwrap();
        let found: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        if schemas.iter().any(|(schema, _)| *schema == found) || found >= 8 {
            continue;
        }
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        drop(conn);
        let mut files = place.files();
        files.retain(|name, _| name.to_string_lossy() == crate::place::DATABASE);
        schemas.push((found, files));
    }
    schemas.sort_by_key(|(schema, _)| *schema);
    schemas
}

/// A file that ends in the middle.
pub(crate) fn cut(files: &Files) -> Files {
    let mut files = files.clone();
    let database = files.get_mut(std::path::Path::new(crate::place::DATABASE)).unwrap();
    database.truncate(database.len() / 2);
    files
}

/// One row is not as it was written: the checksum alone knows.
fn changed(files: &Files) -> Files {
    let mut files = files.clone();
    let database = files.get_mut(std::path::Path::new(crate::place::DATABASE)).unwrap();
    let at = database.windows(5).position(|window| window == b"day 3").unwrap();
    database[at + 4] = b'4';
    files
}

fn save(mingmen: &Mingmen, tell: &mut dyn FnMut(Told)) -> Result<(), MingmenError> {
    let date = now().instant.date_naive();
    for _ in 0..3 {
        let draft = EnteredPracticeDraft { date, minutes: 20, enrolment: None, routine: None };
        tell(Told::Kept(mingmen.log_practice(&draft, &now())?.practice.id.to_string()));
    }
    Ok(())
}

fn check_in(mingmen: &Mingmen, tell: &mut dyn FnMut(Told)) -> Result<(), MingmenError> {
    for pain in 1..4 {
        let note = "after the evening walk".to_owned();
        let draft = CheckInDraft { pain: Some(pain), note, ..CheckInDraft::blank(CheckInMoment::Anytime) };
        tell(Told::Kept(mingmen.check_in(&draft, &now())?.check_in.to_string()));
    }
    Ok(())
}

fn lead(mingmen: &Mingmen, tell: &mut dyn FnMut(Told)) -> Result<(), MingmenError> {
    let mut now = now();
    if let TodayState::NotScreened = mingmen.today(&now)?.state {
        mingmen.answer_screening(&[], &now)?;
    }
    if let Some(open) = mingmen.today(&now)?.open_practice {
        mingmen.finish_open_practice(&open.id, &now)?;
    }
    let choices = Choices::usual(5, Posture::Seated);
    let draft = BeginDraft {
        routine: "routine-phase-1".into(),
        choices,
        reason: PracticeReason::Free,
        pain_before: None,
    };
    let practice = match mingmen.begin_practice(&draft, &now) {
        // Begun by an attempt whose answer never came.
        Err(MingmenError::PracticeStillOpen) => return Ok(()),
        begun => begun?.practice,
    };
    tell(Told::Led(practice.to_string(), 0));
    mingmen.step_practice(&practice, &PlayerEvent::Start, 0, &now)?;
    for second in 1..60 {
        now.instant += TimeDelta::seconds(1);
        let player = mingmen.step_practice(&practice, &PlayerEvent::Tick, second * 1_000, &now)?.player;
        tell(Told::Led(practice.to_string(), player.practised_ms));
    }
    mingmen.step_practice(&practice, &PlayerEvent::Stop, 60_000, &now)?;
    tell(Told::Kept(practice.to_string()));
    Ok(())
}

fn copy(mingmen: &Mingmen, tell: &mut dyn FnMut(Told)) -> Result<(), MingmenError> {
    mingmen.look_after(&now())?;
    tell(Told::Copied);
    Ok(())
}

/// A week later, so that the copy is due and the damage is found.
fn copy_or_mend(mingmen: &Mingmen, _: &mut dyn FnMut(Told)) -> Result<(), MingmenError> {
    mingmen.look_after(&next_week()).map(drop)
}

fn delete(mingmen: &Mingmen, tell: &mut dyn FnMut(Told)) -> Result<(), MingmenError> {
    tell(Told::Deleting);
    mingmen.delete_everything()?;
    tell(Told::Deleted);
    Ok(())
}

fn nothing(mingmen: &Mingmen, _: &mut dyn FnMut(Told)) -> Result<(), MingmenError> {
    mingmen.today(&now()).map(drop)
}
