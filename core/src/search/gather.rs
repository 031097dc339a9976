//! From documents to an index: every line read once, every word put down with the lines that mention it.

use std::collections::{BTreeSet, HashMap};

use super::fold::Words;
use super::spelling::other_spelling;
use super::vocabulary::{Mention, Vocabulary};
use super::{Document, Field, Index, Lexicon, Line, WholeName};

/// Neighbours in a title or a name that are no longer than this are put down run together, too: syllables of
/// Chinese and Korean are written with and without a gap (Yong Quan, Yongquan). No syllable of pinyin is longer.
const LONGEST_SYLLABLE: usize = 6;
/// How many are run together: Zu San Li.
const MOST_SYLLABLES: usize = 3;

/// Reads all documents.
pub(super) fn gather(documents: Vec<Document>, lexicon: &Lexicon) -> Index {
    let quiet = lexicon.quiet.iter().map(|word| Words::of(word).run_together().to_owned()).collect();
    let mut gatherer = Gatherer { quiet, ..Gatherer::default() };
    let mut words = Words::default();
    for (word, phrase) in &lexicon.synonyms {
        gatherer.learn(word, phrase, &mut words);
    }
    let (mut lines, mut names, mut starts) =
        (Vec::new(), Vec::new(), Vec::with_capacity(documents.len() + 1));
    for (place, document) in documents.iter().enumerate() {
        starts.push(lines.len());
        for (field, at, text) in document.lines() {
            words.read(text);
            gatherer.note(&words, lines.len(), field);
            lines.push(Line { document: place, field, at });
            if matches!(field, Field::Title | Field::Name) {
                names.push(WholeName { document: place, field, folded: words.run_together().to_owned() });
            }
        }
    }
    starts.push(lines.len());
    let (vocabulary, quiet) = (gatherer.vocabulary(), gatherer.quiet);
    let is_named = named(&vocabulary, &lines);
    Index { documents, lines, starts, names, vocabulary, is_named, quiet }
}

/// Which words stand elsewhere than in sentences.
fn named(vocabulary: &Vocabulary, lines: &[Line]) -> Vec<bool> {
    let is_name = |mention: &Mention| lines[mention.line()].field != Field::Text;
    (0..vocabulary.len()).map(|word| vocabulary.mentions(word).iter().any(is_name)).collect()
}

/// A word by its place in the order in which the words were met.
type Met = u32;

/// What is known so far.
#[derive(Default)]
struct Gatherer {
    places: HashMap<Box<str>, Met>,
    words: Vec<Facts>,
    mentions: Vec<(Met, Mention)>,
    synonyms: Vec<Synonym>,
    quiet: BTreeSet<String>,
}

/// What is known of one word.
struct Facts {
    other_spelling: Option<Met>,
    /// The last line that mentions it, so that it is put down once a line.
    last_line: Option<usize>,
    mentions: usize,
    /// Synonyms whose phrase begins with it.
    begins: Vec<usize>,
}

/// Where a line says the phrase, it is found by the words, too.
struct Synonym {
    words: Vec<Met>,
    phrase: Vec<Met>,
}

impl Gatherer {
    fn learn(&mut self, word: &str, phrase: &str, buffer: &mut Words) {
        let mut places_of = |text| {
            buffer.read(text);
            buffer.iter().map(|word| self.place_of(word)).collect::<Vec<_>>()
        };
        let synonym = Synonym { words: places_of(word), phrase: places_of(phrase) };
        let Some(first) = synonym.phrase.first() else { return };
        self.words[*first as usize].begins.push(self.synonyms.len());
        self.synonyms.push(synonym);
    }

    /// The place of a word, new or known. A new one brings its other spelling along.
    fn place_of(&mut self, word: &str) -> Met {
        if let Some(place) = self.places.get(word) {
            return *place;
        }
        let place = self.add(word);
        if let Some(other) = other_spelling(word) {
            let other = self.places.get(other.as_str()).copied().unwrap_or_else(|| self.add(&other));
            self.words[place as usize].other_spelling = Some(other);
            self.words[other as usize].other_spelling = Some(place);
        }
        place
    }

    fn add(&mut self, word: &str) -> Met {
        let place = self.words.len() as Met;
        self.places.insert(word.into(), place);
        self.words.push(Facts { other_spelling: None, last_line: None, mentions: 0, begins: Vec::new() });
        place
    }

    /// Puts down what one line says.
    fn note(&mut self, words: &Words, line: usize, field: Field) {
        let places: Vec<Met> = words.iter().map(|word| self.place_of(word)).collect();
        for place in &places {
            self.mention_in_both_spellings(*place, line, false);
        }
        self.note_run_together(words, line, field);
        self.note_synonyms(&places, line);
    }

    fn note_run_together(&mut self, words: &Words, line: usize, field: Field) {
        let is_syllable = |at: usize| words.get(at).len() <= LONGEST_SYLLABLE;
        let has_syllables = matches!(field, Field::Title | Field::Name);
        let goes_with_next =
            |at: usize| words.is_hyphened(at + 1) || has_syllables && is_syllable(at) && is_syllable(at + 1);
        for first in 0..words.len() {
            let after = (first + 1..words.len()).take(MOST_SYLLABLES - 1);
            for last in after.take_while(|last| goes_with_next(last - 1)) {
                let place = self.place_of(words.run(first, last));
                self.mention_in_both_spellings(place, line, false);
            }
        }
    }

    fn note_synonyms(&mut self, places: &[Met], line: usize) {
        for at in 0..places.len() {
            for begun in 0..self.words[places[at] as usize].begins.len() {
                let synonym = &self.synonyms[self.words[places[at] as usize].begins[begun]];
                if !places[at..].starts_with(&synonym.phrase) {
                    continue;
                }
                for place in synonym.words.clone() {
                    self.mention_in_both_spellings(place, line, true);
                }
            }
        }
    }

    fn mention_in_both_spellings(&mut self, place: Met, line: usize, by_synonym: bool) {
        self.mention(place, line, by_synonym);
        if let Some(other) = self.words[place as usize].other_spelling {
            self.mention(other, line, by_synonym);
        }
    }

    fn mention(&mut self, place: Met, line: usize, by_synonym: bool) {
        let facts = &mut self.words[place as usize];
        if facts.last_line == Some(line) {
            return;
        }
        facts.last_line = Some(line);
        facts.mentions += 1;
        self.mentions.push((place, Mention::new(line, by_synonym)));
    }

    /// Sorts the words, and gives each its mentions in the order of the lines.
    fn vocabulary(&self) -> Vocabulary {
        let mut starts = Vec::with_capacity(self.words.len());
        let mut end = 0;
        for facts in &self.words {
            starts.push(end);
            end += facts.mentions;
        }
        let mut filled = starts.clone();
        let mut by_word = vec![Mention::new(0, false); self.mentions.len()];
        for (place, mention) in &self.mentions {
            let at = &mut filled[*place as usize];
            by_word[*at] = *mention;
            *at += 1;
        }
        let mut sorted: Vec<(&str, usize)> =
            self.places.iter().map(|(word, place)| (&**word, *place as usize)).collect();
        sorted.sort_unstable();
        let mut vocabulary = Vocabulary::default();
        for (word, place) in sorted {
            vocabulary.push(word, &by_word[starts[place]..filled[place]]);
        }
        vocabulary
    }
}
