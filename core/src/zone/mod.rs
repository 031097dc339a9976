//! When things happen: a point on the time line, a date on a calendar and a time on a clock are three
//! different things, and this is the one module that turns one into another.
//!
//! The rules (`docs/decisions/0003-time.md`):
//! - the practice day begins at 03:00 local time, so a practice at 00:30 belongs to the evening before;
//! - a wall time that a clock change skips happens at the first valid instant after it;
//! - a wall time that occurs twice happens the first time only;
//! - a civil day that a zone skipped altogether does not happen.
//!
//! Zone rules come from the tz database that is built in, so both apps and every test agree;
//! [`tz_database_version`] says which.
mod clock_changes;
mod local;

pub(crate) use clock_changes::Observance;
pub use local::{
    Moment, Zone, ZoneError, is_plannable, is_wall_time, tz_database_version, week_days, week_start,
};
use serde::{Deserialize, Serialize};

/// A point on the time line, to the millisecond.
pub type Instant = chrono::DateTime<chrono::Utc>;

/// A date on a person's calendar, with no time and no zone.
pub type CivilDate = chrono::NaiveDate;

/// Hours and minutes on a person's clock, with no date and no zone.
pub type WallTime = chrono::NaiveTime;

/// The present moment as the platform tells it. Every command and query takes it, because the core has no clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Now {
    /// The instant, from 1970 to 2099.
    pub instant: Instant,
    /// The IANA id of the zone the person is in, such as `Europe/London`.
    pub zone: String,
}

/// A day of the week, Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
