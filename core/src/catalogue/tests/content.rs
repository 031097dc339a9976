//! The content against the articles' own facts and figures.

use super::super::{Catalogue, Origin, RoutineId, StepBreath, Variant};
use super::{english, movement, routine, short};
use crate::zone::{WallTime, Weekday};

/// What article 000 says of each movement: its lines, its postures (stated ones are marked with their line) and the
/// breath of each of its steps (`-` where it is silent, `p` before a step that we propose).
const MOVEMENTS: [(&str, &str, &str, &str); 14] = [
    ("centring-breath", "000:23, 30, 37", "seated 000:16, standing 000:16, lying p", "- deep -"),
    ("shoulder-circles", "000:24", "seated 000:16, standing 000:16", "in out p:out"),
    ("spinal-wave", "000:25; 002:19-20; 003:61-65", "seated 000:25, standing p", "- in out"),
    ("torso-twists", "000:26", "seated 000:16, standing 000:16", "- - -"),
    ("closing-breath", "000:27", "seated 000:16, standing 000:16, lying p", "- natural"),
    ("seated-rowing", "000:31", "seated 000:31", "- in out"),
    ("arm-lifts-with-breath", "000:32", "seated 000:16, standing 000:16", "in out -"),
    ("pelvic-tilt", "000:33", "seated 000:33, lying p", "- - - -"),
    ("closing-energy-collection", "000:34", "seated 000:16, standing 000:16", "p:- p:natural p:-"),
    ("full-spinal-flow", "000:38", "seated 000:16, standing 000:16", "- p:in p:out p:- p:out p:in"),
    ("forward-fold", "000:38", "seated p, standing p", "p:out p:in"),
    ("opening-the-chest", "000:39", "seated 000:16, standing 000:16", "in out"),
    ("energy-ball-rotation", "000:40", "seated 000:16, standing 000:16", "- -"),
    ("closing-meditation", "000:41", "seated 000:16, standing 000:16, lying p", "- - p:natural"),
];

fn postures(variant: &Variant) -> String {
    let offers =
        variant.postures.iter().map(|offer| format!("{} {}", offer.posture.as_str(), short(&offer.origin)));
    offers.collect::<Vec<_>>().join(", ")
}

