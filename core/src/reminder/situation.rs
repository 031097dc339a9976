//! What rings next: a pure function of the plan, what was done, the settings, the ledger and now.

use chrono::TimeDelta;

use super::sources::Sources;
use super::{Considered, Past, ReminderSettings, Ring};
use crate::calendar::KeptClass;
use crate::progress::Facts;
use crate::zone::{CivilDate, Instant, Moment};

/// How far ahead to look: a plan that has no session in ten weeks has none to ring for.
const LOOK_AHEAD_DAYS: i64 = 70;

/// How far back: clocks are up to 26 hours apart, and a night belongs to the evening before it, so that a pinned zone
/// may be two practice days behind the person's, and its sessions still to come.
const LOOK_BACK_DAYS: i64 = 2;

/// Everything that reminders are worked out from.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// Plans, and what was practised in the week of now.
    pub facts: &'a Facts<'a>,
    /// What the person set.
    pub settings: &'a ReminderSettings,
    /// The classes that the person wants to be told of.
    pub classes: &'a [KeptClass],
    /// What became of earlier reminders.
    pub past: &'a Past,
    /// Now.
    pub now: &'a Moment,
}

impl Situation<'_> {
    /// The next rings after now, nearest first.
    ///
    /// What is done, let go, switched off or falls into quiet does not ring, nor does a session whose day the zone
    /// skipped, nor what has rung or been answered before: a clock that is set back rings nothing twice.
    #[must_use]
    pub fn next_rings(&self, count: usize) -> Vec<Ring> {
        let day = self.now.day;
        let all = self.considered(shifted(day, -LOOK_BACK_DAYS), shifted(day, LOOK_AHEAD_DAYS));
        let to_come =
            all.into_iter().filter(|one| one.silent.is_none() && one.ring.instant > self.now.instant);
        to_come.map(|one| one.ring).filter(|ring| !self.past.settled.contains(&ring.id)).take(count).collect()
    }

    /// What might have rung after an instant and until now, and was not settled: nearest first.
    #[must_use]
    pub fn come_due(&self, after: Instant) -> Vec<Considered> {
        let from = self.now.zone.practice_day(after.min(self.now.instant));
        let all = self.considered(shifted(from, -LOOK_BACK_DAYS), self.now.day);
        let due = |one: &Considered| one.ring.instant > after && one.ring.instant <= self.now.instant;
        let open = |one: &Considered| !self.past.settled.contains(&one.ring.id);
        all.into_iter().filter(|one| due(one) && open(one)).collect()
    }

    /// Everything that was thought of for a practice day, in order.
    #[must_use]
    pub fn considered_on(&self, day: CivilDate) -> Vec<Considered> {
        let mut all = self.considered(shifted(day, -LOOK_BACK_DAYS), shifted(day, LOOK_BACK_DAYS));
        all.retain(|one| one.ring.day == day);
        all
    }

    /// Everything in a stretch of practice days, by instant and id.
    fn considered(&self, first: CivilDate, last: CivilDate) -> Vec<Considered> {
        let mut all = Sources { of: self, first, last }.all();
        all.sort_by(|a, b| (a.ring.instant, &a.ring.id).cmp(&(b.ring.instant, &b.ring.id)));
        all
    }
}

fn shifted(day: CivilDate, by: i64) -> CivilDate {
    day.checked_add_signed(TimeDelta::days(by)).unwrap_or(day)
}
