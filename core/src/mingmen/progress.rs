//! Looking at a week.

use chrono::Days;

use crate::zone::{CivilDate, Moment, Now, is_plannable, week_start};

use super::facts::Log;
use super::{Mingmen, MingmenError, ProgressPage, Result, words};

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
        let (log, has_earlier, recent) = self.store.read(|reading| {
            let log = Log::read(reading, self, monday..=sunday, moment.day)?;
            let recent = self.recent_weeks(reading, moment.day)?;
            Ok::<_, MingmenError>((log, reading.has_anything_before(monday)?, recent))
        })?;
        let phrases = self.phrases();
        let mut week = log.facts().week(date);
        words::describe_week(phrases, &mut week, moment.day);
        let span = words::span(phrases, week.starts_on, week.ends_on);
        let span = week.plan_week.map_or(span.clone(), |plan_week| phrases.span_and_week(span, plan_week));
        let (regularity, pain) = recent;
        Ok(ProgressPage { week, span, has_earlier, regularity, pain })
    }
}

pub(super) fn check_date(date: CivilDate) -> Result<()> {
    if is_plannable(date) {
        return Ok(());
    }
    Err(MingmenError::invalid("date", "must lie in the years 1970 to 2099"))
}
