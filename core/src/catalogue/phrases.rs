//! The sentences that the core speaks, in one language.

use std::fmt::{self, Display};

use super::source::{PhrasesWords, SpeakingWords, phrase_list};
use crate::zone::Weekday;

/// Makes a key for each sentence, and a method that takes the values it is filled with.
///
/// The sentences themselves are a list and no struct with a field for each: to read one with hundreds of fields, serde writes a
/// function that takes the optimiser most of the time of a release build.
macro_rules! sentences {
    ($($key:ident($($value:ident),*): $doc:literal,)*) => {
        /// Where each sentence stands in the list.
        #[derive(Clone, Copy)]
        #[allow(non_camel_case_types)] // they are called as in the content
        enum Key {
            $($key,)*
        }

        /// The keys in the order of the list.
        const KEYS: &[&str] = &[$(stringify!($key),)*];

        /// The sentences. Each method takes the values that its sentence is filled with, so a sentence cannot be
        /// spoken with a value missing.
        impl Phrases {
            $(
                #[doc = $doc]
                #[must_use]
                pub fn $key(&self $(, $value: impl Display)*) -> String {
                    fill(self.sentence(Key::$key), &[$((stringify!($value), &$value)),*])
                }
            )*
        }
    };
}

/// Every sentence that the core speaks, in one language, and the names of days, months and numbers.
///
/// ```
/// # fn main() -> Result<(), mingmen_core::catalogue::CatalogueError> {
/// use mingmen_core::catalogue::Catalogue;
///
/// let phrases = Catalogue::for_locale("en")?.phrases();
/// assert_eq!(phrases.week_of(3, 12), "Week 3 of 12");
/// assert_eq!(phrases.minutes(1), "1 minute");
/// assert_eq!(phrases.reminder_text(phrases.number_capital(20)), "Twenty quiet minutes, when you are ready.");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Phrases {
    /// In the order of `KEYS`.
    sentences: Vec<String>,
    weekdays: Vec<String>,
    weekdays_short: Vec<String>,
    months: Vec<String>,
    numbers: Vec<String>,
    speaking: SpeakingWords,
}

phrase_list!(sentences);

impl Phrases {
    /// Takes the words of a language that have been checked.
    ///
    /// # Errors
    /// The key of a sentence that is not there, or is there and not listed.
    pub(super) fn new(words: &PhrasesWords) -> Result<Self, String> {
        let sentence = |key: &&str| words.sentences.get(*key).cloned().ok_or_else(|| (*key).to_owned());
        let sentences: Vec<String> = KEYS.iter().map(sentence).collect::<Result<_, _>>()?;
        if sentences.len() < words.sentences.len() {
            let unlisted = words.sentences.keys().find(|key| !KEYS.contains(&key.as_str()));
            return Err(unlisted.cloned().unwrap_or_default());
        }
        Ok(Self {
            sentences,
            weekdays: words.weekdays.clone(),
            weekdays_short: words.weekdays_short.clone(),
            months: words.months.clone(),
            numbers: words.numbers.clone(),
            speaking: words.speaking,
        })
    }

    fn sentence(&self, key: Key) -> &str {
        text_at(&self.sentences, key as usize)
    }

    /// Milliseconds that a character takes to say, at a calm pace: an estimate (proposed).
    #[must_use]
    pub fn ms_per_character(&self) -> u32 {
        self.speaking.ms_per_character
    }

    /// Milliseconds of silence after a sentence (proposed).
    #[must_use]
    pub fn ms_between_sentences(&self) -> u32 {
        self.speaking.ms_between
    }

    /// A weekday in full: "Wednesday".
    #[must_use]
    pub fn weekday(&self, day: Weekday) -> &str {
        text_at(&self.weekdays, day as usize)
    }

    /// A weekday where space is small: "Wed".
    #[must_use]
    pub fn weekday_short(&self, day: Weekday) -> &str {
        text_at(&self.weekdays_short, day as usize)
    }

