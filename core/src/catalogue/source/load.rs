//! From files to values: each file is read by the one shape that its path asks for.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::locale::{Overlaid, locale_of, overlay, told_once, without_place};
use super::*;

/// All content files, read and not yet checked against each other.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Content {
    /// `catalogue.json`.
    pub(crate) catalogue: CatalogueFacts,
    /// By the name of the file. They are kept apart, one by one: the first screen needs one of them.
    #[serde(skip)]
    pub(crate) movements: BTreeMap<String, MovementFacts>,
    /// By the name of the file.
    pub(crate) routines: BTreeMap<String, RoutineFacts>,
    /// By the name of the file.
    pub(crate) plans: BTreeMap<String, PlanFacts>,
    /// The figure's motions, by the name of the file. The check alone needs them.
    #[serde(skip)]
    pub(crate) motions: BTreeMap<String, MotionFacts>,
    /// `sensations.json`.
    pub(crate) sensations: SensationsFacts,
    /// `offers.json`.
    pub(crate) offers: OffersFacts,
    /// `evidence.json`.
    pub(crate) evidence: EvidenceFacts,
    /// `safety/cautions.json`.
    pub(crate) cautions: CautionsFacts,
    /// `safety/screening.json`.
    pub(crate) screening: ScreeningFacts,
    /// `safety/about-you.json`.
    pub(crate) about_you: AboutYouFacts,
    /// `safety/stop-signs.json`.
    pub(crate) stop_signs: StopSignsFacts,
    /// `safety/emergency-numbers.json`.
    pub(crate) emergency: EmergencyFacts,
    /// The words of each language, by its folder. They are kept apart: a person reads one language.
    #[serde(skip)]
    pub(crate) words: BTreeMap<String, Words>,
    /// What can be read. It is kept apart: the first screen has no use for it.
    #[serde(skip)]
    pub(crate) reading: Reading,
    /// What each language but English falls back to English for: file and key, such as
    /// `ko/phrases.json: sentences.good_morning`.
    #[serde(skip)]
    #[allow(dead_code, reason = "the build script has no use for it")]
    pub(crate) untranslated: BTreeMap<String, Vec<String>>,
}

/// What can be read.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Reading {
    /// By the name of the file.
    pub(crate) topics: BTreeMap<String, TopicFacts>,
    /// By the name of the file.
    pub(crate) breathing: BTreeMap<String, LearnFacts>,
    /// `check/body-check.json`.
    pub(crate) body_check: BodyCheckFacts,
    /// `check/suggestions.json`.
    pub(crate) suggestions: SuggestionsFacts,
    /// `check/measure.json`.
    pub(crate) measure: MeasureFacts,
    /// `notes.json`.
    pub(crate) notes: NotesFacts,
    /// `body-map.json`.
    pub(crate) body_map: BodyMapFacts,
    /// The words of each language, by its folder. They are kept apart.
    #[serde(skip)]
    pub(crate) words: BTreeMap<String, ReadingWords>,
}

/// All words of one language for what can be read.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct ReadingWords {
    /// By the name of the file.
    pub(crate) topics: BTreeMap<String, TopicWords>,
    /// By the name of the file.
    pub(crate) breathing: BTreeMap<String, LearnWords>,
    /// `check/body-check.json`.
    pub(crate) body_check: BodyCheckWords,
    /// `check/suggestions.json`.
    pub(crate) suggestions: SuggestionsWords,
    /// `check/measure.json`.
    pub(crate) measure: MeasureWords,
    /// `notes.json`.
    pub(crate) notes: NotesWords,
    /// `body-map.json`.
    pub(crate) body_map: BodyMapWords,
}

/// All words of one language.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Words {
    /// By the name of the file. They are kept apart, one by one.
    #[serde(skip)]
    pub(crate) movements: BTreeMap<String, MovementWords>,
    /// By the name of the file.
    pub(crate) routines: BTreeMap<String, RoutineWords>,
    /// By the name of the file.
    pub(crate) plans: BTreeMap<String, PlanWords>,
    /// `body-areas.json`.
    pub(crate) body_areas: BodyAreasWords,
    /// `sensations.json`.
    pub(crate) sensations: SensationsWords,
    /// `offers.json`.
    pub(crate) offers: OffersWords,
    /// `phrases.json`.
    pub(crate) phrases: PhrasesWords,
    /// `safety/cautions.json`.
    pub(crate) cautions: CautionsWords,
    /// `safety/screening.json`.
    pub(crate) screening: ScreeningWords,
    /// `safety/about-you.json`.
    pub(crate) about_you: AboutYouWords,
    /// `safety/stop-signs.json`.
    pub(crate) stop_signs: StopSignsWords,
    /// `safety/red-flag-card.json`.
    pub(crate) red_flag_card: RedFlagCardWords,
}

