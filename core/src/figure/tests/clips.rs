//! What the records of a clip promise.

use super::{every_clip, usual};
use crate::figure::clip::LARGEST;
use crate::figure::{FigureClip, FigureKind, FigureShape};

/// What is said of a run at one of its keys.
struct Key {
    step: u32,
    points: Vec<[f64; 2]>,
}

/// The keys of each run of a clip.
fn keys(clip: &FigureClip) -> Vec<Vec<Key>> {
    let mut numbers = clip.coordinates.chunks_exact(2).map(|b| i16::from_le_bytes([b[0], b[1]]));
    let mut next = || numbers.next().unwrap();
    let runs = clip.runs.iter().map(|run| {
        let steps: Vec<u32> = (0..run.key_count).map(|_| u32::from(next() as u16)).collect();
        let key = |step| Key {
            step,
            points: (0..run.point_count).map(|_| [next(), next()].map(f64::from)).collect(),
        };
        steps.into_iter().map(key).collect()
    });
    runs.collect()
}

#[test]
fn every_clip_is_smaller_than_96_kilobytes() {
    every_clip(|clip| {
        let bytes = clip.coordinates.len();
        assert!(bytes <= LARGEST, "{} {}: {bytes}", clip.motion, clip.base);
    });
}

#[test]
fn every_clip_has_the_points_that_its_shapes_name() {
    every_clip(|clip| {
        let points = clip.points(0.3).len() as u32;
        assert_eq!(points, clip.runs.iter().map(|run| run.point_count).sum::<u32>());
        for shape in &clip.shapes {
            assert!(shape.point_count > 0);
            assert!(shape.first_point + shape.point_count <= points);
            let radii =
                if matches!(shape.kind, FigureKind::Hull | FigureKind::Dots) { shape.point_count } else { 0 };
            assert_eq!(shape.radii.len(), radii as usize, "{:?}", shape.paint);
            if shape.kind == FigureKind::Glow {
                assert_eq!(shape.point_count, 2);
            }
        }
    });
}

#[test]
fn the_keys_of_a_run_are_in_order_and_begin_with_the_cycle() {
    every_clip(|clip| {
        for run in keys(clip) {
            assert_eq!(run[0].step, 0);
            assert!(run.windows(2).all(|pair| pair[0].step < pair[1].step));
            assert!(run.iter().all(|key| key.step <= clip.step_count));
        }
    });
}

#[test]
fn what_stands_still_is_said_once() {
    every_clip(|clip| {
        for (run, keys) in clip.runs.iter().zip(keys(clip)) {
            let moves = keys.iter().any(|key| key.points != keys[0].points);
            assert!(moves || run.key_count == 1, "{} {}", clip.motion, clip.base);
        }
    });
}

/// The points of a shape.
fn shape_at<'a, P>(points: &'a [P], shape: &FigureShape) -> &'a [P] {
    &points[shape.first_point as usize..(shape.first_point + shape.point_count) as usize]
}

/// A fill with all points in one place is not seen; it comes and goes there.
fn is_hidden(kind: FigureKind, key: &Key) -> bool {
    kind == FigureKind::Fill && key.points.iter().all(|p| *p == key.points[0])
}

/// The runs of a clip with what the first shape of each is.
fn shown_runs(clip: &FigureClip) -> Vec<(&FigureShape, Vec<Key>)> {
    let mut first = 0;
    let mut runs = vec![];
    for (run, keys) in clip.runs.iter().zip(keys(clip)) {
        let span = first..first + run.point_count;
        runs.push((clip.shapes.iter().find(|s| span.contains(&s.first_point)).unwrap(), keys));
        first = span.end;
    }
    runs
}

/// How far a point moves from a key to the next, at most, clip units a step.
fn pace(a: &Key, b: &Key, steps: u32) -> f64 {
    let moved = a.points.iter().zip(&b.points).map(|(a, b)| (a[0] - b[0]).abs().max((a[1] - b[1]).abs()));
    moved.fold(0.0, f64::max) / f64::from(steps)
}

#[test]
fn no_body_part_jumps_from_one_step_to_the_next_nor_at_the_seam() {
    use crate::figure::FigurePaint::{FaceLine, Gap, Hair, Jacket, Shoe, Skin, Trousers};
    let body = [FaceLine, Gap, Hair, Jacket, Shoe, Skin, Trousers];
    let mut jumps = vec![];
    every_clip(|clip| {
        for (shape, keys) in shown_runs(clip).iter().filter(|(shape, _)| body.contains(&shape.paint)) {
            let ends = keys.iter().skip(1).map(|key| (key, key.step)).chain([(&keys[0], clip.step_count)]);
            for (key, (next, end)) in keys.iter().zip(ends) {
                // the end of what is shown once does not lead to its start
                if end == key.step || is_hidden(shape.kind, key) || is_hidden(shape.kind, next) {
                    continue;
                }
                let pace = pace(key, next, end - key.step);
                if pace >= 450.0 {
                    let (paint, kind) = (shape.paint, shape.kind);
                    jumps.push(format!(
                        "{} {}: {paint:?} {kind:?} by {pace} at {end}",
                        clip.motion, clip.base
                    ));
                }
            }
        }
    });
    assert!(jumps.is_empty(), "{}", jumps.join("\n"));
}

#[test]
fn the_view_holds_everything_but_soft_edges() {
    every_clip(|clip| {
        let (left, top) = (f64::from(clip.view.left), f64::from(clip.view.top));
        let (right, bottom) = (left + f64::from(clip.view.width), top + f64::from(clip.view.height));
        for (_, keys) in shown_runs(clip).iter().filter(|(shape, _)| shape.kind != FigureKind::Glow) {
            for [x, y] in keys.iter().flat_map(|key| &key.points) {
                assert!(
                    (left..right).contains(x) && (top..bottom).contains(y),
                    "{} {}",
                    clip.motion,
                    clip.base
                );
            }
        }
    });
}

#[test]
fn a_phase_beyond_the_cycle_begins_again() {
    let clip = usual("spinal-wave", "seated").unwrap();
    assert_eq!(clip.points(1.25), clip.points(0.25));
    assert_eq!(clip.points(-0.75), clip.points(0.25));
    assert_eq!(clip.points(1.0), clip.points(0.0));
}

#[test]
fn what_leads_from_one_posture_to_another_keeps_its_last_pose_to_the_end() {
    let clip = usual("getting-up", "lying").unwrap();
    let (end, just_before) = (clip.points(0.999_99), clip.points(0.9995));
    for shape in clip.shapes.iter().filter(|s| s.kind == FigureKind::Hull) {
        for (a, b) in shape_at(&end, shape).iter().zip(shape_at(&just_before, shape)) {
            assert!((a[0] - b[0]).abs().max((a[1] - b[1]).abs()) < 1.0, "{:?}", shape.paint);
        }
    }
}

/// FNV-1a, 64 bits.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn a_clip_has_the_same_bytes_on_every_platform() {
    let line = |(motion, base)| {
        let clip = usual(motion, base).unwrap();
        format!("{motion} {base} {} {:016x}", clip.coordinates.len(), hash(&clip.coordinates))
    };
    let clips = [("spinal-wave", "seated"), ("torso-twists", "standing"), ("abdominal-breathing", "lying")];
    insta::assert_snapshot!(clips.map(line).join("\n"));
}
