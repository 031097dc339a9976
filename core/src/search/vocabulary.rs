//! Every word of the documents in one sorted list, and which of them a typed word may mean.

use std::cmp::Reverse;
use std::ops::Range;

use super::distance::Pattern;
use super::fold::matches_inside;

/// How well a word of the documents answers a typed one, in thousandths.
pub(super) type Worth = u32;

const WHOLE: Worth = 1_000;
const BEGINNING: Worth = 900;
const INSIDE: Worth = 800;
/// Each less than the least that a word without an error can be worth (see `rank`).
const ONE_ERROR: Worth = 250;
const TWO_ERRORS: Worth = 100;
/// What is left of the worth, in tenths, where the error is in the first letter, which few people miss ...
const OTHER_FIRST_LETTER: Worth = 7;
/// ... and where only the beginning of the word is near.
const NEAR_BEGINNING: Worth = 9;
/// Where nothing matches: as much of this as there are letters in their place.
const CLOSE: Worth = 100;
/// So many words are then taken for each typed one.
const MOST_CLOSE: usize = 32;

/// From this many letters on, a word that is no longer being typed may still be the beginning of another.
const BEGINS_OTHERS: usize = 3;
/// From this many letters on, the beginning of a word may have an error.
const ERRS_IN_BEGINNING: usize = 4;

/// A word of the documents that may be meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    /// The place of the word in the vocabulary.
    pub(super) word: usize,
    pub(super) worth: Worth,
    /// Whether it was typed without an error.
    pub(super) exact: bool,
}

/// A mention of a word: the line it stands in, and whether the line has it only through a synonym.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention(u32);

impl Mention {
    pub(super) fn new(line: usize, by_synonym: bool) -> Self {
        Self((line as u32) << 1 | u32::from(by_synonym))
    }

    pub(super) fn line(self) -> usize {
        (self.0 >> 1) as usize
    }

    pub(super) fn is_by_synonym(self) -> bool {
        self.0 & 1 == 1
    }
}

/// The words, sorted, and where each is mentioned.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    /// Every word, one after another.
    text: String,
    words: Vec<Word>,
    /// Which letters each word has; apart from the words, because every search runs over all of it.
    letters: Vec<Letters>,
    /// The mentions of the first word, then those of the second, ...
    mentions: Vec<Mention>,
}

#[derive(Clone, Copy, Debug)]
struct Word {
    start: u32,
    end: u32,
    mentions_end: u32,
    chars: u16,
    inside: bool,
}

