//! What a routine made to measure is made from.

use serde::{Deserialize, Serialize};

use crate::catalogue::{AreaId, MovementId, Posture};

/// What the day is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

impl DayKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Ordinary, Self::Tired, Self::Tense, Self::Stiff, Self::Sore];

    /// Its name as it is written in files and ids.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Tired => "tired",
            Self::Tense => "tense",
            Self::Stiff => "stiff",
            Self::Sore => "sore",
        }
    }
}

/// What a routine is to be made from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
