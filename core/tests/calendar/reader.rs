//! Reads a calendar file as a calendar app does that has no tz database: the crate `icalendar` takes the text apart, and
//! what a time in a zone means follows from the file's own VTIMEZONE, by RFC 5545, sections 3.3.5, 3.3.10 and 3.6.5.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, Duration, NaiveDateTime, SecondsFormat};
use icalendar::parser::{Component, Property, read_calendar, unfold};

/// When something takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Start {
    /// At an instant, in seconds since 1970.
    At(i64),
    /// When the reader's own clock shows it.
    Floating(NaiveDateTime),
}

impl fmt::Display for Start {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Start::At(seconds) => {
                let at = DateTime::from_timestamp(*seconds, 0).unwrap();
                out.write_str(&at.to_rfc3339_opts(SecondsFormat::Secs, true))
            }
            Start::Floating(local) => write!(out, "{}", local.format("%Y-%m-%dT%H:%M:%S")),
        }
    }
}

/// An event as a calendar app sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) uid: String,
    pub(crate) sequence: u32,
    pub(crate) is_cancelled: bool,
    pub(crate) starts: Vec<Start>,
    pub(crate) minutes: u16,
    pub(crate) title: String,
    pub(crate) description: String,
}

/// The events of a file, in its order.
pub(crate) fn read(file: &str) -> Vec<Event> {
    let text = unfold(file);
    let calendar = read_calendar(&text).unwrap();
    let of = |name: &'static str| calendar.components.iter().filter(move |it| it.name == name);
    let zones = of("VTIMEZONE").map(|zone| (value(zone, "TZID"), Offsets::read(zone))).collect();
    of("VEVENT").map(|event| read_event(event, &zones)).collect()
}

fn read_event(event: &Component<'_>, zones: &BTreeMap<String, Offsets>) -> Event {
    let start = event.find_prop("DTSTART").unwrap();
    let offsets =
        start.params.iter().find(|it| it.key == "TZID").map(|it| &zones[it.val.as_ref().unwrap().as_str()]);
    let begins = |local: NaiveDateTime| match offsets {
        None => Start::Floating(local),
        Some(offsets) => Start::At(offsets.instant(local)),
    };
    let except: Vec<NaiveDateTime> = properties(event, "EXDATE").map(|it| local(it.val.as_str())).collect();
    let first = local(start.val.as_str());
    let starts = match event.find_prop("RRULE") {
        None => vec![begins(first)],
        Some(rule) => {
            let until = rule.val.as_str().strip_prefix("FREQ=WEEKLY;UNTIL=").unwrap();
            let until = match until.strip_suffix('Z') {
                None => Start::Floating(local(until)),
                Some(utc) => Start::At(local(utc).and_utc().timestamp()),
            };
            let weeks = (0..).map(|week| first + Duration::weeks(week));
            let series = weeks.take_while(|at| begins(*at) <= until);
            series.filter(|at| !except.contains(at)).map(begins).collect()
        }
    };
    let minutes = value(event, "DURATION");
    Event {
        uid: value(event, "UID"),
        sequence: value(event, "SEQUENCE").parse().unwrap(),
        is_cancelled: value(event, "STATUS") == "CANCELLED",
        starts,
        minutes: minutes.strip_prefix("PT").unwrap().strip_suffix('M').unwrap().parse().unwrap(),
        title: value(event, "SUMMARY"),
        description: event.find_prop("DESCRIPTION").map_or(String::new(), |it| it.val.as_str().to_owned()),
    }
}

/// The offsets of a VTIMEZONE, each with the instant from which it holds.
struct Offsets(Vec<(i64, i64)>);

impl Offsets {
    fn read(zone: &Component<'_>) -> Offsets {
        let onset = |it: &Component<'_>| {
            let (before, after) = (offset(&value(it, "TZOFFSETFROM")), offset(&value(it, "TZOFFSETTO")));
            (local(&value(it, "DTSTART")).and_utc().timestamp() - before, after)
        };
        let offsets: Vec<(i64, i64)> = zone.components.iter().map(onset).collect();
        assert!(offsets.is_sorted_by_key(|(onset, _)| *onset) && !offsets.is_empty());
        Offsets(offsets)
    }

    /// The first instant at which a clock shows this, or would show it if the change before it were yet to come.
    fn instant(&self, local: NaiveDateTime) -> i64 {
        let shown = local.and_utc().timestamp();
        let ends = self.0.iter().skip(1).map(|(onset, _)| *onset).chain([i64::MAX]);
        let stretches = self.0.iter().zip(ends);
        let mut instants = stretches.map(|((onset, offset), end)| (*onset, shown - offset, end));
        let mut before_a_gap = None;
        instants
            .find_map(|(onset, instant, end)| {
                if instant >= end {
                    before_a_gap = Some(instant);
                }
                (onset..end).contains(&instant).then_some(instant)
            })
            .or(before_a_gap)
            .expect("a time before the file's zone begins")
    }
}

fn properties<'a>(of: &'a Component<'a>, name: &'static str) -> impl Iterator<Item = &'a Property<'a>> {
    of.properties.iter().filter(move |it| it.name == name)
}

fn value(of: &Component<'_>, name: &'static str) -> String {
    assert_eq!(properties(of, name).count(), 1, "{name}");
    of.find_prop(name).unwrap().val.as_str().to_owned()
}

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").unwrap()
}

fn offset(text: &str) -> i64 {
    let (sign, digits) = text.split_at(1);
    let part = |at: usize| digits.get(at..at + 2).map_or(0, |part| part.parse::<i64>().unwrap());
    let seconds = part(0) * 3_600 + part(2) * 60 + part(4);
    if sign == "-" { -seconds } else { seconds }
}
