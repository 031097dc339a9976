//! The plain types of what is offered, and of what a person said to it.

use serde::{Deserialize, Serialize};

use crate::catalogue::Origin;
use crate::id::id;
use crate::plan::{Change, EnrolmentId};
use crate::practice::PracticeId;
use crate::zone::{CivilDate, Instant};

id! {
    /// Names a rule of the content that offers something, such as `worse-the-day-after`.
    OfferRuleId
}

/// A change that an offer would make, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferedChange {
    /// The first day it holds for.
    pub effective_from: CivilDate,
    /// The change.
    pub change: Change,
}

/// Something that may be changed because of what was noted. Nothing is changed until it is accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The rule that it comes from.
    pub rule: OfferRuleId,
    /// The enrolment that it would change.
    pub enrolment: EnrolmentId,
    /// "An easier week".
    pub title: String,
    /// Why it is offered.
    pub reason: String,
    /// What would change.
    pub detail: String,
    /// The changes, ready to be made by `answer_offer`.
    pub changes: Vec<OfferedChange>,
    /// Where the rule came from.
    pub origin: Origin,
}

/// What a person said to an offer, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferAnswer {
    /// When.
    pub answered_at: Instant,
    /// The practice day.
    pub date: CivilDate,
    /// The rule that it came from.
    pub rule: OfferRuleId,
    /// The enrolment that it was about.
    pub enrolment: Option<EnrolmentId>,
    /// Whether it was accepted.
    pub accepted: bool,
}

/// What a person said when they were asked the day after a practice, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayAfter {
    /// When.
    pub answered_at: Instant,
    /// The practice day on which it was answered.
    pub date: CivilDate,
    /// The practice.
    pub practice: PracticeId,
    /// Whether it is worse since.
    pub worse: bool,
}
