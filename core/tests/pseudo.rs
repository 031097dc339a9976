//! The pseudo-locale `en-XA`: the whole facade asked in it, to prove that every sentence is content and none stands in
//! the code.
#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests may; clippy sees only the test functions themselves

use std::collections::BTreeSet;
use std::path::Path;

use mingmen_core::catalogue::{Catalogue, ForeignName, Learn, MovementId, Posture};
use mingmen_core::measure::MeasureDraft;
use mingmen_core::mingmen::{LibraryFilter, MingmenError, PracticeCard};
use mingmen_core::own::NoteDraft;
use mingmen_core::practice::Choices;
use serde_json::{Value, json};

#[path = "../examples/journey/calls.rs"]
mod calls;
#[path = "../examples/journey/file.rs"]
mod file;
#[path = "../examples/journey/json.rs"]
mod json;
#[path = "support/life.rs"]
mod life;
#[path = "support/marks.rs"]
mod marks;
#[path = "../examples/journey/runner.rs"]
mod runner;
mod support;

use life::{every_page, lived_in};
use marks::{FOR_CODE, FOREIGN, Marks, VALUES};
use support::{all, json, new_phone, new_phone_in};

const PSEUDO: &str = "en-XA";

/// Every name in another language.
fn foreign_names() -> BTreeSet<String> {
    let movements =
        Catalogue::for_locale(PSEUDO).unwrap().movements().iter().flat_map(|movement| &movement.names);
    let items = Learn::for_locale(PSEUDO).unwrap().topics().iter().flat_map(|topic| &topic.items);
    let both = |name: &ForeignName| [Some(name.name.clone()), name.characters.clone()];
    movements.chain(items.flat_map(|item| &item.names)).flat_map(both).flatten().collect()
}

/// For the phone of `life`, on which routines have names that were typed.
fn marks_there() -> Marks {
    let mut marks = Marks::beside(foreign_names());
    marks.are_typed(vec!["Mine".to_owned()]);
    marks
}

#[test]
fn every_sentence_of_every_page_is_content() {
    let phone = lived_in(new_phone_in(PSEUDO));
    let mut marks = marks_there();
    for ((_, id), page) in every_page(&phone) {
        marks.check(&page, id.as_str());
    }
    marks.check(&phone.library(), "library");
    marks.check(&json(&phone.mingmen.body_map().unwrap()), "body_map");
    assert!(marks.sentences > 10_000, "only {} sentences", marks.sentences);
    assert_eq!(marks.unmarked, BTreeSet::new());
}

#[test]
fn every_sentence_of_every_script_is_content() {
    let phone = lived_in(new_phone_in(PSEUDO));
    let mut marks = marks_there();
    let pages = every_page(&phone);
    let cards: BTreeSet<String> =
        pages.values().flat_map(all::<PracticeCard>).map(|card| card.routine.0).collect();
    for routine in &cards {
        for posture in [Posture::Seated, Posture::Standing, Posture::Lying] {
            let choices = Choices::usual(12, posture);
            let script = phone.mingmen.compile_script(&routine.as_str().into(), &choices).unwrap();
            marks.check(&json(&script), routine);
        }
    }
    assert!(
        cards.len() > 60 && marks.sentences > 10_000,
        "{} cards, {} sentences",
        cards.len(),
        marks.sentences
    );
    assert_eq!(marks.unmarked, BTreeSet::new());
}

#[test]
fn every_sentence_of_a_routine_made_to_measure_is_content() {
    let phone = lived_in(new_phone_in(PSEUDO));
    let mut marks = marks_there();
    let form = phone.mingmen.make_form(&phone.now).unwrap();
    let areas: Vec<_> = form.areas.iter().map(|choice| Some(choice.area.clone())).chain([None]).collect();
    let draft = |at: usize, day, posture, minutes| MeasureDraft {
        minutes,
        posture,
        area: areas[at].clone(),
        avoid: Vec::new(),
        day,
        seed: u32::try_from(at).unwrap(),
    };
    for at in 0..areas.len() {
        for day in &form.days {
            for (posture, minutes) in [(Posture::Seated, 20), (Posture::Standing, 30), (Posture::Lying, 5)] {
                let made = phone.mingmen.made_to_measure(&draft(at, day.day, posture, minutes), &phone.now);
                marks.check(&json(&made.unwrap()), "made");
            }
        }
    }
    let everything = phone.mingmen.library(&LibraryFilter::default()).unwrap().movements;
    let avoid = everything.iter().map(|card| MovementId(card.link.id.0.clone())).collect();
    let nothing_left = MeasureDraft { avoid, ..draft(0, form.days[0].day, Posture::Seated, 20) };
    let refused = phone.mingmen.made_to_measure(&nothing_left, &phone.now).unwrap_err();
    let MingmenError::NothingFits { said } = refused else { panic!("{refused}") };
    marks.check(&said.into(), "made.refused");
    assert!(marks.sentences > 5_000, "only {} sentences", marks.sentences);
    assert_eq!(marks.unmarked, BTreeSet::new());
}

