//! What a person typed.

use std::collections::BTreeSet;

use super::fold::Words;

/// Characters of a query that are looked at.
const MOST_CHARACTERS: usize = 200;
/// Words of a query that are looked at (a line has a bit for each, 32 at most).
const MOST_WORDS: usize = 16;

/// A query, word by word.
pub(super) struct Query {
    words: Words,
    is_quiet: Vec<bool>,
}

impl Query {
    pub(super) fn new(text: &str, quiet: &BTreeSet<String>) -> Self {
        let end = text.char_indices().nth(MOST_CHARACTERS).map_or(text.len(), |(at, _)| at);
        let words = Words::of(&text[..end]);
        let mut is_quiet: Vec<bool> =
            words.iter().take(MOST_WORDS).map(|word| quiet.contains(word)).collect();
        if is_quiet.iter().all(|is_quiet| *is_quiet) {
            is_quiet.fill(false);
        }
        Self { words, is_quiet }
    }

    pub(super) fn len(&self) -> usize {
        self.is_quiet.len()
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at)
    }

    pub(super) fn is_last(&self, at: usize) -> bool {
        at + 1 == self.words.len()
    }

    /// Whether a document does not need this word.
    pub(super) fn is_quiet(&self, at: usize) -> bool {
        self.is_quiet[at]
    }

    /// The whole query, run together.
    pub(super) fn whole(&self) -> &str {
        self.words.run_together()
    }

    /// The runs of two or three words of which this is one, each with whether it is the end of the query: *qi gong* may
    /// be written *qigong* in a document.
    pub(super) fn runs_with(&self, at: usize) -> impl Iterator<Item = (&str, bool)> {
        let ends = move |first: usize| (first + 1..self.len()).take(2).filter(move |last| *last >= at);
        let runs =
            (at.saturating_sub(2)..=at).flat_map(move |first| ends(first).map(move |last| (first, last)));
        runs.map(|(first, last)| (self.words.run(first, last), self.is_last(last)))
    }
}
