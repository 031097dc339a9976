//! Why a reminder might not ring: what the phone allows, how old the zone rules are, and what rang last.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::PhoneLeave;
use crate::zone::CivilDate;

/// One thing that reminders hang on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HealthState {
    /// It is as it is to be.
    Good,
    /// It may hold reminders back, and there is something to do about it.
    Attention,
    /// The phone does not say: never a tick.
    Unknown,
}

/// The page of the phone's settings, or of the app, that mends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

/// One finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub point: HealthPoint,
    /// How it stands.
    pub state: HealthState,
    /// What mends it.
    pub fix: Option<HealthFix>,
}

/// Zone rules older than this many years may be wrong somewhere: a few governments change their clocks each year.
const OLD_RULES_YEARS: i32 = 2;

/// What there is to say, most serious first. A point that the phone has no such thing for is left out.
#[must_use]
pub fn findings(leave: PhoneLeave, last: Option<Delivery>, rules: &str, today: CivilDate) -> Vec<Finding> {
    let mut findings = vec![notifications(leave)];
    findings.extend(
        leave.exact_alarms.map(|may| judged(HealthPoint::ExactAlarms, may, HealthFix::ExactAlarmSettings)),
    );
    findings.extend(leave.battery.map(|may| judged(HealthPoint::Battery, may, HealthFix::BatterySettings)));
    findings.push(delivery(last));
    findings.push(zone_rules(rules, today));
    findings.sort_by_key(|finding| finding.state != HealthState::Attention);
    findings
}

/// What became of the last reminder whose time has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It rang.
    Rang,
    /// It was handed over, and the phone does not say.
    Presumed,
    /// It did not ring.
    Missed,
}

fn notifications(leave: PhoneLeave) -> Finding {
    let point = HealthPoint::Notifications;
    match leave.notifications {
        Some(true) => Finding { point, state: HealthState::Good, fix: None },
        Some(false) => {
            Finding { point, state: HealthState::Attention, fix: Some(HealthFix::NotificationSettings) }
        }
        None => Finding { point, state: HealthState::Attention, fix: Some(HealthFix::AskForNotifications) },
    }
}

fn judged(point: HealthPoint, may: bool, fix: HealthFix) -> Finding {
    if may {
        return Finding { point, state: HealthState::Good, fix: None };
    }
    Finding { point, state: HealthState::Attention, fix: Some(fix) }
}

fn delivery(last: Option<Delivery>) -> Finding {
    let state = match last {
        Some(Delivery::Rang) => HealthState::Good,
        Some(Delivery::Missed) => HealthState::Attention,
        Some(Delivery::Presumed) | None => HealthState::Unknown,
    };
    Finding { point: HealthPoint::Delivery, state, fix: None }
}

fn zone_rules(rules: &str, today: CivilDate) -> Finding {
    let year: Option<i32> = rules.get(..4).and_then(|year| year.parse().ok());
    let state = match year {
        None => HealthState::Unknown,
        Some(year) if today.year() - year > OLD_RULES_YEARS => HealthState::Attention,
        Some(_) => HealthState::Good,
    };
    Finding { point: HealthPoint::ZoneRules, state, fix: None }
}
