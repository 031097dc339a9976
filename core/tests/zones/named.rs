//! Moments at which other programs are known to have gone wrong, and where the core must not.

use super::model::DAY;
use super::sweep::{Pair, epoch_day};
use mingmen_core::zone::{CivilDate, WallTime, Zone};

/// When a daily time happens from one date to another, each as UTC; `-` on a day that does not happen.
fn daily(zone: &str, time: &str, from: &str, through: &str) -> Vec<String> {
    let zone = Zone::find(zone).unwrap();
    let (from, through): (CivilDate, CivilDate) = (from.parse().unwrap(), through.parse().unwrap());
    let time: WallTime = format!("{time}:00").parse().unwrap();
    let days = from.iter_days().take_while(|day| *day <= through);
    let instants = days.map(|day| zone.first_instant(day, time));
    instants.map(|at| at.map_or("-".to_owned(), |at| at.format("%d %H:%M").to_string())).collect()
}

/// The crate rrule leaves the 15th out, because midnight never came.
#[test]
fn sao_paulos_skipped_midnight_is_not_dropped() {
    assert_eq!(
        daily("America/Sao_Paulo", "00:00", "2017-10-14", "2017-10-16"),
        ["14 03:00", "15 03:00", "16 02:00"]
    );
}

#[test]
fn cairos_skipped_midnight_is_not_dropped() {
    assert_eq!(
        daily("Africa/Cairo", "00:00", "2024-04-25", "2024-04-27"),
        ["24 22:00", "25 22:00", "26 21:00"]
    );
}

/// ical4j, biweekly and a plain use of jiff give the 31st twice; lib-recur gives the 29th twice.
#[test]
fn apias_skipped_day_happens_neither_a_day_early_nor_a_day_late() {
    assert_eq!(
        daily("Pacific/Apia", "08:00", "2011-12-29", "2012-01-01"),
        ["29 18:00", "-", "30 18:00", "31 18:00"]
    );
    assert_eq!(daily("Pacific/Apia", "00:00", "2011-12-29", "2011-12-31"), ["29 10:00", "-", "30 10:00"]);
}

#[test]
fn the_other_skipped_days_of_the_pacific_do_not_happen() {
    for (zone, day) in [
        ("Pacific/Fakaofo", "2011-12-30"),
        ("Pacific/Kiritimati", "1994-12-31"),
        ("Pacific/Kanton", "1994-12-31"),
        ("Pacific/Kwajalein", "1993-08-21"),
    ] {
        let pair = Pair::of(zone);
        let middle = epoch_day(day.parse().unwrap());
        let missing: Vec<i64> =
            (middle - 400..middle + 400).filter(|day| !pair.clock.has_day(*day)).collect();
        assert_eq!(missing, [middle], "{zone}");
        assert!(!pair.zone.has_day(day.parse().unwrap()), "{zone}");
    }
}

/// lib-recur and biweekly take the second 01:30.
#[test]
fn new_yorks_repeated_half_past_one_happens_the_first_time() {
    assert_eq!(
        daily("America/New_York", "01:30", "2026-10-31", "2026-11-02"),
        ["31 05:30", "01 05:30", "02 06:30"]
    );
}

/// python-dateutil gives 02:30, a time that no clock showed.
#[test]
fn new_yorks_skipped_half_past_two_happens_at_three() {
    assert_eq!(
        daily("America/New_York", "02:30", "2026-03-07", "2026-03-09"),
        ["07 07:30", "08 07:00", "09 06:30"]
    );
}

#[test]
fn lord_howes_half_hour_is_skipped_and_repeated_like_an_hour() {
    assert_eq!(
        daily("Australia/Lord_Howe", "02:15", "2026-10-03", "2026-10-05"),
        ["02 15:45", "03 15:30", "04 15:15"]
    );
    assert_eq!(
        daily("Australia/Lord_Howe", "01:45", "2026-04-04", "2026-04-06"),
        ["03 14:45", "04 14:45", "05 15:15"]
    );
}

/// Clocks go back before Ramadan and forward after it, on a date of another calendar each year.
#[test]
fn moroccos_clocks_change_round_ramadan() {
    assert_eq!(
        daily("Africa/Casablanca", "02:30", "2025-02-22", "2025-02-24"),
        ["22 01:30", "23 01:30", "24 02:30"]
    );
    assert_eq!(
        daily("Africa/Casablanca", "02:30", "2025-04-05", "2025-04-07"),
        ["05 02:30", "06 02:00", "07 01:30"]
    );
}

/// Newfoundland once changed its clocks at a minute past midnight, so that midnight came twice.
#[test]
fn st_johns_repeated_midnight_happens_the_first_time() {
    assert_eq!(
        daily("America/St_Johns", "00:00", "2010-11-06", "2010-11-08"),
        ["06 02:30", "07 02:30", "08 03:30"]
    );
}

#[test]
fn trolls_two_hours_are_skipped_and_repeated_like_one() {
    assert_eq!(
        daily("Antarctica/Troll", "01:30", "2026-03-28", "2026-03-30"),
        ["28 01:30", "29 01:00", "29 23:30"]
    );
    assert_eq!(
        daily("Antarctica/Troll", "02:30", "2026-10-24", "2026-10-26"),
        ["24 00:30", "25 00:30", "26 02:30"]
    );
}

/// A skipped day is the most that the search for the day before and the day after must step over.
#[test]
fn no_clock_is_ever_changed_by_more_than_a_day() {
    let clocks = super::zone_ids();
    let widest = clocks
        .iter()
        .flat_map(|id| Pair::of(id).clock.turns().map(|turn| (turn.begins - turn.ends).abs()).max());
    assert_eq!(widest.max(), Some(DAY));
}
