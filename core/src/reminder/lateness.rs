//! What becomes of a reminder whose time has passed before the app could show it.

use chrono::TimeDelta;

use super::{About, ReminderKind, Ring};
use crate::zone::Moment;

/// How to show a reminder after its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lateness {
    /// As it is: nobody minds the delay.
    Deliver,
    /// With words that know what time it is.
    Soften,
    /// Not at all: it would only annoy.
    Expire,
}

/// The policy of each kind, in minutes after its time (proposed).
///
/// | kind | as it is | softened |
/// |---|---|---|
/// | practice | 30 | 240 |
/// | class | until it begins | never |
/// | second nudge | 30 | never |
/// | posture check, test | 15 | never |
/// | week review, milestone, return | all of its day | never |
///
/// Yesterday's never rings, whatever its kind.
#[must_use]
pub fn lateness(ring: &Ring, now: &Moment) -> Lateness {
    if now.zone.practice_day(ring.instant) != now.day {
        return Lateness::Expire;
    }
    let late = now.instant - ring.instant;
    if let About::Class { date, time, .. } = &ring.about {
        let begun = now.zone.first_instant(*date, *time).is_none_or(|begins| begins <= now.instant);
        return if begun { Lateness::Expire } else { Lateness::Deliver };
    }
    match ring.kind {
        ReminderKind::WeekReview | ReminderKind::Milestone | ReminderKind::Return => Lateness::Deliver,
        _ if late <= minutes(as_it_is(ring.kind)) => Lateness::Deliver,
        ReminderKind::Practice if late <= minutes(240) => Lateness::Soften,
        _ => Lateness::Expire,
    }
}

fn as_it_is(kind: ReminderKind) -> i64 {
    if matches!(kind, ReminderKind::PostureCheck | ReminderKind::Test) { 15 } else { 30 }
}

fn minutes(minutes: i64) -> TimeDelta {
    TimeDelta::minutes(minutes)
}
