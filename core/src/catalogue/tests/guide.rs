//! What `docs/content.md` and `docs/content-reading.md` tell people to write is right.

use std::collections::BTreeMap;

use super::super::source::{check, load, read_dir};
use super::faults::content;

const GUIDE: &str = include_str!("../../../../docs/content.md");

const READING: &str = include_str!("../../../../docs/content-reading.md");

/// The files that a guide shows: a line with the path in backticks, then the text as a block of JSON.
fn shown(guide: &str) -> BTreeMap<String, String> {
    let files = guide.split("```json\n").collect::<Vec<_>>();
    let path = |before: &str| before.trim_end().rsplit('\n').next().unwrap().trim_matches('`').to_owned();
    let text = |after: &str| after.split("```").next().unwrap().to_owned();
    files.windows(2).map(|pair| (path(pair[0]), text(pair[1]))).collect()
}

#[test]
fn the_movement_and_the_routine_of_the_guide_can_be_added_as_they_stand() {
    let shown = shown(GUIDE);
    let paths: Vec<_> = shown.keys().map(String::as_str).collect();
    let expected = [
        "en/movements/resting-hands.json",
        "en/routines/routine-quiet.json",
        "movements/resting-hands.json",
        "routines/routine-quiet.json",
    ];
    assert_eq!(paths, expected);

    let mut files = read_dir(&content()).unwrap();
    let before = load(&files).unwrap();
    files.extend(shown);
    let content = load(&files).unwrap();
    assert_eq!(check(&content), []);
    assert_eq!(content.movements.len(), before.movements.len() + 1);
    assert_eq!(content.routines.len(), before.routines.len() + 1);
}

#[test]
fn the_topic_and_the_breathing_method_of_the_guide_can_be_added_as_they_stand() {
    let shown = shown(READING);
    let paths: Vec<_> = shown.keys().map(String::as_str).collect();
    let expected = [
        "breathing/breath-candle.json",
        "en/breathing/breath-candle.json",
        "en/learn/outdoors.json",
        "learn/outdoors.json",
    ];
    assert_eq!(paths, expected);
    let mut files = read_dir(&content()).unwrap();
    files.extend(shown);
    assert_eq!(check(&load(&files).unwrap()), []);
}

#[test]
fn the_rule_of_the_guide_can_be_added_with_its_reason() {
    let parts = READING.split("```jsonc\n").skip(1).map(|part| part.split("```").next().unwrap());
    let mut files = read_dir(&content()).unwrap();
    let lists = [("check/suggestions.json", "\"rules\": ["), ("en/check/suggestions.json", "\"reasons\": {")];
    for ((file, list), part) in lists.into_iter().zip(parts) {
        let with_it = files[file].replacen(list, &format!("{list}{part},"), 1);
        files.insert(file.into(), with_it);
    }
    let content = load(&files).unwrap();
    assert_eq!(check(&content), []);
    assert_eq!(content.reading.suggestions.rules[0].rule, "tense-and-outdoors");
}

#[test]
fn the_fault_that_the_guide_shows_is_the_fault_that_is_found() {
    let mut files = read_dir(&content()).unwrap();
    let file = "movements/torso-twists.json";
    let broken = files[file].replacen("\"from\": 250", "\"from\": 300", 1);
    files.insert(file.into(), broken);
    let faults: Vec<_> = check(&load(&files).unwrap()).iter().map(ToString::to_string).collect();
    assert_eq!(faults.len(), 1);
    assert!(GUIDE.lines().any(|line| line == faults[0]), "{faults:?}");
}
