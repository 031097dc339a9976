//! Looking at a week, a day, and what will ring.

use chrono::Days;

use crate::reminder::{Reminder, next_rings};
use crate::safety::Gate;
use crate::store::Reading;
use crate::zone::{CivilDate, Moment, Now, is_plannable, week_start};

use super::facts::{self, Log};
use super::{DayLog, Mingmen, MingmenError, ProgressPage, Result, words};

/// The most reminders that may be pending: iOS keeps 64 and drops the rest
/// (Apple, UNUserNotificationCenter; four are kept free for others).
const MOST_REMINDERS: u32 = 60;

impl Mingmen {
    /// The progress page for the civil week that a date falls in.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for a date outside the years 1970 to 2099.
    pub fn progress(&self, date: CivilDate, now: &Now) -> Result<ProgressPage> {
        let moment = Moment::check(now)?;
        check_date(date)?;
        let monday = week_start(date);
        let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
        let (log, has_earlier) = self.store.read(|reading| {
            let log = Log::read(reading, self, monday..=sunday, moment.day)?;
            Ok::<_, MingmenError>((log, has_earlier(reading, monday)?))
        })?;
        let phrases = self.phrases();
        let mut week = log.facts().week(date);
        words::describe_week(phrases, &mut week, moment.day);
        let span = words::span(phrases, week.starts_on, week.ends_on);
        let span = week.plan_week.map_or(span.clone(), |plan_week| phrases.span_and_week(span, plan_week));
        Ok(ProgressPage { week, span, has_earlier })
    }

    /// Everything that happened on a practice day.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for a date outside the years 1970 to 2099.
    pub fn day_log(&self, date: CivilDate) -> Result<DayLog> {
        check_date(date)?;
        self.store.read(|reading| {
            let practices = reading.practices_between(date..=date)?;
            let check_ins = reading.check_ins_between(date..=date)?;
            let notes = reading.notes_between(date..=date)?;
            let notes = notes.iter().map(|note| self.note_line(note)).collect::<Result<_>>()?;
            Ok(DayLog { date, practices, check_ins, notes })
        })
    }

    /// The next reminders to ring, nearest first. None while practice is shut.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for a count of more than 60.
    pub fn reminders(&self, count: u32, now: &Now) -> Result<Vec<Reminder>> {
        let moment = Moment::check(now)?;
        if count > MOST_REMINDERS {
            return Err(MingmenError::invalid("count", "must be at most 60"));
        }
        self.store.read(|reading| {
            if !matches!(self.gate_of(reading)?, Gate::Open { .. }) {
                return Ok(Vec::new());
            }
            let log = Log::read(reading, self, facts::around(&moment), moment.day)?;
            Ok(self.reminders_of(&log, &moment, count as usize))
        })
    }

    /// What rings next while practice is open; while it is shut nothing may, and whoever asks has looked at the gate.
    pub(super) fn reminders_of(&self, log: &Log, moment: &Moment, count: usize) -> Vec<Reminder> {
        let rings = next_rings(&log.facts(), moment, count);
        rings.iter().map(|ring| words::reminder(self.phrases(), ring)).collect()
    }
}

pub(super) fn check_date(date: CivilDate) -> Result<()> {
    if is_plannable(date) {
        return Ok(());
    }
    Err(MingmenError::invalid("date", "must lie in the years 1970 to 2099"))
}

/// Whether anything happened before a week.
fn has_earlier(reading: &Reading<'_>, monday: CivilDate) -> Result<bool> {
    let Some(eve) = monday.pred_opt() else { return Ok(false) };
    let long_ago = CivilDate::default();
    let practised = !reading.practices_between(long_ago..=eve)?.is_empty();
    Ok(practised || !reading.check_ins_between(long_ago..=eve)?.is_empty())
}
