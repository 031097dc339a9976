//! A test of the reminders: one that rings in ten seconds, by the same way as all others.

use chrono::{TimeDelta, Timelike};

use super::{LedgerLine, Past, ReminderEvent, ReminderId, ReminderKind};
use crate::zone::Moment;

/// How long it takes until a test rings: enough to lock the phone.
const RINGS_AFTER: TimeDelta = TimeDelta::seconds(10);

impl Past {
    /// A test that was asked for and has not rung yet.
    #[must_use]
    pub fn coming_test(&self, now: &Moment) -> Option<&LedgerLine> {
        let tests = self.armed.values().filter(|line| line.kind == ReminderKind::Test);
        tests
            .filter(|line| line.rings_at > now.instant && line.rings_at <= now.instant + RINGS_AFTER)
            .find(|line| !self.settled.contains(&line.reminder))
    }
}

/// A test that rings ten seconds from now, on the full second, as a line of the ledger: from then on it is looked after as
/// every reminder is.
#[must_use]
pub fn test_line(now: &Moment) -> LedgerLine {
    let in_a_moment = now.instant + RINGS_AFTER;
    let rings_at = in_a_moment.with_nanosecond(0).unwrap_or(in_a_moment);
    LedgerLine {
        reminder: ReminderId(format!("test/{}", rings_at.timestamp_millis())),
        kind: ReminderKind::Test,
        rings_at,
        day: now.zone.practice_day(rings_at),
        at: now.instant,
        event: ReminderEvent::Armed,
    }
}
