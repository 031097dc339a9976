//! Weeks of notes, the comparison of the first with the latest, and how regular practice was.

use chrono::Days;
use proptest::prelude::*;

use super::super::spread::{difference, mean, variance};
use super::*;
use crate::catalogue::{Catalogue, Threshold};

fn pain_threshold() -> Threshold {
    Catalogue::for_locale("en").unwrap().evidence().pain.clone()
}

/// Notes on the first days of each week from 2 March 2026 on; an empty list is a week without any.
fn weeks_of(numbers: &[&[u8]]) -> Vec<WeekOfNotes> {
    let mut noted = Vec::new();
    for (monday, numbers) in date("2026-03-02").iter_weeks().zip(numbers) {
        noted.extend(monday.iter_days().zip(numbers.iter().copied()));
    }
    weekly(&noted)
}

fn verdict_of(numbers: &[&[u8]]) -> Verdict {
    verdict(compare(&weeks_of(numbers)).as_ref(), &pain_threshold(), true)
}

#[test]
fn a_day_with_many_notes_is_one_day() {
    let monday = date("2026-03-02");
    let weeks = weekly(&[(monday, 8), (monday, 6), (monday, 7), (date("2026-03-03"), 3)]);
    let week = &weeks[0];
    assert_eq!((week.notes, week.days.len(), week.mean() / POINT), (4, 2, 5));
    assert_eq!((week.lowest, week.highest), (3, 8));
}

#[test]
fn a_week_without_notes_is_missing_and_not_zero() {
    let weeks = weeks_of(&[&[4, 4], &[], &[4]]);
    let mondays: Vec<String> = weeks.iter().map(|week| week.starts_on.to_string()).collect();
    assert_eq!(mondays, ["2026-03-02", "2026-03-16"]);
    assert!(weeks.iter().all(|week| week.mean() == 4 * POINT));
    assert_eq!(weeks[1].deviation(), None);
}

#[test]
fn pain_after_a_practice_is_no_part_of_the_trend() {
    let noted = |moment, number| pain("2026-03-02", 0, moment, number);
    let check_ins =
        [noted(CheckInMoment::Before, 6), noted(CheckInMoment::After, 2), noted(CheckInMoment::Anytime, 5)];
    let numbers: Vec<u8> = Measure::Pain.noted(&check_ins).into_iter().map(|(_, number)| number).collect();
    assert_eq!(numbers, [6, 5]);
}

#[test]
fn two_weeks_or_two_days_are_too_few() {
    assert_eq!(verdict_of(&[]), Verdict::TooFewNotes);
    assert_eq!(verdict_of(&[&[8, 8, 8, 8], &[2, 2, 2, 2]]), Verdict::TooFewNotes);
    assert_eq!(verdict_of(&[&[8], &[5], &[2]]), Verdict::TooFewNotes);
    assert_eq!(verdict_of(&[&[8, 8], &[8], &[2, 2]]), Verdict::TooFewNotes);
}

#[test]
fn seven_notes_that_scatter_show_no_clear_change_yet() {
    assert_eq!(verdict_of(&[&[6, 5, 6], &[6, 5], &[5, 5]]), Verdict::NoClearChange);
}

#[test]
fn two_points_count_and_less_than_a_third_does_not() {
    let from_six = |latest: &'static [u8]| verdict_of(&[&[6, 7, 6], &[6, 6, 7], &[5, 5, 5], latest, latest]);
    assert_eq!(from_six(&[4, 4, 4, 5]), Verdict::Better);
    // 6.3 to 5: 1.3 points are a fifth.
    assert_eq!(from_six(&[5, 5, 5]), Verdict::NoClearChange);
    // 3 to 2: one point, and a third of where it began.
    assert_eq!(verdict_of(&[&[3; 5], &[3; 5], &[2; 5], &[2; 5]]), Verdict::Better);
    // 1 to 0.6 would be more than 30 per cent, and is less than a point.
    assert_eq!(verdict_of(&[&[1; 5], &[1; 5], &[1, 0, 1, 0, 1], &[1, 0, 1, 0, 1]]), Verdict::NoClearChange);
}

#[test]
fn a_large_change_that_could_be_chance_is_none() {
    assert_eq!(verdict_of(&[&[9, 2, 8], &[7, 1], &[5, 0], &[1, 6, 2]]), Verdict::NoClearChange);
}

