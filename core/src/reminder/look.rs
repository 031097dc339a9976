//! One look at the phone: what has come due since the last, what rings now, and what to hand to the phone next.

use super::{
    Considered, Lateness, LedgerLine, LookReason, Missed, Past, Pending, PhoneReport, Reminder,
    ReminderEvent, ReminderId, Ring, Situation, Watch, lateness,
};
use crate::zone::Instant;
use chrono::TimeDelta;

/// After so many days without a look the phone is taken to have put the app to sleep. Android does so after "a few months"
/// (developer.android.com/topic/performance/app-hibernation) and says neither when nor that it did; a month without one
/// alarm or opening, while alarms were armed, has no better reason.
const PUT_TO_SLEEP_DAYS: i64 = 30;

/// How far back to look for what has come due: what is older is told by its absence.
const LOOK_BACK_DAYS: i64 = 7;

/// A reminder that rings now, after its time or on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RingNow {
    /// The ring.
    pub ring: Ring,
    /// Whether its words know that it comes late.
    pub softened: bool,
}

/// What one look decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What rings now.
    pub ring_now: Vec<RingNow>,
    /// What is on the screen and no longer true.
    pub take_down: Vec<ReminderId>,
    /// What the phone is to hold from now on, nearest first.
    pub next: Vec<Ring>,
    /// What the ledger learns.
    pub lines: Vec<LedgerLine>,
    /// The look itself.
    pub watch: Watch,
    /// Whether there is something to ring and nobody has been asked for leave yet.
    pub ask: bool,
}

/// Decides. `changed_at` is when the person last changed anything that reminders are made of: what would have rung before
/// that was not asked for yet.
#[must_use]
pub fn look(situation: &Situation<'_>, report: &PhoneReport, changed_at: Instant) -> Decided {
    let now = situation.now;
    let mut lines = Vec::new();
    let mut ring_now = Vec::new();
    for one in due(situation, changed_at) {
        let event = settle(situation, report, &one.ring);
        if event == ReminderEvent::Rang && !report.rings_alone {
            let softened = lateness(&one.ring, now) == Lateness::Soften;
            ring_now.push(RingNow { ring: one.ring.clone(), softened });
        }
        lines.push(line(&one.ring, event, now.instant));
    }
    let may_ring = report.leave.notifications == Some(true);
    let slots = usize::try_from(report.slots).unwrap_or(usize::MAX);
    // Who is here now ends a silence with this very look.
    let watch = watch(situation, report);
    let past = Past { watch: Some(watch.clone()), ..situation.past.clone() };
    let next = Situation { past: &past, ..*situation }.next_rings(slots);
    let (rang_elsewhere, wanted) = by_another_clock(situation, report, next);
    lines.extend(rang_elsewhere);
    let ask = report.leave.notifications.is_none() && !wanted.is_empty();
    let next = if may_ring { wanted } else { Vec::new() };
    let is_new = |ring: &&Ring| !situation.past.is_armed(&ring.id, ring.instant);
    lines.extend(next.iter().filter(is_new).map(|ring| line(ring, ReminderEvent::Armed, now.instant)));
    Decided { ring_now, take_down: stale(situation, report), next, lines, watch, ask }
}

/// What has come due since the last look and is not silent. What was handed to the phone counts even if the clock was set
/// back behind the last look since.
fn due(situation: &Situation<'_>, changed_at: Instant) -> Vec<Considered> {
    let Some(watch) = &situation.past.watch else { return Vec::new() };
    let a_week_ago = situation.now.instant - TimeDelta::days(LOOK_BACK_DAYS);
    let since = watch.looked_at.max(changed_at).max(a_week_ago);
    let armed = &situation.past.armed;
    let first_armed = armed.values().map(|line| line.rings_at).filter(|instant| *instant > a_week_ago).min();
    let long_ago = first_armed.map_or(since, |first| first.min(since));
    let mut due = situation.come_due(long_ago - TimeDelta::milliseconds(1));
    due.retain(|one| {
        let was_armed = situation.past.is_armed(&one.ring.id, one.ring.instant);
        one.silent.is_none() && (was_armed || one.ring.instant > since)
    });
    due
}

