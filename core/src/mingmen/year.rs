//! The year page: days, hours, rings, and what was practised most.

use std::collections::{BTreeMap, HashMap};

use chrono::Datelike;

use crate::catalogue::{MovementId, RoutineId};
use crate::plan::{PlanWeek, Running};
use crate::practice::Practice;
use crate::progress::{
    Amount, Facts, LEVELS, WeekState, YearDay, band_span, hours, movements, routines, year_begins, year_days,
};
use crate::store::Reading;
use crate::zone::{CivilDate, Moment, Now, Weekday};

use super::facts::Log;
use super::progress_words::{self, time, week_state};
use super::{
    HeatDay, HeatMap, HeatMonth, HourBand, HoursChart, Mingmen, MingmenError, PlanRing, PractisedRow, Result,
    RingWeek, YearPage, words,
};

/// So many routines, and so many movements, are named.
const NAMED: usize = 5;

impl Mingmen {
    /// The year page: the last 53 weeks day by day, in weeks that begin on `week_begins`, each plan that runs as a ring, the
    /// hours of practice, and what was practised most.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn year(&self, week_begins: Weekday, now: &Now) -> Result<YearPage> {
        let moment = Moment::check(now)?;
        let phrases = self.phrases();
        let from = year_begins(moment.day, week_begins);
        self.store.read(|reading| {
            let mut log = Log::read(reading, self, from..=moment.day, moment.day)?;
            let rings = self.rings(reading, &log)?;
            log.check_ins.clear();
            let days = year_days(&log.practices, from, moment.day);
            Ok(YearPage {
                summary: self.year_summary(&days),
                heat: self.heat(&days, week_begins),
                rings,
                hours: self.hours_chart(&log.practices),
                routines: self.most_practised_routines(reading, &log.practices)?,
                movements: self.most_practised_movements(reading, &log.practices)?,
                movements_note: phrases.movements_note(),
            })
        })
    }

    fn year_summary(&self, days: &[YearDay]) -> String {
        let phrases = self.phrases();
        let practised = days.iter().filter(|day| day.minutes > 0).count();
        if practised == 0 {
            return phrases.year_none();
        }
        let minutes = days.iter().map(|day| u32::from(day.minutes)).sum();
        phrases.year_summary(progress_words::days(phrases, practised), time(phrases, minutes))
    }

    fn heat(&self, days: &[YearDay], week_begins: Weekday) -> HeatMap {
        let phrases = self.phrases();
        let weekdays = Weekday::ALL.into_iter().cycle().skip(week_begins as usize).take(7);
        let first_of_month = days.iter().filter(|day| day.date.day() == 1);
        let day = |day: &YearDay| {
            let date = words::long_date(phrases, day.date);
            HeatDay {
                date: day.date,
                column: day.column,
                row: day.row,
                minutes: day.minutes,
                level: day.level,
                spoken: match day.minutes {
                    0 => phrases.day_none(date),
                    minutes => phrases.day_minutes(date, phrases.minutes(u32::from(minutes))),
                },
            }
        };
        HeatMap {
            weekdays: weekdays.map(|day| phrases.weekday_short(day).to_owned()).collect(),
            months: first_of_month
                .map(|day| HeatMonth { column: day.column, text: phrases.month(day.date.month()).to_owned() })
                .collect(),
            levels: self.levels(),
            days: days.iter().map(day).collect(),
        }
    }

    fn levels(&self) -> Vec<String> {
        let phrases = self.phrases();
        let [_, second, third, fourth] = LEVELS;
        vec![
            phrases.heat_none(),
            phrases.heat_under(second),
            phrases.heat_between(second, third - 1),
            phrases.heat_between(third, fourth - 1),
            phrases.heat_from(fourth),
        ]
    }

    fn rings(&self, reading: &Reading<'_>, log: &Log) -> Result<Vec<PlanRing>> {
        let runs: Vec<&Running> = log.live().collect();
        let runs = if runs.is_empty() { log.current().into_iter().collect() } else { runs };
        runs.into_iter().map(|run| self.ring(reading, run, log.today)).collect()
    }

    /// A plan's weeks from its first on, which may lie further back than a year.
    fn ring(&self, reading: &Reading<'_>, run: &Running, today: CivilDate) -> Result<PlanRing> {
        let phrases = self.phrases();
        let start = &run.enrolment.start;
        let practices = if start.starts_on <= today {
            reading.practices_between(start.starts_on..=today)?
        } else {
            Vec::new()
        };
        let ours: Vec<Practice> =
            practices.into_iter().filter(|practice| practice.is_for(&run.enrolment.id)).collect();
        let facts = Facts { enrolments: std::slice::from_ref(run), practices: &ours, check_ins: &[], today };
        let states = best_of_each_week(&run.weeks(today), &facts);
        let met = states.values().filter(|state| **state == WeekState::Met).count();
        let met = u8::try_from(met).unwrap_or(u8::MAX);
        let week = |(week, state): (u8, WeekState)| RingWeek {
            week,
            state,
            spoken: phrases.ring_week(week, week_state(phrases, state)),
        };
        let of = run.rules.weeks;
        Ok(PlanRing {
            enrolment: run.enrolment.id.clone(),
            title: self.plan_content(&start.plan)?.name.clone(),
            met,
            of,
            text: of.map_or_else(|| phrases.ring_endless(met), |of| phrases.ring_of(met, of)),
            weeks: states.into_iter().map(week).collect(),
        })
    }

    fn hours_chart(&self, practices: &[Practice]) -> HoursChart {
        let phrases = self.phrases();
        let counted = hours(practices);
        let band = |(band, count): (usize, &u16)| {
            let (from, until) = band_span(band);
            let text = phrases.band_text(words::clock(from), words::clock(until));
            let spoken = phrases.band_spoken(&text, progress_words::practices(phrases, u32::from(*count)));
            HourBand { from, until, practices: *count, text, spoken }
        };
        let bands: Vec<HourBand> = counted.bands.iter().enumerate().map(band).collect();
        let mut summary = Vec::new();
        // Of two bands that are equal the earlier is named.
        let most = bands.iter().rev().max_by_key(|band| band.practices).filter(|band| band.practices > 0);
        summary.extend(most.map(|most| phrases.hours_summary(&most.text)));
        if counted.without_time > 0 {
            let by_hand = progress_words::practices(phrases, u32::from(counted.without_time));
            summary.push(phrases.hours_by_hand(by_hand));
        }
        HoursChart { bands, without_time: counted.without_time, summary: summary.join(" ") }
    }

    fn most_practised_routines(
        &self,
        reading: &Reading<'_>,
        practices: &[Practice],
    ) -> Result<Vec<PractisedRow>> {
        let mut rows = Vec::new();
        for (routine, amount) in routines(practices) {
            if rows.len() == NAMED {
                break;
            }
            let name = found(self.routine_of(reading, &routine))?.map(|routine| routine.name.clone());
            rows.extend(name.map(|name| self.practised_row(name, amount)));
        }
        Ok(rows)
    }

    fn most_practised_movements(
        &self,
        reading: &Reading<'_>,
        practices: &[Practice],
    ) -> Result<Vec<PractisedRow>> {
        let mut segments: HashMap<RoutineId, Vec<(MovementId, u16)>> = HashMap::new();
        for (routine, _) in routines(practices) {
            let parts = found(self.routine_of(reading, &routine))?.map(|routine| {
                routine.segments.iter().map(|part| (part.movement.clone(), part.minutes)).collect()
            });
            segments.insert(routine, parts.unwrap_or_default());
        }
        let amounts = movements(practices, |routine| segments.get(routine).map_or(&[], Vec::as_slice));
        let named = amounts.into_iter().filter_map(|(movement, amount)| {
            let name = self.catalogue.movement(&movement)?.name.clone();
            Some(self.practised_row(name, amount))
        });
        Ok(named.take(NAMED).collect())
    }

    fn practised_row(&self, title: String, amount: Amount) -> PractisedRow {
        let phrases = self.phrases();
        let (practices, minutes) = (amount.practices, amount.minutes());
        let text =
            phrases.practised_row(progress_words::practices(phrases, practices), phrases.minutes(minutes));
        PractisedRow { title, practices, minutes, text }
    }
}

/// A routine that the catalogue of today does not have any more is not named.
fn found<T>(routine: Result<T>) -> Result<Option<T>> {
    match routine {
        Ok(routine) => Ok(Some(routine)),
        Err(MingmenError::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Each week of the plan that has begun: of one that came twice, the better.
fn best_of_each_week(weeks: &[PlanWeek], facts: &Facts<'_>) -> BTreeMap<u8, WeekState> {
    let rank = |state: WeekState| match state {
        WeekState::Open => 0,
        WeekState::Paused => 1,
        WeekState::Partly => 2,
        WeekState::Met => 3,
    };
    let mut states = BTreeMap::new();
    for week in weeks.iter().filter(|week| week.starts_on <= facts.today) {
        let state = facts.within(week.starts_on, 7).week(week.starts_on).state;
        let best = states.entry(week.week).or_insert(state);
        if rank(state) > rank(*best) {
            *best = state;
        }
    }
    states
}
