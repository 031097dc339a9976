//! What the facade reads before it can answer.

use std::ops::RangeInclusive;

use chrono::Days;

use crate::catalogue::PhaseContent;
use crate::plan::{Allowed, Enrolment, EnrolmentDraft, Phase, PlanId, PlanRules, Running, Standing};
use crate::practice::{CheckIn, Practice};
use crate::progress::Facts;
use crate::store::Reading;
use crate::zone::{CivilDate, Instant, Moment};

use super::{Mingmen, MingmenError, Result};

/// Plans, practices and check-ins of a stretch of days, owned.
pub(super) struct Log {
    pub(super) enrolments: Vec<Running>,
    pub(super) practices: Vec<Practice>,
    pub(super) check_ins: Vec<CheckIn>,
    pub(super) today: CivilDate,
}

impl Log {
    /// Reads a stretch of days.
    pub(super) fn read(
        reading: &Reading<'_>,
        mingmen: &Mingmen,
        days: RangeInclusive<CivilDate>,
        today: CivilDate,
    ) -> Result<Log> {
        let enrolments = reading.enrolments()?.into_iter();
        Ok(Log {
            enrolments: enrolments
                .map(|enrolment| mingmen.running(reading, enrolment, today))
                .collect::<Result<_>>()?,
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
        let of = |Running { enrolment, .. }: &Running| {
            let changes = enrolment.changes.iter().map(|change| change.recorded_at);
            changes.max().map_or(enrolment.enrolled_at, |last| last.max(enrolment.enrolled_at))
        };
        self.enrolments.iter().map(of).max()
    }

    /// The enrolment that Today and the Plan page are about: the one begun last that has not been left or outlived,
    /// or, if there is none, the one begun last.
    pub(super) fn current(&self) -> Option<&Running> {
        self.live().last().or_else(|| self.enrolments.last())
    }

    /// Enrolments that have not been left or outlived, in the order in which they were begun.
    pub(super) fn live(&self) -> impl DoubleEndedIterator<Item = &Running> {
        let is_live = |run: &&Running| !matches!(run.standing(self.today), Standing::Left | Standing::Over);
        self.enrolments.iter().filter(is_live)
    }
}

/// The week around a day, and a day more on either side for pinned zones.
pub(super) fn around(moment: &Moment) -> RangeInclusive<CivilDate> {
    let first = moment.day.checked_sub_days(Days::new(8)).unwrap_or(moment.day);
    let last = moment.day.checked_add_days(Days::new(8)).unwrap_or(moment.day);
    first..=last
}

impl Mingmen {
    /// An enrolment with what its plan asks for, and with what was practised for it where that moves it on.
    pub(super) fn running(
        &self,
        reading: &Reading<'_>,
        enrolment: Enrolment,
        today: CivilDate,
    ) -> Result<Running> {
        let rules = self.rules(reading, &enrolment.start)?;
        let practices = match Running::is_earned(&enrolment) {
            true => reading.practices_between(enrolment.start.starts_on..=today)?,
            false => Vec::new(),
        };
        Ok(Running::new(enrolment, rules, &practices, today))
    }

    /// What the plan of an enrolment asks for.
    pub(super) fn rules(&self, reading: &Reading<'_>, draft: &EnrolmentDraft) -> Result<PlanRules> {
        let content = self.plan_content(&draft.plan)?;
        let phase = |phase: &PhaseContent| {
            let routine = phase.routine.as_ref().or(draft.routine.as_ref());
            let routine =
                routine.ok_or_else(|| MingmenError::invalid("routine", "this plan needs a routine"))?;
            Ok(Phase {
                from_week: phase.from_week,
                through_week: phase.to_week,
                routine: routine.clone(),
                minutes: self.routine_of(reading, routine)?.minutes,
            })
        };
        Ok(PlanRules {
            weeks: draft.weeks.or(content.weeks),
            phases: content.phases.iter().map(phase).collect::<Result<_>>()?,
            ramp_minutes: content.ramp_minutes.clone(),
            goal_floor: content.goal_floor,
        })
    }

    /// What a plan leaves to the person.
    pub(super) fn allowed(&self, plan: &PlanId) -> Result<Allowed> {
        let content = self.plan_content(plan)?;
        Ok(Allowed {
            days: content.days_least..=content.days_most,
            times_a_day: content.times_a_day,
            weeks: content.choose_weeks.as_ref().map(|choice| choice.least..=choice.most),
            routine: content.phases.iter().any(|phase| phase.routine.is_none()),
        })
    }
}
