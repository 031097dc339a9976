//! What a shape is in lines: for each phase the same number of points, which a browser can move.

use crate::clips::Point;
use crate::geometry::turned_hull;
use mingmen_core::figure::{FigureKind, FigureShape};

/// Nearer than this, two discs do not say which way a limb lies, clip units.
const END_ON: f32 = 60.0;

/// How the points of a part are joined.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    /// A filled outline, drawn round with the width.
    Area,
    /// An open line of the width.
    Line,
    /// Discs as wide as the width.
    Dots,
    /// The middle of an ellipse that fades, and a point on its rim.
    Glow,
}

/// A shape, or what becomes one path of it.
pub(super) struct Part {
    pub(super) form: Form,
    /// Clip units; 0 for what is filled alone.
    pub(super) width: f32,
    /// Which points of the shape it joins.
    picks: Vec<usize>,
    /// One per point for an outline round discs; else empty.
    radii: Vec<f32>,
}

impl Part {
    /// Its points, from the points of the shape, where it is turned by an angle.
    pub(super) fn outline(&self, points: &[Point], turn: f32) -> Vec<Point> {
        let picked: Vec<Point> = self.picks.iter().filter_map(|i| points.get(*i).copied()).collect();
        if self.radii.is_empty() { picked } else { turned_hull(&picked, &self.radii, 1.0, turn) }
    }

    /// Which way it lies, in radians: from its first disc to its last. Nothing where one hides the other, or where it
    /// does not matter.
    pub(super) fn turn(&self, points: &[Point]) -> Option<f32> {
        let (first, last) = (points.first()?, points.last()?);
        let [x, y] = [last[0] - first[0], last[1] - first[1]];
        (!self.radii.is_empty() && x.hypot(y) > END_ON).then(|| y.atan2(x))
    }
}

/// The paths that a shape becomes.
pub(super) fn parts(shape: &FigureShape) -> Vec<Part> {
    let all = || (0..shape.point_count as usize).collect();
    let plain = |form, width| Part { form, width, picks: all(), radii: vec![] };
    match shape.kind {
        FigureKind::Fill => vec![plain(Form::Area, 0.0)],
        FigureKind::Line => vec![plain(Form::Line, shape.width)],
        FigureKind::Glow => vec![plain(Form::Glow, 0.0)],
        FigureKind::Hull => vec![round_discs(shape, all())],
        FigureKind::Dots => dots(shape),
    }
}

/// The outline round discs is that round smaller discs, drawn with a line as wide as the smallest: a limb that hardly
/// tapers then needs hardly more points than its joints.
fn round_discs(shape: &FigureShape, picks: Vec<usize>) -> Part {
    let smallest = shape.radii.iter().copied().reduce(f32::min).unwrap_or_default();
    let radii = shape.radii.iter().map(|r| r - smallest).collect();
    Part { form: Form::Area, width: smallest * 2.0, picks, radii }
}

/// Discs of one size go into one path.
fn dots(shape: &FigureShape) -> Vec<Part> {
    let mut parts: Vec<Part> = vec![];
    for (i, radius) in shape.radii.iter().enumerate() {
        let width = radius * 2.0;
        match parts.iter_mut().find(|part| part.width == width) {
            Some(part) => part.picks.push(i),
            None => parts.push(Part { form: Form::Dots, width, picks: vec![i], radii: vec![] }),
        }
    }
    parts
}
