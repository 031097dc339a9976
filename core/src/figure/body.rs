//! From angles to a body in space: the spine forwards from the hips, arms and legs backwards from hands and feet.
//!
//! The feet stay where the base puts them and the hands where the motion puts them; knees and elbows follow (two-bone
//! inverse kinematics). So a foot cannot slide and a hand cannot drift, however the trunk moves.

use super::channel::{Axis, Channel, FootPart};
use super::data::{Base, BaseId, Bones, Hand, Hands, Motion, Skeleton, Space, Track, is_for};
use super::tracks::Keys;
use super::vec::{Turn, Vec3, v3};
use super::wrist::Forearm;

/// How far belly and chest wall come forward at a swell of one.
pub(crate) const SWELL: f64 = 0.034;

/// The palm lies this far beyond the wrist.
const PALM: f64 = 0.042;

/// A hand is turned to what its wrist can do so many times at most: each time the forearm follows a little.
const HOLDS: usize = 6;

/// The left side is 0, the right 1. x points to the left.
pub(crate) const SIDES: [f64; 2] = [1.0, -1.0];

/// What every channel adds up to at one phase: degrees, or fractions of stature.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Channels {
    /// Per spine joint: flex, side, twist.
    pub(crate) spine: [[f64; 3]; 8],
    pub(crate) root: [f64; 3],
    pub(crate) girdle_raise: f64,
    pub(crate) girdle_forward: f64,
    pub(crate) belly_swell: f64,
    pub(crate) chest_swell: f64,
    pub(crate) heel: f64,
    pub(crate) glow: f64,
    pub(crate) feet: [FootMove; 2],
}

/// What one foot does beside the other: a shift (x outwards), and degrees.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct FootMove {
    pub(crate) shift: [f64; 3],
    pub(crate) heel: f64,
    pub(crate) toes: f64,
    pub(crate) turn: f64,
}

impl Channels {
    /// The base posture with the motion's tracks added.
    fn at(base: &Base, motion: &Motion, phase: f64) -> Channels {
        let mut sum = Channels::default();
        for (channel, value) in &base.pose {
            sum.add(*channel, |_| *value);
        }
        for Track { on, keys, lag, only } in &motion.tracks {
            if !is_for(only, base.id) {
                continue;
            }
            let at = |phase: f64| keys.at(phase).unwrap_or_default();
            if *lag == 0.0 {
                let value = at(phase);
                sum.add(*on, |_| value);
            } else {
                sum.add(*on, |nth| at(phase - lag * nth as f64));
            }
        }
        sum
    }

    /// Adds a value; a spine group asks for the value of its nth joint.
    fn add(&mut self, channel: Channel, value: impl Fn(usize) -> f64) {
        match channel {
            Channel::Spine { from, to, axis } => {
                let axis = match axis {
                    Axis::Flex => 0,
                    Axis::Side => 1,
                    Axis::Twist => 2,
                };
                for joint in from..to {
                    self.spine[joint][axis] += value(joint - from);
                }
            }
            Channel::Root(axis) => self.root[axis] += value(0),
            Channel::GirdleRaise => self.girdle_raise += value(0),
            Channel::GirdleForward => self.girdle_forward += value(0),
            Channel::BellySwell => self.belly_swell += value(0),
            Channel::ChestSwell => self.chest_swell += value(0),
            Channel::Heel => self.heel += value(0),
            Channel::Glow => self.glow += value(0),
            Channel::Foot(side, part) => {
                let foot = &mut self.feet[side];
                *match part {
                    FootPart::Shift(axis) => &mut foot.shift[axis],
                    FootPart::Heel => &mut foot.heel,
                    FootPart::Toes => &mut foot.toes,
                    FootPart::Turn => &mut foot.turn,
                } += value(0);
            }
        }
    }
}

/// A body in space.
#[derive(Clone, Debug)]
pub(crate) struct Pose {
    pub(crate) base: BaseId,
    pub(crate) channels: Channels,
    /// Middle of the hips, then the upper end of each spine segment; the last is the base of the skull.
    pub(crate) spine: [Vec3; 9],
    /// How each spine segment is turned. The last is the head's.
    pub(crate) frame: [Turn; 8],
    pub(crate) legs: [Leg; 2],
    pub(crate) arms: [Arm; 2],
}

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Leg {
    pub(crate) hip: Vec3,
    pub(crate) knee: Vec3,
    pub(crate) ankle: Vec3,
    pub(crate) heel: Vec3,
    pub(crate) ball: Vec3,
    pub(crate) toe: Vec3,
    /// How far the ankle is from where the foot needs it.
    pub(crate) miss: f64,
}

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Arm {
    pub(crate) shoulder: Vec3,
    pub(crate) elbow: Vec3,
    pub(crate) wrist: Vec3,
    pub(crate) palm: Vec3,
    /// Direction of the fingers.
    pub(crate) fingers: Vec3,
    /// Direction from the palm's middle to its thumb side.
    pub(crate) thumb: Vec3,
    /// 0 flat, 1 fist.
    pub(crate) curl: f64,
    /// How far the hand is from where the motion wants it.
    pub(crate) miss: f64,
}

