//! Which notifications are to ring, as the apps see it.
use mingmen_core::plan::WeeklySlot;
use mingmen_core::reminder::{
    HealthFix, HealthPoint, HealthState, LookReason, Pending, PhoneLeave, PhoneReport, PostureChecks,
    QuietHours, Reminder, ReminderId, ReminderKind, ReminderSettings,
};
use mingmen_core::zone::{CivilDate, Instant, WallTime, Weekday};

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

/// What a person set about reminders. The Reminders page tells what holds where nobody set anything, which is proposed.
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

/// What a phone lets the app do. Nothing where it has no such thing, or does not say.
#[uniffi::remote(Record)]
pub struct PhoneLeave {
    /// Whether notifications may be shown; nothing where nobody was asked yet.
    pub notifications: Option<bool>,
    /// Whether alarms may ring on the minute.
    pub exact_alarms: Option<bool>,
    /// Whether the app may run although it saves power.
    pub battery: Option<bool>,
}

/// Why the app looks.
#[uniffi::remote(Enum)]
pub enum LookReason {
    /// The person opened the app, or came back to it.
    Opened,
    /// Something that reminders depend on was changed in the app.
    Changed,
    /// An alarm went off.
    Alarm,
    /// The phone has started.
    Booted,
    /// The app was replaced by a newer one.
    Replaced,
    /// The clock or the zone of the phone was set.
    ClockSet,
    /// Leave to ring on the minute was given.
    LeaveGiven,
    /// The phone gave the app a moment in the background.
    Background,
}

/// What the phone holds of a reminder that was handed to it.
#[uniffi::remote(Record)]
pub struct Pending {
    /// The reminder.
    pub id: ReminderId,
    /// The stamp that it was handed over with.
    pub stamp: String,
}

/// What the phone says of itself.
#[uniffi::remote(Record)]
pub struct PhoneReport {
    /// Why the app looks.
    pub reason: LookReason,
    /// What the phone allows.
    pub leave: PhoneLeave,
    /// How many reminders it may hold: 1 where one alarm leads to the next, up to 60 where the phone rings them alone.
    pub slots: u32,
    /// Whether it rings what it holds by itself, without asking the app.
    pub rings_alone: bool,
    /// What it holds; empty where it cannot say, and then everything is handed over again.
    pub pending: Vec<Pending>,
    /// Reminders that can still be seen on its screen.
    pub shown: Vec<ReminderId>,
}

/// One thing that reminders hang on.
#[uniffi::remote(Enum)]
pub enum HealthPoint {
    /// Whether notifications are allowed.
    Notifications,
    /// Whether alarms may ring on the minute.
    ExactAlarms,
    /// Whether the app may run although the phone saves power.
    Battery,
    /// Whether the built-in zone rules are young enough.
    ZoneRules,
    /// Whether the last ones rang.
    Delivery,
}

/// How one thing stands.
#[uniffi::remote(Enum)]
pub enum HealthState {
    /// It is as it is to be.
    Good,
    /// It may hold reminders back, and there is something to do about it.
    Attention,
    /// The phone does not say: never a tick.
    Unknown,
}

/// The page of the phone's settings, or of the app, that mends it.
#[uniffi::remote(Enum)]
pub enum HealthFix {
    /// Ask the person for leave to show notifications.
    AskForNotifications,
    /// The phone's page of the app's notifications.
    NotificationSettings,
    /// The phone's page of alarms on the minute.
    ExactAlarmSettings,
    /// The phone's page of what may run in the background.
    BatterySettings,
}
