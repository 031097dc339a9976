use std::fs;

use super::super::super::check_dir;
use super::super::super::source::read_dir;
use super::{assert_fault, content, faults, faults_after};

const CIRCLES: &str = "movements/shoulder-circles.json";
const PHASE_1: &str = "routines/routine-phase-1.json";
const PLAN: &str = "plans/back-12-weeks.json";

#[test]
fn the_content_as_it_is_has_no_fault() {
    assert_eq!(faults_after(&[]), Vec::<String>::new());
}

#[test]
fn a_file_of_the_wrong_shape_is_named_with_its_field() {
    let file = "movements/shoulder-circles.json: shoulder-circles:";
    assert_fault(CIRCLES, "\"order\": 20", "\"ordr\": 20", &format!("{file} ordr: unknown field `ordr`"));
    assert_fault(
        CIRCLES,
        "\"motion\": \"shoulder-circles\"",
        "\"motion\": 3",
        &format!("{file} motion: invalid type"),
    );
    assert_fault(
        CIRCLES,
        "\"breath\": \"in\"",
        "\"breath\": \"inn\"",
        &format!("{file} breath: unknown variant `inn`"),
    );
    assert_fault(CIRCLES, "\"order\": 20,", "", &format!("{file} order: missing field `order`"));
    assert_fault(CIRCLES, "{", "", &format!("{file} line 2: invalid type"));
}

#[test]
fn an_origin_that_is_no_origin_is_refused() {
    let origins = [
        "article 005, line 24",
        "article 000",
        "article 000, line 0",
        "article 000, lines 24",
        "article 000, line 24, 25",
        "article 000, lines 30-24",
        "article 000, line twelve",
        "our idea",
        "",
    ];
    for origin in origins {
        let to = format!("\"origin\": \"{origin}\"");
        let expected =
            format!("movements/shoulder-circles.json: shoulder-circles: origin: `{origin}` is no origin");
        assert_fault(CIRCLES, "\"origin\": \"article 000, line 24\"", &to, &expected);
    }
}

#[test]
fn an_item_without_an_origin_is_refused() {
    let from = "{ \"step\": \"rise\", \"breath\": \"in\", \"origin\": \"article 000, line 24\" }";
    let to = "{ \"step\": \"rise\", \"breath\": \"in\" }";
    assert_fault(
        CIRCLES,
        from,
        to,
        "movements/shoulder-circles.json: shoulder-circles: origin: missing field `origin`",
    );
}

#[test]
fn an_id_is_the_name_of_its_file() {
    let faults = faults_after(&[(CIRCLES, "\"id\": \"shoulder-circles\"", "\"id\": \"circles\"")]);
    assert!(
        faults.contains(&format!("{CIRCLES}: circles: id: `circles` is not the name of the file")),
        "{faults:#?}"
    );
}

#[test]
fn two_movements_cannot_have_the_same_place() {
    let expected =
        "movements/spinal-wave.json: spinal-wave: order: 20 is already taken by `shoulder-circles`";
    assert_fault("movements/spinal-wave.json", "\"order\": 30", "\"order\": 20", expected);
}

#[test]
fn a_movement_refers_to_what_is_there() {
    let flow = "movements/full-spinal-flow.json";
    assert_fault(
        "movements/torso-twists.json",
        "\"caution-osteoporosis\"",
        "\"caution-brittle\"",
        "movements/torso-twists.json: torso-twists: cautions[1]: there is no caution `caution-brittle`",
    );
    let faults =
        faults_after(&[(flow, "\"torso-twists\", \"forward-fold\"]", "\"twists\", \"forward-fold\"]")]);
    assert_eq!(
        faults,
        [
            format!("{flow}: full-spinal-flow: parts[1]: there is no form of a movement `twists`"),
            format!(
                "{flow}: full-spinal-flow: variants[0].beats[2].part: `torso-twists` is not among the parts"
            ),
            format!(
                "{flow}: full-spinal-flow: variants[0].beats[3].part: `torso-twists` is not among the parts"
            ),
        ]
    );
    let faults = faults_after(&[(flow, "\"torso-twists\", \"forward-fold\"]", "\"full-spinal-flow\"]")]);
    let itself = format!("{flow}: full-spinal-flow: parts[1]: a movement is no part of itself");
    assert!(faults.contains(&itself), "{faults:#?}");
}

