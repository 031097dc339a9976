//! The content files of the figure: a skeleton, base postures, and one file per motion.
//!
//! Lengths are fractions of stature, angles degrees, phases 0 to 1. `core/content/figures/README.md` is the guide for
//! whoever edits them.

pub(crate) use super::angle::Angle;
use super::channel::Channel;
use super::tracks::{Keys, wrap};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Bone lengths, joint ranges, and what counts as gentle.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Skeleton {
    /// Where numbers come from and what of it was looked up, by short name, for whoever checks them.
    pub(crate) sources: BTreeMap<String, String>,
    pub(crate) bones: Bones,
    /// The source of each bone's length.
    pub(crate) bone_sources: BTreeMap<String, String>,
    limits: BTreeMap<Angle, Limit>,
    pub(crate) gentle: Gentle,
}

impl Skeleton {
    /// The range of an angle, degrees.
    pub(crate) fn range(&self, angle: Angle) -> Option<[f64; 2]> {
        self.limits.get(&angle).map(|limit| limit.range)
    }

    /// The sources that numbers name.
    pub(crate) fn named_sources(&self) -> impl Iterator<Item = &str> {
        let limits = self.limits.values().map(|limit| limit.source.as_str());
        limits.chain(self.bone_sources.values().map(String::as_str)).chain([self.gentle.source.as_str()])
    }
}

/// How far a joint goes, and who says so.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Limit {
    range: [f64; 2],
    source: String,
}

/// Lengths as fractions of stature.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bones {
    /// In the order of [`SPINE`](super::channel::SPINE).
    pub(crate) spine: [f64; 8],
    pub(crate) hip_half: f64,
    pub(crate) shoulder_half: f64,
    pub(crate) thigh: f64,
    pub(crate) shank: f64,
    pub(crate) ankle: f64,
    pub(crate) foot: f64,
    pub(crate) heel: f64,
    pub(crate) ball: f64,
    pub(crate) upper_arm: f64,
    pub(crate) forearm: f64,
}

/// What counts as gentle, and as standing or sitting still.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Gentle {
    pub(crate) source: String,
    /// Fastest turn of a spine segment, degrees a second.
    pub(crate) spine_deg_s: f64,
    /// Fastest turn of a limb bone, degrees a second.
    pub(crate) limb_deg_s: f64,
    /// Fastest change of a spine segment's turning, degrees a second each second.
    pub(crate) spine_deg_s2: f64,
    /// Fastest change of a limb bone's turning, degrees a second each second.
    pub(crate) limb_deg_s2: f64,
    /// A planted foot may move this far.
    pub(crate) slide: f64,
    /// The seat may move this far beyond what rolling over the sit bones explains.
    pub(crate) seat: f64,
    /// A hand may miss its place by this.
    pub(crate) reach: f64,
    /// Two parts of the body, as thick as they are drawn, may press into each other by this: cloth and flesh give way.
    pub(crate) touch: f64,
}

/// Whether something that names the bases it is for is for this one; naming none means all.
pub(crate) fn is_for(only: &[BaseId], base: BaseId) -> bool {
    only.is_empty() || only.contains(&base)
}

/// What the figure rests on.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
#[serde(rename_all = "lowercase")]
pub(crate) enum BaseId {
    Seated,
    Standing,
    Lying,
    /// On the spot, with bent knees.
    Walking,
}

impl BaseId {
    pub(crate) fn name(self) -> &'static str {
        match self {
            BaseId::Seated => "seated",
            BaseId::Standing => "standing",
            BaseId::Lying => "lying",
            BaseId::Walking => "walking",
        }
    }
}

/// A base posture: where the hips and feet are, and how the rest hangs together when nothing moves.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Base {
    pub(crate) id: BaseId,
    /// Middle of the hips.
    pub(crate) root: [f64; 3],
    #[serde(default)]
    pub(crate) pose: BTreeMap<Channel, f64>,
    pub(crate) foot: Foot,
    pub(crate) hands: Vec<Hand>,
    /// Replaces the camera of a motion that runs on this base.
    #[serde(default)]
    pub(crate) camera: Option<Camera>,
}