impl Pose {
    /// The body at one phase of a motion on a base.
    pub(crate) fn at(skeleton: &Skeleton, base: &Base, motion: &Motion, phase: f64) -> Pose {
        let bones = &skeleton.bones;
        let channels = Channels::at(base, motion, phase);
        let root = Vec3::from(base.root) + Vec3::from(channels.root);
        let (spine, frame) = spine(bones, &channels, root);
        let knees = motion.knees.as_ref().and_then(|keys| keys.at(phase)).map(Vec3::from);
        let legs = [0, 1].map(|side| leg(bones, base, &channels, side, spine[0], frame[0], knees));
        let arms = [Arm::default(); 2];
        let mut pose = Pose { base: base.id, channels, spine, frame, legs, arms };
        pose.place_arms(skeleton, base, motion, phase);
        pose
    }

    pub(crate) fn head(&self) -> Turn {
        self.frame[7]
    }

    fn place_arms(&mut self, skeleton: &Skeleton, base: &Base, motion: &Motion, phase: f64) {
        for side in [0, 1] {
            self.arms[side].shoulder = self.shoulder(&skeleton.bones, side);
            let other = if side == 0 { Hands::R } else { Hands::L };
            // a later rule replaces an earlier one
            let rules = motion.hands.iter().rev().chain(base.hands.iter().rev());
            let own = rules.filter(|rule| rule.side != other).find(|rule| is_for(&rule.only, base.id));
            if let Some(rule) = own {
                self.arms[side] = self.arm(skeleton, base, rule, side, phase);
            }
        }
    }

    /// The collar bone turns about its inner end.
    fn shoulder(&self, bones: &Bones, side: usize) -> Vec3 {
        let m = SIDES[side];
        let inner = v3(0.012 * m, 0.016, 0.006);
        let girdle =
            Turn::about_y(-self.channels.girdle_forward * m) * Turn::about_z(self.channels.girdle_raise * m);
        let outer = girdle * v3((bones.shoulder_half - 0.012) * m, 0.0, 0.0);
        self.spine[5] + self.frame[5] * (inner + outer)
    }

    fn arm(&self, skeleton: &Skeleton, base: &Base, rule: &Hand, side: usize, phase: f64) -> Arm {
        let (origin, frame) = self.space(base, rule.space);
        let mirror = if rule.side == Hands::R { 1.0 } else { SIDES[side] };
        let along = |keys: &Keys<[f64; 3]>| {
            let [x, y, z] = keys.at(phase).unwrap_or_default();
            frame * v3(x * mirror, y, z)
        };
        let bones = [skeleton.bones.upper_arm, skeleton.bones.forearm];
        let (shoulder, palm, pole) = (self.arms[side].shoulder, origin + along(&rule.at), along(&rule.elbow));
        let mut fingers = along(&rule.fingers).unit_or(Vec3::Z);
        let mut thumb = along(&rule.thumb).square_to(fingers).unit_or(Vec3::Y);
        let (mut elbow, mut wrist) = reach(shoulder, palm - fingers * PALM, bones, pole);
        // the palm keeps its place and the forearm follows, until the wrist can hold the hand so
        for hold in 0..=HOLDS {
            let can = Forearm::new(shoulder, elbow, wrist, SIDES[side]).nearest(skeleton, fingers, thumb);
            let is_held = can == (fingers, thumb);
            (fingers, thumb) = can;
            if is_held || hold == HOLDS {
                break;
            }
            (elbow, wrist) = reach(shoulder, palm - fingers * PALM, bones, pole);
        }
        Arm {
            shoulder,
            elbow,
            wrist,
            palm: wrist + fingers * PALM,
            fingers,
            thumb,
            curl: rule.curl.as_ref().and_then(|keys| keys.at(phase)).unwrap_or(0.12),
            miss: (wrist + fingers * PALM - palm).length(),
        }
    }

    fn space(&self, base: &Base, space: Space) -> (Vec3, Turn) {
        match space {
            Space::Chest => (self.spine[5], self.frame[5]),
            Space::Pelvis => (self.spine[0], self.frame[0]),
            Space::Floor => (Vec3::from(base.root), Turn::NONE),
            Space::Belly => {
                let wall = v3(0.0, 0.012, 0.066 + SWELL * self.channels.belly_swell);
                (self.spine[1] + self.frame[1] * wall, self.frame[0])
            }
        }
    }
}

