//! Every check is seen to fail: a good motion is spoiled in one way, and just that is found.

use super::every_stage;
use crate::figure;
use crate::figure::body::Pose;
use crate::figure::channel::{Axis, Channel, FootPart};
use crate::figure::check::{faults, faults_at, faults_of, shortest_cycle_ms};
use crate::figure::clip::Stage;
use crate::figure::data::{Base, BaseId, Motion, Track};
use crate::figure::tracks::{Ease, Key, Keys};
use crate::figure::vec::Vec3;
use crate::figure::{
    FigureAge, FigureBuild, FigureChoices, FigureFault, FigureRange, library, motions, on_stage,
};

/// A motion on a base, to be spoiled.
struct Spoiled {
    base: Base,
    motion: Motion,
}

impl Spoiled {
    fn new(motion: &str, base: BaseId) -> Spoiled {
        Spoiled { base: library::base(base).unwrap(), motion: library::motion(motion).unwrap() }
    }

    /// Somebody who stands and breathes.
    fn standing() -> Spoiled {
        Spoiled::new("quiet-standing", BaseId::Standing)
    }

    /// Somebody who sits and breathes.
    fn seated() -> Spoiled {
        Spoiled::new("quiet-standing", BaseId::Seated)
    }

    fn with<T>(&self, look: impl FnOnce(&Stage<'_>) -> T) -> T {
        let skeleton = library::skeleton().unwrap();
        look(&Stage { skeleton, base: &self.base, motion: &self.motion })
    }

    fn found(&self) -> Vec<FigureFault> {
        self.with(faults)
    }

    /// What is found at the motion's own pace, whatever it says of a faster one.
    fn found_at_its_own_pace(&self) -> Vec<FigureFault> {
        self.with(|stage| faults_at(stage, &stage.poses(), self.motion.cycle_ms))
    }

    /// What is found when every pose is spoiled alike.
    fn found_in(&self, spoil: impl Fn(usize, &mut Pose)) -> Vec<FigureFault> {
        self.with(|stage| {
            let mut poses = stage.poses();
            poses.iter_mut().enumerate().for_each(|(i, pose)| spoil(i, pose));
            faults_of(stage, &poses, f64::from(self.motion.cycle_ms) / 1000.0)
        })
    }

    /// Adds a track.
    fn moving(mut self, on: Channel, keys: Vec<Key<f64>>) -> Spoiled {
        self.motion.tracks.push(Track { on, keys: Keys(keys), lag: 0.0, only: vec![] });
        self
    }

    /// Both palms stay at a place of the upper chest's space; the elbows point to another.
    fn hands(mut self, at: [f64; 3], elbow: [f64; 3]) -> Spoiled {
        self.motion.hands.clear();
        let hand = &mut self.base.hands[0];
        hand.space = crate::figure::data::Space::Chest;
        hand.at = Keys(vec![rest(0.0, at)]);
        hand.elbow = Keys(vec![rest(0.0, elbow)]);
        self.base.hands.truncate(1);
        self
    }
}

fn rest<T>(phase: f64, value: T) -> Key<T> {
    Key { phase, value, ease: Ease::Rest }
}

fn spine(from: usize, to: usize, axis: Axis) -> Channel {
    Channel::Spine { from, to, axis }
}

/// To and fro so many times in a cycle.
fn to_and_fro(times: u32, by: f64) -> Vec<Key<f64>> {
    let half = |i: u32| (f64::from(i) / f64::from(times * 2), if i.is_multiple_of(2) { 0.0 } else { by });
    (0..times * 2).map(half).map(|(phase, value)| rest(phase, value)).collect()
}

/// The joint that alone is out of its range.
fn joint(found: &[FigureFault]) -> &str {
    match found {
        [FigureFault::Range { joint, .. }] => joint,
        other => panic!("{other:?}"),
    }
}

/// What alone goes through what.
fn through(found: &[FigureFault]) -> &str {
    match found {
        [FigureFault::Through { what, .. }] => what,
        other => panic!("{other:?}"),
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

/// Those whose movements differ most, in both ranges of motion.
fn people() -> Vec<FigureChoices> {
    let usual = FigureChoices::default();
    let older = FigureChoices { age: FigureAge::Older, build: FigureBuild::Fuller, ..usual };
    let ranges = |who: FigureChoices| FigureRange::ALL.map(|range| FigureChoices { range, ..who });
    [usual, older].map(ranges).concat()
}

#[test]
fn at_its_shortest_cycle_every_clip_is_gentle_and_a_little_faster_it_is_not() {
    let is_haste = |fault: &FigureFault| {
        matches!(
            fault,
            FigureFault::FastSpine { .. }
                | FigureFault::FastLimb { .. }
                | FigureFault::AbruptSpine { .. }
                | FigureFault::AbruptLimb { .. }
        )
    };
    let mut wrong = vec![];
    let mut look = |motion: &str, base: &str| {
        let measure = |who: FigureChoices| {
            let is_ms = |stage: &Stage<'_>| shortest_cycle_ms(stage, &stage.poses());
            (on_stage(motion, base, &who, is_ms).unwrap(), who)
        };
        // to go less far may take a hand another way round, and longer
        let (is_ms, who) = people().into_iter().map(measure).max_by_key(|(ms, _)| *ms).unwrap();
        let said_ms = figure::shortest_cycle_ms(motion, base).unwrap();
        if said_ms != is_ms {
            return wrong
                .push(format!("{motion} {base}: gentle_from_ms is {said_ms}, and {is_ms} was measured"));
        }
        let hasty = |cycle_ms: u32| {
            let faults = |stage: &Stage<'_>| faults_at(stage, &stage.poses(), cycle_ms);
            on_stage(motion, base, &who, faults).unwrap().iter().any(is_haste)
        };
        assert!(!hasty(said_ms), "{motion} {base} at {said_ms} ms");
        // even who hardly moves breathes in four seconds
        assert!(said_ms == 4_000 || hasty(said_ms - 50), "{motion} {base} before {said_ms} ms");
    };
    for motion in motions().unwrap() {
        motion.bases.iter().for_each(|base| look(&motion.id, base));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_motion_that_says_it_may_go_faster_than_is_gentle_is_found() {
    let mut twists = Spoiled::new("torso-twists", BaseId::Seated);
    twists.motion.gentle_from_ms.values_mut().for_each(|ms| *ms -= 1);
    let found = twists.found();
    assert!(matches!(found[..], [FigureFault::Pace { said_ms, is_ms }] if said_ms + 1 == is_ms), "{found:?}");
}

#[test]
fn a_bone_that_stretches_is_found() {
    // bones are solved, not typed, so only a broken pose can stretch one
    let found = Spoiled::standing().found_in(|i, pose| {
        if i == 40 {
            pose.arms[0].elbow.x += 2e-5;
        }
    });
    assert!(matches!(found[..], [FigureFault::Stretch { .. }]), "{found:?}");
}

#[test]
fn a_back_or_neck_out_of_its_range_is_found() {
    let free = || Spoiled::standing().hands([0.17, -0.12, 0.24], [0.5, -0.6, -1.0]);
    let bent = |from, to, axis, by| free().moving(spine(from, to, axis), vec![rest(0.0, by)]).found();
    assert_eq!(joint(&bent(6, 8, Axis::Twist, 40.0)), "neck.twist");
    assert_eq!(joint(&bent(6, 8, Axis::Side, 25.0)), "neck.side");
    assert_eq!(joint(&bent(6, 8, Axis::Flex, 40.0)), "neck.flex");
    assert_eq!(joint(&bent(3, 6, Axis::Twist, 13.0)), "thorax.twist");
    assert_eq!(joint(&bent(1, 3, Axis::Side, 14.0)), "lumbar.side");
    assert_eq!(joint(&bent(1, 3, Axis::Flex, -14.0)), "lumbar.flex");
}

#[test]
fn a_hip_or_knee_out_of_its_range_is_found() {
    let mut wide = Spoiled::standing().hands([0.17, -0.12, 0.24], [0.5, -0.6, -1.0]);
    wide.base.foot.at[0] = 0.42;
    wide.base.root[1] = 0.33;
    assert_eq!(joint(&wide.found()), "hip.out");
    let mut crossed = Spoiled::seated();
    crossed.base.foot.knee = [1.4, 0.5, 0.4];
    assert_eq!(joint(&crossed.found()), "hip.turn");
}

#[test]
fn an_arm_out_of_its_range_is_found() {
    assert_eq!(
        joint(&Spoiled::standing().hands([0.20, -0.12, -0.30], [0.5, 0.0, -1.0]).found()),
        "shoulder.back"
    );
    assert_eq!(
        joint(&Spoiled::standing().hands([0.17, -0.18, 0.22], [0.4, 0.9, 0.0]).found()),
        "shoulder.turn"
    );
}

#[test]
fn a_wrist_out_of_its_range_is_found() {
    // hands are held as wrists can, whatever is typed, so only a broken pose can bend one too far
    let turned = |turn: fn(Vec3, Vec3) -> (Vec3, Vec3)| {
        Spoiled::standing().hands([0.17, -0.20, 0.20], [0.5, -0.6, -1.0]).found_in(|_, pose| {
            let arm = &mut pose.arms[0];
            let along = (arm.wrist - arm.elbow).unit_or(Vec3::Y);
            let up = (arm.shoulder - arm.elbow).square_to(along).unit_or(Vec3::Y);
            (arm.fingers, arm.thumb) = turn(along, up);
        })
    };
    let straight = turned(|along, up| (along, up));
    assert!(straight.is_empty(), "{straight:?}");
    let bent = turned(|along, up| (up.cross(along), up));
    assert_eq!(joint(&bent), "wrist");
    let aside = turned(|along, up| ((along + up).unit_or(along), (up - along).unit_or(up)));
    assert_eq!(joint(&aside), "wrist.side");
    let over = turned(|along, up| (along, -up));
    assert_eq!(joint(&over), "forearm");
}

#[test]
fn a_planted_foot_that_slides_is_found() {
    let slide = Channel::Foot(0, FootPart::Shift(2));
    let found = Spoiled::standing().moving(slide, to_and_fro(1, 0.006)).found();
    assert!(matches!(found[..], [FigureFault::Slide { .. }]), "{found:?}");
}

#[test]
fn a_foot_that_comes_down_elsewhere_has_taken_a_step_and_not_slid() {
    // in getting down a foot steps back; on the floor all the way, that would be a slide
    let slides = |spoiled: &Spoiled| spoiled.found().iter().any(|f| matches!(f, FigureFault::Slide { .. }));
    let mut down = Spoiled::new("getting-down", BaseId::Standing);
    assert!(!slides(&down));
    down.motion.tracks.retain(|t| t.on != Channel::Foot(0, FootPart::Shift(1)));
    assert!(slides(&down));
}

#[test]
fn a_seat_that_slides_is_found() {
    let found = Spoiled::seated().moving(Channel::Root(2), to_and_fro(1, 0.012)).found();
    assert!(matches!(found[..], [FigureFault::Seat { .. }]), "{found:?}");
}

#[test]
fn a_hand_that_cannot_reach_its_place_is_found() {
    let found = Spoiled::standing().hands([0.25, -0.15, 0.50], [0.5, -1.0, -0.2]).found();
    assert!(matches!(found[..], [FigureFault::Reach { .. }]), "{found:?}");
}

#[test]
fn a_limb_in_the_floor_is_found() {
    let mut low = Spoiled::new("abdominal-breathing", BaseId::Lying);
    low.base.root[1] -= 0.012;
    low.base.hands[0].elbow = Keys(vec![rest(0.0, [1.0, -0.15, -0.9])]);
    let found = low.found();
    assert!(matches!(found[..], [FigureFault::Floor { .. }]), "{found:?}");
}

#[test]
fn a_jump_at_the_end_of_the_loop_is_found() {
    // two keys a thousandth of a cycle apart across the seam: no track can do that smoothly
    let jump = vec![rest(0.0, 0.1), rest(0.999, 0.0)];
    let found = Spoiled::standing().moving(spine(0, 1, Axis::Flex), jump).found();
    assert!(matches!(found[..], [FigureFault::Seam { .. }]), "{found:?}");
}

#[test]
fn a_spine_that_turns_too_fast_is_found() {
    let twists = Spoiled::new("torso-twists", BaseId::Seated);
    let found = twists.with(|stage| faults_at(stage, &stage.poses(), 12_500));
    assert!(matches!(found[..], [FigureFault::FastSpine { .. }]), "{found:?}");
}

#[test]
fn a_limb_that_turns_too_fast_is_found() {
    let mut swing = Spoiled::standing().hands([0.20, -0.28, 0.05], [0.5, -0.6, -1.0]);
    let (low, high) = ([0.20, -0.28, 0.05], [0.36, 0.02, 0.10]);
    swing.base.hands[0].at = Keys(vec![rest(0.0, low), rest(0.18, high), rest(0.5, high), rest(0.68, low)]);
    let found = swing.found_at_its_own_pace();
    assert!(matches!(found[..], [FigureFault::FastLimb { .. }]), "{found:?}");
}

#[test]
fn a_spine_that_starts_and_stops_hard_is_found() {
    let nod = to_and_fro(8, 6.0);
    let found = Spoiled::standing().moving(spine(7, 8, Axis::Flex), nod).found_at_its_own_pace();
    assert!(matches!(found[..], [FigureFault::AbruptSpine { .. }]), "{found:?}");
}

#[test]
fn a_limb_that_starts_and_stops_hard_is_found() {
    let mut shake = Spoiled::standing().hands([0.19, -0.26, 0.10], [0.5, 0.0, -1.0]);
    let beat =
        |i: u32| rest(f64::from(i) / 24.0, [0.19, -0.26, if i.is_multiple_of(2) { 0.10 } else { 0.125 }]);
    shake.base.hands[0].at = Keys((0..24).map(beat).collect());
    let found = shake.found_at_its_own_pace();
    assert!(matches!(found[..], [FigureFault::AbruptLimb { .. }]), "{found:?}");
}

#[test]
fn an_arm_that_goes_through_the_body_or_the_chair_is_found() {
    let hands = |spoiled: Spoiled, at, elbow| spoiled.hands(at, elbow).found();
    let back = [0.7, -0.4, -0.6];
    assert_eq!(through(&hands(Spoiled::standing(), [0.04, -0.20, 0.01], back)), "an arm in the trunk");
    assert_eq!(
        through(&hands(Spoiled::standing(), [0.02, 0.17, 0.03], [1.0, 0.1, 0.3])),
        "an arm in the head"
    );
    assert_eq!(through(&hands(Spoiled::seated(), [0.08, -0.28, 0.20], [0.8, 0.0, -0.5])), "an arm in a leg");
    assert_eq!(
        through(&hands(Spoiled::seated(), [0.10, -0.26, -0.14], [1.0, 0.0, -0.6])),
        "an arm in the chair"
    );
    assert_eq!(
        through(&hands(Spoiled::standing(), [-0.07, -0.10, 0.20], [1.0, -0.6, -0.2])),
        "an arm in the other"
    );
}

#[test]
fn a_leg_that_goes_through_the_other_is_found() {
    let mut crossed = Spoiled::standing();
    crossed.base.foot.at[0] = 0.0;
    assert_eq!(through(&crossed.found()), "a leg in the other");
}

#[test]
fn palms_that_meet_only_touch() {
    let found = Spoiled::standing().hands([0.012, -0.10, 0.20], [1.0, -0.6, -0.2]).found();
    assert!(found.is_empty(), "{found:?}");
    // and a hand that rests on the belly does, too
    assert_eq!(Spoiled::new("closing-meditation", BaseId::Seated).found(), []);
}
