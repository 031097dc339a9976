//! What may be enrolled in, and what may be changed: anything else is refused whole.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::Days;

use crate::catalogue::Posture;
use crate::draft::{Invalid, require};
use crate::zone::{CivilDate, Moment, Zone, is_plannable, is_wall_time};

use super::{Allowed, Change, EnrolmentDraft, Running, SessionTime, Standing, TimePolicy, WeeklySlot};

/// How far ahead a plan may begin, a change take effect or a pause last.
const AHEAD_DAYS: u64 = 366;

/// Checks what a person asks for when they enrol. `today` is the practice day.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be kept.
pub fn check_enrolment(draft: &EnrolmentDraft, allowed: &Allowed, today: CivilDate) -> Result<(), Invalid> {
    within(draft.starts_on, today, "starts_on")?;
    check_slots(&draft.slots, allowed)?;
    check_posture(draft.posture, "posture")?;
    check_policy(&draft.time_policy)?;
    check_weeks(draft.weeks, allowed.weeks.as_ref())?;
    match (allowed.routine, &draft.routine) {
        (true, None) => Err(Invalid::new("routine", "this plan needs a routine")),
        (false, Some(_)) => Err(Invalid::new("routine", "this plan has its own")),
        _ => Ok(()),
    }
}

fn check_weeks(weeks: Option<u8>, allowed: Option<&RangeInclusive<u8>>) -> Result<(), Invalid> {
    let Some(weeks) = weeks else { return Ok(()) };
    let Some(allowed) = allowed else { return Err(Invalid::new("weeks", "this plan has its own length")) };
    let (least, most) = (allowed.start(), allowed.end());
    require(allowed.contains(&weeks), "weeks", &format!("must be {least} to {most}"))
}

/// Nobody practises a whole session walking; a movement that is walked says so itself.
fn check_posture(posture: Posture, field: &str) -> Result<(), Invalid> {
    require(posture != Posture::Walking, field, "must be seated, standing or lying")
}

/// Checks a change and the day it takes effect: today or later, so that the past stays as it was.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be kept.
pub fn check_change(
    run: &Running,
    effective_from: CivilDate,
    change: &Change,
    allowed: &Allowed,
    now: &Moment,
) -> Result<(), Invalid> {
    within(effective_from, now.day, "effective_from")?;
    match change {
        Change::Slots { slots, time_policy } => {
            check_slots(slots, allowed)?;
            check_policy(time_policy)
        }
        Change::Pause { through } => within(*through, effective_from, "change.through"),
        Change::Posture { posture } => check_posture(*posture, "change.posture"),
        Change::GoTo { week } => check_week(run, *week),
        Change::Move { from, to } => check_move(run, effective_from, *from, *to, now),
        Change::Length { .. } | Change::Hold | Change::Advance { .. } | Change::Resume | Change::Leave => {
            Ok(())
        }
    }
}

fn check_week(run: &Running, week: u8) -> Result<(), Invalid> {
    let Some(weeks) = run.rules.weeks else {
        return Err(Invalid::new("change.week", "this plan has no weeks to go to"));
    };
    require(run.rules.has_week(week), "change.week", &format!("must be 1 to {weeks}"))
}

/// A session can be moved while it is due, to a time that is still to come and that nothing else has.
fn check_move(
    run: &Running,
    effective_from: CivilDate,
    from: SessionTime,
    to: SessionTime,
    now: &Moment,
) -> Result<(), Invalid> {
    within(from.date, effective_from, "change.from.date")?;
    within(to.date, effective_from, "change.to.date")?;
    require(is_wall_time(to.time), "change.to.time", "must lie between 00:00 and 23:59:59")?;
    let due_at = |at: SessionTime| run.sessions_on(at.date).into_iter().find(|one| one.time == at.time);
    let Some(session) = due_at(from) else {
        return Err(Invalid::new("change.from", "no session is due then"));
    };
    let runs = matches!(run.standing(to.date), Standing::Week(_));
    require(runs, "change.to.date", "the plan does not run on that day")?;
    require(due_at(to).is_none(), "change.to", "a session is due then already")?;
    let zone = session.time_policy.zone(&now.zone).ok();
    let instant = zone.and_then(|zone| zone.planned_instant(to.date, to.time));
    require(instant.is_some_and(|instant| instant > now.instant), "change.to", "must lie ahead")
}

fn within(date: CivilDate, first: CivilDate, field: &str) -> Result<(), Invalid> {
    require(is_plannable(date), field, "must lie in the years 1970 to 2099")?;
    require(date >= first, field, &format!("must be {first} or later"))?;
    let last = first.checked_add_days(Days::new(AHEAD_DAYS)).unwrap_or(first);
    require(date <= last, field, &format!("must be {last} or earlier"))
}

fn check_slots(slots: &[WeeklySlot], allowed: &Allowed) -> Result<(), Invalid> {
    require(!slots.is_empty(), "slots", "at least one practice time is needed")?;
    let mut seen = BTreeSet::new();
    let mut a_day = BTreeMap::<_, u8>::new();
    for (i, slot) in slots.iter().enumerate() {
        require(is_wall_time(slot.time), &format!("slots[{i}].time"), "must lie between 00:00 and 23:59:59")?;
        require(seen.insert(*slot), &format!("slots[{i}]"), "the same day and time is there already")?;
        let times = a_day.entry(slot.weekday).or_default();
        *times += 1;
        let most = allowed.times_a_day;
        require(*times <= most, &format!("slots[{i}]"), &format!("at most {most} practice times in a day"))?;
    }
    let days = u8::try_from(a_day.len()).unwrap_or(u8::MAX);
    let (least, most) = (allowed.days.start(), allowed.days.end());
    require(allowed.days.contains(&days), "slots", &format!("must be on {least} to {most} days of the week"))
}

fn check_policy(policy: &TimePolicy) -> Result<(), Invalid> {
    match policy {
        TimePolicy::Floating => Ok(()),
        TimePolicy::Pinned { zone } => {
            require(Zone::find(zone).is_ok(), "time_policy.zone", &format!("no time zone is called {zone:?}"))
        }
    }
}
