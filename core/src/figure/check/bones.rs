//! Whether the bones keep their lengths and the joints their ranges.

use super::super::body::Pose;
use super::super::clip::Stage;
use super::super::data::Angle;
use super::super::vec::Vec3;
use super::{angles, largest};

/// How much a bone changes its length over these poses, at most.
pub(super) fn stretch(poses: &[Pose]) -> f64 {
    let Some(first) = poses.first().map(bone_lengths) else { return 0.0 };
    largest(poses.iter().flat_map(|q| {
        bone_lengths(q).into_iter().zip(&first).map(|(a, b)| (a - b).abs()).collect::<Vec<_>>()
    }))
}

fn bone_lengths(pose: &Pose) -> Vec<f64> {
    let spine = pose.spine.windows(2).map(|w| (w[1] - w[0]).length());
    spine.chain(limb_bones(pose).into_iter().map(Vec3::length)).collect()
}

pub(super) fn limb_bones(pose: &Pose) -> Vec<Vec3> {
    let arms = pose.arms.iter().flat_map(|a| [a.elbow - a.shoulder, a.wrist - a.elbow]);
    let legs = pose.legs.iter().flat_map(|l| [l.knee - l.hip, l.ankle - l.knee]);
    arms.chain(legs).collect()
}

/// The angle that is farthest out of its range, if one is.
pub(super) fn out_of_range(stage: &Stage<'_>, poses: &[Pose]) -> Option<(Angle, f64)> {
    let excess = |(angle, at): (Angle, f64)| {
        let [low, high] = stage.skeleton.range(angle)?;
        let by = (low - at).max(at - high);
        (by > 0.0).then_some((by, angle, at))
    };
    poses
        .iter()
        .flat_map(angles::of)
        .filter_map(excess)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, angle, at)| (angle, at))
}
