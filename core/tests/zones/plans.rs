//! Plans that are followed across a change of the clock, of the year or of the zone.

use super::reminders::{Plan, moment, plan, rings};
use mingmen_core::plan::TimePolicy;
use mingmen_core::practice::{Practice, PracticeEnding, PracticeReason};
use mingmen_core::zone::{CivilDate, Instant, WallTime, Weekday};

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn eight() -> WallTime {
    WallTime::from_hms_opt(8, 0, 0).unwrap()
}

fn floating(starts_on: &str, days: &[Weekday]) -> Plan {
    plan(starts_on.parse().unwrap(), days, eight(), TimePolicy::Floating)
}

/// The next ring, as the date on the person's clock and the instant.
fn next(plan: &Plan, practices: &[Practice], now: &str, zone: &str) -> String {
    let ring = &rings(plan, practices, &moment(at(now), zone), 1)[0];
    format!("{} = {}", ring.date, ring.instant.format("%Y-%m-%d %H:%M"))
}

fn practised(now: &str, zone: &str) -> Practice {
    let now = moment(at(now), zone);
    Practice {
        id: "practice".into(),
        reason: PracticeReason::Plan { enrolment: "enrolment".into() },
        routine: None,
        content_version: 1,
        started_at: now.instant,
        zone: zone.into(),
        date: now.day,
        planned_ms: 1_200_000,
        practised_ms: 1_200_000,
        ending: PracticeEnding::Finished,
    }
}

/// From Tokyo on Friday evening to Honolulu, where that Friday has just begun: it was practised, and does not come again.
#[test]
fn a_day_that_is_lived_twice_east_of_the_date_line_is_practised_once() {
    let plan = floating("2026-03-02", &Weekday::ALL);
    let friday = practised("2026-03-05T23:00:00Z", "Asia/Tokyo");
    assert_eq!(next(&plan, &[], "2026-03-05T22:00:00Z", "Asia/Tokyo"), "2026-03-06 = 2026-03-05 23:00");
    let friday = std::slice::from_ref(&friday);
    assert_eq!(
        next(&plan, friday, "2026-03-06T13:30:00Z", "Pacific/Honolulu"),
        "2026-03-07 = 2026-03-07 18:00"
    );
}

/// From Honolulu on Friday evening to Tokyo, where it is Saturday evening: Saturday's session was not to be had, and is
/// not made up for.
#[test]
fn a_day_that_is_lost_west_of_the_date_line_is_not_doubled_up() {
    let plan = floating("2026-03-02", &Weekday::ALL);
    assert_eq!(next(&plan, &[], "2026-03-07T09:00:00Z", "Pacific/Honolulu"), "2026-03-07 = 2026-03-07 18:00");
    let after = rings(&plan, &[], &moment(at("2026-03-07T12:00:00Z"), "Asia/Tokyo"), 3);
    let after: Vec<String> = after.iter().map(|ring| ring.date.to_string()).collect();
    assert_eq!(after, ["2026-03-08", "2026-03-09", "2026-03-10"]);
}

#[test]
fn a_traveller_from_london_by_tokyo_to_honolulu_is_rung_at_eight_everywhere() {
    let plan = floating("2026-10-19", &Weekday::ALL);
    assert_eq!(next(&plan, &[], "2026-10-24T12:00:00Z", "Europe/London"), "2026-10-25 = 2026-10-25 08:00");
    assert_eq!(next(&plan, &[], "2026-10-25T12:00:00Z", "Asia/Tokyo"), "2026-10-26 = 2026-10-25 23:00");
    assert_eq!(next(&plan, &[], "2026-10-27T12:00:00Z", "Pacific/Honolulu"), "2026-10-27 = 2026-10-27 18:00");
}

#[test]
fn week_53_has_its_sessions_and_the_next_year_its_own() {
    let plan = floating("2026-12-21", &[Weekday::Monday, Weekday::Thursday, Weekday::Sunday]);
    let rung = rings(&plan, &[], &moment(at("2026-12-20T12:00:00Z"), "Europe/London"), 9);
    let rung: Vec<String> = rung.iter().map(|ring| ring.date.format("%G-W%V-%u").to_string()).collect();
    assert_eq!(
        rung,
        [
            "2026-W52-1",
            "2026-W52-4",
            "2026-W52-7",
            "2026-W53-1",
            "2026-W53-4",
            "2026-W53-7",
            "2027-W01-1",
            "2027-W01-4",
            "2027-W01-7"
        ]
    );
}

#[test]
fn a_leap_day_has_its_session() {
    let plan = floating("2028-02-21", &Weekday::ALL);
    let rung = rings(&plan, &[], &moment(at("2028-02-27T12:00:00Z"), "Europe/London"), 3);
    let rung: Vec<String> = rung.iter().map(|ring| ring.date.to_string()).collect();
    assert_eq!(rung, ["2028-02-28", "2028-02-29", "2028-03-01"]);
}

/// Each week has as many sessions as the plan has times, wherever a person's calendar begins the week; the week in which
/// Samoa skipped a Friday has one less.
#[test]
fn no_week_has_a_session_too_many_whichever_day_it_begins_on() {
    let days = [Weekday::Wednesday, Weekday::Friday, Weekday::Sunday];
    let plan = floating("2011-12-05", &days);
    let rung = rings(&plan, &[], &moment(at("2011-12-04T20:00:00Z"), "Pacific/Apia"), 60);
    for first in ["2011-12-10", "2011-12-11", "2011-12-12"] {
        let first: CivilDate = first.parse().unwrap();
        let skipped: CivilDate = "2011-12-30".parse().unwrap();
        let skipped = usize::try_from((skipped - first).num_days() / 7).unwrap();
        let weeks = first.iter_weeks().take(6);
        let counts: Vec<usize> = weeks
            .map(|first| rung.iter().filter(|ring| (0..7).contains(&(ring.date - first).num_days())).count())
            .collect();
        let expected: Vec<usize> = (0..6).map(|week| if week == skipped { 2 } else { 3 }).collect();
        assert_eq!(counts, expected, "{first}");
    }
}
