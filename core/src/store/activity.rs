//! Everyday activities that a person measures themselves by: a row for each revision, and one for each rating.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use rusqlite::types::Value;

use super::error::StoreError;
use super::fields::Fields;
use super::standing::Withdrawable;
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::withdrawal::Change;
use super::{Reading, Writing};
use crate::own::{Activity, ActivityId, ActivityRating, ActivityRatingId};
use crate::zone::{CivilDate, Instant};

pub(super) const ACTIVITY: Table = Table {
    name: "activity",
    kept_by: KeptBy::Person(RowKind::CheckIns),
    columns: &["id", "activity", "revision", "made_at", "kind", "name"],
    understood: |row| revision(row).map(drop),
};
pub(super) const ACTIVITY_RATING: Table = Table {
    name: "activity_rating",
    kept_by: KeptBy::Person(RowKind::CheckIns),
    columns: &["id", "rated_at", "zone", "date", "activity", "rating"],
    understood: |row| rating(row).map(drop),
};

/// A row of the table.
struct Revision {
    id: String,
    made_at: Instant,
    activity: ActivityId,
    number: u32,
    /// What it was called; `None` once retired.
    name: Option<String>,
}

impl Reading<'_> {
    /// Every activity that the person named, retired ones too, as it is now: by when it was first named, then by id.
    ///
    /// Of two revisions with the same number, as two phones may make them, the one made last counts, by instant and
    /// then by id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn activities(&self) -> Result<Vec<Activity>, StoreError> {
        let mut revisions = ACTIVITY.all(self.conn, revision)?;
        revisions.sort_by(|a, b| (a.number, a.made_at, &a.id).cmp(&(b.number, b.made_at, &b.id)));
        let mut activities = BTreeMap::<ActivityId, Activity>::new();
        for revision in revisions {
            let activity = activities.entry(revision.activity.clone()).or_insert_with(|| Activity {
                id: revision.activity,
                revision: revision.number,
                named_at: revision.made_at,
                name: String::new(),
                retired: false,
            });
            activity.named_at = activity.named_at.min(revision.made_at);
            activity.revision = revision.number;
            activity.retired = revision.name.is_none();
            // A retired one keeps its last name, for the ratings that it has.
            if let Some(name) = revision.name {
                activity.name = name;
            }
        }
        // By id already, and the sort keeps that order where the instant is the same.
        let mut activities: Vec<_> = activities.into_values().collect();
        activities.sort_by_key(|activity| activity.named_at);
        Ok(activities)
    }

    /// Ratings that stand and whose practice day lies in `dates`, by date, instant and id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn activity_ratings_between(
        &self,
        dates: RangeInclusive<CivilDate>,
    ) -> Result<Vec<ActivityRating>, StoreError> {
        let standing = self.standing()?;
        let mut found = ACTIVITY_RATING.weeks(self.conn, *dates.start(), *dates.end(), rating)?;
        found.retain(|it| {
            dates.contains(&it.date) && standing.holds(Withdrawable::ActivityRating, it.id.as_str())
        });
        found.sort_by(|a, b| (a.date, a.rated_at, &a.id).cmp(&(b.date, b.rated_at, &b.id)));
        Ok(found)
    }

    /// The rating with this id, unless it was taken back or corrected.
    ///
    /// # Errors
    /// [`StoreError::InvalidValue`] if that is no id of ours, [`StoreError::Damaged`], and whatever reading may meet.
    pub fn activity_rating(&self, id: &ActivityRatingId) -> Result<Option<ActivityRating>, StoreError> {
        let standing = self.standing()?;
        let found = ACTIVITY_RATING.one(self.conn, &values::uuid("id", id.as_str())?, rating)?;
        Ok(found.filter(|found| standing.holds(Withdrawable::ActivityRating, found.id.as_str())))
    }
}

impl Writing<'_> {
    /// Adds a revision of an activity: its name, or that it was retired. `id` is the revision's own `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_activity(&self, id: &str, made_at: Instant, activity: &Activity) -> Result<(), StoreError> {
        let name = (!activity.retired).then(|| values::text(&activity.name));
        let row = [
            values::uuid("id", id)?,
            values::uuid("activity", activity.id.as_str())?,
            activity.revision.into(),
            values::instant("made_at", made_at)?,
            values::text(if activity.retired { "retired" } else { "kept" }),
            name.unwrap_or(Value::Null),
        ];
        ACTIVITY.insert(self.conn, &row)
    }

    /// Adds a rating.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_activity_rating(&self, rating: &ActivityRating) -> Result<(), StoreError> {
        let row = [
            values::uuid("id", rating.id.as_str())?,
            values::instant("rated_at", rating.rated_at)?,
            values::text(&rating.zone),
            values::date(rating.date),
            values::uuid("activity", rating.activity.as_str())?,
            rating.rating.into(),
        ];
        ACTIVITY_RATING.insert(self.conn, &row)
    }

    /// Puts a rating in the place of another.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such rating or it was taken back or corrected before, and as
    /// [`Writing::insert_activity_rating`].
    pub fn replace_activity_rating(
        &self,
        change: Change<'_>,
        of: &ActivityRatingId,
        rating: &ActivityRating,
    ) -> Result<(), StoreError> {
        self.require_rating(of)?;
        self.insert_activity_rating(rating)?;
        self.withdraw(change, Withdrawable::ActivityRating, of.as_str(), Some(rating.id.as_str()))
    }

    /// Takes a rating back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such rating or it was taken back or corrected before,
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn withdraw_activity_rating(
        &self,
        change: Change<'_>,
        of: &ActivityRatingId,
    ) -> Result<(), StoreError> {
        self.require_rating(of)?;
        self.withdraw(change, Withdrawable::ActivityRating, of.as_str(), None)
    }

    fn require_rating(&self, id: &ActivityRatingId) -> Result<(), StoreError> {
        let not_found = || StoreError::NotFound { what: ACTIVITY_RATING.name, id: id.to_string() };
        self.activity_rating(id)?.map(drop).ok_or_else(not_found)
    }
}

fn revision(row: &Fields<'_>) -> Result<Revision, StoreError> {
    Ok(Revision {
        id: row.uuid("id")?,
        made_at: row.instant("made_at")?,
        activity: ActivityId(row.uuid("activity")?),
        number: row.number("revision")?,
        name: match row.text("kind")? {
            "kept" => Some(row.string("name")?),
            "retired" => None,
            _ => return Err(row.damaged()),
        },
    })
}

fn rating(row: &Fields<'_>) -> Result<ActivityRating, StoreError> {
    Ok(ActivityRating {
        id: ActivityRatingId(row.uuid("id")?),
        rated_at: row.instant("rated_at")?,
        zone: row.string("zone")?,
        date: row.date("date")?,
        activity: ActivityId(row.uuid("activity")?),
        rating: row.number("rating")?,
    })
}
