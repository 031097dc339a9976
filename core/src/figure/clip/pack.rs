//! Packing: which pictures are kept, and how they lie in the buffer of a clip.

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
    pub(super) tolerance: f64,
}

/// Packs all parts; their points follow each other. `once`: the end does not lead to the start.
pub(super) fn pack(films: &[Film], once: bool) -> Packed {
    let runs: Vec<Run> = films.iter().flat_map(runs).collect();
    let [nearest, .., farthest] = TOLERANCES;
    // twice the tolerance asks for some seven tenths of the keys
    let next = |tolerance: f64, bytes: usize| {
        let over = bytes as f64 / LARGEST as f64;
        let wanted = tolerance * (over * over).min(1.9);
        TOLERANCES.into_iter().find(|t| *t >= wanted && *t > tolerance).unwrap_or(farthest)
    };
    let mut packed = pack_within(&runs, nearest, once);
    while packed.coordinates.len() > LARGEST && packed.tolerance < farthest {
        packed = pack_within(&runs, next(packed.tolerance, packed.coordinates.len()), once);
    }
    packed
}

fn pack_within(runs: &[Run], tolerance: f64, once: bool) -> Packed {
    let mut packed = Packed { runs: vec![], coordinates: vec![], tolerance };
    for Run { course, is_mark } in runs {
        let mut keys = course.keys((tolerance * if *is_mark { MARKS } else { 1.0 }) as f32);
        if !once && keys.len() > 1 {
            // the end is the start
            keys.pop();
        }
        packed.runs.push(FigureRun { point_count: course.width as u32 / 2, key_count: keys.len() as u32 });
        let bytes = &mut packed.coordinates;
        keys.iter().for_each(|k| bytes.extend((course.steps[*k] as u16).to_le_bytes()));
        let rows = keys.iter().flat_map(|k| &course.rows[k * course.width..(k + 1) * course.width]);
        rows.for_each(|number| bytes.extend((*number as i16).to_le_bytes()));
    }
    packed
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
    let is_fill = shapes.iter().all(|s| s.kind == FigureKind::Fill);
    let drawings: Vec<&[Vec2]> = (0..film.steps.len()).map(|nth| &film.drawing(nth)[span.clone()]).collect();
    let specks: Vec<bool> = drawings.iter().map(|points| is_fill && area(points) < SPECK).collect();
    let mut course = Course { width: span.len() * 2, steps: film.steps.clone(), ..Course::default() };
    course.rows.reserve(course.width * drawings.len());
    for (nth, points) in drawings.iter().enumerate() {
        // what is about to be seen, or was a moment ago, keeps its length: it opens and closes, and does not grow from a point
        let hidden = specks[nth.saturating_sub(1)..(nth + 2).min(specks.len())].iter().all(|speck| *speck);
        let middle = hidden.then(|| mean(points));
        course.hidden.push(hidden);
        course.rows.extend(points.iter().flat_map(|p| units(middle.unwrap_or(*p))));
    }
    Run { course, is_mark: is_mark(shapes[0].paint) }
}

pub(super) fn is_mark(paint: FigurePaint) -> bool {
    matches!(paint, FigurePaint::Accent | FigurePaint::Attention | FigurePaint::Shadow)
}

/// Of a polygon, square clip units.
pub(super) fn area(points: &[Vec2]) -> f64 {
    let next = points.iter().cycle().skip(1);
    let twice: f64 = points.iter().zip(next).map(|(a, b)| a.x * b.y - a.y * b.x).sum();
    twice.abs() * 0.5 * UNITS * UNITS
}

fn mean(points: &[Vec2]) -> Vec2 {
    let sum = points.iter().fold(Vec2::default(), |a, b| a + *b);
    sum * (1.0 / points.len() as f64)
}

/// A coordinate in clip units; y turns downwards. The figure is at most some 13 000 units from its origin, far inside an `i16`.
fn units(p: Vec2) -> [f32; 2] {
    let unit = |v: f64| libm::round(v * UNITS).clamp(f64::from(i16::MIN), f64::from(i16::MAX)) as f32;
    [unit(p.x), unit(-p.y)]
}

/// What everything painted fills over the loop.
pub(super) fn view_box(films: &[Film]) -> FigureBox {
    let (mut low, mut high) = ([f64::MAX; 2], [f64::MIN; 2]);
    let mut hold = |p: Vec2, reach: f64| {
        for (axis, v) in [p.x, -p.y].into_iter().enumerate() {
            low[axis] = low[axis].min(v - reach);
            high[axis] = high[axis].max(v + reach);
        }
    };
    // a soft shadow may run out of the picture
    let soft = |draft: &&Draft| draft.paint == FigurePaint::Shadow || draft.kind == FigureKind::Glow;
    for film in films {
        for draft in film.shapes.iter().filter(|draft| !soft(draft)) {
            for points in
                (0..film.steps.len()).map(|nth| &film.drawing(nth)[draft.first..draft.first + draft.count])
            {
                for (i, p) in points.iter().enumerate() {
                    hold(*p, draft.radii.get(i).copied().unwrap_or(draft.width * 0.5));
                }
            }
        }
    }
    let low = low.map(|v| libm::floor(v * UNITS) as i32 - MARGIN);
    let high = high.map(|v| libm::ceil(v * UNITS) as i32 + MARGIN);
    FigureBox { left: low[0], top: low[1], width: high[0] - low[0], height: high[1] - low[1] }
}