    /// A month by its number, 1 to 12: "May". Any other number gives an empty text.
    #[must_use]
    pub fn month(&self, month: u32) -> &str {
        month
            .checked_sub(1)
            .and_then(|index| usize::try_from(index).ok())
            .map_or("", |i| text_at(&self.months, i))
    }

    /// A number as a word in small letters, "twenty", or as digits beyond twenty-six.
    #[must_use]
    pub fn number(&self, number: u32) -> String {
        let word = usize::try_from(number).ok().and_then(|index| self.numbers.get(index));
        word.cloned().unwrap_or_else(|| number.to_string())
    }

    /// A number as a word to begin a sentence with: "Twenty".
    #[must_use]
    pub fn number_capital(&self, number: u32) -> String {
        let word = self.number(number);
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// Minutes, counted: "1 minute", "20 minutes".
    #[must_use]
    pub fn minutes(&self, count: u32) -> String {
        if count == 1 { self.minutes_one() } else { self.minutes_many(count) }
    }

    /// Movements, counted: "1 movement", "5 movements".
    #[must_use]
    pub fn movements(&self, count: u32) -> String {
        if count == 1 { self.movements_one() } else { self.movements_many(count) }
    }

    /// Practices in a file for a calendar app, counted.
    #[must_use]
    pub fn calendar_practices(&self, count: usize) -> String {
        if count == 1 { self.calendar_practices_one() } else { self.calendar_practices_many(count) }
    }

    /// Classes in a file for a calendar app, counted.
    #[must_use]
    pub fn calendar_classes(&self, count: usize) -> String {
        if count == 1 { self.calendar_classes_one() } else { self.calendar_classes_many(count) }
    }

    /// Practices, counted in digits: "212 practices".
    #[must_use]
    pub fn counted_practices(&self, count: u64) -> String {
        if count == 1 { self.counted_practices_one() } else { self.counted_practices_many(count) }
    }

    /// Check-ins, counted in digits.
    #[must_use]
    pub fn counted_check_ins(&self, count: u64) -> String {
        if count == 1 { self.counted_check_ins_one() } else { self.counted_check_ins_many(count) }
    }

    /// Small notes, counted in digits.
    #[must_use]
    pub fn counted_notes(&self, count: u64) -> String {
        if count == 1 { self.counted_notes_one() } else { self.counted_notes_many(count) }
    }

    /// Entries of other kinds, counted in digits.
    #[must_use]
    pub fn counted_others(&self, count: u64) -> String {
        if count == 1 { self.counted_others_one() } else { self.counted_others_many(count) }
    }

    /// Items in one line: "Mon, Wed, Fri".
    #[must_use]
    pub fn list(&self, items: &[&str]) -> String {
        items.join(&self.list_comma())
    }

    /// A number of pain, 0 to 10, as a word: "Moderate".
    #[must_use]
    pub fn pain(&self, pain: u8) -> String {
        match pain {
            0 => self.pain_none(),
            1..=3 => self.pain_mild(),
            4..=6 => self.pain_moderate(),
            _ => self.pain_severe(),
        }
    }
}

fn text_at(texts: &[String], index: usize) -> &str {
    texts.get(index).map_or("", String::as_str)
}

/// Puts values in the place of `{names}`. The check has made sure that every name has a value.
pub(crate) fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        filled.push_str(before);
        let value = values.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
        push(&mut filled, value.unwrap_or(&""));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn push(text: &mut String, value: &dyn Display) {
    // Writing into a String cannot fail.
    let _: fmt::Result = fmt::Write::write_fmt(text, format_args!("{value}"));
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_sentence_is_filled_in_the_order_of_its_own_words() {
        assert_eq!(fill("{b} then {a}.", &[("a", &1), ("b", &"two")]), "two then 1.");
    }

    #[test]
    fn a_value_that_looks_like_a_name_is_not_filled_again() {
        assert_eq!(fill("{a}", &[("a", &"{b}"), ("b", &"no")]), "{b}");
    }
}
