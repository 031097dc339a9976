//! The file of a person with a plan and a class, as the app hands it over: read by others, everything in it takes place when
//! the plan says so.

use std::collections::BTreeSet;

use mingmen_core::calendar::EntryId;
use mingmen_core::catalogue::Schedule;
use mingmen_core::mingmen::{ClassDraft, Mingmen, OpenOptions};
use mingmen_core::plan::{Change, EnrolmentDraft, EnrolmentId, Session, TimePolicy};
use mingmen_core::zone::{Now, Weekday, Zone};

use super::files::leave_file;
use super::reader::{Event, Start, read};

const LONDON: &str = "Europe/London";
const TOKYO: &str = "Asia/Tokyo";

fn at(instant: &str, zone: &str) -> Now {
    Now { instant: instant.parse().unwrap(), zone: zone.into() }
}

/// A person in London in autumn, whose plan crosses the change of the clocks and keeps to London's clock or floats.
struct Person {
    mingmen: Mingmen,
    enrolment: EnrolmentId,
    class: EntryId,
    _folder: tempfile::TempDir,
}

fn person(time_policy: TimePolicy) -> Person {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
    let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
    let now = at("2026-10-19T06:00:00Z", LONDON);
    let mingmen = Mingmen::open(&options, &now).unwrap();
    mingmen.answer_screening(&[], &now).unwrap();
    let preset = mingmen.enrol_form(None, None, &now).unwrap().preset;
    let enrolment = mingmen.enrol(&EnrolmentDraft { time_policy, ..preset }, &now).unwrap().enrolment;
    let schedule =
        Schedule { weekday: Weekday::Thursday, time: "19:00:00".parse().unwrap(), zone: LONDON.into() };
    let class = ClassDraft {
        id: None,
        item: None,
        name: "Evening class".into(),
        schedule,
        minutes: 60,
        rings: false,
    };
    let class = mingmen.keep_class(&class, &now).unwrap().class;
    Person { mingmen, enrolment, class, _folder: folder }
}

impl Person {
    /// When the sessions still to come begin, as the file is to say it.
    fn sessions(&self, now: &Now) -> BTreeSet<Start> {
        let from = Zone::find(&now.zone).unwrap().practice_day(now.instant);
        let through = from + chrono::Days::new(300);
        let sessions = self.mingmen.sessions(from, through, now).unwrap();
        let start = |session: &Session| {
            let pinned = match &session.time_policy {
                TimePolicy::Floating => None,
                TimePolicy::Pinned { zone } => Some(zone),
            };
            let zone = Zone::find(pinned.unwrap_or(&now.zone)).unwrap();
            let begins = zone.planned_instant(session.date, session.time).unwrap();
            let start = match pinned {
                None => Start::Floating(session.date.and_time(session.time)),
                Some(_) => Start::At(begins.timestamp()),
            };
            (begins > now.instant).then_some(start)
        };
        sessions.iter().filter_map(start).collect()
    }

    fn events(&self, now: &Now) -> (Vec<Event>, String) {
        let file = self.mingmen.calendar_file(now).unwrap().text;
        (read(&file), file)
    }

    fn is_of_plan(&self, event: &Event) -> bool {
        event.uid.starts_with(self.enrolment.as_str())
    }
}

fn starts<'a>(events: impl Iterator<Item = &'a Event>) -> BTreeSet<Start> {
    events.flat_map(|event| event.starts.iter().copied()).collect()
}

#[test]
fn the_file_has_every_session_to_come_and_the_class_on_its_own_clock() {
    for policy in [TimePolicy::Floating, TimePolicy::Pinned { zone: LONDON.into() }] {
        let person = person(policy);
        for now in [at("2026-10-19T06:00:00Z", LONDON), at("2026-11-20T06:00:00Z", TOKYO)] {
            let (events, file) = person.events(&now);
            let plan = events.iter().filter(|event| person.is_of_plan(event) && !event.is_cancelled);
            assert_eq!(starts(plan), person.sessions(&now), "{file}");
            let class = events.iter().find(|event| event.uid == person.class.as_str()).unwrap();
            let london = Zone::find(LONDON).unwrap();
            let evening = "19:00:00".parse().unwrap();
            let thursdays = "2026-10-22".parse::<mingmen_core::zone::CivilDate>().unwrap().iter_weeks();
            let thursdays = thursdays.take_while(|day| day.to_string().as_str() <= "2027-12-31");
            let expected: Vec<Start> = thursdays
                .map(|day| Start::At(london.first_instant(day, evening).unwrap().timestamp()))
                .collect();
            assert_eq!(class.starts, expected);
            assert!(
                !file.contains("Evening") && !file.contains("Qigong"),
                "nothing about health or its place"
            );
        }
    }
}

#[test]
fn a_pause_takes_its_sessions_out_of_the_calendar_and_moves_the_weeks_on() {
    let person = person(TimePolicy::Floating);
    let now = at("2026-10-19T06:00:00Z", LONDON);
    let (before, _) = person.events(&now);
    let pause = Change::Pause { through: "2026-11-01".parse().unwrap() };
    person.mingmen.change_enrolment(&person.enrolment, "2026-10-26".parse().unwrap(), &pause, &now).unwrap();
    let (after, file) = person.events(&now);
    let wanted = after.iter().filter(|event| person.is_of_plan(event) && !event.is_cancelled);
    assert_eq!(starts(wanted), person.sessions(&now));
    let cancelled: BTreeSet<&str> =
        after.iter().filter(|event| event.is_cancelled).map(|event| event.uid.as_str()).collect();
    assert_eq!(cancelled.len(), 3, "Monday, Wednesday and Friday of the pause");
    for event in after.iter().filter(|event| event.is_cancelled) {
        let was = before.iter().find(|before| before.uid == event.uid).unwrap();
        assert!(event.sequence > was.sequence, "{}", event.uid);
    }
    let line = |event: &Event| match (event.is_cancelled, event.starts.as_slice()) {
        (true, _) => vec![format!("{} {} cancelled", event.uid, event.sequence)],
        (false, starts) => starts.iter().map(|at| format!("{} {} {at}", event.uid, event.sequence)).collect(),
    };
    leave_file("plan-and-class", &file, &after.iter().flat_map(line).collect::<Vec<_>>().join("\n"));
}
