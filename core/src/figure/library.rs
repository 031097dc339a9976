//! The figure's content as it is built into the core, and the check that every file makes sense.

use std::sync::LazyLock;

use super::choices::{FigureHair, FigureSkin};
use super::data::{Angle, Base, BaseId, Breath, Hand, Hands, Motion, Skeleton};
use super::error::FigureError;
use super::looks::Looks;
use super::tracks::Keys;
use serde::de::DeserializeOwned;

macro_rules! motions {
    ($($id:literal),+ $(,)?) => {
        &[$(($id, include_str!(concat!("../../content/figures/motion/", $id, ".json")))),+]
    };
}

/// Every motion file, in the order of the 12-week plan; those of other practices follow.
pub(crate) const MOTIONS: &[(&str, &str)] = motions![
    "centring-breath",
    "shoulder-circles",
    "spinal-wave",
    "torso-twists",
    "closing-breath",
    "seated-rowing",
    "arm-lifts-with-breath",
    "pelvic-tilt",
    "closing-energy-collection",
    "full-spinal-flow",
    "forward-fold",
    "opening-the-chest",
    "energy-ball-rotation",
    "closing-meditation",
    "abdominal-breathing",
    "snake-head",
    "quiet-standing",
    "song-relaxation",
    "coherent-breath",
    "visualise-the-movement",
    "mingmen-focus",
    "gb34-focus",
    "yi-nerve-tracing",
    "transferring-qi-along-spine",
    "palm-warmth-start",
    "posture-awareness",
    "tension-catch",
    "spinal-wave-undulation",
    "waist-spine-rotations",
    "hip-circles-sink-qi",
    "kidney-tapping-heel-drops",
    "duck-walking",
    "jm-rocking",
    "jm-pushing-limbs",
    "light-stretches",
    "wrist-figure-eight",
    "silk-reeling",
    "self-massage",
    "jm-tapping",
    "meridian-massage",
    "opening-the-gates",
    "qi-circulation-exercises",
    "joint-mobilization",
    "getting-down",
    "getting-up",
];

const SKELETON: &str = include_str!("../../content/figures/skeleton.json");
const LOOKS: &str = include_str!("../../content/figures/looks.json");
const SEATED: &str = include_str!("../../content/figures/base/seated.json");
const STANDING: &str = include_str!("../../content/figures/base/standing.json");
const WALKING: &str = include_str!("../../content/figures/base/walking.json");
const LYING: &str = include_str!("../../content/figures/base/lying.json");

/// Shortest and longest cycle, milliseconds.
const CYCLE_MS: std::ops::RangeInclusive<u32> = 3_000..=90_000;

/// The skeleton, read once.
pub(crate) fn skeleton() -> Result<&'static Skeleton, FigureError> {
    static READ: LazyLock<Result<Skeleton, FigureError>> = LazyLock::new(|| read_skeleton(SKELETON));
    READ.as_ref().map_err(Clone::clone)
}

pub(crate) fn read_skeleton(json: &str) -> Result<Skeleton, FigureError> {
    let at = Place { file: "skeleton.json", id: "skeleton" };
    let skeleton: Skeleton = at.parse(json)?;
    for angle in Angle::ALL {
        let Some([low, high]) = skeleton.range(*angle) else {
            return Err(at.invalid("limits", &format!("{} has no range", angle.name())));
        };
        if low >= high {
            return Err(at.invalid("limits", &format!("{} has an empty range", angle.name())));
        }
    }
    if let Some(source) = skeleton.named_sources().find(|name| !skeleton.sources.contains_key(*name)) {
        return Err(at.invalid("sources", &format!("has no \"{source}\"")));
    }
    Ok(skeleton)
}

/// What may be chosen of a person, read once.
pub(crate) fn looks() -> Result<&'static Looks, FigureError> {
    static READ: LazyLock<Result<Looks, FigureError>> = LazyLock::new(|| read_looks(LOOKS));
    READ.as_ref().map_err(Clone::clone)
}

pub(crate) fn read_looks(json: &str) -> Result<Looks, FigureError> {
    let at = Place { file: "looks.json", id: "looks" };
    let looks: Looks = at.parse(json)?;
    if let Some(skin) = FigureSkin::ALL.iter().find(|skin| !looks.skin.contains_key(skin)) {
        return Err(at.invalid("skin", &format!("{skin:?} has no colour")));
    }
    match FigureHair::ALL.iter().find(|hair| !looks.hair.contains_key(hair)) {
        Some(hair) => Err(at.invalid("hair", &format!("{hair:?} has no colour"))),
        None => Ok(looks),
    }
}

pub(crate) fn base(id: BaseId) -> Result<Base, FigureError> {
    let json = match id {
        BaseId::Seated => SEATED,
        BaseId::Standing => STANDING,
        BaseId::Lying => LYING,
        BaseId::Walking => WALKING,
    };
    read_base(&format!("base/{}.json", id.name()), json)
}

