use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::kinds::{KINDS, Kind};
use crate::source::{Files, read_dir};
use crate::validate::faults;
use crate::{schemas, write};

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/content")
}

/// The content files that the core reads: the figure's have a reader of their own.
fn content_files() -> Files {
    let mut files = read_dir(&content()).unwrap();
    files.retain(|file, _| !file.starts_with("schema/") && !file.starts_with("figures/"));
    files
}

fn kind(file: &str) -> &'static Kind {
    let kinds: Vec<_> = KINDS.iter().filter(|kind| kind.is_of(file)).collect();
    assert_eq!(kinds.len(), 1, "{file} is of {} kinds", kinds.len());
    kinds[0]
}

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    let committed = read_dir(&content().join("schema")).unwrap();
    assert_eq!(committed, schemas().unwrap(), "`cargo xtask content --schema` writes them");
}

#[test]
fn every_content_file_is_as_its_schema_says() {
    for (file, text) in content_files() {
        let found = faults(&kind(&file).schema(), &serde_json::from_str(&text).unwrap());
        assert!(found.is_empty(), "{file}: {found:#?}");
    }
}

#[test]
fn every_kind_has_a_file() {
    let files = content_files();
    let without: Vec<_> = KINDS.iter().filter(|kind| !files.keys().any(|file| kind.is_of(file))).collect();
    assert_eq!(without.iter().map(|kind| kind.schema).collect::<Vec<_>>(), [""; 0]);
}

/// A real file with one thing changed, and what the schema says to it.
fn changed(file: &str, place: &str, to: Value) -> Vec<String> {
    let mut value: Value = serde_json::from_str(&content_files()[file]).unwrap();
    *value.pointer_mut(place).unwrap() = to;
    faults(&kind(file).schema(), &value)
}

#[test]
fn a_file_that_the_core_would_refuse_is_told_with_its_place() {
    let file = "movements/shoulder-circles.json";
    assert_eq!(changed(file, "/order", json!("first")), [".order: is no \"integer\""]);
    assert_eq!(changed(file, "/order", json!(-1)), [".order: is too small or too large"]);
    assert_eq!(changed(file, "/kind", json!("dance")), [".kind: is none of these"]);
    assert_eq!(changed(file, "/origin", json!(3)), [".origin: is no \"string\""]);
    assert_eq!(
        changed(file, "/variants/0/beats/0", json!({ "beat": "rise", "from": 0, "too": 500 })).len(),
        2
    );
    assert_eq!(
        changed(file, "/body_areas/0", json!({ "origin": "proposed" })),
        [".body_areas[0]: lacks area"]
    );
    assert_eq!(changed(file, "", json!([])), [": is no \"object\""]);
    let outlines = "/views/0/outlines/0/0";
    assert!(!changed("body-map.json", outlines, json!([1, 2, 3])).is_empty());
    assert!(!changed("body-map.json", outlines, json!([1])).is_empty());
}

#[test]
fn words_may_be_fewer_and_no_others() {
    let file = "en/movements/shoulder-circles.json";
    assert_eq!(changed(file, "", json!({ "name": "Schulterkreise" })), [""; 0]);
    assert_eq!(changed(file, "/variants/shoulder-circles", json!({})), [""; 0]);
    assert_eq!(changed(file, "", json!({ "nmae": "Schulterkreise" })), [".nmae: is not allowed"]);
    assert_eq!(changed(file, "/summary", json!(["Circles."])), [".summary: is no \"string\""]);
}

#[test]
#[should_panic(expected = "no rule for `pattern`")]
fn a_keyword_without_a_rule_is_not_passed_over() {
    faults(&json!({ "pattern": "x" }), &json!("y"));
}

#[test]
fn what_is_written_is_read_again_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let schemas = schemas().unwrap();
    write(&schemas, folder.path()).unwrap();
    assert_eq!(read_dir(folder.path()).unwrap(), schemas);
    let written = || std::fs::metadata(folder.path().join("movement.json")).unwrap().modified().unwrap();
    let before = written();
    write(&schemas, folder.path()).unwrap();
    assert_eq!(written(), before);
}