impl Vocabulary {
    /// Takes words in sorted order, each with where it is mentioned.
    pub(super) fn push(&mut self, word: &str, mentions: &[Mention]) {
        let start = self.text.len() as u32;
        self.text.push_str(word);
        self.mentions.extend_from_slice(mentions);
        self.letters.push(Letters::of(word));
        self.words.push(Word {
            start,
            end: self.text.len() as u32,
            mentions_end: self.mentions.len() as u32,
            chars: word.chars().count().try_into().unwrap_or(u16::MAX),
            inside: matches_inside(word),
        });
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Where a word is mentioned.
    pub(super) fn mentions(&self, word: usize) -> &[Mention] {
        let start = word.checked_sub(1).map_or(0, |before| self.words[before].mentions_end);
        &self.mentions[start as usize..self.words[word].mentions_end as usize]
    }

    fn word(&self, at: usize) -> &str {
        self.text_of(&self.words[at])
    }

    fn text_of(&self, word: &Word) -> &str {
        &self.text[word.start as usize..word.end as usize]
    }

    /// The words that a typed one may mean. The last word of a query may still be in the making.
    pub(super) fn matches(&self, typed: &str, is_last: bool) -> Vec<Match> {
        if matches_inside(typed) {
            return self.with_part(typed);
        }
        let chars = typed.chars().count();
        let mut found = self.without_error(typed, is_last || chars >= BEGINS_OTHERS);
        let is_word = found.first().is_some_and(|first| first.worth == WHOLE);
        let errors = errors_allowed(typed, chars, is_word, !found.is_empty());
        if errors > 0 {
            let is_beginning = is_last && found.is_empty() && chars >= ERRS_IN_BEGINNING;
            found.append(&mut self.with_errors(typed, chars, errors, is_beginning));
        }
        found
    }

    /// The words that a run of typed ones may mean, written together.
    pub(super) fn matches_of_run(&self, run: &str, is_last: bool) -> Vec<Match> {
        let mut found = self.without_error(run, is_last);
        found.retain(|found| is_last || found.worth == WHOLE);
        found
    }

    /// The word itself, and the words that begin with it if that is wanted or if the word itself is not there.
    fn without_error(&self, typed: &str, as_beginning: bool) -> Vec<Match> {
        let Range { start, end } = self.beginning_with(typed);
        let is_word = start < end && self.word(start) == typed;
        let end = if is_word && !as_beginning { start + 1 } else { end };
        let worth = |word| if is_word && word == start { WHOLE } else { BEGINNING };
        (start..end).map(|word| Match { word, worth: worth(word), exact: true }).collect()
    }

    fn beginning_with(&self, typed: &str) -> Range<usize> {
        let start = self.words.partition_point(|word| self.text_of(word) < typed);
        let count = self.words[start..].partition_point(|word| self.text_of(word).starts_with(typed));
        start..start + count
    }

    /// Words of characters that have meaning each, with the typed ones in them.
    fn with_part(&self, typed: &str) -> Vec<Match> {
        let letters = Letters::of(typed);
        let worth = |at| {
            let word = self.word(at);
            match word.strip_prefix(typed) {
                Some("") => Some(WHOLE),
                Some(_) => Some(BEGINNING),
                None => word.contains(typed).then_some(INSIDE),
            }
        };
        let candidates = (0..self.len()).filter(|at| !letters.has_beyond(self.letters[*at], 0));
        candidates.filter_map(|word| Some(Match { word, worth: worth(word)?, exact: true })).collect()
    }

    /// Words with one error, or with two if none has one.
    fn with_errors(&self, typed: &str, chars: usize, allowed: u32, is_beginning: bool) -> Vec<Match> {
        let Some(pattern) = Pattern::new(typed) else { return Vec::new() };
        let letters = Letters::of(typed);
        let mut found = Vec::new();
        let mut most = allowed;
        for (at, letters_of_word) in self.letters.iter().enumerate() {
            if letters.has_beyond(*letters_of_word, most) || self.words[at].inside {
                continue;
            }
            let is_of_length = usize::from(self.words[at].chars).abs_diff(chars) <= most as usize;
            let may_be_whole = is_of_length && !letters_of_word.has_beyond(letters, most);
            if !may_be_whole && !is_beginning {
                continue;
            }
            let distance = pattern.distance(self.word(at));
            let as_beginning = distance.whole > most;
            let errors = if as_beginning { distance.beginning } else { distance.whole };
            if errors == 0 || errors > most || as_beginning && !is_beginning {
                continue;
            }
            if errors < most {
                found.clear();
                most = errors;
            }
            let same_first = self.word(at).chars().next() == typed.chars().next();
            found.push(Match { word: at, worth: worth_with(errors, same_first, as_beginning), exact: false });
        }
        found
    }

    /// The nearest words, of those that `is_wanted`, for where nothing matches.
    pub(super) fn closest(
        &self,
        typed: &str,
        is_last: bool,
        is_wanted: impl Fn(usize) -> bool,
    ) -> Vec<Match> {
        let Some(pattern) = Pattern::new(typed) else { return Vec::new() };
        let letters = Letters::of(typed);
        let chars = pattern.chars();
        let worth = |at: usize| {
            let distance = pattern.distance(self.word(at));
            let longer = u32::from(self.words[at].chars).max(chars);
            let whole = longer.saturating_sub(distance.whole) * CLOSE / longer;
            let beginning = chars.saturating_sub(distance.beginning) * CLOSE / chars;
            if is_last { whole.max(beginning * NEAR_BEGINNING / 10) } else { whole }
        };
        let candidates =
            (0..self.len()).filter(|at| letters.shares_with(self.letters[*at]) && is_wanted(*at));
        let mut found: Vec<Match> = candidates
            .map(|word| Match { word, worth: worth(word), exact: false })
            .filter(|candidate| candidate.worth > 0)
            .collect();
        if found.len() > MOST_CLOSE {
            found.select_nth_unstable_by_key(MOST_CLOSE, |found| (Reverse(found.worth), found.word));
            found.truncate(MOST_CLOSE);
        }
        found
    }
}

fn worth_with(errors: u32, same_first: bool, as_beginning: bool) -> Worth {
    let worth = if errors == 1 { ONE_ERROR } else { TWO_ERRORS };
    let worth = if same_first { worth } else { worth * OTHER_FIRST_LETTER / 10 };
    if as_beginning { worth * NEAR_BEGINNING / 10 } else { worth }
}

/// How many errors a typed word may have. A short word and a code (GB34) mean what they say; a word that the
/// documents know is more likely meant than not, so only the nearest of its neighbours are shown, after it.
fn errors_allowed(typed: &str, chars: usize, is_word: bool, is_found: bool) -> u32 {
    if typed.bytes().any(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    match chars {
        0..=2 => 0,
        3 => u32::from(!is_found),
        4 => u32::from(!is_word),
        5 => 1,
        _ if is_found => 1,
        _ => 2,
    }
}

/// Which letters a word has, a bit each; rare letters share bits, so two words may only seem to have one in common.
#[derive(Clone, Copy, Debug)]
struct Letters(u64);

impl Letters {
    fn of(word: &str) -> Self {
        Self(word.chars().fold(0, |bits, c| bits | 1 << Self::bit(c)))
    }

    fn bit(c: char) -> u32 {
        match c {
            'a'..='z' => u32::from(c) - u32::from('a'),
            '0'..='9' => 26 + u32::from(c) - u32::from('0'),
            _ => 36 + u32::from(c) % 28,
        }
    }

    /// Whether the other word lacks more of these than `most`, two at most: then more than so many errors lie between the two.
    fn has_beyond(self, other: Self, most: u32) -> bool {
        let without_one = |letters: u64| letters & letters.wrapping_sub(1);
        let missing = self.0 & !other.0;
        match most {
            0 => missing != 0,
            1 => without_one(missing) != 0,
            _ => without_one(without_one(missing)) != 0,
        }
    }

    fn shares_with(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
