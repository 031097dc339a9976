//! Outlines and places, for pictures of dots and of lines alike.

use crate::clips::Point;
use mingmen_core::figure::FigureBox;
use std::sync::LazyLock;

/// Directions that the outline of a hull is looked for in.
const DIRECTIONS: u16 = 44;
/// Turns them a little: no direction is then straight across, where a rounding could go either way.
const TURN: f64 = 0.011;

static UNIT_VECTORS: LazyLock<Vec<Point>> = LazyLock::new(|| {
    let turn = |k| f64::from(k) / f64::from(DIRECTIONS) * std::f64::consts::TAU + TURN;
    (0..DIRECTIONS).map(turn).map(|angle| [angle.cos() as f32, angle.sin() as f32]).collect()
});

/// The outline round a set of discs: in every direction, the point that lies farthest out.
pub(crate) fn hull(points: &[Point], radii: &[f32], scale: f32) -> Vec<Point> {
    turned_hull(points, radii, scale, 0.0)
}

/// The same, the first direction turned by an angle in radians: where discs turn together, their outline's points then
/// turn with them.
pub(crate) fn turned_hull(points: &[Point], radii: &[f32], scale: f32, turn: f32) -> Vec<Point> {
    let (sin, cos) = turn.sin_cos();
    let farthest = |[x, y]: &Point| {
        let (c, s) = (x * cos - y * sin, x * sin + y * cos);
        let rim = |(p, r): (&Point, &f32)| [p[0] + c * r * scale, p[1] + s * r * scale];
        let out = |p: &Point| p[0] * c + p[1] * s;
        points.iter().zip(radii).map(rim).max_by(|a, b| out(a).total_cmp(&out(b))).unwrap_or_default()
    };
    UNIT_VECTORS.iter().map(farthest).collect()
}

/// A part of a picture.
#[derive(Clone, Copy)]
pub(crate) struct Area {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// Where a clip goes in a picture: as large as the area allows, in its middle, down on its lower edge.
pub(crate) struct Placing {
    pub(crate) scale: f32,
    left: f32,
    top: f32,
}

impl Placing {
    pub(crate) fn new(view: FigureBox, area: Area) -> Placing {
        let (width, height) = (view.width as f32, view.height as f32);
        let scale = (area.width / width).min(area.height / height);
        Placing {
            scale,
            left: area.x + (area.width - width * scale) * 0.5 - view.left as f32 * scale,
            top: area.y + (area.height - height * scale) - view.top as f32 * scale,
        }
    }

    pub(crate) fn at(&self, point: Point) -> Point {
        [self.left + point[0] * self.scale, self.top + point[1] * self.scale]
    }
}

/// The two ends of the light that falls on the whole figure: the upper right of its view and the lower left.
pub(crate) fn light(view: FigureBox) -> [Point; 2] {
    let (left, top) = (view.left as f32, view.top as f32);
    [[left + view.width as f32, top], [left, top + view.height as f32]]
}

/// Width of a clip drawn at a height, within reason.
pub(crate) fn width_at(view: FigureBox, height: f32) -> f32 {
    (height * (view.width as f32 / view.height as f32).clamp(0.45, 2.4)).round()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_of_a_disc_is_round_and_that_of_two_holds_both() {
        let disc = hull(&[[3.0, 4.0]], &[2.0], 1.0);
        assert!(disc.iter().all(|p| ((p[0] - 3.0).hypot(p[1] - 4.0) - 2.0).abs() < 1e-4));
        let both = hull(&[[0.0, 0.0], [10.0, 0.0]], &[1.0, 2.0], 3.0);
        let reach =
            |pick: fn(f32, f32) -> f32, axis: usize| both.iter().map(|p| p[axis]).reduce(pick).unwrap();
        assert!((reach(f32::min, 0) + 3.0).abs() < 0.05 && (reach(f32::max, 0) - 16.0).abs() < 0.05);
        assert!((reach(f32::max, 1) - 6.0).abs() < 0.05);
    }

    #[test]
    fn a_clip_fills_its_area_without_leaving_it() {
        let view = FigureBox { left: -100, top: -500, width: 200, height: 600 };
        let area = Area { x: 10.0, y: 20.0, width: 100.0, height: 60.0 };
        let placing = Placing::new(view, area);
        let near = |a: Point, b: Point| (a[0] - b[0]).hypot(a[1] - b[1]) < 1e-3;
        assert!(near(placing.at([-100.0, -500.0]), [50.0, 20.0]));
        assert!(near(placing.at([100.0, 100.0]), [70.0, 80.0]));
    }
}
