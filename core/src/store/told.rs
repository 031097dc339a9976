//! Milestones that the person was told of.

use super::error::StoreError;
use super::fields::Fields;
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::{Reading, Writing};
use crate::progress::Told;

pub(super) const TOLD: Table = Table {
    name: "told",
    kept_by: KeptBy::Person(RowKind::Settings),
    columns: &["id", "told_at", "date", "milestone"],
    understood: |row| told(row).map(drop),
};

impl Reading<'_> {
    /// Every milestone that the person was told of, by instant and id. Two phones may each have told the same one.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn told(&self) -> Result<Vec<Told>, StoreError> {
        let mut found = TOLD.all(self.conn, |row| Ok((row.uuid("id")?, told(row)?)))?;
        found.sort_by(|(a_id, a), (b_id, b)| (a.told_at, a_id).cmp(&(b.told_at, b_id)));
        Ok(found.into_iter().map(|(_, told)| told).collect())
    }
}

impl Writing<'_> {
    /// Adds that the person was told of a milestone. `id` is a `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_told(&self, id: &str, told: &Told) -> Result<(), StoreError> {
        let row = [
            values::uuid("id", id)?,
            values::instant("told_at", told.told_at)?,
            values::date(told.date),
            values::text(told.milestone.as_str()),
        ];
        TOLD.insert(self.conn, &row)
    }
}

fn told(row: &Fields<'_>) -> Result<Told, StoreError> {
    Ok(Told {
        told_at: row.instant("told_at")?,
        date: row.date("date")?,
        milestone: row.text("milestone")?.into(),
    })
}