/// The files of facts of which there is exactly one.
const SINGLE_FACTS: [&str; 14] = [
    "catalogue.json",
    "sensations.json",
    "offers.json",
    "evidence.json",
    "safety/cautions.json",
    "safety/screening.json",
    "safety/about-you.json",
    "safety/stop-signs.json",
    "safety/emergency-numbers.json",
    "check/body-check.json",
    "check/suggestions.json",
    "check/measure.json",
    "notes.json",
    "body-map.json",
];

/// The files of words of which there is exactly one in each language.
const SINGLE_WORDS: [&str; 14] = [
    "body-areas.json",
    "sensations.json",
    "offers.json",
    "phrases.json",
    "safety/cautions.json",
    "safety/screening.json",
    "safety/about-you.json",
    "safety/stop-signs.json",
    "safety/red-flag-card.json",
    "check/body-check.json",
    "check/suggestions.json",
    "check/measure.json",
    "notes.json",
    "body-map.json",
];

/// Reads content files. What a language has no words for is English.
///
/// # Errors
/// One fault for each file that is missing, that has a name nobody reads, or whose text has the wrong shape.
pub(crate) fn load(files: &Files) -> Result<Content, Vec<ContentFault>> {
    let Overlaid { files, made, untranslated, mut faults } = overlay(files);
    let mut content = Content { untranslated, ..Content::default() };
    for (file, text) in &files {
        if let Err(mut fault) = content.take(file, text) {
            if made.contains(file) {
                fault.problem = without_place(&fault.problem).to_owned();
            }
            faults.push(fault);
        }
    }
    faults.extend(missing(&files));
    if faults.is_empty() { Ok(content) } else { Err(told_once(faults)) }
}

impl Content {
    fn take(&mut self, file: &str, text: &str) -> Result<(), ContentFault> {
        match file.split('/').collect::<Vec<_>>().as_slice() {
            ["catalogue.json"] => self.catalogue = parse(file, text)?,
            ["sensations.json"] => self.sensations = parse(file, text)?,
            ["offers.json"] => self.offers = parse(file, text)?,
            ["evidence.json"] => self.evidence = parse(file, text)?,
            ["movements", name] => insert(&mut self.movements, name, file, text)?,
            ["routines", name] => insert(&mut self.routines, name, file, text)?,
            ["plans", name] => insert(&mut self.plans, name, file, text)?,
            ["learn", name] => insert(&mut self.reading.topics, name, file, text)?,
            ["breathing", name] => insert(&mut self.reading.breathing, name, file, text)?,
            ["check", "body-check.json"] => self.reading.body_check = parse(file, text)?,
            ["check", "suggestions.json"] => self.reading.suggestions = parse(file, text)?,
            ["check", "measure.json"] => self.reading.measure = parse(file, text)?,
            ["notes.json"] => self.reading.notes = parse(file, text)?,
            ["body-map.json"] => self.reading.body_map = parse(file, text)?,
            ["figures", "motion", name] => insert(&mut self.motions, name, file, text)?,
            // The figure has a reader of its own, and the schemas are made from the types that are read here.
            ["figures" | "schema", ..] => {}
            ["safety", "cautions.json"] => self.cautions = parse(file, text)?,
            ["safety", "screening.json"] => self.screening = parse(file, text)?,
            ["safety", "about-you.json"] => self.about_you = parse(file, text)?,
            ["safety", "stop-signs.json"] => self.stop_signs = parse(file, text)?,
            ["safety", "emergency-numbers.json"] => self.emergency = parse(file, text)?,
            [_, rest @ ..] => self.take_words(rest, file, text)?,
            _ => return Err(unknown_file(file)),
        }
        Ok(())
    }

    fn take_words(&mut self, path: &[&str], file: &str, text: &str) -> Result<(), ContentFault> {
        let locale = locale_of(file).ok_or_else(|| unknown_file(file))?.to_owned();
        if is_for_reading(path) {
            return self.reading.words.entry(locale).or_default().take(path, file, text);
        }
        self.words.entry(locale).or_default().take(path, file, text)
    }
}

