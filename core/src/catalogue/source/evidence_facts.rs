//! The file of what a change is measured against, and of what others found: `evidence.json`.

use serde::{Deserialize, Serialize};

/// `evidence.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct EvidenceFacts {
    /// The papers that numbers come from.
    pub(crate) papers: Vec<PaperFacts>,
    /// From where a change counts as one, once for each kind of measure.
    pub(crate) thresholds: Vec<ThresholdFacts>,
    /// What a review of trials found.
    pub(crate) trials: TrialsFacts,
    /// What is told once it is reached.
    pub(crate) milestones: MilestonesFacts,
}

/// A paper. It is cited in the same words in every language.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PaperFacts {
    /// Its key, by its first author and year.
    pub(crate) paper: String,
    /// Authors, title, journal, year, volume and pages.
    pub(crate) citation: String,
    /// Its digital object identifier, where it has one.
    #[serde(default)]
    pub(crate) doi: Option<String>,
}

/// From where a change counts as one.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct ThresholdFacts {
    /// What is measured.
    pub(crate) of: MeasuredFact,
    /// Points of ten.
    pub(crate) points: u8,
    /// Per cent of where it began, where that is enough too.
    #[serde(default)]
    pub(crate) percent: Option<u8>,
    /// A paper's key, or `proposed`.
    pub(crate) source: String,
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MeasuredFact {
    /// Pain.
    Pain,
    /// An everyday activity of the person's own choosing.
    Activity,
    /// Stiffness, sleep, energy, mood.
    Other,
}

/// What a review of trials found, in hundredths of a point of ten.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct TrialsFacts {
    /// How many trials.
    pub(crate) trials: u16,
    /// How many people in them.
    pub(crate) people: u16,
    /// How much lower pain was than where something else or nothing was done.
    pub(crate) lower: u16,
    /// The small end of the 95 % interval of that.
    pub(crate) least: u16,
    /// Its large end.
    pub(crate) most: u16,
    /// The smallest difference that matters, as the review has it.
    pub(crate) matters_from: u16,
    /// A paper's key.
    pub(crate) source: String,
}

/// What is told once it is reached.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct MilestonesFacts {
    /// Numbers of practices, ascending.
    pub(crate) practices: Vec<u16>,
    /// Numbers of hours practised, ascending.
    pub(crate) hours: Vec<u16>,
    /// `proposed`.
    pub(crate) source: String,
}
