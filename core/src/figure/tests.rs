//! Every clip is checked; every check is seen to fail.

use super::check::faults;
use super::clip::{Stage, sample};
use super::data::{Base, Motion, Skeleton};
use super::tracks::{Ease, Key};
use super::{FigureChoices, FigureClip, FigureError, FigureFault, FigureKind, FigureShape, library};
use crate::catalogue::{Catalogue, StepBreath};
use std::sync::LazyLock;

/// Runs `look` on every motion on each of its bases.
fn every_stage(mut look: impl FnMut(&Stage<'_>)) {
    let skeleton = library::skeleton().unwrap();
    for (id, _) in library::MOTIONS {
        let motion = library::motion(id).unwrap();
        for base in &motion.bases {
            let base = library::base(*base).unwrap();
            look(&Stage { skeleton: &skeleton, base: &base, motion: &motion });
        }
    }
}

/// The clip that the usual person shows.
fn usual(motion: &str, base: &str) -> Result<FigureClip, FigureError> {
    super::clip(motion, base, &FigureChoices::default())
}

/// The clip of a stage as it is.
fn shown(stage: &Stage<'_>, choices: &FigureChoices) -> FigureClip {
    sample(stage, &choices.into(), library::looks().unwrap().tones(choices)).unwrap()
}

/// All clips, sampled once for all tests.
static CLIPS: LazyLock<Vec<FigureClip>> = LazyLock::new(|| {
    let mut clips = vec![];
    every_stage(|stage| clips.push(shown(stage, &FigureChoices::default())));
    clips
});

fn every_clip(look: impl FnMut(&FigureClip)) {
    CLIPS.iter().for_each(look);
}

/// What the checks find after a motion was spoiled.
fn faults_after(id: &str, spoil: impl FnOnce(&mut Skeleton, &mut Base, &mut Motion)) -> Vec<FigureFault> {
    let mut skeleton = library::skeleton().unwrap();
    let mut motion = library::motion(id).unwrap();
    let mut base = library::base(motion.bases[0]).unwrap();
    spoil(&mut skeleton, &mut base, &mut motion);
    faults(&Stage { skeleton: &skeleton, base: &base, motion: &motion })
}

/// Sets the value of every key of a track.
fn scale(motion: &mut Motion, track: usize, by: f64) {
    for key in &mut motion.tracks[track].keys.0 {
        key.value *= by;
    }
}

#[test]
fn no_clip_asks_for_what_a_body_cannot_do() {
    let mut wrong = vec![];
    every_stage(|stage| {
        let list: Vec<String> = faults(stage).iter().map(ToString::to_string).collect();
        if !list.is_empty() {
            wrong.push(format!("{} {}: {}", stage.motion.id, stage.base.id.name(), list.join(", ")));
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_joint_out_of_its_range_is_found() {
    let found = faults_after("spinal-wave", |_, _, motion| scale(motion, 2, 2.0));
    assert!(found.iter().any(|f| matches!(f, FigureFault::Range { .. })), "{found:?}");
}

#[test]
fn a_sliding_foot_is_found() {
    let found = faults_after("hip-circles", |_, _, motion| scale(motion, 1, 4.0));
    assert!(found.iter().any(|f| matches!(f, FigureFault::Slide { .. })), "{found:?}");
}

#[test]
fn a_sliding_seat_is_found() {
    let found = faults_after("pelvic-tilt", |_, _, motion| scale(motion, 1, -1.0));
    assert!(found.iter().any(|f| matches!(f, FigureFault::Seat { .. })), "{found:?}");
}

#[test]
fn a_hand_that_cannot_reach_is_found() {
    let found = faults_after("seated-rowing", |_, _, motion| motion.hands[0].at.0[0].value[2] += 0.2);
    assert!(found.iter().any(|f| matches!(f, FigureFault::Reach { .. })), "{found:?}");
}

#[test]
fn a_limb_in_the_floor_is_found() {
    let found = faults_after("abdominal-breathing", |_, base, _| base.root[1] -= 0.05);
    assert!(found.iter().any(|f| matches!(f, FigureFault::Floor { .. })), "{found:?}");
}

#[test]
fn haste_is_found_in_spine_and_limbs() {
    let found = faults_after("torso-twists", |_, _, motion| motion.cycle_ms = 3_000);
    assert!(found.iter().any(|f| matches!(f, FigureFault::FastSpine { .. })), "{found:?}");
    let found = faults_after("opening-the-chest", |_, _, motion| motion.cycle_ms = 3_000);
    assert!(found.iter().any(|f| matches!(f, FigureFault::FastLimb { .. })), "{found:?}");
}

#[test]
fn a_foot_that_comes_down_elsewhere_has_taken_a_step_and_not_slid() {
    // in getting down a foot steps back; on the floor all the way, that would be a slide
    let slides = |found: &[FigureFault]| found.iter().any(|f| matches!(f, FigureFault::Slide { .. }));
    assert!(!slides(&faults_after("getting-down", |_, _, _| ())));
    let lift = super::channel::Channel::Foot(0, super::channel::FootPart::Shift(1));
    let dragged = faults_after("getting-down", |_, _, motion| motion.tracks.retain(|t| t.on != lift));
    assert!(slides(&dragged), "{dragged:?}");
}

#[test]
fn a_jump_at_the_end_of_the_loop_is_found() {
    // two keys a thousandth of a phase apart across the seam: no track can do that smoothly
    let found = faults_after("spinal-wave", |_, _, motion| {
        let key = |phase, value| Key { phase, value, ease: Ease::Rest };
        motion.tracks[0].keys.0 = vec![key(0.0, -14.0), key(0.999, 13.0)];
    });
    assert!(found.iter().any(|f| matches!(f, FigureFault::Seam { .. })), "{found:?}");
}

#[test]
fn a_stretched_bone_is_found() {
    // bones are solved, not typed, so only a broken pose can stretch one
    let mut poses = {
        let (skeleton, motion) = (library::skeleton().unwrap(), library::motion("spinal-wave").unwrap());
        let base = library::base(motion.bases[0]).unwrap();
        Stage { skeleton: &skeleton, base: &base, motion: &motion }.poses(4)
    };
    assert!(super::check::stretch(&poses) < 1e-6);
    poses[2].arms[0].elbow.x += 0.01;
    assert!(super::check::stretch(&poses) > 1e-3);
}

#[test]
fn every_clip_is_smaller_than_192_kilobytes_and_a_long_one_than_512() {
    every_clip(|clip| {
        let bytes = clip.coordinates.len();
        // several exercises in one loop need more samples, or their circles would have corners
        let budget = if clip.cycle_ms > 30_000 { 512 } else { 192 };
        assert!(bytes < budget * 1024, "{} {}: {bytes}", clip.motion, clip.base);
    });
}

#[test]
fn every_clip_has_the_points_that_its_shapes_name() {
    every_clip(|clip| {
        assert_eq!(clip.coordinates.len(), (clip.sample_count * clip.point_count * 4) as usize);
        for shape in &clip.shapes {
            assert!(shape.point_count > 0);
            assert!(shape.first_point + shape.point_count <= clip.point_count);
            let radii =
                if matches!(shape.kind, FigureKind::Hull | FigureKind::Dots) { shape.point_count } else { 0 };
            assert_eq!(shape.radii.len(), radii as usize, "{:?}", shape.paint);
            if shape.kind == FigureKind::Glow {
                assert_eq!(shape.point_count, 2);
            }
        }
    });
}

fn point(clip: &FigureClip, sample: u32, index: u32) -> [f64; 2] {
    let at = ((sample % clip.sample_count * clip.point_count + index) * 4) as usize;
    let number = |i: usize| f64::from(i16::from_le_bytes([clip.coordinates[i], clip.coordinates[i + 1]]));
    [number(at), number(at + 2)]
}

/// A fill with all points in one place is not seen; it comes and goes there.
fn is_hidden(clip: &FigureClip, shape: &FigureShape, sample: u32) -> bool {
    let mut points =
        (shape.first_point..shape.first_point + shape.point_count).map(|i| point(clip, sample, i));
    let first = points.next();
    shape.kind == FigureKind::Fill && points.all(|p| Some(p) == first)
}

/// How far the points of a shape move from one sample to the next, at most, clip units, and at which sample.
fn largest_step(clip: &FigureClip, shape: &FigureShape) -> (f64, u32) {
    let mut largest = (0.0, 0);
    let cut = u32::from(library::motion(&clip.motion).unwrap().once);
    for sample in 0..clip.sample_count - cut {
        if is_hidden(clip, shape, sample) || is_hidden(clip, shape, sample + 1) {
            continue;
        }
        for i in shape.first_point..shape.first_point + shape.point_count {
            let ([ax, ay], [bx, by]) = (point(clip, sample, i), point(clip, sample + 1, i));
            let step = (ax - bx).abs().max((ay - by).abs());
            if step > largest.0 {
                largest = (step, sample);
            }
        }
    }
    largest
}

#[test]
fn no_body_part_jumps_from_one_sample_to_the_next_nor_at_the_seam() {
    use super::FigurePaint::{FaceLine, Gap, Hair, Jacket, Shoe, Skin, Trousers};
    let body = [FaceLine, Gap, Hair, Jacket, Shoe, Skin, Trousers];
    let mut jumps = vec![];
    every_clip(|clip| {
        for shape in clip.shapes.iter().filter(|s| body.contains(&s.paint)) {
            let (step, sample) = largest_step(clip, shape);
            let FigureClip { motion, base, sample_count, .. } = clip;
            let (paint, kind) = (shape.paint, shape.kind);
            if step >= 620.0 {
                jumps.push(format!(
                    "{motion} {base}: {paint:?} {kind:?} by {step} at {sample}/{sample_count}"
                ));
            }
        }
    });
    assert!(jumps.is_empty(), "{}", jumps.join("\n"));
}

#[test]
fn the_view_holds_everything_but_soft_edges() {
    every_clip(|clip| {
        let (view, soft) = (clip.view, |s: &&FigureShape| s.kind != FigureKind::Glow);
        for shape in clip.shapes.iter().filter(soft) {
            for sample in 0..clip.sample_count {
                for i in shape.first_point..shape.first_point + shape.point_count {
                    let [x, y] = point(clip, sample, i);
                    let (x, y) = (x - f64::from(view.left), y - f64::from(view.top));
                    assert!(x > 0.0 && y > 0.0 && x < f64::from(view.width) && y < f64::from(view.height));
                }
            }
        }
    });
}

#[test]
fn a_breath_takes_the_halves_of_the_cycle() {
    let clip = usual("spinal-wave", "seated").unwrap();
    insta::assert_debug_snapshot!(clip.breaths);
    assert!(usual("closing-breath", "seated").unwrap().breaths.is_empty());
}

#[test]
fn every_motion_file_is_in_the_library() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/content/figures/motion");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let mut known: Vec<&str> = library::MOTIONS.iter().map(|(id, _)| *id).collect();
    files.sort();
    known.sort_unstable();
    assert_eq!(files, known);
}

#[test]
fn the_motions_and_their_bases_are_these() {
    let list: Vec<String> =
        super::motions().unwrap().iter().map(|m| format!("{}: {}", m.id, m.bases.join(", "))).collect();
    insta::assert_snapshot!(list.join("\n"));
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

#[test]
fn a_clip_that_does_not_exist_says_so() {
    let unknown = FigureError::UnknownMotion { motion: "levitation".to_owned() };
    assert_eq!(usual("levitation", "seated"), Err(unknown));
    let not_there = |base: &str| {
        Err(FigureError::NotOnBase { motion: "seated-rowing".to_owned(), base: base.to_owned() })
    };
    assert_eq!(usual("seated-rowing", "lying"), not_there("lying"));
    assert_eq!(usual("seated-rowing", ""), not_there(""));
}

/// The error that a spoiled copy of a motion file gives.
fn error_after(find: &str, replace: &str) -> String {
    let json = include_str!("../../content/figures/motion/spinal-wave.json");
    assert!(json.contains(find), "{find}");
    let spoiled = json.replacen(find, replace, 1);
    library::read_motion("motion/spinal-wave.json", &spoiled).unwrap_err().to_string()
}

#[test]
fn a_damaged_file_is_refused_with_file_id_and_field() {
    let errors = [
        error_after("\"id\": \"spinal-wave\"", "\"id\": \"spinal-tide\""),
        error_after("[0.03, -13]", "[1.03, -13]"),
        error_after("[0.47, 12]", "[0.02, 12]"),
        error_after("\"samples\": 48", "\"samples\": 4"),
        error_after("\"cycle_ms\": 10000", "\"cycle_ms\": 10"),
        error_after("\"out\": [0.5, 1.0]", "\"out\": [0.4, 1.0]"),
        error_after("\"key_poses\": [0, 0.5]", "\"key_poses\": [0]"),
        error_after("[\"seated\", \"standing\"]", "[]"),
        error_after("pelvis.flex", "pelvis.wobble"),
        error_after("\"seated\"", "\"hovering\""),
        error_after("\"lag\"", "\"lagg\""),
        error_after("[0.03, -13]", "[0.03, -13, \"bounce\"]"),
    ];
    insta::assert_snapshot!(errors.join("\n"));
}

#[test]
fn a_skeleton_without_a_range_is_refused() {
    let json = include_str!("../../content/figures/skeleton.json");
    let without = json.replacen("\"knee\": [0, 130],", "", 1);
    let upside_down = json.replacen("[0, 130]", "[130, 0]", 1);
    insta::assert_snapshot!(
        [&without, &upside_down].map(|j| library::read_skeleton(j).unwrap_err().to_string()).join("\n")
    );
}

#[test]
fn a_base_must_place_both_hands() {
    let json = include_str!("../../content/figures/base/seated.json").replacen("\"both\"", "\"l\"", 1);
    let error = library::read_base("base/seated.json", &json).unwrap_err();
    insta::assert_snapshot!(error.to_string());
}

#[test]
fn every_form_has_a_clip_in_every_posture_it_offers() {
    let catalogue = Catalogue::for_locale("en").unwrap();
    let mut missing = vec![];
    for variant in catalogue.movements().iter().flat_map(|m| &m.variants) {
        let Some(motion) = &variant.motion else {
            missing.push(format!("{}: names no motion", variant.id));
            continue;
        };
        for offer in &variant.postures {
            let posture = offer.posture.as_str();
            if !CLIPS.iter().any(|clip| clip.motion == *motion && clip.base == posture) {
                missing.push(format!("{}: {motion} has no clip {posture}", variant.id));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn a_clip_breathes_where_its_movement_says() {
    let catalogue = Catalogue::for_locale("en").unwrap();
    for variant in catalogue.movements().iter().flat_map(|m| &m.variants) {
        let Some(motion) = &variant.motion else { continue };
        let motion = library::motion(motion).unwrap();
        for breath in &motion.breaths {
            let permille = |p: f64| libm::round(p * 1000.0) as u16;
            for (wanted, [from, to]) in [(StepBreath::In, breath.inhale), (StepBreath::Out, breath.exhale)] {
                let says = variant.beats.iter().any(|beat| {
                    (beat.breath, beat.from_permille, beat.to_permille)
                        == (Some(wanted), permille(from), permille(to))
                });
                assert!(says, "{}: {wanted:?} from {from} to {to}", motion.id);
            }
        }
    }
}

#[test]
fn the_flow_can_go_round_without_its_fold() {
    // the fold takes 650 to 1000 of the cycle; left out, the loop goes from 650 back to 0
    let (skeleton, motion) = (library::skeleton().unwrap(), library::motion("full-spinal-flow").unwrap());
    for base in &motion.bases {
        let base = library::base(*base).unwrap();
        let stage = Stage { skeleton: &skeleton, base: &base, motion: &motion };
        let (end, start) = (stage.pose(0.65), stage.pose(0.0));
        assert!((end.spine[8] - start.spine[8]).length() < 1e-6, "{}", base.id.name());
        assert!((end.arms[0].palm - start.arms[0].palm).length() < 1e-6, "{}", base.id.name());
    }
}