#[test]
fn more_pain_is_worse_and_more_sleep_is_better() {
    let rising = compare(&weeks_of(&[&[3, 3, 4], &[3, 4], &[6, 7], &[7, 6, 7]]));
    let threshold = pain_threshold();
    assert_eq!(verdict(rising.as_ref(), &threshold, true), Verdict::Worse);
    assert_eq!(verdict(rising.as_ref(), &threshold, false), Verdict::Better);
}

#[test]
fn an_activity_takes_two_ratings_and_three_points() {
    let activity = &Catalogue::for_locale("en").unwrap().evidence().activity;
    let of = |numbers: &[u8]| {
        let rated: Vec<_> = date("2026-03-02").iter_weeks().zip(numbers.iter().copied()).collect();
        rated_verdict(&rated, activity, false)
    };
    assert_eq!((of(&[]), of(&[3])), (Verdict::TooFewNotes, Verdict::TooFewNotes));
    assert_eq!((of(&[3, 9, 5]), of(&[3, 6])), (Verdict::NoClearChange, Verdict::Better));
    assert_eq!(of(&[8, 5]), Verdict::Worse);
}

#[test]
fn the_interval_is_welchs() {
    // 6, 5, 6, 7 and 4, 3, 5, 4, 4: 6 and 4 points; variances 0.667 and 0.5, each with the twelfth of a rounded number.
    let points = |numbers: &[i64]| numbers.iter().map(|number| number * POINT).collect::<Vec<_>>();
    let found = difference(&points(&[6, 5, 6, 7]), &points(&[4, 3, 5, 4, 4])).unwrap();
    assert_eq!(found.change, -2 * POINT);
    // sqrt(0.75 / 4 + 0.5833 / 5) = 0.5515; 6.1 degrees of freedom, so t = 2.447: 1.35 either way.
    assert_eq!((found.low / 10_000, found.high / 10_000), (-334, -65));
}

fn a_history() -> impl Strategy<Value = Vec<(CivilDate, u8)>> {
    let day = |day: u64| date("2026-03-02").checked_add_days(Days::new(day)).unwrap();
    prop::collection::vec((0_u64..120, 0_u8..=10).prop_map(move |(at, number)| (day(at), number)), 0..80)
}

proptest! {
    #[test]
    fn the_order_of_notes_changes_nothing(noted in a_history(), seed in any::<u64>()) {
        let mut shuffled = noted.clone();
        shuffled.sort_by_key(|(date, number)| (u64::from(*number) ^ seed, *date));
        prop_assert_eq!(weekly(&noted), weekly(&shuffled));
    }

    #[test]
    fn every_note_is_in_one_week_and_every_mean_between_lowest_and_highest(noted in a_history()) {
        let weeks = weekly(&noted);
        prop_assert_eq!(weeks.iter().map(|week| usize::from(week.notes)).sum::<usize>(), noted.len());
        prop_assert!(weeks.windows(2).all(|pair| pair[0].starts_on < pair[1].starts_on));
        for week in &weeks {
            let mean = week.mean();
            prop_assert!((i64::from(week.lowest) * POINT..=i64::from(week.highest) * POINT).contains(&mean));
            prop_assert!(!week.days.is_empty() && week.days.len() <= 7);
        }
    }

    #[test]
    fn numbers_that_never_change_never_show_a_change(weeks in prop::collection::vec(0_usize..7, 0..30), number in 0_u8..=10) {
        let numbers: Vec<Vec<u8>> = weeks.iter().map(|days| vec![number; *days]).collect();
        let numbers: Vec<&[u8]> = numbers.iter().map(Vec::as_slice).collect();
        let found = verdict_of(&numbers);
        prop_assert!(matches!(found, Verdict::TooFewNotes | Verdict::NoClearChange));
    }

    #[test]
    fn told_backwards_a_change_is_as_large_the_other_way(a in prop::collection::vec(0_i64..=10, 2..20), b in prop::collection::vec(0_i64..=10, 2..20)) {
        let points = |numbers: &[i64]| numbers.iter().map(|number| number * POINT).collect::<Vec<_>>();
        let (there, back) = (difference(&points(&a), &points(&b)).unwrap(), difference(&points(&b), &points(&a)).unwrap());
        prop_assert_eq!((there.change, there.low, there.high), (-back.change, -back.high, -back.low));
        prop_assert!(there.low < there.change && there.change < there.high);
    }

    #[test]
    fn two_sides_never_share_a_week_and_a_change_is_never_less_than_a_point(noted in a_history()) {
        let weeks = weekly(&noted);
        if let Some(compared) = compare(&weeks) {
            prop_assert!(compared.first.through < compared.latest.from);
            let found = verdict(Some(&compared), &pain_threshold(), true);
            let Difference { change, low, high } = compared.difference;
            if matches!(found, Verdict::Better | Verdict::Worse) {
                prop_assert!(change.abs() >= POINT && (low > 0 || high < 0));
                prop_assert_eq!(found == Verdict::Better, change < 0);
            }
        }
    }

    #[test]
    fn the_spread_is_that_of_the_textbook(numbers in prop::collection::vec(0_i64..=10, 2..40)) {
        let values: Vec<i64> = numbers.iter().map(|number| number * POINT).collect();
        let n = numbers.len() as f64;
        let average = numbers.iter().sum::<i64>() as f64 / n;
        let expected = numbers.iter().map(|number| (*number as f64 - average).powi(2)).sum::<f64>() / (n - 1.0);
        let found = variance(&values).unwrap() as f64 / (POINT as f64).powi(2);
        prop_assert!((found - expected).abs() < 1e-4, "{} for {}", found, expected);
        prop_assert!((mean(&values) as f64 / POINT as f64 - average).abs() < 1e-5);
    }
}

