//! What is not body: the glow of attention, beads along the spine, the path a part takes, things to imagine in the hands.

use std::array::from_fn;

use super::arms::grip_layer;
use super::trunk::{Body, front, spine_at};
use super::{Look, Scene, Style, View, layer};
use crate::figure::body::{Pose, SIDES};
use crate::figure::data::{Attention, Hold, Motion, Point, Trail};
use crate::figure::record::FigurePaint::{Accent, Attention as AttentionPaint};
use crate::figure::tracks::wrap;
use crate::figure::vec::{Vec2, Vec3, sin_cos, smooth_step, v2, v3};

/// Beads along the spine.
const BEADS: u32 = 15;
/// Sparks under way at once.
const SPARKS: u32 = 12;
/// Length of a usual loop, at most, milliseconds.
const USUAL_CYCLE_MS: u32 = 16_000;
/// Steps of a path, and of the stretch that its arrow covers.
const PATH_STEPS: usize = 32;
/// Steps of a path in a long loop, which draws more than one round.
const LONG_PATH_STEPS: usize = 96;
const ARROW_STEPS: usize = 5;
/// Corners of an arrow: its two edges, and its head.
const ARROW_CORNERS: usize = 2 * (ARROW_STEPS + 1) + 3;
/// Steps of a path that only its arrow follows.
const ARROW_PATH_STEPS: usize = 384;
/// Beads down the leg.
const LEG_BEADS: u32 = 14;

pub(super) fn attention(
    scene: &mut Scene,
    pose: &Pose,
    view: &View,
    look: &Look,
    motion: &Motion,
    phase: f64,
) {
    let glow = Style::new(AttentionPaint, layer::ATTENTION).opacity(0.80);
    let size = 1.0 + pose.channels.glow;
    let before = |along: f64| front(&look.body.stations(pose), along);
    let (at, radius) = match motion.attention {
        None => return,
        Some(Attention::Spine) => return beads(scene, pose, view, motion.wave_at(phase)),
        Some(Attention::Belly | Attention::Gathering) => {
            (before(1.35), 0.095 * (0.75 + 0.25 * pose.channels.belly_swell) * size)
        }
        Some(Attention::Chest) => (before(4.2), 0.070 * (0.75 + 0.25 * pose.channels.chest_swell) * size),
        Some(Attention::Leg) => return leg_light(scene, pose, view, motion.wave_at(phase)),
        Some(Attention::Gb34 | Attention::Palms | Attention::Soles) => {
            return both_sides(scene, pose, view, motion, size);
        }
        Some(Attention::Mingmen) => {
            let (point, frame) = spine_at(pose, 1.6);
            (Some(point - frame.z * 0.058), 0.075 * (0.8 + 0.2 * pose.channels.belly_swell) * size)
        }
        Some(Attention::Heels) => (Some(pose.legs[1].heel + Vec3::Y * 0.01), 0.0375 * size),
    };
    let Some(at) = at else { return };
    let middle = view.flat(at);
    scene.glow(glow, middle, v2(radius, radius));
    if motion.attention == Some(Attention::Mingmen) {
        point(scene, middle);
    }
    if motion.attention == Some(Attention::Gathering) {
        sparks(scene, middle, phase);
    }
}

/// A glow on each side of the body.
fn both_sides(scene: &mut Scene, pose: &Pose, view: &View, motion: &Motion, size: f64) {
    for side in [0, 1] {
        let (leg, arm) = (&pose.legs[side], &pose.arms[side]);
        let (at, radius) = match motion.attention {
            Some(Attention::Gb34) => {
                let shin = (leg.ankle - leg.knee).unit_or(-Vec3::Y);
                let outwards = (Vec3::X * SIDES[side]).square_to(shin).unit_or(Vec3::X);
                (leg.knee.lerp(leg.ankle, 0.20) + outwards * 0.036, 0.042)
            }
            Some(Attention::Soles) => (leg.ball, 0.042),
            _ => (arm.palm + arm.fingers * 0.006, 0.055),
        };
        let radius = radius * size;
        let layer = if motion.attention == Some(Attention::Palms) { layer::PATH } else { layer::ATTENTION };
        let glow = Style::new(AttentionPaint, layer).opacity(0.85);
        scene.glow(glow, view.flat(at), v2(radius, radius));
        if motion.attention != Some(Attention::Palms) {
            point(scene, view.flat(at));
        }
    }
}

