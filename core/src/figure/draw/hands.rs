//! Hands: a palm, four fingers and a thumb, each a hull of balls.
//!
//! Nothing here comes and goes: fingers bend with the curl of the hand and shorten as they fold, so that a flat hand and a fist
//! have the same shapes and one can become the other.

use super::{Scene, Span, Style, View};
use crate::figure::body::{Arm, SIDES};
use crate::figure::record::FigurePaint::{FaceLine, Gap, Skin};
use crate::figure::vec::{Vec2, Vec3, sin_cos, smooth_step, v3};

/// A ball as the camera sees it: middle and radius.
pub(super) type Ball = (Vec2, f64);

/// Gap round a hand.
pub(super) const HAND_GAP: f64 = 0.0026;
/// What sets a thumb off from its palm.
pub(super) const RIM: f64 = 0.0014;
/// How dark that is.
pub(super) const RIM_TONE: f64 = 0.7;
/// How dark the clefts between fingers and the crease of the palm are.
pub(super) const CLEFT: f64 = 0.42;

/// Balls of the palm: along the hand from the wrist, towards the thumb, radius.
const PALM: [[f64; 3]; 4] =
    [[0.004, 0.007, 0.0130], [0.006, -0.008, 0.0120], [0.050, 0.0145, 0.0098], [0.044, -0.0145, 0.0090]];

/// Fingers from the index on: knuckle along and across, length, degrees towards the thumb, radius.
const FINGERS: [[f64; 5]; 4] = [
    [0.0510, 0.0165, 0.0440, 4.0, 0.0065],
    [0.0535, 0.0056, 0.0490, 1.0, 0.0067],
    [0.0520, -0.0054, 0.0450, -3.0, 0.0064],
    [0.0465, -0.0156, 0.0365, -8.0, 0.0057],
];

/// The thumb of a flat hand and of a fist: along, across, out of the palm; and its radii.
const THUMB: [[[f64; 3]; 2]; 3] = [
    [[0.010, 0.010, 0.004], [0.012, 0.010, 0.006]],
    [[0.030, 0.029, 0.006], [0.032, 0.022, 0.015]],
    [[0.052, 0.039, 0.006], [0.049, 0.004, 0.027]],
];
const THUMB_RADII: [f64; 3] = [0.0110, 0.0082, 0.0064];

/// A hand as the camera sees it.
pub(super) struct Hand {
    pub(super) palm: [Ball; 4],
    pub(super) fingers: [[Ball; 2]; 4],
    pub(super) thumb: [Ball; 3],
    /// Slivers of shade between neighbouring fingers.
    pub(super) clefts: [[Vec2; 3]; 3],
    /// The line round the ball of the thumb; it closes as the palm turns away.
    crease: [Vec2; 4],
}

/// The way the palm looks.
pub(super) fn palm_normal(arm: &Arm, side: usize) -> Vec3 {
    arm.fingers.cross(arm.thumb) * SIDES[side]
}

impl Hand {
    pub(super) fn of(arm: &Arm, side: usize, view: &View) -> Hand {
        let normal = palm_normal(arm, side);
        let place = |p: Vec3| arm.wrist + arm.fingers * p.x + arm.thumb * p.y + normal * p.z;
        let at = |p: Vec3, r: f64| (view.flat(place(p)), r);
        let fold = arm.curl.clamp(0.0, 1.0);
        let (bend_s, bend_c) = sin_cos(90.0 * fold);
        let fingers = FINGERS.map(|[along, across, length, fan, r]| {
            let reach = length * (1.0 - 0.45 * fold);
            let (s, c) = sin_cos(fan * (1.0 - fold));
            let knuckle = v3(along, across, 0.0);
            (knuckle, knuckle + v3(bend_c * c, s, bend_s * c) * reach, r)
        });
        let clefts = [0, 1, 2].map(|i| {
            let ((a, a_tip, _), (b, b_tip, _)) = (fingers[i], fingers[i + 1]);
            let (a_end, b_end) = (a.lerp(a_tip, 0.98), b.lerp(b_tip, 1.02));
            let end = a_end.lerp(b_end, 0.5);
            let half = (a_end - b_end).unit_or(Vec3::Y) * 0.0013;
            let web = a.lerp(b, 0.5) + v3(-0.002, 0.0, 0.0);
            [web, end + half, end - half].map(|p| view.flat(place(p)))
        });
        let thumb = [0, 1, 2].map(|i| {
            let [flat, fist] = THUMB[i].map(Vec3::from);
            at(flat.lerp(fist, fold), THUMB_RADII[i])
        });
        let shown = smooth_step(0.10, 0.45, view.depth(normal));
        let line = [v3(0.041, 0.012, 0.0), v3(0.030, 0.001, 0.0), v3(0.010, -0.002, 0.0)];
        let thick = line[1] + v3(-0.0022, 0.0022, 0.0) * shown;
        Hand {
            palm: PALM.map(|[along, across, r]| at(v3(along, across, 0.0), r)),
            fingers: fingers.map(|(knuckle, tip, r)| [at(knuckle, r), at(tip, r * 0.9)]),
            thumb,
            clefts,
            crease: [line[0], line[1], line[2], thick].map(|p| view.flat(place(p))),
        }
    }

    /// Palm and fingers.
    pub(super) fn mitten(&self) -> Vec<Ball> {
        self.palm.iter().chain(self.fingers.iter().flatten()).copied().collect()
    }
}

/// In which order the parts of a hand lie, decided once for a clip.
#[derive(Clone, Copy)]
pub(super) struct HandOrder {
    /// The back of the hand looks at the viewer: the thumb lies under it.
    pub(super) thumb_below: bool,
    /// The index finger is nearer than the little one.
    pub(super) index_near: bool,
}

impl HandOrder {
    /// Fingers from the farthest to the nearest.
    pub(super) fn fingers(self) -> [usize; 4] {
        if self.index_near { [3, 2, 1, 0] } else { [0, 1, 2, 3] }
    }
}

/// Draws a hand; `far` is its tone.
pub(super) fn draw(scene: &mut Scene, hand: &Hand, order: HandOrder, far: f64, layer: f64) {
    let gap = Style::new(Gap, layer - 0.001);
    let part = |scene: &mut Scene, balls: &[Ball], above: f64| {
        let span = scene.hull(Style::new(Skin, layer + above).far(far), balls);
        scene.hull_again(gap, span, grown(balls, HAND_GAP));
    };
    for finger in order.fingers() {
        part(scene, &hand.fingers[finger], 0.001);
    }
    part(scene, &hand.palm, 0.001);
    scene.fill(Style::new(FaceLine, layer + 0.0015).opacity(CLEFT), hand.crease);
    for cleft in hand.clefts {
        scene.fill(Style::new(FaceLine, layer + 0.0015).opacity(CLEFT), cleft);
    }
    let above = if order.thumb_below { 0.0005 } else { 0.003 };
    let span = scene.span(hand.thumb.iter().map(|b| b.0));
    for pair in 0..2 {
        let link = Span { first: span.first + pair, count: 2 };
        let balls = &hand.thumb[pair..pair + 2];
        scene.hull_again(gap, link, grown(balls, HAND_GAP));
        if !order.thumb_below {
            let rim = Style::new(Skin, layer + 0.002).far(far + RIM_TONE);
            scene.hull_again(rim, link, grown(balls, RIM));
        }
        scene.hull_again(Style::new(Skin, layer + above).far(far), link, grown(balls, 0.0));
    }
}

fn grown(balls: &[Ball], more: f64) -> impl Iterator<Item = f64> + '_ {
    balls.iter().map(move |b| b.1 + more)
}
