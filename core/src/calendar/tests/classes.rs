//! A class keeps to the clock of the place where it is given, and a person may edit all of it.

use super::*;
use crate::catalogue::{Learn, Schedule};
use crate::zone::Weekday;

fn class(schedule: Schedule) -> KeptClass {
    KeptClass {
        id: "019e1f6b-class".into(),
        schedule,
        minutes: 60,
        from: date("2026-10-16"),
        through: date("2026-11-30"),
        except: [date("2026-11-05")].into(),
    }
}

fn thursday_evening() -> KeptClass {
    class(Schedule { weekday: Weekday::Thursday, time: time("19:00"), zone: "Europe/London".into() })
}

fn words() -> EntryWords {
    EntryWords { title: "Class".into(), description: String::new() }
}

/// The next three times, by the clock here.
fn here(class: &KeptClass, now: &Moment) -> Vec<String> {
    let times = class.next_times(now, 3).unwrap();
    times.iter().map(|time| format!("{} {}", time.date_here, time.time_here)).collect()
}

#[test]
fn the_classes_of_the_catalogue_are_on_thursday_evening_and_sunday_morning_in_london() {
    let library = Learn::for_locale("en").unwrap();
    let items = library.topics().iter().flat_map(|topic| &topic.items);
    let schedules = items.filter_map(|item| item.schedule.clone());
    let entries: Vec<String> = schedules
        .filter_map(|schedule| class(schedule).entry(words()))
        .map(|entry| format!("{} {} {:?}", entry.date, entry.time, entry.clock))
        .collect();
    assert_eq!(
        entries,
        [
            "2026-10-22 19:00:00 Pinned { zone: \"Europe/London\" }",
            "2026-10-18 11:00:00 Pinned { zone: \"Europe/London\" }"
        ]
    );
}

#[test]
fn the_next_times_pass_over_what_has_begun_and_what_does_not_take_place() {
    let begins = moment("2026-10-22T18:00:00Z", "Europe/London");
    assert_eq!(
        here(&thursday_evening(), &begins),
        ["2026-10-29 19:00:00", "2026-11-12 19:00:00", "2026-11-19 19:00:00"]
    );
    let just_before = moment("2026-10-22T17:59:59Z", "Europe/London");
    assert_eq!(here(&thursday_evening(), &just_before)[0], "2026-10-22 19:00:00");
    assert_eq!(here(&thursday_evening(), &moment("2026-11-27T00:00:00Z", "Europe/London")), [""; 0]);
}

#[test]
fn a_traveller_finds_the_class_on_the_date_and_time_of_the_clock_here() {
    let in_honolulu = moment("2026-10-19T07:00:00Z", "Pacific/Honolulu");
    assert_eq!(here(&thursday_evening(), &in_honolulu)[..2], ["2026-10-22 08:00:00", "2026-10-29 09:00:00"]);
}

#[test]
fn a_class_whose_time_was_edited_is_the_same_one_at_another_time() {
    let first = CalendarLedger::default();
    let first = first.update(&[thursday_evening().entry(words()).unwrap()], &monday()).unwrap();
    let friday = Schedule { weekday: Weekday::Friday, ..thursday_evening().schedule };
    let edited = KeptClass { schedule: friday, ..thursday_evening() };
    let second = first.update(&[edited.entry(words()).unwrap()], &monday()).unwrap().write().unwrap();
    assert_eq!(lines(&second, "UID"), ["UID:019e1f6b-class"]);
    assert_eq!(lines(&second, "SEQUENCE"), ["SEQUENCE:1"]);
    assert_eq!(lines(&second, "DTSTART;"), ["DTSTART;TZID=Europe/London:20261016T190000"]);
}

#[test]
fn a_class_without_a_date_has_no_entry_and_one_in_no_zone_is_refused() {
    let over = KeptClass { through: date("2026-10-21"), ..thursday_evening() };
    assert_eq!(over.entry(words()), None);
    let mars = Schedule { zone: "Mars/Olympus".into(), ..thursday_evening().schedule };
    assert!(class(mars.clone()).next_times(&monday(), 1).is_err());
    assert_eq!(fault(&class(mars).entry(words()).unwrap()), EntryFault::UnknownZone("Mars/Olympus".into()));
}
