//! Rows about reminders, as the tests use them, and that they come back as they went in.

use super::samples::*;
use crate::calendar::{CalendarLedger, EntryId, EntryWords, PersonalClass};
use crate::catalogue::Schedule;
use crate::reminder::{LedgerLine, Missed, PhoneLeave, ReminderEvent, ReminderKind, ReminderSettings, Watch};
use crate::zone::{Moment, Now, Weekday};

/// One line for each thing that can happen to a reminder, in the order in which it was noticed.
pub(super) fn reminder_lines() -> Vec<LedgerLine> {
    let because = [
        Missed::NotAllowed,
        Missed::PhoneOff,
        Missed::ExactTakenBack,
        Missed::PutToSleep,
        Missed::ClockSet,
        Missed::Unknown,
    ];
    let mut events = vec![
        ReminderEvent::Armed,
        ReminderEvent::Rang,
        ReminderEvent::Presumed,
        ReminderEvent::Started,
        ReminderEvent::PutOff { until: at("2026-05-20T18:30:00Z") },
        ReminderEvent::LetGo,
        ReminderEvent::Opened,
    ];
    events.extend(because.map(|because| ReminderEvent::Missed { because }));
    let kinds = [ReminderKind::Practice, ReminderKind::SecondNudge, ReminderKind::Return, ReminderKind::Test];
    let kinds = kinds.into_iter().cycle();
    let line = |(event, kind): (ReminderEvent, ReminderKind)| LedgerLine {
        reminder: format!("practice/{}/2026-05-20/080000", id(1)).into(),
        kind,
        rings_at: at("2026-05-20T07:00:00Z"),
        day: on("2026-05-20"),
        at: at("2026-05-20T07:00:01Z"),
        event,
    };
    events.into_iter().zip(kinds).map(line).collect()
}

pub(super) fn watch() -> Watch {
    Watch {
        looked_at: at("2026-05-20T07:00:01Z"),
        seen_on: on("2026-05-19"),
        phone: PhoneLeave { notifications: Some(true), exact_alarms: Some(false), battery: Some(true) },
    }
}

pub(super) fn class() -> PersonalClass {
    PersonalClass {
        id: EntryId(id(70)),
        item: Some("class-korean-thursday".to_owned()),
        name: "Thursday class".to_owned(),
        schedule: Schedule {
            weekday: Weekday::Thursday,
            time: "19:00:00".parse().unwrap(),
            zone: "Europe/London".to_owned(),
        },
        minutes: 60,
        rings: true,
    }
}

/// What a file says of that class.
pub(super) fn calendar_ledger() -> CalendarLedger {
    let words = EntryWords { title: "Your class".to_owned(), description: String::new() };
    let entry = class().kept(on("2026-05-20"), on("2027-12-31")).entry(words).unwrap();
    let now = Now { instant: at("2026-05-20T07:00:01Z"), zone: "Europe/London".to_owned() };
    CalendarLedger::default().update(&[entry], &Moment::check(&now).unwrap()).unwrap()
}

#[test]
fn what_calendar_files_said_is_kept_in_place_of_what_was_kept_before() {
    let place = Place::new();
    let store = place.open();
    assert_eq!(store.read(|r| r.calendar_ledger()).unwrap(), CalendarLedger::default());
    for ledger in [calendar_ledger(), CalendarLedger::default(), calendar_ledger()] {
        store.write(|w| w.set_calendar_ledger(&ledger, on("2026-05-20"))).unwrap();
        assert_eq!(store.read(|r| r.calendar_ledger()).unwrap(), ledger);
    }
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
}

#[test]
fn what_became_of_reminders_comes_back_in_order_and_the_last_look_in_place_of_the_one_before() {
    let place = Place::new();
    let store = place.open();
    let looked_again = Watch { phone: PhoneLeave::default(), ..watch() };
    store
        .write(|w| {
            for (number, line) in (600..).zip(reminder_lines()) {
                w.insert_reminder_line(&id(number), &line)?;
            }
            w.set_reminder_watch(&watch())?;
            w.set_reminder_watch(&looked_again)
        })
        .unwrap();
    let day = || on("2026-05-20")..=on("2026-05-20");
    assert_eq!(store.read(|r| r.reminder_lines(day())).unwrap(), reminder_lines());
    assert_eq!(store.read(|r| r.reminder_lines(on("2026-05-21")..=on("2026-05-24"))).unwrap(), []);
    assert_eq!(store.read(|r| r.reminder_watch()).unwrap(), Some(looked_again));
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
}

#[test]
fn the_classes_and_the_reminder_settings_that_were_set_last_count_with_when_they_were_set() {
    let place = Place::new();
    let store = place.open();
    let (early, late) = (at("2026-05-20T07:00:00Z"), at("2026-05-21T07:00:00Z"));
    let quiet = ReminderSettings { quiet_until: Some(on("2026-06-01")), ..ReminderSettings::default() };
    store
        .write(|w| {
            w.insert_reminder_settings(&id(1), late, &quiet)?;
            w.insert_reminder_settings(&id(2), early, &ReminderSettings::default())?;
            w.insert_classes(&id(3), early, &[class()])?;
            w.insert_classes(&id(4), late, &[])
        })
        .unwrap();
    assert_eq!(store.read(|r| r.reminder_settings()).unwrap(), Some((late, quiet)));
    assert_eq!(store.read(|r| r.classes()).unwrap(), Some((late, vec![])));
}
