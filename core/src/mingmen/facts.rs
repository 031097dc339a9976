//! What the facade reads before it can answer.

use std::ops::RangeInclusive;

use chrono::Days;

use crate::catalogue::Catalogue;
use crate::plan::{Enrolment, Phase, PlanId, PlanRules, Standing};
use crate::practice::{CheckIn, Practice};
use crate::progress::Facts;
use crate::store::Reading;
use crate::zone::{CivilDate, Instant, Moment};

use super::{MingmenError, Result};

/// Plans, practices and check-ins of a stretch of days, owned.
pub(super) struct Log {
    pub(super) enrolments: Vec<(Enrolment, PlanRules)>,
    pub(super) practices: Vec<Practice>,
    pub(super) check_ins: Vec<CheckIn>,
    pub(super) today: CivilDate,
}

impl Log {
    /// Reads a stretch of days.
    pub(super) fn read(
        reading: &Reading<'_>,
        catalogue: &Catalogue,
        days: RangeInclusive<CivilDate>,
        today: CivilDate,
    ) -> Result<Log> {
        Ok(Log {
            enrolments: with_rules(reading.enrolments()?, catalogue)?,
            practices: reading.practices_between(days.clone())?,
            check_ins: reading.check_ins_between(days)?,
            today,
        })
    }

    pub(super) fn facts(&self) -> Facts<'_> {
        Facts {
            enrolments: &self.enrolments,
            practices: &self.practices,
            check_ins: &self.check_ins,
            today: self.today,
        }
    }

    /// When the person last changed anything about their plans.
    pub(super) fn changed_at(&self) -> Option<Instant> {
        let of = |(enrolment, _): &(Enrolment, PlanRules)| {
            let changes = enrolment.changes.iter().map(|change| change.recorded_at);
            changes.max().map_or(enrolment.enrolled_at, |last| last.max(enrolment.enrolled_at))
        };
        self.enrolments.iter().map(of).max()
    }

    /// The enrolment that Today and the Plan page are about: the one begun last that has not been left or outlived,
    /// or, if there is none, the one begun last.
    pub(super) fn current(&self) -> Option<&(Enrolment, PlanRules)> {
        let is_live = |(enrolment, rules): &&(Enrolment, PlanRules)| {
            !matches!(enrolment.standing(rules, self.today), Standing::Left | Standing::Over)
        };
        self.enrolments.iter().rev().find(is_live).or_else(|| self.enrolments.last())
    }
}

/// The week around a day, and a day more on either side for pinned zones.
pub(super) fn around(moment: &Moment) -> RangeInclusive<CivilDate> {
    let first = moment.day.checked_sub_days(Days::new(8)).unwrap_or(moment.day);
    let last = moment.day.checked_add_days(Days::new(8)).unwrap_or(moment.day);
    first..=last
}

pub(super) fn rules(catalogue: &Catalogue, plan: &PlanId) -> Result<PlanRules> {
    let not_found = || MingmenError::not_found("plan", plan);
    let content = catalogue.plan(plan.as_str()).ok_or_else(not_found)?;
    let phase = |phase: &crate::catalogue::PhaseContent| {
        let routine = catalogue.routine(&phase.routine);
        let minutes = routine.ok_or_else(|| MingmenError::not_found("routine", &phase.routine))?.minutes;
        let (from_week, through_week) = (phase.from_week, phase.to_week);
        Ok(Phase { from_week, through_week, routine: phase.routine.clone(), minutes })
    };
    Ok(PlanRules {
        weeks: content.weeks,
        phases: content.phases.iter().map(phase).collect::<Result<_>>()?,
        ramp_minutes: content.ramp_minutes.clone(),
    })
}

fn with_rules(enrolments: Vec<Enrolment>, catalogue: &Catalogue) -> Result<Vec<(Enrolment, PlanRules)>> {
    let with_rules = |enrolment: Enrolment| Ok((rules(catalogue, &enrolment.start.plan)?, enrolment));
    enrolments.into_iter().map(|e| with_rules(e).map(|(rules, enrolment)| (enrolment, rules))).collect()
}
