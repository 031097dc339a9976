//! The files of what may be offered because of what was noted: `offers.json`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::OriginFact;

/// `offers.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct OffersFacts {
    /// The rules; of several that hold, the first counts.
    pub(crate) rules: Vec<OfferRuleFacts>,
}

/// When something is offered, and what.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct OfferRuleFacts {
    /// Its id, and its key in the words.
    pub(crate) rule: String,
    /// What was noted.
    pub(crate) when: OfferWhenFact,
    /// What is offered.
    pub(crate) offer: OfferFact,
    /// Notes older than so many days do not count.
    pub(crate) within_days: u16,
    /// Once answered, it does not come back for so many days.
    pub(crate) quiet_days: u16,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// What was noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
pub(crate) enum OfferWhenFact {
    /// Pain of so much or more that also lies above what is usual for the person.
    PainHigh {
        /// Pain, 0 to 10.
        pain: u8,
        /// Above the median of the days before.
        above_usual: u8,
        /// How many days before.
        usual_days: u16,
        /// How many notes a median needs.
        notes: u8,
    },
    /// A practice was stopped for a sign, or a sign was noted without one.
    StopSign,
    /// Pain rose by so much over each of the last practices.
    PainUp {
        /// Pain after, less pain before.
        by: u8,
        /// How many practices in a row.
        times: u8,
    },
    /// "Worse since?" was answered with yes.
    WorseSince {
        /// How many times in a row.
        times: u8,
    },
    /// The last practices were comfortable: to their end, pain not up, nothing felt wrong.
    Comfortable {
        /// How many in a row.
        times: u8,
    },
}

/// What is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum OfferFact {
    /// The screening again.
    Screening,
    /// Seven days of shorter practices, and the week of the plan once more.
    EasierWeek,
    /// The next length.
    NextLength,
}

/// `<locale>/offers.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct OffersWords {
    /// What is asked the day after a practice.
    pub(crate) day_after: DayAfterWords,
    /// The rules.
    pub(crate) rules: BTreeMap<String, OfferRuleWords>,
}

/// The words of a rule.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct OfferRuleWords {
    /// What is offered, in a few words.
    pub(crate) title: String,
    /// Why.
    pub(crate) reason: String,
}

/// The words of the day after a practice.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct DayAfterWords {
    /// The question.
    pub(crate) question: String,
    /// What is said to a yes.
    pub(crate) worse: String,
    /// What is said to a no.
    pub(crate) not_worse: String,
}
