//! Words: each language has a word for everything, and for nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{
    CardWords, Content, ContentFault, MovementFacts, MovementWords, SpeakingWords, TierFact, VariantFacts,
    VariantWords, Words, all_phrases, phrase_list, reminder_phrases,
};
use super::Item;
use super::sentences::{Tone, check_label, check_sentence, check_text, check_values};

macro_rules! key_table {
    ($($key:ident($($value:ident),*): $doc:literal,)*) => {
        /// Every sentence of `phrases.json` and the values it is filled with.
        const PHRASES: &[(&str, &[&str])] = &[$((stringify!($key), &[$(stringify!($value)),*])),*];
    };
}
all_phrases!(key_table);

pub(super) fn check(content: &Content, faults: &mut Vec<ContentFault>) {
    for (locale, words) in &content.words {
        let file = |name: &str| format!("{locale}/{name}.json");
        check_folder(&content.movements, &words.movements, &format!("{locale}/movements"), faults);
        check_folder(&content.routines, &words.routines, &format!("{locale}/routines"), faults);
        check_folder(&content.plans, &words.plans, &format!("{locale}/plans"), faults);
        for (id, facts) in &content.movements {
            let Some(words) = words.movements.get(id) else { continue };
            check_movement(facts, words, &mut Item::new(file(&format!("movements/{id}")), id, faults));
        }
        for (id, words) in &words.routines {
            let mut item = Item::new(file(&format!("routines/{id}")), id, faults);
            check_label(&mut item, "name", &words.name, Tone::Calm);
            check_sentence(&mut item, "focus", &words.focus, Tone::Calm);
            let Some(facts) = content.routines.get(id) else { continue };
            check_keys(&mut item, "notes", facts.notes.iter().map(|note| note.note.as_str()), &words.notes);
            for (key, text) in &words.notes {
                check_sentence(&mut item, &format!("notes.{key}"), text, Tone::Safety);
            }
        }
        check_plans(content, words, locale, faults);
        check_lists(content, words, locale, faults);
        check_phrases(words, &mut Item::single(&file("phrases"), faults));
        check_screening(content, words, &mut Item::single(&file("safety/screening"), faults));
        check_about_you(content, words, &mut Item::single(&file("safety/about-you"), faults));
        check_stop_signs(content, words, &mut Item::single(&file("safety/stop-signs"), faults));
        check_card(words, &mut Item::single(&file("safety/red-flag-card"), faults));
    }
}

/// A file of words for each file of facts.
pub(super) fn check_folder<F, W>(
    facts: &BTreeMap<String, F>,
    words: &BTreeMap<String, W>,
    folder: &str,
    faults: &mut Vec<ContentFault>,
) {
    for id in facts.keys().filter(|id| !words.contains_key(*id)) {
        Item::new(format!("{folder}/{id}.json"), id, faults).fault("file", "is missing");
    }
    for id in words.keys().filter(|id| !facts.contains_key(*id)) {
        Item::new(format!("{folder}/{id}.json"), id, faults)
            .fault("file", "there are no facts for these words");
    }
}

/// A word for each key, and no other.
pub(super) fn check_keys<'k, T>(
    item: &mut Item<'_>,
    field: &str,
    keys: impl Iterator<Item = &'k str>,
    words: &BTreeMap<String, T>,
) {
    let keys: BTreeSet<&str> = keys.collect();
    for key in keys.iter().filter(|key| !words.contains_key(**key)) {
        item.fault(format!("{field}.{key}"), "is missing");
    }
    for key in words.keys().filter(|key| !keys.contains(key.as_str())) {
        item.fault(format!("{field}.{key}"), "nothing asks for it");
    }
}

fn check_movement(facts: &MovementFacts, words: &MovementWords, item: &mut Item<'_>) {
    check_label(item, "name", &words.name, Tone::Calm);
    for (index, name) in words.other_names.iter().enumerate() {
        check_label(item, &format!("other_names[{index}]"), name, Tone::Calm);
    }
    check_sentence(item, "summary", &words.summary, Tone::Calm);
    item.require(
        facts.focus.is_some() == words.focus.is_some(),
        "focus",
        "is in the facts or in the words alone",
    );
    if let Some(focus) = &words.focus {
        check_sentence(item, "focus", focus, Tone::Calm);
    }
    check_keys(item, "care", facts.care.iter().map(|care| care.care.as_str()), &words.care);
    check_keys(
        item,
        "benefits",
        facts.benefits.iter().map(|benefit| benefit.benefit.as_str()),
        &words.benefits,
    );
    check_keys(item, "uses", facts.uses.iter().map(|usage| usage.key.as_str()), &words.uses);
    check_keys(item, "notes", facts.notes.iter().map(|note| note.note.as_str()), &words.notes);
    let texts = [
        ("care", &words.care),
        ("benefits", &words.benefits),
        ("uses", &words.uses),
        ("notes", &words.notes),
    ];
    for (field, texts) in texts {
        for (key, text) in texts {
            check_sentence(item, &format!("{field}.{key}"), text, Tone::Safety);
        }
    }
    check_keys(item, "variants", facts.variants.iter().map(|variant| variant.id.as_str()), &words.variants);
    for variant in &facts.variants {
        let Some(words) = words.variants.get(&variant.id) else { continue };
        check_variant(variant, words, &format!("variants.{}", variant.id), item);
    }
}

