//! Live classes: every week on the clock of the place where they are given.

use std::collections::BTreeSet;

use chrono::Days;
use serde::{Deserialize, Serialize};

use super::{Entry, EntryId, EntryWords, Weekly};
use crate::catalogue::Schedule;
use crate::draft::{Invalid, require};
use crate::plan::TimePolicy;
use crate::zone::{CivilDate, Instant, Moment, WallTime, Weekday, Zone, ZoneError, is_wall_time};

/// A live class as a person keeps it. The catalogue has the days and times that the article names; they may have
/// changed since, so all of it is the person's to edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptClass {
    /// Its id in the calendar: made once for this person and this class, and kept when its time is edited.
    pub id: EntryId,
    /// The day and time, on the clock of its zone.
    pub schedule: Schedule,
    /// How long it takes, 1 to 1,440 minutes. The article does not say.
    pub minutes: u16,
    /// The first date that it may fall on, there.
    pub from: CivilDate,
    /// The last date that it may fall on, there.
    pub through: CivilDate,
    /// Dates on which it does not take place, there.
    pub except: BTreeSet<CivilDate>,
}

/// A class as the person wants it: the article's, edited perhaps, or one of their own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PersonalClass {
    /// Its id in the calendar: a `UUIDv7`, made once.
    pub id: EntryId,
    /// The catalogue's item that it came from; none for one of their own.
    pub item: Option<String>,
    /// Its name, 1 to 80 characters.
    pub name: String,
    /// The day and time, on the clock of its zone.
    pub schedule: Schedule,
    /// How long it takes, 5 to 480 minutes.
    pub minutes: u16,
    /// Whether a reminder rings before it begins.
    pub rings: bool,
}

impl PersonalClass {
    /// The class in a stretch of dates.
    #[must_use]
    pub fn kept(&self, from: CivilDate, through: CivilDate) -> KeptClass {
        KeptClass {
            id: self.id.clone(),
            schedule: self.schedule.clone(),
            minutes: self.minutes,
            from,
            through,
            except: BTreeSet::new(),
        }
    }
}

/// Checks what a person wrote of a class. Whether its zone is one is asked of [`Zone::find`].
///
/// # Errors
/// [`Invalid`] with the first field that cannot be kept.
pub fn check_class(class: &PersonalClass) -> Result<(), Invalid> {
    let named = (1..=80).contains(&class.name.chars().count()) && !class.name.chars().any(char::is_control);
    require(named, "name", "must have 1 to 80 characters on one line")?;
    require((5..=480).contains(&class.minutes), "minutes", "must be 5 to 480")?;
    let clock = is_wall_time(class.schedule.time);
    require(clock, "schedule.time", "must lie between 00:00 and 23:59:59")
}

/// One time that a class takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClassTime {
    /// The date where it is given.
    pub date: CivilDate,
    /// When it begins, by the built-in zone rules.
    pub instant: Instant,
    /// The date on the person's clock as it begins.
    pub date_here: CivilDate,
    /// The time on the person's clock as it begins.
    pub time_here: WallTime,
}

impl KeptClass {
    /// The class as an entry, during which the person is busy; `None` where none of its dates are left.
    #[must_use]
    pub fn entry(&self, words: EntryWords) -> Option<Entry> {
        let date = self.dates().next()?;
        Some(Entry {
            id: self.id.clone(),
            date,
            time: self.schedule.time,
            clock: TimePolicy::Pinned { zone: self.schedule.zone.clone() },
            minutes: self.minutes,
            weekly: Some(Weekly { through: self.through, except: self.except.clone() }),
            title: words.title,
            description: words.description,
            busy: true,
        })
    }

    /// The next times that it begins after now, nearest first: what a reminder of it rings by.
    ///
    /// # Errors
    /// [`ZoneError::Unknown`] where the zone of its clock is none.
    ///
    /// ```
    /// use mingmen_core::calendar::KeptClass;
    /// use mingmen_core::catalogue::Schedule;
    /// use mingmen_core::zone::{Moment, Now, Weekday};
    ///
    /// let class = KeptClass {
    ///     id: "019e1f6b-6400-7000-8000-000000000002".into(),
    ///     schedule: Schedule {
    ///         weekday: Weekday::Thursday,
    ///         time: "19:00:00".parse().unwrap(),
    ///         zone: "Europe/London".into(),
    ///     },
    ///     minutes: 60,
    ///     from: "2026-10-19".parse().unwrap(),
    ///     through: "2027-06-30".parse().unwrap(),
    ///     except: Default::default(),
    /// };
    /// let now = Now { instant: "2026-10-19T07:00:00Z".parse().unwrap(), zone: "Asia/Tokyo".into() };
    /// let times = class.next_times(&Moment::check(&now).unwrap(), 2).unwrap();
    /// let here = times.iter().map(|time| format!("{} {}", time.date_here, time.time_here));
    /// // Clocks in London go back on 25 October, those in Tokyo do not.
    /// assert_eq!(here.collect::<Vec<_>>(), ["2026-10-23 03:00:00", "2026-10-30 04:00:00"]);
    /// ```
    pub fn next_times(&self, now: &Moment, count: usize) -> Result<Vec<ClassTime>, ZoneError> {
        let there = Zone::find(&self.schedule.zone)?;
        let time = |date| {
            let instant = there.first_instant(date, self.schedule.time)?;
            let (date_here, time_here) = now.zone.local(instant);
            Some(ClassTime { date, instant, date_here, time_here })
        };
        let (today, _) = there.local(now.instant);
        let coming = self.dates().skip_while(|date| *date < today).filter_map(time);
        Ok(coming.filter(|time| time.instant > now.instant).take(count).collect())
    }

    /// The dates that it takes place on, there.
    fn dates(&self) -> impl Iterator<Item = CivilDate> {
        let week = (0..7).filter_map(|days| self.from.checked_add_days(Days::new(days)));
        let first = week.into_iter().find(|date| Weekday::of(*date) == self.schedule.weekday);
        let weeks = first.into_iter().flat_map(|first| first.iter_weeks());
        weeks.take_while(|date| *date <= self.through).filter(|date| !self.except.contains(date))
    }
}
