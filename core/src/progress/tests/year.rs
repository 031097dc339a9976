//! A year of days, the hours of practice, what was practised, pairs of pain, and what was reached.

use proptest::prelude::*;

use super::*;
use crate::catalogue::{MovementId, RoutineId};

fn of_routine(day: &str, routine: &str, minutes: u32) -> Practice {
    Practice { routine: Some(routine.into()), ..practice(day, minutes) }
}

fn at(instant: &str, zone: &str) -> Practice {
    Practice { started_at: instant.parse().unwrap(), zone: zone.into(), ..practice("2026-03-02", 20) }
}

#[test]
fn a_year_ends_today_and_begins_on_the_chosen_weekday() {
    let today = date("2026-05-13");
    for first in Weekday::ALL {
        let from = year_begins(today, first);
        let days = year_days(&[], from, today);
        let last = days.last().unwrap();
        assert_eq!((Weekday::of(from), last.date, last.column), (first, today, 52));
        assert!(days.iter().all(|day| day.row < 7 && day.level == 0));
    }
}

#[test]
fn a_day_adds_up_its_practices_and_has_a_level() {
    let today = date("2026-05-13");
    let practices = [practice("2026-05-11", 9), practice("2026-05-12", 9), practice("2026-05-12", 11)];
    let days = year_days(&practices, year_begins(today, Weekday::Monday), today);
    let levels: Vec<_> = days.iter().rev().take(3).map(|day| (day.minutes, day.level)).collect();
    assert_eq!(levels, [(0, 0), (20, 3), (9, 1)]);
}

#[test]
fn an_hour_is_that_of_the_clock_where_it_was() {
    let mut by_hand = practice("2026-03-02", 20);
    by_hand.ending = PracticeEnding::EnteredByHand;
    let practices = [
        at("2026-03-02T08:00:00Z", "Europe/London"),
        at("2026-03-01T23:30:00Z", "Asia/Seoul"),
        at("2026-03-02T02:59:00Z", "Europe/London"),
        at("2026-03-02T03:00:00Z", "Europe/London"),
        by_hand,
    ];
    let counted = hours(&practices);
    assert_eq!((counted.bands, counted.without_time), ([1, 2, 0, 0, 0, 0, 0, 1], 1));
    let spans: Vec<String> = (0..BANDS).map(|band| band_span(band).0.format("%H").to_string()).collect();
    assert_eq!(spans, ["03", "06", "09", "12", "15", "18", "21", "00"]);
    assert_eq!(band_span(7).1.to_string(), "03:00:00");
}

#[test]
fn a_practice_ended_early_has_not_reached_its_last_movement() {
    let parts: [(MovementId, u16); 3] =
        [("warm-up".into(), 5), ("spinal-wave".into(), 10), ("closing".into(), 5)];
    let practices = [of_routine("2026-03-02", "one", 20), of_routine("2026-03-04", "one", 12)];
    let amounts = movements(&practices, |_: &RoutineId| &parts);
    let told: Vec<_> =
        amounts.iter().map(|(id, amount)| (id.as_str(), amount.practices, amount.minutes())).collect();
    assert_eq!(told, [("spinal-wave", 2, 17), ("warm-up", 2, 10), ("closing", 1, 5)]);
}

#[test]
fn routines_are_named_by_how_long_they_were_practised() {
    let practices = [
        of_routine("2026-03-02", "short", 5),
        of_routine("2026-03-03", "short", 5),
        of_routine("2026-03-04", "long", 20),
        practice("2026-03-05", 60),
    ];
    let amounts = routines(&practices);
    let told: Vec<_> = amounts.iter().map(|(id, amount)| (id.as_str(), amount.practices)).collect();
    assert_eq!(told, [("long", 1), ("short", 2)]);
}

#[test]
fn a_pair_takes_the_first_number_before_and_the_last_after() {
    let noted = |practice: &str, second, moment, number| {
        let mut check_in = pain("2026-03-02", second, moment, number);
        check_in.noted.practice = Some(practice.into());
        check_in
    };
    use CheckInMoment::{After, Before};
    let check_ins = [
        noted("a", 50, After, 3),
        noted("a", 40, After, 4),
        noted("a", 10, Before, 6),
        noted("a", 20, Before, 5),
        noted("b", 30, Before, 5),
        pain("2026-03-02", 5, After, 1),
    ];
    let told: Vec<_> = pairs(&check_ins).into_iter().map(|pair| (pair.before, pair.after)).collect();
    assert_eq!(told, [(6, 3)]);
}

#[test]
fn each_number_is_reached_once_on_the_day_of_its_practice() {
    let practices = [
        practice("2026-03-02", 30),
        practice("2026-03-03", 0),
        practice("2026-03-04", 60),
        practice("2026-03-05", 240),
    ];
    let found = reached(&practices, &[1, 3, 4], &[1, 2, 3, 9]);
    let told: Vec<String> = found.iter().map(|(date, what)| format!("{date} {what:?}")).collect();
    let expected = [
        "2026-03-02 Practices(1)",
        "2026-03-04 Hours(1)",
        "2026-03-05 Practices(3)",
        "2026-03-05 Hours(2)",
        "2026-03-05 Hours(3)",
    ];
    assert_eq!(told, expected);
}

#[test]
fn weeks_one_by_one_are_as_each_by_itself() {
    let practices = [practice("2026-03-02", 20), practice("2026-03-08", 20), practice("2026-03-09", 4)];
    let facts = Facts {
        enrolments: &[plan(&THREE_DAYS)],
        practices: &practices,
        check_ins: &[],
        today: date("2026-03-20"),
    };
    let weeks = facts.weeks(date("2026-03-04"), date("2026-03-20"));
    let each: Vec<_> =
        ["2026-03-02", "2026-03-09", "2026-03-16"].iter().map(|monday| facts.week(date(monday))).collect();
    assert_eq!(weeks, each);
}

proptest! {
    #[test]
    fn no_minute_is_lost_between_movements(
        practised in 0_u32..40, minutes in prop::collection::vec(1_u16..20, 1..6),
    ) {
        let parts: Vec<(MovementId, u16)> =
            minutes.iter().enumerate().map(|(at, minutes)| (format!("m{at}").into(), *minutes)).collect();
        let practice = of_routine("2026-03-02", "one", practised);
        let planned = practice.planned_ms;
        let amounts = movements(&[practice], |_: &RoutineId| parts.as_slice());
        let sum: u64 = amounts.iter().map(|(_, amount)| amount.ms).sum();
        let expected = u64::from((practised * 60_000).min(planned));
        // Each part is rounded down to a millisecond.
        prop_assert!(sum <= expected && expected - sum <= minutes.len() as u64);
    }
}
