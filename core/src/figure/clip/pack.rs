//! Packing: which pictures are kept, and how they lie in the buffer of a clip.

use std::cmp::Reverse;

use super::super::draw::Draft;
use super::super::record::{FigureBox, FigureKind, FigurePaint, FigureRun};
use super::super::vec::Vec2;
use super::UNITS;
use super::film::Film;
use super::thin::Course;

/// Space round the figure, clip units.
const MARGIN: i32 = 300;
/// A clip takes at most this many bytes.
pub(crate) const LARGEST: usize = 96 * 1024;
/// How far a point may be from its true place between two keys, clip units: as near as the clip's bytes allow.
const TOLERANCES: [f64; 8] = [8.0, 12.0, 16.0, 20.0, 24.0, 30.0, 36.0, 42.0];
/// Of what was drawn in a long loop, each tolerance keeps at least this share. Where that is too much, it is not tried.
const KEEPS: [f64; 8] = [0.45, 0.41, 0.36, 0.32, 0.29, 0.25, 0.22, 0.0];
/// The next tolerance that is tried is at most so many times as wide.
const WIDER: f64 = 1.9;
/// Arrows and glows may be farther off by this factor than a body.
pub(super) const MARKS: f64 = 3.0;
/// A fill of less than this, square clip units, is not seen.
pub(super) const SPECK: f64 = 100.0;

/// Points that move together, over the cycle.
struct Run {
    course: Course,
    is_mark: bool,
}

/// The points of a clip as bytes.
pub(super) struct Packed {
    pub(super) runs: Vec<FigureRun>,
    pub(super) coordinates: Vec<u8>,
}

/// Packs all parts; their points follow each other. `once`: the end does not lead to the start.
pub(super) fn pack(films: &[Film], once: bool) -> Packed {
    let runs: Vec<Run> = films.iter().flat_map(runs).collect();
    keep(&runs, once).pack(&runs)
}

/// How near the points of these films are kept to their places.
#[cfg(test)]
pub(super) fn tolerance(films: &[Film], once: bool) -> f64 {
    keep(&films.iter().flat_map(runs).collect::<Vec<Run>>(), once).tolerance
}

/// Keeps what the narrowest tolerance asks for with which the bytes suffice.
fn keep(runs: &[Run], once: bool) -> Kept {
    let [.., farthest] = TOLERANCES;
    let drawn: usize = runs.iter().map(|run| run.course.bytes(run.course.len())).sum();
    let may_suffice = |(_, share): &(f64, f64)| drawn as f64 * share <= LARGEST as f64;
    let first = TOLERANCES.into_iter().zip(KEEPS).find(may_suffice);
    let mut kept = Kept::of(runs, first.map_or(farthest, |(tolerance, _)| tolerance), once);
    while kept.bytes > LARGEST && kept.tolerance < farthest {
        // twice the tolerance asks for some seven tenths of the keys
        let wanted = kept.tolerance * wider(kept.bytes).min(WIDER);
        let next = TOLERANCES.into_iter().find(|t| *t >= wanted && *t > kept.tolerance);
        kept = Kept::of(runs, next.unwrap_or(farthest), once);
    }
    kept
}

/// How many times as wide a tolerance asks for few enough keys, where this one asks for so many bytes.
fn wider(bytes: usize) -> f64 {
    let over = bytes as f64 / LARGEST as f64;
    over * over
}

/// The keys that are kept of each run.
struct Kept {
    tolerance: f64,
    keys: Vec<Vec<usize>>,
    /// What they take.
    bytes: usize,
}

impl Kept {
    /// As soon as they are too many for any but the widest step to the next tolerance, the rest is left out.
    fn of(runs: &[Run], tolerance: f64, once: bool) -> Kept {
        let [.., farthest] = TOLERANCES;
        let mut kept = Kept { tolerance, keys: vec![vec![]; runs.len()], bytes: 0 };
        // the widest take the most bytes for the work, and tell soonest that it is in vain
        let mut order: Vec<usize> = (0..runs.len()).collect();
        order.sort_by_key(|i| Reverse(runs[*i].course.width()));
        for i in order {
            let Run { course, is_mark } = &runs[i];
            let mut keys = course.keys((tolerance * if *is_mark { MARKS } else { 1.0 }) as f32);
            if !once && keys.len() > 1 {
                // the end is the start
                keys.pop();
            }
            kept.bytes += course.bytes(keys.len());
            kept.keys[i] = keys;
            if tolerance < farthest && wider(kept.bytes) >= WIDER {
                break;
            }
        }
        kept
    }

    fn pack(self, runs: &[Run]) -> Packed {
        let mut coordinates = Vec::with_capacity(self.bytes);
        let mut packed = Vec::with_capacity(runs.len());
        for (Run { course, .. }, keys) in runs.iter().zip(&self.keys) {
            packed.push(FigureRun { point_count: course.width() as u32 / 2, key_count: keys.len() as u32 });
            keys.iter().for_each(|k| coordinates.extend((course.step(*k) as u16).to_le_bytes()));
            for key in keys {
                coordinates
                    .extend(course.numbers(*key).iter().flat_map(|number| (*number as i16).to_le_bytes()));
            }
        }
        Packed { runs: packed, coordinates }
    }
}

/// Shapes that share points make one run of them.
fn runs(film: &Film) -> Vec<Run> {
    let mut shapes: Vec<&Draft> = film.shapes.iter().collect();
    shapes.sort_by_key(|draft| draft.first);
    let mut ends: Vec<usize> = vec![];
    let mut groups: Vec<Vec<&Draft>> = vec![];
    for draft in shapes {
        let end = draft.first + draft.count;
        match (ends.last_mut(), groups.last_mut()) {
            (Some(last), Some(group)) if draft.first < *last => {
                *last = end.max(*last);
                group.push(draft);
            }
            _ => {
                ends.push(end);
                groups.push(vec![draft]);
            }
        }
    }
    groups.iter().zip(ends).map(|(group, end)| run(film, group, end)).collect()
}

