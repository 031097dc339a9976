//! What counts: rules about a practice that was done.

use chrono::Days;

use crate::draft::{Invalid, require};
use crate::plan::EnrolmentId;
use crate::zone::CivilDate;

use super::{CheckInDraft, EnteredPracticeDraft, Practice, PracticeReason};

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

/// Checks a practice that was done without the app. `today` is the practice day.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be kept.
pub fn check_entered(draft: &EnteredPracticeDraft, today: CivilDate) -> Result<(), Invalid> {
    let first = today.checked_sub_days(Days::new(ENTERED_DAYS_BACK)).unwrap_or(today);
    let problem = format!("must lie between {first} and {today}");
    require((first..=today).contains(&draft.date), "date", &problem)?;
    require((1..=240).contains(&draft.minutes), "minutes", "must be 1 to 240")
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
    ];
    for (field, value) in scales {
        require(value.is_none_or(|value| value <= 10), field, "must be 0 to 10")?;
    }
    require(draft.note.chars().count() <= 2_000, "note", "must be at most 2,000 characters")?;
    require(draft.sensations.len() <= 50, "sensations", "must be at most 50")?;
    let noted = scales.iter().any(|(_, value)| value.is_some());
    let something = noted || !draft.sensations.is_empty() || !draft.note.trim().is_empty();
    require(something, "check_in", "nothing was noted")
}

/// Checks a pain number.
///
/// # Errors
/// [`Invalid`] above 10.
pub fn check_pain(pain: Option<u8>, field: &str) -> Result<(), Invalid> {
    require(pain.is_none_or(|pain| pain <= 10), field, "must be 0 to 10")
}
