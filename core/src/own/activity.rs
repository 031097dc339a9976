//! Everyday activities by which a person measures themselves, and their ratings.

use std::collections::BTreeSet;

use chrono::Days;
use serde::{Deserialize, Serialize};

use crate::draft::{Invalid, require};
use crate::id::id;
use crate::zone::{CivilDate, Instant};

/// So many activities are rated at a time.
pub const ACTIVITIES_AT_MOST: usize = 3;

/// The longest name of an activity, in characters.
const NAME_LONGEST: usize = 60;

/// So many days after a rating the next one is due.
const RATED_EVERY: Days = Days::new(14);

id! {
    /// Names an everyday activity that the person chose: a UUIDv7, the same in all its revisions.
    ActivityId
}
id! {
    /// Names a rating of an activity: a UUIDv7.
    ActivityRatingId
}

/// An everyday activity of the person's own choosing, as it is now: putting on socks, a walk to the shop.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Activity {
    /// Its id.
    pub id: ActivityId,
    /// The number of its last revision, from 1.
    pub revision: u32,
    /// When it was first named.
    pub named_at: Instant,
    /// What the person calls it; of a retired one, its last name.
    pub name: String,
    /// Whether it is rated no more. Its ratings stay.
    pub retired: bool,
}

/// How well an activity went.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ActivityRating {
    /// Its id.
    pub id: ActivityRatingId,
    /// When it was made.
    pub rated_at: Instant,
    /// The zone the person was in, by its IANA id.
    pub zone: String,
    /// The practice day it belongs to.
    pub date: CivilDate,
    /// The activity.
    pub activity: ActivityId,
    /// 0 (cannot do it) to 10 (as well as before).
    pub rating: u8,
}

/// How well an activity goes, as a person notes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ActivityRatingDraft {
    /// The activity.
    pub activity: ActivityId,
    /// 0 (cannot do it) to 10 (as well as before).
    pub rating: u8,
}

/// Checks the name of an activity and gives it without the blanks around it.
///
/// # Errors
/// [`Invalid`] for `name`.
pub fn check_activity_name(name: &str) -> Result<String, Invalid> {
    let name = name.trim();
    let problem = "must be 1 to 60 characters on one line";
    let fits = (1..=NAME_LONGEST).contains(&name.chars().count()) && !name.contains(char::is_control);
    require(fits, "name", problem)?;
    Ok(name.to_owned())
}

/// Checks ratings. Whether their activities are there is for the caller to ask.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be kept, or if nothing was rated.
pub fn check_ratings(drafts: &[ActivityRatingDraft]) -> Result<(), Invalid> {
    require(!drafts.is_empty(), "ratings", "nothing was rated")?;
    let mut activities = BTreeSet::new();
    for (i, draft) in drafts.iter().enumerate() {
        let field = format!("ratings[{i}].activity");
        require(activities.insert(&draft.activity), &field, "the same activity is there already")?;
        require(draft.rating <= 10, &format!("ratings[{i}].rating"), "must be 0 to 10")?;
    }
    Ok(())
}

/// The first day on which an activity that was rated last on `last` is to be rated again.
#[must_use]
pub fn rating_due_from(last: CivilDate) -> CivilDate {
    last.checked_add_days(RATED_EVERY).unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rated(activity: &str, rating: u8) -> ActivityRatingDraft {
        ActivityRatingDraft { activity: activity.into(), rating }
    }

    fn refused<T: std::fmt::Debug>(outcome: Result<T, Invalid>) -> String {
        outcome.unwrap_err().field
    }

    #[test]
    fn a_name_is_one_short_line_and_loses_the_blanks_around_it() {
        assert_eq!(check_activity_name("  Putting on socks ").unwrap(), "Putting on socks");
        assert_eq!(check_activity_name(&"腰".repeat(60)).unwrap().chars().count(), 60);
        for name in ["", "   ", "one\ntwo", &"a".repeat(61)] {
            assert_eq!(refused(check_activity_name(name)), "name", "{name:?}");
        }
    }

    #[test]
    fn each_activity_is_rated_once_from_0_to_10() {
        assert_eq!(check_ratings(&[rated("socks", 0), rated("stairs", 10)]), Ok(()));
        assert_eq!(refused(check_ratings(&[])), "ratings");
        assert_eq!(refused(check_ratings(&[rated("socks", 11)])), "ratings[0].rating");
        assert_eq!(refused(check_ratings(&[rated("socks", 1), rated("socks", 1)])), "ratings[1].activity");
    }

    #[test]
    fn a_rating_is_due_two_weeks_after_the_last() {
        let last: CivilDate = "2026-02-20".parse().unwrap();
        assert_eq!(rating_due_from(last).to_string(), "2026-03-06");
        assert_eq!(rating_due_from(CivilDate::MAX), CivilDate::MAX);
    }
}
