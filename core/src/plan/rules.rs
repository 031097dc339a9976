//! What a plan asks for, whoever follows it.

use crate::catalogue::RoutineId;

use super::SessionLength;

/// A stretch of weeks with one routine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Its first week, from 1.
    pub from_week: u8,
    /// Its last week.
    pub through_week: u8,
    /// What is practised in it.
    pub routine: RoutineId,
    /// The routine's own minutes.
    pub minutes: u16,
}

/// The weeks of a plan and how sessions grow in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRules {
    /// How many weeks it has.
    pub weeks: u8,
    /// Its phases, in order and without gap.
    pub phases: Vec<Phase>,
    /// Minutes of the first weeks on the ramp; after them the routine's own.
    pub ramp_minutes: Vec<u16>,
}

impl PlanRules {
    /// The phase that a week belongs to, with its place among the phases.
    #[must_use]
    pub fn phase_of(&self, week: u8) -> Option<(usize, &Phase)> {
        self.phases
            .iter()
            .enumerate()
            .find(|(_, phase)| (phase.from_week..=phase.through_week).contains(&week))
    }

    /// Minutes of one session in a week.
    #[must_use]
    pub fn minutes(&self, week: u8, length: SessionLength) -> Option<u16> {
        let (_, phase) = self.phase_of(week)?;
        Some(match length {
            SessionLength::Ten => 10,
            SessionLength::Fifteen => 15,
            SessionLength::Full => phase.minutes,
            SessionLength::Ramp => {
                let ramp = self.ramp_minutes.get(usize::from(week) - 1).copied();
                ramp.map_or(phase.minutes, |minutes| minutes.min(phase.minutes))
            }
        })
    }
}
