//! Whether every sentence of a page carries the marks of the pseudo-locale.

use std::collections::BTreeSet;

use serde_json::Value;

/// The fields that hold ids, cases and moments. They are one word: a sentence that comes to stand there is found.
pub(crate) const VALUES: &[&str] = &[
    "activity",
    "advance.by",
    "age",
    "answers.chosen",
    "answers.question",
    "area",
    "areas",
    "base",
    "breath",
    "build",
    "cautions",
    "change",
    "changes",
    "check_in",
    "chime",
    "class",
    "coordinates",
    "correct_note.note",
    "country",
    "day",
    "effects",
    "ending",
    "enrolled_at",
    "enrolment",
    "error",
    "extras",
    "field",
    "file_name",
    "fix",
    "gate",
    "gentler",
    "group",
    "hair",
    "hair_style",
    "id",
    "instant",
    "item",
    "keep_note.note",
    "kind",
    "language",
    "leave_out",
    "length",
    "measure",
    "minutes_origin",
    "moment",
    "motion",
    "movement",
    "next",
    "note_entry.draft.option",
    "noted_at",
    "offer.rule",
    "origin",
    "own",
    "paint",
    "part",
    "parts",
    "path",
    "phase",
    "places",
    "plan",
    "point",
    "posture",
    "posture_checks.days",
    "presence",
    "postures",
    "practice",
    "practise",
    "range",
    "rating",
    "ratings",
    "reason",
    "recorded_at",
    "related",
    "reminder",
    "rings_at",
    "routine",
    "routines",
    "scale",
    "segment_ends",
    "sensations",
    "shape",
    "sides",
    "sign",
    "skin",
    "span",
    "stamp",
    "started_at",
    "state",
    "take_back",
    "tier",
    "time_policy",
    "topic",
    "touch",
    "tz_database_version",
    "variant",
    "verdict",
    "view",
    "voice",
    "weekday",
    "wav",
    "what",
    "zone",
];

/// The fields that hold what code and not a person reads: what an app does about an error is a sentence of its own.
pub(crate) const FOR_CODE: &[&str] = &[
    "already_ended.what",
    "file_name",
    "invalid_input.problem",
    "not_found.id",
    "not_found.kind",
    "recording",
    "report.html",
    "calendar_file.text",
    "share_own_routine.text",
];

/// The fields that hold names in other languages and the titles of papers, which are the same in every language.
pub(crate) const FOREIGN: &[&str] = &["citation", "doi", "names.characters", "names.name"];

/// Letters that have an accent in the pseudo-locale: without it, they were written by no content file.
const PLAIN: &str = "aceginorstuyzACEGINORSTUYZ";

/// What was found on pages.
#[derive(Default)]
pub(crate) struct Marks {
    typed: Vec<String>,
    foreign: BTreeSet<String>,
    /// How many sentences there were.
    pub(crate) sentences: usize,
    /// Those without marks, with their places.
    pub(crate) unmarked: BTreeSet<String>,
    /// The fields without sentences that were met.
    pub(crate) met: BTreeSet<&'static str>,
}

impl Marks {
    /// For pages on which these names in other languages may be found.
    pub(crate) fn beside(foreign: BTreeSet<String>) -> Self {
        Self { foreign, ..Self::default() }
    }

    /// From now on these texts, that a person typed, may stand on a page.
    pub(crate) fn are_typed(&mut self, texts: Vec<String>) {
        self.typed = texts;
        // Of two that begin alike the longer is taken out first.
        self.typed.sort_by_key(|text| std::cmp::Reverse(text.len()));
    }

    /// Looks at every text of a page, at whatever depth.
    pub(crate) fn check(&mut self, page: &Value, place: &str) {
        each_text(page, place, &mut |place, text| self.text(place, text));
    }

    fn text(&mut self, place: &str, text: &str) {
        if let Some(field) = without_sentence(place, text) {
            self.met.insert(field);
            return;
        }
        let own = self.typed.iter().fold(text.to_owned(), |text, typed| text.replace(typed.as_str(), ""));
        self.sentences += usize::from(own.contains(char::is_alphabetic));
        // What a search found may be such a name.
        if !is_marked(&own) && !self.foreign.contains(text) {
            self.unmarked.insert(format!("{place}: {text}"));
        }
    }
}

/// The page with a dash for every sentence that has letters.
pub(crate) fn without_sentences(page: &Value) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    each_text(page, "", &mut |place, text| {
        let sentence = without_sentence(place, text).is_none() && text.contains(char::is_alphabetic);
        texts.push((place.to_owned(), if sentence { "-" } else { text }.to_owned()));
    });
    texts
}

fn each_text(page: &Value, place: &str, see: &mut dyn FnMut(&str, &str)) {
    match page {
        Value::String(text) => see(place, text),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, place, see)),
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| each_text(value, &format!("{place}.{key}"), see));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The field on one of the lists above that a text stands in.
fn without_sentence(place: &str, text: &str) -> Option<&'static str> {
    let listed = |fields: &'static [&'static str]| {
        let is_end = |field: &&&str| {
            place.strip_suffix(**field).is_some_and(|way| way.ends_with('.') || way.is_empty())
        };
        fields.iter().find(is_end).copied()
    };
    let value = listed(VALUES).filter(|_| !text.contains(' '));
    value.or_else(|| listed(FOR_CODE)).or_else(|| listed(FOREIGN))
}

/// All letters stand between brackets, and none is as plain as code would write it.
fn is_marked(text: &str) -> bool {
    let mut depth = 0_i32;
    text.chars().all(|c| {
        depth += i32::from(c == '⟦') - i32::from(c == '⟧');
        !PLAIN.contains(c) && (depth > 0 || !c.is_alphabetic())
    }) && depth == 0
}