/// The point itself, in the middle of its glow: a place to find with a finger is small.
fn point(scene: &mut Scene, at: Vec2) {
    scene.dots(Style::new(AttentionPaint, layer::ATTENTION + 0.1).opacity(0.95), &[(at, 0.0085)]);
}

/// Beads from the lower back down the right leg to its sole, and a light that runs along them.
fn leg_light(scene: &mut Scene, pose: &Pose, view: &View, wave: Option<f64>) {
    let leg = &pose.legs[1];
    let way = [
        spine_at(pose, 1.5).0 - pose.frame[1].z * 0.03,
        leg.hip - pose.frame[0].z * 0.02,
        leg.knee,
        leg.ankle,
        leg.ball + Vec3::Y * 0.018,
    ];
    let lengths: Vec<f64> = way.windows(2).map(|w| (w[1] - w[0]).length()).collect();
    let whole: f64 = lengths.iter().sum();
    let at = |share: f64| {
        let mut left = share.clamp(0.0, 1.0) * whole;
        for (pair, length) in way.windows(2).zip(&lengths) {
            if left <= *length {
                return view.flat(pair[0].lerp(pair[1], left / length));
            }
            left -= length;
        }
        view.flat(leg.ball)
    };
    let discs: Vec<(Vec2, f64)> =
        (0..LEG_BEADS).map(|k| (at(f64::from(k) / f64::from(LEG_BEADS - 1)), 0.0075)).collect();
    let style = Style::new(AttentionPaint, layer::PATH);
    scene.dots(style.opacity(0.55), &discs);
    let run = wave.unwrap_or(0.0);
    let shown = smooth_step(0.0, 0.08, run) * (1.0 - smooth_step(0.92, 1.0, run));
    let radius = 0.048 * shown;
    scene.glow(style, at(run), v2(radius, radius));
}

/// Sparks drift in from all round and go out in the middle, each in its own time.
fn sparks(scene: &mut Scene, middle: Vec2, phase: f64) {
    for k in 0..SPARKS {
        let way = wrap(phase + f64::from(k) / f64::from(SPARKS));
        // steps of five twelfths of a turn, so that neighbours in time are not neighbours in place
        let (s, c) = sin_cos(f64::from(k) * 150.0 + way * 40.0);
        let distance = 0.215 * (1.0 - way);
        let radius = 0.015 * smooth_step(0.0, 0.25, way) * (1.0 - smooth_step(0.72, 0.96, way));
        let style = Style::new(AttentionPaint, layer::PATH).opacity(0.9);
        scene.glow(style, middle + v2(c, s) * distance, v2(radius, radius));
    }
}

/// Beads in the back show its curve; a wave is a light that climbs them.
fn beads(scene: &mut Scene, pose: &Pose, view: &View, wave: Option<f64>) {
    let bead = |along: f64| {
        let (point, frame) = spine_at(pose, along);
        let outwards = if view.depth(frame.x) > 0.0 { 0.03 } else { -0.03 };
        let neck = ((along - 4.8) / 1.6).clamp(0.0, 1.0);
        view.flat(point - frame.z * (0.028 - 0.016 * neck) + frame.x * (outwards * (1.0 - neck)))
    };
    let discs: Vec<(Vec2, f64)> = (0..BEADS)
        .map(|k| (bead(0.1 + f64::from(k) * 0.47), if wave.is_some() { 0.0080 } else { 0.0105 }))
        .collect();
    let style = Style::new(AttentionPaint, layer::PATH);
    scene.dots(style.opacity(if wave.is_some() { 0.55 } else { 0.90 }), &discs);
    if let Some(climbed) = wave {
        // the light is out while it jumps back from the skull to the tailbone
        let shown = smooth_step(0.0, 0.08, climbed) * (1.0 - smooth_step(0.92, 1.0, climbed));
        let radius = 0.040 * shown;
        scene.glow(style, bead(0.1 + climbed.clamp(0.0, 1.0) * 6.6), v2(radius, radius));
    }
}

