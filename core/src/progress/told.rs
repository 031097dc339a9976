//! Milestones, and that each is told once.

use serde::{Deserialize, Serialize};

use crate::id::id;
use crate::zone::{CivilDate, Instant};

id! {
    /// Names a milestone, such as `ten-practices`.
    MilestoneId
}

/// A milestone that the person was told of. Each is told once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// When it was told.
    pub told_at: Instant,
    /// The practice day on which it was told.
    pub date: CivilDate,
    /// The milestone.
    pub milestone: MilestoneId,
}
