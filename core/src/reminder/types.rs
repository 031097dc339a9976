//! The plain types of a reminder.

use serde::{Deserialize, Serialize};

use crate::id::id;
use crate::zone::{CivilDate, Instant, WallTime};

id! {
    /// Names a reminder, the same each time it is computed, so that a platform can tell old from new.
    ReminderId
}

/// Why a reminder rings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReminderKind {
    /// A planned practice.
    Practice,
}

/// A notification that is to ring, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Its id.
    pub id: ReminderId,
    /// Why it rings.
    pub kind: ReminderKind,
    /// The calendar date it rings on, in `zone`.
    pub date: CivilDate,
    /// The time on the clock it rings at, in `zone`: this is the truth, the instant is advice.
    pub time: WallTime,
    /// The zone of that clock, by its IANA id.
    pub zone: String,
    /// The instant by the built-in zone rules.
    pub instant: Instant,
    /// The title. Says nothing about health: a lock screen is public.
    pub title: String,
    /// The line under it.
    pub text: String,
    /// Why it rings, for the person who asks: "Planned for Friday at 08:00."
    pub why: String,
}
