//! What a person sets about reminders, as the apps see it.
use mingmen_core::plan::WeeklySlot;
use mingmen_core::reminder::{PostureChecks, QuietHours, ReminderLimits, ReminderSettings};
use mingmen_core::zone::{CivilDate, WallTime, Weekday};

/// Hours without reminders. A time that the person chose rings all the same; the rest waits for their end, or stays out.
#[uniffi::remote(Record)]
pub struct QuietHours {
    /// When they begin.
    pub from: WallTime,
    /// When they end; before `from` it is the next morning.
    pub until: WallTime,
}

/// When to notice how one sits or stands.
#[uniffi::remote(Record)]
pub struct PostureChecks {
    /// On these days.
    pub days: Vec<Weekday>,
    /// At these times, at most six.
    pub times: Vec<WallTime>,
}

/// What a person set about reminders. What holds where nobody set anything is proposed.
#[uniffi::remote(Record)]
pub struct ReminderSettings {
    /// Ring for planned practices.
    pub practice: bool,
    /// Ring a second time, so many minutes after the first (15 to 240), where nothing was done by then.
    pub second_nudge_minutes: Option<u16>,
    /// Ring when the week can be looked at.
    pub week_review: Option<WeeklySlot>,
    /// Ring to notice one's posture.
    pub posture_checks: Option<PostureChecks>,
    /// Ring when a phase of the plan begins or the plan is done.
    pub milestones: bool,
    /// After so many days (3 to 60) without a sign of the person: one kind word, then nothing until they come back.
    pub return_after_days: Option<u8>,
    /// Ring for a practice although all sessions of the week are done.
    pub when_goal_met: bool,
    /// Hours without reminders.
    pub quiet_hours: Option<QuietHours>,
    /// Nothing rings through this practice day.
    pub quiet_until: Option<CivilDate>,
    /// What "this evening" means when a reminder is put off.
    pub evening: WallTime,
    /// How long before a class to ring, 0 to 240 minutes.
    pub class_lead_minutes: u16,
    /// Say on the lock screen what the reminder is about. Otherwise its words say nothing about health.
    pub tells_what: bool,
}

/// Between which numbers the settings may lie.
#[uniffi::remote(Record)]
pub struct ReminderLimits {
    /// Minutes from the first ring to the second, at least.
    pub nudge_least_minutes: u16,
    /// Minutes from the first ring to the second, at most.
    pub nudge_most_minutes: u16,
    /// Days without a sign of the person, at least.
    pub return_least_days: u8,
    /// Days without a sign of the person, at most.
    pub return_most_days: u8,
    /// Minutes before a class, at most; at least none.
    pub class_lead_most_minutes: u16,
    /// Times of a day to notice one's posture, at most; at least one.
    pub posture_most_times: u8,
}
