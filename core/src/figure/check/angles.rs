//! How far each joint is bent, from where the bones are.
//!
//! A ball joint is read as a swing and a turn: the bone swings from where it hangs by the shortest way; what it is turned about
//! itself beyond that shows in the bone below it, once that is bent enough.

use super::super::body::{Arm, Leg, Pose, SIDES};
use super::super::data::Angle;
use super::super::vec::{Turn, Vec3, degrees};
use super::super::wrist::{BENT, Forearm};

/// Beyond this swing the shortest way from hanging is not one way, degrees.
const OVERHEAD: f64 = 150.0;

/// Every angle that has a range and can be told in this pose, degrees.
pub(crate) fn of(pose: &Pose) -> Vec<(Angle, f64)> {
    let mut all = spine(pose);
    for side in [0, 1] {
        leg(pose, &pose.legs[side], SIDES[side], &mut all);
        arm(pose, &pose.arms[side], SIDES[side], &mut all);
    }
    all
}

fn spine(pose: &Pose) -> Vec<(Angle, f64)> {
    let sum = |from: usize, to: usize, axis: usize| -> f64 {
        pose.channels.spine[from..to].iter().map(|joint| joint[axis]).sum()
    };
    vec![
        (Angle::LumbarFlex, sum(1, 3, 0)),
        (Angle::ThoraxFlex, sum(3, 6, 0)),
        (Angle::NeckFlex, sum(6, 8, 0)),
        (Angle::LumbarSide, sum(1, 3, 1)),
        (Angle::ThoraxSide, sum(3, 6, 1)),
        (Angle::NeckSide, sum(6, 8, 1)),
        (Angle::LumbarTwist, sum(1, 3, 2)),
        (Angle::ThoraxTwist, sum(3, 6, 2)),
        (Angle::NeckTwist, sum(6, 8, 2)),
    ]
}

/// `m` is 1 for the left side and -1 for the right.
fn leg(pose: &Pose, leg: &Leg, m: f64, all: &mut Vec<(Angle, f64)>) {
    let (thigh, shank) = (leg.knee - leg.hip, leg.ankle - leg.knee);
    let of_pelvis = pose.frame[0].inverse(thigh).unit_or(-Vec3::Y);
    let knee = thigh.angle_to(shank);
    all.push((Angle::Hip, degrees(libm::atan2(of_pelvis.z, -of_pelvis.y))));
    all.push((Angle::HipOut, degrees(libm::asin((of_pelvis.x * m).clamp(-1.0, 1.0)))));
    if knee > BENT[1] {
        // a knee that turns outwards takes the foot inwards
        all.push((Angle::HipTurn, turned(of_pelvis, pose.frame[0].inverse(shank), -Vec3::Z) * m));
    }
    all.push((Angle::Knee, knee));
    // a foot pointed down is positive
    all.push((Angle::Ankle, (leg.toe - leg.heel).angle_to(-shank) - 90.0));
}

fn arm(pose: &Pose, arm: &Arm, m: f64, all: &mut Vec<(Angle, f64)>) {
    let (upper, lower) = (arm.elbow - arm.shoulder, arm.wrist - arm.elbow);
    let of_chest = pose.frame[5].inverse(upper).unit_or(-Vec3::Y);
    let (elbow, swing) = (upper.angle_to(lower), of_chest.angle_to(-Vec3::Y));
    all.push((Angle::Shoulder, swing));
    all.push((Angle::ShoulderBack, degrees(libm::asin((-of_chest.z).clamp(-1.0, 1.0)))));
    if elbow > BENT[1] && swing < OVERHEAD {
        all.push((Angle::ShoulderTurn, turned(of_chest, pose.frame[5].inverse(lower), Vec3::Z) * m));
    }
    all.push((Angle::Elbow, elbow));
    let forearm = Forearm::new(arm.shoulder, arm.elbow, arm.wrist, m);
    let held = forearm.held(arm.fingers, arm.thumb);
    if elbow > BENT[1] {
        all.push((Angle::Forearm, held.turn));
    }
    all.push((Angle::Wrist, held.bend));
    all.push((Angle::WristSide, held.side));
}

/// How far a bone is turned about itself, seen from its upper end clockwise for the left side, degrees. It swings from hanging to
/// `bone`; unturned, the next bone would bend to where `bend` went.
fn turned(bone: Vec3, next: Vec3, bend: Vec3) -> f64 {
    let swing = Turn::between(-Vec3::Y, bone);
    let unturned = (swing * bend).square_to(bone).unit_or(bend);
    let is = next.square_to(bone);
    degrees(libm::atan2(unturned.cross(is).dot(-bone), unturned.dot(is)))
}
