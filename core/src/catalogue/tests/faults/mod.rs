//! The check finds what it is there to find: each test breaks the real content in one place.

mod facts;
mod measure;
mod safety;
mod words;

use std::path::{Path, PathBuf};

use super::super::source::{Files, check, load, read_dir};

pub(super) fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// Every fault of the content after each edit (file, text that is there, text in its place).
fn faults_after(edits: &[(&str, &str, &str)]) -> Vec<String> {
    let mut files = read_dir(&content()).unwrap();
    for (file, from, to) in edits {
        let text = files.get_mut(*file).unwrap_or_else(|| panic!("no file {file}"));
        assert!(text.contains(from), "{file} has no {from}");
        *text = text.replacen(from, to, 1);
    }
    faults(&files)
}

pub(super) fn faults(files: &Files) -> Vec<String> {
    let faults = load(files).map_or_else(|faults| faults, |content| check(&content));
    faults.iter().map(ToString::to_string).collect()
}

/// One edit leads to one fault, which begins with this.
#[track_caller]
fn assert_fault(file: &str, from: &str, to: &str, expected: &str) {
    let faults = faults_after(&[(file, from, to)]);
    assert!(faults.len() == 1 && faults[0].starts_with(expected), "expected {expected}\nfound {faults:#?}");
}
