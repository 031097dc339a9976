//! The changes of a zone's clock, for whoever has to be told them: a reader of a calendar file may have no tz database of
//! its own.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::Instant;
use super::local::{Zone, to_timestamp};

/// One stretch between two clock changes: an observance, in the words of RFC 5545, section 3.6.5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Observance {
    /// When it began, in seconds since 1970.
    pub(crate) onset: i64,
    /// Seconds that clocks were ahead of UTC before.
    pub(crate) before: i32,
    /// Seconds that they are ahead of UTC in it.
    pub(crate) offset: i32,
    /// Whether it is daylight saving time.
    pub(crate) is_daylight: bool,
    /// What the time is called, such as `GMT`.
    pub(crate) name: String,
}

impl Zone {
    /// The observance in force at `first` and all that begin through `last`, in order.
    ///
    /// One that began before 1970 is told as if it had held since then: nothing earlier is ever asked for.
    pub(crate) fn observances(&self, first: Instant, last: Instant) -> Vec<Observance> {
        let (first, last) = (to_timestamp(first), to_timestamp(last));
        let mut told = vec![in_force(&self.rules, first)];
        let later = self.rules.following(first).take_while(|change| change.timestamp() <= last);
        told.extend(later.map(|change| Observance {
            onset: change.timestamp().as_second(),
            before: offset_before(&self.rules, change.timestamp()),
            offset: change.offset().seconds(),
            is_daylight: change.dst().is_dst(),
            name: change.abbreviation().to_owned(),
        }));
        told
    }
}

fn in_force(rules: &TimeZone, at: Timestamp) -> Observance {
    let info = rules.to_offset_info(at);
    let offset = info.offset().seconds();
    // `preceding` leaves out a change at the very instant that it is asked for.
    let since = rules.preceding(at.saturating_add(SignedDuration::from_secs(1)).unwrap_or(at)).next();
    let onset = since.map(|change| change.timestamp()).filter(|onset| *onset >= Timestamp::UNIX_EPOCH);
    Observance {
        // Without a change there is no offset before it, and clocks in it show the same as ever.
        onset: onset.map_or(-i64::from(offset), Timestamp::as_second),
        before: onset.map_or(offset, |onset| offset_before(rules, onset)),
        offset,
        is_daylight: info.dst().is_dst(),
        name: info.abbreviation().to_owned(),
    }
}

fn offset_before(rules: &TimeZone, change: Timestamp) -> i32 {
    let before = change.saturating_sub(SignedDuration::from_secs(1)).unwrap_or(change);
    rules.to_offset(before).seconds()
}
