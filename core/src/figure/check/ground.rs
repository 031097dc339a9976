//! Whether feet and seat stay where they are, and nothing sinks into the floor.

use super::super::body::{Leg, Pose};
use super::super::clip::Stage;
use super::super::data::BaseId;
use super::largest;

/// The hip joints lie this far above the sit bones.
const SIT_BONES: f64 = 0.05;
/// Flesh and cloth round an elbow, hand or knee.
const FLESH: f64 = 0.020;

/// How far a foot on the floor leaves the place where it came down. One end of it stays: the ball when the heel lifts, the heel
/// when the toes lift. A foot that takes a step is off the floor meanwhile.
pub(super) fn slide(stage: &Stage<'_>, poses: &[Pose]) -> f64 {
    let allowed = stage.skeleton.gentle.slide;
    largest([0, 1].into_iter().flat_map(|side| {
        let mut place: Option<&Leg> = None;
        poses.iter().map(move |q| {
            let now = &q.legs[side];
            if q.channels.feet[side].shift[1] > allowed {
                place = None;
                return now.miss;
            }
            let then = *place.get_or_insert(now);
            let moved = (now.ball - then.ball).length().min((now.heel - then.heel).length());
            moved.max(now.miss)
        })
    }))
}

/// A pelvis on a seat rolls over its sit bones: how far the hips travel beyond what that explains.
pub(super) fn seat(stage: &Stage<'_>, poses: &[Pose]) -> f64 {
    if stage.motion.once {
        return 0.0;
    }
    let rolls = match stage.base.id {
        BaseId::Standing | BaseId::Walking => return 0.0,
        BaseId::Seated => SIT_BONES,
        BaseId::Lying => 0.0,
    };
    let place = |q: &Pose| {
        let roll = rolls * libm::asin(q.frame[0].y.z.clamp(-1.0, 1.0));
        (q.spine[0].z - roll, q.spine[0].y)
    };
    let Some((z, y)) = poses.first().map(place) else { return 0.0 };
    largest(poses.iter().map(place).map(|at| (at.0 - z).abs().max((at.1 - y).abs())))
}

/// How far an elbow, a hand, a knee or a foot sinks into the floor.
pub(super) fn sunk(poses: &[Pose]) -> f64 {
    largest(poses.iter().flat_map(|q| {
        let arms = q.arms.iter().flat_map(|a| [a.elbow.y, a.wrist.y, a.palm.y]);
        let flesh = arms.chain(q.legs.iter().map(|l| l.knee.y)).map(|y| FLESH - y);
        let soles = q.legs.iter().flat_map(|l| [l.heel.y, l.ball.y, l.toe.y]).map(|y| -y);
        flesh.chain(soles).collect::<Vec<_>>()
    }))
}
