//! What can be read: the topics of the Learn library and their items, with the words of one language.

use serde::{Deserialize, Serialize};

use super::{ForeignName, ItemId, Origin, Passage, TopicId};
use crate::zone::{WallTime, Weekday};

/// A topic of the Learn library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its name.
    pub title: String,
    /// A line under it.
    pub lead: String,
    /// What there is to read, in order.
    pub items: Vec<LearnItem>,
}

/// One thing to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearnItem {
    /// Its id.
    pub id: ItemId,
    /// What sort of thing it is.
    pub kind: LearnKind,
    /// Its title.
    pub title: String,
    /// Other names the articles use.
    pub other_names: Vec<String>,
    /// Its names in other languages.
    pub names: Vec<ForeignName>,
    /// What there is to read, in order.
    pub passages: Vec<Passage>,
    /// Breaths a minute, times ten, where it is a method that states them: 55 for 5.5.
    pub pace_tenths: Option<u16>,
    /// The form of a movement, or the routine, with which it is done at once.
    pub practise: Option<ItemId>,
    /// When it takes place, where it is a live class.
    pub schedule: Option<Schedule>,
    /// Where it lies on the body map.
    pub places: Vec<String>,
    /// Places of the body map that it runs through, in order.
    pub path: Vec<String>,
    /// What to read or do next.
    pub related: Vec<ItemId>,
    /// Where it came from.
    pub origin: Origin,
}

/// When a live class takes place, every week.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Schedule {
    /// The day there.
    pub weekday: Weekday,
    /// The time on the clock there.
    pub time: WallTime,
    /// The IANA zone of that clock.
    pub zone: String,
}

/// What sort of thing can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LearnKind {
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
