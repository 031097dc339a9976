//! Damaged content files are refused.

use crate::figure::library;

/// The error that a spoiled copy of a motion file gives.
fn error_after(find: &str, replace: &str) -> String {
    let json = include_str!("../../../content/figures/motion/spinal-wave.json");
    assert!(json.contains(find), "{find}");
    let spoiled = json.replacen(find, replace, 1);
    library::read_motion("motion/spinal-wave.json", &spoiled).unwrap_err().to_string()
}

#[test]
fn a_damaged_file_is_refused_with_file_id_and_field() {
    let errors = [
        error_after("\"id\": \"spinal-wave\"", "\"id\": \"spinal-tide\""),
        error_after("[0.03, -13]", "[1.03, -13]"),
        error_after("[0.47, 12]", "[0.02, 12]"),
        error_after("\"cycle_ms\": 10000", "\"cycle_ms\": 10"),
        error_after("{ \"seated\": 7042, \"standing\": 7081 }", "{ \"seated\": 7042 }"),
        error_after("\"out\": [0.5, 1.0]", "\"out\": [0.4, 1.0]"),
        error_after("\"key_poses\": [0, 0.5]", "\"key_poses\": [0]"),
        error_after("[\"seated\", \"standing\"]", "[]"),
        error_after("pelvis.flex", "pelvis.wobble"),
        error_after("\"seated\"", "\"hovering\""),
        error_after("\"lag\"", "\"lagg\""),
        error_after("[0.03, -13]", "[0.03, -13, \"bounce\"]"),
    ];
    insta::assert_snapshot!(errors.join("\n"));
}

#[test]
fn a_skeleton_without_a_range_or_a_source_is_refused() {
    let json = include_str!("../../../content/figures/skeleton.json");
    let knee = r#""knee": { "range": [0, 130], "source": "merck" },"#;
    assert!(json.contains(knee));
    let spoiled = [
        json.replacen(knee, "", 1),
        json.replacen("[0, 130]", "[130, 0]", 1),
        json.replacen(knee, r#""knee": { "range": [0, 130], "source": "hearsay" },"#, 1),
        json.replacen(knee, r#""knee": { "range": [0, 130] },"#, 1),
    ];
    insta::assert_snapshot!(spoiled.map(|j| library::read_skeleton(&j).unwrap_err().to_string()).join("\n"));
}

#[test]
fn every_bone_says_where_its_length_comes_from_and_every_source_says_what_was_looked_up() {
    let skeleton = library::skeleton().unwrap();
    let json = include_str!("../../../content/figures/skeleton.json");
    let file: serde_json::Value = serde_json::from_str(json).unwrap();
    for bone in file["bones"].as_object().unwrap().keys() {
        assert!(skeleton.bone_sources.contains_key(bone), "{bone}");
    }
    for (name, text) in skeleton.sources.iter().filter(|(name, _)| *name != "ours") {
        assert!(text.contains("Looked up: "), "{name}");
    }
}

#[test]
fn a_base_must_place_both_hands() {
    let json = include_str!("../../../content/figures/base/seated.json").replacen("\"both\"", "\"l\"", 1);
    let error = library::read_base("base/seated.json", &json).unwrap_err();
    insta::assert_snapshot!(error.to_string());
}
