//! What a plan asks for, whoever follows it.

use std::ops::RangeInclusive;

use crate::catalogue::RoutineId;

use super::SessionLength;

/// A stretch of weeks with one routine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Its first week, from 1.
    pub from_week: u8,
    /// Its last week; none where it goes on for as long as the person likes.
    pub through_week: Option<u8>,
    /// What is practised in it.
    pub routine: RoutineId,
    /// The routine's own minutes.
    pub minutes: u16,
}

impl Phase {
    fn has(&self, week: u8) -> bool {
        week >= self.from_week && self.through_week.is_none_or(|last| week <= last)
    }
}

/// The weeks of a plan and how sessions grow in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRules {
    /// How many weeks it has; none where it goes on for as long as the person likes.
    pub weeks: Option<u8>,
    /// Its phases, in order and without gap.
    pub phases: Vec<Phase>,
    /// Minutes of the first weeks on the ramp; after them the routine's own.
    pub ramp_minutes: Vec<u16>,
    /// Sessions that make a week met, whatever was planned.
    pub goal_floor: u8,
}

impl PlanRules {
    /// The phase that a week belongs to, with its place among the phases.
    #[must_use]
    pub fn phase_of(&self, week: u8) -> Option<(usize, &Phase)> {
        self.phases.iter().enumerate().find(|(_, phase)| phase.has(week))
    }

    /// Whether the plan has this week.
    #[must_use]
    pub fn has_week(&self, week: u8) -> bool {
        week > 0 && self.weeks.is_none_or(|weeks| week <= weeks)
    }

    /// Minutes of one session in a week: never more than the routine's own.
    #[must_use]
    pub fn minutes(&self, week: u8, length: SessionLength) -> Option<u16> {
        let (_, phase) = self.phase_of(week)?;
        let asked = match length {
            SessionLength::Ten => 10,
            SessionLength::Fifteen => 15,
            SessionLength::Full => phase.minutes,
            SessionLength::Ramp => {
                let ramp = usize::from(week).checked_sub(1).and_then(|index| self.ramp_minutes.get(index));
                ramp.copied().unwrap_or(phase.minutes)
            }
        };
        Some(asked.min(phase.minutes))
    }
}

/// What a plan leaves to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// Days of practice in a week.
    pub days: RangeInclusive<u8>,
    /// Practice times in a day, at most.
    pub times_a_day: u8,
    /// Weeks to choose from; none where the plan has its own number, or no end.
    pub weeks: Option<RangeInclusive<u8>>,
    /// Whether the person chooses what is practised.
    pub routine: bool,
}