impl Words {
    fn take(&mut self, path: &[&str], file: &str, text: &str) -> Result<(), ContentFault> {
        match path {
            ["body-areas.json"] => self.body_areas = parse(file, text)?,
            ["sensations.json"] => self.sensations = parse(file, text)?,
            ["offers.json"] => self.offers = parse(file, text)?,
            ["phrases.json"] => self.phrases = parse(file, text)?,
            ["movements", name] => insert(&mut self.movements, name, file, text)?,
            ["routines", name] => insert(&mut self.routines, name, file, text)?,
            ["plans", name] => insert(&mut self.plans, name, file, text)?,
            ["safety", "cautions.json"] => self.cautions = parse(file, text)?,
            ["safety", "screening.json"] => self.screening = parse(file, text)?,
            ["safety", "about-you.json"] => self.about_you = parse(file, text)?,
            ["safety", "stop-signs.json"] => self.stop_signs = parse(file, text)?,
            ["safety", "red-flag-card.json"] => self.red_flag_card = parse(file, text)?,
            _ => return Err(unknown_file(file)),
        }
        Ok(())
    }
}

impl ReadingWords {
    fn take(&mut self, path: &[&str], file: &str, text: &str) -> Result<(), ContentFault> {
        match path {
            ["learn", name] => insert(&mut self.topics, name, file, text)?,
            ["breathing", name] => insert(&mut self.breathing, name, file, text)?,
            ["check", "body-check.json"] => self.body_check = parse(file, text)?,
            ["check", "suggestions.json"] => self.suggestions = parse(file, text)?,
            ["check", "measure.json"] => self.measure = parse(file, text)?,
            ["notes.json"] => self.notes = parse(file, text)?,
            ["body-map.json"] => self.body_map = parse(file, text)?,
            _ => return Err(unknown_file(file)),
        }
        Ok(())
    }
}

/// Whether a file of words is for what can be read, which is kept apart.
fn is_for_reading(path: &[&str]) -> bool {
    matches!(path, ["learn" | "breathing" | "check", _] | ["notes.json" | "body-map.json"])
}

fn insert<T: DeserializeOwned>(
    into: &mut BTreeMap<String, T>,
    name: &str,
    file: &str,
    text: &str,
) -> Result<(), ContentFault> {
    let Some(id) = name.strip_suffix(".json") else { return Err(unknown_file(file)) };
    into.insert(id.to_owned(), parse(file, text)?);
    Ok(())
}

fn unknown_file(file: &str) -> ContentFault {
    fault(file, "file", "no content file has this name; the names are in docs/content.md".to_owned())
}

fn fault(file: &str, field: &str, problem: String) -> ContentFault {
    ContentFault { file: file.to_owned(), id: stem(file).to_owned(), field: field.to_owned(), problem }
}

/// Files that are not there. Other languages are whole once English is.
fn missing(files: &Files) -> Vec<ContentFault> {
    let words = SINGLE_WORDS.map(|name| format!("{ENGLISH}/{name}"));
    let names = SINGLE_FACTS.into_iter().map(str::to_owned).chain(words);
    names
        .filter(|file| !files.contains_key(file))
        .map(|file| fault(&file, "file", "is missing".to_owned()))
        .collect()
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, ContentFault> {
    serde_json::from_str(text).map_err(|error| {
        let problem = error.to_string();
        let named = field_named_in(&problem).map(str::to_owned);
        let field = named.unwrap_or_else(|| field_at(text, error.line(), error.column()));
        fault(file, &field, problem)
    })
}

/// The field that an error is about, where its words say so: "unknown field `ordr`, expected one of …".
fn field_named_in(problem: &str) -> Option<&str> {
    let field = ["unknown", "missing", "duplicate"]
        .iter()
        .find_map(|kind| problem.strip_prefix(kind)?.strip_prefix(" field `"))?;
    field.split('`').next()
}

/// The field that a reader was at: the last key before the place in the text.
fn field_at(text: &str, line: usize, column: usize) -> String {
    let lines = text.split_inclusive('\n').collect::<Vec<_>>();
    let before: usize = lines.iter().take(line.saturating_sub(1)).map(|line| line.len()).sum();
    let read = text.get(..before + column).unwrap_or(text);
    read.rmatch_indices(':')
        .find_map(|(colon, _)| {
            let key = read[..colon].trim_end().strip_suffix('"')?;
            key.rsplit('"').next().filter(|key| !key.contains(['\n', ' '])).map(str::to_owned)
        })
        .unwrap_or_else(|| format!("line {line}"))
}
