//! The rules of a routine made to measure.

use super::{assert_fault, faults_after};

const RULES: &str = "check/measure.json";
const WORDS: &str = "en/check/measure.json";

#[track_caller]
fn assert_rules(from: &str, to: &str, expected: &str) {
    assert_fault(RULES, from, to, &format!("{RULES}: measure: {expected}"));
}

#[track_caller]
fn assert_words(from: &str, to: &str, expected: &str) {
    assert_fault(WORDS, from, to, &format!("{WORDS}: measure: {expected}"));
}

#[test]
fn a_form_that_is_not_there_or_is_there_twice_is_refused() {
    let none = "forms.no-form.form: is no form of a movement";
    assert_rules("\"form\": \"pelvic-tilt\"", "\"form\": \"no-form\"", none);
    assert_rules(
        "\"form\": \"pelvic-tilt\"",
        "\"form\": \"silk-reeling\"",
        "forms[22]: `silk-reeling` is there twice",
    );
    assert_rules(
        "\"form\": \"pelvic-tilt\"",
        "\"form\": \"duck-walking\"",
        "forms.duck-walking.form: is done walking alone",
    );
    assert_rules(
        "\"form\": \"closing-breath\"",
        "\"form\": \"no-form\"",
        "closing[0].form: there is no form `no-form`",
    );
}

#[test]
fn minutes_that_leave_a_side_short_or_go_too_far_are_refused() {
    let hips = "\"form\": \"hip-circles-sink-qi\", \"way\": \"turn\", \"least\": 2, \"most\": 6";
    let odd = hips.replace("\"most\": 6", "\"most\": 5");
    assert_rules(hips, &odd, "forms.hip-circles-sink-qi.least: is odd, or `most` is");
    let turned = hips.replace("\"least\": 2", "\"least\": 8");
    assert_rules(hips, &turned, "forms.hip-circles-sink-qi.most: is less than `least`");
    let breath = "\"gentle\": true, \"least\": 2, \"most\": 10";
    let long = breath.replace("10", "16");
    assert_rules(breath, &long, "forms.abdominal-breathing.most: is more than the longest");
}

#[test]
fn every_length_and_every_day_has_its_rule() {
    assert_rules("[5, 10,", "[10, 5,", "minutes: do not rise");
    assert_rules("60],", "90],", "minutes: are not from 5 to 60");
    assert_rules(
        "\"from\": 5, \"movements\": 1",
        "\"from\": 6, \"movements\": 1",
        "lengths: do not rise from 5",
    );
    assert_rules("\"each\": 3", "\"each\": 0", "each: is not 1 to 10");
    assert_rules("\"opening\": 12", "\"opening\": 40", "days[0]: leaves less than 40 percent");
    let twice = faults_after(&[(RULES, "\"day\": \"sore\"", "\"day\": \"tired\"")]);
    let expected = ["days.sore: is not there once", "days.tired: is not there once"];
    assert_eq!(twice, expected.map(|fault| format!("{RULES}: measure: {fault}")));
    let closing = "\"form\": \"closing-breath\", \"from\": 5";
    assert_rules(closing, &closing.replace('5', "6"), "closing: has no form for the shortest routine");
}

#[test]
fn a_part_of_the_body_that_is_none_is_refused() {
    assert_rules(
        "\"everywhere\": \"whole-body\"",
        "\"everywhere\": \"tail\"",
        "everywhere: is no part of the body",
    );
    assert_rules(
        "\"arms\": [\"shoulders\"",
        "\"arms\": [\"tail\"",
        "near.arms[0]: there is no other part of the body `tail`",
    );
    assert_rules(
        "\"arms\": [\"shoulders\"",
        "\"arms\": [\"arms\"",
        "near.arms[0]: there is no other part of the body `arms`",
    );
}

#[test]
fn words_that_are_missing_or_are_not_filled_are_refused() {
    let again = "\"area-again\": \"After {before}, it returns to the {area}.\"";
    assert_words(again, &again.replace("{before}", "that"), "reasons.area-again: {before} is missing");
    assert_words(again, &again.replace("returns", "{after}"), "reasons.area-again: {after} is no value");
    assert_words("\"gentle\": \"It is gentle,", "\"gentle\": \"You must be gentle,", "reasons.gentle: says");
    let renamed = faults_after(&[(WORDS, "\"sore\": {", "\"bad\": {")]);
    let expected = ["days.bad: nothing asks for it", "days.sore: is missing"];
    assert_eq!(renamed, expected.map(|fault| format!("{WORDS}: measure: {fault}")));
}
