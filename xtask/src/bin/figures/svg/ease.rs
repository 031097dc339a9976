//! How a part comes from one keyframe to the next: not evenly, as nobody moves evenly.
//!
//! SMIL takes a cubic Bézier over time and way for each step. With its handles at a third and two thirds of the time, the
//! way is a plain polynomial of the time, so that the best handles are found by least squares.

use crate::clips::Point;

/// The handles of a step: shares of the way, each from 0 to 1, in hundredths as they are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ease(pub(super) [f32; 2]);

impl Ease {
    /// Evenly.
    pub(super) const EVEN: Ease = Ease([0.33, 0.67]);

    /// The share of the way at a share of the time.
    pub(super) fn at(self, t: f32) -> f32 {
        let [early, late] = weights(t);
        self.0[0] * early + self.0[1] * late + t * t * t
    }

    /// The handles that come closest to the ways, each at its share of the time.
    pub(super) fn fitted(ways: impl Iterator<Item = (f32, f32)>) -> Ease {
        let [mut aa, mut ab, mut bb, mut ay, mut by] = [0.0; 5];
        for (t, way) in ways {
            let ([a, b], rest) = (weights(t), way - t * t * t);
            (aa, ab, bb) = (aa + a * a, ab + a * b, bb + b * b);
            (ay, by) = (ay + a * rest, by + b * rest);
        }
        let area = aa * bb - ab * ab;
        if area < 1e-6 {
            return Ease::EVEN;
        }
        let handles = [(ay * bb - by * ab) / area, (by * aa - ay * ab) / area];
        Ease(handles.map(|y| (y.clamp(0.0, 1.0) * 100.0).round() / 100.0))
    }
}

/// How much each handle counts at a share of the time.
fn weights(t: f32) -> [f32; 2] {
    [3.0 * t * (1.0 - t) * (1.0 - t), 3.0 * t * t * (1.0 - t)]
}

/// How far points have come from `a` to `b`: the share that brings all of them closest.
pub(super) fn way(points: &[Point], a: &[Point], b: &[Point]) -> f32 {
    let (mut along, mut whole) = (0.0, 0.0);
    for ((p, a), b) in points.iter().zip(a).zip(b) {
        let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        along += (p[0] - a[0]) * dx + (p[1] - a[1]) * dy;
        whole += dx * dx + dy * dy;
    }
    if whole > 0.0 { along / whole } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_that_begins_and_ends_at_rest_is_found() {
        let smooth = |t: f32| (t, t * t * (3.0 - 2.0 * t));
        let ease = Ease::fitted((1..10).map(|i| smooth(i as f32 / 10.0)));
        assert_eq!(ease, Ease([0.0, 1.0]));
        assert!((ease.at(0.25) - smooth(0.25).1).abs() < 1e-6);
    }

    #[test]
    fn nothing_to_go_by_is_even() {
        assert_eq!(Ease::fitted([(0.5, 0.5)].into_iter()), Ease::EVEN);
        assert!((0..=10).all(|i| (Ease::EVEN.at(i as f32 / 10.0) - i as f32 / 10.0).abs() < 0.005));
    }
}
