//! What a person has reached, each told once: numbers of practices, of hours, a week, a part of the plan.

use crate::practice::Practice;
use crate::zone::CivilDate;

/// A minute: a practice of less is none yet.
const COUNTS_FROM_MS: u32 = 60_000;

const HOUR_MS: u64 = 3_600_000;

/// What was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// So many practices of a minute or more.
    Practices(u16),
    /// So many hours practised in all.
    Hours(u16),
}

/// Which of these numbers of practices and of hours have been reached, and on which practice day. `practices` are all there
/// are, by date.
#[must_use]
pub fn reached(practices: &[Practice], counts: &[u16], hours: &[u16]) -> Vec<(CivilDate, Reached)> {
    let (mut count, mut ms) = (0_usize, 0_u64);
    let mut found = Vec::new();
    for practice in practices.iter().filter(|practice| practice.practised_ms >= COUNTS_FROM_MS) {
        count += 1;
        let hours_before = ms / HOUR_MS;
        ms += u64::from(practice.practised_ms);
        let new_count = counts.iter().find(|number| usize::from(**number) == count);
        found.extend(new_count.map(|number| (practice.date, Reached::Practices(*number))));
        let new_hours =
            hours.iter().filter(|number| (hours_before + 1..=ms / HOUR_MS).contains(&u64::from(**number)));
        found.extend(new_hours.map(|number| (practice.date, Reached::Hours(*number))));
    }
    found
}
