//! When things happen, as the apps see it: instants, civil dates, wall times and zones.
//!
//! Nothing here can fail to arrive: a failing conversion would be an internal error, fatal in Swift. What the core's
//! types cannot hold becomes a value that they can hold and that the core refuses as `InvalidInput`.
use chrono::Timelike;
use mingmen_core::zone::{CivilDate, Instant, Now, WallTime, Weekday};

uniffi::custom_type!(
    /// A point on the time line, to the millisecond.
    ///
    /// Crosses as milliseconds since 1970. What lies outside chrono's range (some 262,000 years) arrives as its first or
    /// last instant, which the core refuses as invalid input.
    Instant,
    i64,
    { remote, lower: |instant| instant.timestamp_millis(), try_lift: |ms| Ok(instant_from_millis(ms)) }
);

uniffi::custom_type!(
    /// A date on a person's calendar, with no time and no zone.
    ///
    /// Crosses as days since 1970-01-01. What lies outside chrono's range arrives as its first or last date, which the
    /// core refuses as invalid input.
    CivilDate,
    i32,
    { remote, lower: |date| date.to_epoch_days(), try_lift: |days| Ok(date_from_epoch_days(days)) }
);

uniffi::custom_type!(
    /// Hours and minutes on a person's clock, with no date and no zone.
    ///
    /// Crosses as seconds since midnight; parts of a second do not cross. From 86,400 on it arrives as a leap second,
    /// which the core refuses as invalid input.
    WallTime,
    u32,
    { remote, lower: |time| time.num_seconds_from_midnight(), try_lift: |seconds| Ok(time_from_seconds(seconds)) }
);

/// The instant these milliseconds since 1970 name, or the nearest one that there is.
fn instant_from_millis(ms: i64) -> Instant {
    let nearest = if ms < 0 { Instant::MIN_UTC } else { Instant::MAX_UTC };
    Instant::from_timestamp_millis(ms).unwrap_or(nearest)
}

/// The date these days since 1970 name, or the nearest one that there is.
fn date_from_epoch_days(days: i32) -> CivilDate {
    let nearest = if days < 0 { CivilDate::MIN } else { CivilDate::MAX };
    CivilDate::from_epoch_days(days).unwrap_or(nearest)
}

/// The time these seconds since midnight name, or a leap second: chrono's last, and never a time that a person plans.
fn time_from_seconds(seconds: u32) -> WallTime {
    const LEAP_SECOND: Option<WallTime> = WallTime::from_hms_milli_opt(23, 59, 59, 1_999);
    let past_midnight = LEAP_SECOND.unwrap_or(WallTime::MIN);
    WallTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or(past_midnight)
}

/// The present moment as the platform tells it. Every command and query takes it, because the core has no clock.
#[uniffi::remote(Record)]
pub struct Now {
    /// The instant, from 1970 to 2099.
    pub instant: Instant,
    /// The IANA id of the zone the person is in, such as `Europe/London`.
    pub zone: String,
}

/// A day of the week, Monday first.
#[uniffi::remote(Enum)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}
