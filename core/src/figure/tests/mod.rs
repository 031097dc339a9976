//! Every clip is checked; every check is seen to fail.

mod clips;
mod content;
mod faults;

use super::clip::{Stage, sample};
use super::{FigureChoices, FigureClip, FigureError, library};
use crate::catalogue::{Catalogue, StepBreath};
use std::sync::LazyLock;

/// Runs `look` on every motion on each of its bases.
pub(crate) fn every_stage(mut look: impl FnMut(&Stage<'_>)) {
    let skeleton = library::skeleton().unwrap();
    for (id, _) in library::MOTIONS {
        let motion = library::motion(id).unwrap();
        for base in &motion.bases {
            let base = library::base(*base).unwrap();
            look(&Stage { skeleton, base: &base, motion: &motion });
        }
    }
}

/// The clip that the usual person shows.
fn usual(motion: &str, base: &str) -> Result<FigureClip, FigureError> {
    super::clip(motion, base, &FigureChoices::default())
}

/// The clip of a stage as it is.
pub(crate) fn shown(stage: &Stage<'_>, choices: &FigureChoices) -> FigureClip {
    sample(stage, &choices.into(), library::looks().unwrap().tones(choices)).unwrap()
}

/// All clips, sampled once for all tests.
static CLIPS: LazyLock<Vec<FigureClip>> = LazyLock::new(|| {
    let mut clips = vec![];
    every_stage(|stage| clips.push(shown(stage, &FigureChoices::default())));
    clips
});

fn every_clip(look: impl FnMut(&FigureClip)) {
    CLIPS.iter().for_each(look);
}

#[test]
fn a_breath_takes_the_halves_of_the_cycle() {
    let clip = usual("spinal-wave", "seated").unwrap();
    insta::assert_debug_snapshot!(clip.breaths);
    assert!(usual("closing-breath", "seated").unwrap().breaths.is_empty());
}

#[test]
fn every_motion_file_is_in_the_library() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/content/figures/motion");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let mut known: Vec<&str> = library::MOTIONS.iter().map(|(id, _)| *id).collect();
    files.sort();
    known.sort_unstable();
    assert_eq!(files, known);
}

#[test]
fn the_motions_and_their_bases_are_these() {
    let list: Vec<String> =
        super::motions().unwrap().iter().map(|m| format!("{}: {}", m.id, m.bases.join(", "))).collect();
    insta::assert_snapshot!(list.join("\n"));
}

#[test]
fn a_clip_that_does_not_exist_says_so() {
    let unknown = FigureError::UnknownMotion { motion: "levitation".to_owned() };
    assert_eq!(usual("levitation", "seated"), Err(unknown));
    let not_there = |base: &str| {
        Err(FigureError::NotOnBase { motion: "seated-rowing".to_owned(), base: base.to_owned() })
    };
    assert_eq!(usual("seated-rowing", "lying"), not_there("lying"));
    assert_eq!(usual("seated-rowing", ""), not_there(""));
}

#[test]
fn every_form_has_a_clip_in_every_posture_it_offers() {
    let catalogue = Catalogue::for_locale("en").unwrap();
    let mut missing = vec![];
    for variant in catalogue.movements().iter().flat_map(|m| &m.variants) {
        let Some(motion) = &variant.motion else {
            missing.push(format!("{}: names no motion", variant.id));
            continue;
        };
        for offer in &variant.postures {
            let posture = offer.posture.as_str();
            if !CLIPS.iter().any(|clip| clip.motion == *motion && clip.base == posture) {
                missing.push(format!("{}: {motion} has no clip {posture}", variant.id));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn a_clip_breathes_where_its_movement_says() {
    let catalogue = Catalogue::for_locale("en").unwrap();
    for variant in catalogue.movements().iter().flat_map(|m| &m.variants) {
        let Some(motion) = &variant.motion else { continue };
        let motion = library::motion(motion).unwrap();
        for breath in &motion.breaths {
            let permille = |p: f64| libm::round(p * 1000.0) as u16;
            for (wanted, [from, to]) in [(StepBreath::In, breath.inhale), (StepBreath::Out, breath.exhale)] {
                let says = variant.beats.iter().any(|beat| {
                    (beat.breath, beat.from_permille, beat.to_permille)
                        == (Some(wanted), permille(from), permille(to))
                });
                assert!(says, "{}: {wanted:?} from {from} to {to}", motion.id);
            }
        }
    }
}

#[test]
fn the_flow_can_go_round_without_its_fold() {
    // the fold takes 650 to 1000 of the cycle; left out, the loop goes from 650 back to 0
    let (skeleton, motion) = (library::skeleton().unwrap(), library::motion("full-spinal-flow").unwrap());
    for base in &motion.bases {
        let base = library::base(*base).unwrap();
        let stage = Stage { skeleton, base: &base, motion: &motion };
        let (end, start) = (stage.pose(0.65), stage.pose(0.0));
        assert!((end.spine[8] - start.spine[8]).length() < 1e-6, "{}", base.id.name());
        assert!((end.arms[0].palm - start.arms[0].palm).length() < 1e-6, "{}", base.id.name());
    }
}
