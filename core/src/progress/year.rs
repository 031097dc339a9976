//! A year of days as a grid of weeks, and the hours of practice.

use chrono::Days;

use crate::practice::Practice;
use crate::zone::{CivilDate, WallTime, Weekday, Zone};

/// Minutes from which each level of a day begins; below the first is no practice (proposed).
pub const LEVELS: [u16; 4] = [1, 10, 20, 30];

/// How many hours one band of the day has; the first begins with the practice day, at 03:00.
const BAND_HOURS: usize = 3;

/// How many bands a day has.
pub const BANDS: usize = 24 / BAND_HOURS;

/// The hour at which the practice day begins.
const FIRST_HOUR: usize = 3;

/// A day of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearDay {
    /// The practice day.
    pub date: CivilDate,
    /// Its week, from 0, the oldest.
    pub column: u8,
    /// Its place in the week, from 0.
    pub row: u8,
    /// Whole minutes practised.
    pub minutes: u16,
    /// 0 for none, then 1 to 4 by [`LEVELS`].
    pub level: u8,
}

/// The first day of the grid that ends today: 53 weeks that begin on `first`.
#[must_use]
pub fn year_begins(today: CivilDate, first: Weekday) -> CivilDate {
    let into_week = (Weekday::of(today) as u64 + 7 - first as u64) % 7;
    today.checked_sub_days(Days::new(52 * 7 + into_week)).unwrap_or(today)
}

/// Every day from `from` through `today`, with the minutes practised on it.
#[must_use]
pub fn year_days(practices: &[Practice], from: CivilDate, today: CivilDate) -> Vec<YearDay> {
    let count = usize::try_from(today.signed_duration_since(from).num_days() + 1).unwrap_or(0);
    let mut ms = vec![0_u64; count];
    for practice in practices {
        let day = usize::try_from(practice.date.signed_duration_since(from).num_days()).ok();
        if let Some(sum) = day.and_then(|day| ms.get_mut(day)) {
            *sum += u64::from(practice.practised_ms);
        }
    }
    let day = |(index, (date, ms)): (usize, (CivilDate, u64))| {
        let minutes = u16::try_from(ms / 60_000).unwrap_or(u16::MAX);
        let level = LEVELS.iter().filter(|from| minutes >= **from).count();
        YearDay {
            date,
            column: u8::try_from(index / 7).unwrap_or(u8::MAX),
            row: u8::try_from(index % 7).unwrap_or(u8::MAX),
            minutes,
            level: u8::try_from(level).unwrap_or(u8::MAX),
        }
    };
    from.iter_days().zip(ms).enumerate().map(day).collect()
}

/// When practices began, by the clock where they began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// Practices in each band of three hours, the first from 03:00.
    pub bands: [u16; BANDS],
    /// Practices without a time: those entered by hand.
    pub without_time: u16,
}

/// Counts practices by the time of day at which they began. A practice entered by hand has no time.
#[must_use]
pub fn hours(practices: &[Practice]) -> Hours {
    let mut hours = Hours::default();
    let mut zones: Vec<Zone> = Vec::new();
    for practice in practices {
        let time = local_time(practice, &mut zones);
        let band = time.and_then(|time| hours.bands.get_mut(band_of(time)));
        let count = band.unwrap_or(&mut hours.without_time);
        *count = count.saturating_add(1);
    }
    hours
}

/// The times at which a band begins and ends.
#[must_use]
pub fn band_span(band: usize) -> (WallTime, WallTime) {
    let at = |band: usize| {
        let hour = u32::try_from((FIRST_HOUR + band * BAND_HOURS) % 24).unwrap_or(0);
        WallTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
    };
    (at(band), at(band + 1))
}

fn band_of(time: WallTime) -> usize {
    use chrono::Timelike;
    let hour = usize::try_from(time.hour()).unwrap_or(0);
    (hour + 24 - FIRST_HOUR) % 24 / BAND_HOURS
}

/// A person is in few zones: each is looked up once.
fn local_time(practice: &Practice, zones: &mut Vec<Zone>) -> Option<WallTime> {
    if practice.ending == crate::practice::PracticeEnding::EnteredByHand {
        return None;
    }
    if let Some(zone) = zones.iter().find(|zone| zone.id() == practice.zone) {
        return Some(zone.local(practice.started_at).1);
    }
    let zone = Zone::find(&practice.zone).ok()?;
    let (_, time) = zone.local(practice.started_at);
    zones.push(zone);
    Some(time)
}
