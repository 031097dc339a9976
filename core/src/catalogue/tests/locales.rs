//! Languages: English is whole, another is English with its own words laid over it.

use super::super::source::{Content, Files, check, load, read_dir};
use super::faults::{content, faults};

const KOREAN_TWISTS: &str = r#"{
  "name": "몸통 비틀기",
  "other_names": [],
  "variants": { "torso-twists": { "steps": { "slow": "천천히 돌립니다." } } }
}"#;

/// The content, and a language of which two files have been begun.
fn with_korean() -> Files {
    let mut files = read_dir(&content()).unwrap();
    files.insert("ko/movements/torso-twists.json".into(), KOREAN_TWISTS.into());
    files
        .insert("ko/phrases.json".into(), r#"{ "sentences": { "good_morning": "좋은 아침입니다" } }"#.into());
    files
}

/// The content with one file of a language in another text.
fn with(file: &str, text: &str) -> Files {
    let mut files = with_korean();
    files.insert(file.into(), text.into());
    files
}

fn loaded(files: &Files) -> Content {
    let content = load(files).unwrap();
    assert_eq!(check(&content), []);
    content
}

#[test]
fn what_is_not_translated_is_english() {
    let content = loaded(&with_korean());
    let (english, korean) = (&content.words["en"], &content.words["ko"]);
    let twists = &korean.movements["torso-twists"];
    assert_eq!(twists.name, "몸통 비틀기");
    assert_eq!(twists.summary, english.movements["torso-twists"].summary);
    let steps = &twists.variants["torso-twists"].steps;
    assert_eq!(steps["slow"], "천천히 돌립니다.");
    assert!(steps.len() > 1, "the other steps are there");
    assert_eq!(korean.phrases.sentences["good_morning"], "좋은 아침입니다");
    assert_eq!(korean.phrases.sentences["good_evening"], "Good evening");
    assert_eq!(korean.routines.len(), english.routines.len());
    assert_eq!(content.reading.words["ko"].topics.len(), content.reading.words["en"].topics.len());
}

#[test]
fn what_falls_back_is_listed_by_file_and_key() {
    let korean = &loaded(&with_korean()).untranslated["ko"];
    for falls_back in [
        "ko/movements/torso-twists.json: summary",
        "ko/movements/torso-twists.json: variants.torso-twists.name",
        "ko/movements/spinal-wave.json: name",
        "ko/phrases.json: weekdays",
        "ko/phrases.json: sentences.good_evening",
        "ko/safety/red-flag-card.json: now.title",
    ] {
        assert!(korean.contains(&falls_back.to_owned()), "{falls_back}");
    }
    for translated in [
        "ko/movements/torso-twists.json: name",
        "ko/movements/torso-twists.json: other_names",
        "ko/movements/torso-twists.json: variants.torso-twists.steps.slow",
        "ko/phrases.json: sentences.good_morning",
    ] {
        assert!(!korean.contains(&translated.to_owned()), "{translated}");
    }
    assert!(korean.iter().all(|line| line.starts_with("ko/")), "a line names its file");
}

#[test]
fn english_falls_back_for_nothing_and_a_whole_translation_neither() {
    let mut files = read_dir(&content()).unwrap();
    let english: Vec<_> =
        files.iter().filter_map(|(file, text)| Some((file.strip_prefix("en/")?, text))).collect();
    let whole: Vec<_> = english.iter().map(|(name, text)| (format!("ko/{name}"), (*text).clone())).collect();
    files.extend(whole);
    let content = loaded(&files);
    assert_eq!(content.untranslated.len(), 1);
    assert_eq!(content.untranslated["ko"], Vec::<String>::new());
}

/// Every sentence of the languages that are shipped has a translation, or is listed here.
#[test]
fn the_sentences_without_a_translation_are_these() {
    let content = loaded(&read_dir(&content()).unwrap());
    let untranslated: Vec<&String> = content.untranslated.values().flatten().collect();
    assert_eq!(untranslated, Vec::<&String>::new());
}

#[test]
fn a_key_that_nothing_asks_for_is_refused_in_every_language() {
    let file = "ko/movements/torso-twists.json";
    let found = |text: &str| faults(&with(file, text));
    let [fault] = found(r#"{ "nmae": "몸통 비틀기" }"#).try_into().unwrap();
    assert!(fault.starts_with(&format!("{file}: torso-twists: nmae: unknown field")), "{fault}");
    assert!(!fault.contains(" at line "), "the place would be in a text that nobody has written: {fault}");
    let found = found(r#"{ "variants": { "torso-twists": { "steps": { "trun": "천천히." } } } }"#);
    assert_eq!(
        found,
        [format!("{file}: torso-twists: variants.torso-twists.steps.trun: nothing asks for it")]
    );
    let found = faults(&with("ko/movements/torso-twist.json", KOREAN_TWISTS));
    assert!(
        found.iter().all(|fault| fault.starts_with("ko/movements/torso-twist.json: torso-twist: ")),
        "{found:?}"
    );
    assert!(!found.is_empty());
}

#[test]
fn a_value_of_another_kind_says_what_it_is_and_what_english_has() {
    let file = "ko/movements/torso-twists.json";
    for (text, fault) in [
        (r#"{ "name": 3 }"#, "name: is a number; English has a text here"),
        (
            r#"{ "variants": { "torso-twists": "x" } }"#,
            "variants.torso-twists: is a text; English has a group of keys here",
        ),
        (r#"{ "summary": null }"#, "summary: is nothing; English has a text here"),
        ("[]", "file: is a list; English has a group of keys here"),
    ] {
        assert_eq!(faults(&with(file, text)), [format!("{file}: torso-twists: {fault}")]);
    }
    let [fault] = faults(&with(file, "{ \"name\": ")).try_into().unwrap();
    assert!(fault.starts_with(&format!("{file}: torso-twists: name: EOF")), "{fault}");
    let [fault] = faults(&with(file, r#"{ "other_names": [3] }"#)).try_into().unwrap();
    assert!(fault.starts_with(&format!("{file}: torso-twists: other_names: invalid type")), "{fault}");
}

#[test]
fn a_translated_sentence_keeps_the_tone_and_its_values() {
    let found = |text: &str| faults(&with("ko/phrases.json", text));
    let place = "ko/phrases.json: phrases: sentences";
    let found_in = |key: &str, text: &str| found(&format!(r#"{{ "sentences": {{ "{key}": "{text}" }} }}"#));
    assert_eq!(found_in("week_of", "{week}주"), [format!("{place}.week_of: {{weeks}} is missing")]);
    assert_eq!(
        found_in("good_morning", "좋은 아침!"),
        [format!("{place}.good_morning: has an exclamation mark")]
    );
    assert_eq!(
        found(r#"{ "weekdays": ["월"] }"#),
        ["ko/phrases.json: phrases: weekdays: has 1 entries, not 7"]
    );
}

#[test]
fn a_fault_of_english_is_told_once_and_not_again_for_each_language() {
    for (file, from, to) in [
        ("en/movements/shoulder-circles.json", "Breathe in as your shoulders rise.", "Breathe in! Slowly."),
        ("en/movements/shoulder-circles.json", "\"summary\"", "\"sumary\""),
        ("en/movements/shoulder-circles.json", "{", ""),
    ] {
        let mut files = with_korean();
        let broken = files[file].replacen(from, to, 1);
        files.insert(file.into(), broken);
        let found = faults(&files);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].starts_with(file), "{found:#?}");
    }
}

#[test]
fn the_pseudo_locale_is_no_folder() {
    let found = faults(&with("en-XA/phrases.json", "{}"));
    assert!(
        found.len() == 1 && found[0].starts_with("en-XA/phrases.json: phrases: file: no content file"),
        "{found:?}"
    );
}

#[test]
fn the_count_of_the_check_tells_what_each_language_lacks() {
    let folder = tempfile::tempdir().unwrap();
    let files = with_korean();
    let lacking = loaded(&files).untranslated["ko"].len();
    for (file, text) in files {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let summary = super::super::check_dir(folder.path()).unwrap().to_string();
    let last: Vec<_> = summary.lines().rev().take(2).collect();
    assert_eq!(last[0], format!("ko: {lacking} not translated, English there"));
    assert!(last[1].ends_with("words in en, ko"), "{summary}");
}
