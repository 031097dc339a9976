//! Points, directions and turns: just enough geometry to pose a body.
//!
//! Everything is `f64`, and every function that the hardware might round in its own way (sine, arc cosine …) goes
//! through `libm`, so that a phone, a server and a laptop sample a clip to the same bytes.

use std::ops::{Add, AddAssign, Mul, Neg, Sub};

/// A point or direction of the body. x = the figure's left, y = up, z = forward; unit = stature.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Vec3 {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) z: f64,
}

/// A point of the picture. x = right, y = up; unit = stature.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Vec2 {
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// A turn, as the three axes of the turned frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Turn {
    pub(crate) x: Vec3,
    pub(crate) y: Vec3,
    pub(crate) z: Vec3,
}

/// Shorter than this, a vector has no direction.
const NOTHING: f64 = 1e-9;

/// A [`Vec3`].
pub(crate) const fn v3(x: f64, y: f64, z: f64) -> Vec3 {
    Vec3 { x, y, z }
}

/// A [`Vec2`].
pub(crate) const fn v2(x: f64, y: f64) -> Vec2 {
    Vec2 { x, y }
}

impl Vec3 {
    pub(crate) const X: Vec3 = v3(1.0, 0.0, 0.0);
    pub(crate) const Y: Vec3 = v3(0.0, 1.0, 0.0);
    pub(crate) const Z: Vec3 = v3(0.0, 0.0, 1.0);

    pub(crate) fn dot(self, o: Vec3) -> f64 {
        self.x * o.x + self.y * o.y + self.z * o.z
    }
    pub(crate) fn cross(self, o: Vec3) -> Vec3 {
        v3(self.y * o.z - self.z * o.y, self.z * o.x - self.x * o.z, self.x * o.y - self.y * o.x)
    }
    pub(crate) fn length(self) -> f64 {
        libm::sqrt(self.dot(self))
    }
    /// The same direction with length one, or `fallback` where there is no direction.
    pub(crate) fn unit_or(self, fallback: Vec3) -> Vec3 {
        let length = self.length();
        if length < NOTHING { fallback } else { self * (1.0 / length) }
    }
    pub(crate) fn lerp(self, to: Vec3, t: f64) -> Vec3 {
        self + (to - self) * t
    }
    /// The part of this vector that is square to `axis` (of length one).
    pub(crate) fn square_to(self, axis: Vec3) -> Vec3 {
        self - axis * self.dot(axis)
    }
    /// The angle to another direction, in degrees.
    pub(crate) fn angle_to(self, o: Vec3) -> f64 {
        let cosine = self.unit_or(Vec3::Y).dot(o.unit_or(Vec3::Y));
        degrees(libm::acos(cosine.clamp(-1.0, 1.0)))
    }
    /// Multiplied part by part.
    pub(crate) fn scaled(self, o: Vec3) -> Vec3 {
        v3(self.x * o.x, self.y * o.y, self.z * o.z)
    }
}

impl From<[f64; 3]> for Vec3 {
    fn from([x, y, z]: [f64; 3]) -> Vec3 {
        v3(x, y, z)
    }
}

impl Vec2 {
    pub(crate) fn dot(self, o: Vec2) -> f64 {
        self.x * o.x + self.y * o.y
    }
    pub(crate) fn length(self) -> f64 {
        libm::sqrt(self.dot(self))
    }
    pub(crate) fn unit_or(self, fallback: Vec2) -> Vec2 {
        let length = self.length();
        if length < NOTHING { fallback } else { self * (1.0 / length) }
    }
    pub(crate) fn lerp(self, to: Vec2, t: f64) -> Vec2 {
        self + (to - self) * t
    }
    /// A quarter turn clockwise.
    pub(crate) fn right_hand(self) -> Vec2 {
        v2(self.y, -self.x)
    }
}

impl Turn {
    pub(crate) const NONE: Turn = Turn { x: Vec3::X, y: Vec3::Y, z: Vec3::Z };