/// A week for each letter, the last the current one: m(et), p(artly), o(pen), r(esting).
fn regular_of(weeks: &str, began_before: bool) -> Regular {
    let state = |letter| match letter {
        'm' => WeekState::Met,
        'p' => WeekState::Partly,
        'r' => WeekState::Paused,
        _ => WeekState::Open,
    };
    let mondays = date("2026-03-02").iter_weeks();
    let states: Vec<_> = mondays.zip(weeks.chars().map(state)).collect();
    regular(&states, states.last().map_or(date("2026-03-02"), |(monday, _)| *monday), began_before)
}

#[test]
fn five_of_the_last_eight_weeks() {
    let of = |weeks: &str| {
        let counted = regular_of(weeks, true);
        (counted.met, counted.practised, counted.of)
    };
    assert_eq!(of("mmompmmoo"), (5, 6, 8));
    assert_eq!(of("mmompmmorrro"), (5, 6, 8), "a pause counts neither way");
    assert_eq!(of("mmompmmop"), (5, 6, 8), "the current week breaks nothing");
    assert_eq!(of("mmompmmom"), (5, 6, 8), "and counts once it is met, the oldest making room");
    assert_eq!(of("ooooooooo"), (0, 0, 8));
}

#[test]
fn counting_begins_with_the_first_practice() {
    assert_eq!(regular_of("ooopmo", false), Regular { met: 1, practised: 2, of: 2, begun: false });
    assert_eq!(regular_of("p", false), Regular { met: 0, practised: 0, of: 0, begun: true });
    assert_eq!(regular_of("m", false), Regular { met: 1, practised: 1, of: 1, begun: true });
    assert_eq!(regular_of("ooo", false), Regular::default());
}

proptest! {
    #[test]
    fn one_more_week_that_is_open_so_far_changes_no_count(weeks in "[mpor]{1,20}", before in any::<bool>()) {
        // The week that was the current one is over now, and counts as it stands.
        let closed = regular_of(&format!("{weeks}r"), before);
        let opened = regular_of(&format!("{weeks}o"), before);
        prop_assert_eq!((closed.met, closed.practised, closed.of), (opened.met, opened.practised, opened.of));
    }

    #[test]
    fn a_pause_anywhere_changes_no_count(weeks in "[mpo]{1,12}", at in 0_usize..12, before in any::<bool>()) {
        let at = at.min(weeks.len() - 1);
        let with_pause = format!("{}r{}", &weeks[..at], &weeks[at..]);
        prop_assert_eq!(regular_of(&weeks, before), regular_of(&with_pause, before));
    }

    #[test]
    fn practice_counts_for_more_never_for_less(weeks in "[mpor]{1,20}", before in any::<bool>()) {
        let counted = regular_of(&weeks, before);
        prop_assert!(counted.met <= counted.practised && counted.practised <= counted.of && counted.of <= 8);
        // Nothing but a week of practice going by can bring the count of practised weeks below one.
        let recent: String = weeks.chars().filter(|week| *week != 'r').rev().skip(1).take(8).collect();
        if recent.contains(['m', 'p']) {
            prop_assert!(counted.practised >= 1);
        }
    }
}
