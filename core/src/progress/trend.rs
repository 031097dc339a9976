//! Whether a measure has changed: its first weeks against its latest, and no verdict without enough notes.

use chrono::Days;

use crate::catalogue::Threshold;
use crate::zone::CivilDate;

use super::Verdict;
use super::spread::{Difference, POINT, difference, mean};
use super::weekly::WeekOfNotes;

/// Either side of a comparison has so many days with notes, or more (proposed).
pub const SIDE_DAYS: usize = 3;

/// Fewer weeks with notes than this are not compared (proposed).
const LEAST_WEEKS: usize = 3;

/// From so many weeks with notes on, either side has two of them (proposed).
const WEEKS_FOR_TWO: usize = 4;

/// A change of less than this is none, whatever share of the beginning it is: numbers are noted in whole points (proposed).
const LEAST_CHANGE: i64 = POINT;

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The Monday of its first week.
    pub from: CivilDate,
    /// The Sunday of its last week.
    pub through: CivilDate,
    /// How many days have notes.
    pub days: u16,
    /// The mean of those days, in millionths of a point.
    pub mean: i64,
}

/// The first weeks against the latest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The first weeks.
    pub first: Side,
    /// The latest.
    pub latest: Side,
    /// What lies between them.
    pub difference: Difference,
}

/// Compares the first of these weeks with the latest; none while there are too few notes. The two sides never share a week.
#[must_use]
pub fn compare(weeks: &[WeekOfNotes]) -> Option<Comparison> {
    if weeks.len() < LEAST_WEEKS {
        return None;
    }
    let least = if weeks.len() >= WEEKS_FOR_TWO { 2 } else { 1 };
    let first = enough(weeks.iter(), least)?;
    let latest = enough(weeks.iter().rev(), least)?;
    if first + latest > weeks.len() {
        return None;
    }
    let (first, latest) = (weeks.get(..first)?, weeks.get(weeks.len() - latest..)?);
    let difference = difference(&days(first), &days(latest))?;
    Some(Comparison { first: side(first)?, latest: side(latest)?, difference })
}

/// What a comparison comes to: a change counts where it is at least as large as the threshold says and its interval
/// leaves no doubt about its direction.
#[must_use]
pub fn verdict(compared: Option<&Comparison>, threshold: &Threshold, better_lower: bool) -> Verdict {
    let Some(Comparison { first, difference, .. }) = compared else { return Verdict::TooFewNotes };
    let Difference { change, low, high } = *difference;
    let sure = low > 0 || high < 0;
    if !sure || change.abs() < counts_from(threshold, first.mean) {
        return Verdict::NoClearChange;
    }
    if (change < 0) == better_lower { Verdict::Better } else { Verdict::Worse }
}

/// What the first and the latest of single ratings come to. `threshold` is a smallest detectable change, which has the
/// uncertainty of a single rating in it already.
#[must_use]
pub fn rated_verdict(ratings: &[(CivilDate, u8)], threshold: &Threshold, better_lower: bool) -> Verdict {
    let [(_, first), .., (_, latest)] = ratings else { return Verdict::TooFewNotes };
    if first.abs_diff(*latest) < threshold.points {
        return Verdict::NoClearChange;
    }
    if (latest < first) == better_lower { Verdict::Better } else { Verdict::Worse }
}

/// From how much on a change counts, in millionths of a point, where it began at `beginning`.
fn counts_from(threshold: &Threshold, beginning: i64) -> i64 {
    let points = i64::from(threshold.points) * POINT;
    let share = threshold.percent.map(|percent| (beginning * i64::from(percent) / 100).max(LEAST_CHANGE));
    share.map_or(points, |share| share.min(points))
}

/// How many of these weeks it takes to have enough.
fn enough<'a>(weeks: impl Iterator<Item = &'a WeekOfNotes>, least: usize) -> Option<usize> {
    let mut days = 0;
    for (index, week) in weeks.enumerate() {
        days += week.days.len();
        if index + 1 >= least && days >= SIDE_DAYS {
            return Some(index + 1);
        }
    }
    None
}

fn days(weeks: &[WeekOfNotes]) -> Vec<i64> {
    weeks.iter().flat_map(|week| week.days.iter().copied()).collect()
}

fn side(weeks: &[WeekOfNotes]) -> Option<Side> {
    let (first, last) = (weeks.first()?, weeks.last()?);
    let days = days(weeks);
    Some(Side {
        from: first.starts_on,
        through: last.starts_on.checked_add_days(Days::new(6)).unwrap_or(last.starts_on),
        days: u16::try_from(days.len()).unwrap_or(u16::MAX),
        mean: mean(&days),
    })
}
