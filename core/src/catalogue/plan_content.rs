//! The plain types of a plan as the content gives it, before any person follows it.

use serde::{Deserialize, Serialize};

use super::{Origin, RoutineId};
use crate::zone::{WallTime, Weekday};

/// A plan: phases of weeks with a routine each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanContent {
    /// Its id, such as `back-12-weeks`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its length in weeks.
    pub weeks: u8,
    /// Its phases, in order; every week belongs to exactly one.
    pub phases: Vec<PhaseContent>,
    /// Sessions a week that the article asks for, at least.
    pub sessions_least: u8,
    /// Sessions a week that the article asks for, at most.
    pub sessions_most: u8,
    /// Where those came from.
    pub sessions_origin: Origin,
    /// Sessions that make a week met, whatever was planned.
    pub goal_floor: u8,
    /// Where the goal's floor came from.
    pub goal_floor_origin: Origin,
    /// Minutes of a session in week 1, week 2 and so on, where the person grows into it; full length afterwards.
    pub ramp_minutes: Vec<u16>,
    /// Where the ramp came from.
    pub ramp_origin: Origin,
    /// The days that go with so many sessions a week, Monday first; the first entry is the preset.
    pub usual_days: Vec<Vec<Weekday>>,
    /// The time that is preset.
    pub usual_time: WallTime,
    /// Where the days and the time came from.
    pub usual_origin: Origin,
    /// Where the plan came from.
    pub origin: Origin,
}

impl PlanContent {
    /// The phase that a week belongs to, and its place among the phases, from 0. `None` before week 1 and after
    /// the last.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use mingmen_core::catalogue::Catalogue;
    ///
    /// let plan = Catalogue::for_locale("en")?.plan("back-12-weeks").ok_or("no such plan")?;
    /// let (index, phase) = plan.phase_of(5).ok_or("no such week")?;
    /// assert_eq!((index, phase.routine.as_str()), (1, "routine-phase-2"));
    /// assert_eq!(plan.phase_of(13), None);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn phase_of(&self, week: u8) -> Option<(usize, &PhaseContent)> {
        self.phases.iter().enumerate().find(|(_, phase)| (phase.from_week..=phase.to_week).contains(&week))
    }
}

/// A phase of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseContent {
    /// Its name.
    pub name: String,
    /// Its aim in a few words.
    pub focus: String,
    /// Its first week, from 1.
    pub from_week: u8,
    /// Its last week.
    pub to_week: u8,
    /// The routine practised in it.
    pub routine: RoutineId,
    /// Where it came from.
    pub origin: Origin,
}

/// Something a person may notice, as the content gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SensationContent {
    /// Its id, such as `warm`.
    pub id: String,
    /// Its name.
    pub text: String,
    /// Whether noticing it leads to the stop signs.
    pub felt_wrong: bool,
    /// Where it came from.
    pub origin: Origin,
}
