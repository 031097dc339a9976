//! Which week of the plan a date is in, and what is due on it.

use chrono::{Days, NaiveTime};

use crate::catalogue::Posture;
use crate::zone::{CivilDate, WallTime, Weekday, week_days, week_start};

use super::{Change, Enrolment, PlanRules, PlanWeek, Session, SessionLength, TimePolicy, WeeklySlot};

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
}

/// How an enrolment stands on one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The first day is still to come.
    Ahead,
    /// In this week of the plan, from 1.
    Week(u8),
    /// In a pause, through this date; with the week it will go on with.
    Paused(CivilDate, u8),
    /// All weeks are done.
    Over,
    /// The person left the plan.
    Left,
}

/// Sorts times as a practice day has them: those before 03:00 come after the evening.
#[must_use]
pub fn evening_order(time: WallTime) -> (bool, WallTime) {
    let day_begins = NaiveTime::from_hms_opt(3, 0, 0).unwrap_or_default();
    (time < day_begins, time)
}

impl Enrolment {
    /// What holds on a date: for each kind of setting the change made last among those in effect.
    #[must_use]
    pub fn settings_on(&self, date: CivilDate) -> Settings {
        let mut settings = Settings {
            slots: self.start.slots.clone(),
            time_policy: self.start.time_policy.clone(),
            posture: self.start.posture,
            length: self.start.length,
        };
        for change in self.in_effect(date) {
            match change {
                Change::Slots { slots, time_policy } => {
                    settings.slots.clone_from(slots);
                    settings.time_policy.clone_from(time_policy);
                }
                Change::Posture { posture } => settings.posture = *posture,
                Change::Length { length } => settings.length = *length,
                Change::Hold | Change::Pause { .. } | Change::Resume | Change::Leave => {}
            }
        }
        settings
    }

    /// How the plan stands on a date.
    #[must_use]
    pub fn standing(&self, rules: &PlanRules, date: CivilDate) -> Standing {
        if date < self.start.starts_on {
            return Standing::Ahead;
        }
        if self.in_effect(date).any(|change| matches!(change, Change::Leave)) {
            return Standing::Left;
        }
        let Some(week) = self.week_number(rules, date) else { return Standing::Over };
        self.paused_through(date).map_or(Standing::Week(week), |through| Standing::Paused(through, week))
    }

    /// The sessions due on a date, earliest first.
    #[must_use]
    pub fn sessions_on(&self, rules: &PlanRules, date: CivilDate) -> Vec<Session> {
        let Standing::Week(week) = self.standing(rules, date) else { return Vec::new() };
        let Some((_, phase)) = rules.phase_of(week) else { return Vec::new() };
        let settings = self.settings_on(date);
        let Some(minutes) = rules.minutes(week, settings.length) else { return Vec::new() };
        let mut times: Vec<WallTime> = settings
            .slots
            .iter()
            .filter(|slot| slot.weekday == Weekday::of(date))
            .map(|slot| slot.time)
            .collect();
        times.sort_by_key(|time| evening_order(*time));
        let session = |time| Session {
            enrolment: self.id.clone(),
            date,
            time,
            time_policy: settings.time_policy.clone(),
            week,
            routine: phase.routine.clone(),
            minutes,
            posture: settings.posture,
        };
        times.into_iter().map(session).collect()
    }

    /// The calendar weeks of the plan from its first to its last, as they stand now. `done` and `is_now` are left open.
    #[must_use]
    pub fn weeks(&self, rules: &PlanRules) -> Vec<PlanWeek> {
        // A plan that is paused again and again still ends somewhere on this page.
        const MOST_WEEKS: usize = 520;
        let mondays = self.first_monday().iter_weeks().take(MOST_WEEKS);
        mondays.map_while(|monday| self.plan_week(rules, monday)).collect()
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

    fn plan_week(&self, rules: &PlanRules, monday: CivilDate) -> Option<PlanWeek> {
        let sunday = monday.checked_add_days(Days::new(6))?;
        let week = match self.standing(rules, sunday) {
            Standing::Week(week) | Standing::Paused(_, week) => week,
            Standing::Ahead | Standing::Over | Standing::Left => return None,
        };
        let (phase_index, phase) = rules.phase_of(week)?;
        let due = week_days(monday).map(|day| self.sessions_on(rules, day).len()).sum::<usize>();
        Some(PlanWeek {
            week,
            starts_on: monday,
            phase: u8::try_from(phase_index).unwrap_or(u8::MAX),
            routine: phase.routine.clone(),
            minutes: rules.minutes(week, self.settings_on(sunday).length)?,
            sessions_due: u8::try_from(due).unwrap_or(u8::MAX),
            sessions_done: 0,
            is_now: false,
        })
    }

    /// The number of the plan week, from 1: calendar weeks since the first, less those that were held or wholly paused.
    fn week_number(&self, rules: &PlanRules, date: CivilDate) -> Option<u8> {
        let this_monday = week_start(date);
        let earlier = self.first_monday().iter_weeks().take_while(|monday| *monday < this_monday);
        let weeks = usize::from(rules.weeks);
        // Counting stops with the plan: years later, asking costs no more.
        let moved_on = earlier.filter(|monday| self.moves_on_after(*monday)).take(weeks).count();
        (moved_on < weeks).then(|| u8::try_from(moved_on + 1).unwrap_or(u8::MAX))
    }

    /// Whether the plan moves on after the calendar week that begins on `monday`.
    fn moves_on_after(&self, monday: CivilDate) -> bool {
        let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
        let held = self.changes.iter().any(|change| {
            matches!(change.change, Change::Hold) && (monday..=sunday).contains(&change.effective_from)
        });
        !held && !week_days(monday).all(|day| self.paused_through(day).is_some())
    }

    /// The last day of the pause that a date falls in.
    fn paused_through(&self, date: CivilDate) -> Option<CivilDate> {
        let last = self
            .in_effect(date)
            .filter_map(|change| match change {
                Change::Pause { through } => Some(Some(*through)),
                Change::Resume => Some(None),
                _ => None,
            })
            .last()?;
        last.filter(|through| date <= *through)
    }

    /// Changes in effect on a date, in the order in which they were made.
    fn in_effect(&self, date: CivilDate) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.effective_from <= date).map(|change| &change.change)
    }
}
