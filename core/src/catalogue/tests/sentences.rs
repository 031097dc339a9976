//! The sentences that the core speaks.

use super::english;
use crate::zone::Weekday;

#[test]
fn sentences_are_filled_with_their_values() {
    let phrases = english().phrases();
    assert_eq!(phrases.week_of(3, 12), "Week 3 of 12");
    let facts = phrases.card_facts(phrases.minutes(20), phrases.posture_seated(), phrases.movements(5));
    assert_eq!(facts, "20 minutes, seated · 5 movements");
    assert_eq!(phrases.open_practice("Spinal Wave", "2:12"), "Go on from Spinal Wave, 2:12 left");
    assert_eq!(phrases.length_ramp_detail(10, 15, 20), "10 minutes, then 15, then 20");
}

#[test]
fn one_is_counted_as_one() {
    let phrases = english().phrases();
    assert_eq!((phrases.minutes(1), phrases.minutes(0)), ("1 minute".into(), "0 minutes".into()));
    assert_eq!((phrases.movements(1), phrases.movements(2)), ("1 movement".into(), "2 movements".into()));
}

#[test]
fn days_and_months_have_their_names() {
    let phrases = english().phrases();
    assert_eq!((phrases.weekday(Weekday::Monday), phrases.weekday(Weekday::Sunday)), ("Monday", "Sunday"));
    assert_eq!(phrases.weekday_short(Weekday::Wednesday), "Wed");
    assert_eq!((phrases.month(1), phrases.month(12)), ("January", "December"));
    assert_eq!((phrases.month(0), phrases.month(13)), ("", ""));
}

#[test]
fn numbers_are_words_up_to_the_longest_practice_and_digits_beyond() {
    let phrases = english().phrases();
    assert_eq!(phrases.number(0), "zero");
    assert_eq!(phrases.number(26), "twenty-six");
    assert_eq!(phrases.number(27), "27");
    assert_eq!(phrases.number_capital(7), "Seven");
    assert_eq!(phrases.number_capital(27), "27");
}

#[test]
fn lists_are_joined_by_commas() {
    let phrases = english().phrases();
    assert_eq!(phrases.list(&["Mon", "Wed", "Fri"]), "Mon, Wed, Fri");
    assert_eq!(phrases.list(&["Mon"]), "Mon");
    assert_eq!(phrases.list(&[]), "");
}

#[test]
fn pain_has_a_word_for_each_number() {
    let phrases = english().phrases();
    let words: Vec<_> = (0..=10).map(|pain| phrases.pain(pain)).collect();
    let expected = [
        "No pain", "Mild", "Mild", "Mild", "Moderate", "Moderate", "Moderate", "Severe", "Severe", "Severe",
        "Severe",
    ];
    assert_eq!(words, expected);
}

#[test]
fn a_reminder_says_nothing_about_health() {
    let phrases = english().phrases();
    let shown = [
        phrases.reminder_title(),
        phrases.reminder_text(phrases.number_capital(20)),
        phrases.reminder_text_short(phrases.number_capital(5)),
    ];
    for text in shown {
        for word in ["back", "pain", "hurt", "doctor", "health", "qigong", "exercise"] {
            assert!(!text.to_lowercase().contains(word), "{text:?} says {word:?}");
        }
    }
}
