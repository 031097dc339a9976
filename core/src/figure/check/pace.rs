//! How fast the body moves, how hard it speeds up and slows down, and whether the loop closes.

use super::super::body::Pose;
use super::super::clip::Stage;
use super::super::data::Gentle;
use super::super::vec::{Vec3, degrees};
use super::bones::limb_bones;
use super::largest;

/// The fastest turn of a spine segment and of a limb bone, degrees a second, and how fast that changes at most, degrees a
/// second each second.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    pub(super) spine: f64,
    pub(super) limb: f64,
    pub(super) spine_change: f64,
    pub(super) limb_change: f64,
}

impl Pace {
    /// For a cycle of one second. `once`: the last pose does not lead to the first.
    pub(super) fn of_a_second(poses: &[Pose], once: bool) -> Pace {
        let (spine, spine_change) = fastest(poses, once, spine_bones);
        let (limb, limb_change) = fastest(poses, once, limb_bones);
        Pace { spine, limb, spine_change, limb_change }
    }

    /// For a cycle of this many seconds.
    pub(super) fn over(self, seconds: f64) -> Pace {
        let square = seconds * seconds;
        Pace {
            spine: self.spine / seconds,
            limb: self.limb / seconds,
            spine_change: self.spine_change / square,
            limb_change: self.limb_change / square,
        }
    }

    /// The shortest cycle, seconds, that is gentle: for a pace of a one-second cycle.
    pub(super) fn gentle_from(self, gentle: &Gentle) -> f64 {
        let speed = (self.spine / gentle.spine_deg_s).max(self.limb / gentle.limb_deg_s);
        let change = (self.spine_change / gentle.spine_deg_s2).max(self.limb_change / gentle.limb_deg_s2);
        speed.max(libm::sqrt(change))
    }
}

fn spine_bones(pose: &Pose) -> Vec<Vec3> {
    pose.frame.iter().flat_map(|f| [f.y, f.z]).collect()
}

/// Largest speed and largest change of speed of directions, in degrees, for a cycle of one second.
fn fastest(poses: &[Pose], once: bool, directions: fn(&Pose) -> Vec<Vec3>) -> (f64, f64) {
    let per_cycle = poses.len() as f64;
    let ways: Vec<Vec<Vec3>> = poses
        .iter()
        .map(|pose| directions(pose).into_iter().map(|way| way.unit_or(Vec3::Y)).collect())
        .collect();
    let at = |i: usize| &ways[i % ways.len()];
    let last = ways.len() - usize::from(once);
    // the longest chord has the widest angle
    let chord = largest((0..last).flat_map(|i| at(i).iter().zip(at(i + 1)).map(|(a, b)| (*b - *a).length())));
    let speed = degrees(2.0 * libm::asin((chord * 0.5).min(1.0)));
    let change = largest((0..last - usize::from(once)).flat_map(|i| {
        let triples = at(i).iter().zip(at(i + 1)).zip(at(i + 2));
        // what holds a direction on its circle is not felt as a change
        triples.map(|((a, b), c)| (*a + *c - *b * 2.0).square_to(*b).length())
    }));
    (speed * per_cycle, degrees(change) * per_cycle * per_cycle)
}

/// How far points are apart on the two sides of the seam, and how much their speeds differ (statures a second), in a cycle of
/// so many seconds.
pub(super) fn seam(stage: &Stage<'_>, seconds: f64) -> (f64, f64) {
    let step = 1.0 / 4096.0;
    let points = |phase: f64| {
        let q = stage.pose(phase);
        [q.spine[8], q.spine[0], q.arms[0].palm, q.arms[1].palm, q.arms[0].elbow, q.legs[0].knee]
    };
    let (before, end, start, after) = (points(1.0 - step), points(1.0), points(0.0), points(step));
    let jump = largest((0..6).map(|i| (end[i] - start[i]).length()));
    let turn = largest((0..6).map(|i| ((after[i] - start[i]) - (end[i] - before[i])).length()));
    (jump, turn / step / seconds)
}
