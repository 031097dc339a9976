//! A clip is checked like code: what a real body cannot do, and what is not gentle, is found before anyone copies it.

mod angles;
mod bones;
mod ground;
mod pace;
mod touch;

use super::body::Pose;
use super::clip::Stage;
use super::error::FigureFault;
use pace::Pace;

/// No cycle is shown faster than this, milliseconds: some fifteen breaths a minute.
const QUICKEST_MS: u32 = 4_000;
/// Bones may seem to stretch by this, through rounding.
const STRETCH: f64 = 1e-6;
/// An elbow, hand or knee may press into the mat by this.
const SUNK: f64 = 0.005;
/// At the seam a point may jump by this, and change its speed by this many statures a second.
const SEAM: f64 = 1e-6;
const SEAM_SPEED: f64 = 0.01;

/// Everything that is wrong with a motion on a base at its own pace, and whether it may be shown as fast as it says.
pub(crate) fn faults(stage: &Stage<'_>) -> Vec<FigureFault> {
    let poses = stage.poses();
    let mut faults = faults_at(stage, &poses, stage.motion.cycle_ms);
    let (said_ms, is_ms) = (stage.gentle_from_ms(), shortest_cycle_ms(stage, &poses));
    if said_ms < is_ms {
        faults.push(FigureFault::Pace { said_ms, is_ms });
    }
    faults
}

/// Everything that is wrong with a motion on a base, of which these are the poses, when a cycle takes so many milliseconds.
pub(crate) fn faults_at(stage: &Stage<'_>, poses: &[Pose], cycle_ms: u32) -> Vec<FigureFault> {
    let seconds = f64::from(cycle_ms) / 1000.0;
    let mut faults = faults_of(stage, poses, seconds);
    let (jump, change) = if stage.motion.once { (0.0, 0.0) } else { pace::seam(stage, seconds) };
    if jump > SEAM || change > SEAM_SPEED {
        faults.push(FigureFault::Seam { by: jump, speed: change });
    }
    faults
}

/// Everything that is wrong with these poses of a cycle.
pub(crate) fn faults_of(stage: &Stage<'_>, poses: &[Pose], seconds: f64) -> Vec<FigureFault> {
    let (gentle, once) = (&stage.skeleton.gentle, stage.motion.once);
    let pace = Pace::of_a_second(poses, once).over(seconds);
    let measured = [
        over(bones::stretch(poses), STRETCH).map(|by| FigureFault::Stretch { by }),
        bones::out_of_range(stage, poses)
            .map(|(angle, degrees)| FigureFault::Range { joint: angle.name().to_owned(), degrees }),
        over(ground::slide(stage, poses), gentle.slide).map(|by| FigureFault::Slide { by }),
        over(ground::seat(stage, poses), gentle.seat).map(|by| FigureFault::Seat { by }),
        over(largest(poses.iter().flat_map(|q| q.arms.map(|arm| arm.miss))), gentle.reach)
            .map(|by| FigureFault::Reach { by }),
        over(ground::sunk(poses), SUNK).map(|by| FigureFault::Floor { by }),
        touch::deepest(poses)
            .filter(|(_, by)| *by > gentle.touch)
            .map(|(what, by)| FigureFault::Through { what: what.to_owned(), by }),
        over(pace.spine, gentle.spine_deg_s).map(|speed| FigureFault::FastSpine { speed }),
        over(pace.limb, gentle.limb_deg_s).map(|speed| FigureFault::FastLimb { speed }),
        over(pace.spine_change, gentle.spine_deg_s2).map(|change| FigureFault::AbruptSpine { change }),
        over(pace.limb_change, gentle.limb_deg_s2).map(|change| FigureFault::AbruptLimb { change }),
    ];
    measured.into_iter().flatten().collect()
}

/// The shortest cycle at which the motion is still gentle, milliseconds, from its poses at even steps. Even a figure that hardly
/// moves gets a calm breath.
pub(crate) fn shortest_cycle_ms(stage: &Stage<'_>, poses: &[Pose]) -> u32 {
    let seconds = Pace::of_a_second(poses, stage.motion.once).gentle_from(&stage.skeleton.gentle);
    (libm::ceil(seconds * 1000.0) as u32).max(QUICKEST_MS)
}

fn over(value: f64, limit: f64) -> Option<f64> {
    (value > limit).then_some(value)
}

fn largest(values: impl IntoIterator<Item = f64>) -> f64 {
    values.into_iter().fold(0.0, f64::max)
}
