//! Languages: English is whole. Another language is English with its own words laid over it, so that a language may
//! grow sentence by sentence, and a person reads English where there is no translation yet.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{ContentFault, Files, stem};

/// The language that is whole, and that the others fall back to.
pub(crate) const ENGLISH: &str = "en";

/// The pseudo-locale: made from English on demand, and so never a folder.
pub(crate) const PSEUDO: &str = "en-XA";

/// A content folder in which every language is whole.
pub(super) struct Overlaid {
    /// The files, with English in the place of what is not translated.
    pub(super) files: Files,
    /// The files that are not as somebody wrote them: no place in their text means anything.
    pub(super) made: BTreeSet<String>,
    /// What each language but English falls back for: file and key.
    pub(super) untranslated: BTreeMap<String, Vec<String>>,
    /// Values of another kind than English has at their place.
    pub(super) faults: Vec<ContentFault>,
}

/// The folder of a file, if it is a language's: `en` (a language) or `en-GB` (with a region).
pub(super) fn locale_of(file: &str) -> Option<&str> {
    let (folder, _) = file.split_once('/')?;
    let (language, region) = folder.split_once('-').unwrap_or((folder, "GB"));
    let letters = |text: &str, ok: fn(&char) -> bool| text.len() == 2 && text.chars().all(|c| ok(&c));
    let is_locale = letters(language, char::is_ascii_lowercase) && letters(region, char::is_ascii_uppercase);
    (is_locale && folder != PSEUDO).then_some(folder)
}

/// Fills every language up with English.
pub(super) fn overlay(files: &Files) -> Overlaid {
    let mut overlaid = Overlaid {
        files: files.clone(),
        made: BTreeSet::new(),
        untranslated: BTreeMap::new(),
        faults: Vec::new(),
    };
    let english = files.iter().filter(|(file, _)| locale_of(file) == Some(ENGLISH));
    let english: Vec<(&str, &str)> =
        english.filter_map(|(file, text)| Some((file.split_once('/')?.1, text.as_str()))).collect();
    let locales: BTreeSet<&str> = files.keys().filter_map(|file| locale_of(file)).collect();
    for locale in locales.into_iter().filter(|locale| *locale != ENGLISH) {
        overlaid.untranslated.insert(locale.to_owned(), Vec::new());
        for (name, text) in &english {
            overlaid.fill_up(locale, name, text);
        }
    }
    overlaid
}

impl Overlaid {
    fn fill_up(&mut self, locale: &str, name: &str, english: &str) {
        let file = format!("{locale}/{name}");
        // A file that is no JSON has a fault of its own, which is told where it is read.
        let Ok(mut words) = serde_json::from_str::<Value>(english) else {
            self.files.remove(&file);
            return;
        };
        let translated = self.files.get(&file).map(|text| serde_json::from_str::<Value>(text));
        let mut fallen_back = Vec::new();
        match translated {
            Some(Err(_)) => return,
            Some(Ok(translated)) => {
                let mut merge =
                    Merge { file: &file, fallen_back: &mut fallen_back, faults: &mut self.faults };
                merge.lay_over(&mut words, translated, "");
            }
            None => sentences(&words, "", &mut fallen_back),
        }
        let of_file = fallen_back.into_iter().map(|key| format!("{file}: {key}"));
        self.untranslated.entry(locale.to_owned()).or_default().extend(of_file);
        self.files.insert(file.clone(), words.to_string());
        self.made.insert(file);
    }
}

/// One file of a language over the English one.
struct Merge<'a> {
    file: &'a str,
    fallen_back: &'a mut Vec<String>,
    faults: &'a mut Vec<ContentFault>,
}

impl Merge<'_> {
    fn lay_over(&mut self, english: &mut Value, translated: Value, at: &str) {
        match (english, translated) {
            (Value::Object(english), Value::Object(translated)) => self.lay_fields(english, translated, at),
            (english, translated) if kind(english) == kind(&translated) => *english = translated,
            (english, translated) => self.faults.push(ContentFault {
                file: self.file.to_owned(),
                id: stem(self.file).to_owned(),
                field: if at.is_empty() { "file".to_owned() } else { at.to_owned() },
                problem: format!("is {}; English has {} here", kind(&translated), kind(english)),
            }),
        }
    }

    /// A key that English does not have is laid over too: whoever reads the file refuses it.
    fn lay_fields(&mut self, english: &mut Map<String, Value>, mut translated: Map<String, Value>, at: &str) {
        for (key, english) in english.iter_mut() {
            let at = path(at, key);
            match translated.remove(key) {
                Some(translated) => self.lay_over(english, translated, &at),
                None => sentences(english, &at, self.fallen_back),
            }
        }
        english.extend(translated);
    }
}

/// The keys of all sentences. A list, such as the days of the week, counts as one.
fn sentences(words: &Value, at: &str, keys: &mut Vec<String>) {
    match words {
        Value::Object(fields) => {
            for (key, words) in fields {
                sentences(words, &path(at, key), keys);
            }
        }
        Value::Array(list) if list.is_empty() => {}
        _ => keys.push(at.to_owned()),
    }
}

fn path(at: &str, key: &str) -> String {
    if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a group of keys",
    }
}

/// A fault of English that other languages have only because they fall back to it is told once.
pub(super) fn told_once(faults: Vec<ContentFault>) -> Vec<ContentFault> {
    let told = |file: &str, fault: &ContentFault| {
        (file.to_owned(), fault.field.clone(), without_place(&fault.problem).to_owned())
    };
    let english = faults.iter().filter(|fault| locale_of(&fault.file) == Some(ENGLISH));
    let english: BTreeSet<_> = english.map(|fault| told(&fault.file, fault)).collect();
    let is_new = |fault: &ContentFault| match fault.file.split_once('/') {
        Some((locale, name)) if locale != ENGLISH && locale_of(&fault.file).is_some() => {
            !english.contains(&told(&format!("{ENGLISH}/{name}"), fault))
        }
        _ => true,
    };
    faults.into_iter().filter(is_new).collect()
}

/// A problem without " at line 1 column 240", which may be about text that nobody has written.
pub(super) fn without_place(problem: &str) -> &str {
    problem.rsplit_once(" at line ").map_or(problem, |(problem, _)| problem)
}
