//! Facts to store, and a store to put them in.

use std::collections::BTreeMap;
use std::path::PathBuf;

use proptest::prelude::*;

use super::diary_samples::*;
use super::own_samples::*;
use super::reminder_samples::*;
use crate::catalogue::Posture;
use crate::offer::{DayAfter, OfferAnswer};
use crate::plan::{
    AdvanceBy, Change, EnrolmentChange, EnrolmentDraft, EnrolmentId, SessionLength, SessionTime, TimePolicy,
    WeeklySlot,
};
use crate::practice::*;
use crate::reminder::ReminderSettings;
use crate::safety::{AboutYou, Clearance, Screening};
use crate::store::{OpenPracticeRow, Store};
use crate::zone::{CivilDate, Instant, WallTime, Weekday};

/// A store in a folder of its own, which goes when this is dropped.
pub(crate) struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("mingmen.db")
    }

    /// The names in the folder and every byte behind them.
    pub(crate) fn bytes(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap());
        let files =
            entries.map(|it| (it.file_name().into_string().unwrap(), std::fs::read(it.path()).unwrap()));
        files.collect()
    }

    /// As [`Place::bytes`], with the folders in the folder.
    pub(super) fn bytes_of_everything(&self) -> BTreeMap<String, Vec<u8>> {
        let root = self.folder.path();
        let (mut files, mut folders) = (BTreeMap::new(), vec![root.to_owned()]);
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                    files.insert(name, std::fs::read(path).unwrap());
                }
            }
        }
        files
    }

    pub(crate) fn write(&self, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.file(), bytes).unwrap();
    }

    pub(crate) fn open(&self) -> Store {
        Store::open(&self.file()).unwrap()
    }
}

/// The `UUIDv7` of the `number`th fact.
pub(crate) fn id(number: u64) -> String {
    format!("019e1f6b-{:04x}-7000-8000-{:012x}", number >> 48, number & 0xffff_ffff_ffff)
}

pub(crate) fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

pub(crate) fn on(text: &str) -> CivilDate {
    text.parse().unwrap()
}

pub(super) fn screening() -> Screening {
    Screening {
        answered_at: at("2026-05-11T06:58:00.123Z"),
        date: on("2026-05-11"),
        version: 1,
        ticked: vec!["night-pain".into(), "steroids".into()],
    }
}

pub(super) fn about_you() -> AboutYou {
    AboutYou {
        answered_at: at("2026-05-11T07:05:00Z"),
        date: on("2026-05-11"),
        version: 2,
        ticked: vec!["screen-standing".into()],
    }
}

pub(super) fn clearance() -> Clearance {
    Clearance { said_at: at("2026-05-12T09:00:00Z"), date: on("2026-05-12") }
}

pub(super) fn slot(weekday: Weekday, time: &str) -> WeeklySlot {
    WeeklySlot { weekday, time: time.parse::<WallTime>().unwrap() }
}

pub(crate) fn enrolment_draft() -> EnrolmentDraft {
    EnrolmentDraft {
        plan: "back-12-weeks".into(),
        starts_on: on("2026-05-13"),
        slots: vec![slot(Weekday::Wednesday, "08:00:00"), slot(Weekday::Sunday, "23:59:59")],
        time_policy: TimePolicy::Pinned { zone: "Europe/London".to_owned() },
        posture: Posture::Seated,
        length: SessionLength::Ramp,
        weeks: Some(6),
        routine: Some("one/pelvic-tilt".into()),
    }
}

pub(crate) fn every_change() -> Vec<Change> {
    vec![
        Change::Slots { slots: vec![slot(Weekday::Monday, "00:30:00")], time_policy: TimePolicy::Floating },
        Change::Slots { slots: vec![], time_policy: TimePolicy::Pinned { zone: "Pacific/Apia".to_owned() } },
        Change::Posture { posture: Posture::Lying },
        Change::Posture { posture: Posture::Standing },
        Change::Length { length: SessionLength::Ten },
        Change::Length { length: SessionLength::Fifteen },
        Change::Length { length: SessionLength::Full },
        Change::Hold,
        Change::Pause { through: on("2026-06-01") },
        Change::Resume,
        Change::Leave,
        Change::GoTo { week: 5 },
        Change::Move {
            from: session_time("2026-05-20", "08:00:00"),
            to: session_time("2026-05-21", "00:30:00"),
        },
        Change::Advance { by: AdvanceBy::Calendar },
        Change::Advance { by: AdvanceBy::Earned },
    ]
}

