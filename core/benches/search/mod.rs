//! The worst query over the whole catalogue: thousands are tried, and the slowest of them are measured with care.
//!
//! A search runs with every letter typed, so none may be felt: over [`LIMIT`] the benchmark fails.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

use mingmen_core::catalogue::{Catalogue, Learn};
use mingmen_core::mingmen::Mingmen;

use crate::{Bench, RUNS, runs};

/// What the worst query may take.
const LIMIT: Duration = Duration::from_millis(2);

/// So many of the slowest at first sight are measured again.
const LOOKED_AT_AGAIN: usize = 12;

/// A query looks at so many characters.
const LENGTH: usize = 200;

/// Measures queries of a day and the worst. Whether all stay under the limit.
pub(crate) fn run(bench: &Bench, mingmen: &Mingmen) -> bool {
    let search = |query: &str| drop(black_box(mingmen.search(query).unwrap()));
    for (name, query) in [
        ("search a name", "spinal wave"),
        ("search a name with typing errors", "yonqan"),
        ("search one letter", "s"),
        ("search what is not there", "xylophone"),
    ] {
        bench.run(name, || search(query));
    }
    if !bench.wants("search, the worst query") {
        return true;
    }
    let queries = queries();
    let mut by_time: Vec<(Duration, &String)> =
        queries.iter().map(|query| (least_of_three(&search, query), query)).collect();
    by_time.sort_by(|one, other| other.cmp(one));
    let slowest =
        by_time.iter().take(LOOKED_AT_AGAIN).map(|(_, query)| (runs(|| search(query))[RUNS / 2], *query));
    let Some((worst, query)) = slowest.max() else { return false };
    let (micros, shown) = (worst.as_secs_f64() * 1e6, query.chars().take(60).collect::<String>());
    println!("{:<42} {micros:>10.2} µs   (of {}: {shown:?})", "search, the worst query", queries.len());
    if worst > LIMIT {
        println!("TOO SLOW: a query takes more than {} µs: {query:?}", LIMIT.as_micros());
    }
    worst <= LIMIT
}

fn least_of_three(search: &impl Fn(&str), query: &str) -> Duration {
    let time = |_| {
        let start = Instant::now();
        search(query);
        start.elapsed()
    };
    (0..3).map(time).min().unwrap_or_default()
}

/// Letters, pairs of letters, every title and sentence of the catalogue, each once more with an error and with two errors
/// in its words, and what nobody would type.
fn queries() -> BTreeSet<String> {
    let letters: Vec<String> = ('a'..='z').map(String::from).collect();
    let pairs = letters.iter().flat_map(|one| letters.iter().map(move |other| format!("{one}{other}")));
    let texts = texts();
    let words: BTreeSet<&str> = texts.iter().flat_map(|text| text.split_whitespace()).collect();
    let mut long: Vec<&str> = words.iter().copied().filter(|word| word.chars().count() >= 6).collect();
    long.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let one = |text: &str| each_word(text, &|word| swapped(word, 1));
    let two = |text: &str| each_word(text, &|word| format!("q{}", swapped(word, 2)));
    let made = texts.iter().map(String::as_str).chain(words.iter().copied());
    let with_errors = made.flat_map(|text| [text.to_owned(), one(text), two(text)]);
    let long = long.chunks(12).flat_map(|some| [one(&some.join(" ")), two(&some.join(" "))]);
    let odd = [
        letters.join(" "),
        letters.concat(),
        "aeiou ".repeat(33),
        "the ".repeat(50),
        "eatnirsol ".repeat(20),
        "xxqxqj ".repeat(28),
        letters.iter().map(|letter| format!("{letter}xi ")).collect(),
        letters.iter().map(|letter| format!("{letter}abike ")).collect(),
        letters.iter().map(|letter| format!("s{letter} ")).collect(),
        letters.iter().map(|letter| format!("entris{letter} ")).collect(),
    ];
    let all = letters.iter().cloned().chain(pairs).chain(with_errors).chain(long).chain(odd);
    all.map(|query| query.chars().take(LENGTH).collect()).collect()
}

/// Every name and sentence that a search may find.
fn texts() -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    for movement in Catalogue::for_locale("en").unwrap().movements().iter() {
        texts.insert(movement.name.clone());
        texts.insert(movement.summary.clone());
        texts.extend(movement.names.iter().filter_map(|name| name.characters.clone()));
        texts.extend(
            movement.variants.iter().flat_map(|variant| &variant.steps).map(|step| step.text.clone()),
        );
    }
    for item in Learn::for_locale("en").unwrap().topics().iter().flat_map(|topic| &topic.items) {
        texts.insert(item.title.clone());
        texts.extend(item.names.iter().filter_map(|name| name.characters.clone()));
        texts.extend(item.passages.iter().map(|passage| passage.text.clone()));
    }
    texts
}

fn each_word(text: &str, change: &dyn Fn(&str) -> String) -> String {
    text.split_whitespace().map(change).collect::<Vec<_>>().join(" ")
}

/// A word with its letters at a place and after it in the wrong order.
fn swapped(word: &str, at: usize) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if at + 1 < letters.len() {
        letters.swap(at, at + 1);
    }
    letters.into_iter().collect()
}
