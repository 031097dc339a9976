//! The facts of the body check, of what it suggests, and of the small notes.

use serde::{Deserialize, Serialize};

use super::OriginFact;

/// `check/body-check.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct BodyCheckFacts {
    /// Its questions, in order.
    pub(crate) questions: Vec<QuestionFacts>,
}

/// A question of the body check.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionFacts {
    /// Its id, and its key in the words.
    pub(crate) id: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
    /// How many answers it takes.
    pub(crate) choose: ChooseFact,
    /// Its answers.
    pub(crate) options: Vec<QuestionOptionFacts>,
}

/// How many answers a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum ChooseFact {
    /// One or none.
    One,
    /// Any number.
    Many,
}

/// An answer to a question.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionOptionFacts {
    /// Its id, and its key in the words.
    pub(crate) id: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
    /// The part of the body that it names.
    pub(crate) area: Option<String>,
    /// The minutes that it names.
    pub(crate) minutes: Option<u16>,
}

/// `check/suggestions.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct SuggestionsFacts {
    /// The rules; of equal weight, the first comes first.
    pub(crate) rules: Vec<RuleFacts>,
}

/// What answers suggest.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleFacts {
    /// Its id, and the key of its reason in the words.
    pub(crate) rule: String,
    /// Answers that it asks for; all of them hold.
    pub(crate) when: Vec<ConditionFacts>,
    /// Answers that rule it out; any of them does.
    #[serde(default)]
    pub(crate) unless: Vec<ConditionFacts>,
    /// The item that it suggests.
    pub(crate) suggest: String,
    /// To practise or to read.
    #[serde(rename = "as")]
    pub(crate) way: SuggestFact,
    /// How strongly; more comes first.
    pub(crate) weight: u8,
    /// Where its reason came from.
    pub(crate) reason_origin: OriginFact,
}

/// One of several answers to a question.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct ConditionFacts {
    /// The question.
    pub(crate) question: String,
    /// Its answers of which one was given.
    pub(crate) any: Vec<String>,
}

/// What a suggestion is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum SuggestFact {
    /// To practise.
    Practise,
    /// To read.
    Read,
}

/// `notes.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NotesFacts {
    /// In the order in which they are shown.
    pub(crate) notes: Vec<NoteKindFacts>,
}

/// A kind of small note.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NoteKindFacts {
    /// Its id, and its key in the words.
    pub(crate) id: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
    /// What can be chosen.
    pub(crate) options: Vec<NoteOptionFacts>,
    /// Whether a line can be written.
    pub(crate) text: bool,
    /// Ids of what to read.
    #[serde(default)]
    pub(crate) related: Vec<String>,
}

/// Something to choose in a small note.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NoteOptionFacts {
    /// Its id, and its key in the words.
    pub(crate) id: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
    /// Whether it leads to the stop signs.
    #[serde(default)]
    pub(crate) felt_wrong: bool,
}
