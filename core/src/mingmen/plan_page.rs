//! The plan page.

use chrono::Days;

use crate::catalogue::PhaseContent;
use crate::plan::{Enrolment, PlanWeek, Running, Settings, Standing, TimePolicy};
use crate::store::Reading;
use crate::zone::{CivilDate, Moment, Now, week_days, week_start};

use super::facts::Log;
use super::{Mingmen, MingmenError, PhaseOverview, PlanOverview, Result, words};

/// Of a plan without an end, so many weeks to come are shown.
const WEEKS_AHEAD: u64 = 3;

impl Mingmen {
    /// The plan page, or nothing before the first enrolment: of several that run, the one begun last.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn plan_overview(&self, now: &Now) -> Result<Option<PlanOverview>> {
        let moment = Moment::check(now)?;
        self.store.read(|reading| {
            let log = self.whole_log(reading, &moment)?;
            log.current().map(|run| self.overview(reading, &log, run)).transpose()
        })
    }

    /// The plan page of each enrolment that runs, in the order in which they were begun.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn plan_overviews(&self, now: &Now) -> Result<Vec<PlanOverview>> {
        let moment = Moment::check(now)?;
        self.store.read(|reading| {
            let log = self.whole_log(reading, &moment)?;
            log.live().map(|run| self.overview(reading, &log, run)).collect()
        })
    }

    /// Practices of a whole plan, held weeks and pauses included.
    fn whole_log(&self, reading: &Reading<'_>, moment: &Moment) -> Result<Log> {
        let first = moment.day.checked_sub_days(Days::new(5 * 366)).unwrap_or(moment.day);
        Log::read(reading, self, first..=moment.day, moment.day)
    }

    fn overview(&self, reading: &Reading<'_>, log: &Log, run: &Running) -> Result<PlanOverview> {
        let phrases = self.phrases();
        let start = &run.enrolment.start;
        let plan = self.plan_content(&start.plan)?;
        let weeks = weeks_with_done(log, run);
        let settings = run.enrolment.settings_on(log.today.max(start.starts_on));
        let standing = run.standing(log.today);
        let week_now = match standing {
            Standing::Week(week) | Standing::Paused(_, week) => week,
            Standing::Ahead => 1,
            Standing::Over | Standing::Left => run.rules.weeks.unwrap_or(1),
        };
        let minutes = run.rules.minutes(week_now, settings.length).unwrap_or_default();
        let phase = |phase: &PhaseContent| {
            let routine = phase.routine.as_ref().or(start.routine.as_ref());
            let minutes = routine.map(|routine| self.routine_of(reading, routine)).transpose()?;
            let minutes = minutes.map(|routine| routine.minutes).unwrap_or_default();
            Ok::<_, MingmenError>(PhaseOverview {
                title: phase.name.clone(),
                focus: phase.focus.clone(),
                minutes,
            })
        };
        Ok(PlanOverview {
            enrolment: run.enrolment.id.clone(),
            title: plan.name.clone(),
            span: self.plan_span(run, &weeks),
            now: self.standing_words(standing, &run.enrolment),
            now_facts: phrases
                .plan_facts(phrases.minutes(u32::from(minutes)), words::posture(phrases, settings.posture)),
            now_times: self.times_words(&settings),
            pauses_ahead: self.pauses_ahead(run, log.today),
            phases: plan.phases.iter().map(phase).collect::<Result<_>>()?,
            weeks,
            note: phrases.plan_note(),
        })
    }

    /// "Mon, Wed, Fri at 08:00", and whose clock that is where it is not the person's own.
    fn times_words(&self, settings: &Settings) -> String {
        let times = words::slots(self.phrases(), &settings.slots);
        match &settings.time_policy {
            TimePolicy::Floating => times,
            TimePolicy::Pinned { zone } => self.phrases().plan_times_pinned(times, words::place(zone)),
        }
    }

    /// "Paused from 3 to 10 August." None of a plan that has ended.
    fn pauses_ahead(&self, run: &Running, today: CivilDate) -> Vec<String> {
        if matches!(run.standing(today), Standing::Over | Standing::Left) {
            return Vec::new();
        }
        let phrases = self.phrases();
        let mut pauses: Vec<_> = run.enrolment.pauses_after(today).collect();
        pauses.sort_unstable();
        let said = |(from, through)| match from == through {
            true => phrases.plan_paused_ahead_day(words::short_date(phrases, from)),
            false => phrases.plan_paused_ahead(words::span(phrases, from, through)),
        };
        pauses.into_iter().map(said).collect()
    }

    /// "27 April to 19 July"; of a plan without an end, "From 27 April".
    fn plan_span(&self, run: &Running, weeks: &[PlanWeek]) -> String {
        let (phrases, starts_on) = (self.phrases(), run.enrolment.start.starts_on);
        if run.rules.weeks.is_none() {
            return phrases.span_open(words::short_date(phrases, starts_on));
        }
        let last_monday = weeks.last().map_or(starts_on, |week| week.starts_on);
        words::span(phrases, starts_on, last_monday.checked_add_days(Days::new(6)).unwrap_or(last_monday))
    }

    fn standing_words(&self, standing: Standing, enrolment: &Enrolment) -> String {
        let phrases = self.phrases();
        match standing {
            Standing::Ahead => phrases.plan_starts(words::long_date(phrases, enrolment.start.starts_on)),
            Standing::Week(week) => phrases.plan_now(week),
            Standing::Paused(through, _) => phrases.plan_paused(words::long_date(phrases, through)),
            Standing::Over => phrases.plan_over(),
            Standing::Left => phrases.plan_left(),
        }
    }
}

fn weeks_with_done(log: &Log, run: &Running) -> Vec<PlanWeek> {
    let this_monday = week_start(log.today);
    let with_done = |mut week: PlanWeek| {
        let facts = log.facts();
        let done = week_days(week.starts_on).map(|day| facts.sessions_done_for(&run.enrolment.id, day));
        week.sessions_done = done.fold(0, u8::saturating_add);
        week.is_now = week.starts_on == this_monday;
        week
    };
    let ahead = log.today.max(run.enrolment.start.starts_on);
    let through: CivilDate = ahead.checked_add_days(Days::new(7 * WEEKS_AHEAD)).unwrap_or(ahead);
    run.weeks(through).into_iter().map(with_done).collect()
}
