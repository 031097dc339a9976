//! A clip is checked like code: what a real body cannot do, and what is not gentle, is found before anyone copies it.

mod angles;

use super::body::{Leg, Pose};
use super::clip::Stage;
use super::data::{Angle, BaseId};
use super::error::FigureFault;
use super::vec::{Vec3, degrees};

/// Poses looked at in a cycle.
const POSES: u32 = 240;
/// No cycle is shown faster than this, milliseconds: some fifteen breaths a minute.
const QUICKEST_MS: u32 = 4_000;
/// The hip joints lie this far above the sit bones.
const SIT_BONES: f64 = 0.05;
/// Bones may seem to stretch by this, through rounding.
const STRETCH: f64 = 1e-6;
/// An elbow, hand or knee may press into the mat by this.
const SUNK: f64 = 0.005;
/// Flesh and cloth round an elbow, hand or knee.
const FLESH: f64 = 0.020;
/// At the seam a point may jump by this, and change its speed by this many statures a second.
const SEAM: f64 = 1e-6;
const SEAM_SPEED: f64 = 0.01;

/// Everything that is wrong with a motion on a base.
pub(crate) fn faults(stage: &Stage<'_>) -> Vec<FigureFault> {
    let poses = stage.poses(POSES);
    let gentle = &stage.skeleton.gentle;
    let (spine, limb) = speeds(&poses, f64::from(stage.motion.cycle_ms) / 1000.0, stage.motion.once);
    let (jump, change) = if stage.motion.once { (0.0, 0.0) } else { seam(stage) };
    let measured = [
        over(stretch(&poses), STRETCH).map(|by| FigureFault::Stretch { by }),
        out_of_range(stage, &poses)
            .map(|(angle, degrees)| FigureFault::Range { joint: angle.name().to_owned(), degrees }),
        over(slide(stage, &poses), gentle.slide).map(|by| FigureFault::Slide { by }),
        over(seat(stage, &poses), gentle.seat).map(|by| FigureFault::Seat { by }),
        over(largest(poses.iter().flat_map(|q| q.arms.map(|arm| arm.miss))), gentle.reach)
            .map(|by| FigureFault::Reach { by }),
        over(sunk(&poses), SUNK).map(|by| FigureFault::Floor { by }),
        (jump > SEAM || change > SEAM_SPEED).then_some(FigureFault::Seam { by: jump, speed: change }),
        over(spine, gentle.spine_deg_s).map(|speed| FigureFault::FastSpine { speed }),
        over(limb, gentle.limb_deg_s).map(|speed| FigureFault::FastLimb { speed }),
    ];
    measured.into_iter().flatten().collect()
}

/// The shortest cycle at which the motion is still gentle, milliseconds. Even a figure that hardly moves gets a calm breath.
pub(crate) fn shortest_cycle_ms(stage: &Stage<'_>) -> u32 {
    let (spine, limb) = speeds(&stage.poses(POSES), 1.0, stage.motion.once);
    let gentle = &stage.skeleton.gentle;
    let seconds = (spine / gentle.spine_deg_s).max(limb / gentle.limb_deg_s);
    (libm::ceil(seconds * 1000.0) as u32).max(QUICKEST_MS)
}

fn over(value: f64, limit: f64) -> Option<f64> {
    (value > limit).then_some(value)
}

fn largest(values: impl IntoIterator<Item = f64>) -> f64 {
    values.into_iter().fold(0.0, f64::max)
}

/// How much a bone changes its length over these poses, at most.
pub(crate) fn stretch(poses: &[Pose]) -> f64 {
    let Some(first) = poses.first().map(bone_lengths) else { return 0.0 };
    largest(poses.iter().flat_map(|q| {
        bone_lengths(q).into_iter().zip(&first).map(|(a, b)| (a - b).abs()).collect::<Vec<_>>()
    }))
}

fn bone_lengths(pose: &Pose) -> Vec<f64> {
    let spine = pose.spine.windows(2).map(|w| (w[1] - w[0]).length());
    spine.chain(limb_bones(pose).into_iter().map(Vec3::length)).collect()
}

fn limb_bones(pose: &Pose) -> Vec<Vec3> {
    let arms = pose.arms.iter().flat_map(|a| [a.elbow - a.shoulder, a.wrist - a.elbow]);
    let legs = pose.legs.iter().flat_map(|l| [l.knee - l.hip, l.ankle - l.knee]);
    arms.chain(legs).collect()
}

/// The angle that is farthest out of its range, if one is.
fn out_of_range(stage: &Stage<'_>, poses: &[Pose]) -> Option<(Angle, f64)> {
    let excess = |(angle, at): (Angle, f64)| {
        let [low, high] = *stage.skeleton.limits.get(&angle)?;
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

/// How far a foot on the floor leaves the place where it came down. One end of it stays: the ball when the heel lifts, the heel
/// when the toes lift. A foot that takes a step is off the floor meanwhile.
fn slide(stage: &Stage<'_>, poses: &[Pose]) -> f64 {
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
fn seat(stage: &Stage<'_>, poses: &[Pose]) -> f64 {
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
fn sunk(poses: &[Pose]) -> f64 {
    largest(poses.iter().flat_map(|q| {
        let arms = q.arms.iter().flat_map(|a| [a.elbow.y, a.wrist.y, a.palm.y]);
        let flesh = arms.chain(q.legs.iter().map(|l| l.knee.y)).map(|y| FLESH - y);
        let soles = q.legs.iter().flat_map(|l| [l.heel.y, l.ball.y, l.toe.y]).map(|y| -y);
        flesh.chain(soles).collect::<Vec<_>>()
    }))
}

/// How far points are apart on the two sides of the seam, and how much their speeds differ (statures a second).
fn seam(stage: &Stage<'_>) -> (f64, f64) {
    let step = 1.0 / 4096.0;
    let points = |phase: f64| {
        let q = stage.pose(phase);
        [q.spine[8], q.spine[0], q.arms[0].palm, q.arms[1].palm, q.arms[0].elbow, q.legs[0].knee]
    };
    let (before, end, start, after) = (points(1.0 - step), points(1.0), points(0.0), points(step));
    let jump = largest((0..6).map(|i| (end[i] - start[i]).length()));
    let turn = largest((0..6).map(|i| ((after[i] - start[i]) - (end[i] - before[i])).length()));
    (jump, turn / step / (f64::from(stage.motion.cycle_ms) / 1000.0))
}

/// The fastest turn of a spine segment and of a limb bone, degrees a second, for a cycle of this many seconds. `once`: the last
/// pose does not lead to the first.
fn speeds(poses: &[Pose], seconds: f64, once: bool) -> (f64, f64) {
    let dt = seconds / poses.len() as f64;
    let spine = |q: &Pose| q.frame.iter().flat_map(|f| [f.y, f.z]).collect::<Vec<_>>();
    let fastest = |directions: &dyn Fn(&Pose) -> Vec<Vec3>| {
        let pairs = poses.iter().zip(poses.iter().cycle().skip(1)).take(poses.len() - usize::from(once));
        largest(pairs.flat_map(|(a, b)| {
            let turned = directions(a).into_iter().zip(directions(b)).map(|(a, b)| a.angle_to(b) / dt);
            turned.collect::<Vec<_>>()
        }))
    };
    (fastest(&spine), fastest(&limb_bones))
}
