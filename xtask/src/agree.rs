//! Compares what the journeys gave in Rust, Kotlin and Swift: the same line for every step, byte for byte.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::log::Log;
use crate::repo::Repo;

/// The languages whose results are held against those of Rust, and the part that leaves them.
const OTHERS: [&str; 2] = ["kotlin", "swift"];

/// Compares the results in `target/journeys`, which the parts `core`, `kotlin` and `swift` left there.
pub(crate) fn check(repo: &Repo, log: &mut Log) -> Outcome {
    let results = repo.path("target/journeys");
    let mut steps = 0;
    for journey in files::entries(&repo.path("tests/journeys"))? {
        let Some(name) = journey.file_stem().map(|name| name.to_string_lossy().into_owned()) else {
            continue;
        };
        let rust = read(&results, &name, "rust", "core")?;
        for language in OTHERS {
            let other = read(&results, &name, language, language)?;
            if let Some(difference) = difference(&rust, &other) {
                return Err(Failure::Check(format!("{name}: {language} differs from rust at {difference}")));
            }
        }
        steps += rust.lines().count();
    }
    log.note(&format!("{steps} steps alike in three languages"));
    Ok(())
}

fn read(results: &Path, name: &str, language: &str, part: &str) -> Outcome<String> {
    let file = results.join(format!("{name}.{language}.json"));
    fs::read_to_string(&file).map_err(|_| {
        Failure::Check(format!("no results of {name} in {language}: `cargo xtask test {part}` leaves them"))
    })
}

/// The first line in which two results differ, and the text around the place.
fn difference(rust: &str, other: &str) -> Option<String> {
    if rust == other {
        return None;
    }
    let pairs = rust.lines().zip(other.lines()).enumerate();
    let Some((index, (ours, theirs))) = pairs.into_iter().find(|(_, (ours, theirs))| ours != theirs) else {
        return Some(format!("its end: {} steps and {}", rust.lines().count(), other.lines().count()));
    };
    let place = ours.bytes().zip(theirs.bytes()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| {
        let bytes = text.as_bytes();
        let part = &bytes[place.saturating_sub(60)..bytes.len().min(place + 60)];
        String::from_utf8_lossy(part).into_owned()
    };
    Some(format!("step {index}:\n  rust  …{}…\n  other …{}…", around(ours), around(theirs)))
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn equal_results_agree() {
        assert_eq!(difference("{}\n", "{}\n"), None);
    }

    #[test]
    fn the_first_step_that_differs_is_shown_from_both_sides() {
        let shown = difference("{\"a\":1}\n{\"a\":2}\n", "{\"a\":1}\n{\"a\":3}\n").unwrap();
        assert_eq!(shown, "step 1:\n  rust  …{\"a\":2}…\n  other …{\"a\":3}…");
    }

    #[test]
    fn a_step_that_is_missing_is_a_difference() {
        assert_eq!(difference("{}\n{}\n", "{}\n").unwrap(), "its end: 2 steps and 1");
    }
}
