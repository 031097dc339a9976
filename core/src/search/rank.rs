//! Which documents a query finds, and in which order.

use std::cmp::Reverse;

use super::query::Query;
use super::vocabulary::{Match, Mention, Worth};
use super::{Field, Found, Hit, Index};

/// How much a field tells, in hundredths: the least of an exact match (a word of the text by its beginning and a
/// synonym, 0.9 × 0.7 × 40) stays above the most of one with an error (a word of the title, 0.25 × 100).
fn weight(field: Field) -> u32 {
    match field {
        Field::Title => 100,
        Field::Name => 80,
        Field::Tag => 60,
        Field::Text => 40,
    }
}

/// What is left of the worth of a match that a synonym brought, in tenths.
const BY_SYNONYM: u32 = 7;
/// Where the query is the whole title or a whole name, or the beginning of one: how much a word of it is worth in
/// addition. The title then stands before its beginning, a whole name between the two and a word inside a title.
const WHOLE_TITLE: u32 = 1_000;
const TITLE_BEGINS: u32 = 500;
const WHOLE_NAME: u32 = 400;
const NAME_BEGINS: u32 = 50;
/// A further word in the same line, in addition.
const SAME_LINE: u32 = 50;

/// Without a hit: so many are offered, for so many of the first words.
const NEAREST: usize = 3;
const WORDS_FOR_NEAREST: usize = 4;

pub(super) fn search<'a>(index: &'a Index, query: &Query, limit: usize) -> Found<'a> {
    if query.len() == 0 {
        return Found::default();
    }
    let mut tally = Tally::new(index);
    for at in 0..query.len() {
        tally.count_word(at, &matches(index, query, at), query.is_quiet(at), Field::Text);
    }
    tally.count_whole_names(query.whole());
    let hits = tally.best(limit);
    if !hits.is_empty() || limit == 0 {
        return Found { hits, nearest: Vec::new() };
    }
    Found { hits, nearest: nearest(index, query) }
}

/// All words that one word of the query may mean.
fn matches(index: &Index, query: &Query, at: usize) -> Vec<Match> {
    let mut matches = index.vocabulary.matches(query.word(at), query.is_last(at));
    for (run, is_last) in query.runs_with(at) {
        matches.append(&mut index.vocabulary.matches_of_run(run, is_last));
    }
    matches
}

fn nearest<'a>(index: &'a Index, query: &Query) -> Vec<Hit<'a>> {
    let mut tally = Tally::new(index);
    for at in 0..query.len().min(WORDS_FOR_NEAREST) {
        let is_named = |word: usize| index.is_named[word];
        let matches = index.vocabulary.closest(query.word(at), query.is_last(at), is_named);
        tally.count_word(at, &matches, query.is_quiet(at), Field::Tag);
    }
    tally.best(NEAREST)
}

/// The points of each document.
struct Tally<'a> {
    index: &'a Index,
    points: Vec<Points>,
    /// What the word being counted is worth in each document at best.
    best: Vec<Worth>,
    /// The documents in which it is worth anything.
    touched: Vec<usize>,
    /// Which words of the query each line matches.
    lines: Vec<Matched>,
    /// The weights of all words so far.
    weights: u32,
}

#[derive(Clone, Copy, Default)]
struct Points {
    /// How many of the query's words are there, by their weight.
    words: u32,
    /// How well they match.
    score: u32,
    /// What a word is worth in addition because the query is all of the title or a name, or its beginning.
    whole: u32,
}

/// The words of the query that a line matches, a bit for each.
#[derive(Clone, Copy, Default)]
struct Matched {
    exactly: u32,
    at_all: u32,
}

impl Matched {
    fn rank(self) -> (u32, u32) {
        (self.exactly.count_ones(), self.at_all.count_ones())
    }
}