/// The left foot; the right mirrors it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Foot {
    /// The ankle.
    pub(crate) at: [f64; 3],
    pub(crate) toe_out: f64,
    /// Where the knee points.
    pub(crate) knee: [f64; 3],
}

/// Which hand a rule is for. Written for the left hand, mirrored for the right, except `r`.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Hands {
    Both,
    L,
    R,
}

/// What the vectors of a hand rule are measured from.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Space {
    /// The upper chest, turning with it.
    Chest,
    /// The wall of the belly, swelling with it.
    Belly,
    Pelvis,
    /// The resting hips, unturned.
    Floor,
}

/// Where a hand is and how it is held. A later rule for the same hand replaces an earlier one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Hand {
    pub(crate) side: Hands,
    pub(crate) space: Space,
    /// Bases it is for; empty means all.
    #[serde(default)]
    pub(crate) only: Vec<BaseId>,
    /// Middle of the palm.
    pub(crate) at: Keys<[f64; 3]>,
    /// Where the elbow points.
    pub(crate) elbow: Keys<[f64; 3]>,
    pub(crate) fingers: Keys<[f64; 3]>,
    /// The side of the palm where the thumb is.
    pub(crate) thumb: Keys<[f64; 3]>,
    /// 0 flat, 1 fist.
    #[serde(default)]
    pub(crate) curl: Option<Keys<f64>>,
}

/// How one channel moves over the cycle; it adds to the base posture.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Track {
    pub(crate) on: Channel,
    pub(crate) keys: Keys<f64>,
    /// Delay in phase per joint of a group, tailbone first. A lag makes a wave.
    #[serde(default)]
    pub(crate) lag: f64,
    /// Bases it is for; empty means all.
    #[serde(default)]
    pub(crate) only: Vec<BaseId>,
}

/// Where the viewer stands: degrees to the figure's right, and degrees above the horizon.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Camera {
    pub(crate) yaw: f64,
    pub(crate) pitch: f64,
}

/// One in-breath and one out-breath, `[from, to]` in phase.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Breath {
    #[serde(rename = "in")]
    pub(crate) inhale: [f64; 2],
    #[serde(rename = "out")]
    pub(crate) exhale: [f64; 2],
}

/// A point whose path is drawn.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub(crate) enum Point {
    #[serde(rename = "hand.l")]
    HandLeft,
    #[serde(rename = "hand.r")]
    HandRight,
    #[serde(rename = "elbow.l")]
    ElbowLeft,
    #[serde(rename = "elbow.r")]
    ElbowRight,
    #[serde(rename = "shoulder.l")]
    ShoulderLeft,
    #[serde(rename = "shoulder.r")]
    ShoulderRight,
    #[serde(rename = "hips")]
    Hips,
    #[serde(rename = "waist")]
    Waist,
    #[serde(rename = "back")]
    Back,
    #[serde(rename = "belly")]
    Belly,
    #[serde(rename = "head")]
    Head,
    #[serde(rename = "heel")]
    Heel,
    #[serde(rename = "foot.l")]
    FootLeft,
    #[serde(rename = "foot.r")]
    FootRight,
    #[serde(rename = "toe.l")]
    ToeLeft,
    #[serde(rename = "toe.r")]
    ToeRight,
    /// Just before the face.
    #[serde(rename = "nose")]
    Nose,
}

/// A path drawn beside the figure, with an arrow that says which way.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trail {
    pub(crate) point: Point,
    /// Drawn this many times as large, about its middle: a small movement is hard to see.
    #[serde(default = "one")]
    pub(crate) zoom: f64,
    /// Whether the path itself is drawn. Where many parts move in turn, an arrow for each is enough.
    #[serde(default = "yes")]
    pub(crate) line: bool,
    /// The arrow looks this much of a cycle ahead.
    #[serde(default = "ahead")]
    pub(crate) ahead: f64,
    /// Bases it is for; empty means all.
    #[serde(default)]
    pub(crate) only: Vec<BaseId>,
}

fn one() -> f64 {
    1.0
}

