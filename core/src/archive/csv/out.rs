//! Writing the tables, a few weeks at a time. Each week is as it was when it was read.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use super::super::fault::ArchiveError;
use super::super::file::Draft;
use super::cells::row;
use crate::catalogue::RoutineId;
use crate::practice::{CheckIn, CheckInMoment, Practice, PracticeEnding, SensationId};
use crate::store::{Reading, Store, StoreError};
use crate::zone::{CivilDate, Instant, Zone};

/// By this mark a spreadsheet knows that the text is UTF-8.
const MARK: &str = "\u{feff}";

const PRACTICES: [&str; 7] = ["date", "time", "zone", "minutes", "planned_minutes", "routine", "ending"];
const CHECK_INS: [&str; 13] = [
    "date",
    "time",
    "zone",
    "moment",
    "pain",
    "areas",
    "stiffness",
    "sleep",
    "energy",
    "mood",
    "stress",
    "sensations",
    "note",
];

/// What things are called, to the person who opens the table.
pub(crate) struct Names<'n> {
    /// A routine.
    pub(crate) routine: &'n dyn Fn(&Reading<'_>, &RoutineId) -> String,
    /// A sensation.
    pub(crate) sensation: &'n dyn Fn(&SensationId) -> String,
}

/// Tables that are being written.
pub(crate) struct CsvExport {
    practices: PathBuf,
    check_ins: PathBuf,
    begun: Option<Begun>,
}

struct Begun {
    practices: Draft,
    check_ins: Draft,
    /// Weeks that are still to be read.
    left: Vec<RangeInclusive<CivilDate>>,
    of: usize,
}

impl CsvExport {
    /// Tables that are to be written to two files. Nothing happens yet.
    pub(crate) fn new(practices: &Path, check_ins: &Path) -> Self {
        Self { practices: practices.to_owned(), check_ins: check_ins.to_owned(), begun: None }
    }

    /// Writes some weeks, until there are about so many rows; true once both files are complete.
    pub(crate) fn step(
        &mut self,
        store: &Store,
        names: &Names<'_>,
        budget: usize,
    ) -> Result<bool, ArchiveError> {
        let begun = match &mut self.begun {
            Some(begun) => begun,
            None => self.begun.insert(Begun::new(store, &self.practices, &self.check_ins)?),
        };
        let mut written = 0;
        while written < budget.max(1) {
            let Some(week) = begun.left.pop() else {
                let Some(begun) = self.begun.take() else { return Ok(false) };
                begun.practices.finish()?;
                begun.check_ins.finish()?;
                return Ok(true);
            };
            written += store.read(|reading| begun.write(reading, week, names))?;
        }
        Ok(false)
    }

    /// How many weeks are written, and how many there are.
    pub(crate) fn reached(&self) -> (u64, u64) {
        let of_begun = |begun: &Begun| ((begun.of - begun.left.len()) as u64, begun.of as u64);
        self.begun.as_ref().map_or((0, 0), of_begun)
    }
}

impl Begun {
    fn new(store: &Store, practices: &Path, check_ins: &Path) -> Result<Self, ArchiveError> {
        // The last first, because they are taken from the end.
        let mut left = store.read::<_, StoreError>(|reading| reading.weeks_kept())?;
        left.reverse();
        let (mut practices, mut check_ins) = (Draft::new(practices)?, Draft::new(check_ins)?);
        practices.line(&ended(MARK.to_owned() + &row(PRACTICES)))?;
        check_ins.line(&ended(MARK.to_owned() + &row(CHECK_INS)))?;
        let of = left.len();
        Ok(Self { practices, check_ins, left, of })
    }

    fn write(
        &mut self,
        reading: &Reading<'_>,
        week: RangeInclusive<CivilDate>,
        names: &Names<'_>,
    ) -> Result<usize, ArchiveError> {
        let mut written = 1;
        for practice in reading.practices_between(week.clone())? {
            self.practices.line(&ended(practice_row(reading, &practice, names)))?;
            written += 1;
        }
        for check_in in reading.check_ins_between(week)? {
            self.check_ins.line(&ended(check_in_row(&check_in, names)))?;
            written += 1;
        }
        Ok(written)
    }
}

/// A line ends as RFC 4180 has it; what writes it adds the other half.
fn ended(row: String) -> String {
    row + "\r"
}

fn practice_row(reading: &Reading<'_>, practice: &Practice, names: &Names<'_>) -> String {
    let ending = match practice.ending {
        PracticeEnding::Finished => "finished",
        PracticeEnding::EndedEarly => "ended_early",
        PracticeEnding::StoppedForSign { .. } => "stopped_for_sign",
        PracticeEnding::EnteredByHand => "entered_by_hand",
    };
    let by_hand = practice.ending == PracticeEnding::EnteredByHand;
    // One that was entered by hand has only the moment at which it was entered.
    let time = if by_hand { String::new() } else { time(practice.started_at, &practice.zone) };
    let routine = practice.routine.as_ref().map(|id| (names.routine)(reading, id)).unwrap_or_default();
    row([
        &*practice.date.to_string(),
        &time,
        &practice.zone,
        &minutes(practice.practised_ms),
        &minutes(practice.planned_ms),
        &routine,
        ending,
    ])
}

fn check_in_row(check_in: &CheckIn, names: &Names<'_>) -> String {
    let noted = &check_in.noted;
    let moment = match noted.moment {
        CheckInMoment::Before => "before",
        CheckInMoment::After => "after",
        CheckInMoment::Anytime => "anytime",
    };
    let scale = |value: Option<u8>| value.map_or_else(String::new, |value| value.to_string());
    let sensations: Vec<String> = noted.sensations.iter().map(names.sensation).collect();
    let areas: Vec<&str> = noted.areas.iter().map(|area| area.as_str()).collect();
    row([
        &*check_in.date.to_string(),
        &time(check_in.noted_at, &check_in.zone),
        &check_in.zone,
        moment,
        &scale(noted.pain),
        &areas.join(", "),
        &scale(noted.stiffness),
        &scale(noted.sleep),
        &scale(noted.energy),
        &scale(noted.mood),
        &scale(noted.stress),
        &sensations.join(", "),
        &noted.note,
    ])
}

/// The time that the person's clock showed; nothing where their zone is not known any more.
fn time(instant: Instant, zone: &str) -> String {
    Zone::find(zone)
        .map_or_else(|_| String::new(), |zone| zone.local(instant).1.format("%H:%M:%S").to_string())
}

/// Minutes with at most two decimals.
pub(super) fn minutes(ms: u32) -> String {
    let hundredths = (u64::from(ms) + 300) / 600;
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
