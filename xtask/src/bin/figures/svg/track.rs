//! A part over the cycle, thinned: no more points and no more keyframes than the eye can tell.

use super::ease::{Ease, way};
use super::outline::{Form, Part};
use crate::clips::{Clip, Point, Sample, mix};
use mingmen_core::figure::FigureShape;

/// How far a thinned outline may leave the whole one, clip units: a quarter of a pixel where the stature is 420.
pub(super) const OUTLINE_TOLERANCE: f32 = 6.0;
/// How far it may leave its place between two keyframes, clip units: half a pixel where the stature is 420. A long movement
/// takes the first of these with which it is small enough.
pub(super) const TIME_TOLERANCES: [f32; 4] = [12.0, 20.0, 32.0, 48.0];

/// One part over the cycle.
pub(super) struct Track {
    pub(super) frames: Vec<Frame>,
}

/// A part at one phase.
pub(super) struct Frame {
    /// From 0 to 1. What stands still has one frame, at 0; else the last is at 1.
    pub(super) phase: f32,
    /// Clip units.
    pub(super) points: Vec<Point>,
    /// How it comes here from the frame before.
    pub(super) ease: Ease,
}

impl Track {
    /// The part over the whole cycle. Its first frame is the clip's first sample.
    pub(super) fn of(clip: &Clip, shape: &FigureShape, part: &Part, tolerance: f32) -> Track {
        let mut turn = 0.0;
        let frame = |sample: &Sample| {
            let points = clip.of_shape(shape, &sample.points);
            turn = part.turn(points).unwrap_or(turn);
            Frame::new(sample.phase, part.outline(points, turn))
        };
        let frames = thin_outline(clip.samples().iter().map(frame).collect(), part.form);
        Track { frames: thin_in_time(frames, part.form, tolerance) }
    }

    /// The part at one phase, which stands still.
    pub(super) fn still(clip: &Clip, shape: &FigureShape, part: &Part, points: &[Point]) -> Track {
        let frame = Frame::new(0.0, part.outline(clip.of_shape(shape, points), 0.0));
        Track { frames: thin_outline(vec![frame], part.form) }
    }

    /// Whether nothing of it is ever seen: its points are in one place.
    pub(super) fn is_hidden(&self, part: &Part) -> bool {
        let in_one_place = |frame: &Frame| frame.points.windows(2).all(|pair| pair[0] == pair[1]);
        let without_line = part.form == Form::Glow || (part.form == Form::Area && part.width == 0.0);
        without_line && self.frames.iter().all(in_one_place)
    }

    /// Where the points are at a phase.
    #[cfg(test)]
    pub(super) fn at(&self, phase: f32) -> Vec<Point> {
        let after = self.frames.partition_point(|frame| frame.phase <= phase).min(self.frames.len() - 1);
        let (a, b) = (&self.frames[after.saturating_sub(1)], &self.frames[after]);
        if a.phase >= b.phase {
            return b.points.clone();
        }
        let way = b.ease.at((phase - a.phase) / (b.phase - a.phase));
        blend(a, b, way)
    }
}

impl Frame {
    fn new(phase: f32, points: Vec<Point>) -> Frame {
        Frame { phase, points, ease: Ease::EVEN }
    }
}

fn blend(a: &Frame, b: &Frame, way: f32) -> Vec<Point> {
    a.points.iter().zip(&b.points).map(|(a, b)| mix(*a, *b, way)).collect()
}

/// Whether two outlines are as near each other as the tolerance says, as they are seen: a point may slide along its
/// outline.
pub(super) fn is_near(a: &[Point], b: &[Point], form: Form, tolerance: f32) -> bool {
    let sides = if form == Form::Area { a.len() } else { a.len().saturating_sub(1) };
    let touches = |point: Point, of: &[Point]| {
        (0..sides).any(|i| to_line(point, of[i], of[(i + 1) % of.len()]) <= tolerance)
    };
    a.iter().zip(b).all(|(p, q)| {
        let may_slide = matches!(form, Form::Area | Form::Line);
        (p[0] - q[0]).hypot(p[1] - q[1]) <= tolerance || (may_slide && touches(*p, b) && touches(*q, a))
    })
}