fn yes() -> bool {
    true
}

fn ahead() -> f64 {
    0.15
}

/// Where the practising person's attention rests.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Attention {
    /// Beads along the spine.
    Spine,
    /// A glow in the lower abdomen.
    Belly,
    /// The same, and sparks that gather there.
    Gathering,
    Chest,
    Heels,
    /// The Gate of Life in the lower back.
    Mingmen,
    /// Below the outside of each knee.
    Gb34,
    Palms,
    Soles,
    /// A light that runs from the lower back down one leg; `wave` is its pace.
    Leg,
}

/// Something to imagine in the hands.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Hold {
    Oars,
    Ball,
}

/// A chair beside a mat, for whoever goes down to the floor or comes up from it.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Room {
    /// Where the chair stands, x and z.
    pub(crate) chair: [f64; 2],
    /// Which way the chair looks, degrees to the figure's left.
    pub(crate) chair_turn: f64,
    /// The mat's ends, z.
    pub(crate) mat: [f64; 2],
}

/// Where one arm is drawn over the other, though it usually lies under it: when hands take turns, the one that works is in front.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Over {
    pub(crate) arm: OneHand,
    /// Stretches `[from, to]` in phase.
    pub(crate) during: Vec<[f64; 2]>,
}

impl Over {
    pub(crate) fn is_at(&self, phase: f64) -> bool {
        self.during.iter().any(|[from, to]| (*from..=*to).contains(&phase))
    }
}

#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OneHand {
    L,
    R,
}

/// A movement of the figure over one cycle.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Motion {
    pub(crate) id: String,
    pub(crate) bases: Vec<BaseId>,
    pub(crate) cycle_ms: u32,
    /// For each base the shortest cycle that is gentle for whoever is shown, milliseconds. It is measured when a motion is made,
    /// and a test measures it anew: a clip need not.
    pub(crate) gentle_from_ms: BTreeMap<BaseId, u32>,
    /// Empty: breathe naturally.
    #[serde(default)]
    pub(crate) breaths: Vec<Breath>,
    pub(crate) camera: Camera,
    /// Where the lying body is seen from, if what it does cannot be seen from where that posture usually is.
    #[serde(default)]
    pub(crate) lying_camera: Option<Camera>,
    /// Phases that tell the movement in stills.
    pub(crate) key_poses: Vec<f64>,
    #[serde(default)]
    pub(crate) tracks: Vec<Track>,
    #[serde(default)]
    pub(crate) hands: Vec<Hand>,
    #[serde(default)]
    pub(crate) trails: Vec<Trail>,
    #[serde(default)]
    pub(crate) attention: Option<Attention>,
    #[serde(default)]
    pub(crate) hold: Option<Hold>,
    #[serde(default)]
    pub(crate) over: Option<Over>,
    /// It leads from one posture to another: after the end, a cut takes it back to the start.
    #[serde(default)]
    pub(crate) once: bool,
    /// Where both knees point, in the room; left out, the base says so.
    #[serde(default)]
    pub(crate) knees: Option<Keys<[f64; 3]>>,
    /// What stands in the room instead of what the base has.
    #[serde(default)]
    pub(crate) room: Option<Room>,
    /// A wave that climbs the spine: phase at the tailbone, and phases it takes to the skull. For `leg`, down the leg.
    #[serde(default)]
    pub(crate) wave: Option<[f64; 2]>,
}

impl Motion {
    /// Where this motion is seen from on a base: a base that has a camera of its own knows better than the motion, unless the
    /// motion speaks of just that base.
    pub(crate) fn camera_on(&self, base: &Base) -> Camera {
        let lying = self.lying_camera.filter(|_| base.id == BaseId::Lying);
        lying.or(base.camera).unwrap_or(self.camera)
    }

    /// How far the wave has climbed, 0 at the tailbone to 1 at the skull; below 0 or above 1 it is between two waves.
    pub(crate) fn wave_at(&self, phase: f64) -> Option<f64> {
        self.wave.map(|[start, lasts]| wrap(phase - start) / lasts)
    }
}
