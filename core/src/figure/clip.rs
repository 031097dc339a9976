//! Sampling: a motion on a base becomes one [`FigureClip`].

use super::body::Pose;
use super::check;
use super::choices::Form;
use super::data::{Base, Motion, Skeleton, is_for};
use super::draw::{Look, Path, Scene, View, scene};
use super::error::FigureError;
use super::record::{FigureBox, FigureBreath, FigureClip, FigureKind, FigurePaint, FigureShape, FigureTones};
use super::vec::Vec2;

/// Clip units to the stature.
const UNITS: f64 = 10_000.0;
/// Space round the figure, clip units.
const MARGIN: i32 = 300;

/// A motion on a base, ready to be posed at any phase.
pub(crate) struct Stage<'a> {
    pub(crate) skeleton: &'a Skeleton,
    pub(crate) base: &'a Base,
    pub(crate) motion: &'a Motion,
}

impl Stage<'_> {
    pub(crate) fn pose(&self, phase: f64) -> Pose {
        Pose::at(&self.skeleton.bones, self.base, self.motion, phase)
    }

    /// `count` poses, evenly over the cycle.
    pub(crate) fn poses(&self, count: u32) -> Vec<Pose> {
        (0..count).map(|i| self.pose(f64::from(i) / f64::from(count))).collect()
    }
}

/// Samples a clip.
pub(crate) fn sample(stage: &Stage<'_>, form: &Form, tones: FigureTones) -> Result<FigureClip, FigureError> {
    let Stage { base, motion, .. } = stage;
    let poses = stage.poses(u32::from(motion.samples));
    let view = View::new(motion.camera_on(base));
    let look = Look::new(&poses, &view, motion, *form);
    let paths: Vec<Path> = motion
        .trails
        .iter()
        .filter(|t| is_for(&t.only, base.id))
        .map(|trail| Path::of(trail, &view, form, motion.samples, |phase| stage.pose(phase)))
        .collect();
    let scenes: Vec<Scene> = poses
        .iter()
        .enumerate()
        .map(|(i, pose)| scene(pose, &view, &look, motion, &paths, i as f64 / f64::from(motion.samples)))
        .collect();
    let Some(first) = scenes.first() else {
        return Err(invalid(motion, "samples", "must be above 0"));
    };
    if scenes.iter().any(|s| !same_shapes(s, first)) {
        return Err(invalid(motion, "hands", "a hand cannot turn from flat to fist within a clip"));
    }
    Ok(FigureClip {
        motion: motion.id.clone(),
        base: base.id.name().to_owned(),
        cycle_ms: motion.cycle_ms,
        shortest_cycle_ms: check::shortest_cycle_ms(stage),
        breaths: breaths(motion),
        key_poses: motion.key_poses.iter().map(|p| permille(*p)).collect(),
        sample_count: u32::from(motion.samples),
        point_count: first.points.len() as u32,
        view: view_box(&scenes),
        tones,
        shapes: shapes(first),
        coordinates: scenes.iter().flat_map(|s| &s.points).flat_map(|p| encode(*p)).collect(),
    })
}

fn invalid(motion: &Motion, field: &str, reason: &str) -> FigureError {
    FigureError::Invalid {
        file: format!("motion/{}.json", motion.id),
        id: motion.id.clone(),
        field: field.to_owned(),
        reason: reason.to_owned(),
    }
}

fn same_shapes(a: &Scene, b: &Scene) -> bool {
    let same = |(a, b): (&super::draw::Draft, &super::draw::Draft)| {
        (a.kind, a.paint, a.first, a.count) == (b.kind, b.paint, b.first, b.count)
            && a.layer == b.layer
            && a.radii == b.radii
    };
    a.shapes.len() == b.shapes.len() && a.shapes.iter().zip(&b.shapes).all(same)
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

/// The shapes from back to front.
fn shapes(scene: &Scene) -> Vec<FigureShape> {
    let mut order: Vec<usize> = (0..scene.shapes.len()).collect();
    order.sort_by(|a, b| scene.shapes[*a].layer.total_cmp(&scene.shapes[*b].layer));
    order
        .into_iter()
        .map(|i| &scene.shapes[i])
        .map(|draft| FigureShape {
            paint: draft.paint,
            kind: draft.kind,
            first_point: draft.first as u32,
            point_count: draft.count as u32,
            radii: draft.radii.iter().map(|r| libm::round(r * UNITS) as f32).collect(),
            width: libm::round(draft.width * UNITS) as f32,
            opacity_permille: permille(draft.opacity),
            far_permille: permille(draft.far.min(1.0)),
        })
        .collect()
}

/// A coordinate in clip units; y turns downwards. The figure is at most some 13 000 units from its origin, far inside an `i16`.
fn units(p: Vec2) -> (i16, i16) {
    let unit = |v: f64| libm::round(v * UNITS).clamp(f64::from(i16::MIN), f64::from(i16::MAX)) as i16;
    (unit(p.x), unit(-p.y))
}

fn encode(p: Vec2) -> [u8; 4] {
    let (x, y) = units(p);
    let ([a, b], [c, d]) = (x.to_le_bytes(), y.to_le_bytes());
    [a, b, c, d]
}

/// What everything painted fills over the loop.
fn view_box(scenes: &[Scene]) -> FigureBox {
    let (mut low, mut high) = ([i32::MAX; 2], [i32::MIN; 2]);
    let mut hold = |p: Vec2, reach: f64| {
        let (x, y) = units(p);
        let reach = libm::ceil(reach * UNITS) as i32;
        for (axis, v) in [i32::from(x), i32::from(y)].into_iter().enumerate() {
            low[axis] = low[axis].min(v - reach);
            high[axis] = high[axis].max(v + reach);
        }
    };
    for scene in scenes {
        for draft in &scene.shapes {
            // a soft shadow may run out of the picture
            if draft.paint == FigurePaint::Shadow || draft.kind == FigureKind::Glow {
                continue;
            }
            let points = &scene.points[draft.first..draft.first + draft.count];
            for (i, p) in points.iter().enumerate() {
                hold(*p, draft.radii.get(i).copied().unwrap_or(draft.width * 0.5));
            }
        }
    }
    FigureBox {
        left: low[0] - MARGIN,
        top: low[1] - MARGIN,
        width: high[0] - low[0] + 2 * MARGIN,
        height: high[1] - low[1] + 2 * MARGIN,
    }
}
