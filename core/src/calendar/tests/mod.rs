//! Entries that the tests of this module share.

mod classes;
mod file;
mod ledger;
mod sessions;

use super::*;
use crate::plan::TimePolicy;
use crate::zone::{CivilDate, Moment, Now, WallTime};

fn moment(instant: &str, zone: &str) -> Moment {
    Moment::check(&Now { instant: instant.parse().unwrap(), zone: zone.into() }).unwrap()
}

/// A Monday morning in London, in the week before the clocks change.
fn monday() -> Moment {
    moment("2026-10-19T07:00:00Z", "Europe/London")
}

fn date(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn time(text: &str) -> WallTime {
    format!("{text}:00").parse().unwrap()
}

fn pinned(zone: &str) -> TimePolicy {
    TimePolicy::Pinned { zone: zone.into() }
}

fn entry(id: &str, day: &str, at: &str, clock: TimePolicy) -> Entry {
    Entry {
        id: id.into(),
        date: date(day),
        time: time(at),
        clock,
        minutes: 20,
        weekly: None,
        title: "Time for yourself".into(),
        description: String::new(),
        busy: false,
    }
}

fn weekly(through: &str, except: &[&str]) -> Option<Weekly> {
    Some(Weekly { through: date(through), except: except.iter().copied().map(date).collect() })
}

/// The class on Thursdays, as long as the clocks change once in it.
fn thursdays() -> Entry {
    Entry {
        minutes: 60,
        weekly: weekly("2026-11-19", &["2026-11-05"]),
        title: "Class, online".into(),
        busy: true,
        ..entry("019e1f6b-class-1", "2026-10-15", "19:00", pinned("Europe/London"))
    }
}

fn file(entries: &[Entry]) -> String {
    CalendarLedger::default().update(entries, &monday()).unwrap().write().unwrap()
}

/// The lines of a file that begin so.
fn lines(file: &str, start: &str) -> Vec<String> {
    file.split("\r\n").filter(|line| line.starts_with(start)).map(str::to_owned).collect()
}

fn fault(entry: &Entry) -> EntryFault {
    match CalendarLedger::default().update(std::slice::from_ref(entry), &monday()) {
        Err(CalendarError::Entry { fault, .. }) => fault,
        other => panic!("{other:?}"),
    }
}
