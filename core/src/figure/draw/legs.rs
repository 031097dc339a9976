//! Trousers, ankles and shoes.

use std::sync::LazyLock;

use super::{GAP, Look, Scene, Style, View, layer};
use crate::figure::body::{Leg, Pose};
use crate::figure::record::FigurePaint::{Gap, Shoe, Skin, Trousers};
use crate::figure::vec::{Vec2, Vec3, sin_cos, v3};

/// Ball radii down the thigh: hip, a third, two thirds, knee.
const THIGH: [f64; 4] = [0.0515, 0.0540, 0.0500, 0.0435];
/// Knee, middle of the calf.
const CALF: [f64; 2] = [0.0435, 0.0415];
/// Opening of a trouser leg.
const HEM: f64 = 0.0355;
/// Seen more from the side than this, a gap round the nearer thigh parts the lap.
const LAP_GAP: f64 = 0.3;
/// Balls round the opening of a sleeve or a trouser leg.
pub(super) const RING: usize = 7;
/// Sine and cosine of where they are.
static TURNS: LazyLock<[(f64, f64); RING]> =
    LazyLock::new(|| std::array::from_fn(|k| sin_cos(k as f64 * 360.0 / RING as f64)));
/// Rounding of cloth edges.
pub(super) const EDGE: f64 = 0.003;

pub(super) fn draw(scene: &mut Scene, pose: &Pose, view: &View, look: &Look) {
    for side in [0, 1] {
        let layer = match (side == look.far_side, look.lap) {
            (true, true) => layer::LAP_FAR_LEG,
            (false, true) => layer::LAP_NEAR_LEG,
            (true, false) => layer::FAR_LEG,
            (false, false) => layer::NEAR_LEG,
        };
        let leg = &pose.legs[side];
        foot(scene, leg, view, look.far(side), layer);
        let gap = side != look.far_side && look.side_on > if look.lap { LAP_GAP } else { 0.1 };
        trousers(scene, pose, leg, view, look, [look.far(side), layer], gap);
    }
    seat(scene, pose, view, look);
}

/// A cloth shoe: round in front, and open over the instep.
fn foot(scene: &mut Scene, leg: &Leg, view: &View, far: f64, layer: f64) {
    let ball = |p: Vec3, r: f64| (view.flat(p), r);
    let along = (leg.ball - leg.heel).unit_or(Vec3::Z);
    let up = (leg.ankle - leg.heel.lerp(leg.ball, 0.345)).square_to(along).unit_or(Vec3::Y);
    let across = up.cross(along);
    let sole = |p: Vec3, aside: f64, r: f64| ball(p + up * r + across * aside, r);
    let (ball_of_foot, toes) = (leg.ball, leg.ball.lerp(leg.toe, 0.78));
    scene.hull(
        Style::new(Shoe, layer - 0.02).far(far),
        &[
            sole(leg.heel.lerp(leg.ball, 0.16), 0.0, 0.0190),
            ball(leg.ankle - along * 0.004 - up * 0.004, 0.0185),
            sole(ball_of_foot, 0.011, 0.0150),
            sole(ball_of_foot, -0.011, 0.0150),
            sole(toes, 0.006, 0.0120),
            sole(toes, -0.006, 0.0120),
        ],
    );
    let instep = leg.heel.lerp(leg.ball, 0.62) + up * 0.0265;
    scene.hull(
        Style::new(Skin, layer - 0.01).far(far + 0.15),
        &[
            ball(leg.ankle.lerp(leg.knee, 0.10), 0.0185),
            ball(leg.ankle + along * 0.004 + up * 0.004, 0.0155),
            ball(instep, 0.0088),
        ],
    );
}

fn trousers(
    scene: &mut Scene,
    pose: &Pose,
    leg: &Leg,
    view: &View,
    look: &Look,
    [far, layer]: [f64; 2],
    gap: bool,
) {
    let wide = look.form.girth;
    let top = leg.hip + pose.frame[0].z * -0.012;
    let thigh: [(Vec2, f64); 4] =
        std::array::from_fn(|i| (view.flat(top.lerp(leg.knee, i as f64 / 3.0)), THIGH[i] * wide));
    let end = leg.ankle.lerp(leg.knee, 0.08);
    let calf = leg.knee.lerp(end, 0.45);
    let calf = [(view.flat(leg.knee), CALF[0] * wide), (view.flat(calf), CALF[1] * wide)];
    let shank = cuffed(calf, view, [leg.knee, end], HEM, pose.frame[0].x);
    // the gap goes first, below both parts
    let spans = [thigh.as_slice(), shank.as_slice()].map(|part| scene.span(part.iter().map(|b| b.0)));
    if gap {
        scene.hull_again(Style::new(Gap, layer - 0.001), spans[0], thigh.map(|b| b.1 + GAP));
        scene.hull_again(Style::new(Gap, layer - 0.001), spans[1], shank.map(|b| b.1 + GAP));
    }
    let cloth = Style::new(Trousers, layer).far(far);
    scene.hull_again(cloth, spans[0], thigh.map(|b| b.1));
    scene.hull_again(cloth, spans[1], shank.map(|b| b.1));
}

/// Two balls of a limb, and the rim of the sleeve or trouser leg that ends it: a ring square to the limb, which from the side is
/// a straight edge and end-on a disc.
pub(super) fn cuffed(
    limb: [(Vec2, f64); 2],
    view: &View,
    [from, end]: [Vec3; 2],
    radius: f64,
    across: Vec3,
) -> [(Vec2, f64); 2 + RING] {
    let axis = (end - from).unit_or(-Vec3::Y);
    let u = across.square_to(axis).unit_or(Vec3::Z.square_to(axis).unit_or(Vec3::X));
    let w = axis.cross(u);
    let mut balls = [(Vec2::default(), EDGE); 2 + RING];
    balls[..2].copy_from_slice(&limb);
    for (ball, (s, c)) in balls[2..].iter_mut().zip(*TURNS) {
        ball.0 = view.flat(end + (u * c + w * s) * (radius - EDGE));
    }
    balls
}

/// What joins the legs: the seat of the trousers, and from the front the lap.
fn seat(scene: &mut Scene, pose: &Pose, view: &View, look: &Look) {
    let [left, right] = &pose.legs;
    let wide = look.form.girth;
    let ball = |p: Vec3, r: f64| (view.flat(p), r * wide);
    let low = |leg: &Leg| ball(leg.hip + pose.frame[0] * v3(0.0, -0.004, -0.012), 0.054);
    scene.hull(Style::new(Trousers, layer::SEAT), &[low(left), low(right), ball(pose.spine[1], 0.045)]);
    if !look.lap {
        return;
    }
    let along = |leg: &Leg, t: f64| ball(leg.hip.lerp(leg.knee, t), 0.050);
    scene.hull(
        Style::new(Trousers, layer::LAP),
        &[along(left, 0.05), along(right, 0.05), along(left, 0.42), along(right, 0.42)],
    );
    if look.side_on > LAP_GAP {
        return;
    }
    // the crease between the thighs, over the lap and down to where they part
    let between = |t: f64| left.hip.lerp(left.knee, t).lerp(right.hip.lerp(right.knee, t), 0.5);
    let crease =
        [between(0.32) + Vec3::Y * 0.047, between(0.42) + Vec3::Y * 0.044, between(0.42) - Vec3::Y * 0.050];
    scene.line(Style::new(Gap, layer::LAP_NEAR_LEG + 0.1), 0.0032, crease.map(|p| view.flat(p)));
}
