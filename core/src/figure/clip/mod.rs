//! Sampling: a motion on a base becomes one [`FigureClip`].
//!
//! The body is posed at even steps of a cycle; [`film`] draws each part of it as often as that part moves, [`pack`] keeps of
//! each run of points what a straight line between two keys cannot tell ([`thin`]).

mod film;
mod pack;
#[cfg(test)]
mod tests;
mod thin;

use super::body::Pose;
use super::choices::Form;
use super::data::{Base, Motion, Skeleton, Trail, is_for};
use super::draw::{Body, Draft, Easel, Look, Part, Path, View};
use super::error::FigureError;
use super::record::{FigureBreath, FigureClip, FigureShape, FigureTones};
use film::{Film, Reel};
#[cfg(test)]
pub(crate) use pack::LARGEST;
use pack::Packed;

/// Clip units to the stature.
const UNITS: f64 = 10_000.0;
/// How many poses of a cycle are checked, and the longest time between two of them, milliseconds. The paths of hands take 96
/// or 384.
const POSES: [u32; 4] = [96, 192, 384, 768];
const POSE_MS: u32 = 84;
/// A clip has at most so many steps: in a loop of a minute, whose every exercise is slow, every second pose is enough.
const MOST_STEPS: u32 = 384;

/// A motion on a base, ready to be posed at any phase.
pub(crate) struct Stage<'a> {
    pub(crate) skeleton: &'a Skeleton,
    pub(crate) base: &'a Base,
    pub(crate) motion: &'a Motion,
}

impl Stage<'_> {
    pub(crate) fn pose(&self, phase: f64) -> Pose {
        Pose::at(self.skeleton, self.base, self.motion, phase)
    }

    /// How many steps a cycle has.
    pub(crate) fn steps(&self) -> u32 {
        self.pose_count().min(MOST_STEPS)
    }

    fn pose_count(&self) -> u32 {
        let fine = |count: &&u32| self.motion.cycle_ms <= **count * POSE_MS;
        POSES.iter().find(fine).copied().unwrap_or(768)
    }

    /// The poses of the cycle, so near each other that nothing sudden is missed between two: for the checks.
    pub(crate) fn poses(&self) -> Vec<Pose> {
        self.even_poses(self.pose_count())
    }

    /// So many poses, evenly over the cycle.
    pub(crate) fn even_poses(&self, count: u32) -> Vec<Pose> {
        (0..count).map(|i| self.pose(f64::from(i) / f64::from(count))).collect()
    }

    /// The shortest cycle that is gentle for whoever is shown, milliseconds. Whoever reads a motion has seen to it that each of
    /// its bases has one.
    pub(crate) fn gentle_from_ms(&self) -> u32 {
        self.motion.gentle_from_ms.get(&self.base.id).copied().unwrap_or(self.motion.cycle_ms)
    }
}

/// Samples a clip.
pub(crate) fn sample(stage: &Stage<'_>, form: &Form, tones: FigureTones) -> Result<FigureClip, FigureError> {
    let Stage { base, motion, .. } = stage;
    let cycle = cycle(stage);
    let reel = Reel::new(&cycle, stage.steps(), motion.once);
    let easel = easel(stage, form, &cycle, &reel);
    let films: Option<Vec<Film>> =
        Part::ALL.into_iter().map(|part| Film::shoot(part, &easel, &reel)).collect();
    let Some(films) = films else {
        return Err(invalid(motion, "hands", "a hand cannot turn from flat to fist within a clip"));
    };
    let Packed { runs, coordinates } = pack::pack(&films, motion.once);
    Ok(FigureClip {
        motion: motion.id.clone(),
        base: base.id.name().to_owned(),
        cycle_ms: motion.cycle_ms,
        shortest_cycle_ms: stage.gentle_from_ms(),
        breaths: breaths(motion),
        key_poses: motion.key_poses.iter().map(|p| permille(*p)).collect(),
        step_count: stage.steps(),
        view: pack::view_box(&films),
        tones,
        shapes: shapes(&films),
        runs,
        coordinates,
    })
}

/// The poses of the cycle: those of its steps, and those between that an arrow follows.
fn cycle(stage: &Stage<'_>) -> Vec<Pose> {
    let paths = trails(stage).map(|trail| Path::steps(trail, stage.motion.cycle_ms) as u32);
    stage.even_poses(paths.fold(stage.steps(), u32::max))
}

fn trails<'a>(stage: &'a Stage<'_>) -> impl Iterator<Item = &'a Trail> {
    stage.motion.trails.iter().filter(|trail| is_for(&trail.only, stage.base.id))
}

fn easel<'a>(stage: &'a Stage<'_>, form: &Form, cycle: &[Pose], reel: &Reel<'_>) -> Easel<'a> {
    let Stage { base, motion, .. } = stage;
    let (view, body) = (View::new(motion.camera_on(base)), Body::of(form, base.id));
    let paths = trails(stage).map(|trail| Path::of(trail, &view, &body, cycle, motion.cycle_ms)).collect();
    Easel { look: Look::new(&reel.poses, &view, motion, *form, body), view, motion, paths }
}

fn invalid(motion: &Motion, field: &str, reason: &str) -> FigureError {
    FigureError::Invalid {
        file: format!("motion/{}.json", motion.id),
        id: motion.id.clone(),
        field: field.to_owned(),
        reason: reason.to_owned(),
    }
}

fn breaths(motion: &Motion) -> Vec<FigureBreath> {
    let one = |b: &super::data::Breath| FigureBreath {
        inhale_start: permille(b.inhale[0]),
        inhale_end: permille(b.inhale[1]),
        exhale_start: permille(b.exhale[0]),
        exhale_end: permille(b.exhale[1]),
    };
    motion.breaths.iter().map(one).collect()
}

fn permille(x: f64) -> u16 {
    libm::round(x * 1000.0) as u16
}

/// The shapes from back to front. The points of each part follow those of the part before.
fn shapes(films: &[Film]) -> Vec<FigureShape> {
    let mut drafts: Vec<(usize, &Draft, &[f64])> = vec![];
    let mut points = 0;
    for film in films {
        drafts.extend(film.shapes.iter().map(|draft| (points, draft, draft.radii(&film.radii))));
        points += film.width;
    }
    drafts.sort_by(|a, b| a.1.layer.total_cmp(&b.1.layer));
    let shape = |(before, draft, radii): (usize, &Draft, &[f64])| FigureShape {
        paint: draft.paint,
        kind: draft.kind,
        first_point: (before + draft.first) as u32,
        point_count: draft.count as u32,
        radii: radii.iter().map(|r| libm::round(r * UNITS) as f32).collect(),
        width: libm::round(draft.width * UNITS) as f32,
        opacity_permille: permille(draft.opacity),
        far_permille: permille(draft.far.min(1.0)),
    };
    drafts.into_iter().map(shape).collect()
}
