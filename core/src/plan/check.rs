//! What may be enrolled in, and what may be changed: anything else is refused whole.

use std::collections::BTreeSet;

use chrono::Days;

use crate::catalogue::Posture;
use crate::draft::{Invalid, require};
use crate::zone::{CivilDate, Zone, is_plannable, is_wall_time};

use super::{Change, EnrolmentDraft, TimePolicy, WeeklySlot};

/// How far ahead a plan may begin, a change take effect or a pause last.
const AHEAD_DAYS: u64 = 366;

/// Checks what a person asks for when they enrol. `today` is the practice day.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be kept.
pub fn check_enrolment(draft: &EnrolmentDraft, today: CivilDate) -> Result<(), Invalid> {
    within(draft.starts_on, today, "starts_on")?;
    check_slots(&draft.slots)?;
    check_posture(draft.posture, "posture")?;
    check_policy(&draft.time_policy)
}

/// Nobody practises a whole session walking; a movement that is walked says so itself.
fn check_posture(posture: Posture, field: &str) -> Result<(), Invalid> {
    require(posture != Posture::Walking, field, "must be seated, standing or lying")
}

/// Checks a change and the day it takes effect: today or later, so that the past stays as it was.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be kept.
pub fn check_change(effective_from: CivilDate, change: &Change, today: CivilDate) -> Result<(), Invalid> {
    within(effective_from, today, "effective_from")?;
    match change {
        Change::Slots { slots, time_policy } => {
            check_slots(slots)?;
            check_policy(time_policy)
        }
        Change::Pause { through } => within(*through, effective_from, "change.through"),
        Change::Posture { posture } => check_posture(*posture, "change.posture"),
        Change::Length { .. } | Change::Hold | Change::Resume | Change::Leave => Ok(()),
    }
}

fn within(date: CivilDate, first: CivilDate, field: &str) -> Result<(), Invalid> {
    require(is_plannable(date), field, "must lie in the years 1970 to 2099")?;
    require(date >= first, field, &format!("must be {first} or later"))?;
    let last = first.checked_add_days(Days::new(AHEAD_DAYS)).unwrap_or(first);
    require(date <= last, field, &format!("must be {last} or earlier"))
}

fn check_slots(slots: &[WeeklySlot]) -> Result<(), Invalid> {
    require(!slots.is_empty(), "slots", "at least one practice time is needed")?;
    require(slots.len() <= 14, "slots", "at most 14 practice times in a week")?;
    let mut seen = BTreeSet::new();
    for (i, slot) in slots.iter().enumerate() {
        require(is_wall_time(slot.time), &format!("slots[{i}].time"), "must lie between 00:00 and 23:59:59")?;
        require(seen.insert(*slot), &format!("slots[{i}]"), "the same day and time is there already")?;
    }
    Ok(())
}

fn check_policy(policy: &TimePolicy) -> Result<(), Invalid> {
    match policy {
        TimePolicy::Floating => Ok(()),
        TimePolicy::Pinned { zone } => {
            require(Zone::find(zone).is_ok(), "time_policy.zone", &format!("no time zone is called {zone:?}"))
        }
    }
}