/// What a phone that rings alone has rung by the clock of another zone, and is ahead again by the clock of this one: east of
/// the date line a morning is lived twice. It is settled, and the rest is wanted.
fn by_another_clock(
    situation: &Situation<'_>,
    report: &PhoneReport,
    wanted: Vec<Ring>,
) -> (Vec<LedgerLine>, Vec<Ring>) {
    let has_rung = |ring: &Ring| {
        // What it still holds has not rung, whatever the clocks say.
        let is_held = report.pending.iter().any(|held| held.id == ring.id);
        let armed = situation.past.armed.get(&ring.id).filter(|_| report.rings_alone && !is_held);
        armed.filter(|line| line.rings_at <= situation.now.instant)
    };
    let mut settled = Vec::new();
    let mut rest = Vec::new();
    for ring in wanted {
        let Some(armed) = has_rung(&ring) else {
            rest.push(ring);
            continue;
        };
        let seen = report.shown.contains(&ring.id);
        let event = if seen { ReminderEvent::Rang } else { ReminderEvent::Presumed };
        settled.push(LedgerLine { at: situation.now.instant, event, ..armed.clone() });
    }
    (settled, rest)
}

/// What became of a ring whose time has come.
fn settle(situation: &Situation<'_>, report: &PhoneReport, ring: &Ring) -> ReminderEvent {
    if report.leave.notifications != Some(true) {
        return ReminderEvent::Missed { because: Missed::NotAllowed };
    }
    if report.rings_alone {
        // By its id alone: a phone that goes to another zone takes what it holds with it.
        let handed_over = situation.past.armed.contains_key(&ring.id);
        return match () {
            () if report.shown.contains(&ring.id) => ReminderEvent::Rang,
            () if handed_over => ReminderEvent::Presumed,
            () => ReminderEvent::Missed { because: held_back_by(situation, report) },
        };
    }
    match lateness(ring, situation.now) {
        Lateness::Deliver | Lateness::Soften => ReminderEvent::Rang,
        Lateness::Expire => ReminderEvent::Missed { because: held_back_by(situation, report) },
    }
}

/// The likeliest reason that something was not shown in time.
fn held_back_by(situation: &Situation<'_>, report: &PhoneReport) -> Missed {
    let Some(watch) = &situation.past.watch else { return Missed::Unknown };
    let taken_back = watch.phone.exact_alarms == Some(true) && report.leave.exact_alarms == Some(false);
    let asleep = situation.now.instant - watch.looked_at >= TimeDelta::days(PUT_TO_SLEEP_DAYS);
    match report.reason {
        LookReason::Booted => Missed::PhoneOff,
        LookReason::ClockSet => Missed::ClockSet,
        _ if taken_back => Missed::ExactTakenBack,
        _ if asleep => Missed::PutToSleep,
        _ => Missed::Unknown,
    }
}

/// Reminders on the screen that are done, let go, or of another day.
fn stale(situation: &Situation<'_>, report: &PhoneReport) -> Vec<ReminderId> {
    if report.shown.is_empty() {
        return Vec::new();
    }
    let today = situation.considered_on(situation.now.day);
    let is_true = |id: &&ReminderId| today.iter().any(|one| one.ring.id == **id && one.silent.is_none());
    report.shown.iter().filter(|id| !is_true(id)).cloned().collect()
}

fn watch(situation: &Situation<'_>, report: &PhoneReport) -> Watch {
    let now = situation.now;
    let before = situation.past.watch.as_ref().map(|watch| watch.seen_on);
    let is_here = matches!(report.reason, LookReason::Opened | LookReason::Changed);
    let seen_on = before.filter(|_| !is_here).unwrap_or(now.day);
    Watch { looked_at: now.instant, seen_on, phone: report.leave }
}

/// A line of the ledger about a ring.
#[must_use]
pub fn line(ring: &Ring, event: ReminderEvent, at: Instant) -> LedgerLine {
    LedgerLine {
        reminder: ring.id.clone(),
        kind: ring.kind,
        rings_at: ring.instant,
        day: ring.day,
        at,
        event,
    }
}

/// The smallest difference between what the phone holds and what it is to hold: what to take back, and what to hand over.
/// Where the same reminder is there with other words or at another time, it is handed over again, which replaces it.
#[must_use]
pub fn difference(pending: &[Pending], wanted: Vec<Reminder>) -> (Vec<ReminderId>, Vec<Reminder>) {
    let is_wanted = |held: &&Pending| wanted.iter().any(|reminder| reminder.id == held.id);
    let take_back = pending.iter().filter(|held| !is_wanted(held)).map(|held| held.id.clone()).collect();
    let is_held = |reminder: &Reminder| {
        pending.iter().any(|held| held.id == reminder.id && held.stamp == reminder.stamp)
    };
    (take_back, wanted.into_iter().filter(|reminder| !is_held(reminder)).collect())
}
