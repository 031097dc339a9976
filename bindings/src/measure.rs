//! What a routine made to measure is made from.
use mingmen_core::catalogue::{AreaId, MovementId, Posture};
use mingmen_core::measure::{DayKind, MeasureDraft};

/// What the day is like.
#[uniffi::remote(Enum)]
pub enum DayKind {
    /// A day like most.
    Ordinary,
    /// Little strength today: fewer movements, more stillness.
    Tired,
    /// Tense or restless: longer breathing, softer shapes.
    Tense,
    /// Stiff: more of what loosens.
    Stiff,
    /// Sore: breathing, attention and the smallest movements.
    Sore,
}

/// What a routine is to be made from.
#[uniffi::remote(Record)]
pub struct MeasureDraft {
    /// All its minutes, 5 to 60.
    pub minutes: u16,
    /// How the body is held; not walking.
    pub posture: Posture,
    /// The part of the body it is for, if one is meant.
    pub area: Option<AreaId>,
    /// Movements that the person would rather not do.
    pub avoid: Vec<MovementId>,
    /// What the day is like.
    pub day: DayKind,
    /// Chooses among what fits as well: the same number gives the same routine, another may give another.
    pub seed: u32,
}
