//! What counts: rules about a practice that was done.

use std::ops::RangeInclusive;

use chrono::Days;

use crate::draft::{Invalid, require};
use crate::plan::EnrolmentId;
use crate::zone::CivilDate;

use super::{CheckInDraft, EnteredPracticeDraft, Practice, PracticeEnding, PracticeReason};

/// A practice of this length counts as a session, whatever was planned (DESIGN, Practice; proposed).
const COUNTS_FROM_MS: u32 = 5 * 60_000;

/// How far back a practice without the app may be entered, in days.
const ENTERED_DAYS_BACK: u64 = 14;

impl Practice {
    /// Whether it counts as a session of its plan: from 5 minutes or half its planned time, whichever is less.
    /// A shorter one still adds its minutes.
    #[must_use]
    pub fn counts_as_session(&self) -> bool {
        matches!(self.reason, PracticeReason::Plan { .. })
            && self.practised_ms >= COUNTS_FROM_MS.min(self.planned_ms / 2)
    }

    /// It as a person would have entered it: whole minutes, at least none.
    #[must_use]
    pub fn as_entered(&self) -> EnteredPracticeDraft {
        let enrolment = match &self.reason {
            PracticeReason::Plan { enrolment } => Some(enrolment.clone()),
            PracticeReason::Free => None,
        };
        EnteredPracticeDraft {
            date: self.date,
            minutes: u16::try_from(self.practised_ms / 60_000).unwrap_or(u16::MAX),
            enrolment,
            routine: self.routine.clone(),
        }
    }

    /// Whether it was made for this run through a plan.
    #[must_use]
    pub fn is_for(&self, enrolment: &EnrolmentId) -> bool {
        matches!(&self.reason, PracticeReason::Plan { enrolment: of } if of == enrolment)
    }
}

impl PracticeReason {
    /// For a plan where there is one, else just so.
    #[must_use]
    pub fn of(enrolment: Option<EnrolmentId>) -> PracticeReason {
        enrolment.map_or(PracticeReason::Free, |enrolment| PracticeReason::Plan { enrolment })
    }
}

/// The days under which a practice without the app may be entered. `today` is the practice day.
#[must_use]
pub fn entered_days(today: CivilDate) -> RangeInclusive<CivilDate> {
    today.checked_sub_days(Days::new(ENTERED_DAYS_BACK)).unwrap_or(today)..=today
}

/// Checks a practice that was done without the app. `today` is the practice day.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be kept.
pub fn check_entered(draft: &EnteredPracticeDraft, today: CivilDate) -> Result<(), Invalid> {
    let days = entered_days(today);
    let problem = format!("must lie between {} and {}", days.start(), days.end());
    require(days.contains(&draft.date), "date", &problem)?;
    check_entered_minutes(draft)
}

fn check_entered_minutes(draft: &EnteredPracticeDraft) -> Result<(), Invalid> {
    require((1..=240).contains(&draft.minutes), "minutes", "must be 1 to 240")
}

/// Checks how a practice is to be corrected.
///
/// One that was entered by hand can be changed in all that was entered; its day may stay as it was, however long ago. Of
/// one that the app led, day, minutes and routine were measured: they stay, and what it was for can be said.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be kept.
pub fn check_correction(
    draft: &EnteredPracticeDraft,
    practice: &Practice,
    today: CivilDate,
) -> Result<(), Invalid> {
    if practice.ending == PracticeEnding::EnteredByHand {
        return match draft.date == practice.date {
            true => check_entered_minutes(draft),
            false => check_entered(draft, today),
        };
    }
    let was = practice.as_entered();
    let problem = "was measured by the app: delete the practice and enter it by hand";
    require(draft.date == was.date, "date", problem)?;
    require(draft.minutes == was.minutes, "minutes", problem)?;
    require(draft.routine == was.routine, "routine", problem)
}

/// Checks what a person noted.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be kept.
pub fn check_check_in(draft: &CheckInDraft) -> Result<(), Invalid> {
    let scales = [
        ("pain", draft.pain),
        ("stiffness", draft.stiffness),
        ("sleep", draft.sleep),
        ("energy", draft.energy),
        ("mood", draft.mood),
        ("stress", draft.stress),
    ];
    for (field, value) in scales {
        require(value.is_none_or(|value| value <= 10), field, "must be 0 to 10")?;
    }
    require(draft.note.chars().count() <= 2_000, "note", "must be at most 2,000 characters")?;
    require(draft.sensations.len() <= 50, "sensations", "must be at most 50")?;
    let noted = scales.iter().any(|(_, value)| value.is_some());
    require(draft.areas.len() <= 50, "areas", "must be at most 50")?;
    let something =
        noted || !draft.areas.is_empty() || !draft.sensations.is_empty() || !draft.note.trim().is_empty();
    require(something, "check_in", "nothing was noted")
}

/// Checks a pain number.
///
/// # Errors
/// [`Invalid`] above 10.
pub fn check_pain(pain: Option<u8>, field: &str) -> Result<(), Invalid> {
    require(pain.is_none_or(|pain| pain <= 10), field, "must be 0 to 10")
}
