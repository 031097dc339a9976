//! How near a clip comes to what it shows.

use super::film::{Film, Reel};
use super::{Easel, Form, Part, Stage, UNITS, cycle, easel, pack};
use crate::figure::FigureChoices;
use crate::figure::draw::Scene;
use crate::figure::record::{FigureKind, FigurePaint, FigureShape};
use crate::figure::tests::{every_stage, shown};
use crate::figure::vec::{Vec2, v2};

/// Between two steps a point may be off by this much more, clip units: a thousandth of the stature.
const BETWEEN: f64 = 10.0;
/// And so much more the outline of what slides along itself: it is drawn at fewer steps than its corners slide at.
const SLIDING: f64 = 20.0;

/// What is drawn at a phase, without any blending.
fn truth(stage: &Stage<'_>, easel: &Easel<'_>, phase: f64) -> Vec<[f64; 2]> {
    let pose = stage.pose(phase);
    let mut scene = Scene::default();
    Part::ALL.into_iter().for_each(|part| easel.draw(&mut scene, part, &pose, phase));
    scene.points.iter().map(|Vec2 { x, y }| [x * UNITS, -y * UNITS]).collect()
}

/// How far this shape may be from the truth; `None` where its points jump along its own outline, as a corner of it comes to
/// lie behind another.
fn allowed(stage: &Stage<'_>, shape: &FigureShape, tolerance: f64) -> Option<f64> {
    if matches!(shape.paint, FigurePaint::Hair | FigurePaint::JacketLine) {
        return None;
    }
    let kept = tolerance * if pack::is_mark(shape.paint) { pack::MARKS } else { 1.0 };
    Some(kept + BETWEEN + if slides(stage, shape) { SLIDING } else { 0.0 })
}

/// The corners of an arrow, and of a forearm that is drawn over the other, slide along their own outline as it turns: such a
/// shape is right where its outline is.
fn slides(stage: &Stage<'_>, shape: &FigureShape) -> bool {
    let drawn_over = shape.kind == FigureKind::Fill && stage.motion.over.is_some();
    drawn_over || shape.paint == FigurePaint::Accent
}

/// How far a point is from the edge of a polygon.
fn off_edge([x, y]: [f64; 2], outline: &[[f64; 2]]) -> f64 {
    let next = outline.iter().cycle().skip(1);
    let to_side = |(a, b): (&[f64; 2], &[f64; 2])| {
        let (way, from) = (v2(b[0] - a[0], b[1] - a[1]), v2(x - a[0], y - a[1]));
        let along = (way.dot(from) / way.dot(way).max(1e-9)).clamp(0.0, 1.0);
        (from - way * along).length()
    };
    outline.iter().zip(next).map(to_side).fold(f64::MAX, f64::min)
}

/// A fill that is hardly there may as well be hidden.
fn is_speck(shape: &FigureShape, points: &[[f64; 2]]) -> bool {
    let points: Vec<Vec2> = points.iter().map(|[x, y]| v2(x / UNITS, y / UNITS)).collect();
    shape.kind == FigureKind::Fill && pack::area(&points) < 2.0 * pack::SPECK
}

/// How far a number is from the true ones, half a step before and after it and between them: an outline that jumps may do so
/// a little sooner or later.
fn off(shown: f64, truth: [f64; 3]) -> f64 {
    let low = truth.into_iter().fold(f64::MAX, f64::min);
    let high = truth.into_iter().fold(f64::MIN, f64::max);
    (low - shown).max(shown - high)
}

#[test]
fn between_two_keys_no_point_is_far_from_its_true_place() {
    let mut far = vec![];
    every_stage(|stage| {
        let clip = shown(stage, &FigureChoices::default());
        let cycle = cycle(stage);
        let reel = Reel::new(&cycle, stage.steps(), stage.motion.once);
        let easel = easel(stage, &Form::from(&FigureChoices::default()), &cycle, &reel);
        let films: Vec<Film> = Part::ALL.map(|part| Film::shoot(part, &easel, &reel).unwrap()).into();
        let tolerance = pack::tolerance(&films, stage.motion.once);
        for step in (0..stage.steps() - 2).step_by(24) {
            let phase = |k: f64| (f64::from(step) + k) / f64::from(stage.steps());
            let [before, now, after] = [0.5, 1.5, 2.5].map(|k| truth(stage, &easel, phase(k)));
            let shown = clip.points(phase(1.5));
            for shape in &clip.shapes {
                let span = shape.first_point as usize..(shape.first_point + shape.point_count) as usize;
                let Some(near) = allowed(stage, shape, tolerance) else { continue };
                if is_speck(shape, &now[span.clone()]) {
                    continue;
                }
                let truths = [&before, &now, &after].map(|drawn| &drawn[span.clone()]);
                let places = shown[span].iter().map(|p| p.map(f64::from)).enumerate();
                let most = places.map(|(i, place)| {
                    if slides(stage, shape) {
                        return truths
                            .map(|outline| off_edge(place, outline))
                            .into_iter()
                            .fold(f64::MAX, f64::min);
                    }
                    let [x, y] = [0, 1].map(|axis| off(place[axis], truths.map(|t| t[i][axis])));
                    x.max(y)
                });
                let most = most.fold(0.0, f64::max);
                if most > near {
                    let (motion, base, paint) = (&clip.motion, &clip.base, shape.paint);
                    far.push(format!("{motion} {base}: {paint:?} {most:.0} at {:.4}", phase(1.5)));
                }
            }
        }
    });
    assert!(far.is_empty(), "{}", far.join("\n"));
}
