//! All movements, each read from the content when it is first asked for.

use std::sync::OnceLock;

use super::assemble::Place;
use super::assemble_practice::movement;
use super::embedded::{Language, MOVEMENTS, unpack};
use super::source::{BodyAreasWords, MovementFacts, MovementWords};
use super::{ContentFault, Movement};

/// All movements, in the catalogue's order.
///
/// They are most of the catalogue, and the first screen shows one of them: each is read when it is first asked for,
/// and then kept. One that cannot be read counts as not there; the build reads each once, so that there is none.
#[derive(Clone)]
pub struct Movements {
    language: &'static Language,
    areas: BodyAreasWords,
    read: Vec<OnceLock<Option<Movement>>>,
}

impl Movements {
    pub(super) fn new(language: &'static Language, areas: BodyAreasWords) -> Self {
        Self { language, areas, read: vec![OnceLock::new(); MOVEMENTS.len()] }
    }

    /// One after the other, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Movement> {
        (0..MOVEMENTS.len()).filter_map(|index| self.at(index))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        MOVEMENTS.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        MOVEMENTS.is_empty()
    }

    /// The movement with an id.
    pub(super) fn get(&self, id: &str) -> Option<&Movement> {
        self.at(MOVEMENTS.iter().position(|(movement, _)| *movement == id)?)
    }

    fn at(&self, index: usize) -> Option<&Movement> {
        self.read.get(index)?.get_or_init(|| self.unpack(index)?.ok()).as_ref()
    }

    fn unpack(&self, index: usize) -> Option<Result<Movement, ContentFault>> {
        let ((id, facts), words) = MOVEMENTS.get(index).zip(self.language.movements.get(index))?;
        let assembled = || {
            let facts: MovementFacts = unpack(facts)?;
            let words: MovementWords = self.language.read(words)?;
            let place =
                Place { file: format!("{}/movements/{id}.json", self.language.locale), id: (*id).to_owned() };
            movement(&facts, &words, &self.areas.body_areas, &place)
        };
        Some(assembled())
    }
}

impl std::fmt::Debug for Movements {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(MOVEMENTS.iter().map(|(id, _)| id)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Catalogue;
    use super::super::embedded::LANGUAGES;

    #[test]
    fn every_movement_of_every_language_can_be_read() {
        for language in &LANGUAGES {
            let movements = Catalogue::for_locale(language.locale).unwrap().movements();
            for index in 0..movements.len() {
                movements.unpack(index).unwrap().unwrap();
            }
            assert_eq!(movements.iter().count(), movements.len());
            assert!(!movements.is_empty());
        }
    }

    #[test]
    fn a_movement_is_read_once() {
        let movements = Catalogue::for_locale("en").unwrap().movements();
        let first = movements.iter().next().unwrap();
        assert!(std::ptr::eq(first, movements.get(first.id.as_str()).unwrap()));
        assert!(movements.get("no-such-movement").is_none());
    }
}
