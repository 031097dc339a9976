//! What the figure rests on: chair, mat and pillow, and its shadow on the floor.

use super::{Scene, Style, View, layer};
use crate::figure::body::Pose;
use crate::figure::data::{BaseId, Room};
use crate::figure::record::FigurePaint::{Mat, Shadow, Wood};
use crate::figure::vec::{Turn, Vec3, v2, v3};

/// Height of the chair's seat. Its legs stand square under the hips of the seated base.
const SEAT: f64 = 0.222;

/// A mat's ends under the lying base: feet, head.
const MAT: [f64; 2] = [-0.58, 0.50];
/// The pillow's, under its head.
const PILLOW: [f64; 2] = [-0.37, -0.50];

pub(super) fn draw(scene: &mut Scene, pose: &Pose, view: &View, room: Option<Room>) {
    shadows(scene, pose, view);
    if let Some(Room { chair: [x, z], chair_turn, mat }) = room {
        slab(scene, view, Style::new(Mat, layer::MAT), 0.17, mat, -0.008, 0.008);
        chair(scene, view, v3(x, 0.0, z), Turn::about_y(chair_turn));
        return;
    }
    match pose.base {
        BaseId::Seated => chair(scene, view, Vec3::default(), Turn::NONE),
        BaseId::Lying => {
            slab(scene, view, Style::new(Mat, layer::MAT), 0.17, MAT, -0.008, 0.008);
            slab(scene, view, Style::new(Wood, layer::CHAIR_SEAT), 0.09, PILLOW, 0.024, 0.026);
        }
        BaseId::Standing | BaseId::Walking => {}
    }
}

/// Soft shadows under the feet and the body.
fn shadows(scene: &mut Scene, pose: &Pose, view: &View) {
    let squash = view.to.y.max(0.12);
    let mut soft = |at: Vec3, radius: f64, squash: f64| {
        let middle = view.flat(v3(at.x, 0.0, at.z));
        scene.glow(Style::new(Shadow, layer::SHADOW), middle, v2(radius, radius * squash));
    };
    for leg in &pose.legs {
        soft(leg.heel.lerp(leg.toe, 0.5), 0.115, squash);
    }
    let [left, right] = &pose.legs;
    soft((pose.spine[0] + left.ankle + right.ankle) * (1.0 / 3.0), 0.25, squash);
    if pose.base == BaseId::Lying {
        soft(v3(0.0, 0.0, -0.12), 0.50, squash * 0.6);
    }
}

/// A chair whose seat has its middle over `place`.
fn chair(scene: &mut Scene, view: &View, place: Vec3, turn: Turn) {
    let (half, front, back) = (0.125, 0.105, -0.165);
    let ball = |p: Vec3, r: f64| (view.flat(place + turn * p), r);
    let far = |x: f64, z: f64| if view.depth(turn * v3(x, 0.0, z)) < 0.0 { 1.0 } else { 0.25 };
    for (x, z) in [(half, back), (-half, back), (half, front), (-half, front)] {
        let top = v3(x * 0.9, SEAT - 0.02, z * 0.94);
        let foot = v3(x, 0.012, z * 1.04);
        scene.hull(Style::new(Wood, layer::CHAIR_LEG).far(far(x, z)), &[ball(top, 0.012), ball(foot, 0.009)]);
    }
    let y = SEAT - 0.014;
    for x in [half * 0.86, -half * 0.86] {
        let top = v3(x, SEAT + 0.255, back - 0.042);
        scene.hull(
            Style::new(Wood, layer::CHAIR_BACK - 0.1).far(far(x, 0.0)),
            &[ball(v3(x, y, back), 0.012), ball(top, 0.010)],
        );
    }
    let rest = |x: f64, height: f64, lean: f64| ball(v3(x * half * 0.86, SEAT + height, back - lean), 0.012);
    scene.hull(
        Style::new(Wood, layer::CHAIR_BACK).far(0.4),
        &[rest(1.0, 0.19, 0.033), rest(-1.0, 0.19, 0.033), rest(-1.0, 0.26, 0.043), rest(1.0, 0.26, 0.043)],
    );
    let corner = |x: f64, z: f64| ball(v3(x, y, z), 0.014);
    scene.hull(
        Style::new(Wood, layer::CHAIR_SEAT),
        &[corner(half, front), corner(-half, front), corner(-half, back), corner(half, back)],
    );
}

/// A flat thing on the floor: half its width, its ends, height of its middle and its rounding.
fn slab(scene: &mut Scene, view: &View, style: Style, half: f64, [from, to]: [f64; 2], y: f64, r: f64) {
    let corner = |x: f64, z: f64| (view.flat(v3(x, y, z)), r);
    scene.hull(style, &[corner(half, from), corner(-half, from), corner(-half, to), corner(half, to)]);
}
