//! What makes content right beyond its shape: ids that exist, sums that add up, languages that are complete,
//! sentences that keep the tone.

mod body_check;
mod body_map;
mod evidence;
mod learn;
mod measure;
mod movements;
mod offers;
mod plans;
mod routines;
mod safety;
mod sentences;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::locale::told_once;
use super::{Content, ContentFault, MotionFacts, MovementFacts, NameFacts, VariantFacts, stem};

/// Checks content that has been read, and gives every fault in the order of files.
pub(crate) fn check(content: &Content) -> Vec<ContentFault> {
    let mut faults = Vec::new();
    let known = Known::of(content);
    if content.catalogue.version == 0 {
        Item::single("catalogue.json", &mut faults).fault("version", "is 0: versions begin with 1");
    }
    movements::check(content, &known, &mut faults);
    routines::check(content, &known, &mut faults);
    plans::check(content, &known, &mut faults);
    offers::check(content, &mut faults);
    evidence::check(content, &mut faults);
    safety::check(content, &known, &mut faults);
    learn::check(content, &known, &mut faults);
    body_check::check(content, &known, &mut faults);
    body_map::check(content, &known, &mut faults);
    measure::check(content, &known, &mut faults);
    words::check(content, &mut faults);
    faults.sort();
    told_once(faults)
}

/// The ids that others may refer to.
struct Known<'a> {
    variants: BTreeMap<&'a str, (&'a MovementFacts, &'a VariantFacts)>,
    motions: &'a BTreeMap<String, MotionFacts>,
    movements: BTreeSet<&'a str>,
    routines: BTreeSet<&'a str>,
    cautions: BTreeSet<&'a str>,
    areas: BTreeSet<&'a str>,
    /// Everything that can be opened.
    items: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(content: &'a Content) -> Self {
        let variants = content.movements.values().flat_map(|movement| {
            movement.variants.iter().map(move |variant| (variant.id.as_str(), (movement, variant)))
        });
        let variants: BTreeMap<&str, (&MovementFacts, &VariantFacts)> = variants.collect();
        let movements: BTreeSet<&str> = content.movements.keys().map(String::as_str).collect();
        let routines: BTreeSet<&str> = content.routines.keys().map(String::as_str).collect();
        let reading = learn::ids(content);
        Self {
            motions: &content.motions,
            cautions: content.cautions.cautions.iter().map(|caution| caution.id.as_str()).collect(),
            items: variants
                .keys()
                .copied()
                .chain(movements.clone())
                .chain(routines.clone())
                .chain(reading)
                .collect(),
            areas: areas(content).collect(),
            variants,
            movements,
            routines,
        }
    }
}

/// The parts of the body that something is for.
fn areas(content: &Content) -> impl Iterator<Item = &str> {
    let of_movements = content.movements.values().flat_map(|movement| &movement.body_areas);
    let of_routines = content.routines.values().flat_map(|routine| &routine.body_areas);
    of_movements.chain(of_routines).map(|area| area.area.as_str())
}

/// One item of one file, and where its faults go.
struct Item<'a> {
    file: String,
    id: String,
    faults: &'a mut Vec<ContentFault>,
}

impl<'a> Item<'a> {
    fn new(file: String, id: &str, faults: &'a mut Vec<ContentFault>) -> Self {
        Self { file, id: id.to_owned(), faults }
    }

    /// A file that holds a list and is named after it.
    fn single(file: &str, faults: &'a mut Vec<ContentFault>) -> Self {
        Self { file: file.to_owned(), id: stem(file).to_owned(), faults }
    }

    fn fault(&mut self, field: impl Display, problem: impl Display) {
        let (file, id) = (self.file.clone(), self.id.clone());
        self.faults.push(ContentFault { file, id, field: field.to_string(), problem: problem.to_string() });
    }

    fn require(&mut self, holds: bool, field: impl Display, problem: impl Display) {
        if !holds {
            self.fault(field, problem);
        }
    }

    /// An id that names its file: small letters, digits and hyphens.
    fn require_id_of_file(&mut self, id: &str) {
        self.require(id == stem(&self.file), "id", format!("`{id}` is not the name of the file"));
        self.require(
            is_id(id),
            "id",
            format!("`{id}` has more in it than small letters, digits and single hyphens"),
        );
    }

    /// A list whose entries are known and do not repeat.
    fn require_known<'k>(
        &mut self,
        field: &str,
        ids: &[String],
        kind: &str,
        known: impl Fn(&str) -> bool + 'k,
    ) {
        for (index, id) in ids.iter().enumerate() {
            self.require(known(id), format!("{field}[{index}]"), format!("there is no {kind} `{id}`"));
        }
        self.require_different(field, ids.iter().map(String::as_str));
    }

    /// Keys that do not repeat.
    fn require_different<'k>(&mut self, field: &str, keys: impl Iterator<Item = &'k str>) {
        let mut seen = BTreeSet::new();
        for (index, key) in keys.enumerate() {
            self.require(seen.insert(key), format!("{field}[{index}]"), format!("`{key}` is there twice"));
            self.require(is_key(key), format!("{field}[{index}]"), format!("`{key}` is no key"));
        }
    }

    /// Names in other languages, of which the language is known.
    fn require_names(&mut self, names: &[NameFacts]) {
        self.require_different_text("names", names.iter().map(|name| name.name.as_str()));
        for (index, name) in names.iter().enumerate() {
            let known = ["zh", "ko"].contains(&name.language.as_str());
            self.require(known, format!("names[{index}].language"), "is not `zh` or `ko`");
            let ours = name.characters.iter().flat_map(|text| text.chars()).any(|c| c.is_ascii_alphabetic());
            self.require(!ours, format!("names[{index}].characters"), "has our letters in it");
        }
    }

    /// Texts that do not repeat.
    fn require_different_text<'k>(&mut self, field: &str, texts: impl Iterator<Item = &'k str>) {
        let mut seen = BTreeSet::new();
        for (index, text) in texts.enumerate() {
            self.require(seen.insert(text), format!("{field}[{index}]"), format!("`{text}` is there twice"));
        }
    }

    fn require_minutes(&mut self, field: impl Display, minutes: u16) {
        self.require((1..=120).contains(&minutes), field, format!("{minutes} is not from 1 to 120 minutes"));
    }
}

fn is_id(text: &str) -> bool {
    let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    !text.is_empty() && text.split('-').all(|part| !part.is_empty() && part.chars().all(letter))
}

/// An id, or `<id>/<id>` for a form of a movement.
fn is_key(text: &str) -> bool {
    text.split_once('/').map_or_else(|| is_id(text), |(movement, form)| is_id(movement) && is_id(form))
}

/// No two items may claim the same place in the catalogue, or their order would hang on their names.
fn check_orders<'a>(
    folder: &str,
    items: impl Iterator<Item = (&'a str, u32)>,
    faults: &mut Vec<ContentFault>,
) {
    let mut seen: BTreeMap<u32, &str> = BTreeMap::new();
    for (id, order) in items {
        if let Some(first) = seen.insert(order, id) {
            let mut item = Item::new(format!("{folder}/{id}.json"), id, faults);
            item.fault("order", format!("{order} is already taken by `{first}`"));
        }
    }
}
