//! How a hand is held: by the turn of its forearm and the two bends of its wrist, and the nearest way that these allow.

use super::data::{Angle, Skeleton};
use super::vec::{Vec3, degrees, sin_cos, smooth_step};

/// Below this bend of the elbow, degrees, it does not show how the forearm is turned; from the second on it does.
pub(crate) const BENT: [f64; 2] = [10.0, 20.0];
/// A hand stays this far inside the ranges, degrees.
const MARGIN: f64 = 1.0;

/// The bones that a hand hangs on; `m` is 1 for the left side and -1 for the right.
#[derive(Clone, Copy)]
pub(crate) struct Forearm {
    /// Along the forearm to the hand.
    along: Vec3,
    /// Square to it, back to the upper arm.
    up: Vec3,
    /// Along the elbow's hinge, to where a palm that looks down has its thumb.
    hinge: Vec3,
    /// Bend of the elbow, degrees.
    pub(crate) bend: f64,
    m: f64,
}

/// Degrees.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held {
    /// Forearm turned about itself, the palm down.
    pub(crate) turn: f64,
    /// Hand bent to its palm.
    pub(crate) bend: f64,
    /// Hand bent to its thumb.
    pub(crate) side: f64,
}

impl Forearm {
    pub(crate) fn new(shoulder: Vec3, elbow: Vec3, wrist: Vec3, m: f64) -> Forearm {
        let (upper, lower) = (elbow - shoulder, wrist - elbow);
        let along = lower.unit_or(-Vec3::Y);
        Forearm {
            along,
            up: (-upper).square_to(along).unit_or(Vec3::Y),
            hinge: upper.cross(lower).unit_or(Vec3::X) * m,
            bend: upper.angle_to(lower),
            m,
        }
    }

    /// How a hand with these directions is held.
    pub(crate) fn held(&self, fingers: Vec3, thumb: Vec3) -> Held {
        // the palm's side of the left hand is fingers × thumb
        let palm = fingers.cross(thumb) * self.m;
        let across = thumb.square_to(self.along);
        Held {
            turn: degrees(libm::atan2(across.dot(self.hinge), across.dot(self.up))),
            bend: degrees(libm::atan2(-self.along.dot(palm), self.along.dot(fingers))),
            side: degrees(libm::asin((-self.along.dot(thumb)).clamp(-1.0, 1.0))),
        }
    }

    /// Fingers and thumb of a hand that is held so.
    fn directions(&self, held: Held) -> (Vec3, Vec3) {
        let ((turn_sin, turn_cos), (side_sin, side_cos)) = (sin_cos(held.turn), sin_cos(held.side));
        let across = self.up * turn_cos + self.hinge * turn_sin;
        let thumb = across * side_cos - self.along * side_sin;
        let straight = self.along.square_to(thumb).unit_or(self.along);
        let (bend_sin, bend_cos) = sin_cos(held.bend);
        (straight * bend_cos + straight.cross(thumb) * (self.m * bend_sin), thumb)
    }

    /// The directions nearest to these that a hand on this forearm can have.
    pub(crate) fn nearest(&self, skeleton: &Skeleton, fingers: Vec3, thumb: Vec3) -> (Vec3, Vec3) {
        let held = self.held(fingers, thumb);
        let within = |angle: Angle, at: f64| match skeleton.range(angle) {
            Some([low, high]) => at.clamp(low + MARGIN, high - MARGIN),
            None => at,
        };
        let turned = within(Angle::Forearm, held.turn);
        // a nearly straight arm turns in the shoulder instead
        let share = smooth_step(BENT[0], BENT[1], self.bend);
        let can = Held {
            turn: held.turn + (turned - held.turn) * share,
            bend: within(Angle::Wrist, held.bend),
            side: within(Angle::WristSide, held.side),
        };
        let same = can.turn == held.turn && can.bend == held.bend && can.side == held.side;
        if same { (fingers, thumb) } else { self.directions(can) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::library;
    use crate::figure::vec::v3;
    use proptest::prelude::*;

    /// The left upper arm hangs and the forearm points forwards.
    fn forearm() -> Forearm {
        Forearm::new(Vec3::default(), v3(0.0, -1.0, 0.0), v3(0.0, -1.0, 1.0), 1.0)
    }

    #[test]
    fn a_straight_hand_with_its_thumb_up_is_not_bent_at_all() {
        let Held { turn, bend, side } = forearm().held(Vec3::Z, Vec3::Y);
        assert!(turn.abs() + bend.abs() + side.abs() < 1e-9);
    }

    #[test]
    fn a_palm_that_looks_down_has_its_thumb_inside_and_bends_downwards() {
        let down = forearm().held(Vec3::Z, -Vec3::X);
        assert!((down.turn - 90.0).abs() < 1e-9);
        let bent = forearm().held(v3(0.0, -0.5, 1.0).unit_or(Vec3::Z), -Vec3::X);
        assert!((bent.bend - 26.565).abs() < 1e-3);
    }

    #[test]
    fn both_hands_are_read_alike() {
        let right = Forearm::new(Vec3::default(), v3(0.0, -1.0, 0.0), v3(0.0, -1.0, 1.0), -1.0);
        let (l, r) = (
            forearm().held(v3(0.2, -0.3, 1.0).unit_or(Vec3::Z), v3(-0.5, 0.8, 0.34).unit_or(Vec3::Y)),
            right.held(v3(-0.2, -0.3, 1.0).unit_or(Vec3::Z), v3(0.5, 0.8, 0.34).unit_or(Vec3::Y)),
        );
        assert!((l.turn - r.turn).abs() + (l.bend - r.bend).abs() + (l.side - r.side).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn a_hand_held_its_nearest_way_is_inside_the_ranges(
            fx in -1.0..1.0f64, fy in -1.0..1.0f64, fz in -1.0..1.0f64,
            tx in -1.0..1.0f64, ty in -1.0..1.0f64, tz in -1.0..1.0f64,
        ) {
            let skeleton = library::skeleton().unwrap();
            let fingers = v3(fx, fy, fz).unit_or(Vec3::Z);
            let thumb = v3(tx, ty, tz).square_to(fingers).unit_or(Vec3::Y.square_to(fingers).unit_or(Vec3::X));
            let (fingers, thumb) = forearm().nearest(skeleton, fingers, thumb);
            let held = forearm().held(fingers, thumb);
            for (angle, at) in [(Angle::Forearm, held.turn), (Angle::Wrist, held.bend), (Angle::WristSide, held.side)] {
                let [low, high] = skeleton.range(angle).unwrap();
                prop_assert!(at > low && at < high, "{angle:?} {at}");
            }
            prop_assert!(fingers.dot(thumb).abs() < 1e-9 && (fingers.length() - 1.0).abs() < 1e-9);
        }
    }
}
