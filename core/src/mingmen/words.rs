//! What was decided, said in sentences. The sentences are content; this only chooses among them and fills them in.

use std::collections::BTreeMap;

use chrono::{Datelike, Timelike};

use crate::catalogue::{Phrases, Posture};
use crate::plan::{WeeklySlot, evening_order};
use crate::practice::{PostureWords, Practice, PracticeEnding, ScriptWords, SpeakingPace};
use crate::progress::{DayState, DaySummary, WeekState, WeekSummary};
use crate::zone::{CivilDate, WallTime, Weekday};

pub(super) fn greeting(phrases: &Phrases, time: WallTime) -> String {
    match time.hour() {
        3..12 => phrases.good_morning(),
        12..18 => phrases.good_afternoon(),
        _ => phrases.good_evening(),
    }
}

/// "Wednesday 13 May".
pub(super) fn long_date(phrases: &Phrases, date: CivilDate) -> String {
    phrases.date_long(phrases.weekday(Weekday::of(date)), date.day(), phrases.month(date.month()))
}

/// "13 May".
pub(super) fn short_date(phrases: &Phrases, date: CivilDate) -> String {
    phrases.date_short(date.day(), phrases.month(date.month()))
}

/// "27 April to 19 July", or "11 to 17 May" within one month.
pub(super) fn span(phrases: &Phrases, from: CivilDate, through: CivilDate) -> String {
    let same_month = (from.year(), from.month()) == (through.year(), through.month());
    let first = if same_month { from.day().to_string() } else { short_date(phrases, from) };
    phrases.span(first, short_date(phrases, through))
}

/// The place whose clock a zone is: "London" for `Europe/London`, "Buenos Aires" for `America/Argentina/Buenos_Aires`.
pub(super) fn place(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or_default().replace('_', " ")
}

/// "08:00".
pub(super) fn clock(time: WallTime) -> String {
    time.format("%H:%M").to_string()
}

