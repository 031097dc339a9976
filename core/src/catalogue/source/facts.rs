//! The files of facts: what is the same in every language.

use serde::{Deserialize, Serialize};

use super::{AreaFacts, NoteFacts, OriginFact};

/// `seated`, `standing`, `lying` or `walking`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum PostureFact {
    /// On a chair.
    Seated,
    /// On the feet.
    Standing,
    /// On the back.
    Lying,
    /// Walking slowly.
    Walking,
}

/// `in`, `out`, `deep` or `natural`; left out where the source is silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum BreathFact {
    /// Breathe in.
    In,
    /// Breathe out.
    Out,
    /// Breathe in and out deeply.
    Deep,
    /// Breathe naturally.
    Natural,
}

/// `catalogue.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct CatalogueFacts {
    /// Grows by one with every change of content that is shipped.
    pub(crate) version: u32,
}

/// `figures/motion/<id>.json`: all of it that matters here. The figure reads and checks the rest.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct MotionFacts {
    /// The postures that the figure can show it in.
    pub(crate) bases: Vec<PostureFact>,
}

/// `routines/<id>.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct RoutineFacts {
    /// Equal to the file's name.
    pub(crate) id: String,
    /// Its place in the catalogue; smaller comes first.
    pub(crate) order: u32,
    /// Where it came from.
    pub(crate) origin: OriginFact,
    /// All its minutes: the sum of the segments that are not optional, written down so that a slip in one of them
    /// is found.
    pub(crate) minutes: u16,
    /// Where the sum came from.
    pub(crate) minutes_origin: OriginFact,
    /// What it is, where it is not a list.
    #[serde(default)]
    pub(crate) shape: ShapeFact,
    /// How the body is held unless something else is chosen; left out where its first movement says so.
    pub(crate) posture: Option<PostureFact>,
    /// The routines that a seated filter is for.
    #[serde(default)]
    pub(crate) routines: Vec<String>,
    /// Parts of the body it is for.
    #[serde(default)]
    pub(crate) body_areas: Vec<AreaFacts>,
    /// Gaps and differences.
    #[serde(default)]
    pub(crate) notes: Vec<NoteFacts>,
    /// Ids of what to read or do next.
    #[serde(default)]
    pub(crate) related: Vec<String>,
    /// Its movements, in order.
    pub(crate) segments: Vec<SegmentFacts>,
}

/// What a routine is: a list, or a choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ShapeFact {
    /// An ordered list of movements.
    #[default]
    List,
    /// One movement of the person's own choosing.
    AnyMovement,
    /// Other routines, seated.
    Seated,
}

/// One entry of a routine.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct SegmentFacts {
    /// The form of the movement.
    pub(crate) variant: String,
    /// Its minutes.
    pub(crate) minutes: u16,
    /// Where the minutes came from.
    pub(crate) origin: OriginFact,
    /// Whether we added it: the passage does not have it.
    #[serde(default)]
    pub(crate) added: bool,
    /// When it is part of a practice.
    #[serde(default)]
    pub(crate) presence: PresenceFact,
}

/// When an entry of a routine is part of a practice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum PresenceFact {
    /// Always.
    #[default]
    Always,
    /// Where the practice is led lying.
    Lying,
    /// Where it is wanted.
    Wanted,
}

/// `plans/<id>.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanFacts {
    /// Equal to the file's name.
    pub(crate) id: String,
    /// Its place in the catalogue; smaller comes first.
    pub(crate) order: u32,
    /// Where it came from.
    pub(crate) origin: OriginFact,
    /// Its length in weeks, 1 to 52; left out where it goes on for as long as the person likes.
    pub(crate) weeks: Option<u8>,
    /// Where the person chooses the length, what there is to choose from; `weeks` is the preset.
    pub(crate) choose_weeks: Option<ChooseWeeksFacts>,
    /// Its phases, in order and without a gap.
    pub(crate) phases: Vec<PhaseFacts>,
    /// How often the article asks for practice.
    pub(crate) frequency: FrequencyFacts,
    /// How often it may be practised: what the article asks for may not fit a life.
    pub(crate) allowed: AllowedFacts,
    /// Sessions that make a week met, whatever was planned.
    pub(crate) goal_floor: GoalFloorFacts,
    /// How it grows to full length.
    pub(crate) ramp: RampFacts,
    /// What is preset when a person enrols.
    pub(crate) usual: UsualFacts,
    /// What a person may go on with afterwards; left out for a plan without an end.
    pub(crate) after: Option<AfterFacts>,
}

/// A phase of a plan.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PhaseFacts {
    /// Its key in the words.
    pub(crate) phase: String,
    /// Its first week, from 1.
    pub(crate) from_week: u8,
    /// Its last week; left out where it lasts to the end of the plan.
    pub(crate) to_week: Option<u8>,
    /// The routine practised in it; left out where the person chooses one.
    pub(crate) routine: Option<String>,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// How often to practise.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct FrequencyFacts {
    /// Sessions a week, at least.
    pub(crate) least: u8,
    /// Sessions a week, at most.
    pub(crate) most: u8,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// How often a plan may be practised.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct AllowedFacts {
    /// Days a week, at least.
    pub(crate) least: u8,
    /// Days a week, at most.
    pub(crate) most: u8,
    /// Practice times in one day, at most.
    pub(crate) times_a_day: u8,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// The lengths that a person may choose from.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct ChooseWeeksFacts {
    /// Weeks, at least.
    pub(crate) least: u8,
    /// Weeks, at most.
    pub(crate) most: u8,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// The plans to go on with.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct AfterFacts {
    /// Their ids, in the order in which they are shown.
    pub(crate) plans: Vec<String>,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// When a week counts as met.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct GoalFloorFacts {
    /// Sessions.
    pub(crate) sessions: u8,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// Shorter sessions in the first weeks.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct RampFacts {
    /// Minutes of a session in week 1, week 2 and so on; full length afterwards.
    pub(crate) minutes: Vec<u16>,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// What is preset when a person enrols.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct UsualFacts {
    /// The days for so many sessions; the first is the preset.
    pub(crate) days: Vec<Vec<DayFact>>,
    /// The time on the clock.
    pub(crate) time: TimeFact,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// A time on the clock, as it is written: `08:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schemas", schemars(extend("examples" = ["08:00"])))]
pub(crate) struct TimeFact {
    /// 0 to 23.
    pub(crate) hour: u32,
    /// 0 to 59.
    pub(crate) minute: u32,
}

impl TryFrom<String> for TimeFact {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let two_digits = |text: &str, below: u32| {
            let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<u32>().ok().filter(|number| digits && *number < below)
        };
        let parts = text.split_once(':').and_then(|(hour, minute)| {
            Some(Self { hour: two_digits(hour, 24)?, minute: two_digits(minute, 60)? })
        });
        parts.ok_or_else(|| format!("`{text}` is no time: write it as 08:00"))
    }
}

impl From<TimeFact> for String {
    fn from(time: TimeFact) -> Self {
        format!("{:02}:{:02}", time.hour, time.minute)
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum DayFact {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// `sensations.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct SensationsFacts {
    /// In the order in which they are shown.
    pub(crate) sensations: Vec<SensationFacts>,
}

/// Something a person may notice.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct SensationFacts {
    /// Its id, and its key in the words.
    pub(crate) id: String,
    /// Whether noticing it leads to the stop signs.
    pub(crate) felt_wrong: bool,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}