/// Oars are two short grips through the fists; the ball lies between the palms, with a ring that turns as the hands do.
pub(super) fn hold(scene: &mut Scene, pose: &Pose, view: &View, look: &Look, motion: &Motion) {
    match motion.hold {
        None => {}
        Some(Hold::Oars) => {
            for side in [0, 1] {
                let arm = &pose.arms[side];
                let grip = arm.wrist + arm.fingers * 0.038;
                let ends = [grip + arm.thumb * 0.050, grip - arm.thumb * 0.120];
                let style = Style::new(Accent, grip_layer(look, side) + 0.05).opacity(0.55);
                scene.line(style, 0.016, ends.map(|p| view.flat(p)));
            }
        }
        Some(Hold::Ball) => ball(scene, pose, view),
    }
}

fn ball(scene: &mut Scene, pose: &Pose, view: &View) {
    let [left, right] = [pose.arms[0].palm, pose.arms[1].palm];
    let middle = left.lerp(right, 0.5);
    let axis = (left - right).unit_or(Vec3::X);
    let radius = (left - right).length() * 0.5 - 0.016;
    let behind = Style::new(AttentionPaint, layer::ATTENTION);
    scene.dots(behind.opacity(0.60), &[(view.flat(middle), 0.080)]);
    scene.glow(behind.opacity(0.55), view.flat(middle), v2(0.14, 0.14));
    // a band round the ball, square to the line between the hands, tipped so that it can be seen
    let u = view.to.square_to(axis).unit_or(Vec3::Z);
    let w = axis.cross(u);
    let band = (0..=12).map(|k| {
        let (s, c) = libm::sincos((f64::from(k) / 12.0 - 0.5) * std::f64::consts::PI);
        view.flat(middle + (u * c + w * s) * radius)
    });
    scene.line(behind.opacity(0.8), 0.006, band.collect::<Vec<_>>());
}

/// The path of a point over the whole cycle.
pub(crate) struct Path {
    whole: Vec<Vec2>,
    /// For each step, whether the path is behind the body there.
    behind: Vec<bool>,
    /// It is so anywhere.
    goes_behind: bool,
    /// Whether it is drawn itself, or only its arrow.
    line: bool,
    /// How far the arrow looks ahead.
    ahead: f64,
}

impl Path {
    /// How many steps it has: as many as these divide the poses of a cycle into even parts.
    pub(crate) fn steps(trail: &Trail, cycle_ms: u32) -> usize {
        match (trail.line, cycle_ms > USUAL_CYCLE_MS) {
            (false, _) => ARROW_PATH_STEPS,
            (true, false) => PATH_STEPS,
            (true, true) => LONG_PATH_STEPS,
        }
    }

    /// Follows a point through the poses of a cycle of so many milliseconds.
    pub(crate) fn of(trail: &Trail, view: &View, body: &Body, cycle: &[Pose], cycle_ms: u32) -> Path {
        let every = (cycle.len() / Path::steps(trail, cycle_ms)).max(1);
        let track: Vec<Vec3> =
            cycle.iter().step_by(every).map(|pose| place(pose, trail.point, body)).collect();
        let middle = track.iter().fold(Vec3::default(), |a, b| a + *b) * (1.0 / track.len() as f64);
        let zoomed: Vec<Vec3> = track.iter().map(|p| middle + (*p - middle) * trail.zoom).collect();
        let round = matches!(trail.point, Point::Hips | Point::ElbowLeft | Point::ElbowRight);
        let behind: Vec<bool> =
            zoomed.iter().map(|p| round && view.depth(v3(p.x, 0.0, p.z)) < 0.02).collect();
        let whole = zoomed.iter().map(|p| view.flat(*p)).collect();
        Path { whole, goes_behind: behind.contains(&true), behind, line: trail.line, ahead: trail.ahead }
    }

    /// The path at a phase, between two steps a straight line.
    fn at(&self, phase: f64) -> Vec2 {
        let u = wrap(phase) * self.whole.len() as f64;
        let i = (u as usize).min(self.whole.len() - 1);
        let next = self.whole.get(i + 1).unwrap_or(&self.whole[0]);
        self.whole[i].lerp(*next, u - i as f64)
    }

    /// Where the arrow begins, its middle and its end: it moves as they do.
    pub(crate) fn arrow_places(&self, phase: f64) -> [Vec2; 3] {
        [0.0, 0.5, 1.0].map(|share| self.at(phase + self.ahead * share))
    }

    /// Whether the arrow is behind the body.
    pub(crate) fn has_arrow_behind(&self, phase: f64) -> bool {
        let i = (wrap(phase + self.ahead * 0.7) * self.behind.len() as f64) as usize;
        self.behind.get(i).copied().unwrap_or(false)
    }
}

