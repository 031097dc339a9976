//! The facts of what can be read: topics, their items, and the breathing methods.

use serde::{Deserialize, Serialize};

use super::{DayFact, NameFacts, OriginFact, TimeFact};

/// `learn/<topic>.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct TopicFacts {
    /// Equal to the file's name.
    pub(crate) topic: String,
    /// Its place in the library; smaller comes first.
    pub(crate) order: u32,
    /// What its items are made from, where they stand in other files.
    pub(crate) made_from: Option<MadeFromFact>,
    /// Its items, in order.
    #[serde(default)]
    pub(crate) items: Vec<LearnFacts>,
}

/// The files that a topic's items are made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MadeFromFact {
    /// `breathing/<id>.json`.
    Breathing,
    /// The red flags of `safety/screening.json` and the signs of `safety/stop-signs.json`.
    Signs,
    /// `safety/cautions.json`.
    Cautions,
}

/// One thing to read.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct LearnFacts {
    /// Its id, and its key in the words.
    pub(crate) id: String,
    /// Its place among the breathing methods; the items of a topic stand in order.
    pub(crate) order: Option<u32>,
    /// What sort of thing it is.
    pub(crate) kind: LearnKindFact,
    /// Where it came from.
    pub(crate) origin: OriginFact,
    /// Its names in other languages.
    #[serde(default)]
    pub(crate) names: Vec<NameFacts>,
    /// Whether it claims more than is known.
    #[serde(default)]
    pub(crate) strong: bool,
    /// Breaths a minute, times ten, where a method states them.
    pub(crate) pace_tenths: Option<u16>,
    /// The form or routine with which it is done at once.
    pub(crate) practise: Option<String>,
    /// When it takes place, where it is a class.
    pub(crate) schedule: Option<ScheduleFacts>,
    /// Where it lies on the body map.
    #[serde(default)]
    pub(crate) places: Vec<String>,
    /// Places that it runs through, in order.
    #[serde(default)]
    pub(crate) path: Vec<String>,
    /// What there is to read, in order.
    pub(crate) passages: Vec<PassageFacts>,
    /// Ids of what to read or do next.
    #[serde(default)]
    pub(crate) related: Vec<String>,
}

/// A paragraph.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PassageFacts {
    /// Its key in the words.
    pub(crate) passage: String,
    /// The key of the short heading above it.
    pub(crate) label: Option<String>,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// When a class takes place, every week.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct ScheduleFacts {
    /// The day.
    pub(crate) day: DayFact,
    /// The time on the clock there.
    pub(crate) time: TimeFact,
    /// The IANA zone of that clock.
    pub(crate) zone: String,
}

/// What sort of thing can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum LearnKindFact {
    /// A way of breathing.
    Breathing,
    /// A rule of practice.
    Rule,
    /// How to hold the body.
    Alignment,
    /// A question before the first practice.
    Screening,
    /// A sign to pause.
    StressSign,
    /// A sign that ends a practice.
    StopSign,
    /// A sign to see a doctor.
    RedFlag,
    /// A condition to be careful with.
    Caution,
    /// An idea or a word.
    Concept,
    /// A channel.
    Meridian,
    /// A point.
    Point,
    /// All channels.
    MeridianList,
    /// Something felt.
    Sensation,
    /// A style.
    Style,
    /// Where it comes from.
    History,
    /// An approach of Chinese medicine.
    Approach,
    /// Eating.
    Diet,
    /// Everyday life.
    Lifestyle,
    /// What makes each person different.
    Factor,
    /// A cause that is named.
    Cause,
    /// Conditions that are named.
    Condition,
    /// Feelings and the back.
    Emotion,
    /// A question and its answer.
    Question,
    /// A story.
    Story,
    /// A live class.
    Class,
    /// A course.
    Course,
    /// Something to read elsewhere.
    Reading,
    /// A claim with a figure or a name.
    Claim,
    /// A benefit that is claimed.
    Benefit,
    /// Where articles differ.
    Conflict,
    /// A rule of the plan, as an article states it.
    PlanRule,
    /// A rule of the plan that we propose.
    PlanProposal,
    /// A page of ours.
    Guide,
}
