//! Days and times round a change of the clock, asked of the core and held against the model.
#![allow(clippy::unwrap_used)] // what cannot be read here is a fault of the check itself

use mingmen_core::zone::{CivilDate, Instant, WallTime, Zone};

use super::model::{Clock, DAY, FROM, Turn, UNTIL};

/// What a check came to.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Answers of the core that were checked.
    pub(crate) cases: u64,
    /// What was wrong, in words.
    pub(crate) faults: Vec<String>,
}

impl Tally {
    /// Notes a fault unless `right`.
    pub(crate) fn expect(&mut self, right: bool, fault: impl FnOnce() -> String) {
        if !right {
            self.faults.push(fault());
        }
    }

    /// Adds what another check came to.
    pub(crate) fn add(&mut self, other: Tally) {
        self.cases += other.cases;
        self.faults.extend(other.faults);
    }
}

/// A zone twice: as the core has it and as the model does.
pub(crate) struct Pair {
    pub(crate) zone: Zone,
    pub(crate) clock: Clock,
}

impl Pair {
    /// Finds both.
    pub(crate) fn of(id: &str) -> Pair {
        Pair { zone: Zone::find(id).unwrap(), clock: Clock::of(id) }
    }

    /// A practice every day at each of several times, three days either side of a change of the clock.
    pub(crate) fn check_turn(&self, turn: Turn) -> Tally {
        let mut tally = Tally::default();
        let first = turn.ends.min(turn.begins).div_euclid(DAY) - 3;
        let last = turn.ends.max(turn.begins).div_euclid(DAY) + 3;
        for time in times_round(turn) {
            tally.add(self.check_days(first, last, time));
        }
        tally.add(self.check_practice_days(turn));
        tally
    }

    /// A practice every day at one time: none dropped, none doubled, all in order, each as the model has it.
    pub(crate) fn check_days(&self, first: i64, last: i64, time: i64) -> Tally {
        let mut tally = Tally::default();
        let mut before = None;
        for day in (first..=last).filter(|day| (FROM / DAY..UNTIL / DAY).contains(day)) {
            let rings = self.check_first(day, time, &mut tally);
            tally.expect(rings.is_none() || rings > before, || {
                self.says(day, time, "is not after the day before")
            });
            before = rings.or(before);
            self.check_planned(day, time, &mut tally);
        }
        tally
    }

    fn check_first(&self, day: i64, time: i64, tally: &mut Tally) -> Option<i64> {
        tally.cases += 1;
        let local = day * DAY + time;
        let rings = self.zone.first_instant(date(day), wall(time)).map(|instant| instant.timestamp());
        let model = self.clock.first(local);
        tally.expect(rings == model, || {
            self.says(day, time, &format!("is {rings:?} and {model:?} by the model"))
        });
        let has_day = self.zone.has_day(date(day));
        tally.expect(rings.is_some() == has_day, || {
            self.says(day, time, "was dropped, or comes on a skipped day")
        });
        let rings = rings?;
        let shown = self.shown(rings);
        tally.expect(shown >= local, || self.says(day, time, "is before its time"));
        // Later than its time only where a second earlier the clock had not come to it.
        let waited = shown == local || self.shown(rings - 1) < local;
        tally.expect(waited, || self.says(day, time, "is later than the first valid moment"));
        Some(rings)
    }

    fn check_planned(&self, day: i64, time: i64, tally: &mut Tally) {
        tally.cases += 1;
        let rings = self.zone.planned_instant(date(day), wall(time)).map(|instant| instant.timestamp());
        let model = self.clock.planned(day, time);
        tally.expect(rings == model, || {
            self.says(day, time, &format!("rings {rings:?}, {model:?} by the model"))
        });
        let Some(rings) = rings else { return };
        let belongs = epoch_day(self.zone.practice_day(instant(rings)));
        // Only a gap that ends at 03:00 or later carries a time of the night into the next practice day.
        let carried = self.shown(rings).rem_euclid(DAY) != time && belongs == self.clock.next_day(day);
        tally.expect(belongs == day || carried, || self.says(day, time, "rings on another practice day"));
    }

    /// Practice days begin once, at 03:00, and never come back.
    fn check_practice_days(&self, turn: Turn) -> Tally {
        let mut tally = Tally::default();
        let begins = (-2..3).filter_map(|days| {
            let day = turn.begins.div_euclid(DAY) + days;
            self.clock.first(day * DAY + super::model::DAY_BEGINS)
        });
        let mut instants: Vec<i64> =
            begins.flat_map(|at| [at - 1, at]).chain([turn.at - 1, turn.at]).collect();
        instants.extend((-30..=30).map(|quarter| turn.at + quarter * 900));
        instants.sort_unstable();
        let mut before = i64::MIN;
        for at in instants.into_iter().filter(|at| (FROM..UNTIL).contains(at)) {
            tally.cases += 1;
            let day = epoch_day(self.zone.practice_day(instant(at)));
            let model = self.clock.practice_day(at);
            tally.expect(day == model, || {
                format!("{} at {}: practice day {day}, {model} by the model", self.clock.id, instant(at))
            });
            tally.expect(day >= before, || {
                format!("{} at {}: a practice day came back", self.clock.id, instant(at))
            });
            before = day;
        }
        tally
    }

    /// The local time that the core shows at an instant, in seconds as if they were UTC.
    pub(crate) fn shown(&self, at: i64) -> i64 {
        let (date, time) = self.zone.local(instant(at));
        date.and_time(time).and_utc().timestamp()
    }

    fn says(&self, day: i64, time: i64, what: &str) -> String {
        format!("{} {} {}: {what}", self.clock.id, date(day), wall(time))
    }
}

/// Times of day that a change of the clock may trouble, and some that it leaves alone.
pub(crate) fn times_round(turn: Turn) -> Vec<i64> {
    let middle = i64::midpoint(turn.ends, turn.begins).div_euclid(60) * 60;
    let near = [turn.ends, turn.begins, middle].into_iter().flat_map(|at| [at - 60, at, at + 60]);
    let usual = [0, 2 * 3_600 + 59 * 60, 3 * 3_600, 8 * 3_600, 23 * 3_600 + 59 * 60];
    let mut times: Vec<i64> = near.map(|at| at.rem_euclid(DAY)).chain(usual).collect();
    times.sort_unstable();
    times.dedup();
    times
}

/// The date of a day counted from 1970-01-01.
pub(crate) fn date(day: i64) -> CivilDate {
    CivilDate::from_epoch_days(i32::try_from(day).unwrap()).unwrap()
}

/// The day of a date, counted from 1970-01-01.
pub(crate) fn epoch_day(date: CivilDate) -> i64 {
    date.to_epoch_days().into()
}

/// The time on a clock, from the seconds since midnight.
pub(crate) fn wall(seconds: i64) -> WallTime {
    WallTime::from_num_seconds_from_midnight_opt(u32::try_from(seconds).unwrap(), 0).unwrap()
}

/// An instant from the seconds since 1970-01-01T00:00Z.
pub(crate) fn instant(seconds: i64) -> Instant {
    Instant::from_timestamp(seconds, 0).unwrap()
}
