//! Time, proven: a share of what `cargo xtask zones` checks in full, and the cases that have gone wrong in other programs.
#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests may; clippy sees only the test functions themselves

#[path = "../examples/zones/known.rs"]
mod known;
#[path = "../examples/zones/model.rs"]
mod model;
#[path = "zones/named.rs"]
mod named;
#[path = "../examples/zones/oracle.rs"]
mod oracle;
#[path = "zones/oracles.rs"]
mod oracles;
#[path = "zones/plans.rs"]
mod plans;
#[path = "../examples/zones/progress.rs"]
mod progress;
#[path = "../examples/zones/questions.rs"]
mod questions;
#[path = "../examples/zones/reminders.rs"]
mod reminders;
#[path = "../examples/zones/sweep.rs"]
mod sweep;

use mingmen_core::zone::{CivilDate, Weekday, week_days, week_start};
use model::{DAY, UNTIL, zone_ids};
use proptest::prelude::*;
use sweep::{Pair, Tally, date, epoch_day, wall};

/// Of so many changes of clocks one is checked in each test run: some 540 in every zone's turn.
const SHARE: usize = 100;

fn assert_right(tally: &Tally) {
    let shown: Vec<&str> = tally.faults.iter().take(20).map(String::as_str).collect();
    assert!(
        tally.faults.is_empty(),
        "{} faults in {}:\n{}",
        tally.faults.len(),
        tally.cases,
        shown.join("\n")
    );
}

#[test]
fn round_a_share_of_all_changes_of_clocks_no_day_is_dropped_doubled_or_out_of_order() {
    let mut tally = Tally::default();
    let mut turns = 0;
    for id in zone_ids() {
        let pair = Pair::of(&id);
        for turn in pair.clock.turns() {
            turns += 1;
            if turns % SHARE == 0 {
                tally.add(pair.check_turn(turn));
                tally.add(reminders::check_turn(&pair, turn));
            }
        }
    }
    assert!(turns > 50_000, "only {turns} changes of clocks");
    assert_right(&tally);
}

#[test]
fn round_every_change_that_is_not_of_one_hour_no_day_is_dropped_doubled_or_out_of_order() {
    let mut tally = Tally::default();
    for pair in zone_ids().iter().map(|id| Pair::of(id)) {
        // Morocco's and Lord Howe's come every year: the last of each kind stand for all.
        let odd = pair.clock.turns().filter(|turn| (turn.begins - turn.ends).abs() != 3_600);
        for turn in odd.filter(|turn| turn.at < 50 * 365 * DAY).step_by(4) {
            tally.add(pair.check_turn(turn));
        }
    }
    assert_right(&tally);
}

proptest! {
    #[test]
    fn any_week_in_any_zone_is_as_the_model_has_it(
        zone in prop::sample::select(zone_ids()), day in 0..UNTIL / DAY - 7, minute in 0i64..1_440,
    ) {
        let tally = Pair::of(&zone).check_days(day, day + 7, minute * 60);
        prop_assert_eq!(tally.faults, Vec::<String>::new());
    }

    #[test]
    fn any_reminder_in_any_zone_rings_when_the_model_has_it(
        zone in prop::sample::select(zone_ids()), day in 20..UNTIL / DAY - 90, minute in 0i64..1_440,
    ) {
        let tally = reminders::check_days(&Pair::of(&zone), day, minute * 60);
        prop_assert_eq!(tally.faults, Vec::<String>::new());
    }

    /// Whichever day a person's week begins on, every week has each weekday once, its sessions among them.
    #[test]
    fn a_week_from_saturday_sunday_or_monday_has_every_weekday_once(day in 0..UNTIL / DAY - 14) {
        for begins in [Weekday::Saturday, Weekday::Sunday, Weekday::Monday] {
            let first = (day..day + 7).map(date).find(|day| Weekday::of(*day) == begins).unwrap();
            let mut week: Vec<Weekday> = week_days(first).map(Weekday::of).collect();
            week.sort_unstable();
            prop_assert_eq!(&week[..], &Weekday::ALL[..]);
        }
        let monday = week_start(date(day));
        prop_assert_eq!(Weekday::of(monday), Weekday::Monday);
        prop_assert!((0..7).contains(&(day - epoch_day(monday))));
    }
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

#[test]
fn leap_days_and_week_53_are_days_like_any_other() {
    for zone in ["Europe/London", "Asia/Kolkata", "America/Sao_Paulo", "Pacific/Apia"] {
        let pair = Pair::of(zone);
        // 2000 had a leap day; 2100, just beyond, has none. 2004, 2009, 2015, 2020 and 2026 end in a week 53.
        for around in [
            "2000-02-29",
            "2024-02-29",
            "2096-02-29",
            "2005-01-02",
            "2010-01-03",
            "2016-01-03",
            "2021-01-03",
            "2027-01-03",
        ] {
            let middle = epoch_day(day(around));
            assert_right(&pair.check_days(middle - 7, middle + 7, 8 * 3_600));
            assert!(pair.zone.first_instant(day(around), wall(8 * 3_600)).is_some(), "{zone} {around}");
        }
    }
}