/// "2:12" for what is left of a practice.
pub(super) fn time_left(left_ms: u32) -> String {
    let seconds = left_ms.div_ceil(1_000);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A day as one says it today: "today", "tomorrow", "Friday", and beyond a week "Friday 20 March".
pub(super) fn day(phrases: &Phrases, date: CivilDate, today: CivilDate) -> String {
    match date.signed_duration_since(today).num_days() {
        0 => phrases.today_word(),
        1 => phrases.tomorrow_word(),
        2..7 => phrases.weekday(Weekday::of(date)).to_owned(),
        _ => long_date(phrases, date),
    }
}

/// The same at the start of a line: "Today", "Tomorrow".
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The same inside a line: "seated arch and round". A name keeps its capitals: "Snake-Head".
pub(super) fn decapitalised(text: &str) -> String {
    let first_word = text.split(' ').next().unwrap_or_default();
    if first_word.chars().skip(1).any(char::is_uppercase) {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

pub(super) fn posture(phrases: &Phrases, posture: Posture) -> String {
    match posture {
        Posture::Seated => phrases.posture_seated(),
        Posture::Standing => phrases.posture_standing(),
        Posture::Lying => phrases.posture_lying(),
        Posture::Walking => phrases.posture_walking(),
    }
}

pub(super) fn setup(phrases: &Phrases, posture: Posture) -> String {
    match posture {
        Posture::Seated => phrases.setup_seated(),
        Posture::Standing => phrases.setup_standing(),
        Posture::Lying => phrases.setup_lying(),
        Posture::Walking => phrases.setup_walking(),
    }
}

/// "Mon, Wed, Fri at 08:00", "Every day at 08:00, 13:00", or each day with its own times.
pub(super) fn slots(phrases: &Phrases, slots: &[WeeklySlot]) -> String {
    let mut days: BTreeMap<Weekday, Vec<WallTime>> = BTreeMap::new();
    for slot in slots {
        days.entry(slot.weekday).or_default().push(slot.time);
    }
    days.values_mut().for_each(|times| times.sort_by_key(|time| evening_order(*time)));
    let list = |items: Vec<String>| phrases.list(&items.iter().map(String::as_str).collect::<Vec<_>>());
    let clocks = |times: &[WallTime]| list(times.iter().map(|time| clock(*time)).collect());
    let Some(first) = days.values().next() else { return String::new() };
    if days.values().any(|times| times != first) {
        let of_day = |(day, times): (&Weekday, &Vec<WallTime>)| {
            phrases.day_time(phrases.weekday_short(*day), clocks(times))
        };
        return list(days.iter().map(of_day).collect());
    }
    if days.len() == Weekday::ALL.len() {
        return phrases.every_day_at_time(clocks(first));
    }
    let names = days.keys().map(|day| phrases.weekday_short(*day).to_owned());
    phrases.days_at_time(list(names.collect()), clocks(first))
}

/// The sentences of a script.
pub(super) fn script_words(phrases: &Phrases) -> ScriptWords {
    // `{name}` is filled in by the script, once for each movement.
    let name = "{name}";
    ScriptWords {
        pace: SpeakingPace {
            ms_per_character: phrases.ms_per_character(),
            between_ms: phrases.ms_between_sentences(),
        },
        settle: PostureWords {
            seated: phrases.settle_seated(),
            standing: phrases.settle_standing(),
            lying: phrases.settle_lying(),
            walking: phrases.settle_walking(),
        },
        begin_with: phrases.begin_with(name),
        next: phrases.next_movement(name),
        change_posture: PostureWords {
            seated: phrases.change_to_seated(),
            standing: phrases.change_to_standing(),
            lying: phrases.change_to_lying(),
            walking: phrases.change_to_walking(),
        },
        go_on: phrases.go_on_with(name),
        standing_care: phrases.standing_safety(),
        half_way: phrases.half_way(),
        last_minute: phrases.last_minute(),
        stillness: phrases.let_it_settle(),
        closing: PostureWords {
            seated: phrases.practice_ends_seated(),
            standing: phrases.practice_ends_standing(),
            lying: phrases.practice_ends_lying(),
            walking: phrases.practice_ends_standing(),
        },
    }
}

/// Puts the sentences of a week into its summary.
pub(super) fn describe_week(phrases: &Phrases, week: &mut WeekSummary, today: CivilDate) {
    week.heading = week_heading(phrases, week);
    week.detail = week_detail(phrases, week, today);
    week.spoken = week_spoken(phrases, week);
}

fn week_heading(phrases: &Phrases, week: &WeekSummary) -> String {
    match week.sessions_done {
        0 => phrases.week_none(),
        1 => phrases.week_one(),
        many => phrases.week_many(phrases.number_capital(u32::from(many))),
    }
}

fn week_detail(phrases: &Phrases, week: &WeekSummary, today: CivilDate) -> String {
    let mut sentences = Vec::new();
    if week.minutes_done > 0 {
        sentences.push(phrases.week_minutes(phrases.minutes(u32::from(week.minutes_done))));
    }
    let to_come: Vec<&DaySummary> =
        week.days.iter().filter(|day| matches!(day.state, DayState::Due | DayState::Planned)).collect();
    if week.state == WeekState::Met {
        sentences.push(phrases.week_met());
    } else if let Some(next) = to_come.first() {
        let next_day = day(phrases, next.date, today);
        sentences.push(match to_come.len() {
            _ if week.minutes_done == 0 => phrases.week_first_planned(next_day),
            1 => phrases.week_one_more(next_day),
            many => {
                phrases.week_more(phrases.number_capital(u32::try_from(many).unwrap_or(u32::MAX)), next_day)
            }
        });
    } else if week.minutes_done == 0 {
        sentences.push(match week.state {
            WeekState::Paused => phrases.week_paused(),
            _ if week.ends_on < today => phrases.week_quiet(),
            _ => phrases.week_nothing_planned(),
        });
    }
    sentences.join(" ")
}

/// A day's mark in words.
pub(super) fn day_state(phrases: &Phrases, state: DayState) -> String {
    match state {
        DayState::Done => phrases.day_done(),
        DayState::Due => phrases.day_due(),
        DayState::Planned => phrases.day_planned(),
        DayState::Rest => phrases.day_rest(),
        DayState::Paused => phrases.day_paused(),
    }
}

fn week_spoken(phrases: &Phrases, week: &WeekSummary) -> String {
    let days = week.days.iter().map(|day| {
        let weekday = phrases.weekday(Weekday::of(day.date));
        let state = day_state(phrases, day.state);
        if day.is_today {
            phrases.day_spoken_today(weekday, state)
        } else {
            phrases.day_spoken(weekday, state)
        }
    });
    let mut spoken = days.collect::<Vec<_>>().join("; ");
    if week.sessions_due > 0 {
        let count = |sessions: u8| phrases.number(u32::from(sessions));
        let goal = phrases.goal_spoken(count(week.sessions_done), count(week.sessions_due));
        spoken = format!("{}. {spoken}", capitalised(&goal));
    }
    format!("{spoken}.")
}

/// What is said when a practice has ended.
pub(super) fn closing(phrases: &Phrases, practice: &Practice) -> String {
    let minutes = practice.practised_ms / 60_000;
    let word = phrases.number(minutes);
    match practice.ending {
        PracticeEnding::StoppedForSign { .. } => phrases.stopped(),
        PracticeEnding::EnteredByHand => phrases.entered(phrases.minutes(minutes)),
        PracticeEnding::EndedEarly | PracticeEnding::Finished if minutes == 0 => phrases.ended_early_none(),
        PracticeEnding::EndedEarly if minutes == 1 => phrases.ended_early_one(),
        PracticeEnding::EndedEarly => phrases.ended_early(phrases.number_capital(minutes)),
        PracticeEnding::Finished if minutes == 1 => phrases.finished_one(),
        PracticeEnding::Finished => phrases.finished(word),
    }
}

/// What is said about pain after a practice.
pub(super) fn pain_words(phrases: &Phrases, before: Option<u8>, after: Option<u8>) -> String {
    let capital = |pain: u8| phrases.number_capital(u32::from(pain));
    let small = |pain: u8| phrases.number(u32::from(pain));
    match (before, after) {
        (_, None) => phrases.checked_in(),
        (None, Some(after)) => phrases.pain_after_alone(capital(after)),
        (Some(before), Some(after)) if after < before => phrases.pain_eased(capital(before), small(after)),
        (Some(before), Some(after)) if after == before => phrases.pain_same(small(before)),
        (Some(_), Some(_)) => phrases.pain_worse(),
    }
}

/// A time to practise: "4 minutes", "half a minute".
pub(super) fn seconds(phrases: &Phrases, seconds: u32) -> String {
    if seconds < 60 { phrases.half_a_minute() } else { phrases.minutes(seconds.div_ceil(60)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    fn told(times: &[(Weekday, &str)]) -> String {
        let slot =
            |(weekday, time): &(Weekday, &str)| WeeklySlot { weekday: *weekday, time: time.parse().unwrap() };
        let times: Vec<WeeklySlot> = times.iter().map(slot).collect();
        slots(Catalogue::for_locale("en").unwrap().phrases(), &times)
    }

    #[test]
    fn the_times_of_a_week_are_told_as_shortly_as_they_allow() {
        use Weekday::{Friday, Monday};
        assert_eq!(told(&[(Friday, "08:00:00"), (Monday, "08:00:00")]), "Mon, Fri at 08:00");
        assert_eq!(told(&[(Monday, "08:00:00"), (Friday, "18:00:00")]), "Mon 08:00, Fri 18:00");
        let twice = [(Monday, "08:00:00"), (Monday, "13:00:00"), (Friday, "13:00:00"), (Friday, "08:00:00")];
        assert_eq!(told(&twice), "Mon, Fri at 08:00, 13:00");
        let daily: Vec<(Weekday, &str)> = Weekday::ALL.iter().map(|day| (*day, "07:00:00")).collect();
        assert_eq!(told(&daily), "Every day at 07:00");
        assert_eq!(told(&[(Monday, "00:30:00"), (Monday, "22:00:00")]), "Mon at 22:00, 00:30");
        assert_eq!(told(&[]), "");
    }
}