/// Leaves out the frames that its neighbours tell.
fn thin_in_time(mut frames: Vec<Frame>, form: Form, tolerance: f32) -> Vec<Frame> {
    let last = frames.len().saturating_sub(1);
    let Some(first) = frames.first() else { return frames };
    if frames.iter().all(|frame| is_near(&frame.points, &first.points, form, tolerance)) {
        frames.truncate(1);
        return frames;
    }
    let mut thinned = vec![];
    let mut at = 0;
    while at < last {
        let reaches = |to: &usize| tells(&frames, at, *to, form, tolerance);
        // the next frame always does: there is nothing between
        let next = (at + 2..=last).take_while(reaches).last().unwrap_or(at + 1);
        thinned.push((next, ease_between(&frames, at, next)));
        at = next;
    }
    let mut kept = vec![];
    let mut wanted = thinned.into_iter().peekable();
    for (i, frame) in frames.into_iter().enumerate() {
        if i == 0 {
            kept.push(frame);
        } else if let Some((_, ease)) = wanted.next_if(|(next, _)| *next == i) {
            kept.push(Frame { ease, ..frame });
        }
    }
    kept
}

/// Whether two frames tell those between them.
fn tells(frames: &[Frame], a: usize, b: usize, form: Form, tolerance: f32) -> bool {
    let ease = ease_between(frames, a, b);
    let [first, last] = [&frames[a], &frames[b]];
    frames[a + 1..b].iter().all(|frame| {
        let share = (frame.phase - first.phase) / (last.phase - first.phase);
        is_near(&frame.points, &blend(first, last, ease.at(share)), form, tolerance)
    })
}

fn ease_between(frames: &[Frame], a: usize, b: usize) -> Ease {
    let [first, last] = [&frames[a], &frames[b]];
    let ways = frames[a + 1..b].iter().map(|frame| {
        let share = (frame.phase - first.phase) / (last.phase - first.phase);
        (share, way(&frame.points, &first.points, &last.points))
    });
    Ease::fitted(ways)
}

/// Leaves out the points that are on the line between their neighbours in every frame.
fn thin_outline(frames: Vec<Frame>, form: Form) -> Vec<Frame> {
    let count = frames.first().map_or(0, |frame| frame.points.len());
    if count < 3 || matches!(form, Form::Dots | Form::Glow) {
        return frames;
    }
    let off = |i: usize, a: usize, b: usize| {
        // a closed outline comes back to its first point
        let point = |frame: &Frame, i: usize| frame.points[i % count];
        farthest(frames.iter().map(|frame| to_line(point(frame, i), point(frame, a), point(frame, b))))
    };
    let worst = |a: usize, b: usize| (a + 1..b).map(|i| (i, off(i, a, b))).max_by(|a, b| a.1.total_cmp(&b.1));
    let mut keep = vec![false; count + 1];
    if form == Form::Line {
        keep_what_matters(&mut keep, 0, count - 1, &worst);
    } else {
        // a ring needs a second fixed point: the one that is ever farthest from the first
        let far = worst(0, count).map_or(1, |(far, _)| far);
        keep_what_matters(&mut keep, 0, far, &worst);
        keep_what_matters(&mut keep, far, count, &worst);
    }
    let thin = |frame: Frame| Frame { points: kept(frame.points, &keep), ..frame };
    frames.into_iter().map(thin).collect()
}

/// Ramer, Douglas and Peucker: marks the ends, and between them whatever is farther off than the tolerance. `worst` gives
/// what is farthest off between two, and how far.
fn keep_what_matters(
    keep: &mut [bool],
    first: usize,
    last: usize,
    worst: &impl Fn(usize, usize) -> Option<(usize, f32)>,
) {
    keep[first] = true;
    keep[last] = true;
    if let Some((between, _)) = worst(first, last).filter(|(_, off)| *off > OUTLINE_TOLERANCE) {
        keep_what_matters(keep, first, between, worst);
        keep_what_matters(keep, between, last, worst);
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
