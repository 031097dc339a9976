//! The files of facts under `safety`: what is asked, how urgent it is, and what a tick changes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::OriginFact;

/// `safety/cautions.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct CautionsFacts {
    /// All cautions.
    pub(crate) cautions: Vec<CautionFacts>,
    /// What is practised seated on a day that hurts, where breathing alone is too little.
    pub(crate) when_it_hurts: WhenItHurtsFacts,
}

/// What is practised seated on a day that hurts.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct WhenItHurtsFacts {
    /// Its routine.
    pub(crate) routine: String,
    /// Its length in minutes.
    pub(crate) minutes: u16,
    /// Movements that are left out of it in whatever form.
    pub(crate) leave_out: Vec<String>,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// A condition to be careful with.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct CautionFacts {
    /// Its id, and its key in the words.
    pub(crate) id: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// `now`, `urgent` or `soon`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum TierFact {
    /// Call for help now.
    Now,
    /// No practice until a clinician has been asked.
    Urgent,
    /// Advice; practice may go on.
    Soon,
}

/// `safety/screening.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct ScreeningFacts {
    /// Grows by one with every change of the questions; it is stored with the answers.
    pub(crate) version: u32,
    /// Its pages, in order.
    pub(crate) pages: Vec<PageFacts>,
}

/// A page of the screening.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PageFacts {
    /// Its key in the words.
    pub(crate) page: String,
    /// Its lines, most dangerous first.
    pub(crate) lines: Vec<LineFacts>,
}

/// A line that can be ticked: a group of signs of one tier.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct LineFacts {
    /// Its id, and its key in the words.
    pub(crate) id: String,
    /// What it asks for.
    pub(crate) tier: TierFact,
    /// The signs it stands for.
    pub(crate) signs: Vec<SignFacts>,
}

/// A red flag.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct SignFacts {
    /// Its id, and its key in the words.
    pub(crate) id: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// `safety/about-you.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct AboutYouFacts {
    /// Grows by one with every change of the questions; it is stored with the answers.
    pub(crate) version: u32,
    /// Its lines, the more common first.
    pub(crate) lines: Vec<AboutYouLineFacts>,
}

/// A line of "About you" and what a tick changes.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct AboutYouLineFacts {
    /// Its id, and its key in the words.
    pub(crate) id: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
    /// Ids of `safety/cautions.json` that hold from now on.
    #[serde(default)]
    pub(crate) cautions: Vec<String>,
    /// Whether practice begins seated.
    #[serde(default)]
    pub(crate) seated: bool,
    /// Whether practice begins with ten minutes.
    #[serde(default)]
    pub(crate) short_start: bool,
    /// Forms of movements that guided practice leaves out.
    #[serde(default)]
    pub(crate) leave_out: Vec<String>,
}

/// `safety/stop-signs.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct StopSignsFacts {
    /// Signs that need help now.
    pub(crate) emergency: Vec<StopSignFacts>,
    /// The others.
    pub(crate) signs: Vec<StopSignFacts>,
}

/// `emergency`, `screen` or `rest`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum StopNextFact {
    /// Get help now.
    Emergency,
    /// Ask the red-flag questions again.
    Screen,
    /// Rest.
    Rest,
}

/// A sign that ends a practice.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct StopSignFacts {
    /// Its id, and its key in the words.
    pub(crate) id: String,
    /// What follows.
    pub(crate) next: StopNextFact,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// `safety/emergency-numbers.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct EmergencyFacts {
    /// Country code to the number to dial for an ambulance; `ZZ` where the country is not known.
    pub(crate) numbers: BTreeMap<String, String>,
}
