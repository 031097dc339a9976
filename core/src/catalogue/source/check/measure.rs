//! The rules of a routine made to measure: every form known, every length and day covered, sides kept even.

use std::collections::BTreeMap;

use super::super::{
    BookendFacts, Content, ContentFault, DayKindFact, Keyed, MeasureFacts, MeasureWords, PoolFormFacts,
    PostureFact, SidesFact,
};
use super::sentences::{Tone, check_label, check_sentence, check_values};
use super::words::check_keys;
use super::{Item, Known};

/// The shortest and the longest routine made to measure, in minutes.
const SHORTEST: u16 = 5;
const LONGEST: u16 = 60;

/// Opening, warm-up and closing together leave at least this much for what lies between, in percent.
const LEFT_BETWEEN: u16 = 40;

/// Why a form is in a routine, and the values that each sentence is filled with.
const REASONS: [(&str, &[&str]); 11] = [
    ("opening", &[]),
    ("warm-up", &[]),
    ("closing", &[]),
    ("area-first", &["area"]),
    ("area-again", &["area", "before"]),
    ("area-stays", &["area"]),
    ("near-first", &["area", "near"]),
    ("near", &["area", "near"]),
    ("quiet", &["before"]),
    ("gentle", &[]),
    ("alternate", &["area", "before"]),
];
const REFUSALS: [&str; 5] = ["opening", "warm-up", "closing", "area", "minutes"];
const LOOSEN: [&str; 4] = ["minutes", "posture", "area", "avoid"];

pub(super) fn check(content: &Content, known: &Known<'_>, faults: &mut Vec<ContentFault>) {
    let facts = &content.reading.measure;
    let mut item = Item::single("check/measure.json", faults);
    check_lengths(facts, &mut item);
    check_days(facts, &mut item);
    let bookends = [("opening", &facts.opening), ("warm_up", &facts.warm_up), ("closing", &facts.closing)];
    for (field, bookends) in bookends {
        check_bookends(field, bookends, known, &mut item);
    }
    let always = |bookends: &[BookendFacts]| bookends.iter().any(|bookend| bookend.from == SHORTEST);
    item.require(always(&facts.opening), "opening", "has no form for the shortest routine");
    item.require(always(&facts.closing), "closing", "has no form for the shortest routine");
    item.require_different("forms", facts.forms.iter().map(|form| form.form.as_str()));
    for form in &facts.forms {
        check_form(form, known, &mut item);
    }
    for (area, near) in &facts.near {
        let field = format!("near.{area}");
        item.require(known.areas.contains(area.as_str()), &field, "is no part of the body");
        let other = |id: &str| id != area && known.areas.contains(id);
        item.require_known(&field, near, "other part of the body", other);
    }
    item.require(known.areas.contains(facts.everywhere.as_str()), "everywhere", "is no part of the body");
    for (locale, words) in &content.reading.words {
        check_words(&words.measure, &mut Item::single(&format!("{locale}/check/measure.json"), faults));
    }
}

fn check_lengths(facts: &MeasureFacts, item: &mut Item<'_>) {
    let rising = |numbers: &[u16]| numbers.windows(2).all(|pair| pair[0] < pair[1]);
    let inside = facts.minutes.iter().all(|minutes| (SHORTEST..=LONGEST).contains(minutes));
    item.require(!facts.minutes.is_empty() && inside, "minutes", "are not from 5 to 60");
    item.require(rising(&facts.minutes), "minutes", "do not rise");
    let from: Vec<u16> = facts.lengths.iter().map(|length| length.from).collect();
    item.require(from.first() == Some(&SHORTEST) && rising(&from), "lengths", "do not rise from 5 minutes");
    item.require((1..=10).contains(&facts.each), "each", "is not 1 to 10");
    for (index, length) in facts.lengths.iter().enumerate() {
        let field = format!("lengths[{index}].movements");
        item.require((1..=10).contains(&length.movements), field, "is not 1 to 10");
    }
}

fn check_days(facts: &MeasureFacts, item: &mut Item<'_>) {
    for (kind, key) in DayKindFact::ALL {
        let count = facts.days.iter().filter(|day| day.day == kind).count();
        item.require(count == 1, format!("days.{key}"), "is not there once");
    }
    for (index, day) in facts.days.iter().enumerate() {
        let shares = [day.opening, day.warm_up, day.closing].map(u16::from).iter().sum::<u16>();
        let field = format!("days[{index}]");
        item.require(shares + LEFT_BETWEEN <= 100, &field, "leaves less than 40 percent between");
        item.require((-3..=3).contains(&day.movements), format!("{field}.movements"), "is not -3 to 3");
    }
}

