//! Which week of the plan a date is in, and what is due on it.

use std::collections::BTreeSet;

use chrono::Days;

use crate::practice::Practice;
use crate::zone::{CivilDate, WallTime, Weekday, week_days, week_start};

use super::moves::{Moved, moved_sessions, times_with};
use super::{AdvanceBy, Change, Enrolment, PlanRules, PlanWeek, Session, evening_order};

/// The most calendar weeks that are looked at: a plan that is paused again and again still ends somewhere.
const MOST_WEEKS: usize = 520;

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

/// An enrolment with the rules of its plan, and what was practised for it where that moves the plan on: everything that
/// weeks and sessions are worked out from, so that every caller gets the same answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// The enrolment.
    pub enrolment: Enrolment,
    /// What its plan asks for.
    pub rules: PlanRules,
    /// Mondays of past weeks that were to be earned and were not.
    unearned: BTreeSet<CivilDate>,
    moved: Vec<Moved>,
}

impl Running {
    /// Puts them together. Of `practices`, those for this enrolment count, and none is needed unless
    /// [`Running::is_earned`]. `today` is the practice day: a week is earned or not once it has gone by.
    #[must_use]
    pub fn new(enrolment: Enrolment, rules: PlanRules, practices: &[Practice], today: CivilDate) -> Running {
        let moved = moved_sessions(&enrolment);
        let mut run = Running { enrolment, rules, unearned: BTreeSet::new(), moved };
        if Running::is_earned(&run.enrolment) {
            let mondays = run.enrolment.first_monday().iter_weeks().take(MOST_WEEKS);
            for monday in mondays.take_while(|monday| *monday < week_start(today)) {
                // The sessions of a week depend on the weeks before it alone.
                if !run.is_met(monday, practices) {
                    run.unearned.insert(monday);
                }
            }
        }
        run
    }

    /// Whether what was practised moves this enrolment on, now or at any time.
    #[must_use]
    pub fn is_earned(enrolment: &Enrolment) -> bool {
        enrolment.changes.iter().any(|made| matches!(made.change, Change::Advance { by: AdvanceBy::Earned }))
    }

    /// How the plan stands on a date.
    #[must_use]
    pub fn standing(&self, date: CivilDate) -> Standing {
        if date < self.enrolment.start.starts_on {
            return Standing::Ahead;
        }
        if self.enrolment.is_left(date) {
            return Standing::Left;
        }
        let Some(week) = self.week_number(date) else { return Standing::Over };
        let paused = self.enrolment.paused_through(date);
        paused.map_or(Standing::Week(week), |through| Standing::Paused(through, week))
    }

    /// Whether the calendar week of a date is held: then its week of the plan comes once more.
    #[must_use]
    pub fn is_held(&self, date: CivilDate) -> bool {
        let monday = week_start(date);
        self.enrolment
            .changes
            .iter()
            .any(|made| matches!(made.change, Change::Hold) && week_start(made.effective_from) == monday)
    }

