//! Finding things by name, by another name, by a body area, by a word of their text; forgiving about spelling.
//!
//! [`Index::new`] reads plain [`Document`]s once, at first use, and keeps everything in memory: there is no file to
//! keep in step with the content. [`Index::search`] is made to be called with every letter typed.
//!
//! ```
//! use mingmen_core::search::{Document, Field, Index};
//!
//! let index = Index::new([
//!     Document {
//!         id: "gb34-focus".into(),
//!         title: "Yang Hill Spring".into(),
//!         names: vec!["GB34".into(), "Yanglingquan".into()],
//!         tags: vec!["legs".into()],
//!         text: vec!["A point below the outer side of the knee.".into()],
//!     },
//!     Document {
//!         id: "kd1-focus".into(),
//!         title: "Bubbling Spring".into(),
//!         names: vec!["Yongquan".into(), "涌泉".into()],
//!         tags: vec!["soles".into()],
//!         text: vec!["Let your attention sink to the soles of your feet.".into()],
//!     },
//! ]);
//!
//! let found = index.search("yonqan", 10);
//! assert_eq!((found.hits[0].id, found.hits[0].field), ("kd1-focus", Field::Name));
//! assert_eq!(found.hits[0].line, "Yongquan");
//!
//! let found = index.search("attention fe", 10);
//! assert_eq!(found.hits[0].sentence, Some("Let your attention sink to the soles of your feet."));
//! ```
//!
//! # What is found
//! - The words of the query one by one, each whole or as the beginning of a word; the last may still be in the making.
//! - Case, accents, hyphens, apostrophes, gaps between syllables (Yong Quan) and British or American spelling make no
//!   difference.
//! - Chinese and Korean are found by any part of a word.
//! - Typing errors, two neighbours in the wrong order included: one in words from three letters on, two from six letters
//!   on if nothing is nearer. Words of up to four letters that are there as typed, and words with a digit in them, are
//!   taken as typed.
//!
//! # In which order
//! What has all words comes before what has some, a rare word weighing more than a common one. Then: the whole title,
//! the beginning of the title, a whole name, a word of the title, of a name, of a tag, of the text; in each of these a
//! whole word before its beginning, and a word itself before a synonym; anything typed right before a typing error.
//! Shorter titles first, then the documents' own order.
//!
//! # Why own code
//! A catalogue of some hundred pages needs one sorted list of words and one fast comparison of two words: about a
//! thousand lines without a dependency. The crates looked at do another thing. `nucleo-matcher` 0.3 (and its kin for
//! pickers) wants the typed letters in their order, so it refuses a wrong or swapped one; `fst` 0.4 builds an automaton
//! of up to 10,000 states for each typed word, without swapped letters; `rapidfuzz` 0.5 compares whole words but not a
//! word with beginnings of others; `tantivy` 0.27 brings 117 crates, and segments and threads for about a megabyte.

mod distance;
mod fold;
mod gather;
mod query;
mod rank;
mod spelling;
mod vocabulary;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use vocabulary::Vocabulary;

/// One page that can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What a hit is known by to whoever made the document.
    pub id: String,
    /// What a person looks for first.
    pub title: String,
    /// Other names, in any language and writing.
    pub names: Vec<String>,
    /// Body areas and topics.
    pub tags: Vec<String>,
    /// The text, sentence by sentence: a hit shows the one that matched.
    pub text: Vec<String>,
}

impl Document {
    /// Every line with its field and its place in it, the most telling first.
    fn lines(&self) -> impl Iterator<Item = (Field, usize, &str)> {
        std::iter::once((Field::Title, 0, self.title.as_str()))
            .chain(lines_of(Field::Name, &self.names))
            .chain(lines_of(Field::Tag, &self.tags))
            .chain(lines_of(Field::Text, &self.text))
    }

    fn line(&self, line: Line) -> &str {
        let lines = match line.field {
            Field::Title => return &self.title,
            Field::Name => &self.names,
            Field::Tag => &self.tags,
            Field::Text => &self.text,
        };
        &lines[line.at]
    }
}

fn lines_of(field: Field, lines: &[String]) -> impl Iterator<Item = (Field, usize, &str)> {
    lines.iter().enumerate().map(move |(at, line)| (field, at, line.as_str()))
}

/// What a language says in other words. It is content, like the documents themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// A word, or a few, and the words of the documents that it stands for: `("lumbar", "lower back")`.
    pub synonyms: Vec<(String, String)>,
    /// Words that say nothing (*the*, *my*, *how*): a document does not need them where a query has others.
    pub quiet: Vec<String>,
}

/// The part of a document that matched, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The title.
    Title,
    /// Another name.
    Name,
    /// A body area or a topic.
    Tag,
    /// A sentence.
    Text,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found<'a> {
    /// What matches, best first.
    pub hits: Vec<Hit<'a>>,
    /// If nothing matches, what comes nearest by title, name or tag, three at most; empty if there are hits, or if the
    /// query has no word, or none with a letter in common.
    pub nearest: Vec<Hit<'a>>,
}

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// Its place among the documents, from nought.
    pub place: usize,
    /// Its id.
    pub id: &'a str,
    /// The higher the better. It compares hits of one search only.
    pub score: u64,
    /// The field of `line`.
    pub field: Field,
    /// The line that most words of the query match: of several, the most telling.
    pub line: &'a str,
    /// The sentence that most words of the query match, if any does.
    pub sentence: Option<&'a str>,
}

/// Documents made ready to be searched.
#[derive(Clone, Debug)]
pub struct Index {
    documents: Vec<Document>,
    lines: Vec<Line>,
    /// The first line of each document, and the end of the last.
    starts: Vec<usize>,
    names: Vec<WholeName>,
    vocabulary: Vocabulary,
    /// Which words of the vocabulary stand elsewhere than in sentences.
    is_named: Vec<bool>,
    quiet: BTreeSet<String>,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug)]
struct Line {
    document: usize,
    field: Field,
    at: usize,
}

/// A title or a name as it is compared with a whole query.
#[derive(Clone, Debug)]
struct WholeName {
    document: usize,
    field: Field,
    folded: String,
}

impl Index {
    /// Reads the documents. Their order decides between equals.
    #[must_use]
    pub fn new(documents: impl IntoIterator<Item = Document>) -> Self {
        Self::with_lexicon(documents, &Lexicon::default())
    }

    /// Reads the documents of a language with synonyms and quiet words.
    ///
    /// ```
    /// use mingmen_core::search::{Document, Index, Lexicon};
    ///
    /// let page = Document { id: "stiff".into(), title: "A stiff lower back".into(), ..Document::default() };
    /// let lexicon = Lexicon {
    ///     synonyms: vec![("lumbar".into(), "lower back".into())],
    ///     quiet: vec!["my".into(), "is".into()],
    /// };
    /// let index = Index::with_lexicon([page], &lexicon);
    /// assert_eq!(index.search("lumb", 5).hits[0].id, "stiff");
    /// assert_eq!(index.search("my back is stiff", 5).hits[0].id, "stiff");
    /// ```
    #[must_use]
    pub fn with_lexicon(documents: impl IntoIterator<Item = Document>, lexicon: &Lexicon) -> Self {
        gather::gather(documents.into_iter().collect(), lexicon)
    }

    /// What a query finds, best first, `limit` at most. Of a query only the first 200 characters and the first 16
    /// words are looked at. Any text is a query; one without a word finds nothing.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Found<'_> {
        rank::search(self, &query::Query::new(query, &self.quiet), limit)
    }
}
