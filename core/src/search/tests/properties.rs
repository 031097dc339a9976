use proptest::prelude::*;
use proptest::sample::select;

use super::samples::{document, documents, find, index, lexicon};
use crate::search::fold::Words;
use crate::search::{Document, Index};

/// A title with the words of it that have at least so many letters.
fn title_and_word(least: usize) -> impl Strategy<Value = (Document, String)> {
    let pairs: Vec<(Document, String)> = documents()
        .into_iter()
        .flat_map(|document| {
            let words: Vec<String> = Words::of(&document.title)
                .iter()
                .filter(|word| word.len() >= least)
                .map(str::to_owned)
                .collect();
            words.into_iter().map(move |word| (document.clone(), word))
        })
        .collect();
    select(pairs)
}

/// One typing error in a word of ASCII letters.
fn with_error(word: &str, kind: u8, at: usize, letter: u8) -> String {
    let mut letters = word.as_bytes().to_vec();
    let at = at % letters.len();
    match kind % 4 {
        0 => letters.insert(at, letter),
        1 => drop(letters.remove(at)),
        2 => letters[at] = letter,
        _ => {
            let other = (at + 1).min(letters.len() - 1);
            letters.swap(at, other);
        }
    }
    String::from_utf8(letters).unwrap()
}

fn a_line() -> impl Strategy<Value = String> {
    prop_oneof!["[a-e -]{0,12}", "(qi|gong|wave|back|spinal| |-|'|命|门|명|é){0,8}", any::<String>()]
}

prop_compose! {
    fn a_document()(
        title in a_line(),
        names in proptest::collection::vec(a_line(), 0..3),
        tags in proptest::collection::vec(a_line(), 0..3),
        text in proptest::collection::vec(a_line(), 0..4),
    ) -> Document {
        Document { id: title.clone(), title, names, tags, text }
    }
}

proptest! {
    #[test]
    fn no_query_is_too_much(query in any::<String>()) {
        let found = find(&query);
        prop_assert!(found.hits.len() <= 10 && found.nearest.len() <= 3);
        prop_assert!(found.hits.is_empty() || found.nearest.is_empty());
    }

    #[test]
    fn no_library_is_too_much(library in proptest::collection::vec(a_document(), 0..8), query in a_line()) {
        let found = Index::with_lexicon(library.clone(), &lexicon());
        let found = found.search(&query, usize::MAX);
        prop_assert!(found.hits.is_sorted_by(|one, next| one.score >= next.score));
        let mut places: Vec<usize> = found.hits.iter().map(|hit| hit.place).collect();
        places.sort_unstable();
        places.dedup();
        prop_assert_eq!(places.len(), found.hits.len());
        for hit in found.hits.iter().chain(&found.nearest) {
            let document = &library[hit.place];
            prop_assert_eq!(hit.id, &document.id);
            prop_assert!(hit.sentence.is_none_or(|sentence| document.text.iter().any(|line| line == sentence)));
        }
    }

    #[test]
    fn the_same_library_answers_the_same(library in proptest::collection::vec(a_document(), 0..8), query in a_line()) {
        let (one, other) = (Index::new(library.clone()), Index::new(library));
        prop_assert_eq!(one.search(&query, 10), other.search(&query, 10));
    }

    #[test]
    fn every_title_finds_its_page_first(document in select(documents())) {
        prop_assert_eq!(find(&document.title).hits[0].id, document.id);
    }

    #[test]
    fn one_error_in_a_title_still_finds_it(
        (document, word) in title_and_word(5), kind in any::<u8>(), at in any::<usize>(), letter in b'a'..=b'z',
    ) {
        let typed = with_error(&word, kind, at, letter);
        let title = Words::of(&document.title).iter().map(|other| if other == word { &typed } else { other }).collect::<Vec<_>>().join(" ");
        for query in [&typed, &title] {
            prop_assert!(find(query).hits.iter().any(|hit| hit.id == document.id), "{query}");
        }
    }

    #[test]
    fn every_beginning_of_a_title_word_finds_it((document, word) in title_and_word(3), cut in any::<usize>()) {
        let typed = &word[..3 + cut % (word.len() - 2)];
        let found = index().search(typed, usize::MAX);
        prop_assert!(found.hits.iter().any(|hit| hit.id == document.id), "{typed}");
    }

    #[test]
    fn case_and_gaps_change_nothing((document, word) in title_and_word(1)) {
        let loud = format!("  {}\t", word.to_uppercase());
        prop_assert_eq!(find(&loud), find(&word), "{}", document.title);
    }

    #[test]
    fn what_is_in_a_library_is_found_in_it(words in proptest::collection::vec("[a-z]{2,9}", 1..60), at in any::<usize>()) {
        let library = words.chunks(3).map(|words| document(&words.join(" "), "", &[], &[], &[&words.join(" ")]));
        let word = &words[at % words.len()];
        let index = Index::new(library);
        let found = index.search(word, usize::MAX);
        prop_assert!(found.hits.iter().any(|hit| hit.id.split(' ').any(|other| other == word)), "{word}");
    }
}