fn session_time(date: &str, time: &str) -> SessionTime {
    SessionTime { date: on(date), time: time.parse().unwrap() }
}

pub(crate) fn change(change: Change) -> EnrolmentChange {
    EnrolmentChange { effective_from: on("2026-05-20"), recorded_at: at("2026-05-19T20:00:00Z"), change }
}

pub(crate) fn practice(number: u64, date: &str) -> Practice {
    Practice {
        id: PracticeId(id(number)),
        reason: PracticeReason::Plan { enrolment: EnrolmentId(id(1)) },
        routine: Some("routine-phase-1".into()),
        content_version: 3,
        started_at: at(&format!("{date}T07:00:00.001Z")),
        zone: "Europe/London".to_owned(),
        date: on(date),
        planned_ms: 1_200_000,
        practised_ms: 1_199_000,
        ending: PracticeEnding::Finished,
    }
}

pub(crate) fn check_in(number: u64, date: &str, practice: Option<u64>) -> CheckIn {
    CheckIn {
        id: CheckInId(id(number)),
        noted_at: at(&format!("{date}T07:25:00Z")),
        zone: "Europe/London".to_owned(),
        date: on(date),
        noted: CheckInDraft {
            moment: CheckInMoment::After,
            practice: practice.map(|practice| PracticeId(id(practice))),
            pain: Some(4),
            stiffness: None,
            sleep: Some(10),
            energy: Some(0),
            mood: None,
            stress: Some(7),
            areas: vec!["lower-back".into(), "left-hip".into()],
            sensations: vec!["warm".into()],
            note: "Steif am Morgen – ruhig „danach“ 气".to_owned(),
        },
    }
}

pub(crate) fn open_practice(number: u64) -> OpenPracticeRow {
    OpenPracticeRow {
        id: PracticeId(id(number)),
        reason: PracticeReason::Free,
        routine: "first-breath".into(),
        content_version: 3,
        choices: Choices { leave_out: vec!["forward-fold".into()], ..Choices::usual(2, Posture::Seated) },
        changes: vec![ChangeMade { at_ms: 61_000, change: PracticeChange::Seated }],
        started_at: at("2026-05-11T07:01:00Z"),
        zone: "Asia/Kathmandu".to_owned(),
        date: on("2026-05-11"),
        planned_ms: 120_000,
        player: PlayerState {
            phase: PlayerPhase::Ready,
            position_ms: 0,
            next_cue_ms: 0,
            practised_ms: 0,
            last_seen_ms: None,
        },
    }
}

pub(crate) fn offer_answer() -> OfferAnswer {
    OfferAnswer {
        answered_at: at("2026-05-15T08:00:00Z"),
        date: on("2026-05-15"),
        rule: "worse-the-day-after".into(),
        enrolment: Some(EnrolmentId(id(1))),
        accepted: false,
    }
}

pub(crate) fn day_after() -> DayAfter {
    DayAfter {
        answered_at: at("2026-05-15T08:00:00Z"),
        date: on("2026-05-15"),
        practice: PracticeId(id(100)),
        worse: true,
    }
}

