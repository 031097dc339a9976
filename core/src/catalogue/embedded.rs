//! The content as the build script packed it into the library, and how it is read again.

use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::source::{ENGLISH, Reading, ReadingWords};
use super::{CatalogueError, ContentFault, assemble, pseudo};

include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// The words of one language.
pub(crate) struct Language {
    /// Its folder.
    pub(super) locale: &'static str,
    /// Whether every sentence is marked: the pseudo-locale has the words of English, and marks.
    marked: bool,
    /// All words but those of movements and of what can be read.
    pub(super) words: &'static [u8],
    /// The words of each movement, in the order of [`MOVEMENTS`].
    pub(super) movements: &'static [&'static [u8]],
    /// The words of what can be read.
    reading: &'static [u8],
}

impl Language {
    /// Reads words of this language.
    pub(super) fn read<T: Serialize + DeserializeOwned>(&self, packed: &[u8]) -> Result<T, ContentFault> {
        let words = unpack(packed)?;
        if !self.marked {
            return Ok(words);
        }
        pseudo::marked(words).map_err(|error| {
            assemble::fault(self.locale, std::any::type_name::<T>(), "file", &error.to_string())
        })
    }

    /// Reads all that there is to read.
    pub(super) fn reading(&self) -> Result<(Reading, ReadingWords), ContentFault> {
        Ok((unpack(READING)?, self.read(self.reading)?))
    }
}

/// Reads facts.
pub(super) fn unpack<T: DeserializeOwned>(packed: &[u8]) -> Result<T, ContentFault> {
    postcard::from_bytes(packed)
        .map_err(|error| assemble::fault("content", std::any::type_name::<T>(), "file", &error.to_string()))
}

/// Something for each language, made when that language is first asked for.
pub(crate) struct PerLanguage<T> {
    cells: [OnceLock<Result<T, CatalogueError>>; LANGUAGES.len()],
}

impl<T> PerLanguage<T> {
    pub(crate) const fn new() -> Self {
        Self { cells: [const { OnceLock::new() }; LANGUAGES.len()] }
    }

    /// What there is in a language: a region that is not there falls back to its language, a language to English.
    pub(crate) fn get(
        &self,
        locale: &str,
        make: impl FnOnce(&'static Language) -> Result<T, ContentFault>,
    ) -> Result<&T, CatalogueError> {
        let locale = locale.replace('_', "-");
        let language = locale.split('-').next().unwrap_or(ENGLISH);
        let mut languages = [&locale, language, ENGLISH].into_iter().flat_map(|wanted| {
            LANGUAGES.iter().zip(&self.cells).find(|(language, _)| language.locale == wanted)
        });
        let Some((language, cell)) = languages.next() else {
            return Err(CatalogueError { fault: assemble::fault(ENGLISH, ENGLISH, "file", "is missing") });
        };
        let made = cell.get_or_init(|| make(language).map_err(|fault| CatalogueError { fault }));
        made.as_ref().map_err(Clone::clone)
    }
}
