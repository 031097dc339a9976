//! A session of a plan stands in the calendar on the date that the clock shows.

use std::convert::Infallible;

use super::*;
use crate::catalogue::Posture;
use crate::plan::Session;

fn session(day: &str, at: &str, time_policy: TimePolicy) -> Session {
    Session {
        enrolment: "019e1f6b".into(),
        date: date(day),
        time: time(at),
        time_policy,
        week: 3,
        routine: "routine-phase-1".into(),
        minutes: 20,
        posture: Posture::Seated,
    }
}

/// Each entry as `id = date time`.
fn entries(sessions: &[Session]) -> Vec<String> {
    let words = |session: &Session, _| {
        let description = format!("{} minutes", session.minutes);
        Ok::<_, Infallible>(Some(EntryWords { title: "Time for yourself".into(), description }))
    };
    let Ok(entries) = session_entries(sessions, words);
    assert!(entries.iter().all(|entry| entry.description == "20 minutes" && !entry.busy));
    entries.iter().map(|entry| format!("{} = {} {}", entry.id, entry.date, entry.time)).collect()
}

#[test]
fn a_session_after_midnight_stands_under_the_date_that_follows() {
    let floating = session("2026-10-31", "00:30", TimePolicy::Floating);
    assert_eq!(entries(&[floating]), ["019e1f6b-2026-10-31-1 = 2026-11-01 00:30:00"]);
    let in_london = session("2026-10-31", "00:30", pinned("Europe/London"));
    assert_eq!(entries(&[in_london]), ["019e1f6b-2026-10-31-1 = 2026-11-01 00:30:00"]);
}

#[test]
fn a_session_that_is_moved_within_its_day_keeps_its_id() {
    let day = |first: &str, second: &str| {
        [
            session("2026-10-22", first, TimePolicy::Floating),
            session("2026-10-22", second, TimePolicy::Floating),
        ]
    };
    assert_eq!(
        entries(&day("08:00", "18:00")),
        ["019e1f6b-2026-10-22-1 = 2026-10-22 08:00:00", "019e1f6b-2026-10-22-2 = 2026-10-22 18:00:00"]
    );
    assert!(entries(&day("08:00", "21:00"))[1].starts_with("019e1f6b-2026-10-22-2 "));
}

#[test]
fn the_second_session_of_a_day_keeps_its_id_when_the_first_is_left_out() {
    let both = [
        session("2026-10-22", "08:00", TimePolicy::Floating),
        session("2026-10-22", "18:00", TimePolicy::Floating),
    ];
    let words = EntryWords { title: "Time for yourself".into(), description: String::new() };
    let later = |_: &Session, nth| Ok::<_, Infallible>((nth > 0).then(|| words.clone()));
    let Ok(entries) = session_entries(&both, later);
    assert_eq!(entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["019e1f6b-2026-10-22-2"]);
}

#[test]
fn a_session_that_the_clocks_skip_stands_where_it_rings() {
    let skipped = session("2027-03-27", "01:30", pinned("Europe/London"));
    assert_eq!(entries(&[skipped]), ["019e1f6b-2027-03-27-1 = 2027-03-28 02:00:00"]);
    assert_eq!(entries(&[session("2011-12-30", "08:00", pinned("Pacific/Apia"))]), [""; 0]);
}

#[test]
fn a_session_in_a_zone_that_is_none_is_refused_when_it_is_written() {
    let session = session("2026-10-22", "08:00", pinned("Mars/Olympus"));
    let words = EntryWords { title: "Time".into(), description: String::new() };
    let Ok(entries) = session_entries(&[session], |_, _| Ok::<_, Infallible>(Some(words.clone())));
    assert_eq!(fault(&entries[0]), EntryFault::UnknownZone("Mars/Olympus".into()));
}