#[test]
fn a_form_belongs_to_its_movement() {
    let from = "\"id\": \"spinal-wave/seated-arch-round\"";
    let faults = faults_after(&[("movements/spinal-wave.json", from, "\"id\": \"wave/seated-arch-round\"")]);
    let expected = "movements/spinal-wave.json: spinal-wave: variants[0].id: `wave/seated-arch-round` is not of `spinal-wave`";
    assert!(faults.iter().any(|fault| fault == expected), "{faults:#?}");
}

#[test]
fn beats_follow_each_other_from_0_to_1000() {
    let beats = "movements/shoulder-circles.json: shoulder-circles: variants[0].beats";
    assert_fault(CIRCLES, "\"from\": 500", "\"from\": 400", &format!("{beats}[1].from: is 400, not 500"));
    assert_fault(CIRCLES, "\"from\": 0", "\"from\": 10", &format!("{beats}[0].from: is 10, not 0"));
    assert_fault(CIRCLES, "\"to\": 1000", "\"to\": 999", &format!("{beats}[1].to: is 999, not 1000"));
    let faults = faults_after(&[(CIRCLES, "\"to\": 500", "\"to\": 0")]);
    assert_eq!(faults[0], format!("{beats}[0].to: is 0, which is not after 0"));
}

#[test]
fn nothing_is_there_twice() {
    let circles = "movements/shoulder-circles.json: shoulder-circles:";
    assert_fault(
        CIRCLES,
        "{ \"posture\": \"standing\"",
        "{ \"posture\": \"seated\"",
        &format!("{circles} variants[0].postures[1]: the posture is there twice"),
    );
    let faults = faults_after(&[(CIRCLES, "\"step\": \"roll-back\"", "\"step\": \"rise\"")]);
    assert_eq!(faults[1], format!("{circles} variants[0].steps[1]: `rise` is there twice"));
}

#[test]
fn a_loop_takes_one_to_eight_breaths() {
    let expected =
        "movements/shoulder-circles.json: shoulder-circles: variants[0].breaths_per_loop: 0 is not 1 to 8";
    assert_fault(CIRCLES, "\"breaths_per_loop\": 1", "\"breaths_per_loop\": 0", expected);
}

#[test]
fn the_figure_can_show_a_movement_in_each_posture_it_offers() {
    let place = "movements/shoulder-circles.json: shoulder-circles: variants[0]";
    let motion = "\"motion\": \"shoulder-circles\"";
    assert_fault(CIRCLES, motion, "\"motion\": \"x\"", &format!("{place}.motion: there is no motion `x`"));
    let posture = "\"posture\": \"standing\"";
    let expected = format!("{place}.postures[1]: the motion `shoulder-circles` is not drawn in this posture");
    assert_fault(CIRCLES, posture, "\"posture\": \"lying\"", &expected);
}

#[test]
fn a_list_that_may_not_be_empty_is_not() {
    let circles = "movements/shoulder-circles.json: shoulder-circles:";
    let posture = "[\n        { \"posture\": \"seated\", \"origin\": \"article 000, line 16\" },\n        \
                   { \"posture\": \"standing\", \"origin\": \"article 000, line 16\" }\n      ]";
    let faults = faults_after(&[(CIRCLES, posture, "[]")]);
    assert!(faults.contains(&format!("{circles} variants[0].postures: is empty")), "{faults:#?}");
    let one = "{ \"variant\": \"centring-breath\", \"minutes\": 5, \"origin\": \"proposed\" }";
    let faults = faults_after(&[("routines/routine-gentle-day.json", one, "")]);
    let file = "routines/routine-gentle-day.json: routine-gentle-day:";
    let sum = format!("{file} minutes: is 5, but the segments add up to 0");
    assert_eq!(faults, [sum, format!("{file} segments: is empty for a choice, and for nothing else")]);
}

