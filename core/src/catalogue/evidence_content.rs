//! What a change is measured against, and what others found, as the content gives it.

/// The numbers that progress is measured by, and where they come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceContent {
    /// From where a change of pain counts as one.
    pub pain: Threshold,
    /// From where a change of an everyday activity counts as one.
    pub activity: Threshold,
    /// The same of any other measure.
    pub other: Threshold,
    /// What a review of trials found.
    pub trials: TrialsContent,
    /// Numbers of practices that are told once they are reached.
    pub practices: Vec<u16>,
    /// Numbers of hours practised, likewise.
    pub hours: Vec<u16>,
}

/// From where a change counts as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// Points of ten.
    pub points: u8,
    /// Per cent of where it began, where that is enough too.
    pub percent: Option<u8>,
    /// The paper that says so; none where we propose it.
    pub paper: Option<PaperContent>,
}

/// A paper, cited in the same words in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperContent {
    /// Authors, title, journal, year, volume and pages.
    pub citation: String,
    /// Its digital object identifier; empty where it has none.
    pub doi: String,
}

/// What a review of trials found, in hundredths of a point of ten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrialsContent {
    /// How many trials.
    pub trials: u16,
    /// How many people in them.
    pub people: u16,
    /// How much lower pain was than where something else or nothing was done.
    pub lower: u16,
    /// The small end of the 95 % interval of that.
    pub least: u16,
    /// Its large end.
    pub most: u16,
    /// The smallest difference that matters, as the review has it.
    pub matters_from: u16,
    /// The review.
    pub paper: PaperContent,
}
