//! What a phone says of itself: what it allows, what it holds, and why the app looks.

use serde::{Deserialize, Serialize};

use super::ReminderId;

/// What a phone lets the app do. Nothing where it has no such thing, or does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PhoneLeave {
    /// Whether notifications may be shown; nothing where nobody was asked yet.
    pub notifications: Option<bool>,
    /// Whether alarms may ring on the minute.
    pub exact_alarms: Option<bool>,
    /// Whether the app may run although it saves power.
    pub battery: Option<bool>,
}

/// Why the app looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The reminder.
    pub id: ReminderId,
    /// The stamp that it was handed over with.
    pub stamp: String,
}

/// What the phone says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
