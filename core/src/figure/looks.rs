//! What the choices of a person mean in colours and degrees: `core/content/figures/looks.json`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::channel::Channel;
use super::choices::{FigureAge, FigureChoices, FigureHair, FigureRange, FigureSkin, Form};
use super::colour::Rgb;
use super::data::{Base, BaseId, Hand, Hands, Motion, Space, Track, is_for};
use super::record::{FigureTone, FigureTones};
use super::tracks::Keys;
use super::vec::{Vec3, sin_cos, v3};

/// Hair and skin, and hair and stage, differ by this contrast at least.
pub(crate) const HAIR_CONTRAST: f64 = 1.35;

/// How far the belly wall of the middle build is before the spine, where hands rest on it.
const BELLY_WALL: f64 = 0.066;

/// Half the way between the shoulders.
const SHOULDER: f64 = 0.106;

/// `looks.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Looks {
    /// Where the colours come from, for whoever checks them.
    #[serde(rename = "source")]
    _source: String,
    /// What is behind the figure.
    pub(crate) stage: Pair,
    pub(crate) skin: BTreeMap<FigureSkin, Pair>,
    pub(crate) hair: BTreeMap<FigureHair, Pair>,
    older: Older,
    smaller_range: SmallerRange,
}

/// A colour on the light and on the dark stage.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pair {
    pub(crate) light: Rgb,
    pub(crate) dark: Rgb,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Older {
    /// How far a hand goes from where it starts, of the full way.
    reach: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SmallerRange {
    /// How far the body bends from its base, of the full way.
    bends: f64,
    /// How far a hand goes from where it starts, of the full way.
    reach: f64,
    /// Motions whose hands go all the way, because they touch or hold something.
    hands_stay: Vec<String>,
}

impl Looks {
    /// The colours of this person.
    pub(crate) fn tones(&self, choices: &FigureChoices) -> FigureTones {
        let pair = |skin: Rgb, hair: Rgb, stage: Rgb| {
            (skin.number(), hair.apart_from([skin, stage], HAIR_CONTRAST).number(), skin.line().number())
        };
        let nothing = Pair { light: Rgb([0; 3]), dark: Rgb([0; 3]) };
        let skin = self.skin.get(&choices.skin).unwrap_or(&nothing);
        let hair = self.hair.get(&choices.hair).unwrap_or(&nothing);
        let light = pair(skin.light, hair.light, self.stage.light);
        let dark = pair(skin.dark, hair.dark, self.stage.dark);
        FigureTones {
            skin: FigureTone { light: light.0, dark: dark.0 },
            hair: FigureTone { light: light.1, dark: dark.1 },
            face_line: FigureTone { light: light.2, dark: dark.2 },
        }
    }

    /// Fits a motion and its base to this person: how far they bend and reach, and where their belly is.
    pub(crate) fn fit(&self, choices: &FigureChoices, motion: &mut Motion, base: &mut Base) {
        let form = Form::from(choices);
        let before = BELLY_WALL * (form.girth - 1.0) + form.belly;
        for hand in base.hands.iter_mut().chain(&mut motion.hands).filter(|h| h.space == Space::Belly) {
            hand.at.0.iter_mut().for_each(|key| key.value[2] += before);
        }
        // what leads from one posture to another has to arrive
        if motion.once {
            return;
        }
        let smaller = choices.range == FigureRange::Smaller;
        let upright = most_upright(motion, base.id);
        if smaller {
            let bends = self.smaller_range.bends;
            for track in motion.tracks.iter_mut().filter(|t| !is_breath(t.on)) {
                track.keys.0.iter_mut().for_each(|key| key.value *= bends);
            }
        }
        if self.smaller_range.hands_stay.contains(&motion.id) {
            return;
        }
        let older = if choices.age == FigureAge::Older { self.older.reach } else { 1.0 };
        let reach = older * if smaller { self.smaller_range.reach } else { 1.0 };
        motion.hands.iter_mut().for_each(|hand| draw_in(hand, reach, upright));
    }
}

/// The first phase at which the trunk is bent least.
fn most_upright(motion: &Motion, base: BaseId) -> f64 {
    let bends = motion.tracks.iter().filter(|track| is_for(&track.only, base));
    let bends: Vec<&Track> = bends.filter(|track| matches!(track.on, Channel::Spine { .. })).collect();
    let bent = |phase: f64| bends.iter().filter_map(|track| track.keys.at(phase)).map(f64::abs).sum::<f64>();
    let phases = (0..64).map(|i| f64::from(i) / 64.0);
    phases.min_by(|a, b| bent(*a).total_cmp(&bent(*b))).unwrap_or_default()
}

/// What the breath moves keeps its size.
fn is_breath(channel: Channel) -> bool {
    matches!(channel, Channel::BellySwell | Channel::ChestSwell | Channel::Glow)
}

/// A hand goes this share of its way from where it starts, and turns with it.
fn draw_in(hand: &mut Hand, share: f64, upright: f64) {
    if share >= 1.0 {
        return;
    }
    // a hand that keeps to the room rests where the trunk is upright: from there the arms reach as far as before
    let start = if hand.space == Space::Floor { upright } else { 0.0 };
    for keys in [&mut hand.elbow, &mut hand.fingers, &mut hand.thumb] {
        from(keys, start, |from, to| [0, 1, 2].map(|i| from[i] + (to[i] - from[i]) * share));
    }
    match hand.space {
        // round the shoulder, or a half-lifted hand would come too near to it
        Space::Chest => {
            let shoulder = if hand.side == Hands::R { -SHOULDER } else { SHOULDER };
            let pivot = v3(shoulder, 0.016, 0.006);
            from(&mut hand.at, start, |from, to| {
                let p = part_way(Vec3::from(from) - pivot, Vec3::from(to) - pivot, share) + pivot;
                [p.x, p.y, p.z]
            });
        }
        Space::Belly | Space::Pelvis | Space::Floor => {
            from(&mut hand.at, start, |from, to| [0, 1, 2].map(|i| from[i] + (to[i] - from[i]) * share));
        }
    }
}

/// Replaces every value by something between that of one phase and itself.
fn from(keys: &mut Keys<[f64; 3]>, phase: f64, between: impl Fn([f64; 3], [f64; 3]) -> [f64; 3]) {
    let Some(start) = keys.at(phase) else { return };
    keys.0.iter_mut().for_each(|key| key.value = between(start, key.value));
}

/// Part of the way from one direction to another, and from one length to another.
fn part_way(from: Vec3, to: Vec3, share: f64) -> Vec3 {
    let (a, b) = (from.unit_or(Vec3::Z), to.unit_or(Vec3::Z));
    let side = b.square_to(a).unit_or(Vec3::Z.square_to(a).unit_or(Vec3::X));
    let (sin, cos) = sin_cos(a.angle_to(b) * share);
    (a * cos + side * sin) * (from.length() + (to.length() - from.length()) * share)
}
