//! Every check is seen to fail.

use super::every_stage;
use crate::figure::check::faults;
use crate::figure::clip::Stage;
use crate::figure::data::{Base, Motion, Skeleton};
use crate::figure::tracks::{Ease, Key};
use crate::figure::{FigureFault, library};

/// What the checks find after a motion was spoiled.
fn faults_after(id: &str, spoil: impl FnOnce(&mut Skeleton, &mut Base, &mut Motion)) -> Vec<FigureFault> {
    let mut skeleton = library::skeleton().unwrap();
    let mut motion = library::motion(id).unwrap();
    let mut base = library::base(motion.bases[0]).unwrap();
    spoil(&mut skeleton, &mut base, &mut motion);
    faults(&Stage { skeleton: &skeleton, base: &base, motion: &motion })
}

/// Sets the value of every key of a track.
fn scale(motion: &mut Motion, track: usize, by: f64) {
    for key in &mut motion.tracks[track].keys.0 {
        key.value *= by;
    }
}

#[test]
fn no_clip_asks_for_what_a_body_cannot_do() {
    let mut wrong = vec![];
    every_stage(|stage| {
        let list: Vec<String> = faults(stage).iter().map(ToString::to_string).collect();
        if !list.is_empty() {
            wrong.push(format!("{} {}: {}", stage.motion.id, stage.base.id.name(), list.join(", ")));
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_joint_out_of_its_range_is_found() {
    let found = faults_after("spinal-wave", |_, _, motion| scale(motion, 2, 2.0));
    assert!(found.iter().any(|f| matches!(f, FigureFault::Range { .. })), "{found:?}");
}

#[test]
fn a_sliding_foot_is_found() {
    let found = faults_after("hip-circles", |_, _, motion| scale(motion, 1, 4.0));
    assert!(found.iter().any(|f| matches!(f, FigureFault::Slide { .. })), "{found:?}");
}

#[test]
fn a_sliding_seat_is_found() {
    let found = faults_after("pelvic-tilt", |_, _, motion| scale(motion, 1, -1.0));
    assert!(found.iter().any(|f| matches!(f, FigureFault::Seat { .. })), "{found:?}");
}

#[test]
fn a_hand_that_cannot_reach_is_found() {
    let found = faults_after("seated-rowing", |_, _, motion| motion.hands[0].at.0[0].value[2] += 0.2);
    assert!(found.iter().any(|f| matches!(f, FigureFault::Reach { .. })), "{found:?}");
}

#[test]
fn a_limb_in_the_floor_is_found() {
    let found = faults_after("abdominal-breathing", |_, base, _| base.root[1] -= 0.05);
    assert!(found.iter().any(|f| matches!(f, FigureFault::Floor { .. })), "{found:?}");
}

#[test]
fn haste_is_found_in_spine_and_limbs() {
    let found = faults_after("torso-twists", |_, _, motion| motion.cycle_ms = 3_000);
    assert!(found.iter().any(|f| matches!(f, FigureFault::FastSpine { .. })), "{found:?}");
    let found = faults_after("opening-the-chest", |_, _, motion| motion.cycle_ms = 3_000);
    assert!(found.iter().any(|f| matches!(f, FigureFault::FastLimb { .. })), "{found:?}");
}

#[test]
fn a_foot_that_comes_down_elsewhere_has_taken_a_step_and_not_slid() {
    // in getting down a foot steps back; on the floor all the way, that would be a slide
    let slides = |found: &[FigureFault]| found.iter().any(|f| matches!(f, FigureFault::Slide { .. }));
    assert!(!slides(&faults_after("getting-down", |_, _, _| ())));
    let lift = crate::figure::channel::Channel::Foot(0, crate::figure::channel::FootPart::Shift(1));
    let dragged = faults_after("getting-down", |_, _, motion| motion.tracks.retain(|t| t.on != lift));
    assert!(slides(&dragged), "{dragged:?}");
}

#[test]
fn a_jump_at_the_end_of_the_loop_is_found() {
    // two keys a thousandth of a phase apart across the seam: no track can do that smoothly
    let found = faults_after("spinal-wave", |_, _, motion| {
        let key = |phase, value| Key { phase, value, ease: Ease::Rest };
        motion.tracks[0].keys.0 = vec![key(0.0, -14.0), key(0.999, 13.0)];
    });
    assert!(found.iter().any(|f| matches!(f, FigureFault::Seam { .. })), "{found:?}");
}

#[test]
fn a_stretched_bone_is_found() {
    // bones are solved, not typed, so only a broken pose can stretch one
    let mut poses = {
        let (skeleton, motion) = (library::skeleton().unwrap(), library::motion("spinal-wave").unwrap());
        let base = library::base(motion.bases[0]).unwrap();
        Stage { skeleton: &skeleton, base: &base, motion: &motion }.poses(4)
    };
    assert!(crate::figure::check::stretch(&poses) < 1e-6);
    poses[2].arms[0].elbow.x += 0.01;
    assert!(crate::figure::check::stretch(&poses) > 1e-3);
}
