//! What may be offered because of what was noted, as the apps see it.
use mingmen_core::catalogue::Origin;
use mingmen_core::offer::{Offer, OfferRuleId, OfferedChange};
use mingmen_core::plan::{Change, EnrolmentId};
use mingmen_core::zone::CivilDate;

crate::id::mirror_id! {
    /// Names a rule of the content that offers something, such as `worse-the-day-after`.
    OfferRuleId
}

/// A change that an offer would make, and when.
#[uniffi::remote(Record)]
pub struct OfferedChange {
    /// The first day it holds for.
    pub effective_from: CivilDate,
    /// The change.
    pub change: Change,
}

/// Something that may be changed because of what was noted. Nothing is changed until it is accepted.
#[uniffi::remote(Record)]
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
