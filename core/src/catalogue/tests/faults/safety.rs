use super::{assert_fault, faults_after};

#[test]
fn the_screening_stays_short_and_begins_with_the_most_dangerous() {
    let file = "safety/screening.json";
    let place = "safety/screening.json: screening:";
    let line = "\"id\": \"line-fever\",\n          \"tier\": \"urgent\"";
    let faults = faults_after(&[(file, line, "\"id\": \"line-fever\",\n          \"tier\": \"now\"")]);
    assert_eq!(faults, [format!("{place} pages: a line of tier now is not on the first page")]);
    let line = "\"id\": \"line-accident\",\n          \"tier\": \"now\"";
    assert_fault(
        file,
        line,
        "\"id\": \"line-accident\",\n          \"tier\": \"urgent\"",
        &format!("{place} pages: the lines are not in the order now, urgent, soon"),
    );
    let faults = faults_after(&[(file, "redflag-stroke-signs", "redflag-chest-pain")]);
    assert!(
        faults.contains(&format!("{place} signs[1]: `redflag-chest-pain` is there twice")),
        "{faults:#?}"
    );
    assert_fault(file, "\"version\": 1", "\"version\": 0", &format!("{place} version: is 0"));
}

#[test]
fn a_soon_line_has_advice_and_the_others_have_none() {
    let words = "en/safety/screening.json";
    let from = "\"line-first-pain-age\": \"A first back pain at your age";
    let to = "\"line-fever\": \"A first back pain at your age";
    let place = "en/safety/screening.json: screening: advice";
    let faults = faults_after(&[(words, from, to)]);
    let expected = [
        format!("{place}.line-fever: nothing asks for it"),
        format!("{place}.line-first-pain-age: is missing"),
    ];
    assert_eq!(faults, expected);
}

#[test]
fn about_you_sets_cautions_and_leaves_out_movements_that_are_there() {
    let file = "safety/about-you.json";
    let place = "safety/about-you.json: about-you: screen-disc-or-serious";
    let caution = "[\"caution-herniated-disc\"]";
    assert_fault(file, caution, "[\"caution-disc\"]", &format!("{place}.cautions[0]: there is no caution"));
    assert_fault(
        file,
        "[\"forward-fold\", \"kidney-tapping-heel-drops\"]\n    },\n    {\n      \"id\": \"screen-compressed-nerve\"",
        "[\"fold\"]\n    },\n    {\n      \"id\": \"screen-compressed-nerve\"",
        &format!("{place}.leave_out[0]: there is no form of"),
    );
}

#[test]
fn a_day_that_hurts_has_a_routine_of_which_something_is_left() {
    let file = "safety/cautions.json";
    let place = "safety/cautions.json: cautions: when_it_hurts";
    assert_fault(
        file,
        "\"routine-phase-1\"",
        "\"routine-one\"",
        &format!("{place}.routine: there is no routine `routine-one`"),
    );
    assert_fault(
        file,
        "[\"torso-twists\"",
        "[\"torso-turns\"",
        &format!("{place}.leave_out[0]: there is no movement"),
    );
    let all =
        "[\"centring-breath\", \"shoulder-circles\", \"spinal-wave\", \"closing-breath\", \"torso-twists\"";
    assert_fault(
        file,
        "[\"torso-twists\"",
        all,
        &format!("{place}.leave_out: leaves nothing of `routine-phase-1`"),
    );
}

#[test]
fn a_stop_sign_is_in_the_list_that_its_next_step_asks_for() {
    let file = "safety/stop-signs.json";
    let place = "safety/stop-signs.json: stop-signs:";
    let dizzy = "\"stop-dizzy\", \"next\": \"rest\"";
    let grave = "\"stop-dizzy\", \"next\": \"emergency\"";
    assert_fault(file, dizzy, grave, &format!("{place} stop-dizzy.next: is emergency"));
    let chest = "\"stop-chest-pain\", \"next\": \"emergency\"";
    let calm = "\"stop-chest-pain\", \"next\": \"rest\"";
    assert_fault(file, chest, calm, &format!("{place} stop-chest-pain.next: is rest"));
}

#[test]
fn an_emergency_number_can_be_dialled() {
    let file = "safety/emergency-numbers.json";
    let place = "safety/emergency-numbers.json: emergency-numbers:";
    assert_fault(
        file,
        "\"GB\": \"999\"",
        "\"GB\": \"9-9-9\"",
        &format!("{place} numbers.GB: `9-9-9` cannot be"),
    );
    assert_fault(file, "\"GB\"", "\"UKX\"", &format!("{place} numbers.UKX: is no country code"));
    assert_fault(file, "\"ZZ\"", "\"ZY\"", &format!("{place} numbers.ZZ: is missing"));
}
