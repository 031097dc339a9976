//! The facts of a movement: what is the same in every language.

use serde::{Deserialize, Serialize};

use super::{BreathFact, OriginFact, PostureFact};

/// `movements/<id>.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct MovementFacts {
    /// Equal to the file's name.
    pub(crate) id: String,
    /// Its place in the catalogue; smaller comes first.
    pub(crate) order: u32,
    /// What sort of thing it is.
    pub(crate) kind: MovementKindFact,
    /// Where it came from.
    pub(crate) origin: OriginFact,
    /// Its names in other languages.
    #[serde(default)]
    pub(crate) names: Vec<NameFacts>,
    /// Where its focus came from, if it has one.
    pub(crate) focus: Option<OriginFact>,
    /// Parts of the body it is for.
    pub(crate) body_areas: Vec<AreaFacts>,
    /// Ids of `safety/cautions.json`.
    #[serde(default)]
    pub(crate) cautions: Vec<String>,
    /// Extra words of care.
    #[serde(default)]
    pub(crate) care: Vec<CareFacts>,
    /// What an article claims of it.
    #[serde(default)]
    pub(crate) benefits: Vec<BenefitFacts>,
    /// When to take it.
    #[serde(default)]
    pub(crate) uses: Vec<UseFacts>,
    /// Gaps, differences between articles, what a name means.
    #[serde(default)]
    pub(crate) notes: Vec<NoteFacts>,
    /// Forms of other movements that it is made of, in order.
    #[serde(default)]
    pub(crate) parts: Vec<String>,
    /// Movements that can be switched on inside it.
    #[serde(default)]
    pub(crate) extras: Vec<String>,
    /// Movements and forms that belong to it, where it is a family.
    #[serde(default)]
    pub(crate) members: Vec<MemberFacts>,
    /// A form of a movement that is gentler.
    pub(crate) gentler: Option<String>,
    /// Ids of what to read or do next.
    #[serde(default)]
    pub(crate) related: Vec<String>,
    /// Its forms.
    pub(crate) variants: Vec<VariantFacts>,
}

/// A part of the body.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct AreaFacts {
    /// Its key in `body-areas.json`.
    pub(crate) area: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// What sort of thing a movement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum MovementKindFact {
    /// Practised by itself.
    Movement,
    /// A part of another.
    Component,
    /// Around a practice.
    Frame,
    /// Something to do while moving.
    Hint,
    /// For any time of the day.
    Habit,
    /// A point that attention rests on.
    Attention,
    /// To read about; it has no form.
    Information,
    /// Several movements under one name.
    Family,
}

/// A name in another language.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NameFacts {
    /// In our letters.
    pub(crate) name: String,
    /// In its own characters, where they are certain.
    pub(crate) characters: Option<String>,
    /// `zh` or `ko`.
    pub(crate) language: String,
    /// Where the characters came from, or the name where there are none.
    pub(crate) origin: OriginFact,
}

/// Something that an article claims.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct BenefitFacts {
    /// Its key in the words.
    pub(crate) benefit: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// When to take a movement.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct UseFacts {
    /// Its key in the words.
    #[serde(rename = "use")]
    pub(crate) key: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// A gap, a difference, a meaning.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NoteFacts {
    /// Its key in the words.
    pub(crate) note: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// A movement or form of a family.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct MemberFacts {
    /// The id of a movement or of a form.
    pub(crate) member: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// A time to practise.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct TimeSpanFacts {
    /// Its length.
    pub(crate) seconds: u32,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// How a movement treats the two sides of the body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SidesFact {
    /// Both at once, or it has no sides.
    #[default]
    Both,
    /// One side or direction, then the other.
    InTurn,
}

/// A word of care.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct CareFacts {
    /// Its key in the words.
    pub(crate) care: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// A form of a movement.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct VariantFacts {
    /// The movement's id, or `<movement>/<form>`.
    pub(crate) id: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
    /// The postures it offers, the usual one first.
    pub(crate) postures: Vec<PostureFacts>,
    /// How long it is practised unless something else is chosen.
    pub(crate) time: TimeSpanFacts,
    /// The longest that an article allows.
    pub(crate) longest: Option<TimeSpanFacts>,
    /// Breaths a minute, times ten, where an article states them: this form keeps them, whatever pace is chosen.
    pub(crate) pace_tenths: Option<u16>,
    /// How it treats the two sides of the body.
    #[serde(default)]
    pub(crate) sides: SidesFact,
    /// What to do, in order.
    pub(crate) steps: Vec<StepFacts>,
    /// The loop that the figure repeats.
    pub(crate) beats: Vec<BeatFacts>,
    /// How many breaths' time one loop takes, 1 to 8.
    pub(crate) breaths_per_loop: u8,
    /// The figure's motion; left out where the figure cannot show it yet.
    pub(crate) motion: Option<String>,
}

/// A posture that a form offers.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PostureFacts {
    /// The posture.
    pub(crate) posture: PostureFact,
    /// Whether an article says so or we propose it.
    pub(crate) origin: OriginFact,
}

/// One instruction.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct StepFacts {
    /// Its key in the words.
    pub(crate) step: String,
    /// The breath it is tied to.
    pub(crate) breath: Option<BreathFact>,
    /// The part of the movement that it speaks of, where the movement has parts.
    pub(crate) part: Option<String>,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// One stretch of the figure's loop.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct BeatFacts {
    /// Its key in the words.
    pub(crate) beat: String,
    /// The breath of this stretch; left out for natural breath.
    pub(crate) breath: Option<BreathFact>,
    /// Where the loop is at its start, in thousandths.
    pub(crate) from: u16,
    /// Where the loop is at its end, in thousandths.
    pub(crate) to: u16,
    /// The part of the movement that it belongs to, where the movement has parts.
    pub(crate) part: Option<String>,
}
