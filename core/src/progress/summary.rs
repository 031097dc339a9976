//! A week worked out from what was planned and what was done.

use chrono::Days;

use crate::plan::{EnrolmentId, Running, Standing};
use crate::practice::{CheckIn, CheckInMoment, Practice};
use crate::zone::{CivilDate, week_days, week_start};

use super::{DayState, DaySummary, WeekState, WeekSummary};

/// Three sessions meet a week whatever its goal: the article asks for three or four (article 000, line 21).
pub const ARTICLE_SESSIONS: u8 = 3;

/// Everything that a week is worked out from. Practices and check-ins of other weeks do no harm.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Every enrolment with the rules of its plan.
    pub enrolments: &'a [Running],
    /// What was practised.
    pub practices: &'a [Practice],
    /// What was noted.
    pub check_ins: &'a [CheckIn],
    /// The practice day of today.
    pub today: CivilDate,
}

impl Facts<'_> {
    /// Sums up the civil week that a date falls in. Its sentences are left empty.
    #[must_use]
    pub fn week(&self, date: CivilDate) -> WeekSummary {
        let starts_on = week_start(date);
        let days: Vec<DaySummary> = week_days(starts_on).map(|day| self.day(day)).collect();
        let sessions_due = days.iter().fold(0, |sum: u8, day| sum.saturating_add(day.sessions_due));
        let sessions_done = days.iter().fold(0, |sum: u8, day| sum.saturating_add(day.sessions_done));
        let minutes_done = days.iter().fold(0, |sum: u16, day| sum.saturating_add(day.minutes));
        let mut week = WeekSummary {
            starts_on,
            ends_on: starts_on.checked_add_days(Days::new(6)).unwrap_or(starts_on),
            plan_week: self.plan_week(starts_on),
            state: WeekState::Open,
            sessions_due,
            sessions_done,
            minutes_due: self.minutes_due(starts_on),
            minutes_done,
            days,
            heading: String::new(),
            detail: String::new(),
            spoken: String::new(),
        };
        week.state = state(&week);
        week
    }

    /// Sums up every civil week from that of one date through that of another. Each looks only at its own practices and
    /// check-ins, for which both have to be in the order of their dates.
    #[must_use]
    pub fn weeks(&self, from: CivilDate, through: CivilDate) -> Vec<WeekSummary> {
        let mondays = week_start(from).iter_weeks().take_while(|monday| *monday <= through);
        mondays.map(|monday| self.within(monday, 7).week(monday)).collect()
    }

    /// The same facts with the practices and check-ins of so many days alone.
    #[must_use]
    pub fn within(&self, from: CivilDate, days: u64) -> Self {
        let end = from.checked_add_days(Days::new(days)).unwrap_or(from);
        let practices = self.practices.partition_point(|practice| practice.date < from)
            ..self.practices.partition_point(|practice| practice.date < end);
        let check_ins = self.check_ins.partition_point(|check_in| check_in.date < from)
            ..self.check_ins.partition_point(|check_in| check_in.date < end);
        Facts {
            practices: self.practices.get(practices).unwrap_or_default(),
            check_ins: self.check_ins.get(check_ins).unwrap_or_default(),
            ..*self
        }
    }

    /// Sessions done for a plan on a day.
    #[must_use]
    pub fn sessions_done(&self, date: CivilDate) -> u8 {
        let done =
            self.practices.iter().filter(|practice| practice.date == date && practice.counts_as_session());
        u8::try_from(done.count()).unwrap_or(u8::MAX)
    }

    /// Sessions done for one enrolment on a day.
    #[must_use]
    pub fn sessions_done_for(&self, enrolment: &EnrolmentId, date: CivilDate) -> u8 {
        let ours = |practice: &&Practice| {
            practice.date == date && practice.counts_as_session() && practice.is_for(enrolment)
        };
        u8::try_from(self.practices.iter().filter(ours).count()).unwrap_or(u8::MAX)
    }

    /// Sessions due on a day, with those of every enrolment.
    #[must_use]
    pub fn sessions_due(&self, date: CivilDate) -> u8 {
        let due = self.enrolments.iter().map(|run| run.sessions_on(date).len());
        u8::try_from(due.sum::<usize>()).unwrap_or(u8::MAX)
    }

    /// Whether as many sessions were done in the civil week of a day as are due in all of it.
    #[must_use]
    pub fn goal_is_met(&self, date: CivilDate) -> bool {
        let sum = |count: &dyn Fn(CivilDate) -> u8| {
            week_days(week_start(date)).map(|day| u32::from(count(day))).sum()
        };
        let done: u32 = sum(&|day| self.sessions_done(day));
        done > 0 && done >= sum(&|day| self.sessions_due(day))
    }

    /// Sums up one day.
    #[must_use]
    pub fn day(&self, date: CivilDate) -> DaySummary {
        let practised_ms: u64 = self
            .practices
            .iter()
            .filter(|practice| practice.date == date)
            .map(|practice| u64::from(practice.practised_ms))
            .sum();
        let minutes = u16::try_from(practised_ms / 60_000).unwrap_or(u16::MAX);
        let (sessions_due, sessions_done) = (self.sessions_due(date), self.sessions_done(date));
        let mut befores = self.pains(date, CheckInMoment::Before);
        let mut afters = self.pains(date, CheckInMoment::After);
        DaySummary {
            date,
            is_today: date == self.today,
            state: self.day_state(date, sessions_due, sessions_done, minutes),
            sessions_due,
            sessions_done,
            minutes,
            pain_before: befores.next(),
            pain_after: afters.next_back(),
        }
    }

    fn day_state(&self, date: CivilDate, due: u8, done: u8, minutes: u16) -> DayState {
        if date == self.today && due > done {
            return DayState::Due;
        }
        // While a plan runs the marks count its sessions; without one every minute is a day practised.
        if done > 0 || (minutes > 0 && !self.has_plan(date)) {
            return DayState::Done;
        }
        if date > self.today && due > 0 {
            return DayState::Planned;
        }
        if self.is_paused(date) { DayState::Paused } else { DayState::Rest }
    }

    fn has_plan(&self, date: CivilDate) -> bool {
        let mut standings = self.enrolments.iter().map(|run| run.standing(date));
        standings.any(|standing| matches!(standing, Standing::Week(_) | Standing::Paused(..)))
    }

    fn is_paused(&self, date: CivilDate) -> bool {
        let mut standings = self.enrolments.iter().map(|run| run.standing(date));
        standings.any(|standing| matches!(standing, Standing::Paused(..)))
    }

    /// Pain noted on a day at one moment, in the order in which it was noted.
    fn pains(&self, date: CivilDate, moment: CheckInMoment) -> impl DoubleEndedIterator<Item = u8> {
        let mut noted: Vec<&CheckIn> = self
            .check_ins
            .iter()
            .filter(|check_in| check_in.date == date && check_in.noted.moment == moment)
            .collect();
        noted.sort_by_key(|check_in| check_in.noted_at);
        noted.into_iter().filter_map(|check_in| check_in.noted.pain)
    }

    /// The week of the plan that was begun last among those that run in a civil week.
    fn plan_week(&self, monday: CivilDate) -> Option<u8> {
        let standing_on = |day: CivilDate| {
            let mut standings = self.enrolments.iter().rev().map(move |run| run.standing(day));
            standings.find_map(|standing| match standing {
                Standing::Week(week) | Standing::Paused(_, week) => Some(week),
                Standing::Ahead | Standing::Over | Standing::Left => None,
            })
        };
        week_days(monday).find_map(standing_on)
    }

    fn minutes_due(&self, monday: CivilDate) -> u16 {
        let minutes = week_days(monday).flat_map(|day| {
            let sessions = self.enrolments.iter().flat_map(move |run| run.sessions_on(day));
            sessions.map(|session| session.minutes)
        });
        minutes.fold(0, u16::saturating_add)
    }
}

fn state(week: &WeekSummary) -> WeekState {
    let enough = week.sessions_due.clamp(1, ARTICLE_SESSIONS);
    if week.sessions_done >= enough {
        return WeekState::Met;
    }
    if week.sessions_done > 0 || week.minutes_done > 0 {
        return WeekState::Partly;
    }
    let paused = week.days.iter().any(|day| day.state == DayState::Paused);
    if paused && week.sessions_due == 0 { WeekState::Paused } else { WeekState::Open }
}
