//! Whether a limb goes through the body or the chair. Limbs are balls strung on their bones, as thick as they are drawn; the trunk
//! is a stack of ellipses, the chair a seat and a back. To touch is fine, and cloth and flesh give way a little.

use super::super::body::{Arm, Pose};
use super::super::data::BaseId;
use super::super::vec::{Vec3, v3};

/// Where an ellipse of the trunk sits along the spine (joint number), its half width, and its depth to the front and to the back:
/// the cloth as it is drawn.
const TRUNK: [[f64; 4]; 8] = [
    [-0.55, 0.110, 0.068, 0.078],
    [0.0, 0.107, 0.068, 0.077],
    [1.0, 0.096, 0.065, 0.066],
    [2.0, 0.089, 0.063, 0.055],
    [3.0, 0.089, 0.066, 0.053],
    [4.0, 0.094, 0.070, 0.057],
    [4.9, 0.095, 0.064, 0.058],
    [5.5, 0.072, 0.047, 0.052],
];
/// The skull, from the base of it.
const SKULL: Vec3 = v3(0.0, 0.044, 0.004);
const SKULL_RADIUS: f64 = 0.055;
/// Radii of sleeve and trousers at the ends of their bones.
const UPPER_ARM: [f64; 2] = [0.034, 0.0275];
const FOREARM: [f64; 2] = [0.0275, 0.024];
const THIGH: [f64; 2] = [0.0515, 0.045];
const SHANK: [f64; 2] = [0.045, 0.0365];
/// Half of a hand's thickness, and how far its fingers reach beyond the middle of the palm.
const HAND: f64 = 0.011;
const FINGERS: f64 = 0.045;
/// The chair: half its width, front and back of the seat, its upper side, the top of the back, and half a board.
const CHAIR: [f64; 6] = [0.125, 0.105, -0.165, 0.222, 0.475, 0.012];

/// A round piece of the body between two points, with a radius at each.
#[derive(Clone, Copy)]
struct Piece {
    from: Vec3,
    to: Vec3,
    radius: [f64; 2],
}

impl Piece {
    fn at(&self, share: f64) -> (Vec3, f64) {
        (self.from.lerp(self.to, share), self.radius[0] + (self.radius[1] - self.radius[0]) * share)
    }

    /// The share of the way at which it is nearest to a point.
    fn nearest(&self, point: Vec3) -> f64 {
        let way = self.to - self.from;
        ((point - self.from).dot(way) / way.dot(way).max(1e-12)).clamp(0.0, 1.0)
    }

    /// How deep another piece is in this one.
    fn overlap(&self, other: &Piece) -> f64 {
        // one round of nearest points is exact where the pieces cross, and near enough elsewhere
        let mut share = 0.5;
        let mut own = 0.5;
        for _ in 0..4 {
            own = self.nearest(other.at(share).0);
            share = other.nearest(self.at(own).0);
        }
        let ((a, ra), (b, rb)) = (self.at(own), other.at(share));
        ra + rb - (a - b).length()
    }
}

/// What goes through what, the deepest, and by how much.
pub(super) fn deepest(poses: &[Pose]) -> Option<(&'static str, f64)> {
    let touches = poses.iter().flat_map(touches);
    touches.max_by(|a, b| a.1.total_cmp(&b.1))
}

/// Every pair of parts that could touch, with how deep one is in the other; below zero they are apart.
pub(super) fn touches(pose: &Pose) -> Vec<(&'static str, f64)> {
    let mut all = vec![];
    let limbs = [0, 1].map(|side| Limbs::of(pose, side));
    for (side, limb) in limbs.iter().enumerate() {
        let lower = [limb.forearm, limb.hand];
        for piece in lower.iter().chain([&limb.elbow]) {
            all.push(("an arm in the trunk", in_trunk(pose, piece)));
        }
        for piece in &lower {
            all.push(("an arm in the head", head(pose).overlap(piece)));
            for leg in limbs.iter().flat_map(|l| [l.thigh, l.shank]) {
                all.push(("an arm in a leg", leg.overlap(piece)));
            }
            if has_chair(pose) {
                all.push(("an arm in the chair", in_chair(piece)));
            }
        }
        if side == 0 {
            let other = &limbs[1];
            all.push(("an arm in the other", limb.forearm.overlap(&other.forearm)));
            all.push(("an arm in the other", limb.forearm.overlap(&other.hand)));
            all.push(("an arm in the other", limb.hand.overlap(&other.forearm)));
            all.push(("a hand in the other", limb.hand.overlap(&other.hand)));
            all.push(("an arm in the other", limb.elbow.overlap(&other.hand)));
            all.push(("an arm in the other", limb.hand.overlap(&other.elbow)));
            all.push(("a leg in the other", limb.shank.overlap(&other.shank)));
            all.push(("a leg in the other", limb.thigh_end.overlap(&other.thigh_end)));
        }
    }
    all
}

