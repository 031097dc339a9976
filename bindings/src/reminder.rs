//! Which notifications are to ring, as the apps see it.
use mingmen_core::reminder::{Reminder, ReminderId, ReminderKind};
use mingmen_core::zone::{CivilDate, Instant, WallTime};

crate::id::mirror_id! {
    /// Names a reminder, the same each time it is computed, so that a platform can tell old from new.
    ReminderId
}

/// Why a reminder rings.
#[uniffi::remote(Enum)]
pub enum ReminderKind {
    /// A planned practice.
    Practice,
}

/// A notification that is to ring, and why.
#[uniffi::remote(Record)]
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