fn check_bookends(field: &str, bookends: &[BookendFacts], known: &Known<'_>, item: &mut Item<'_>) {
    item.require_different(field, bookends.iter().map(|bookend| bookend.form.as_str()));
    for (index, bookend) in bookends.iter().enumerate() {
        let field = format!("{field}[{index}]");
        let there = known.variants.contains_key(bookend.form.as_str());
        item.require(there, format!("{field}.form"), format!("there is no form `{}`", bookend.form));
        let from = (SHORTEST..=LONGEST).contains(&bookend.from);
        item.require(from, format!("{field}.from"), "is not 5 to 60");
        require_span(item, &field, bookend.least, bookend.most);
    }
}

fn require_span(item: &mut Item<'_>, field: &str, least: u16, most: u16) {
    let holds = least > 0 && least <= most && most <= LONGEST;
    item.require(holds, format!("{field}.most"), "is less than `least`, or they are not 1 to 60");
}

fn check_form(form: &PoolFormFacts, known: &Known<'_>, item: &mut Item<'_>) {
    let field = |name: &str| format!("forms.{}.{name}", form.form);
    item.require(super::is_id(&form.way), field("way"), "is no key");
    require_span(item, &format!("forms.{}", form.form), form.least, form.most);
    item.require(!form.days.is_empty(), field("days"), "is empty");
    let weights = form.days.values().all(|weight| (1..=3).contains(weight));
    item.require(weights, field("days"), "has a number that is not 1 to 3");
    let Some((movement, variant)) = known.variants.get(form.form.as_str()) else {
        return item.fault(field("form"), "is no form of a movement");
    };
    let still = variant.postures.iter().any(|offer| offer.posture != PostureFact::Walking);
    item.require(still, field("form"), "is done walking alone");
    item.require(!movement.body_areas.is_empty(), field("form"), "is for no part of the body");
    let longest = variant.longest.as_ref().is_none_or(|longest| u32::from(form.most) * 60 <= longest.seconds);
    item.require(longest, field("most"), "is more than the longest that an article allows");
    // Equal halves in whole minutes.
    let even = form.least.is_multiple_of(2) && form.most.is_multiple_of(2);
    item.require(
        even || variant.sides == SidesFact::Both,
        field("least"),
        "is odd, or `most` is: the sides take turns",
    );
}

fn check_words(words: &MeasureWords, item: &mut Item<'_>) {
    check_label(item, "area_title", &words.area_title, Tone::Calm);
    check_values(item, "area_title", &words.area_title, &["minutes", "area"]);
    check_sentence(item, "note", &words.note, Tone::Calm);
    check_keys(item, "days", DayKindFact::ALL.iter().map(|(_, key)| *key), &words.days);
    for (key, day) in &words.days {
        let field = |name: &str| format!("days.{key}.{name}");
        check_label(item, &field("name"), &day.name, Tone::Calm);
        check_label(item, &field("title"), &day.title, Tone::Calm);
        check_values(item, &field("title"), &day.title, &["minutes"]);
        check_sentence(item, &field("focus"), &day.focus, Tone::Calm);
        check_sentence(item, &field("reason"), &day.reason, Tone::Calm);
    }
    check_filled(item, "reasons", &REASONS, &words.reasons);
    check_filled(item, "refusals", &REFUSALS.map(|key| (key, &[] as &[&str])), &words.refusals);
    check_filled(item, "loosen", &LOOSEN.map(|key| (key, &[] as &[&str])), &words.loosen);
}

fn check_filled(item: &mut Item<'_>, field: &str, keys: &[(&str, &[&str])], words: &Keyed) {
    check_keys(item, field, keys.iter().map(|(key, _)| *key), words);
    let values: BTreeMap<&str, &[&str]> = keys.iter().copied().collect();
    for (key, text) in words {
        let field = format!("{field}.{key}");
        check_sentence(item, &field, text, Tone::Calm);
        if let Some(values) = values.get(key.as_str()) {
            check_values(item, &field, text, values);
        }
    }
}
