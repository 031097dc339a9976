//! The SVG against what the painter draws.

use super::outline::Form;
use super::track::{OUTLINE_TOLERANCE, TIME_TOLERANCES, Track, to_line};
use super::{GRAIN, all_parts, animated};
use crate::clips::{Clip, Point};
use crate::geometry::Area;
use crate::look::LIGHT;
use crate::names::Name;
use crate::paint::{canvas, draw};
use mingmen_core::figure::FigureChoices;
use resvg::{tiny_skia, usvg};

/// With beads and a chair, with trails and a ball, with a glow and lying.
const CLIPS: [(&str, &str); 3] =
    [("spinal-wave", "seated"), ("energy-ball-rotation", "standing"), ("abdominal-breathing", "lying")];

/// Of a picture 600 pixels high, this share of the pixels may differ by more than [`VISIBLE`] of 255: edges, thinned by
/// less than half a pixel.
const DIFFERENT_SHARE: f64 = 0.008;
const VISIBLE: u8 = 40;
/// And the mean difference of a channel stays under this, of 255.
const MEAN_DIFFERENCE: f64 = 0.7;
fn svg(motion: &str, base: &str) -> (Clip, String) {
    let clip = Clip::of(motion, base, &FigureChoices::default()).unwrap();
    let text = animated(&clip, &Name::of(motion, base).unwrap());
    (clip, text)
}

#[test]
fn the_first_frame_is_the_clips_first_sample() {
    for (motion, base) in CLIPS {
        let (clip, text) = svg(motion, base);
        let tree = usvg::Tree::from_str(&text, &usvg::Options::default()).unwrap();
        let view = clip.record.view;
        let scale = 600.0 / (view.height as f32 / GRAIN);
        let area = Area { x: 0.0, y: 0.0, width: view.width as f32 / GRAIN * scale, height: 600.0 };
        let mut painted = canvas(area.width, area.height, &LIGHT).unwrap();
        let mut read = painted.clone();
        draw(&mut painted, &clip, 0.0, area, &LIGHT);
        // its own coordinates, not the size at which it is shown
        let across = scale * (view.width as f32 / GRAIN).round() / tree.size().width();
        let down = scale * (view.height as f32 / GRAIN).round() / tree.size().height();
        resvg::render(&tree, tiny_skia::Transform::from_scale(across, down), &mut read.as_mut());
        let apart: Vec<u8> = painted.data().iter().zip(read.data()).map(|(a, b)| a.abs_diff(*b)).collect();
        let mean = apart.iter().map(|d| f64::from(*d)).sum::<f64>() / apart.len() as f64;
        let visible = apart.chunks(4).filter(|pixel| pixel.iter().any(|d| *d > VISIBLE)).count() * 4;
        let share = visible as f64 / apart.len() as f64;
        assert!(mean <= MEAN_DIFFERENCE, "{motion} {base}: {mean} of 255 on average");
        assert!(share <= DIFFERENT_SHARE, "{motion} {base}: {share} of the pixels differ");
    }
}

#[test]
fn a_thinned_loop_is_never_farther_from_the_clip_than_it_may_be() {
    let (clip, _) = svg("spinal-wave", "seated");
    for tolerance in [TIME_TOLERANCES[0], TIME_TOLERANCES[3]] {
        for (shape, part) in all_parts(&clip) {
            let track = Track::of(&clip, shape, &part, tolerance);
            let mut turn = 0.0;
            for sample in clip.samples() {
                let points = clip.of_shape(shape, &sample.points);
                turn = part.turn(points).unwrap_or(turn);
                let whole = part.outline(points, turn);
                let off = distance(&whole, &track.at(sample.phase), part.form);
                let most = OUTLINE_TOLERANCE + tolerance + 0.1;
                assert!(off <= most, "{:?} is off by {off} at {}", shape.paint, sample.phase);
            }
        }
    }
}

/// How far a point of the whole outline is from the thinned one at most.
fn distance(whole: &[Point], thin: &[Point], form: Form) -> f32 {
    let around = |i: usize| (thin[i], thin[(i + 1) % thin.len()]);
    let sides = if form == Form::Line { thin.len() - 1 } else { thin.len() };
    let nearest = |p: &Point| {
        let lines = (0..sides).map(around).map(|(a, b)| to_line(*p, a, b));
        lines.fold(f32::MAX, f32::min)
    };
    whole.iter().map(nearest).fold(0.0, f32::max)
}

#[test]
fn the_loop_closes_and_one_that_cannot_fades() {
    let (_, round) = svg("spinal-wave", "seated");
    assert!(!round.contains("attributeName=\"opacity\""));
    for animation in round.split("<animate ").skip(1) {
        let values = animation.split("values=\"").nth(1).unwrap().split('"').next().unwrap();
        let frames: Vec<&str> = values.split(';').collect();
        assert_eq!(frames.first(), frames.last());
    }
    let (_, cut) = svg("getting-down", "standing");
    assert!(cut.contains("attributeName=\"opacity\""));
}

#[test]
fn it_stands_alone_and_says_what_it_shows() {
    let (_, text) = svg("spinal-wave", "seated");
    assert!(text.contains("<title id=\"t\">Spinal Wave, seated</title>"), "{}", &text[..600]);
    assert!(text.contains("<desc id=\"d\">A person") && text.contains("prefers-reduced-motion"));
    assert!(text.contains("prefers-color-scheme"));
    for foreign in ["<script", "href=\"http", "@import", "@font-face", "<image"] {
        assert!(!text.contains(foreign), "{foreign}");
    }
    assert_eq!(text.matches("http").count(), 1, "the name space and nothing else");
}
