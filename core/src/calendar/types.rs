//! The plain types of what goes into a calendar file, and why something cannot.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::id;
use crate::plan::TimePolicy;
use crate::zone::{CivilDate, WallTime, ZoneError};

id! {
    /// Names an entry for ever, as its UID in every file (RFC 5545, section 3.8.4.7): 1 to 200 ASCII letters, digits,
    /// `-`, `_`, `.` or `@`.
    ///
    /// No two people may have the same, and it is to tell nothing about the person (RFC 7986, section 5.3): begin it
    /// with a UUID, such as that of the enrolment.
    EntryId
}

/// Something that is to stand in a person's calendar.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Entry {
    /// Its id, the same in every file.
    pub id: EntryId,
    /// The date on the calendar, of the first time if it comes every week. Not the practice day: a time before 03:00
    /// stands under the date that the clock shows.
    pub date: CivilDate,
    /// The time on the clock.
    pub time: WallTime,
    /// Whose clock: the person's, wherever they are, or that of a zone.
    pub clock: TimePolicy,
    /// How long it takes, 1 to 1,440 minutes.
    pub minutes: u16,
    /// How it comes again every week; `None` for once.
    pub weekly: Option<Weekly>,
    /// What a calendar shows of it, to everybody who sees the calendar: nothing about health unless the person asked
    /// for it. 1 to 200 characters.
    pub title: String,
    /// What it shows when the entry is opened, with the same care; may be empty, at most 2,000 characters.
    pub description: String,
    /// Whether the person counts as busy for those who look for a free hour.
    pub busy: bool,
}

/// Every week on the weekday of the entry's date.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Weekly {
    /// The last date that it may fall on.
    pub through: CivilDate,
    /// Dates on which it does not take place.
    pub except: BTreeSet<CivilDate>,
}

/// Why a calendar file cannot be made. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// An entry cannot be written.
    #[error("entry {id}: {fault}")]
    Entry {
        /// The entry.
        id: EntryId,
        /// What is wrong with it.
        fault: EntryFault,
    },
    /// Nothing is to be written, and a file with nothing in it is none (RFC 5545, section 3.4).
    #[error("there is nothing to write")]
    Nothing,
    /// The ledger names a zone that the built-in tz database does not have.
    #[error(transparent)]
    Zone(#[from] ZoneError),
}

/// What can be wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryFault {
    /// The id is empty, too long or has other characters than it may have.
    #[error("the id must be 1 to 200 letters, digits, '-', '_', '.' or '@'")]
    Id,
    /// Another entry has the same id.
    #[error("another entry has the same id")]
    SameId,
    /// The date, or the last date of a weekly entry, cannot be planned.
    #[error("dates must lie in the years 1970 to 2099")]
    Date,
    /// The time is not one that a clock shows.
    #[error("the time must lie between 00:00 and 23:59:59")]
    Time,
    /// It takes no time, or more than a day.
    #[error("must take 1 to 1,440 minutes")]
    Minutes,
    /// The tz database does not know the zone.
    #[error("no time zone is called {0:?}")]
    UnknownZone(String),
    /// There is no title, or one that is too long.
    #[error("the title must have 1 to 200 characters")]
    Title,
    /// The description is too long.
    #[error("the description must have at most 2,000 characters")]
    Description,
    /// The last date of a weekly entry comes before its first.
    #[error("must come through its first date or later")]
    Through,
}
