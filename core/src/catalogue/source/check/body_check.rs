//! The body check, what it suggests, and the small notes: every answer known, every suggestion there.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{ChooseFact, ConditionFacts, Content, ContentFault, Reading, ReadingWords, SuggestFact};
use super::sentences::{Tone, check_label, check_sentence};
use super::words::check_keys;
use super::{Item, Known};

pub(super) fn check(content: &Content, known: &Known<'_>, faults: &mut Vec<ContentFault>) {
    let reading = &content.reading;
    check_questions(reading, known, &mut Item::single("check/body-check.json", faults));
    check_rules(reading, known, &mut Item::single("check/suggestions.json", faults));
    check_notes(reading, known, &mut Item::single("notes.json", faults));
    for (locale, words) in &reading.words {
        let file = |name: &str| format!("{locale}/{name}.json");
        check_question_words(reading, words, &mut Item::single(&file("check/body-check"), faults));
        check_note_words(reading, words, &mut Item::single(&file("notes"), faults));
        let mut item = Item::single(&file("check/suggestions"), faults);
        let rules = reading.suggestions.rules.iter().map(|rule| rule.rule.as_str());
        check_keys(&mut item, "reasons", rules, &words.suggestions.reasons);
        for (key, text) in &words.suggestions.reasons {
            check_sentence(&mut item, &format!("reasons.{key}"), text, Tone::Calm);
        }
    }
}

fn check_questions(reading: &Reading, known: &Known<'_>, item: &mut Item<'_>) {
    let facts = &reading.body_check;
    item.require_different("questions", facts.questions.iter().map(|question| question.id.as_str()));
    for question in &facts.questions {
        let field = format!("{}.options", question.id);
        item.require_different(&field, question.options.iter().map(|option| option.id.as_str()));
        item.require(question.options.len() > 1, &field, "is no choice");
        for option in &question.options {
            let there = option.area.as_deref().is_none_or(|area| known.areas.contains(area));
            item.require(there, format!("{field}.{}.area", option.id), "is no part of the body");
        }
    }
}

fn check_rules(reading: &Reading, known: &Known<'_>, item: &mut Item<'_>) {
    let answers: BTreeMap<&str, BTreeSet<&str>> = reading
        .body_check
        .questions
        .iter()
        .map(|question| {
            let options = question.options.iter().map(|option| option.id.as_str());
            (question.id.as_str(), options.collect())
        })
        .collect();
    let rules = &reading.suggestions.rules;
    item.require_different("rules", rules.iter().map(|rule| rule.rule.as_str()));
    let mut asked = BTreeSet::new();
    for rule in rules {
        let to_practise = known.variants.contains_key(rule.suggest.as_str())
            || known.routines.contains(rule.suggest.as_str());
        let there = match rule.way {
            SuggestFact::Practise => to_practise,
            SuggestFact::Read => known.items.contains(rule.suggest.as_str()),
        };
        item.require(there, format!("{}.suggest", rule.rule), format!("there is no `{}`", rule.suggest));
        item.require(!rule.when.is_empty(), format!("{}.when", rule.rule), "is empty");
        item.require((1..=10).contains(&rule.weight), format!("{}.weight", rule.rule), "is not 1 to 10");
        for ConditionFacts { question, any } in rule.when.iter().chain(&rule.unless) {
            for answer in any {
                let there =
                    answers.get(question.as_str()).is_some_and(|options| options.contains(answer.as_str()));
                item.require(there, format!("{}.{question}", rule.rule), format!("has no answer `{answer}`"));
                asked.insert((question.as_str(), answer.as_str()));
            }
        }
    }
    for (question, options) in &answers {
        for option in options.iter().filter(|option| !asked.contains(&(*question, **option))) {
            item.fault(format!("{question}.{option}"), "is an answer that changes nothing");
        }
    }
}

fn check_notes(reading: &Reading, known: &Known<'_>, item: &mut Item<'_>) {
    let notes = &reading.notes.notes;
    item.require_different("notes", notes.iter().map(|note| note.id.as_str()));
    for note in notes {
        let field = |name: &str| format!("{}.{name}", note.id);
        item.require_different(&field("options"), note.options.iter().map(|option| option.id.as_str()));
        item.require(
            note.text || !note.options.is_empty(),
            field("options"),
            "is empty, and no text is asked for",
        );
        item.require_known(&field("related"), &note.related, "item", |id| known.items.contains(id));
    }
}

fn check_question_words(reading: &Reading, words: &ReadingWords, item: &mut Item<'_>) {
    let words = &words.body_check;
    check_label(item, "title", &words.title, Tone::Calm);
    check_sentence(item, "lead", &words.lead, Tone::Calm);
    check_sentence(item, "notice", &words.notice, Tone::Safety);
    let questions = &reading.body_check.questions;
    check_keys(item, "questions", questions.iter().map(|question| question.id.as_str()), &words.questions);
    for facts in questions {
        let Some(words) = words.questions.get(&facts.id) else { continue };
        let field = format!("questions.{}", facts.id);
        check_sentence(item, &format!("{field}.title"), &words.title, Tone::Calm);
        let options = facts.options.iter().map(|option| option.id.as_str());
        check_keys(item, &format!("{field}.options"), options, &words.options);
        for (key, text) in &words.options {
            check_label(item, &format!("{field}.options.{key}"), text, Tone::Calm);
        }
        let one = facts.choose == ChooseFact::One && facts.options.len() > 6;
        item.require(!one, format!("{field}.options"), "are more than six to choose one from");
    }
}

fn check_note_words(reading: &Reading, words: &ReadingWords, item: &mut Item<'_>) {
    let words = &words.notes;
    check_label(item, "title", &words.title, Tone::Calm);
    check_sentence(item, "lead", &words.lead, Tone::Calm);
    let notes = &reading.notes.notes;
    check_keys(item, "notes", notes.iter().map(|note| note.id.as_str()), &words.notes);
    for facts in notes {
        let Some(words) = words.notes.get(&facts.id) else { continue };
        let field = format!("notes.{}", facts.id);
        check_label(item, &format!("{field}.title"), &words.title, Tone::Calm);
        check_sentence(item, &format!("{field}.prompt"), &words.prompt, Tone::Calm);
        let options = facts.options.iter().map(|option| option.id.as_str());
        check_keys(item, &format!("{field}.options"), options, &words.options);
        for (key, text) in &words.options {
            check_label(item, &format!("{field}.options.{key}"), text, Tone::Calm);
        }
    }
}
