//! What pain is usual for a person, and what is high for them.

use chrono::Days;

use crate::catalogue::PainHigh;
use crate::practice::CheckIn;

/// Whether the pain of a note is high, and above what was usual for the person: the median of the days before it. Too few
/// notes have no median, and say nothing. `all` may hold the note itself and later ones.
#[must_use]
pub fn is_high_for_this_person(note: &CheckIn, all: &[CheckIn], rule: &PainHigh) -> bool {
    let Some(pain) = note.noted.pain.filter(|pain| *pain >= rule.pain) else { return false };
    let first = note.date.checked_sub_days(Days::new(rule.usual_days.into())).unwrap_or_default();
    let before = all.iter().filter(|noted| (first..note.date).contains(&noted.date));
    let mut pains: Vec<u8> = before.filter_map(|noted| noted.noted.pain).collect();
    pains.sort_unstable();
    let Some(twice_usual) = twice_the_median(&pains).filter(|_| pains.len() >= rule.notes) else {
        return false;
    };
    2 * u16::from(pain) >= twice_usual + 2 * u16::from(rule.above_usual)
}

/// Twice the median of numbers in order, which is whole.
fn twice_the_median(sorted: &[u8]) -> Option<u16> {
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get((sorted.len() - 1) / 2)?;
    Some(u16::from(lower) + u16::from(upper))
}
