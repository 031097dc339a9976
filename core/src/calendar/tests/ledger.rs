//! A calendar app that reads file after file shows what is wanted now, and keeps what is past.

use super::*;

/// Each line as `id sequence standing`.
fn told(ledger: &CalendarLedger) -> Vec<String> {
    ledger.lines().map(|line| format!("{} {} {:?}", line.entry.id, line.sequence, line.standing)).collect()
}

fn practice(day: &str, at: &str) -> Entry {
    entry(&format!("practice-{day}"), day, at, TimePolicy::Floating)
}

#[test]
fn what_did_not_change_gives_the_same_bytes_whenever_it_is_asked_for() {
    let entries = [thursdays(), practice("2026-10-22", "08:00")];
    let first = CalendarLedger::default().update(&entries, &monday()).unwrap();
    let later = moment("2026-10-21T20:00:00Z", "Asia/Tokyo");
    let second = first.update(&entries, &later).unwrap();
    assert_eq!(second, first);
    assert_eq!(second.write(), first.write());
}

#[test]
fn only_what_changed_goes_up() {
    let (tuesday, thursday) = (practice("2026-10-20", "08:00"), practice("2026-10-22", "08:00"));
    let first = CalendarLedger::default().update(&[tuesday.clone(), thursday.clone()], &monday()).unwrap();
    let moved = Entry { time: time("18:00"), ..thursday };
    let second = first.update(&[tuesday, moved], &monday()).unwrap();
    assert_eq!(told(&second), ["practice-2026-10-20 0 Wanted", "practice-2026-10-22 1 Wanted"]);
}

#[test]
fn what_is_gone_is_cancelled_until_it_is_past_and_then_forgotten() {
    let first = CalendarLedger::default().update(&[practice("2026-10-22", "08:00")], &monday()).unwrap();
    let second = first.update(&[], &monday()).unwrap();
    assert_eq!(told(&second), ["practice-2026-10-22 1 Cancelled"]);
    let just_before = moment("2026-10-22T07:19:59Z", "Europe/London");
    assert_eq!(second.update(&[], &just_before).unwrap(), second);
    let at_its_end = moment("2026-10-22T07:20:00Z", "Europe/London");
    let third = second.update(&[], &at_its_end).unwrap();
    assert_eq!(told(&third), [""; 0]);
    assert_eq!(third.write(), Err(CalendarError::Nothing));
}

#[test]
fn what_is_past_stays_in_the_calendar_as_it_was() {
    let first = CalendarLedger::default().update(&[practice("2026-10-19", "07:00")], &monday()).unwrap();
    let afterwards = moment("2026-10-19T06:30:00Z", "Europe/London");
    assert_eq!(told(&first.update(&[], &afterwards).unwrap()), [""; 0]);
}

#[test]
fn whether_a_floating_time_is_past_is_for_the_clock_where_the_person_is() {
    let first = CalendarLedger::default().update(&[practice("2026-10-20", "08:00")], &monday()).unwrap();
    let instant = "2026-10-20T02:00:00Z";
    assert_eq!(told(&first.update(&[], &moment(instant, "Asia/Tokyo")).unwrap()), [""; 0]);
    let in_honolulu = first.update(&[], &moment(instant, "Pacific/Honolulu")).unwrap();
    assert_eq!(told(&in_honolulu), ["practice-2026-10-20 1 Cancelled"]);
}

#[test]
fn a_floating_time_on_a_day_that_the_clock_skipped_is_past_on_the_day_after() {
    let before = moment("2011-12-29T18:00:00Z", "Pacific/Apia");
    let first = CalendarLedger::default().update(&[practice("2011-12-30", "08:00")], &before).unwrap();
    assert_eq!(told(&first.update(&[], &before).unwrap()), ["practice-2011-12-30 1 Cancelled"]);
    let after = moment("2011-12-30T18:00:00Z", "Pacific/Apia");
    assert_eq!(told(&first.update(&[], &after).unwrap()), [""; 0]);
}

#[test]
fn what_was_cancelled_and_is_wanted_again_goes_up_once_more() {
    let class = || [thursdays()];
    let first = CalendarLedger::default().update(&class(), &monday()).unwrap();
    let third = first.update(&[], &monday()).unwrap().update(&class(), &monday()).unwrap();
    assert_eq!(told(&third), ["019e1f6b-class-1 2 Wanted"]);
}

#[test]
fn a_series_that_is_over_and_taken_up_again_is_newer_than_before() {
    let first = CalendarLedger::default().update(&[thursdays()], &monday()).unwrap();
    let shorter = Entry { minutes: 45, ..thursdays() };
    let second = first.update(&[shorter], &monday()).unwrap();
    assert_eq!(told(&second), ["019e1f6b-class-1 1 Wanted"]);
    let next_year = moment("2027-01-05T10:00:00Z", "Europe/London");
    let over = second.update(&[], &next_year).unwrap();
    assert_eq!(over.write(), Err(CalendarError::Nothing));
    let again = Entry { weekly: weekly("2027-06-24", &[]), ..thursdays() };
    assert_eq!(told(&over.update(&[again], &next_year).unwrap()), ["019e1f6b-class-1 2 Wanted"]);
}

#[test]
fn a_time_beside_a_series_is_taken_out_when_the_series_no_longer_needs_it() {
    let early = Entry {
        weekly: weekly("2027-04-11", &[]),
        ..entry("a", "2027-03-14", "01:30", pinned("Europe/London"))
    };
    let first = CalendarLedger::default().update(std::slice::from_ref(&early), &monday()).unwrap();
    assert_eq!(told(&first), ["a 0 Wanted", "a/2027-03-28 0 Wanted"]);
    let second = first.update(&[Entry { time: time("03:30"), ..early }], &monday()).unwrap();
    assert_eq!(told(&second), ["a 1 Wanted", "a/2027-03-28 1 Cancelled"]);
}

#[test]
fn a_ledger_that_was_kept_is_the_one_that_comes_back() {
    let first = CalendarLedger::default().update(&[thursdays()], &monday()).unwrap();
    let ledger = first.update(&[practice("2026-10-22", "08:00")], &monday()).unwrap();
    let kept = serde_json::to_string(&ledger).unwrap();
    assert_eq!(serde_json::from_str::<CalendarLedger>(&kept).unwrap(), ledger);
}

#[test]
fn nothing_is_changed_where_an_entry_cannot_be_written() {
    let first = CalendarLedger::default().update(&[thursdays()], &monday()).unwrap();
    let before = first.clone();
    assert!(first.update(&[Entry { minutes: 0, ..thursdays() }], &monday()).is_err());
    assert_eq!(first, before);
}
