//! Numbers, weeks and lengths of time of the Progress pages, said in words.

use chrono::Datelike;

use crate::catalogue::{Phrases, Threshold};
use crate::progress::{Measure, POINT, Verdict, WeekState};
use crate::zone::CivilDate;

use super::words;

/// From so many minutes on a time is told in hours.
const TOLD_IN_HOURS: u32 = 180;

/// Millionths of a point as hundredths, rounded.
pub(super) fn hundredths(millionths: i64) -> i32 {
    let hundredth = POINT / 100;
    i32::try_from((millionths + hundredth / 2).div_euclid(hundredth)).unwrap_or_default()
}

/// The same of what cannot be negative.
pub(super) fn positive_hundredths(millionths: i64) -> u16 {
    u16::try_from(hundredths(millionths)).unwrap_or_default()
}

/// "5.3": hundredths of a point with one decimal.
pub(super) fn points(phrases: &Phrases, hundredths: i32) -> String {
    let tenths = (hundredths.unsigned_abs() + 5) / 10;
    phrases.decimal(tenths / 10, tenths % 10)
}

/// "1.34", "1.5", "2": hundredths of a point as they were published.
pub(super) fn exact_points(phrases: &Phrases, hundredths: u16) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    match (part, part % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => phrases.decimal(whole, part / 10),
        _ => phrases.decimal(whole, format!("{part:02}")),
    }
}

/// "1 day", "3 days".
pub(super) fn days(phrases: &Phrases, count: usize) -> String {
    if count == 1 { phrases.days_one() } else { phrases.days_many(count) }
}

/// "1 practice", "12 practices".
pub(super) fn practices(phrases: &Phrases, count: u32) -> String {
    if count == 1 { phrases.practices_one() } else { phrases.practices_many(count) }
}

/// "40 minutes", "24 hours".
pub(super) fn time(phrases: &Phrases, minutes: u32) -> String {
    if minutes < TOLD_IN_HOURS { phrases.minutes(minutes) } else { phrases.hours_many(minutes / 60) }
}

/// "2 March 2026".
pub(super) fn with_year(phrases: &Phrases, date: CivilDate) -> String {
    phrases.date_with_year(date.day(), phrases.month(date.month()), date.year())
}

/// "2 March 2026 to 17 May 2026".
pub(super) fn dated_span(phrases: &Phrases, from: CivilDate, through: CivilDate) -> String {
    phrases.span(with_year(phrases, from), with_year(phrases, through))
}

pub(super) fn measure(phrases: &Phrases, measure: Measure) -> String {
    match measure {
        Measure::Pain => phrases.measure_pain(),
        Measure::Stiffness => phrases.measure_stiffness(),
        Measure::Sleep => phrases.measure_sleep(),
        Measure::Energy => phrases.measure_energy(),
        Measure::Mood => phrases.measure_mood(),
        Measure::Stress => phrases.measure_stress(),
    }
}

pub(super) fn verdict(phrases: &Phrases, verdict: Verdict, better_lower: bool) -> String {
    match verdict {
        Verdict::TooFewNotes => phrases.trend_few(),
        Verdict::NoClearChange => phrases.trend_unclear(),
        Verdict::Better if better_lower => phrases.trend_easing(),
        Verdict::Better => phrases.trend_better(),
        Verdict::Worse => phrases.trend_worse(),
    }
}

/// From where on a change counts as one.
pub(super) fn rule(phrases: &Phrases, threshold: &Threshold) -> String {
    match (&threshold.paper, threshold.percent) {
        (None, _) => phrases.trend_rule_ours(threshold.points),
        (Some(_), None) => phrases.trend_rule(threshold.points),
        (Some(_), Some(percent)) => phrases.trend_rule_share(threshold.points, percent),
    }
}

pub(super) fn week_state(phrases: &Phrases, state: WeekState) -> String {
    match state {
        WeekState::Met => phrases.state_met(),
        WeekState::Partly => phrases.state_partly(),
        WeekState::Paused => phrases.state_paused(),
        WeekState::Open => phrases.state_open(),
    }
}

/// "Week of 4 May: goal met".
pub(super) fn week_mark(phrases: &Phrases, monday: CivilDate, state: WeekState) -> String {
    phrases.week_mark(words::short_date(phrases, monday), week_state(phrases, state))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    #[test]
    fn numbers_are_told_with_as_many_decimals_as_they_have() {
        let phrases = Catalogue::for_locale("en").unwrap().phrases();
        assert_eq!([100, 534, -36, 996].map(|number| points(phrases, number)), ["1.0", "5.3", "0.4", "10.0"]);
        assert_eq!(
            [134, 92, 150, 200].map(|number| exact_points(phrases, number)),
            ["1.34", "0.92", "1.5", "2"]
        );
        assert_eq!(
            [1, 179, 181].map(|minutes| time(phrases, minutes)),
            ["1 minute", "179 minutes", "3 hours"]
        );
    }

    #[test]
    fn millionths_are_rounded_to_the_nearest_hundredth() {
        assert_eq!([5_333_333, -5_333_333, 4_999, 5_000].map(hundredths), [533, -533, 0, 1]);
        assert_eq!(positive_hundredths(-1), 0);
    }
}