#[test]
fn minutes_are_1_to_120_and_add_up() {
    let file = "routines/routine-phase-1.json: routine-phase-1:";
    assert_fault(
        PHASE_1,
        "\"minutes\": 20",
        "\"minutes\": 21",
        &format!("{file} minutes: is 21, but the segments"),
    );
    let zero = faults_after(&[(PHASE_1, "\"minutes\": 2,", "\"minutes\": 0,"), (PHASE_1, "20", "18")]);
    assert_eq!(zero, [format!("{file} segments[4].minutes: 0 is not from 1 to 120 minutes")]);
    let long = faults_after(&[(PHASE_1, "\"minutes\": 2,", "\"minutes\": 121,"), (PHASE_1, "20", "139")]);
    assert_eq!(long.len(), 2, "{long:#?}");
}

#[test]
fn a_routine_names_forms_that_are_there() {
    let expected = "routines/routine-phase-1.json: routine-phase-1: segments[2].variant: there is no form of a movement `spinal-wave`";
    assert_fault(PHASE_1, "spinal-wave/seated-arch-round", "spinal-wave", expected);
}

#[test]
fn the_phases_of_a_plan_cover_its_weeks_without_a_gap() {
    let plan = "plans/back-12-weeks.json: back-12-weeks:";
    assert_fault(
        PLAN,
        "\"from_week\": 5",
        "\"from_week\": 6",
        &format!("{plan} phases[1].from_week: is 6, not 5"),
    );
    assert_fault(
        PLAN,
        "\"to_week\": 12",
        "\"to_week\": 11",
        &format!("{plan} phases: end with week 11, and the plan does not"),
    );
    let routine = "\"routine\": \"routine-phase-2\"";
    let expected = format!("{plan} phases[1].routine: there is no routine `routine-5`");
    assert_fault(PLAN, routine, "\"routine\": \"routine-5\"", &expected);
}

#[test]
fn what_a_plan_presets_can_be_kept() {
    let plan = "plans/back-12-weeks.json: back-12-weeks:";
    assert_fault(
        PLAN,
        "\"08:00\"",
        "\"8:00\"",
        &format!("{plan} time: `8:00` is no time: write it as 08:00"),
    );
    assert_fault(PLAN, "\"08:00\"", "\"24:00\"", &format!("{plan} time: `24:00` is no time"));
    assert_fault(
        PLAN,
        "\"sunday\"",
        "\"monday\"",
        &format!("{plan} usual.days[1]: the days are not in order"),
    );
    assert_fault(PLAN, "[10, 15]", "[15, 10]", &format!("{plan} ramp.minutes: does not grow"));
    assert_fault(PLAN, "[10, 15]", "[0, 15]", &format!("{plan} ramp.minutes[0]: 0 is not from 1 to 120"));
    assert_fault(PLAN, "\"most\": 4", "\"most\": 2", &format!("{plan} frequency.most: 2 is not 3 to 7"));
    let allowed = "\"least\": 2, \"most\": 7";
    let fewer = "\"least\": 0, \"most\": 7";
    assert_fault(PLAN, allowed, fewer, &format!("{plan} allowed.least: 0 is not 1 to 3"));
    let more = "\"least\": 2, \"most\": 8";
    assert_fault(PLAN, allowed, more, &format!("{plan} allowed.most: 8 is not 4 to 7"));
    let often = ("\"times_a_day\": 1", "\"times_a_day\": 4");
    assert_fault(PLAN, often.0, often.1, &format!("{plan} allowed.times_a_day: 4 is not 1 to 3"));
    assert_fault(
        PLAN,
        "\"sessions\": 3",
        "\"sessions\": 0",
        &format!("{plan} goal_floor.sessions: 0 is not 1 to 14"),
    );
}