    /// About the x axis: a bow, forwards for positive degrees.
    pub(crate) fn about_x(deg: f64) -> Turn {
        let (s, c) = sin_cos(deg);
        Turn { x: Vec3::X, y: v3(0.0, c, s), z: v3(0.0, -s, c) }
    }
    /// About the vertical: to the figure's left for positive degrees.
    pub(crate) fn about_y(deg: f64) -> Turn {
        let (s, c) = sin_cos(deg);
        Turn { x: v3(c, 0.0, -s), y: Vec3::Y, z: v3(s, 0.0, c) }
    }
    /// About the forward axis: to the figure's right for positive degrees.
    pub(crate) fn about_z(deg: f64) -> Turn {
        let (s, c) = sin_cos(deg);
        Turn { x: v3(c, s, 0.0), y: v3(-s, c, 0.0), z: Vec3::Z }
    }
    /// The shortest turn that takes one direction to another (both of length one). For opposite ones, about the x axis.
    pub(crate) fn between(from: Vec3, to: Vec3) -> Turn {
        let half = (from + to).unit_or(Vec3::Z);
        // two half turns: about the middle, and before that about the start
        let turn = |v: Vec3, axis: Vec3| axis * (2.0 * axis.dot(v)) - v;
        let both = |v: Vec3| turn(turn(v, from), half);
        Turn { x: both(Vec3::X), y: both(Vec3::Y), z: both(Vec3::Z) }
    }
    /// What a direction of the world is in this frame.
    pub(crate) fn inverse(&self, v: Vec3) -> Vec3 {
        v3(self.x.dot(v), self.y.dot(v), self.z.dot(v))
    }
}

/// Sine and cosine of an angle in degrees.
pub(crate) fn sin_cos(deg: f64) -> (f64, f64) {
    libm::sincos(deg * (std::f64::consts::PI / 180.0))
}

/// Degrees of an angle in radians.
pub(crate) fn degrees(rad: f64) -> f64 {
    rad * (180.0 / std::f64::consts::PI)
}

/// From 0 below `from` to 1 above `to`, without a corner.
pub(crate) fn smooth_step(from: f64, to: f64, x: f64) -> f64 {
    let t = ((x - from) / (to - from)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// A bell of height one about `at`.
pub(crate) fn bell(x: f64, at: f64, width: f64) -> f64 {
    let u = (x - at) / width;
    libm::exp(-u * u)
}

impl Mul<Vec3> for Turn {
    type Output = Vec3;
    fn mul(self, v: Vec3) -> Vec3 {
        self.x * v.x + self.y * v.y + self.z * v.z
    }
}
impl Mul for Turn {
    type Output = Turn;
    fn mul(self, o: Turn) -> Turn {
        Turn { x: self * o.x, y: self * o.y, z: self * o.z }
    }
}

macro_rules! vector_arithmetic {
    ($vector:ident, $($part:ident),+) => {
        impl Add for $vector {
            type Output = $vector;
            fn add(self, o: $vector) -> $vector {
                $vector { $($part: self.$part + o.$part),+ }
            }
        }
        impl AddAssign for $vector {
            fn add_assign(&mut self, o: $vector) {
                *self = *self + o;
            }
        }
        impl Sub for $vector {
            type Output = $vector;
            fn sub(self, o: $vector) -> $vector {
                $vector { $($part: self.$part - o.$part),+ }
            }
        }
        impl Mul<f64> for $vector {
            type Output = $vector;
            fn mul(self, k: f64) -> $vector {
                $vector { $($part: self.$part * k),+ }
            }
        }
        impl Neg for $vector {
            type Output = $vector;
            fn neg(self) -> $vector {
                self * -1.0
            }
        }
    };
}
vector_arithmetic!(Vec3, x, y, z);
vector_arithmetic!(Vec2, x, y);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bow_brings_the_head_forward() {
        let head = Turn::about_x(90.0) * Vec3::Y;
        assert!((head - Vec3::Z).length() < 1e-12);
    }

    #[test]
    fn a_turn_to_the_left_brings_the_face_to_the_left() {
        let face = Turn::about_y(90.0) * Vec3::Z;
        assert!((face - Vec3::X).length() < 1e-12);
    }

    #[test]
    fn the_shortest_turn_takes_one_direction_to_the_other_and_leaves_what_is_square_to_both() {
        let turn = Turn::between(-Vec3::Y, Vec3::Z);
        assert!((turn * -Vec3::Y - Vec3::Z).length() < 1e-12);
        assert!((turn * Vec3::X - Vec3::X).length() < 1e-12);
        assert!((turn * Vec3::Z - Vec3::Y).length() < 1e-12);
    }

    #[test]
    fn turning_there_and_back_changes_nothing() {
        let turn = Turn::about_y(31.0) * Turn::about_z(-7.0) * Turn::about_x(12.0);
        let v = v3(0.3, -0.2, 0.9);
        assert!((turn.inverse(turn * v) - v).length() < 1e-12);
    }
}
