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
    /// Crosses as seconds since midnight. From 86,400 on it arrives as a leap second, which the core refuses as invalid
    /// input; a platform's time with parts of a second crosses as one of those.
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

/// The time these seconds since midnight name, or the last leap second: a value that no wall clock shows.
fn time_from_seconds(seconds: u32) -> WallTime {
    WallTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or(LEAP_SECOND)
}

/// chrono's very last time: 23:59:59 and 1,999,999,999 nanoseconds.
const LEAP_SECOND: WallTime = match WallTime::from_hms_nano_opt(23, 59, 59, 1_999_999_999) {
    Some(time) => time,
    None => WallTime::MIN,
};

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

#[cfg(test)]
mod tests {
    use chrono::Timelike;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_instant_of_the_person_s_lifetime_crosses_to_the_millisecond(ms in -4_000_000_000_000_i64..8_000_000_000_000) {
            prop_assert_eq!(instant_from_millis(ms).timestamp_millis(), ms);
        }

        #[test]
        fn every_instant_arrives_and_what_is_beyond_chrono_is_its_first_or_last(ms: i64) {
            let nearest = ms.clamp(Instant::MIN_UTC.timestamp_millis(), Instant::MAX_UTC.timestamp_millis());
            prop_assert_eq!(instant_from_millis(ms).timestamp_millis(), nearest);
        }

        #[test]
        fn every_date_arrives_and_what_is_beyond_chrono_is_its_first_or_last(days: i32) {
            let nearest = days.clamp(CivilDate::MIN.to_epoch_days(), CivilDate::MAX.to_epoch_days());
            prop_assert_eq!(date_from_epoch_days(days).to_epoch_days(), nearest);
        }

        #[test]
        fn every_second_of_a_day_crosses_as_itself(seconds in 0_u32..86_400) {
            let time = time_from_seconds(seconds);
            prop_assert_eq!((time.num_seconds_from_midnight(), time.nanosecond()), (seconds, 0));
        }

        #[test]
        fn seconds_beyond_a_day_arrive_as_a_leap_second_and_not_as_a_time_of_day(seconds in 86_400_u32..) {
            prop_assert_eq!(time_from_seconds(seconds).nanosecond(), 1_999_999_999);
        }
    }
}
