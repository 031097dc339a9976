//! The pseudo-locale `en-XA`: English with every sentence marked, to find a sentence that is not content and a screen
//! that has no room for a longer language.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// How much longer a marked sentence is, in per cent: about as much as German or Finnish.
const LONGER: usize = 40;

/// Words of English, each sentence marked; keys are as they were.
pub(super) fn marked<T: Serialize + DeserializeOwned>(words: T) -> Result<T, serde_json::Error> {
    let mut words = serde_json::to_value(words)?;
    mark_all(&mut words);
    serde_json::from_value(words)
}

fn mark_all(words: &mut Value) {
    match words {
        Value::String(text) => *text = mark(text),
        Value::Array(list) => list.iter_mut().for_each(mark_all),
        Value::Object(fields) => fields.values_mut().for_each(mark_all),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// One sentence: accents on its letters, brackets around it, and strokes until it is long enough. What stands in
/// braces is filled in later and stays; a text of nothing but punctuation joins others and stays too.
fn mark(text: &str) -> String {
    if !text.contains(|c: char| c == '{' || c.is_alphabetic()) {
        return text.to_owned();
    }
    let mut in_braces = false;
    let letters = text.chars().map(|c| {
        in_braces = c == '{' || (in_braces && c != '}');
        if in_braces { c } else { accented(c) }
    });
    let length = text.chars().count();
    let strokes = (length * LONGER).div_ceil(100).saturating_sub(2);
    // In groups with a space before each, so that a line can break there as it does between words.
    let strokes = (0..strokes).map(|at| if at % 5 == 0 { ' ' } else { '~' });
    ["⟦".to_owned(), letters.collect(), strokes.collect(), "⟧".to_owned()].concat()
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "aceginorstuyzACEGINORSTUYZ";
    const ACCENTED: &str = "áçéğíñóŕšťúýžÁÇÉĞÍÑÓŔŠŤÚÝŽ";
    let pair = PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == letter);
    pair.map_or(letter, |(_, accented)| accented)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Catalogue, Learn};
    use super::{accented, mark};

    #[test]
    fn a_sentence_is_marked_longer_and_readable() {
        assert_eq!(mark("Good morning"), "⟦Ğóód móŕñíñğ ~~⟧");
        assert_eq!(mark("Week {week} of {weeks}"), "⟦Wéék {week} óf {weeks} ~~~~ ~⟧");
        assert_eq!(mark(" and "), "⟦ áñd ⟧");
        assert_eq!(mark("{day} {month}"), "⟦{day} {month} ~~~⟧");
    }

    #[test]
    fn punctuation_that_joins_others_stays() {
        assert_eq!((mark(", "), mark("")), (", ".into(), String::new()));
    }

    #[test]
    fn every_accented_letter_is_its_own() {
        assert_eq!("aceginorstuyzACEGINORSTUYZ".chars().filter(|c| accented(*c) == *c).count(), 0);
        assert_eq!(accented('d'), 'd');
    }

    proptest! {
        #[test]
        fn a_marked_sentence_is_at_least_two_fifths_longer(text in "[a-zA-Z{][ -z]{0,200}") {
            let marked = mark(&text);
            prop_assert!(marked.chars().count() * 10 >= text.chars().count() * 14);
            prop_assert!(marked.starts_with('⟦') && marked.ends_with('⟧'));
        }
    }

    #[test]
    fn ids_and_values_are_those_of_english_and_words_are_not() {
        let (english, marked) =
            (Catalogue::for_locale("en").unwrap(), Catalogue::for_locale("en-XA").unwrap());
        assert_eq!(marked.phrases().good_morning(), "⟦Ğóód móŕñíñğ ~~⟧");
        assert_eq!(marked.phrases().weekday_short(crate::zone::Weekday::Monday), "⟦Móñ⟧");
        assert_eq!(english.phrases().good_morning(), "Good morning");
        for (english, marked) in english.movements().iter().zip(marked.movements().iter()) {
            assert_eq!(
                (&english.id, &english.names, &english.origin),
                (&marked.id, &marked.names, &marked.origin)
            );
            assert_ne!(english.name, marked.name);
        }
        for (english, marked) in english.routines().iter().zip(marked.routines()) {
            assert_eq!((&english.id, &english.segments), (&marked.id, &marked.segments));
            assert_ne!(english.name, marked.name);
        }
    }

    #[test]
    fn what_can_be_read_is_marked_too() {
        let topics = Learn::for_locale("en-XA").unwrap().topics();
        assert_eq!(topics.len(), Learn::for_locale("en").unwrap().topics().len());
        for topic in topics {
            assert!(topic.title.starts_with('⟦'), "{}", topic.title);
            let items = topic.items.iter();
            let unmarked = items.flat_map(|item| &item.passages).find(|passage| !passage.text.contains('⟦'));
            assert_eq!(unmarked, None);
        }
    }

    #[test]
    fn other_regions_of_english_are_plain_english() {
        for locale in ["en-XB", "en-GB", "en_US"] {
            assert_eq!(Catalogue::for_locale(locale).unwrap().phrases().good_morning(), "Good morning");
        }
        assert_eq!(Catalogue::for_locale("en_XA").unwrap().phrases().good_morning(), "⟦Ğóód móŕñíñğ ~~⟧");
    }
}
