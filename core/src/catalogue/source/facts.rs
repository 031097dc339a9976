//! The files of facts: what is the same in every language.

use serde::{Deserialize, Serialize};

/// Where an item came from, as it is written: `article 000, line 24`, `article 000, lines 23, 30, 37`,
/// `article 003, lines 61-65`, `proposed` or `general knowledge`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) enum OriginFact {
    /// An article says so.
    Article {
        /// `000` to `004`.
        article: String,
        /// Its lines, such as `23, 30, 37`.
        lines: String,
    },
    /// We propose it.
    Proposed,
    /// Generally known.
    GeneralKnowledge,
}

const ARTICLES: [&str; 5] = ["000", "001", "002", "003", "004"];

impl TryFrom<String> for OriginFact {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.as_str() {
            "proposed" => return Ok(Self::Proposed),
            "general knowledge" => return Ok(Self::GeneralKnowledge),
            _ => {}
        }
        let wrong = || {
            format!(
                "`{text}` is no origin: write `article 000, line 24`, `article 000, lines 23, 30-37`, \
                 `proposed` or `general knowledge`; articles are 000 to 004"
            )
        };
        let (article, lines) =
            text.strip_prefix("article ").and_then(|rest| rest.split_once(", line")).ok_or_else(wrong)?;
        let many = lines.contains([',', '-']);
        let lines = lines.strip_prefix(if many { "s " } else { " " }).ok_or_else(wrong)?;
        if !ARTICLES.contains(&article) || !lines.split(", ").all(is_line_or_range) {
            return Err(wrong());
        }
        Ok(Self::Article { article: article.to_owned(), lines: lines.to_owned() })
    }
}

impl From<OriginFact> for String {
    fn from(origin: OriginFact) -> Self {
        match origin {
            OriginFact::Proposed => "proposed".to_owned(),
            OriginFact::GeneralKnowledge => "general knowledge".to_owned(),
            OriginFact::Article { article, lines } => {
                let plural = if lines.contains([',', '-']) { "s" } else { "" };
                format!("article {article}, line{plural} {lines}")
            }
        }
    }
}

fn is_line_or_range(text: &str) -> bool {
    let line =
        |text: &str| text.parse::<u32>().ok().filter(|line| *line > 0 && !text.starts_with(['+', '0']));
    match text.split_once('-') {
        None => line(text).is_some(),
        Some((from, to)) => matches!((line(from), line(to)), (Some(from), Some(to)) if from < to),
    }
}

/// `seated`, `standing` or `lying`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PostureFact {
    /// On a chair.
    Seated,
    /// On the feet.
    Standing,
    /// On the back.
    Lying,
}

/// `in`, `out`, `deep` or `natural`; left out where the source is silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
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
#[serde(deny_unknown_fields)]
pub(crate) struct CatalogueFacts {
    /// Grows by one with every change of content that is shipped.
    pub(crate) version: u32,
}

/// `movements/<id>.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MovementFacts {
    /// Equal to the file's name.
    pub(crate) id: String,
    /// Its place in the catalogue; smaller comes first.
    pub(crate) order: u32,
    /// Where it came from.
    pub(crate) origin: OriginFact,
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
    /// Forms of other movements that it is made of, in order.
    #[serde(default)]
    pub(crate) parts: Vec<String>,
    /// Its forms.
    pub(crate) variants: Vec<VariantFacts>,
}

/// A part of the body.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AreaFacts {
    /// Its key in `body-areas.json`.
    pub(crate) area: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// A word of care.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CareFacts {
    /// Its key in the words.
    pub(crate) care: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// A form of a movement.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VariantFacts {
    /// The movement's id, or `<movement>/<form>`.
    pub(crate) id: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
    /// The postures it offers, the usual one first.
    pub(crate) postures: Vec<PostureFacts>,
    /// What to do, in order.
    pub(crate) steps: Vec<StepFacts>,
    /// The loop that the figure repeats.
    pub(crate) beats: Vec<BeatFacts>,
    /// How many breaths' time one loop takes, 1 to 8.
    pub(crate) breaths_per_loop: u8,
    /// The figure's motion.
    pub(crate) motion: String,
}

/// A posture that a form offers.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PostureFacts {
    /// The posture.
    pub(crate) posture: PostureFact,
    /// Whether an article says so or we propose it.
    pub(crate) origin: OriginFact,
}

/// One instruction.
#[derive(Clone, Debug, Deserialize, Serialize)]
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

/// `figures/motion/<id>.json`: all of it that matters here. The figure reads and checks the rest.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct MotionFacts {
    /// The postures that the figure can show it in.
    pub(crate) bases: Vec<PostureFact>,
}

/// `routines/<id>.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoutineFacts {
    /// Equal to the file's name.
    pub(crate) id: String,
    /// Its place in the catalogue; smaller comes first.
    pub(crate) order: u32,
    /// Where it came from.
    pub(crate) origin: OriginFact,
    /// All its minutes: the sum of the segments, written down so that a slip in one of them is found.
    pub(crate) minutes: u16,
    /// Its movements, in order.
    pub(crate) segments: Vec<SegmentFacts>,
}

/// One entry of a routine.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SegmentFacts {
    /// The form of the movement.
    pub(crate) variant: String,
    /// Its minutes.
    pub(crate) minutes: u16,
    /// Where the minutes came from.
    pub(crate) origin: OriginFact,
}

/// `plans/<id>.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanFacts {
    /// Equal to the file's name.
    pub(crate) id: String,
    /// Its place in the catalogue; smaller comes first.
    pub(crate) order: u32,
    /// Where it came from.
    pub(crate) origin: OriginFact,
    /// Its length in weeks, 1 to 52.
    pub(crate) weeks: u8,
    /// Its phases, in order and without a gap.
    pub(crate) phases: Vec<PhaseFacts>,
    /// How often the article asks for practice.
    pub(crate) frequency: FrequencyFacts,
    /// Sessions that make a week met, whatever was planned.
    pub(crate) goal_floor: GoalFloorFacts,
    /// How it grows to full length.
    pub(crate) ramp: RampFacts,
    /// What is preset when a person enrols.
    pub(crate) usual: UsualFacts,
}

/// A phase of a plan.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PhaseFacts {
    /// Its key in the words.
    pub(crate) phase: String,
    /// Its first week, from 1.
    pub(crate) from_week: u8,
    /// Its last week.
    pub(crate) to_week: u8,
    /// The routine practised in it.
    pub(crate) routine: String,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// How often to practise.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FrequencyFacts {
    /// Sessions a week, at least.
    pub(crate) least: u8,
    /// Sessions a week, at most.
    pub(crate) most: u8,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// When a week counts as met.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GoalFloorFacts {
    /// Sessions.
    pub(crate) sessions: u8,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// Shorter sessions in the first weeks.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RampFacts {
    /// Minutes of a session in week 1, week 2 and so on; full length afterwards.
    pub(crate) minutes: Vec<u16>,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// What is preset when a person enrols.
#[derive(Clone, Debug, Deserialize, Serialize)]
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
#[serde(try_from = "String", into = "String")]
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
#[serde(deny_unknown_fields)]
pub(crate) struct SensationsFacts {
    /// In the order in which they are shown.
    pub(crate) sensations: Vec<SensationFacts>,
}

/// Something a person may notice.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SensationFacts {
    /// Its id, and its key in the words.
    pub(crate) id: String,
    /// Whether noticing it leads to the stop signs.
    pub(crate) felt_wrong: bool,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}
