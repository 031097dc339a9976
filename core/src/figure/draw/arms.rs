//! Sleeves and hands.

use super::legs::cuff;
use super::{GAP, Look, Scene, Style, View, layer};
use crate::figure::body::{Arm, Pose};
use crate::figure::record::FigurePaint::{Gap, Jacket, Skin};
use crate::figure::vec::{Vec2, Vec3, sin_cos, v2};

/// Ball radii down the upper arm, and where they sit: the gap opens from the second on.
const UPPER: [[f64; 2]; 3] = [[0.0, 0.0340], [0.30, 0.0328], [1.0, 0.0275]];
/// Elbow, a third of the forearm.
const FOREARM: [f64; 2] = [0.0275, 0.0285];
const CUFF: f64 = 0.0255;
/// Corners of the outlines of a forearm and hand that lie over the others.
const OUTLINE_CORNERS: u32 = 20;
/// Gap round a hand.
const HAND_GAP: f64 = 0.0026;

/// A ball as the camera sees it: middle and radius.
type Ball = (Vec2, f64);

/// `lifted`: the arm that takes turns with the other one is in front now.
pub(super) fn draw(scene: &mut Scene, pose: &Pose, view: &View, look: &Look, lifted: bool) {
    for side in [0, 1] {
        let hidden = look.hides_far_shoulder() && side == look.far_side;
        let lower = match (look.arm_in_front[side], look.arm_on_top == side) {
            (false, _) => layer::FOREARM_BEHIND,
            (true, false) => layer::ARM,
            (true, true) => layer::ARM + 0.5,
        };
        let upper = if hidden || !look.arm_in_front[side] { layer::FAR_ARM } else { lower };
        let far = if hidden { look.far(side) } else { 0.0 };
        let arm = &pose.arms[side];
        // a hand that hides behind its sleeve has to lie under it
        let over = if look.hand_over_cuff[side] && look.lifted_arm.is_none() { 0.10 } else { -0.05 };
        hand(scene, arm, view, far * 0.8, lower + over, look.thumb_shows[side]);
        sleeve(scene, arm, view, far, [upper, lower]);
    }
    if let Some(side) = look.lifted_arm {
        lifted_forearm(scene, &pose.arms[side], view, look.thumb_shows[side], lifted);
    }
}

/// The forearm and hand once more, over the other arm. A clip has the same shapes throughout, so while they are not shown each
/// of these fills lies in one point, which hides it; it comes and goes where the arm itself is.
fn lifted_forearm(scene: &mut Scene, arm: &Arm, view: &View, rim: bool, shown: bool) {
    let layer = layer::ARM + 0.7;
    let low = forearm(arm, view);
    let (parts, thumb) = hand_parts(arm, &|p| view.flat(p));
    let palm = parts.concat();
    let (on_hand, on_sleeve) = (view.flat(arm.palm), view.flat(arm.elbow.lerp(arm.wrist, 0.5)));
    let (fingers, sleeve) = (view.flat(arm.fingers), view.flat(arm.wrist - arm.elbow));
    let mut put = |style: Style, balls: &[Ball], more: &dyn Fn(usize) -> f64, rest: Vec2| {
        let along = if rest == on_hand { fingers } else { sleeve };
        if !shown {
            return scene.fill(style, (0..OUTLINE_CORNERS).map(|_| rest));
        }
        scene.fill(style, outline(balls, more, along.unit_or(v2(0.0, -1.0))));
    };
    put(Style::new(Gap, layer - 0.052), &palm, &|_| HAND_GAP, on_hand);
    put(Style::new(Gap, layer - 0.052), &thumb, &|_| HAND_GAP, on_hand);
    put(Style::new(Skin, layer - 0.051), &palm, &|_| 0.0, on_hand);
    if rim {
        put(Style::new(Skin, layer - 0.050).far(0.4), &thumb, &|_| 0.0016, on_hand);
    }
    put(Style::new(Skin, layer - 0.049), &thumb, &|_| 0.0, on_hand);
    put(Style::new(Gap, layer), &low, &|i| if i == 0 { -0.0013 } else { GAP }, on_sleeve);
    put(Style::new(Jacket, layer + 0.01), &low, &|_| 0.0, on_sleeve);
}

/// The outline round balls, each larger by so much. Corners are counted from the limb's own direction, so that they turn with
/// it and do not slide from one of its ends to the other.
fn outline(balls: &[Ball], more: &dyn Fn(usize) -> f64, along: Vec2) -> impl Iterator<Item = Vec2> {
    (0..OUTLINE_CORNERS).map(move |k| {
        let (s, c) = sin_cos((f64::from(k) + 0.5) * 360.0 / f64::from(OUTLINE_CORNERS));
        let way = along * c + along.right_hand() * s;
        let rim = balls.iter().enumerate().map(|(i, b)| b.0 + way * (b.1 + more(i)));
        rim.max_by(|a, b| a.dot(way).total_cmp(&b.dot(way))).unwrap_or_default()
    })
}

