//! Sessions that were moved: where each was due, and where it is due now.

use crate::zone::{CivilDate, WallTime, Weekday};

use super::{Change, Enrolment, SessionTime};

/// One session that is due elsewhere than the week's pattern has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moved {
    /// Where the pattern has it.
    pub(super) from: SessionTime,
    /// Where it is due.
    pub(super) to: SessionTime,
}

/// Every moved session, worked out from the changes in the order in which they were made.
///
/// Each move is judged by what stood when it was made, so that a later change never undoes one that is past: a session
/// that was not due could not be moved, and one moved to where another is stays where it was. New practice days made
/// later put an end to the moves that lie wholly in their time; another clock for the same days and times does not.
pub(super) fn moved_sessions(enrolment: &Enrolment) -> Vec<Moved> {
    let mut moved: Vec<Moved> = Vec::new();
    for (index, made) in enrolment.changes.iter().enumerate() {
        match made.change {
            Change::Slots { ref slots, .. } => {
                let begins = made.effective_from;
                let same = enrolment.settings_before(index, begins).slots == *slots;
                moved.retain(|one| same || one.from.date < begins || one.to.date < begins);
            }
            Change::Move { from, to } if made.effective_from <= from.date.min(to.date) => {
                move_one(enrolment, index, &mut moved, from, to);
            }
            _ => {}
        }
    }
    moved
}

/// Moves one session, if it is due at `from` and nothing is due at `to`. Only the changes before `index` are looked at.
fn move_one(enrolment: &Enrolment, index: usize, moved: &mut Vec<Moved>, from: SessionTime, to: SessionTime) {
    let planned = |at: SessionTime| {
        let settings = enrolment.settings_before(index, at.date);
        settings.slots.iter().any(|slot| slot.weekday == Weekday::of(at.date) && slot.time == at.time)
    };
    let left = |at: SessionTime, moved: &[Moved]| moved.iter().any(|one| one.from == at);
    let arrived = |at: SessionTime, moved: &[Moved]| moved.iter().any(|one| one.to == at);
    if arrived(to, moved) || (planned(to) && !left(to, moved)) {
        return;
    }
    match moved.iter().position(|one| one.to == from) {
        Some(again) => {
            if let Some(one) = moved.get_mut(again) {
                one.to = to;
            }
            moved.retain(|one| one.from != one.to);
        }
        None if planned(from) && !left(from, moved) => moved.push(Moved { from, to }),
        None => {}
    }
}

/// The times that `date` has: those of the pattern that were not moved away, and those that were moved to it.
pub(super) fn times_with(
    moved: &[Moved],
    date: CivilDate,
    pattern: impl Iterator<Item = WallTime>,
) -> Vec<WallTime> {
    let left = |time| moved.iter().any(|one| one.from == SessionTime { date, time });
    let mut times: Vec<_> = pattern.filter(|time| !left(*time)).collect();
    times.extend(moved.iter().filter(|one| one.to.date == date).map(|one| one.to.time));
    times.sort_unstable();
    times.dedup();
    times
}
