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
    /// What it is, for the list of plans.
    pub about: String,
    /// Its length in weeks, or the preset where the person chooses; none where it has no end.
    pub weeks: Option<u8>,
    /// The lengths that the person may choose from, in weeks.
    pub choose_weeks: Option<WeeksChoice>,
    /// Its phases, in order; every week belongs to exactly one.
    pub phases: Vec<PhaseContent>,
    /// How many days work well, in a few words.
    pub hint: String,
    /// What is said where the days are more or fewer than the article asks for.
    pub differs: String,
    /// Sessions a week that the article asks for, at least.
    pub sessions_least: u8,
    /// Sessions a week that the article asks for, at most.
    pub sessions_most: u8,
    /// Where those came from.
    pub sessions_origin: Origin,
    /// Days of practice in a week that may be chosen, at least.
    pub days_least: u8,
    /// Days of practice in a week that may be chosen, at most.
    pub days_most: u8,
    /// Practice times in a day that may be chosen, at most.
    pub times_a_day: u8,
    /// Where those came from.
    pub days_origin: Origin,
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
    /// Plans to go on with afterwards; empty for one without an end.
    pub after: Vec<String>,
    /// Where those came from.
    pub after_origin: Option<Origin>,
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
    /// assert_eq!((index, phase.name.as_str()), (1, "Strengthen and Stabilise"));
    /// assert_eq!(plan.phase_of(13), None);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn phase_of(&self, week: u8) -> Option<(usize, &PhaseContent)> {
        let has = |phase: &PhaseContent| {
            week >= phase.from_week && phase.to_week.or(self.weeks).is_none_or(|last| week <= last)
        };
        self.phases.iter().enumerate().find(|(_, phase)| has(phase))
    }
}

/// The lengths that a person may choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeeksChoice {
    /// Weeks, at least.
    pub least: u8,
    /// Weeks, at most.
    pub most: u8,
    /// Where they came from.
    pub origin: Origin,
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
    /// Its last week; none where it lasts to the end of the plan.
    pub to_week: Option<u8>,
    /// The routine practised in it; none where the person chooses one.
    pub routine: Option<RoutineId>,
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