/// The course of the points of these shapes, which end before the point `end`.
fn run(film: &Film, shapes: &[&Draft], end: usize) -> Run {
    let span = shapes[0].first..end;
    let drawing = |nth: usize| &film.drawing(nth)[span.clone()];
    // what stands still is looked at once
    let moves = (1..film.steps.len()).any(|nth| drawing(nth) != drawing(0));
    let steps = if moves { film.steps.as_slice() } else { &[0] };
    let is_fill = shapes.iter().all(|s| s.kind == FigureKind::Fill);
    let specks: Vec<bool> = (0..steps.len()).map(|nth| is_fill && area(drawing(nth)) < SPECK).collect();
    // what is about to be seen, or was a moment ago, keeps its length: it opens and closes, and does not grow from a point
    let is_hidden = |nth: usize| {
        specks[nth] && specks[nth.saturating_sub(1)..(nth + 2).min(specks.len())].iter().all(|speck| *speck)
    };
    let mut course = Course::with_capacity(steps.len(), span.len() * 2);
    for (nth, step) in steps.iter().enumerate() {
        let hidden = is_hidden(nth);
        let (places, _) = course.add(*step, hidden).as_chunks_mut();
        if hidden {
            places.fill(units(mean(drawing(nth))));
        } else {
            places.iter_mut().zip(drawing(nth)).for_each(|(place, p)| *place = units(*p));
        }
    }
    Run { course, is_mark: is_mark(shapes[0].paint) }
}

pub(super) fn is_mark(paint: FigurePaint) -> bool {
    matches!(paint, FigurePaint::Accent | FigurePaint::Attention | FigurePaint::Shadow)
}

/// Of a polygon, square clip units.
pub(super) fn area(points: &[Vec2]) -> f64 {
    let [first, .., last] = points else { return 0.0 };
    let side = |(a, b): (&Vec2, &Vec2)| a.x * b.y - a.y * b.x;
    // four sums, none of which waits for another
    let (from, (to, rest)) = (points.as_chunks::<4>().0, points[1..].as_chunks::<4>());
    let mut sums = [side((last, first)), 0.0, 0.0, 0.0];
    for (from, to) in from.iter().zip(to) {
        from.iter().zip(to).zip(&mut sums).for_each(|(ends, sum)| *sum += side(ends));
    }
    let before_rest = &points[points.len() - 1 - rest.len()..];
    let rest: f64 = before_rest.iter().zip(rest).map(side).sum();
    (sums.iter().sum::<f64>() + rest).abs() * 0.5 * UNITS * UNITS
}

fn mean(points: &[Vec2]) -> Vec2 {
    let sum = points.iter().fold(Vec2::default(), |a, b| a + *b);
    sum * (1.0 / points.len() as f64)
}

/// Adding and taking away this leaves the nearest whole number, of two that are equally near the even one.
const WHOLE: f64 = 1.5 * (1_u64 << 52) as f64;

/// A coordinate in clip units; y turns downwards. The figure is at most some 13 000 units from its origin, far inside an `i16`.
fn units(p: Vec2) -> [f32; 2] {
    let unit = |v: f64| {
        let even = (v + WHOLE) - WHOLE;
        // a half goes away from zero, as with `libm::round`
        let more = match v - even {
            0.5 if v > 0.0 => 1.0,
            -0.5 if v < 0.0 => -1.0,
            _ => 0.0,
        };
        (even + more) as f32
    };
    [unit(p.x * UNITS), unit(-p.y * UNITS)]
}

/// What everything painted fills over the loop.
pub(super) fn view_box(films: &[Film]) -> FigureBox {
    let (mut low, mut high) = ([f64::MAX; 2], [f64::MIN; 2]);
    for film in films {
        let reaches = reaches(film);
        for draft in film.shapes.iter().filter(|draft| !is_soft(draft)) {
            let radii = draft.radii(&film.radii);
            for (i, reach) in reaches[draft.first..draft.first + draft.count].iter().enumerate() {
                let round = radii.get(i).copied().unwrap_or(draft.width * 0.5);
                for axis in [0, 1] {
                    low[axis] = low[axis].min(reach[axis][0] - round);
                    high[axis] = high[axis].max(reach[axis][1] + round);
                }
            }
        }
    }
    let low = low.map(|v| libm::floor(v * UNITS) as i32 - MARGIN);
    let high = high.map(|v| libm::ceil(v * UNITS) as i32 + MARGIN);
    FigureBox { left: low[0], top: low[1], width: high[0] - low[0], height: high[1] - low[1] }
}

/// A soft shadow may run out of the picture.
fn is_soft(draft: &Draft) -> bool {
    draft.paint == FigurePaint::Shadow || draft.kind == FigureKind::Glow
}

/// For each point how far it goes over the loop: to the left and right, up and down.
fn reaches(film: &Film) -> Vec<[[f64; 2]; 2]> {
    let mut reaches = vec![[[f64::MAX, f64::MIN]; 2]; film.width];
    for nth in 0..film.steps.len() {
        for (p, reach) in film.drawing(nth).iter().zip(&mut reaches) {
            for ([low, high], v) in reach.iter_mut().zip([p.x, -p.y]) {
                *low = if v < *low { v } else { *low };
                *high = if v > *high { v } else { *high };
            }
        }
    }
    reaches
}
