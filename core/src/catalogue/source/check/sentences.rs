//! How sentences are written: calm, whole, without guilt and without a promise.

use super::Item;

/// How strictly a text is held to the tone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// No order and no guilt: what is offered may be declined.
    Calm,
    /// Safety text: it may say "must".
    Safety,
}

/// Words that press, blame or promise. Medical help may be urgent, so safety text is free to use the first two.
const PRESSING: [&str; 2] = ["should", "must"];
const NEVER: [&str; 11] = [
    "cure",
    "cures",
    "cured",
    "heals",
    "guarantee",
    "guaranteed",
    "failed",
    "failure",
    "streak",
    "lazy",
    "hurry",
];

/// A name or a few words: not empty, and no full stop at the end.
pub(super) fn check_label(item: &mut Item<'_>, field: &str, text: &str, tone: Tone) {
    check_text(item, field, text, tone);
    item.require(!text.ends_with('.'), field, "a few words have no full stop");
}

/// One or more whole sentences.
pub(super) fn check_sentence(item: &mut Item<'_>, field: &str, text: &str, tone: Tone) {
    check_text(item, field, text, tone);
    let ends = text.ends_with(['.', '?']);
    item.require(ends || text.is_empty(), field, "a sentence ends with a full stop or a question mark");
}

/// Any text at all.
pub(super) fn check_text(item: &mut Item<'_>, field: &str, text: &str, tone: Tone) {
    item.require(!text.trim().is_empty(), field, "is empty");
    let tidy = text.trim() == text && !text.contains("  ") && !text.chars().any(char::is_control);
    item.require(tidy, field, "has white space at an end, twice in a row, or a line break");
    item.require(!text.contains('!'), field, "has an exclamation mark");
    item.require(!text.contains('\''), field, "has a straight apostrophe: write \u{2019}");
    for word in text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase) {
        let pressing = tone == Tone::Calm && PRESSING.contains(&word.as_str());
        let never = NEVER.contains(&word.as_str());
        item.require(
            !pressing && !never,
            field,
            format!("says \u{201c}{word}\u{201d}, which the tone rules out"),
        );
    }
}

/// The names in braces are exactly the values that the sentence is filled with.
pub(super) fn check_values(item: &mut Item<'_>, field: &str, text: &str, values: &[&str]) {
    let mut rest = text;
    let mut found = Vec::new();
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            return item.fault(field, "has a brace that is not closed");
        };
        found.push(name);
        rest = after;
    }
    for name in &found {
        item.require(values.contains(name), field, format!("{{{name}}} is no value of this sentence"));
    }
    for value in values {
        item.require(found.contains(value), field, format!("{{{value}}} is missing"));
    }
}