#[test]
fn comfort_alone_leads_to_more_and_high_pain_alone_to_the_screening() {
    let offers = "offers.json";
    let fault = |field: &str, problem: &str| format!("offers.json: offers: rules{field}: {problem}");
    let longer = (
        "\"stop-sign\",\n      \"offer\": \"easier-week\"",
        "\"stop-sign\",\n      \"offer\": \"next-length\"",
    );
    assert_fault(offers, longer.0, longer.1, &fault("[1].offer", "comfort alone leads to more"));
    let eased = ("\"offer\": \"screening\"", "\"offer\": \"easier-week\"");
    assert_fault(offers, eased.0, eased.1, &fault("[0].offer", "high pain asks the screening again"));
    assert_fault(offers, "\"pain\": 6", "\"pain\": 11", &fault("[0].when", "a number in it is out of range"));
    assert_fault(
        offers,
        "\"within_days\": 7",
        "\"within_days\": 0",
        &fault("[1].within_days", "0 is not 1 to 84"),
    );
}

#[test]
fn every_number_of_the_evidence_has_a_source_and_is_within_reason() {
    let evidence = "evidence.json";
    let fault = |field: &str, problem: &str| format!("evidence.json: evidence: {field}: {problem}");
    let nobody =
        ("\"percent\": 30, \"source\": \"ostelo-2008\"", "\"percent\": 30, \"source\": \"nobody-1900\"");
    assert_fault(evidence, nobody.0, nobody.1, &fault("thresholds[0].source", "`nobody-1900` is no paper"));
    assert_fault(
        evidence,
        "\"points\": 3",
        "\"points\": 0",
        &fault("thresholds[1].points", "0 is not 1 to 10"),
    );
    assert_fault(
        evidence,
        "\"least\": 92",
        "\"least\": 192",
        &fault("trials", "`least`, `lower` and `most`"),
    );
    assert_fault(evidence, "\"10.1186/", "\"1186/", &fault("papers[2].doi", "does not begin with `10.`"));
    assert_fault(evidence, "10, 25", "25, 10", &fault("milestones.practices", "do not ascend"));
}

#[test]
fn a_file_that_nobody_reads_is_refused() {
    for name in
        ["movement/wave.json", "movements/wave.txt", "en/phrase.json", "english/phrases.json", "notes.md"]
    {
        let mut files = read_dir(&content()).unwrap();
        files.insert(name.into(), "{}".into());
        let faults = faults(&files);
        assert!(
            faults.len() == 1 && faults[0].contains("file: no content file has this name"),
            "{faults:#?}"
        );
    }
}

#[test]
fn the_version_of_the_content_begins_with_one() {
    let expected = "catalogue.json: catalogue: version: is 0: versions begin with 1";
    assert_fault("catalogue.json", "\"version\": 1", "\"version\": 0", expected);
}

#[test]
fn a_folder_is_checked_as_the_build_checks_it() {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in read_dir(&content()).unwrap() {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let summary = check_dir(folder.path()).unwrap();
    assert_eq!((summary.movements, summary.routines, summary.plans), (48, 15, 7));
    assert_eq!(summary.locales, ["en"]);

    let path = folder.path().join("movements/torso-twists.json");
    fs::write(&path, fs::read_to_string(&path).unwrap().replace("\"from\": 250", "\"from\": 300")).unwrap();
    let [fault] = check_dir(folder.path()).unwrap_err().try_into().unwrap();
    assert_eq!(fault.file, "movements/torso-twists.json");
    assert_eq!((fault.id.as_str(), fault.field.as_str()), ("torso-twists", "variants[0].beats[1].from"));
    assert_eq!(fault.problem, "is 300, not 250");
}

#[test]
fn a_folder_that_cannot_be_read_is_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let [fault] = check_dir(&folder.path().join("nowhere")).unwrap_err().try_into().unwrap();
    assert_eq!((fault.file.as_str(), fault.field.as_str()), (".", "file"));
}