/// The pieces of one side.
struct Limbs {
    /// The lower half of the upper arm: the upper one belongs to the shoulder.
    elbow: Piece,
    forearm: Piece,
    hand: Piece,
    thigh: Piece,
    /// The half towards the knee: at the hips the thighs are one.
    thigh_end: Piece,
    shank: Piece,
}

impl Limbs {
    fn of(pose: &Pose, side: usize) -> Limbs {
        let (leg, arm) = (&pose.legs[side], &pose.arms[side]);
        let piece = |from: Vec3, to: Vec3, radius: [f64; 2]| Piece { from, to, radius };
        let upper = piece(arm.shoulder, arm.elbow, UPPER_ARM);
        let thigh = piece(leg.hip, leg.knee, THIGH);
        let half = |whole: Piece| {
            let (middle, radius) = whole.at(0.5);
            piece(middle, whole.to, [radius, whole.radius[1]])
        };
        Limbs {
            elbow: half(upper),
            forearm: piece(arm.elbow, arm.wrist, FOREARM),
            hand: piece(arm.wrist, fingertips(arm), [HAND, HAND]),
            thigh,
            thigh_end: half(thigh),
            shank: piece(leg.knee, leg.ankle, SHANK),
        }
    }
}

fn fingertips(arm: &Arm) -> Vec3 {
    arm.palm + arm.fingers * (FINGERS * (1.0 - arm.curl).max(0.0))
}

fn head(pose: &Pose) -> Piece {
    let middle = pose.spine[8] + pose.head() * SKULL;
    Piece { from: middle, to: middle, radius: [SKULL_RADIUS; 2] }
}

/// How deep a piece is in the trunk: the deepest of a few balls along it, each in the ellipse of its height.
fn in_trunk(pose: &Pose, piece: &Piece) -> f64 {
    let balls = (0..=4).map(|i| piece.at(f64::from(i) / 4.0));
    balls.map(|(middle, radius)| ball_in_trunk(pose, middle, radius)).fold(f64::MIN, f64::max)
}

fn ball_in_trunk(pose: &Pose, middle: Vec3, radius: f64) -> f64 {
    let slices = TRUNK.iter().map(|[along, width, front, back]| {
        let joint = (*along as usize).min(7);
        let frame = pose.frame[joint];
        let at = pose.spine[joint] + frame.y * ((along - joint as f64) * 0.052);
        let p = frame.inverse(middle - at);
        // a slice reaches half way to its neighbours
        let above = (p.y.abs() - 0.027).max(0.0);
        let deep = if p.z > 0.0 { *front } else { *back };
        let (x, z) = (p.x / width, p.z / deep);
        let share = libm::sqrt(x * x + z * z);
        let across = libm::sqrt(p.x * p.x + p.z * p.z);
        // along the way to the ellipse's middle
        let inside = if share < 1e-9 { deep.min(*width) } else { across / share - across };
        if above > 0.0 { radius - libm::hypot(above, (-inside).max(0.0)) } else { radius + inside }
    });
    slices.fold(f64::MIN, f64::max)
}

fn has_chair(pose: &Pose) -> bool {
    pose.base == BaseId::Seated
}

/// How deep a piece is in the seat or the back of the chair.
fn in_chair(piece: &Piece) -> f64 {
    let [half, front, back, seat, top, board] = CHAIR;
    let boards = [
        (v3(-half, seat - 2.0 * board, back), v3(half, seat, front)),
        (v3(-half, seat, back - 0.045), v3(half, top, back - 0.045 + 2.0 * board)),
    ];
    let ball = |(middle, radius): (Vec3, f64)| {
        let into = boards.iter().map(|(low, high)| radius - outside(middle, *low, *high));
        into.fold(f64::MIN, f64::max)
    };
    (0..=4).map(|i| ball(piece.at(f64::from(i) / 4.0))).fold(f64::MIN, f64::max)
}

/// How far a point is outside a box; below zero it is inside.
fn outside(p: Vec3, low: Vec3, high: Vec3) -> f64 {
    let gap = |p: f64, low: f64, high: f64| (low - p).max(p - high);
    let gaps = [gap(p.x, low.x, high.x), gap(p.y, low.y, high.y), gap(p.z, low.z, high.z)];
    let deepest = gaps.into_iter().fold(f64::MIN, f64::max);
    if deepest <= 0.0 {
        return deepest;
    }
    libm::sqrt(gaps.iter().map(|g| g.max(0.0) * g.max(0.0)).sum())
}
