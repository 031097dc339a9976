//! What holds for an enrolment on one date.

use chrono::{Days, NaiveTime};

use crate::catalogue::Posture;
use crate::zone::{CivilDate, WallTime, Weekday, Zone, ZoneError, week_start};

use super::{AdvanceBy, Change, Enrolment, EnrolmentChange, SessionLength, TimePolicy, WeeklySlot};

/// What holds for an enrolment on one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Practice times in the week.
    pub slots: Vec<WeeklySlot>,
    /// Whether they move with the person.
    pub time_policy: TimePolicy,
    /// The posture.
    pub posture: Posture,
    /// The length of a session.
    pub length: SessionLength,
    /// What makes the plan move on.
    pub advance: AdvanceBy,
}

/// One pause of an enrolment.
struct Pause {
    from: CivilDate,
    /// Its last day as it was entered.
    through: CivilDate,
    /// Its last day: the one before the person went on, where they did so early.
    last: CivilDate,
}

/// Sorts times as a practice day has them: those before 03:00 come after the evening.
#[must_use]
pub fn evening_order(time: WallTime) -> (bool, WallTime) {
    let day_begins = NaiveTime::from_hms_opt(3, 0, 0).unwrap_or_default();
    (time < day_begins, time)
}

impl TimePolicy {
    /// The zone whose clock it follows: `here` where it moves with the person.
    ///
    /// # Errors
    /// [`ZoneError::Unknown`] for a zone that the built-in tz database does not have.
    pub fn zone(&self, here: &Zone) -> Result<Zone, ZoneError> {
        match self {
            TimePolicy::Floating => Ok(here.clone()),
            TimePolicy::Pinned { zone } => Zone::find(zone),
        }
    }
}

impl Enrolment {
    /// What holds on a date: for each kind of setting the change made last among those in effect.
    #[must_use]
    pub fn settings_on(&self, date: CivilDate) -> Settings {
        self.settings_before(self.changes.len(), date)
    }

    /// What held on a date when so many changes had been made.
    pub(super) fn settings_before(&self, count: usize, date: CivilDate) -> Settings {
        let mut settings = Settings {
            slots: self.start.slots.clone(),
            time_policy: self.start.time_policy.clone(),
            posture: self.start.posture,
            length: self.start.length,
            advance: AdvanceBy::Calendar,
        };
        let made = self.changes.iter().take(count);
        for change in made.filter(|made| made.effective_from <= date).map(|made| &made.change) {
            match change {
                Change::Slots { slots, time_policy } => {
                    settings.slots.clone_from(slots);
                    settings.time_policy.clone_from(time_policy);
                }
                Change::Posture { posture } => settings.posture = *posture,
                Change::Length { length } => settings.length = *length,
                Change::Advance { by } => settings.advance = *by,
                Change::Hold
                | Change::GoTo { .. }
                | Change::Move { .. }
                | Change::Pause { .. }
                | Change::Resume
                | Change::Leave => {}
            }
        }
        settings
    }

    /// The Monday of week 1.
    ///
    /// That is the week of the first day where at least half of the week's sessions are still to come in it. Otherwise
    /// the days before the next Monday are a lead-in, practised as week 1 (proposed: `docs/decisions/0004-plan-weeks.md`).
    #[must_use]
    pub fn first_monday(&self) -> CivilDate {
        let starts_on = self.start.starts_on;
        let monday = week_start(starts_on);
        let to_come = self.start.slots.iter().filter(|slot| slot.weekday >= Weekday::of(starts_on)).count();
        if to_come * 2 >= self.start.slots.len() {
            return monday;
        }
        monday.checked_add_days(Days::new(7)).unwrap_or(monday)
    }

    /// The last day of the pause that a date falls in, as it was entered; of several, the longest.
    pub(super) fn paused_through(&self, date: CivilDate) -> Option<CivilDate> {
        let holds = |pause: &Pause| pause.from <= date && date <= pause.last;
        self.pauses().filter(holds).map(|pause| pause.through).max()
    }

    /// The pauses that begin after a date, each with its last day, in the order in which they were entered. Those that were
    /// taken back are none.
    pub fn pauses_after(&self, date: CivilDate) -> impl Iterator<Item = (CivilDate, CivilDate)> {
        self.pauses().filter(move |pause| pause.from > date).map(|pause| (pause.from, pause.last))
    }

    /// One that was ended before another begins leaves that one as it is: who is well again today may still go on holiday
    /// next month.
    fn pauses(&self) -> impl Iterator<Item = Pause> {
        self.changes.iter().enumerate().filter_map(|(index, made)| {
            let Change::Pause { through } = made.change else { return None };
            let from = made.effective_from;
            let later = self.changes.iter().skip(index + 1);
            let resumed =
                later.filter(|later| later.change == Change::Resume).map(|later| later.effective_from);
            let last = match resumed.filter(|on| (from..=through).contains(on)).min() {
                Some(on) => on.pred_opt()?,
                None => through,
            };
            (from <= last).then_some(Pause { from, through, last })
        })
    }

    /// Whether the person left the plan on a date or before it.
    pub(super) fn is_left(&self, date: CivilDate) -> bool {
        self.in_effect(date).any(|made| matches!(made.change, Change::Leave))
    }

    /// Changes in effect on a date, in the order in which they were made.
    pub(super) fn in_effect(&self, date: CivilDate) -> impl Iterator<Item = &EnrolmentChange> {
        self.changes.iter().filter(move |made| made.effective_from <= date)
    }
}
