//! What may be offered because of what was noted, as the content gives it.

use super::Origin;

/// The rules of what may be offered, and the words of the day after a practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OffersContent {
    /// The rules; of several that hold, the first counts.
    pub rules: Vec<OfferRule>,
    /// What is asked the day after a practice.
    pub day_after: String,
    /// What is said to a yes.
    pub worse: String,
    /// What is said to a no.
    pub not_worse: String,
}

/// When something is offered, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferRule {
    /// Its id, such as `worse-the-day-after`.
    pub id: String,
    /// What was noted.
    pub when: OfferWhen,
    /// What is offered.
    pub kind: OfferKind,
    /// Notes older than so many days do not count.
    pub within_days: u16,
    /// Once answered, it does not come back for so many days.
    pub quiet_days: u16,
    /// What is offered, in a few words.
    pub title: String,
    /// Why.
    pub reason: String,
    /// Where it came from.
    pub origin: Origin,
}

/// What was noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferWhen {
    /// Pain of so much or more that also lies above what is usual for the person.
    PainHigh(PainHigh),
    /// A practice was stopped for a sign, or a sign was noted without one.
    StopSign,
    /// Pain rose by so much over each of the last practices.
    PainUp {
        /// Pain after, less pain before.
        by: u8,
        /// How many practices in a row.
        times: usize,
    },
    /// "Worse since?" was answered with yes.
    WorseSince {
        /// How many times in a row.
        times: usize,
    },
    /// The last practices were comfortable: to their end, pain not up, nothing felt wrong.
    Comfortable {
        /// How many in a row.
        times: usize,
    },
}

/// What pain is high for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PainHigh {
    /// Pain, 0 to 10, or more.
    pub pain: u8,
    /// So much, or more, above the median of the days before.
    pub above_usual: u8,
    /// How many days before.
    pub usual_days: u16,
    /// How many notes a median needs.
    pub notes: usize,
}

/// What is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferKind {
    /// The screening again.
    Screening,
    /// Seven days of shorter practices, and the week of the plan once more.
    EasierWeek,
    /// The next length.
    NextLength,
}
