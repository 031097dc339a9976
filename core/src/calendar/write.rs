//! A file in iCalendar. The numbers in brackets are sections of RFC 5545.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDateTime};

use super::line::Lines;
use super::settle::dates;
use super::{CalendarError, Entry, EntryStanding, LedgerLine};
use crate::plan::TimePolicy;
use crate::zone::{CivilDate, Instant, Observance, Zone};

/// Who made the file (3.7.3).
const MADE_BY: &str = "-//Mingmen//Plan and classes//EN";

/// A date with time on some clock (3.3.5).
const ON_A_CLOCK: &str = "%Y%m%dT%H%M%S";

/// What a file needs of a zone: its rules, and the instants between which they have to be told.
struct ZoneSpan {
    zone: Zone,
    first: Instant,
    last: Instant,
}

/// The file with these lines, in this order.
///
/// It names no method (3.7.2): a file that a person opens invites nobody, and `PUBLISH` would need an organiser
/// (RFC 5546, section 3.2.1).
pub(super) fn write(ledger: &[&LedgerLine]) -> Result<String, CalendarError> {
    if ledger.is_empty() {
        return Err(CalendarError::Nothing);
    }
    let zones = zones(ledger)?;
    let mut lines = Lines::default();
    lines.value("BEGIN", "VCALENDAR");
    lines.value("VERSION", "2.0");
    lines.text("PRODID", MADE_BY);
    lines.value("CALSCALE", "GREGORIAN");
    for span in zones.values() {
        write_zone(&mut lines, span);
    }
    for line in ledger {
        write_event(&mut lines, line, zones.get(zone_id(&line.entry)).map(|span| &span.zone));
    }
    lines.value("END", "VCALENDAR");
    Ok(lines.into_text())
}

/// The zones that entries are pinned to, by id (3.6.5: each of them is told once).
fn zones(ledger: &[&LedgerLine]) -> Result<BTreeMap<String, ZoneSpan>, CalendarError> {
    let mut zones: BTreeMap<String, ZoneSpan> = BTreeMap::new();
    for entry in ledger.iter().map(|line| &line.entry) {
        let TimePolicy::Pinned { zone: id } = &entry.clock else { continue };
        let zone = Zone::find(id)?;
        let last_date = dates(entry).last().unwrap_or(entry.date);
        let instant = |date: CivilDate| zone.first_instant(date, entry.time);
        // A settled entry begins and ends on dates that its zone has.
        let (Some(first), Some(last)) = (instant(entry.date), instant(last_date)) else { continue };
        let last = last + Duration::minutes(i64::from(entry.minutes));
        let span = zones.entry(id.clone()).or_insert(ZoneSpan { zone, first, last });
        span.first = span.first.min(first);
        span.last = span.last.max(last);
    }
    Ok(zones)
}

fn write_zone(lines: &mut Lines, span: &ZoneSpan) {
    lines.value("BEGIN", "VTIMEZONE");
    lines.text("TZID", span.zone.id());
    for observance in span.zone.observances(span.first, span.last) {
        write_observance(lines, &observance);
    }
    lines.value("END", "VTIMEZONE");
}

/// One clock change, on the date that it happens: no rule, since a file tells no more than it needs (3.6.5).
fn write_observance(lines: &mut Lines, observance: &Observance) {
    let kind = if observance.is_daylight { "DAYLIGHT" } else { "STANDARD" };
    // Its beginning stands as the clock showed it that was in force before.
    let onset = DateTime::from_timestamp(observance.onset + i64::from(observance.before), 0);
    lines.value("BEGIN", kind);
    lines.value("DTSTART", &onset.unwrap_or_default().format(ON_A_CLOCK).to_string());
    lines.value("TZOFFSETFROM", &offset(observance.before));
    lines.value("TZOFFSETTO", &offset(observance.offset));
    lines.text("TZNAME", &observance.name);
    lines.value("END", kind);
}

/// An offset from UTC (3.3.14): `+0100`, with seconds only where there are any.
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let ahead = seconds.unsigned_abs();
    let (hours, minutes, rest) = (ahead / 3_600, ahead / 60 % 60, ahead % 60);
    if rest == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{rest:02}")
    }
}

/// One entry (3.6.1). It is private, so that a calendar that others see shows them no more than they are to know
/// (3.8.1.3).
fn write_event(lines: &mut Lines, line: &LedgerLine, zone: Option<&Zone>) {
    let entry = &line.entry;
    let is_cancelled = line.standing == EntryStanding::Cancelled;
    lines.value("BEGIN", "VEVENT");
    lines.text("UID", entry.id.as_str());
    lines.value("DTSTAMP", &utc(line.changed_at));
    lines.value("SEQUENCE", &line.sequence.to_string());
    lines.value("STATUS", if is_cancelled { "CANCELLED" } else { "CONFIRMED" });
    lines.value("CLASS", "PRIVATE");
    lines.value("TRANSP", if entry.busy && !is_cancelled { "OPAQUE" } else { "TRANSPARENT" });
    lines.value(&with_zone("DTSTART", zone), &on_the_clock(entry, entry.date));
    lines.value("DURATION", &format!("PT{}M", entry.minutes));
    if let Some(weekly) = &entry.weekly {
        lines.value("RRULE", &format!("FREQ=WEEKLY;UNTIL={}", until(entry, weekly.through, zone)));
        for date in &weekly.except {
            lines.value(&with_zone("EXDATE", zone), &on_the_clock(entry, *date));
        }
    }
    lines.text("SUMMARY", &entry.title);
    if !entry.description.is_empty() {
        lines.text("DESCRIPTION", &entry.description);
    }
    lines.value("END", "VEVENT");
}

/// The last time of a series: in UTC where it has a zone, and on the person's clock where it floats (3.3.10).
fn until(entry: &Entry, through: CivilDate, zone: Option<&Zone>) -> String {
    let last = zone.and_then(|zone| zone.first_instant(through, entry.time));
    last.map_or_else(|| on_the_clock(entry, through), utc)
}

fn zone_id(entry: &Entry) -> &str {
    match &entry.clock {
        TimePolicy::Floating => "",
        TimePolicy::Pinned { zone } => zone,
    }
}

fn with_zone(name: &str, zone: Option<&Zone>) -> String {
    zone.map_or_else(|| name.to_owned(), |zone| format!("{name};TZID={}", zone.id()))
}

fn on_the_clock(entry: &Entry, date: CivilDate) -> String {
    NaiveDateTime::new(date, entry.time).format(ON_A_CLOCK).to_string()
}

fn utc(instant: Instant) -> String {
    instant.format("%Y%m%dT%H%M%SZ").to_string()
}