/// A thin line for each path, and an arrow for where the part goes next.
pub(super) fn paths(scene: &mut Scene, paths: &[Path], phase: f64) {
    for path in paths {
        let steps = path.whole.len();
        let count = if path.line { steps + 1 } else { 0 };
        let steps: Vec<usize> = (0..count).map(|i| i % steps).collect();
        for run in steps.chunk_by(|a, b| path.behind[*a] == path.behind[*b]) {
            let layer = if path.behind[run[0]] { layer::PATH_BEHIND } else { layer::PATH };
            let style = Style::new(Accent, layer).opacity(0.50);
            scene.line(style, 0.0048, run.iter().map(|i| path.whole[*i]));
        }
        let arrow = arrow(path, phase);
        let middle = arrow[ARROW_CORNERS / 2];
        let is_behind = path.has_arrow_behind(phase);
        for (layer, hidden) in [(layer::PATH_BEHIND, !is_behind), (layer::PATH, is_behind)] {
            if layer == layer::PATH_BEHIND && !path.goes_behind {
                continue;
            }
            let shown = if hidden { [middle; ARROW_CORNERS] } else { arrow };
            scene.fill(Style::new(Accent, layer).opacity(0.85), shown);
        }
    }
}

/// A tapered ribbon with a head, along the next stretch of the path. Where the part rests, it shrinks to nothing.
fn arrow(path: &Path, phase: f64) -> [Vec2; ARROW_CORNERS] {
    let share = |i: usize| i as f64 / ARROW_STEPS as f64;
    let way: [Vec2; ARROW_STEPS + 1] =
        from_fn(|i| path.at(phase + path.ahead * i as f64 / ARROW_STEPS as f64));
    let length: f64 = way.windows(2).map(|w| (w[1] - w[0]).length()).sum();
    let size = smooth_step(0.006, 0.030, length);
    let across: [Vec2; ARROW_STEPS + 1] = from_fn(|i| {
        let (a, b) = (way[i.saturating_sub(1)], way[(i + 1).min(ARROW_STEPS)]);
        (b - a).unit_or(v2(0.0, 1.0)).right_hand()
    });
    let edge = |i: usize, side: f64| way[i] + across[i] * ((0.0022 + 0.0030 * share(i)) * size * side);
    let head = (length * 0.4).clamp(0.014, 0.030) * size;
    let (tip, wing) = (way[ARROW_STEPS], across[ARROW_STEPS]);
    let corners = [tip + wing * (head * 0.62), tip - wing.right_hand() * head, tip - wing * (head * 0.62)];
    from_fn(|i| match i.checked_sub(ARROW_STEPS + 1) {
        None => edge(i, 1.0),
        Some(nth) => corners.get(nth).copied().unwrap_or_else(|| edge(ARROW_CORNERS - 1 - i, -1.0)),
    })
}

fn place(pose: &Pose, point: Point, body: &Body) -> Vec3 {
    match point {
        Point::HandLeft => pose.arms[0].palm,
        Point::HandRight => pose.arms[1].palm,
        Point::ElbowLeft => pose.arms[0].elbow,
        Point::ElbowRight => pose.arms[1].elbow,
        Point::ShoulderLeft => pose.arms[0].shoulder + v3(0.062, 0.012, 0.0),
        Point::ShoulderRight => pose.arms[1].shoulder + v3(-0.062, 0.012, 0.0),
        Point::Hips => pose.spine[0],
        Point::Waist => pose.spine[3],
        Point::ToeLeft => pose.legs[0].toe + v3(0.0, 0.05, 0.02),
        Point::ToeRight => pose.legs[1].toe + v3(0.0, 0.05, 0.02),
        Point::Nose => pose.spine[8] + pose.head() * v3(0.0, 0.025, 0.115),
        Point::FootLeft => pose.legs[0].ball + Vec3::Y * 0.03,
        Point::FootRight => pose.legs[1].ball + Vec3::Y * 0.03,
        Point::Back => {
            let (middle, frame) = spine_at(pose, 1.8);
            middle - frame.z * 0.13
        }
        Point::Belly => front(&body.stations(pose), 1.6).unwrap_or(pose.spine[2]) + pose.frame[1].z * 0.075,
        Point::Head => pose.spine[8] + pose.head() * v3(0.0, 0.095, 0.0),
        Point::Heel => pose.legs[1].heel + v3(0.0, 0.02, -0.035),
    }
}
