//! Every clip is checked; every check is seen to fail.

use super::check::{Fault, faults};
use super::clip::Stage;
use super::library;

/// Runs `look` on every motion on each of its bases.
fn every_stage(mut look: impl FnMut(&Stage<'_>)) {
    let skeleton = library::skeleton().unwrap();
    for (id, _) in library::MOTIONS {
        let motion = library::motion(id).unwrap();
        for base in &motion.bases {
            let base = library::base(*base).unwrap();
            look(&Stage { skeleton: &skeleton, base: &base, motion: &motion });
        }
    }
}

#[test]
fn no_clip_asks_for_what_a_body_cannot_do() {
    let mut wrong = vec![];
    every_stage(|stage| {
        let list: Vec<String> = faults(stage).iter().map(Fault::to_string).collect();
        if !list.is_empty() {
            wrong.push(format!("{} {}: {}", stage.motion.id, stage.base.id.name(), list.join(", ")));
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_clip_is_smaller_than_96_kilobytes() {
    every_stage(|stage| {
        let clip = super::clip::sample(stage).unwrap();
        assert!(
            clip.coordinates.len() < 96 * 1024,
            "{} {}: {}",
            clip.motion,
            clip.base,
            clip.coordinates.len()
        );
    });
}
