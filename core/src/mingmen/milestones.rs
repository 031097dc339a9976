//! What a person has reached so far.

use chrono::Days;

use crate::plan::{PlanWeek, Running, Standing};
use crate::practice::Practice;
use crate::progress::{Facts, MilestoneId, Reached, Told, WeekState, reached};
use crate::store::Reading;
use crate::zone::{CivilDate, Moment, Now, week_start};

use super::facts::Log;
use super::{Milestone, MilestoneTold, Mingmen, MingmenError, Result, Subject, words};

impl Mingmen {
    /// Everything that a person has reached, oldest first, each with the day on which it was. Reads the whole history: for
    /// the page that shows them, and not for the first screen.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn milestones(&self, now: &Now) -> Result<Vec<Milestone>> {
        let moment = Moment::check(now)?;
        self.store.read(|reading| self.milestones_of(reading, moment.day))
    }

    /// Keeps that the person was told of something that they reached. Telling it again changes nothing.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for what was not reached.
    pub fn tell_milestone(&self, id: &MilestoneId, now: &Now) -> Result<MilestoneTold> {
        let moment = Moment::check(now)?;
        let told = Told { told_at: moment.instant, date: moment.day, milestone: id.clone() };
        let row = self.next_id(moment.instant);
        self.store.write(|writing| {
            let reached = self.milestones_of(writing, moment.day)?;
            let found = reached.iter().find(|milestone| milestone.id == *id);
            let found = found.ok_or_else(|| MingmenError::not_found("milestone", id))?;
            if !found.is_told {
                writing.insert_told(&row, &told)?;
            }
            Ok(MilestoneTold { changes: vec![Subject::Progress] })
        })
    }

    fn milestones_of(&self, reading: &Reading<'_>, today: CivilDate) -> Result<Vec<Milestone>> {
        let mut log = Log::read(reading, self, today..=today, today)?;
        log.practices = reading.practices_between(CivilDate::default()..=today)?;
        let mut milestones = self.reached_numbers(&log.practices);
        milestones.extend(self.first_week_met(&log.facts()));
        for run in &log.enrolments {
            milestones.extend(self.phases_done(run, &log)?);
        }
        let told = reading.told()?;
        for milestone in &mut milestones {
            milestone.is_told = told.iter().any(|told| told.milestone == milestone.id);
        }
        milestones.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
        Ok(milestones)
    }

    fn milestone(&self, id: String, date: CivilDate, text: String) -> Milestone {
        let date_text = words::long_date(self.phrases(), date);
        Milestone { id: id.into(), date, date_text, text, is_told: false }
    }

    fn reached_numbers(&self, practices: &[Practice]) -> Vec<Milestone> {
        let (phrases, evidence) = (self.phrases(), self.catalogue.evidence());
        let milestone = |(date, reached)| match reached {
            Reached::Practices(1) => self.milestone("practices-1".to_owned(), date, phrases.reached_first()),
            Reached::Practices(count) => {
                self.milestone(format!("practices-{count}"), date, phrases.reached_practices(count))
            }
            Reached::Hours(hours) => {
                let text = phrases.reached_hours(phrases.hours_many(hours));
                self.milestone(format!("hours-{hours}"), date, text)
            }
        };
        reached(practices, &evidence.practices, &evidence.hours).into_iter().map(milestone).collect()
    }

    /// The first week whose goal was met, on the day of the practice that met it.
    fn first_week_met(&self, facts: &Facts<'_>) -> Option<Milestone> {
        let first = facts.practices.first()?.date;
        let mut mondays = week_start(first).iter_weeks().take_while(|monday| *monday <= facts.today);
        let is_met = |monday: &CivilDate| facts.within(*monday, 7).week(*monday).state == WeekState::Met;
        let monday = mondays.find(is_met)?;
        let met_by = |days: &u64| facts.within(monday, *days).week(monday).state == WeekState::Met;
        let days = (1..=7).find(met_by)?;
        let date = monday.checked_add_days(Days::new(days - 1))?;
        Some(self.milestone("week-met".to_owned(), date, self.phrases().reached_week()))
    }

    /// The phases of a plan that are behind somebody who practised in them.
    fn phases_done(&self, run: &Running, log: &Log) -> Result<Vec<Milestone>> {
        let weeks = run.weeks(log.today);
        let begun: Vec<&PlanWeek> = weeks.iter().filter(|week| week.starts_on <= log.today).collect();
        let content = self.plan_content(&run.enrolment.start.plan)?;
        let mut milestones = Vec::new();
        for (index, phase) in content.phases.iter().enumerate() {
            let Some(end) = end_of_phase(&begun, index, run, log.today) else { continue };
            let in_phase = |practice: &&Practice| {
                let week = begun.iter().rev().find(|week| week.starts_on <= practice.date);
                practice.date < end && week.is_some_and(|week| usize::from(week.phase) == index)
            };
            let practised = log.practices.iter().filter(|practice| practice.is_for(&run.enrolment.id));
            if practised.filter(in_phase).count() == 0 {
                continue;
            }
            let id = format!("phase-{}-{}", index + 1, run.enrolment.id);
            milestones.push(self.milestone(id, end, self.phrases().reached_phase(&phase.name)));
        }
        Ok(milestones)
    }
}

/// The first day after a phase: the Monday on which the next began, or the day after the plan's last.
fn end_of_phase(begun: &[&PlanWeek], phase: usize, run: &Running, today: CivilDate) -> Option<CivilDate> {
    let last = begun.iter().rposition(|week| usize::from(week.phase) == phase)?;
    if let Some(next) = begun.get(last + 1..)?.iter().find(|week| usize::from(week.phase) > phase) {
        return Some(next.starts_on);
    }
    let is_last_of_all = last + 1 == begun.len() && run.standing(today) == Standing::Over;
    begun.get(last).filter(|_| is_last_of_all)?.starts_on.checked_add_days(Days::new(7))
}
