//! When the next reminders ring.

use chrono::Days;

use crate::plan::{Session, TimePolicy, evening_order};
use crate::progress::Facts;
use crate::zone::{CivilDate, Instant, Moment, Zone};

/// How far ahead to look: a plan that has no session in ten weeks has none to ring for.
const LOOK_AHEAD_DAYS: u64 = 70;

/// A session that is to ring, and the instant by the built-in zone rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
    /// The session.
    pub session: Session,
    /// The zone of the clock it rings by.
    pub zone: String,
    /// The calendar date on that clock.
    pub date: CivilDate,
    /// The instant.
    pub instant: Instant,
}

/// The next rings after now, nearest first.
///
/// A session that is done does not ring, nor does one whose day the zone skipped. A session of a day on which as many
/// were practised as come up to it counts as done.
#[must_use]
pub fn next_rings(facts: &Facts<'_>, now: &Moment, count: usize) -> Vec<Ring> {
    let last = now.day.checked_add_days(Days::new(LOOK_AHEAD_DAYS)).unwrap_or(now.day);
    // Clocks are up to 26 hours apart, and a night belongs to the evening before it: a pinned zone may be two practice
    // days behind the person's, and its sessions still to come.
    let first = now.day.checked_sub_days(Days::new(2)).unwrap_or(now.day);
    let days = first.iter_days().take_while(|day| *day <= last);
    let mut rings: Vec<Ring> = days.flat_map(|day| rings_of(facts, now, day)).collect();
    rings.sort_by(|a, b| (a.instant, &a.session.enrolment).cmp(&(b.instant, &b.session.enrolment)));
    rings.truncate(count);
    rings
}

fn rings_of(facts: &Facts<'_>, now: &Moment, day: CivilDate) -> Vec<Ring> {
    let mut sessions: Vec<Session> = facts.enrolments.iter().flat_map(|run| run.sessions_on(day)).collect();
    sessions.sort_by_key(|session| evening_order(session.time));
    let still_due = sessions.into_iter().skip(usize::from(facts.sessions_done(day)));
    still_due.filter_map(|session| ring(session, now)).collect()
}

fn ring(session: Session, now: &Moment) -> Option<Ring> {
    let zone = match &session.time_policy {
        TimePolicy::Floating => now.zone.clone(),
        TimePolicy::Pinned { zone } => Zone::find(zone).ok()?,
    };
    let instant = zone.planned_instant(session.date, session.time)?;
    if instant <= now.instant {
        return None;
    }
    let (date, _) = zone.local(instant);
    Some(Ring { session, zone: zone.id().to_owned(), date, instant })
}
