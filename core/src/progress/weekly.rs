//! Notes of one measure, week by week. A day with many notes is one day, and a week without notes is not there at all:
//! missing is never zero.

use std::collections::BTreeMap;

use crate::zone::{CivilDate, week_start};

use super::spread::{POINT, deviation, mean};

/// The notes of one measure in one civil week. There is at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekOfNotes {
    /// Monday.
    pub starts_on: CivilDate,
    /// How many notes.
    pub notes: u16,
    /// The lowest of them, 0 to 10.
    pub lowest: u8,
    /// The highest of them, 0 to 10.
    pub highest: u8,
    /// The mean of each day that has notes, in millionths of a point.
    pub days: Vec<i64>,
}

impl WeekOfNotes {
    /// The mean of its days, in millionths of a point.
    #[must_use]
    pub fn mean(&self) -> i64 {
        mean(&self.days)
    }

    /// The sample standard deviation of its days, in millionths of a point; none of a single day.
    #[must_use]
    pub fn deviation(&self) -> Option<i64> {
        deviation(&self.days)
    }
}

/// The weeks that have notes, oldest first, whatever order the notes come in.
#[must_use]
pub fn weekly(noted: &[(CivilDate, u8)]) -> Vec<WeekOfNotes> {
    let mut days: BTreeMap<CivilDate, Vec<u8>> = BTreeMap::new();
    for (date, number) in noted {
        days.entry(*date).or_default().push(*number);
    }
    let mut weeks: Vec<WeekOfNotes> = Vec::new();
    for (date, numbers) in days {
        let starts_on = week_start(date);
        if weeks.last().is_none_or(|week| week.starts_on != starts_on) {
            weeks.push(WeekOfNotes { starts_on, notes: 0, lowest: u8::MAX, highest: 0, days: Vec::new() });
        }
        let Some(week) = weeks.last_mut() else { continue };
        let values: Vec<i64> = numbers.iter().map(|number| i64::from(*number) * POINT).collect();
        week.days.push(mean(&values));
        for number in numbers {
            week.notes = week.notes.saturating_add(1);
            week.lowest = week.lowest.min(number);
            week.highest = week.highest.max(number);
        }
    }
    weeks
}
