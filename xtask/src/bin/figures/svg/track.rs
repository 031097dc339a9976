//! A part over the cycle, thinned: no more points and no more keyframes than the eye can tell.

use super::outline::{Form, Part};
use crate::clips::{Clip, Point, mix};
use mingmen_core::figure::FigureShape;

/// How far a thinned outline may leave the whole one, clip units: a quarter of a pixel where the stature is 420.
pub(super) const OUTLINE_TOLERANCE: f32 = 6.0;
/// How far it may leave its place between two keyframes, clip units.
pub(super) const TIME_TOLERANCE: f32 = 8.0;

/// One part over the cycle.
pub(super) struct Track {
    pub(super) frames: Vec<Frame>,
}

/// A part at one phase.
pub(super) struct Frame {
    /// From 0 to 1. What stands still has one frame, at 0; else the last is at 1.
    pub(super) phase: f32,
    pub(super) points: Vec<Point>,
}

impl Track {
    /// The part over the whole cycle. Its first frame is the clip's first sample.
    pub(super) fn of(clip: &Clip, shape: &FigureShape, part: &Part) -> Track {
        let frame = |phase: f32, points: &[Point]| Frame {
            phase,
            points: part.outline(clip.of_shape(shape, points)),
        };
        let samples = clip.samples();
        let mut frames: Vec<Frame> = samples.iter().map(|s| frame(s.phase, &s.points)).collect();
        let end = if clip.ends_with_a_cut() { samples.last() } else { samples.first() };
        frames.extend(end.map(|sample| frame(1.0, &sample.points)));
        Track { frames }.thinned(part.form)
    }

    /// The part at one phase, which stands still.
    pub(super) fn still(clip: &Clip, shape: &FigureShape, part: &Part, points: &[Point]) -> Track {
        let points = part.outline(clip.of_shape(shape, points));
        Track { frames: vec![Frame { phase: 0.0, points }] }.thinned(part.form)
    }

    /// Where the points are at a phase.
    #[cfg(test)]
    pub(super) fn at(&self, phase: f32) -> Vec<Point> {
        let after = self.frames.partition_point(|frame| frame.phase <= phase).min(self.frames.len() - 1);
        let (a, b) = (&self.frames[after.saturating_sub(1)], &self.frames[after]);
        if a.phase >= b.phase { b.points.clone() } else { between(a, b, phase) }
    }

    /// Whether nothing of it is ever seen: its points are in one place.
    pub(super) fn is_hidden(&self, form: Form) -> bool {
        let in_one_place = |frame: &Frame| frame.points.windows(2).all(|pair| pair[0] == pair[1]);
        matches!(form, Form::Area | Form::Glow) && self.frames.iter().all(in_one_place)
    }

    fn thinned(self, form: Form) -> Track {
        let frames = thin_in_time(self.frames);
        match form {
            Form::Area => thin_outline(frames, true),
            Form::Line => thin_outline(frames, false),
            Form::Dots | Form::Glow => Track { frames },
        }
    }
}

fn between(a: &Frame, b: &Frame, phase: f32) -> Vec<Point> {
    let share = (phase - a.phase) / (b.phase - a.phase);
    a.points.iter().zip(&b.points).map(|(a, b)| mix(*a, *b, share)).collect()
}

fn thin_in_time(frames: Vec<Frame>) -> Vec<Frame> {
    let off = |i: usize, a: usize, b: usize| {
        let blend = between(&frames[a], &frames[b], frames[i].phase);
        farthest(frames[i].points.iter().zip(&blend).map(|(p, q)| (p[0] - q[0]).hypot(p[1] - q[1])))
    };
    let mut keep = vec![false; frames.len()];
    keep_what_matters(&mut keep, 0, frames.len().saturating_sub(1), TIME_TOLERANCE, &off);
    // what two frames say the same of stands still
    if keep.iter().filter(|kept| **kept).count() == 2 && farthest_apart(&frames) <= TIME_TOLERANCE {
        keep.fill(false);
        keep[0] = true;
    }
    kept(frames, &keep)
}

/// How far the last frame is from the first.
fn farthest_apart(frames: &[Frame]) -> f32 {
    let (Some(first), Some(last)) = (frames.first(), frames.last()) else { return 0.0 };
    farthest(first.points.iter().zip(&last.points).map(|(p, q)| (p[0] - q[0]).hypot(p[1] - q[1])))
}

/// Leaves out the points that are on the line between their neighbours in every frame.
fn thin_outline(frames: Vec<Frame>, closed: bool) -> Track {
    let count = frames.first().map_or(0, |frame| frame.points.len());
    // a closed outline comes back to its first point
    let point = |frame: &Frame, i: usize| frame.points[i % count];
    let off = |i: usize, a: usize, b: usize| {
        farthest(frames.iter().map(|frame| to_line(point(frame, i), point(frame, a), point(frame, b))))
    };
    let mut keep = vec![false; count + usize::from(closed)];
    if closed && count > 2 {
        // a ring needs a second fixed point: the one that is ever farthest from the first
        let far = (1..count).max_by(|i, j| off(*i, 0, 0).total_cmp(&off(*j, 0, 0))).unwrap_or(1);
        keep_what_matters(&mut keep, 0, far, OUTLINE_TOLERANCE, &off);
        keep_what_matters(&mut keep, far, count, OUTLINE_TOLERANCE, &off);
    } else if count > 0 {
        keep_what_matters(&mut keep, 0, count - 1, OUTLINE_TOLERANCE, &off);
    }
    let thin = |frame: Frame| Frame { phase: frame.phase, points: kept(frame.points, &keep) };
    Track { frames: frames.into_iter().map(thin).collect() }
}

/// Ramer, Douglas and Peucker: marks the ends, and between them whatever is farther off than the tolerance.
fn keep_what_matters(
    keep: &mut [bool],
    first: usize,
    last: usize,
    tolerance: f32,
    off: &impl Fn(usize, usize, usize) -> f32,
) {
    keep[first] = true;
    keep[last] = true;
    let inner = (first + 1..last).map(|i| (i, off(i, first, last)));
    let Some((worst, by)) = inner.max_by(|a, b| a.1.total_cmp(&b.1)) else { return };
    if by > tolerance {
        keep_what_matters(keep, first, worst, tolerance, off);
        keep_what_matters(keep, worst, last, tolerance, off);
    }
}

fn kept<T>(all: Vec<T>, keep: &[bool]) -> Vec<T> {
    all.into_iter().zip(keep).filter_map(|(one, keep)| keep.then_some(one)).collect()
}

fn farthest(distances: impl Iterator<Item = f32>) -> f32 {
    distances.fold(0.0, f32::max)
}

/// Distance of a point to the line from `a` to `b`, its ends included.
pub(super) fn to_line(p: Point, a: Point, b: Point) -> f32 {
    let ([x, y], [dx, dy]) = ([p[0] - a[0], p[1] - a[1]], [b[0] - a[0], b[1] - a[1]]);
    let length = dx * dx + dy * dy;
    let share = if length > 0.0 { ((x * dx + y * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (x - dx * share).hypot(y - dy * share)
}