    /// The sessions due on a date, earliest first.
    #[must_use]
    pub fn sessions_on(&self, date: CivilDate) -> Vec<Session> {
        let Standing::Week(week) = self.standing(date) else { return Vec::new() };
        let Some((_, phase)) = self.rules.phase_of(week) else { return Vec::new() };
        let settings = self.enrolment.settings_on(date);
        let Some(minutes) = self.rules.minutes(week, settings.length) else { return Vec::new() };
        let of_day = settings.slots.iter().filter(|slot| slot.weekday == Weekday::of(date));
        let mut times: Vec<WallTime> = times_with(&self.moved, date, of_day.map(|slot| slot.time));
        times.sort_by_key(|time| evening_order(*time));
        let session = |time| Session {
            enrolment: self.enrolment.id.clone(),
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

    /// The calendar weeks of the plan from its first to its last, as they stand now; of a plan without an end, those that
    /// begin by `through`. `done` and `is_now` are left open.
    #[must_use]
    pub fn weeks(&self, through: CivilDate) -> Vec<PlanWeek> {
        let endless = self.rules.weeks.is_none();
        let turns = |monday: CivilDate| {
            self.enrolment
                .changes
                .iter()
                .any(|made| matches!(made.change, Change::GoTo { .. }) && made.effective_from > monday)
        };
        let mondays = self.enrolment.first_monday().iter_weeks().take(MOST_WEEKS);
        let shown = mondays.take_while(|monday| !endless || *monday <= through);
        // A plan that was over may have been taken up again: then its weeks go on after a gap.
        let shown = shown.take_while(|monday| self.plan_week(*monday).is_some() || turns(*monday));
        shown.filter_map(|monday| self.plan_week(monday)).collect()
    }

    fn plan_week(&self, monday: CivilDate) -> Option<PlanWeek> {
        let sunday = monday.checked_add_days(Days::new(6))?;
        let week = match self.standing(sunday) {
            Standing::Week(week) | Standing::Paused(_, week) => week,
            Standing::Ahead | Standing::Over | Standing::Left => return None,
        };
        let (phase_index, phase) = self.rules.phase_of(week)?;
        Some(PlanWeek {
            week,
            starts_on: monday,
            phase: u8::try_from(phase_index).unwrap_or(u8::MAX),
            routine: phase.routine.clone(),
            minutes: self.rules.minutes(week, self.enrolment.settings_on(sunday).length)?,
            sessions_due: u8::try_from(self.due_in(monday)).unwrap_or(u8::MAX),
            sessions_done: 0,
            is_now: false,
        })
    }

    fn due_in(&self, monday: CivilDate) -> usize {
        week_days(monday).map(|day| self.sessions_on(day).len()).sum()
    }

    /// The number of the plan week, from 1: calendar weeks since the first, or since the person went to another, less
    /// those that were held, wholly paused or not earned.
    fn week_number(&self, date: CivilDate) -> Option<u8> {
        let (counted_from, first) = self.counted_from(date);
        let this_monday = week_start(date);
        let moved_on = if self.is_plain() {
            let weeks = this_monday.signed_duration_since(counted_from).num_weeks();
            usize::try_from(weeks).unwrap_or(0)
        } else {
            // Counting stops with the plan: years later, asking costs no more.
            let most = self.rules.weeks.map_or(MOST_WEEKS, usize::from);
            let earlier = counted_from.iter_weeks().take_while(|monday| *monday < this_monday);
            earlier.filter(|monday| self.moves_on_after(*monday)).take(most).count()
        };
        let week = u8::try_from(usize::from(first) + moved_on).unwrap_or(u8::MAX);
        self.rules.has_week(week).then_some(week)
    }

    /// The Monday that weeks are counted from on a date, and the week that it is in.
    fn counted_from(&self, date: CivilDate) -> (CivilDate, u8) {
        let first_monday = self.enrolment.first_monday();
        let turns = self.enrolment.in_effect(date).filter_map(|made| match made.change {
            Change::GoTo { week } => Some((week_start(made.effective_from).max(first_monday), week)),
            _ => None,
        });
        turns.last().unwrap_or((first_monday, 1))
    }

    /// Whether each calendar week is a week of the plan.
    fn is_plain(&self) -> bool {
        let changes = &self.enrolment.changes;
        let stays = |change: &Change| matches!(change, Change::Hold | Change::Pause { .. });
        self.unearned.is_empty() && !changes.iter().any(|made| stays(&made.change))
    }

    /// Whether the plan moves on after the calendar week that begins on `monday`.
    fn moves_on_after(&self, monday: CivilDate) -> bool {
        let paused = || week_days(monday).all(|day| self.enrolment.paused_through(day).is_some());
        !self.is_held(monday) && !self.unearned.contains(&monday) && !paused()
    }

    /// Whether a calendar week moves the plan on as far as practice goes: always by the calendar; where weeks are to be
    /// earned, once its sessions are done or as many as the floor. A week in which nothing was due asks for nothing.
    fn is_met(&self, monday: CivilDate, practices: &[Practice]) -> bool {
        let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
        if self.enrolment.settings_on(sunday).advance == AdvanceBy::Calendar {
            return true;
        }
        let ours = |practice: &&Practice| {
            (monday..=sunday).contains(&practice.date)
                && practice.counts_as_session()
                && practice.is_for(&self.enrolment.id)
        };
        let done = practices.iter().filter(ours).count();
        done >= self.due_in(monday).min(usize::from(self.rules.goal_floor))
    }
}
