//! Activities, ratings, milestones, and facts that were taken back or corrected, to store.

use super::samples::*;
use crate::own::{Activity, ActivityId, ActivityRating, ActivityRatingId, NoteId};
use crate::practice::{CheckInId, PracticeId};
use crate::progress::Told;
use crate::store::{Change, StoreError, Writing};
use crate::zone::Instant;

/// A change with this number, on 15 May at noon.
pub(super) fn changed(id: &str) -> Change<'_> {
    changed_at(id, at("2026-05-15T12:00:00Z"))
}

pub(super) fn changed_at(id: &str, at: Instant) -> Change<'_> {
    Change { id, at }
}

pub(super) fn activity(number: u64, revision: u32) -> Activity {
    Activity {
        id: ActivityId(id(number)),
        revision,
        named_at: at("2026-05-11T08:00:00Z"),
        name: format!("Socken anziehen „{revision}“ 气"),
        retired: false,
    }
}

pub(super) fn rating(number: u64, date: &str, rating: u8) -> ActivityRating {
    ActivityRating {
        id: ActivityRatingId(id(number)),
        rated_at: at(&format!("{date}T19:00:00Z")),
        zone: "Europe/London".to_owned(),
        date: on(date),
        activity: ActivityId(id(820)),
        rating,
    }
}

pub(super) fn told() -> Told {
    Told { told_at: at("2026-05-20T08:00:00Z"), date: on("2026-05-20"), milestone: "ten-practices".into() }
}

/// What makes a diary: withdrawals of every kind, activities and their ratings, a milestone.
pub(super) fn fill_diary(w: &Writing<'_>) -> Result<(), StoreError> {
    w.withdraw_note(changed(&id(30)), &NoteId(id(305)))?;
    w.withdraw_practice(changed(&id(31)), &PracticeId(id(121)))?;
    w.replace_practice(changed(&id(32)), &PracticeId(id(122)), &practice(801, "2026-05-12"))?;
    w.withdraw_check_in(changed(&id(33)), &CheckInId(id(211)))?;
    w.replace_check_in(changed(&id(34)), &CheckInId(id(210)), &check_in(802, "2026-05-21", Some(110)))?;
    for revision in 1..=2 {
        w.insert_activity(
            &id(810 + u64::from(revision)),
            activity(820, 1).named_at,
            &activity(820, revision),
        )?;
    }
    let retired = Activity { retired: true, ..activity(821, 2) };
    w.insert_activity(&id(813), activity(821, 1).named_at, &activity(821, 1))?;
    w.insert_activity(&id(814), at("2026-05-16T08:00:00Z"), &retired)?;
    w.insert_activity_rating(&rating(830, "2026-05-12", 3))?;
    w.insert_activity_rating(&rating(831, "2026-05-26", 5))?;
    w.insert_activity_rating(&rating(832, "2026-05-26", 6))?;
    w.replace_activity_rating(changed(&id(35)), &ActivityRatingId(id(831)), &rating(833, "2026-05-26", 7))?;
    w.withdraw_activity_rating(changed(&id(36)), &ActivityRatingId(id(832)))?;
    w.insert_told(&id(840), &told())
}
