//! Lives through every journey of `tests/journeys`, and makes sure that together they call everything.

#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests may; clippy sees only the test functions themselves

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[path = "../examples/journey/calls.rs"]
mod calls;
#[path = "../examples/journey/file.rs"]
mod file;
#[path = "../examples/journey/json.rs"]
mod json;
#[path = "../examples/journey/runner.rs"]
mod runner;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn journeys() -> Vec<PathBuf> {
    let folder = std::fs::read_dir(root().join("tests/journeys")).unwrap();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files
}

/// The results go to `target/journeys`, where those of Kotlin and Swift are laid beside them.
#[test]
fn every_journey_comes_to_its_end() {
    let results = root().join("target/journeys");
    std::fs::create_dir_all(&results).unwrap();
    for file in journeys() {
        let mut lines = String::new();
        let outcome = runner::run_file(&file, &mut |_, result| lines += &format!("{result}\n"));
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        std::fs::write(results.join(format!("{name}.rust.json")), lines).unwrap();
        if let Err(failure) = outcome {
            panic!("{failure:?}");
        }
    }
}

/// The names of the facade's methods, read from its source.
fn facade_methods() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/mingmen");
    let mut methods = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let source = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let names = source.lines().filter_map(|line| line.strip_prefix("    pub fn "));
        methods.extend(names.map(|line| line.split(['(', '<']).next().unwrap().to_owned()));
    }
    methods
}

#[test]
fn the_journeys_call_every_command_and_query() {
    let mut called = BTreeSet::from(["open".to_owned()]);
    for file in journeys() {
        let journey = file::read(&std::fs::read_to_string(file).unwrap()).unwrap();
        called.extend(journey.steps.into_iter().filter_map(|(_, step)| step.call));
    }
    let missing: Vec<String> = facade_methods().difference(&called).cloned().collect();
    assert!(missing.is_empty(), "no journey calls {missing:?}");
    assert!(facade_methods().len() > 25, "the facade's methods were not found");
}

fn run(text: &str) -> Result<(), runner::Failure> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("journey.json");
    std::fs::write(&file, text).unwrap();
    runner::run_file(&file, &mut |_, _| {})
}

fn journey(step: &str) -> String {
    let seed = "07".repeat(32);
    format!(
        "{{\"about\":\"a test\",\"zone\":\"UTC\",\"start\":\"2026-03-02T08:00:00Z\",\"seed\":\"{seed}\",\n\"steps\":[\n{step}\n]}}"
    )
}

#[test]
fn an_expectation_that_fails_says_where_and_what_came_instead() {
    let step = r#"{ "call": "today", "expect": { "week": { "days": [ { "state": "done" } ] } } }"#;
    let Err(runner::Failure::Unexpected(text)) = run(&journey(step)) else { panic!("it did not fail") };
    assert!(text.ends_with("journey.json:3: today: week.days: expected 1 items, found 7"), "{text}");
}

#[test]
fn a_journey_that_makes_no_sense_says_its_line() {
    let malformed = |step: &str| match run(&journey(step)) {
        Err(runner::Failure::Malformed(text)) => text.split("journey.json").last().unwrap().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(malformed(r#"{ "call": "fly" }"#), ":3: no command or query is called `fly`");
    assert_eq!(
        malformed(r#"{ "kill": true, "wait": true }"#),
        ":3: a step has exactly one of `call`, `kill`, `wait` and `phone`"
    );
    assert_eq!(
        malformed(r#"{ "call": "today", "args": { "day": 1 } }"#),
        ":3: `today` has no argument `day`"
    );
    assert!(malformed("{ \"call\":\n \"today\",\n \"when\": 1 }").starts_with(":5: unknown field `when`"));
    let no_such = malformed(r#"{ "call": "movement_page", "args": { "id": "$nothing" } }"#);
    assert_eq!(no_such, ":3: nothing was saved as $nothing");
}
