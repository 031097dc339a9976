//! The same by rules of recurrence (RFC 5545): read from text, worked out one after the other, put in order.

use icalendar::{Calendar, CalendarComponent, Component};
use rrule::RRuleSet;

use crate::{COUNT, Rings};

const STARTS: [&str; 3] = ["20260309T080000", "20260312T183000", "20260315T180000"];
const RULES: [&str; 3] =
    ["FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=60", "FREQ=WEEKLY;BYDAY=TH;COUNT=60", "FREQ=WEEKLY;BYDAY=SU;COUNT=60"];

pub(crate) fn by_rrule() -> Rings {
    next((0..3).map(|i| format!("DTSTART;TZID=Europe/London:{}\nRRULE:{}", STARTS[i], RULES[i])))
}

/// The rules as a calendar app hands them over: a file first, then its rules.
pub(crate) fn by_icalendar_and_rrule() -> Rings {
    let event = |i: usize| {
        format!(
            "BEGIN:VEVENT\r\nUID:{i}\r\nDTSTAMP:20260309T070000Z\r\nDTSTART;TZID=Europe/London:{}\r\nRRULE:{}\r\nEND:VEVENT\r\n",
            STARTS[i], RULES[i]
        )
    };
    let events: String = (0..3).map(event).collect();
    let file = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:yardstick\r\n{events}END:VCALENDAR\r\n");
    let calendar: Calendar = file.parse().unwrap();
    let rule = |part: &CalendarComponent| {
        let event = part.as_event()?;
        let (start, rule) = (event.properties().get("DTSTART")?, event.property_value("RRULE")?);
        Some(format!("DTSTART;TZID=Europe/London:{}\nRRULE:{rule}", start.value()))
    };
    next(calendar.components.iter().filter_map(rule))
}

fn next(rules: impl Iterator<Item = String>) -> Rings {
    let mut rings = Vec::new();
    for rule in rules {
        let rule: RRuleSet = rule.parse().unwrap();
        rings.extend(rule.into_iter().take(COUNT).map(|at| at.timestamp()));
    }
    rings.sort_unstable();
    rings.truncate(COUNT);
    rings
}