impl<'a> Tally<'a> {
    fn new(index: &'a Index) -> Self {
        Self {
            index,
            points: vec![Points::default(); index.documents.len()],
            best: vec![0; index.documents.len()],
            touched: Vec::new(),
            lines: vec![Matched::default(); index.lines.len()],
            weights: 0,
        }
    }

    /// Counts one word of the query in all fields down to the `last`.
    fn count_word(&mut self, at: usize, matches: &[Match], is_quiet: bool, last: Field) {
        for found in matches {
            for mention in self.index.vocabulary.mentions(found.word) {
                self.count_mention(1 << at, found, *mention, last);
            }
        }
        let weight = if is_quiet { 1 } else { rarity(self.index.documents.len(), self.touched.len()) };
        self.weights += weight;
        for document in self.touched.drain(..) {
            let points = &mut self.points[document];
            points.words += if is_quiet { 0 } else { weight };
            points.score += weight * self.best[document];
            self.best[document] = 0;
        }
    }

    fn count_mention(&mut self, bit: u32, found: &Match, mention: Mention, last: Field) {
        let line = self.index.lines[mention.line()];
        if line.field > last {
            return;
        }
        let tenths = if mention.is_by_synonym() { BY_SYNONYM } else { 10 };
        let worth = (found.worth * weight(line.field) * tenths / 1_000).max(1);
        let best = &mut self.best[line.document];
        if *best == 0 {
            self.touched.push(line.document);
        }
        *best = worth.max(*best);
        let matched = &mut self.lines[mention.line()];
        matched.at_all |= bit;
        matched.exactly |= if found.exact { bit } else { 0 };
    }

    fn count_whole_names(&mut self, query: &str) {
        for name in &self.index.names {
            let points = &mut self.points[name.document];
            let is_whole = name.folded.len() == query.len();
            if points.words == 0 || !name.folded.starts_with(query) {
                continue;
            }
            let worth = match (name.field, is_whole) {
                (Field::Title, true) => WHOLE_TITLE,
                (Field::Title, false) => TITLE_BEGINS,
                (_, true) => WHOLE_NAME,
                (_, false) => NAME_BEGINS,
            };
            points.whole = points.whole.max(worth);
        }
    }

    /// The documents with most points.
    fn best(&self, limit: usize) -> Vec<Hit<'a>> {
        let found = (0..self.points.len()).filter(|place| self.points[*place].words > 0);
        let mut hits: Vec<Hit> = found.filter_map(|place| self.hit(place)).collect();
        hits.sort_by_cached_key(|hit| {
            let title = &self.index.documents[hit.place].title;
            (Reverse(hit.score), title.chars().count(), hit.place)
        });
        hits.truncate(limit);
        hits
    }

    fn hit(&self, place: usize) -> Option<Hit<'a>> {
        let document = &self.index.documents[place];
        let lines = self.index.starts[place]..self.index.starts[place + 1];
        let best = self.best_line(lines.clone())?;
        let sentences = lines.filter(|line| self.index.lines[*line].field == Field::Text);
        let Points { words, score, whole } = self.points[place];
        let score = score + self.weights * whole + SAME_LINE * self.lines[best].at_all.count_ones();
        let best = self.index.lines[best];
        Some(Hit {
            place,
            id: &document.id,
            score: u64::from(words) << 32 | u64::from(score),
            field: best.field,
            line: document.line(best),
            sentence: self.best_line(sentences).map(|line| document.line(self.index.lines[line])),
        })
    }

    /// The line that matches most words of the query: of several, the first.
    fn best_line(&self, lines: impl Iterator<Item = usize>) -> Option<usize> {
        let matched = lines.filter(|line| self.lines[*line].at_all != 0);
        matched.min_by_key(|line| Reverse(self.lines[*line].rank()))
    }
}

/// How much a word of the query weighs that so many of the documents have: the rarer, the more, from 1 on.
fn rarity(documents: usize, having: usize) -> u32 {
    1 + (documents / having.max(1)).max(1).ilog2()
}
