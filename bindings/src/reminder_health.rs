//! Why a reminder might not ring, as the apps see it.
use mingmen_core::reminder::{HealthFix, HealthPoint, HealthState};

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