fn spine(bones: &Bones, channels: &Channels, root: Vec3) -> ([Vec3; 9], [Turn; 8]) {
    let mut points = [root; 9];
    let mut frames = [Turn::NONE; 8];
    let mut turn = Turn::NONE;
    for joint in 0..8 {
        let [flex, side, twist] = channels.spine[joint];
        // most joints are turned in one way only
        if twist != 0.0 {
            turn = turn * Turn::about_y(twist);
        }
        if side != 0.0 {
            turn = turn * Turn::about_z(-side);
        }
        if flex != 0.0 {
            turn = turn * Turn::about_x(flex);
        }
        frames[joint] = turn;
        points[joint + 1] = points[joint] + turn.y * bones.spine[joint];
    }
    (points, frames)
}

/// `knees`: where the knees point, if not where the base says.
fn leg(
    bones: &Bones,
    base: &Base,
    channels: &Channels,
    side: usize,
    hips: Vec3,
    pelvis: Turn,
    knees: Option<Vec3>,
) -> Leg {
    let m = SIDES[side];
    let mirrored = |v: [f64; 3]| v3(v[0] * m, v[1], v[2]);
    let foot = channels.feet[side];
    let yaw = Turn::about_y((base.foot.toe_out + foot.turn) * m);
    let (lift, rock) = (Turn::about_x(channels.heel + foot.heel), Turn::about_x(-foot.toes));
    let (ankle_height, to_ball) = (bones.ankle, bones.ball);
    let heel = v3(0.0, 0.0, -to_ball - bones.heel);
    let toe = v3(0.0, 0.0, bones.foot - to_ball - bones.heel);
    // a lifted heel turns the foot about its ball, which stays on the floor; lifted toes turn it about the heel
    let rest = Turn::about_y(base.foot.toe_out * m);
    let ball = mirrored(base.foot.at) + mirrored(foot.shift) + rest * v3(0.0, -ankle_height, to_ball);
    let lifted = |v: Vec3| ball + yaw * (heel + rock * (lift * v - heel));
    let want = lifted(v3(0.0, ankle_height, -to_ball));
    let hip = hips + pelvis.x * (bones.hip_half * m);
    let (knee, ankle) =
        reach(hip, want, [bones.thigh, bones.shank], knees.unwrap_or(mirrored(base.foot.knee)));
    Leg {
        hip,
        knee,
        ankle,
        heel: lifted(heel),
        ball: lifted(v3(0.0, 0.0, 0.0)),
        toe: ball + yaw * (heel + rock * (toe - heel)),
        miss: (ankle - want).length(),
    }
}

/// From this share of its length on, a limb straightens ever more slowly: a joint that snaps straight is not gentle.
const NEARLY_STRAIGHT: f64 = 0.992;

/// How far a limb of this length reaches for something at a distance.
fn stretched(distance: f64, length: f64) -> f64 {
    let (from, rest) = (length * NEARLY_STRAIGHT, length * (1.0 - NEARLY_STRAIGHT));
    if distance <= from { distance } else { from + rest * (1.0 - libm::exp((from - distance) / rest)) }
}

/// The middle joint and the end of a two-bone limb that reaches for `target` and bends towards `pole`.
fn reach(from: Vec3, target: Vec3, [upper, lower]: [f64; 2], pole: Vec3) -> (Vec3, Vec3) {
    let way = target - from;
    let nearest = (upper - lower).abs() + 1e-4;
    let distance = stretched(way.length(), upper + lower).max(nearest);
    let direction = way.unit_or(-Vec3::Y);
    let bend = pole.square_to(direction).unit_or(Vec3::Z);
    let along = (upper * upper + distance * distance - lower * lower) / (2.0 * distance);
    let out = libm::sqrt((upper * upper - along * along).max(0.0));
    (from + direction * along + bend * out, from + direction * distance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_reaching_limb_keeps_its_bone_lengths(
            x in -0.5..0.5f64, y in -0.5..0.5f64, z in -0.5..0.5f64,
            px in -1.0..1.0f64, py in -1.0..1.0f64,
        ) {
            let (elbow, wrist) = reach(v3(0.0, 0.0, 0.0), v3(x, y, z), [0.186, 0.146], v3(px, py, 0.3));
            prop_assert!((elbow.length() - 0.186).abs() < 1e-9);
            prop_assert!(((wrist - elbow).length() - 0.146).abs() < 1e-9);
        }
    }

    #[test]
    fn a_limb_bends_towards_its_pole() {
        let (elbow, _) = reach(v3(0.0, 0.0, 0.0), v3(0.0, -0.25, 0.0), [0.186, 0.146], v3(0.0, 0.0, -1.0));
        assert!(elbow.z < -0.05);
    }
}
