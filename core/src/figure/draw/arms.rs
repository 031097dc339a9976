//! Sleeves, and the hands at their ends.

use super::hands::{self, Ball, CLEFT, HAND_GAP, Hand, RIM, RIM_TONE};
use super::legs::{RING, cuffed};
use super::{GAP, Look, Scene, Style, View, layer};
use crate::figure::body::{Arm, Pose};
use crate::figure::record::FigurePaint::{FaceLine, Gap, Jacket, JacketLine, Skin};
use crate::figure::vec::{Vec2, Vec3, sin_cos, v2};

/// Ball radii down the upper arm, and where they sit: the gap opens from the third on.
const UPPER: [[f64; 2]; 4] = [[0.0, 0.0268], [0.17, 0.0315], [0.42, 0.0302], [1.0, 0.0266]];
/// Elbow, a third of the forearm.
const FOREARM: [f64; 2] = [0.0266, 0.0276];
const CUFF: f64 = 0.0245;
/// Corners of the outlines of what is drawn over the other arm: forearm and palm, thumb, finger.
const CORNERS: [u32; 3] = [18, 10, 8];

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
        let over = if look.hand_leaves_sleeve(side) { 0.10 } else { -0.05 };
        let hand = Hand::of(arm, side, view);
        hands::draw(scene, &hand, look.hand_order[side], far * 0.8, lower + over);
        sleeve(scene, arm, view, look, far, [upper, lower], side);
    }
    if let Some(side) = look.lifted_arm {
        lifted_forearm(scene, &pose.arms[side], view, look, side, lifted);
    }
}

/// The forearm and hand once more, over the other arm. A clip has the same shapes throughout, so while they are not shown each
/// of these fills lies in one point, which hides it; it comes and goes where the arm itself is.
fn lifted_forearm(scene: &mut Scene, arm: &Arm, view: &View, look: &Look, side: usize, shown: bool) {
    let layer = layer::ARM + 0.7;
    let (low, hand, order) =
        (forearm(arm, view, look.form.limb), Hand::of(arm, side, view), look.hand_order[side]);
    let (on_hand, on_sleeve) = (view.flat(arm.palm), view.flat(arm.elbow.lerp(arm.wrist, 0.5)));
    let (fingers, sleeve) = (view.flat(arm.fingers), view.flat(arm.wrist - arm.elbow));
    let skin = |above: f64| Style::new(Skin, layer - 0.05 + above);
    let gap = Style::new(Gap, layer - 0.052);
    let mut put = |style: Style, points: Vec<Vec2>, rest: Vec2| {
        scene.fill(style, points.into_iter().map(|p| if shown { p } else { rest }));
    };
    let [many, some, few] = CORNERS;
    // what is not shown lies in one point anyway
    let edge = |balls: &[Ball], more: &dyn Fn(usize) -> f64, along: Vec2, corners: u32| {
        if shown { outline(balls, more, along, corners) } else { vec![Vec2::default(); corners as usize] }
    };
    let round = |balls: &[Ball], more: f64, corners: u32| edge(balls, &|_| more, fingers, corners);
    put(gap, round(&hand.mitten(), HAND_GAP, many), on_hand);
    put(gap, round(&hand.thumb, HAND_GAP, some), on_hand);
    for finger in order.fingers() {
        put(skin(0.001), round(&hand.fingers[finger], 0.0, few), on_hand);
    }
    put(skin(0.001), round(&hand.palm, 0.0, some), on_hand);
    for cleft in hand.clefts {
        put(Style::new(FaceLine, layer - 0.0485).opacity(CLEFT), cleft.to_vec(), on_hand);
    }
    if !order.thumb_below {
        put(skin(0.002).far(RIM_TONE), round(&hand.thumb, RIM, some), on_hand);
    }
    put(skin(if order.thumb_below { 0.0005 } else { 0.003 }), round(&hand.thumb, 0.0, some), on_hand);
    let gap = edge(&low, &|i| if i == 0 { -0.0013 } else { GAP }, sleeve, many);
    put(Style::new(Gap, layer), gap, on_sleeve);
    put(Style::new(Jacket, layer + 0.01), edge(&low, &|_| 0.0, sleeve, many), on_sleeve);
}

/// The outline round balls, each larger by so much. Corners are counted from the limb's own direction, so that they turn with
/// it and do not slide from one of its ends to the other.
fn outline(balls: &[Ball], more: &dyn Fn(usize) -> f64, along: Vec2, corners: u32) -> Vec<Vec2> {
    let along = along.unit_or(v2(0.0, -1.0));
    let corner = |k: u32| {
        let (s, c) = sin_cos((f64::from(k) + 0.5) * 360.0 / f64::from(corners));
        let way = along * c + along.right_hand() * s;
        let rim = balls.iter().enumerate().map(|(i, b)| b.0 + way * (b.1 + more(i)));
        rim.max_by(|a, b| a.dot(way).total_cmp(&b.dot(way))).unwrap_or_default()
    };
    (0..corners).map(corner).collect()
}

/// The balls of a sleeve from the elbow on; the last ones are its cuff.
fn forearm(arm: &Arm, view: &View, wide: f64) -> [Ball; 2 + RING] {
    let end = arm.elbow.lerp(arm.wrist, 0.94);
    let elbow = (view.flat(arm.elbow), FOREARM[0] * wide);
    let middle = (view.flat(arm.elbow.lerp(arm.wrist, 0.35)), FOREARM[1] * wide);
    cuffed([elbow, middle], view, [arm.elbow, end], CUFF, arm.thumb)
}

/// The layer of the forearm of this side; what a hand holds goes with it.
pub(super) fn grip_layer(look: &Look, side: usize) -> f64 {
    if !look.arm_in_front[side] {
        return layer::FOREARM_BEHIND;
    }
    if look.arm_on_top == side { layer::ARM + 0.5 } else { layer::ARM }
}

fn sleeve(
    scene: &mut Scene,
    arm: &Arm,
    view: &View,
    look: &Look,
    far: f64,
    [upper, lower]: [f64; 2],
    side: usize,
) {
    let wide = look.form.limb;
    let at = |p: Vec3, r: f64| (view.flat(p), r * wide);
    let top = UPPER.map(|[t, r]| at(arm.shoulder.lerp(arm.elbow, t), r));
    let low = forearm(arm, view, wide);
    let top_span = scene.span(top.iter().map(|b| b.0));
    let low_span = scene.span(low.iter().map(|b| b.0));
    let one_piece = upper == lower;
    // the gap opens from nothing below the shoulder, so that the shoulder stays one piece with the jacket
    let elbow = if one_piece { GAP } else { -0.0013 };
    if one_piece {
        let lower_half = super::Span { first: top_span.first + 2, count: 2 };
        scene.hull_again(Style::new(Gap, lower), lower_half, [top[2].1, top[3].1 + GAP]);
    }
    let gap = low.iter().enumerate().map(|(i, b)| b.1 + if i == 0 { elbow } else { GAP });
    scene.hull_again(Style::new(Gap, lower), low_span, gap);
    scene.hull_again(Style::new(Jacket, upper + 0.01).far(far), top_span, top.map(|b| b.1));
    scene.hull_again(Style::new(Jacket, lower + 0.01).far(far), low_span, low.map(|b| b.1));
    if look.hand_leaves_sleeve(side) {
        // one looks into the sleeve that a hand comes out of
        let ring = super::Span { first: low_span.first + 2, count: RING };
        scene.hull_again(Style::new(JacketLine, lower + 0.05).opacity(0.30), ring, [0.0; RING]);
    }
}
