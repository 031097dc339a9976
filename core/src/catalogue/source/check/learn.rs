//! What can be read: topics in order, every item once, nothing that refers to what is not there.

use std::collections::BTreeSet;

use super::super::{Content, ContentFault, LearnFacts, LearnKindFact, LearnWords, MadeFromFact, TopicFacts};
use super::sentences::{Tone, check_label, check_sentence};
use super::words::{check_folder, check_keys};
use super::{Item, Known, check_orders};

/// The ids of everything that can be read.
pub(super) fn ids(content: &Content) -> impl Iterator<Item = &str> {
    let reading = &content.reading;
    let own = reading.topics.values().flat_map(|topic| &topic.items).map(|item| item.id.as_str());
    let lines = content.screening.pages.iter().flat_map(|page| &page.lines);
    let flags = lines.flat_map(|line| &line.signs).map(|sign| sign.id.as_str());
    let stop = content.stop_signs.emergency.iter().chain(&content.stop_signs.signs);
    own.chain(reading.breathing.keys().map(String::as_str))
        .chain(flags)
        .chain(stop.map(|sign| sign.id.as_str()))
        .chain(content.cautions.cautions.iter().map(|caution| caution.id.as_str()))
}

pub(super) fn check(content: &Content, known: &Known<'_>, faults: &mut Vec<ContentFault>) {
    let reading = &content.reading;
    check_orders("learn", reading.topics.iter().map(|(id, facts)| (id.as_str(), facts.order)), faults);
    let methods =
        reading.breathing.iter().filter_map(|(id, facts)| facts.order.map(|order| (id.as_str(), order)));
    check_orders("breathing", methods, faults);
    for (name, facts) in &reading.topics {
        check_topic(facts, known, &mut Item::new(format!("learn/{name}.json"), &facts.topic, faults));
        for item in &facts.items {
            check_item(item, known, &mut Item::new(format!("learn/{name}.json"), &item.id, faults));
        }
    }
    for (name, facts) in &reading.breathing {
        let mut item = Item::new(format!("breathing/{name}.json"), &facts.id, faults);
        item.require_id_of_file(&facts.id);
        item.require(facts.order.is_some(), "order", "is missing");
        item.require(facts.kind == LearnKindFact::Breathing, "kind", "is not `breathing`");
        check_item(facts, known, &mut item);
    }
    check_once(content, faults);
    check_words(content, faults);
}

fn check_topic(facts: &TopicFacts, known: &Known<'_>, item: &mut Item<'_>) {
    item.require_id_of_file(&facts.topic);
    item.require(!known.items.contains(facts.topic.as_str()), "topic", "is the id of an item");
    let empty = facts.items.is_empty() && facts.made_from.is_none();
    item.require(!empty, "items", "is empty");
}

fn check_item(facts: &LearnFacts, known: &Known<'_>, item: &mut Item<'_>) {
    item.require(super::is_id(&facts.id), "id", format!("`{}` is no id", facts.id));
    item.require(!facts.passages.is_empty(), "passages", "is empty");
    item.require_different("passages", facts.passages.iter().map(|passage| passage.passage.as_str()));
    item.require_known("related", &facts.related, "item", |id| known.items.contains(id));
    item.require_names(&facts.names);
    let practise: Vec<String> = facts.practise.iter().cloned().collect();
    item.require_known("practise", &practise, "form of a movement or routine", |id| {
        known.variants.contains_key(id) || known.routines.contains(id)
    });
    let pace = facts.pace_tenths.is_none_or(|pace| (20..=120).contains(&pace));
    item.require(pace, "pace_tenths", "is not 20 to 120, which is 2 to 12 breaths a minute");
    let class = facts.kind == LearnKindFact::Class;
    item.require(class || facts.schedule.is_none(), "schedule", "belongs to a class");
}

/// An id names one thing, wherever it stands.
fn check_once(content: &Content, faults: &mut Vec<ContentFault>) {
    let mut seen: BTreeSet<&str> = content.movements.keys().map(String::as_str).collect();
    seen.extend(content.routines.keys().map(String::as_str));
    for id in ids(content) {
        if !seen.insert(id) {
            Item::single("learn", faults).fault("id", format!("`{id}` is there twice"));
        }
    }
}

fn check_words(content: &Content, faults: &mut Vec<ContentFault>) {
    let reading = &content.reading;
    for (locale, words) in &reading.words {
        check_folder(&reading.topics, &words.topics, &format!("{locale}/learn"), faults);
        check_folder(&reading.breathing, &words.breathing, &format!("{locale}/breathing"), faults);
        for (id, topic) in &words.topics {
            let Some(facts) = reading.topics.get(id) else { continue };
            let file = format!("{locale}/learn/{id}.json");
            let mut item = Item::new(file.clone(), id, faults);
            check_label(&mut item, "title", &topic.title, Tone::Calm);
            check_sentence(&mut item, "lead", &topic.lead, Tone::Calm);
            let items = facts.items.iter().filter(|_| facts.made_from != Some(MadeFromFact::Breathing));
            check_keys(&mut item, "items", items.map(|item| item.id.as_str()), &topic.items);
            for facts in &facts.items {
                let Some(words) = topic.items.get(&facts.id) else { continue };
                check_item_words(facts, words, &mut Item::new(file.clone(), &facts.id, faults));
            }
        }
        for (id, words) in &words.breathing {
            let Some(facts) = reading.breathing.get(id) else { continue };
            let mut item = Item::new(format!("{locale}/breathing/{id}.json"), id, faults);
            check_item_words(facts, words, &mut item);
        }
    }
}

fn check_item_words(facts: &LearnFacts, words: &LearnWords, item: &mut Item<'_>) {
    check_label(item, "title", &words.title, Tone::Safety);
    for (index, name) in words.other_names.iter().enumerate() {
        check_label(item, &format!("other_names[{index}]"), name, Tone::Calm);
    }
    let passages = facts.passages.iter().map(|passage| passage.passage.as_str());
    check_keys(item, "passages", passages, &words.passages);
    for (key, text) in &words.passages {
        check_sentence(item, &format!("passages.{key}"), text, Tone::Safety);
    }
    let labels = facts.passages.iter().filter_map(|passage| passage.label.as_deref());
    check_keys(item, "labels", labels, &words.labels);
    for (key, text) in &words.labels {
        check_label(item, &format!("labels.{key}"), text, Tone::Safety);
    }
}