pub(crate) fn read_base(file: &str, json: &str) -> Result<Base, FigureError> {
    let base: Base = Place { file, id: "base" }.parse(json)?;
    let at = Place { file, id: base.id.name() };
    at.check_hands(&base.hands)?;
    let both = |h: &Hand| h.side == Hands::Both && h.only.is_empty();
    if !base.hands.first().is_some_and(both) {
        return Err(at.invalid("hands[0]", "the first rule must place both hands"));
    }
    Ok(base)
}

/// The motion with this id, parsed and checked.
pub(crate) fn motion(id: &str) -> Result<Motion, FigureError> {
    let unknown = || FigureError::UnknownMotion { motion: id.to_owned() };
    let (_, json) = MOTIONS.iter().find(|(known, _)| *known == id).ok_or_else(unknown)?;
    read_motion(&format!("motion/{id}.json"), json)
}

pub(crate) fn read_motion(file: &str, json: &str) -> Result<Motion, FigureError> {
    let motion: Motion = Place { file, id: "motion" }.parse(json)?;
    let at = Place { file, id: &motion.id };
    if !file.ends_with(&format!("/{}.json", motion.id)) {
        return Err(at.invalid("id", "must be the name of the file"));
    }
    if motion.bases.is_empty() {
        return Err(at.invalid("bases", "must name at least one base"));
    }
    if !motion.bases.iter().all(|base| motion.gentle_from_ms.contains_key(base)) {
        return Err(at.invalid("gentle_from_ms", "must name each base"));
    }
    if !CYCLE_MS.contains(&motion.cycle_ms) {
        return Err(at.invalid("cycle_ms", "must be 3000 to 90000"));
    }
    if motion.key_poses.len() < 2 || motion.key_poses.iter().any(|p| !(0.0..1.0).contains(p)) {
        return Err(at.invalid("key_poses", "must be two phases or more, each from 0 to below 1"));
    }
    let mut clock = 0.0;
    for (i, Breath { inhale, exhale }) in motion.breaths.iter().enumerate() {
        let (first, second) = if inhale[0] <= exhale[0] { (inhale, exhale) } else { (exhale, inhale) };
        let times = [clock, first[0], first[1], second[0], second[1], 1.0];
        let in_order = times.windows(2).all(|w| w[0] <= w[1]);
        if !in_order || first[0] == first[1] || second[0] == second[1] {
            return Err(
                at.invalid(&format!("breaths[{i}]"), "in and out must follow each other within the cycle")
            );
        }
        clock = second[1];
    }
    for (i, track) in motion.tracks.iter().enumerate() {
        at.check_keys(&format!("tracks[{i}].keys"), &track.keys)?;
    }
    if let Some(knees) = &motion.knees {
        at.check_keys("knees", knees)?;
    }
    at.check_hands(&motion.hands)?;
    Ok(motion)
}

/// Where an error is.
struct Place<'a> {
    file: &'a str,
    id: &'a str,
}

impl Place<'_> {
    fn parse<T: DeserializeOwned>(&self, json: &str) -> Result<T, FigureError> {
        serde_json::from_str(json)
            .map_err(|e| FigureError::Unreadable { file: self.file.to_owned(), reason: e.to_string() })
    }

    fn invalid(&self, field: &str, reason: &str) -> FigureError {
        FigureError::Invalid {
            file: self.file.to_owned(),
            id: self.id.to_owned(),
            field: field.to_owned(),
            reason: reason.to_owned(),
        }
    }

    fn check_keys<T>(&self, field: &str, keys: &Keys<T>) -> Result<(), FigureError> {
        if keys.0.is_empty() {
            return Err(self.invalid(field, "has no keys"));
        }
        for (i, pair) in keys.0.windows(2).enumerate() {
            if pair[1].phase <= pair[0].phase {
                return Err(self.invalid(&format!("{field}[{}]", i + 1), "must come after the key before it"));
            }
        }
        match keys.0.iter().position(|k| !(0.0..1.0).contains(&k.phase)) {
            Some(i) => Err(self.invalid(&format!("{field}[{i}]"), "the phase must be from 0 to below 1")),
            None => Ok(()),
        }
    }

    fn check_hands(&self, hands: &[Hand]) -> Result<(), FigureError> {
        for (i, hand) in hands.iter().enumerate() {
            self.check_keys(&format!("hands[{i}].at"), &hand.at)?;
            self.check_keys(&format!("hands[{i}].elbow"), &hand.elbow)?;
            self.check_keys(&format!("hands[{i}].fingers"), &hand.fingers)?;
            self.check_keys(&format!("hands[{i}].thumb"), &hand.thumb)?;
            if let Some(curl) = &hand.curl {
                self.check_keys(&format!("hands[{i}].curl"), curl)?;
            }
        }
        Ok(())
    }
}
