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
    /// The same practice a while later, once, where it has not been done by then.
    SecondNudge,
    /// A live class, a while before it begins.
    Class,
    /// The week that can be looked at.
    WeekReview,
    /// A moment to notice how one sits or stands.
    PostureCheck,
    /// A new phase of the plan, or its end.
    Milestone,
    /// A kind word after a silence; then everything is quiet until the person comes back.
    Return,
    /// A test that the person asked for, to see that reminders reach them.
    Test,
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
    /// Whether that clock is the person's own wherever they go, or stays the one of `zone`.
    pub floats: bool,
    /// The instant by the built-in zone rules.
    pub instant: Instant,
    /// The title. Says nothing about health unless the person asked for it: a lock screen is public.
    pub title: String,
    /// The line under it, with the same care.
    pub text: String,
    /// Why it rings, for the person who asks: "Planned for Friday at 08:00."
    pub why: String,
    /// Whether it can be started, put off and let go for today: a practice can, the rest is only read.
    pub can_start: bool,
    /// A short text that differs whenever anything above does: kept with the notification, it tells whether the one
    /// that is pending is still right.
    pub stamp: String,
}
