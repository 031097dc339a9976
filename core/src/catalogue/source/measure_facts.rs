//! The facts and the words of a routine made to measure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Keyed;

/// `check/measure.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasureFacts {
    /// Minutes to choose from.
    pub(crate) minutes: Vec<u16>,
    /// What may open a routine; of those that suit its length alike, the first.
    pub(crate) opening: Vec<BookendFacts>,
    /// What may warm up.
    pub(crate) warm_up: Vec<BookendFacts>,
    /// What may close a routine.
    pub(crate) closing: Vec<BookendFacts>,
    /// How many movements lie between, by the length of the routine.
    pub(crate) lengths: Vec<LengthFacts>,
    /// Where that leaves each fewer minutes than about these, there are fewer.
    pub(crate) each: u16,
    /// What each kind of day changes.
    pub(crate) days: Vec<MeasureDayFacts>,
    /// The forms that may lie between.
    pub(crate) forms: Vec<PoolFormFacts>,
    /// For each part of the body the parts by way of which it is reached where nothing is for itself.
    pub(crate) near: BTreeMap<String, Vec<String>>,
    /// The part of the body by way of which any other is reached where nothing is near either.
    pub(crate) everywhere: String,
}

/// A form that opens, warms up or closes.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct BookendFacts {
    /// The form.
    pub(crate) form: String,
    /// The minutes of a routine from which it is taken.
    pub(crate) from: u16,
    /// Its least minutes.
    pub(crate) least: u16,
    /// Its most minutes.
    pub(crate) most: u16,
}

/// How many movements lie between warm-up and closing.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct LengthFacts {
    /// The minutes of a routine from which this holds.
    pub(crate) from: u16,
    /// How many.
    pub(crate) movements: u8,
}

/// What a kind of day changes.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasureDayFacts {
    /// The kind.
    pub(crate) day: DayKindFact,
    /// The opening's share of the minutes, in percent.
    pub(crate) opening: u8,
    /// The warm-up's share, in percent.
    pub(crate) warm_up: u8,
    /// The closing's share, in percent.
    pub(crate) closing: u8,
    /// How many movements more, or fewer, lie between.
    pub(crate) movements: i8,
}

/// A form that may lie between warm-up and closing.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PoolFormFacts {
    /// The form.
    pub(crate) form: String,
    /// What sort of doing it is; neighbours for one part of the body differ in it.
    pub(crate) way: String,
    /// Whether it is still, and so lies rather towards the end.
    #[serde(default)]
    pub(crate) quiet: bool,
    /// Whether it is gentle, which is then a reason for it.
    #[serde(default)]
    pub(crate) gentle: bool,
    /// Its least minutes.
    pub(crate) least: u16,
    /// Its most minutes.
    pub(crate) most: u16,
    /// The days that it suits, and how well: 1 to 3.
    pub(crate) days: BTreeMap<DayKindFact, u8>,
}

/// What the day is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum DayKindFact {
    /// A day like most.
    Ordinary,
    /// Little strength.
    Tired,
    /// Tense or restless.
    Tense,
    /// Stiff.
    Stiff,
    /// Sore.
    Sore,
}

impl DayKindFact {
    /// All of them, and their keys in the words.
    pub(crate) const ALL: [(Self, &str); 5] = [
        (Self::Ordinary, "ordinary"),
        (Self::Tired, "tired"),
        (Self::Tense, "tense"),
        (Self::Stiff, "stiff"),
        (Self::Sore, "sore"),
    ];
}

/// `<locale>/check/measure.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasureWords {
    /// The name of a routine for a part of the body: `{minutes} minutes for the {area}`.
    pub(crate) area_title: String,
    /// That the choice is ours.
    pub(crate) note: String,
    /// Each kind of day.
    pub(crate) days: BTreeMap<String, MeasureDayWords>,
    /// Why a form is in a routine.
    pub(crate) reasons: Keyed,
    /// Why no routine could be made.
    pub(crate) refusals: Keyed,
    /// What to change so that one can.
    pub(crate) loosen: Keyed,
}

/// The words of a kind of day.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasureDayWords {
    /// Its name.
    pub(crate) name: String,
    /// The name of a routine for no part of the body: `{minutes} minutes for a stiff day`.
    pub(crate) title: String,
    /// What such a routine is for.
    pub(crate) focus: String,
    /// Why a form suits it.
    pub(crate) reason: String,
}