fn check_variant(facts: &VariantFacts, words: &VariantWords, field: &str, item: &mut Item<'_>) {
    check_label(item, &format!("{field}.name"), &words.name, Tone::Calm);
    check_sentence(item, &format!("{field}.figure_text"), &words.figure_text, Tone::Calm);
    check_keys(
        item,
        &format!("{field}.steps"),
        facts.steps.iter().map(|step| step.step.as_str()),
        &words.steps,
    );
    for (key, text) in &words.steps {
        check_sentence(item, &format!("{field}.steps.{key}"), text, Tone::Calm);
    }
    check_keys(
        item,
        &format!("{field}.beats"),
        facts.beats.iter().map(|beat| beat.beat.as_str()),
        &words.beats,
    );
    for (key, text) in &words.beats {
        check_label(item, &format!("{field}.beats.{key}"), text, Tone::Calm);
        let short = text.chars().count() <= 36;
        item.require(
            short,
            format!("{field}.beats.{key}"),
            "is longer than 36 letters: it is the large line",
        );
    }
}

fn check_plans(content: &Content, words: &Words, locale: &str, faults: &mut Vec<ContentFault>) {
    for (id, words) in &words.plans {
        let Some(facts) = content.plans.get(id) else { continue };
        let mut item = Item::new(format!("{locale}/plans/{id}.json"), id, faults);
        check_label(&mut item, "name", &words.name, Tone::Calm);
        check_sentence(&mut item, "about", &words.about, Tone::Calm);
        check_label(&mut item, "hint", &words.hint, Tone::Calm);
        check_sentence(&mut item, "differs", &words.differs, Tone::Calm);
        check_keys(&mut item, "phases", facts.phases.iter().map(|phase| phase.phase.as_str()), &words.phases);
        for (key, phase) in &words.phases {
            check_label(&mut item, &format!("phases.{key}.name"), &phase.name, Tone::Calm);
            check_label(&mut item, &format!("phases.{key}.focus"), &phase.focus, Tone::Calm);
        }
    }
}

/// Body areas, sensations and cautions.
fn check_lists(content: &Content, words: &Words, locale: &str, faults: &mut Vec<ContentFault>) {
    let mut item = Item::single(&format!("{locale}/body-areas.json"), faults);
    check_keys(&mut item, "body_areas", super::areas(content), &words.body_areas.body_areas);
    for (key, text) in &words.body_areas.body_areas {
        check_label(&mut item, &format!("body_areas.{key}"), text, Tone::Calm);
    }
    let mut item = Item::single(&format!("{locale}/sensations.json"), faults);
    let sensations = content.sensations.sensations.iter().map(|sensation| sensation.id.as_str());
    check_keys(&mut item, "sensations", sensations, &words.sensations.sensations);
    for (key, text) in &words.sensations.sensations {
        check_label(&mut item, &format!("sensations.{key}"), text, Tone::Calm);
    }
    let mut item = Item::single(&format!("{locale}/safety/cautions.json"), faults);
    let cautions = content.cautions.cautions.iter().map(|caution| caution.id.as_str());
    check_keys(&mut item, "cautions", cautions, &words.cautions.cautions);
    for (key, caution) in &words.cautions.cautions {
        check_label(&mut item, &format!("cautions.{key}.name"), &caution.name, Tone::Safety);
        check_sentence(&mut item, &format!("cautions.{key}.rule"), &caution.rule, Tone::Safety);
    }
}

