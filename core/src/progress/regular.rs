//! "5 of the last 8 weeks": how regular practice was, without a chain that can break.

use crate::zone::CivilDate;

use super::WeekState;

/// How many weeks are counted.
pub const WEEKS_COUNTED: usize = 8;

/// How regular practice was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regular {
    /// Weeks whose goal was met.
    pub met: u8,
    /// Weeks with any practice, those among them.
    pub practised: u8,
    /// Weeks counted, at most eight.
    pub of: u8,
    /// Whether something was done in the current week, counted or not.
    pub begun: bool,
}

/// Counts the latest eight weeks that count, of weeks in order, the current one last, from the first with practice on.
///
/// - A week in a pause counts neither way: the weeks before it move up.
/// - The current week counts once its goal is met. Until then it is not counted, so it never breaks anything.
/// - Weeks before the first practice do not count, unless `began_before` says that there was practice before them all.
#[must_use]
pub fn regular(weeks: &[(CivilDate, WeekState)], this_monday: CivilDate, began_before: bool) -> Regular {
    let counts = |(monday, state): &&(CivilDate, WeekState)| match state {
        WeekState::Paused => false,
        WeekState::Met => true,
        WeekState::Partly | WeekState::Open => *monday < this_monday,
    };
    let counted = since_first(weeks, began_before).iter().rev().filter(counts).take(WEEKS_COUNTED);
    let begun = weeks.iter().any(|(monday, state)| *monday == this_monday && done(*state));
    let mut regular = Regular { begun, ..Regular::default() };
    for (_, state) in counted {
        regular.of += 1;
        regular.met += u8::from(*state == WeekState::Met);
        regular.practised += u8::from(done(*state));
    }
    regular
}

/// The weeks from the first with practice on.
#[must_use]
pub fn since_first(weeks: &[(CivilDate, WeekState)], began_before: bool) -> &[(CivilDate, WeekState)] {
    let first = weeks.iter().position(|(_, state)| began_before || done(*state)).unwrap_or(weeks.len());
    weeks.get(first..).unwrap_or_default()
}

fn done(state: WeekState) -> bool {
    matches!(state, WeekState::Met | WeekState::Partly)
}