#[test]
fn every_sentence_about_what_is_noted_is_content() {
    let phone = lived_in(new_phone_in(PSEUDO));
    let (mingmen, now) = (&phone.mingmen, &phone.now);
    let mut marks = Marks::default();
    marks.are_typed(vec!["Slept.".to_owned()]);
    for kind in mingmen.notes_form().unwrap().kinds {
        let text = if kind.takes_text { "Slept.".to_owned() } else { String::new() };
        let option = kind.options.first().map(|option| option.id.clone());
        mingmen.keep_note(&NoteDraft { kind: kind.id, option, text }, now).unwrap();
    }
    let day = mingmen.day_log(now.instant.date_naive()).unwrap();
    assert!(day.notes.len() > 3);
    marks.check(&json(&day), "day_log");
    let form = mingmen.stop_form().unwrap();
    for sign in form.signs.iter().chain(&form.emergency) {
        marks.check(&json(&mingmen.note_stop_sign(&sign.id, now).unwrap()), "note_stop_sign");
        marks.check(&json(&mingmen.today(now).unwrap()), "today");
    }
    assert_eq!(marks.unmarked, BTreeSet::new());
}

/// The reasons for which a file is refused, which an app shows beside its place.
#[test]
fn every_reason_to_refuse_a_file_is_content() {
    let phone = new_phone_in(PSEUDO);
    let mut marks = Marks::default();
    let whole = r#"{"format":"mingmen-routine","version":1,"name":"A","segments":[{"movement":"pelvic-tilt","minutes":4}]}"#;
    let many = format!("[{}]", [r#"{"movement":"pelvic-tilt","minutes":4}"#; 31].join(","));
    let long = format!("[{}]", [r#"{"movement":"pelvic-tilt","minutes":60}"#; 3].join(","));
    let segments = r#"[{"movement":"pelvic-tilt","minutes":4}]"#;
    let (letters, bytes) = ("a".repeat(61), " ".repeat(65 * 1024));
    let faults: [(&str, &str); 16] = [
        ("{", ""),
        ("\"version\":1", "\"version\":2"),
        ("mingmen-routine", "shopping"),
        ("\"version\":1,", ""),
        ("\"version\":1,", "\"version\":1,\"version\":1,"),
        ("\"version\":1,", "\"version\":1,\"colour\":1,"),
        ("\"A\"", "3"),
        ("\"A\"", "\" \""),
        ("\"A\"", "\"a\\nb\""),
        ("A", &letters),
        (segments, "{}"),
        (segments, "[3]"),
        (segments, "[]"),
        (segments, &many),
        (segments, &long),
        ("pelvic-tilt", "moonwalk"),
    ];
    let numbers = [(":4", ":4.5"), (":4", ":90"), ("{", bytes.as_str())];
    let mut told = BTreeSet::new();
    for (from, to) in faults.into_iter().chain(numbers) {
        let refused = phone.mingmen.import_own_routine(&whole.replacen(from, to, 1), &phone.now).unwrap_err();
        let MingmenError::InvalidFile { problem, .. } = refused else { panic!("{from} {to}: {refused}") };
        marks.check(&problem.as_str().into(), "refused.problem");
        told.insert(problem);
    }
    assert!(told.len() >= 17, "{told:#?}");
    assert_eq!(marks.unmarked, BTreeSet::new());
}

/// A journey's file in the pseudo-locale: what it expects in English words is left out.
fn in_pseudo(text: &str) -> Value {
    let mut journey: Value = serde_json::from_str(text).unwrap();
    journey["locale"] = PSEUDO.into();
    for step in journey["steps"].as_array_mut().unwrap() {
        let step = step.as_object_mut().unwrap();
        step.remove("expect");
        if let Some(Value::Object(error)) = step.get_mut("expect_error") {
            error.values_mut().for_each(|fields| *fields = json!({}));
        }
    }
    journey
}

/// What the person of a journey types, or has in a file of their own.
fn typed(journey: &Value) -> Vec<String> {
    fn collect(value: &Value, typed: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| collect(item, typed)),
            Value::Object(fields) => {
                for (key, value) in fields {
                    match value.as_str().filter(|_| ["name", "note", "text"].contains(&key.as_str())) {
                        Some(text) => {
                            typed.extend(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
                        }
                        None => collect(value, typed),
                    }
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    let steps = journey["steps"].as_array().unwrap();
    steps.iter().for_each(|step| collect(&step["args"], &mut found));
    found
}

/// The places that a journey goes to, or sets a class or a plan by: they have the same name in every language.
fn places(journey: &Value) -> Vec<String> {
    fn collect(value: &Value, places: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| collect(item, places)),
            Value::Object(fields) => {
                for (key, value) in fields {
                    match value.as_str().filter(|_| key == "zone") {
                        Some(zone) => {
                            places.extend(zone.rsplit('/').next().map(|place| place.replace('_', " ")))
                        }
                        None => collect(value, places),
                    }
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(journey, &mut found);
    found
}

#[test]
fn every_sentence_of_every_answer_in_every_journey_is_content() {
    let folder = tempfile::tempdir().unwrap();
    let mut marks = Marks::beside(foreign_names());
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/journeys")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let journey = in_pseudo(&std::fs::read_to_string(&path).unwrap());
        let file = folder.path().join(path.file_name().unwrap());
        std::fs::write(&file, journey.to_string()).unwrap();
        marks.are_typed([typed(&journey), places(&journey)].concat());
        let ran = runner::run_file(&file, &mut |_, answer| {
            let call = answer["call"].as_str().unwrap_or("wait");
            marks.check(&answer["result"], call);
            marks.check(&answer["error"], &format!("{call}.error"));
        });
        match ran {
            Ok(()) => {}
            Err(runner::Failure::Malformed(why) | runner::Failure::Unexpected(why)) => panic!("{why}"),
        }
    }
    assert!(marks.sentences > 5_000, "only {} sentences", marks.sentences);
    assert_eq!(marks.unmarked, BTreeSet::new());
    every_page(&lived_in(new_phone_in(PSEUDO))).values().for_each(|page| marks.check(page, ""));
    let listed = [VALUES, FOR_CODE, FOREIGN].concat();
    let stale: Vec<_> = listed.iter().filter(|value| !marks.met.contains(**value)).collect();
    assert!(stale.is_empty(), "nothing has {stale:?}: take them off the list");
}

#[test]
fn a_page_is_the_same_but_for_its_sentences() {
    let (english, pseudo) = (lived_in(new_phone()), lived_in(new_phone_in(PSEUDO)));
    let (english, pseudo) = (every_page(&english), every_page(&pseudo));
    assert_eq!(english.keys().collect::<Vec<_>>(), pseudo.keys().collect::<Vec<_>>());
    for (opened_by, page) in &english {
        assert_eq!(marks::without_sentences(page), marks::without_sentences(&pseudo[opened_by]));
    }
}

#[test]
fn a_marked_word_is_found_as_it_is_written_and_without_its_marks() {
    let phone = new_phone_in(PSEUDO);
    let everything = phone.mingmen.library(&LibraryFilter::default()).unwrap();
    let wave = everything.movements.iter().find(|card| card.link.id.as_str() == "spinal-wave").unwrap();
    for query in [wave.link.title.as_str(), "spinal wave", "spinal wvae"] {
        let found = phone.mingmen.search(query).unwrap();
        assert_eq!(found.hits[0].link.id.as_str(), "spinal-wave", "{query}");
    }
}

#[test]
fn a_sentence_without_marks_is_told_with_its_place() {
    let told = |page: Value| {
        let mut marks = Marks::beside(BTreeSet::from(["Yongquan".to_owned()]));
        marks.are_typed(vec!["My own".to_owned()]);
        marks.check(&page, "page");
        marks.unmarked.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(told(json!({ "title": "⟦Šþíñál ~⟧", "id": "spinal-wave", "facts": "⟦12⟧; 3:20" })), [""; 0]);
    assert_eq!(told(json!({ "title": "⟦My own 2 ~⟧", "name": "My own" })), [""; 0]);
    assert_eq!(told(json!({ "lines": [{ "why": "Because." }] })), ["page.lines.why: Because."]);
    assert_eq!(told(json!({ "title": "⟦Wávé⟧ of it" })), ["page.title: ⟦Wávé⟧ of it"]);
    assert_eq!(told(json!({ "found_in": "Yongquan" })), [""; 0]);
    assert_eq!(told(json!({ "kind": "not marked" })), ["page.kind: not marked"]);
    let filled_in = json!({ "text": "⟦Ñéxt: Spinal Wave ~⟧" });
    assert_eq!(told(filled_in), ["page.text: ⟦Ñéxt: Spinal Wave ~⟧"]);
    let english = every_page(&lived_in(new_phone()));
    let mut marks = marks_there();
    english.iter().for_each(|((_, id), page)| marks.check(page, id.as_str()));
    assert!(marks.unmarked.len() * 10 > marks.sentences, "English has no marks");
}