fn check_phrases(words: &Words, item: &mut Item<'_>) {
    let words = &words.phrases;
    let lists = [
        ("weekdays", &words.weekdays, 7),
        ("weekdays_short", &words.weekdays_short, 7),
        ("months", &words.months, 12),
        ("numbers", &words.numbers, 27),
    ];
    for (field, list, length) in lists {
        item.require(list.len() == length, field, format!("has {} entries, not {length}", list.len()));
        for (index, text) in list.iter().enumerate() {
            check_label(item, &format!("{field}[{index}]"), text, Tone::Calm);
        }
    }
    let SpeakingWords { ms_per_character, ms_between } = words.speaking;
    let plausible = (20..=500).contains(&ms_per_character) && (100..=2_000).contains(&ms_between);
    item.require(plausible, "speaking", "is 20 to 500 ms a character, and 100 to 2,000 ms between sentences");
    check_keys(item, "sentences", PHRASES.iter().map(|(key, _)| *key), &words.sentences);
    for (key, values) in PHRASES {
        let Some(text) = words.sentences.get(*key) else { continue };
        let field = format!("sentences.{key}");
        check_values(item, &field, text, values);
        // What joins a list is white space and a word.
        if !key.starts_with("list_") {
            check_text(item, &field, text, Tone::Calm);
        }
    }
}

fn check_screening(content: &Content, words: &Words, item: &mut Item<'_>) {
    let (facts, words) = (&content.screening, &words.screening);
    let lines = || facts.pages.iter().flat_map(|page| &page.lines);
    let soon = lines().filter(|line| line.tier == TierFact::Soon);
    check_sentence(item, "notice", &words.notice, Tone::Safety);
    check_keys(item, "pages", facts.pages.iter().map(|page| page.page.as_str()), &words.pages);
    check_keys(item, "lines", lines().map(|line| line.id.as_str()), &words.lines);
    check_keys(item, "advice", soon.map(|line| line.id.as_str()), &words.advice);
    let signs = lines().flat_map(|line| &line.signs).map(|sign| sign.id.as_str());
    check_keys(item, "signs", signs, &words.signs);
    for (key, page) in &words.pages {
        check_sentence(item, &format!("pages.{key}.title"), &page.title, Tone::Safety);
        check_sentence(item, &format!("pages.{key}.lead"), &page.lead, Tone::Safety);
        check_label(item, &format!("pages.{key}.none"), &page.none, Tone::Safety);
    }
    for (key, text) in &words.lines {
        check_label(item, &format!("lines.{key}"), text, Tone::Safety);
    }
    for (key, text) in &words.advice {
        check_sentence(item, &format!("advice.{key}"), text, Tone::Safety);
    }
    for (key, text) in &words.signs {
        check_sentence(item, &format!("signs.{key}"), text, Tone::Safety);
    }
}

fn check_about_you(content: &Content, words: &Words, item: &mut Item<'_>) {
    let words = &words.about_you;
    check_sentence(item, "notice", &words.notice, Tone::Safety);
    check_label(item, "title", &words.title, Tone::Safety);
    check_sentence(item, "lead", &words.lead, Tone::Safety);
    check_label(item, "none", &words.none, Tone::Safety);
    check_keys(item, "lines", content.about_you.lines.iter().map(|line| line.id.as_str()), &words.lines);
    for (key, line) in &words.lines {
        check_label(item, &format!("lines.{key}.text"), &line.text, Tone::Safety);
        check_sentence(item, &format!("lines.{key}.advice"), &line.advice, Tone::Safety);
    }
}

fn check_stop_signs(content: &Content, words: &Words, item: &mut Item<'_>) {
    let (facts, words) = (&content.stop_signs, &words.stop_signs);
    check_sentence(item, "title", &words.title, Tone::Safety);
    check_sentence(item, "lead", &words.lead, Tone::Safety);
    check_sentence(item, "question", &words.question, Tone::Safety);
    let signs = facts.emergency.iter().chain(&facts.signs);
    check_keys(item, "signs", signs.map(|sign| sign.id.as_str()), &words.signs);
    for (key, sign) in &words.signs {
        check_label(item, &format!("signs.{key}.text"), &sign.text, Tone::Safety);
        check_sentence(item, &format!("signs.{key}.advice"), &sign.advice, Tone::Safety);
    }
}

fn check_card(words: &Words, item: &mut Item<'_>) {
    let words = &words.red_flag_card;
    let tier = |item: &mut Item<'_>, field: &str, words: &CardWords| {
        check_label(item, &format!("{field}.title"), &words.title, Tone::Safety);
        let sentences = [
            ("action", &words.action),
            ("after", &words.after),
            ("tell_them", &words.tell_them),
            ("ask", &words.ask),
        ];
        for (name, text) in sentences {
            check_sentence(item, &format!("{field}.{name}"), text, Tone::Safety);
        }
    };
    tier(item, "now", &words.now);
    tier(item, "urgent", &words.urgent);
    check_sentence(item, "numbers_differ", &words.numbers_differ, Tone::Safety);
    check_sentence(item, "way_back", &words.way_back, Tone::Safety);
    check_sentence(item, "reopened", &words.reopened, Tone::Safety);
    check_values(item, "reopened", &words.reopened, &["date"]);
}