/// The balls of a sleeve from the elbow on.
fn forearm(arm: &Arm, view: &View) -> Vec<Ball> {
    let end = arm.elbow.lerp(arm.wrist, 0.94);
    let mut low =
        vec![(view.flat(arm.elbow), FOREARM[0]), (view.flat(arm.elbow.lerp(arm.wrist, 0.35)), FOREARM[1])];
    low.extend(cuff(view, arm.elbow, end, CUFF, arm.thumb));
    low
}

/// The layer of the forearm of this side; what a hand holds goes with it.
pub(super) fn grip_layer(look: &Look, side: usize) -> f64 {
    if !look.arm_in_front[side] {
        return layer::FOREARM_BEHIND;
    }
    if look.arm_on_top == side { layer::ARM + 0.5 } else { layer::ARM }
}

fn sleeve(scene: &mut Scene, arm: &Arm, view: &View, far: f64, [upper, lower]: [f64; 2]) {
    let at = |p: Vec3, r: f64| (view.flat(p), r);
    let top: Vec<(Vec2, f64)> = UPPER.iter().map(|[t, r]| at(arm.shoulder.lerp(arm.elbow, *t), *r)).collect();
    let low = forearm(arm, view);

    let top_span = scene.span(top.iter().map(|b| b.0));
    let low_span = scene.span(low.iter().map(|b| b.0));
    let one_piece = upper == lower;
    // the gap opens from nothing below the shoulder, so that the shoulder stays one piece with the jacket
    let elbow = if one_piece { GAP } else { -0.0013 };
    if one_piece {
        let lower_half = super::Span { first: top_span.first + 1, count: 2 };
        scene.hull_again(Style::new(Gap, lower), lower_half, vec![UPPER[1][1], UPPER[2][1] + GAP]);
    }
    let gap = low.iter().enumerate().map(|(i, b)| b.1 + if i == 0 { elbow } else { GAP });
    scene.hull_again(Style::new(Gap, lower), low_span, gap.collect());
    scene.hull_again(Style::new(Jacket, upper + 0.01).far(far), top_span, top.iter().map(|b| b.1).collect());
    scene.hull_again(Style::new(Jacket, lower + 0.01).far(far), low_span, low.iter().map(|b| b.1).collect());
}

fn is_fist(arm: &Arm) -> bool {
    arm.curl > 0.5
}

/// The parts of a hand but for the thumb, and the thumb, a chain of two. A flat hand is two balls wide along the thumb's axis,
/// so that it is thin seen edge-on; a fist is rounder.
fn hand_parts(arm: &Arm, flat: &dyn Fn(Vec3) -> Vec2) -> (Vec<Vec<Ball>>, [Ball; 3]) {
    let at =
        |along: f64, across: f64, r: f64| (flat(arm.wrist + arm.fingers * along + arm.thumb * across), r);
    let open = 1.0 - arm.curl;
    if is_fist(arm) {
        let knuckles = vec![
            at(0.000, 0.000, 0.0150),
            at(0.028, 0.011, 0.0175),
            at(0.028, -0.012, 0.0170),
            at(0.042, 0.008, 0.0150),
            at(0.040, -0.010, 0.0145),
        ];
        (vec![knuckles], [at(0.014, 0.018, 0.0105), at(0.034, 0.024, 0.0090), at(0.046, 0.012, 0.0080)])
    } else {
        let tip = 0.062 + 0.030 * open;
        let palm = vec![
            at(-0.004, 0.0, 0.0145),
            at(0.030, 0.010, 0.0135),
            at(0.034, -0.010, 0.0130),
            at(0.052, 0.009, 0.0115),
            at(0.052, -0.010, 0.0110),
        ];
        let fingers = vec![
            at(0.050, 0.009, 0.0115),
            at(0.050, -0.010, 0.0110),
            at(tip, 0.003, 0.0080),
            at(tip - 0.010, -0.009, 0.0080),
        ];
        let root = [at(0.014, 0.012, 0.0110), at(0.036, 0.021 + 0.003 * open, 0.0088)];
        (vec![palm, fingers], [root[0], root[1], at(0.054, 0.024, 0.0070)])
    }
}

fn hand(scene: &mut Scene, arm: &Arm, view: &View, far: f64, layer: f64, rim: bool) {
    let (parts, thumb) = hand_parts(arm, &|p| view.flat(p));
    let skin = Style::new(Skin, layer).far(far);
    let radii = |balls: &[(Vec2, f64)], more: f64| balls.iter().map(|b| b.1 + more).collect::<Vec<f64>>();
    for part in &parts {
        let span = scene.hull(skin, part);
        scene.hull_again(Style::new(Gap, layer - 0.001), span, radii(part, HAND_GAP));
    }
    // the thumb is set off by a fine darker rim
    let span = scene.span(thumb.iter().map(|b| b.0));
    for pair in 0..2 {
        let link = super::Span { first: span.first + pair, count: 2 };
        let balls = &thumb[pair..pair + 2];
        scene.hull_again(Style::new(Gap, layer - 0.001), link, radii(balls, HAND_GAP));
        if rim && !is_fist(arm) {
            let rim = Style::new(Skin, layer + 0.001).far(far + 0.4);
            scene.hull_again(rim, link, radii(balls, 0.0016));
        }
        scene.hull_again(Style::new(Skin, layer + 0.002).far(far), link, radii(balls, 0.0));
    }
}