/// At least one row in every table, several weeks of practices, check-ins, notes and signs.
pub(crate) fn fill(store: &Store) {
    let enrolment = EnrolmentId(id(1));
    let noon = at("2026-05-15T12:00:00Z");
    store
        .write(|w| {
            w.insert_screening(&id(2), &screening())?;
            w.insert_about_you(&id(3), &about_you())?;
            w.insert_clearance(&id(4), &clearance())?;
            w.insert_enrolment(&enrolment, at("2026-05-11T07:06:00Z"), &enrolment_draft())?;
            for (number, kind) in (10..).zip(every_change()) {
                w.insert_change(&id(number), &enrolment, &change(kind))?;
            }
            for (number, day) in (100..).zip((11..=31).chain(11..=21)) {
                let day = format!("2026-05-{day}");
                w.insert_practice(&practice(number, &day))?;
                w.insert_check_in(&check_in(number + 100, &day, Some(number)))?;
                w.insert_note(&note(number + 200, &day))?;
                w.insert_noted_sign(&id(number + 300), &noted_sign(&day))?;
            }
            for (number, line) in (600..).zip(reminder_lines()) {
                w.insert_reminder_line(&id(number), &line)?;
            }
            w.set_reminder_watch(&watch())?;
            w.set_calendar_ledger(&calendar_ledger(), on("2026-05-20"))?;
            w.insert_reminder_settings(&id(62), noon, &ReminderSettings::default())?;
            w.insert_classes(&id(63), noon, &[class()])?;
            w.insert_guidance(&id(39), noon, &Guidance::default())?;
            w.insert_offer_answer(&id(60), &offer_answer())?;
            w.insert_day_after(&id(61), &day_after())?;
            fill_diary(w)?;
            for revision in 1..=3 {
                w.insert_own_routine(&id(40 + u64::from(revision)), noon, &own_routine(50, revision))?;
            }
            w.insert_own_routine(&id(44), noon, &own_routine(51, 1))?;
            w.insert_own_deletion(&id(45), noon, &deletion(51, 2))?;
            w.insert_body_check(&id(60), &body_check())?;
            w.insert_figure_choices(&id(61), at("2026-05-14T07:40:00Z"), &figure_choices())?;
            w.open_practice_begin(&open_practice(5))
        })
        .unwrap();
}

pub(super) fn every_player_phase() -> Vec<PlayerPhase> {
    vec![
        PlayerPhase::Ready,
        PlayerPhase::CountingIn { left_ms: 2_400 },
        PlayerPhase::Playing,
        PlayerPhase::Paused,
        PlayerPhase::Finished,
        PlayerPhase::Stopped { sign: None },
        PlayerPhase::Stopped { sign: Some("stop-sharp-pain".into()) },
    ]
}

prop_compose! {
    /// Any practice that the types allow, from the years 1900 to 2200.
    pub(super) fn any_practice()(
        number in 0_u64..1 << 60,
        enrolment in proptest::option::of(0_u64..1 << 60),
        routine in proptest::option::of(".{0,20}"),
        content_version: u32,
        millis in -2_208_988_800_000_i64..7_258_118_400_000,
        zone in ".{0,30}",
        day in -25_567_i32..84_006,
        lengths: (u32, u32),
        ending in 0..4,
        sign in ".{0,20}",
    ) -> Practice {
        Practice {
            id: PracticeId(id(number)),
            reason: enrolment.map_or(PracticeReason::Free, |it| PracticeReason::Plan { enrolment: EnrolmentId(id(it)) }),
            routine: routine.map(Into::into),
            content_version,
            started_at: Instant::from_timestamp_millis(millis).unwrap(),
            zone,
            date: CivilDate::from_epoch_days(day).unwrap(),
            planned_ms: lengths.0,
            practised_ms: lengths.1,
            ending: match ending {
                0 => PracticeEnding::Finished,
                1 => PracticeEnding::EndedEarly,
                2 => PracticeEnding::StoppedForSign { sign: sign.into() },
                _ => PracticeEnding::EnteredByHand,
            },
        }
    }
}

prop_compose! {
    /// Any check-in whose scores lie in 0 to 10.
    pub(super) fn any_check_in()(
        number in 0_u64..1 << 60,
        practice in proptest::option::of(0_u64..1 << 60),
        millis in -2_208_988_800_000_i64..7_258_118_400_000,
        day in -25_567_i32..84_006,
        moment in prop::sample::select(vec![CheckInMoment::Before, CheckInMoment::After, CheckInMoment::Anytime]),
        scores in prop::array::uniform6(proptest::option::of(0_u8..=10)),
        areas in prop::collection::vec(".{0,12}", 0..4),
        sensations in prop::collection::vec(".{0,12}", 0..4),
        note in "(?s).{0,200}",
    ) -> CheckIn {
        let [pain, stiffness, sleep, energy, mood, stress] = scores;
        CheckIn {
            id: CheckInId(id(number)),
            noted_at: Instant::from_timestamp_millis(millis).unwrap(),
            zone: "Asia/Kathmandu".to_owned(),
            date: CivilDate::from_epoch_days(day).unwrap(),
            noted: CheckInDraft {
                moment,
                practice: practice.map(|practice| PracticeId(id(practice))),
                pain,
                stiffness,
                sleep,
                energy,
                mood,
                stress,
                areas: areas.into_iter().map(Into::into).collect(),
                sensations: sensations.into_iter().map(Into::into).collect(),
                note,
            },
        }
    }
}