fn breaths(variant: &Variant) -> String {
    let name = |breath| match breath {
        None => "-",
        Some(StepBreath::In) => "in",
        Some(StepBreath::Out) => "out",
        Some(StepBreath::Deep) => "deep",
        Some(StepBreath::Natural) => "natural",
    };
    let steps = variant.steps.iter().map(|step| match step.origin {
        Origin::Source { .. } => name(step.breath).to_owned(),
        _ => format!("p:{}", name(step.breath)),
    });
    steps.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_plan_has_the_articles_fourteen_movements_in_its_order() {
    let ids: Vec<_> = english().movements().iter().take(14).map(|movement| movement.id.as_str()).collect();
    assert_eq!(ids, MOVEMENTS.map(|(id, ..)| id));
}

#[test]
fn every_movement_has_the_articles_lines_postures_and_breath() {
    for (id, lines, expected_postures, expected_breaths) in MOVEMENTS {
        let movement = movement(id);
        let variant = movement.variants.first().unwrap();
        assert_eq!(short(&movement.origin), lines, "{id}");
        assert_eq!(postures(variant), expected_postures, "{id}");
        assert_eq!(breaths(variant), expected_breaths, "{id}");
        assert_eq!(variant.motion.as_deref(), Some(id));
    }
}

#[test]
fn a_stated_breath_in_is_the_first_half_of_the_loop_and_out_the_second() {
    let stated = [
        "centring-breath",
        "shoulder-circles",
        "spinal-wave",
        "seated-rowing",
        "arm-lifts-with-breath",
        "opening-the-chest",
    ];
    for id in stated {
        let variant = &movement(id).variants[0];
        let beats: Vec<_> =
            variant.beats.iter().map(|beat| (beat.breath, beat.from_permille, beat.to_permille)).collect();
        assert_eq!(beats, [(Some(StepBreath::In), 0, 500), (Some(StepBreath::Out), 500, 1000)], "{id}");
        assert_eq!(variant.breaths_per_loop, 1, "{id}");
    }
}

#[test]
fn a_movement_without_a_stated_breath_asks_for_none() {
    for (id, loops) in [("torso-twists", 2), ("pelvic-tilt", 1), ("energy-ball-rotation", 2)] {
        let variant = &movement(id).variants[0];
        assert!(variant.beats.iter().all(|beat| beat.breath.is_none()), "{id}");
        assert_eq!(variant.breaths_per_loop, loops, "{id}");
    }
    let twists: Vec<_> =
        movement("torso-twists").variants[0].beats.iter().map(|beat| beat.to_permille).collect();
    assert_eq!(twists, [250, 500, 750, 1000]);
}

#[test]
fn the_full_spinal_flow_links_wave_twist_and_fold_in_that_order() {
    let flow = movement("full-spinal-flow");
    let parts: Vec<_> = flow.parts.iter().map(|part| part.as_str()).collect();
    assert_eq!(parts, ["spinal-wave/seated-arch-round", "torso-twists", "forward-fold"]);

    let beats = &flow.variants[0].beats;
    let ends: Vec<_> = beats.iter().map(|beat| beat.to_permille).collect();
    assert_eq!(ends, [150, 300, 450, 650, 825, 1000]);
    let mut of_beats: Vec<_> = beats.iter().filter_map(|beat| beat.part.as_ref()).collect();
    of_beats.dedup();
    assert_eq!(of_beats, flow.parts.iter().collect::<Vec<_>>());
}

#[test]
fn the_routines_have_the_articles_movements_and_minutes() {
    let items = |id: &str| -> Vec<(String, u16, String)> {
        let segments = routine(id).segments.iter();
        segments.map(|item| (item.variant.0.clone(), item.minutes, short(&item.minutes_origin))).collect()
    };
    let expected = |items: &[(&str, u16, &str)]| -> Vec<(String, u16, String)> {
        items.iter().map(|(id, minutes, origin)| ((*id).into(), *minutes, (*origin).into())).collect()
    };
    let phase_1 = [
        ("centring-breath", 5, "000:23"),
        ("shoulder-circles", 3, "000:24"),
        ("spinal-wave/seated-arch-round", 5, "000:25"),
        ("torso-twists", 5, "000:26"),
        ("closing-breath", 2, "000:27"),
    ];
    let phase_2 = [
        ("centring-breath", 3, "000:30"),
        ("seated-rowing", 5, "000:31"),
        ("arm-lifts-with-breath", 5, "000:32"),
        ("pelvic-tilt", 5, "000:33"),
        ("closing-energy-collection", 3, "000:34"),
    ];
    let phase_3 = [
        ("centring-breath", 3, "000:37"),
        ("full-spinal-flow", 8, "000:38"),
        ("opening-the-chest", 5, "000:39"),
        ("energy-ball-rotation", 5, "000:40"),
        ("closing-meditation", 5, "000:41"),
    ];
    assert_eq!(items("routine-phase-1"), expected(&phase_1));
    assert_eq!(items("routine-phase-2"), expected(&phase_2));
    assert_eq!(items("routine-phase-3"), expected(&phase_3));
    assert_eq!(items("routine-first-breath"), expected(&[("centring-breath", 2, "p")]));
    assert_eq!(items("routine-gentle-day"), expected(&[("centring-breath", 5, "p")]));
}

#[test]
fn every_item_of_a_routine_belongs_to_the_movement_it_names() {
    for item in english().routines().iter().flat_map(|routine| &routine.segments) {
        let (movement, _) = english().variant(&item.variant).unwrap();
        assert_eq!(movement.id, item.movement);
    }
}

#[test]
fn the_plan_has_three_phases_of_four_weeks_and_three_to_four_sessions_a_week() {
    let plan = english().plan("back-12-weeks").unwrap();
    let phases: Vec<_> = plan
        .phases
        .iter()
        .map(|phase| {
            (
                phase.name.as_str(),
                phase.from_week,
                phase.to_week,
                phase.routine.as_ref().map(RoutineId::as_str),
            )
        })
        .collect();
    assert_eq!(
        phases,
        [
            ("Release and Relax", 1, Some(4), Some("routine-phase-1")),
            ("Strengthen and Stabilise", 5, Some(8), Some("routine-phase-2")),
            ("Flow and Integration", 9, Some(12), Some("routine-phase-3")),
        ]
    );
    assert_eq!((plan.weeks, plan.sessions_least, plan.sessions_most, plan.goal_floor), (Some(12), 3, 4, 3));
    assert_eq!(short(&plan.sessions_origin), "000:21");
}

#[test]
fn what_the_plan_presets_is_ours_and_says_so() {
    use Weekday::{Friday, Monday, Sunday, Wednesday};
    let plan = english().plan("back-12-weeks").unwrap();
    assert_eq!(plan.ramp_minutes, [10, 15]);
    assert_eq!(plan.usual_days, [vec![Monday, Wednesday, Friday], vec![Monday, Wednesday, Friday, Sunday]]);
    assert_eq!(Some(plan.usual_time), WallTime::from_hms_opt(8, 0, 0));
    assert_eq!((&plan.ramp_origin, &plan.usual_origin), (&Origin::Proposed, &Origin::Proposed));
}

#[test]
fn one_sensation_leads_to_the_stop_signs_and_it_is_the_last() {
    let wrong: Vec<_> = english().sensations().iter().map(|sensation| sensation.felt_wrong).collect();
    assert_eq!(wrong, [false, false, false, false, false, false, false, true]);
}

#[test]
fn a_language_that_is_not_there_falls_back_to_english() {
    for locale in ["en", "en-GB", "en_US", "ko", "", "zh-Hant-TW"] {
        let catalogue = Catalogue::for_locale(locale).unwrap();
        assert_eq!(catalogue.phrases().good_morning(), "Good morning", "{locale}");
    }
}

#[test]
fn what_is_not_there_is_none() {
    assert!(english().movement(&"heel-drops".into()).is_none());
    assert!(english().variant(&"spinal-wave".into()).is_none());
    assert!(english().routine(&"routine-phase-4".into()).is_none());
    assert!(english().plan("nerve").is_none());
}

#[test]
fn a_movement_reads_as_its_files_say() {
    insta::assert_json_snapshot!(movement("spinal-wave"));
}

#[test]
fn a_routine_reads_as_its_files_say() {
    insta::assert_json_snapshot!(routine("routine-phase-1"));
}

#[test]
fn a_plan_reads_as_its_files_say() {
    insta::assert_json_snapshot!(english().plan("back-12-weeks").unwrap());
}
