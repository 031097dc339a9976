//! Whoever is chosen, the clips stay what a body can do, and what one can see.

use super::clip::Stage;
use super::colour::Rgb;
use super::looks::HAIR_CONTRAST;
use super::*;
use crate::figure::body::Pose;

/// Skin stands out from what is behind it by this much at least: light skin on the light stage is the hardest pair.
const SKIN_CONTRAST: f64 = 1.4;
/// Eyelids and mouth on skin.
const LINE_CONTRAST: f64 = 1.8;

const STIFF: FigureChoices = FigureChoices {
    build: FigureBuild::Middle,
    age: FigureAge::Younger,
    skin: FigureSkin::Tan,
    hair: FigureHair::DarkBrown,
    hair_style: FigureHairStyle::Bun,
    range: FigureRange::Smaller,
};

fn rgb(number: u32) -> Rgb {
    let [_, red, green, blue] = number.to_be_bytes();
    Rgb([red, green, blue])
}

/// The poses of a motion at some phases, as this person shows it.
fn poses(motion: &str, base: &str, choices: &FigureChoices, count: u32) -> Vec<Pose> {
    on_stage(motion, base, choices, |stage: &Stage<'_>| stage.even_poses(count)).unwrap()
}

fn every_motion(mut look: impl FnMut(&str, &str)) {
    for motion in motions().unwrap() {
        motion.bases.iter().for_each(|base| look(&motion.id, base));
    }
}

fn faults_of(choices: &FigureChoices) -> Vec<String> {
    let mut wrong = vec![];
    every_motion(|motion, base| {
        let list: Vec<String> =
            faults(motion, base, choices).unwrap().iter().map(ToString::to_string).collect();
        if !list.is_empty() {
            wrong.push(format!("{motion} {base}: {}", list.join(", ")));
        }
    });
    wrong
}

#[test]
fn a_smaller_range_asks_for_nothing_that_a_body_cannot_do() {
    assert_eq!(faults_of(&STIFF), Vec::<String>::new());
}

#[test]
fn an_older_and_fuller_person_can_do_every_motion() {
    let choices = FigureChoices { age: FigureAge::Older, build: FigureBuild::Fuller, ..STIFF };
    assert_eq!(faults_of(&choices), Vec::<String>::new());
    assert_eq!(faults_of(&FigureChoices { range: FigureRange::Full, ..choices }), Vec::<String>::new());
}

#[test]
fn a_smaller_range_bends_three_fifths_as_far_and_breathes_as_before() {
    let usual = poses("spinal-wave", "seated", &FigureChoices::default(), 48);
    let stiff = poses("spinal-wave", "seated", &STIFF, 48);
    let bend = |poses: &[Pose]| {
        let flex: Vec<f64> = poses.iter().map(|q| q.channels.spine[1][0]).collect();
        flex.iter().copied().fold(f64::MIN, f64::max) - flex.iter().copied().fold(f64::MAX, f64::min)
    };
    assert!((bend(&stiff) / bend(&usual) - 0.6).abs() < 1e-9);
    let (usual, stiff) =
        (clip("spinal-wave", "seated", &FigureChoices::default()), clip("spinal-wave", "seated", &STIFF));
    let (usual, stiff) = (usual.unwrap(), stiff.unwrap());
    assert_eq!((usual.cycle_ms, usual.breaths), (stiff.cycle_ms, stiff.breaths));
    let breath = |choices| {
        poses("centring-breath", "seated", choices, 24).iter().map(|q| q.channels.belly_swell).collect()
    };
    let (before, after): (Vec<f64>, Vec<f64>) = (breath(&FigureChoices::default()), breath(&STIFF));
    assert_eq!(before, after);
}

#[test]
fn hands_that_touch_still_touch_in_a_smaller_range() {
    for (motion, base) in [("opening-the-chest", "standing"), ("torso-twists", "seated")] {
        let apart = |choices| {
            let q = &poses(motion, base, choices, 4)[0];
            (q.arms[0].palm - q.arms[1].palm).length()
        };
        assert!((apart(&STIFF) - apart(&FigureChoices::default())).abs() < 1e-6, "{motion}");
    }
    for motion in ["self-massage", "jm-tapping"] {
        for (a, b) in poses(motion, "seated", &STIFF, 16).iter().zip(poses(
            motion,
            "seated",
            &FigureChoices::default(),
            16,
        )) {
            let from_chest = |q: &Pose| q.frame[5].inverse(q.arms[1].palm - q.spine[5]);
            assert!((from_chest(a) - from_chest(&b)).length() < 1e-3, "{motion}");
        }
    }
}

#[test]
fn hands_rest_on_the_belly_of_every_build() {
    let wall = |build| {
        let choices = FigureChoices { build, ..FigureChoices::default() };
        let q = &poses("centring-breath", "seated", &choices, 4)[0];
        q.frame[0].inverse(q.arms[0].palm - q.spine[1]).z
    };
    let [slighter, middle, fuller] = FigureBuild::ALL.map(wall);
    assert!(slighter < middle - 0.004 && fuller > middle + 0.01, "{slighter} {middle} {fuller}");
}

#[test]
fn what_leads_from_one_posture_to_another_arrives_in_a_smaller_range_too() {
    let last = |choices| poses("getting-down", "standing", choices, 64)[63].spine[0];
    assert_eq!(last(&STIFF), last(&FigureChoices::default()));
}

#[test]
fn every_skin_shows_on_the_stage_and_every_hair_on_every_skin() {
    let looks = library::looks().unwrap();
    for skin in FigureSkin::ALL {
        for hair in FigureHair::ALL {
            let tones = looks.tones(&FigureChoices { skin, hair, ..FigureChoices::default() });
            let sides = [
                (tones.skin.light, tones.hair.light, tones.face_line.light, looks.stage.light),
                (tones.skin.dark, tones.hair.dark, tones.face_line.dark, looks.stage.dark),
            ];
            for (skin_tone, hair_tone, line, stage) in sides {
                let (on, crown, line) = (rgb(skin_tone), rgb(hair_tone), rgb(line));
                assert!(on.contrast(stage) >= SKIN_CONTRAST, "{skin:?}: {}", on.contrast(stage));
                assert!(crown.contrast(on) >= HAIR_CONTRAST, "{hair:?} on {skin:?}");
                assert!(crown.contrast(stage) >= HAIR_CONTRAST, "{hair:?} on the stage");
                assert!(line.contrast(on) >= LINE_CONTRAST, "lines on {skin:?}: {}", line.contrast(on));
            }
        }
    }
}

#[test]
fn a_look_without_a_colour_is_refused() {
    let json = include_str!("../../content/figures/looks.json");
    let without = |key: &str| {
        let line = json.lines().find(|line| line.trim_start().starts_with(&format!("\"{key}\""))).unwrap();
        library::read_looks(&json.replacen(&format!("{line}\n"), "", 1)).unwrap_err().to_string()
    };
    let wrong = json.replacen("#E8BC9C", "salmon", 1);
    let errors = [without("tan"), without("black"), library::read_looks(&wrong).unwrap_err().to_string()];
    insta::assert_snapshot!(errors.join("\n"));
}

#[test]
fn choices_are_written_in_snake_case_and_what_is_left_out_is_usual() {
    let json = serde_json::to_string(&STIFF).unwrap();
    insta::assert_snapshot!(json);
    assert_eq!(serde_json::from_str::<FigureChoices>(&json).unwrap(), STIFF);
    assert_eq!(serde_json::from_str::<FigureChoices>("{}").unwrap(), FigureChoices::default());
}
