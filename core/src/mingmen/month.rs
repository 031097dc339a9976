//! The calendar page: one month, day by day.

use chrono::{Datelike, Days, Months};

use crate::plan::{Running, Session};
use crate::store::Reading;
use crate::zone::{CivilDate, Moment, Now, Weekday};

use super::facts::Log;
use super::progress::check_date;
use super::{Mingmen, MonthDay, MonthPage, MonthSession, Result, words};

impl Mingmen {
    /// The calendar page of the month that a date falls in, in whole weeks that begin on `week_begins`: what is done, what
    /// is due, and what rests. A session that went by undone is not shown: its day looks like a rest day.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`](super::MingmenError::InvalidInput) for a date outside the years 1970 to 2099.
    pub fn month(&self, date: CivilDate, week_begins: Weekday, now: &Now) -> Result<MonthPage> {
        let moment = Moment::check(now)?;
        check_date(date)?;
        let days = days_shown(date, week_begins);
        self.store.read(|reading| {
            let (Some(first), Some(last)) = (days.first(), days.last()) else {
                return Ok(MonthPage::default());
            };
            let log = Log::read(reading, self, *first..=*last, moment.day)?;
            let phrases = self.phrases();
            let weekdays = days.iter().take(7).map(|day| phrases.weekday_short(Weekday::of(*day)).to_owned());
            Ok(MonthPage {
                title: phrases.month_title(phrases.month(date.month()), date.year()),
                weekdays: weekdays.collect(),
                days: days
                    .iter()
                    .map(|day| self.month_day(reading, &log, &moment, *day, date.month()))
                    .collect::<Result<_>>()?,
            })
        })
    }

    fn month_day(
        &self,
        reading: &Reading<'_>,
        log: &Log,
        moment: &Moment,
        date: CivilDate,
        month: u32,
    ) -> Result<MonthDay> {
        let phrases = self.phrases();
        let day = log.facts().day(date);
        let mut sessions = Vec::new();
        for run in log.enrolments.iter().filter(|_| moment.zone.has_day(date)) {
            for (session, is_done) in shown(log, run, date) {
                sessions.push(MonthSession {
                    enrolment: session.enrolment.clone(),
                    time: session.time,
                    time_text: words::clock(session.time),
                    title: self.routine_of(reading, &session.routine)?.name.clone(),
                    minutes: session.minutes,
                    is_done,
                });
            }
        }
        sessions.sort_by_key(|session| crate::plan::evening_order(session.time));
        Ok(MonthDay {
            date,
            date_text: words::long_date(phrases, date),
            in_month: date.month() == month,
            is_today: day.is_today,
            state: day.state,
            minutes: day.minutes,
            sessions,
            spoken: phrases.day_spoken(words::long_date(phrases, date), words::day_state(phrases, day.state)),
        })
    }
}

/// The sessions of a day that are shown, and whether each is done.
fn shown(log: &Log, run: &Running, date: CivilDate) -> impl Iterator<Item = (Session, bool)> {
    let done = usize::from(log.facts().sessions_done_for(&run.enrolment.id, date));
    let has_gone_by = date < log.today;
    let sessions = run.sessions_on(date).into_iter().enumerate();
    sessions
        .map(move |(index, session)| (session, index < done))
        .filter(move |(_, is_done)| *is_done || !has_gone_by)
}

/// Every day of the month, and of the weeks that it begins and ends in.
fn days_shown(date: CivilDate, week_begins: Weekday) -> Vec<CivilDate> {
    let first = date.with_day(1).unwrap_or(date);
    let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
    let into_week = |day: CivilDate| (Weekday::of(day) as u64 + 7 - week_begins as u64) % 7;
    let from = first.checked_sub_days(Days::new(into_week(first))).unwrap_or(first);
    let through = next.checked_add_days(Days::new((7 - into_week(next)) % 7)).unwrap_or(next);
    from.iter_days().take_while(|day| *day < through).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_month_is_shown_in_whole_weeks_that_begin_where_the_person_wants() {
        let may: CivilDate = "2026-05-20".parse().unwrap();
        let span = |begins| {
            let days = days_shown(may, begins);
            (days[0].to_string(), days[days.len() - 1].to_string())
        };
        assert_eq!(span(Weekday::Monday), ("2026-04-27".into(), "2026-05-31".into()));
        assert_eq!(span(Weekday::Sunday), ("2026-04-26".into(), "2026-06-06".into()));
        assert_eq!(span(Weekday::Saturday), ("2026-04-25".into(), "2026-06-05".into()));
    }

    proptest! {
        #[test]
        fn every_day_of_the_month_is_there_once(
            day in 0i32..47_000, begins in prop::sample::select(Weekday::ALL.to_vec()),
        ) {
            let date = CivilDate::from_epoch_days(day).unwrap();
            let days = days_shown(date, begins);
            prop_assert!(days.len().is_multiple_of(7) && days.len() <= 42);
            prop_assert_eq!(Weekday::of(days[0]), begins);
            let of_month = days.iter().filter(|day| day.month() == date.month()).count();
            let last = date.with_day(1).unwrap() + Months::new(1);
            prop_assert_eq!(of_month, usize::try_from(last.pred_opt().unwrap().day()).unwrap());
            prop_assert!(days.windows(2).all(|pair| pair[0].succ_opt() == Some(pair[1])));
            // No week is shown that has no day of the month.
            prop_assert!(days.chunks(7).all(|week| week.iter().any(|day| day.month() == date.month())));
        }
    }
}
