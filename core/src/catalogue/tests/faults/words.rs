use super::super::super::source::read_dir;
use super::{assert_fault, content, faults, faults_after};

const CIRCLES: &str = "movements/shoulder-circles.json";
const CIRCLES_WORDS: &str = "en/movements/shoulder-circles.json";

#[test]
fn english_has_a_word_for_everything_and_for_nothing_else() {
    let words = "en/movements/shoulder-circles.json: shoulder-circles:";
    let steps = format!("{words} variants.shoulder-circles.steps");
    let renamed = faults_after(&[(CIRCLES_WORDS, "\"come-down\"", "\"sink\"")]);
    assert_eq!(
        renamed,
        [format!("{steps}.come-down: is missing"), format!("{steps}.sink: nothing asks for it")]
    );
    assert_fault(
        CIRCLES,
        "\"focus\": \"article 000, line 28\",",
        "",
        &format!("{words} focus: is in the facts"),
    );

    let mut files = read_dir(&content()).unwrap();
    files.remove(CIRCLES_WORDS);
    assert_eq!(faults(&files), [format!("{words} file: is missing")]);
    let mut files = read_dir(&content()).unwrap();
    let text = files["en/routines/routine-phase-1.json"].clone();
    files.insert("en/routines/routine-phase-9.json".into(), text);
    let expected =
        "en/routines/routine-phase-9.json: routine-phase-9: file: there are no facts for these words";
    assert_eq!(faults(&files), [expected]);
}

#[test]
fn sentences_keep_the_tone() {
    let name = "en/movements/shoulder-circles.json: shoulder-circles:";
    let step = format!("{name} variants.shoulder-circles.steps.rise:");
    let from = "Breathe in as your shoulders rise.";
    for (to, problem) in [
        ("", "is empty"),
        ("Breathe in as your shoulders rise", "a sentence ends with"),
        ("Breathe in! Shoulders rise.", "has an exclamation mark"),
        ("You should breathe in.", "says \u{201c}should\u{201d}"),
        ("You must breathe in.", "says \u{201c}must\u{201d}"),
        ("This cures you.", "says \u{201c}cures\u{201d}"),
        ("Breathe  in.", "has white space"),
        ("Don't hold the breath.", "has a straight apostrophe"),
    ] {
        assert_fault(CIRCLES_WORDS, from, to, &format!("{step} {problem}"));
    }
    let beat = format!("{name} variants.shoulder-circles.beats.rise:");
    let long = "Shoulders rise as high as they like to go";
    assert_fault(
        CIRCLES_WORDS,
        "\"Shoulders rise\"",
        &format!("\"{long}\""),
        &format!("{beat} is longer than 36"),
    );
    assert_fault(
        CIRCLES_WORDS,
        "\"Shoulders rise\"",
        "\"Shoulders rise.\"",
        &format!("{beat} a few words have no"),
    );
}

#[test]
fn safety_text_may_say_must_and_still_keeps_the_rest_of_the_tone() {
    let card = "en/safety/red-flag-card.json";
    let from = "Please check whether this is an emergency.";
    assert_eq!(faults_after(&[(card, from, "You must check this.")]), Vec::<String>::new());
    assert_fault(
        card,
        from,
        "Check this! Please.",
        "en/safety/red-flag-card.json: red-flag-card: now.ask: has an exclamation",
    );
}

#[test]
fn a_sentence_has_all_its_values_and_no_other() {
    let phrases = "en/phrases.json";
    let place = "en/phrases.json: phrases: sentences";
    assert_fault(
        phrases,
        "Week {week} of {weeks}",
        "Week {week}",
        &format!("{place}.week_of: {{weeks}} is missing"),
    );
    let from = "\"Good morning\"";
    assert_fault(
        phrases,
        from,
        "\"Good morning, {name}\"",
        &format!("{place}.good_morning: {{name}} is no value"),
    );
    assert_fault(phrases, from, "\"Good {morning\"", &format!("{place}.good_morning: has a brace"));
    let faults = faults_after(&[(phrases, "\"good_morning\"", "\"good_day\"")]);
    assert_eq!(
        faults,
        [format!("{place}.good_day: nothing asks for it"), format!("{place}.good_morning: is missing")]
    );
    assert_fault(phrases, "\"zero\", ", "", "en/phrases.json: phrases: numbers: has 26 entries, not 27");
}
