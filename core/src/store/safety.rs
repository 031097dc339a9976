//! Screenings, answers to "About you", and clearances: rows are added, the latest one counts.

use super::error::StoreError;
use super::fields::Fields;
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::{Reading, Writing};
use crate::safety::{AboutYou, Clearance, Screening};
use crate::zone::Instant;

pub(super) const SCREENING: Table = Table {
    name: "screening",
    kept_by: KeptBy::Person(RowKind::Answers),
    columns: &["id", "answered_at", "date", "version", "ticked"],
    understood: |row| screening(row).map(drop),
};
pub(super) const ABOUT_YOU: Table = Table {
    name: "about_you",
    kept_by: KeptBy::Person(RowKind::Answers),
    columns: &["id", "answered_at", "date", "version", "ticked"],
    understood: |row| about_you(row).map(drop),
};
pub(super) const CLEARANCE: Table = Table {
    name: "clearance",
    kept_by: KeptBy::Person(RowKind::Answers),
    columns: &["id", "said_at", "date"],
    understood: |row| clearance(row).map(drop),
};

impl Reading<'_> {
    /// The answers given last: by instant, then by id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn latest_screening(&self) -> Result<Option<Screening>, StoreError> {
        let all = SCREENING.all(self.conn, |row| Ok((row.uuid("id")?, screening(row)?)))?;
        Ok(latest(all, |screening| screening.answered_at))
    }

    /// The "About you" answers given last: by instant, then by id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn latest_about_you(&self) -> Result<Option<AboutYou>, StoreError> {
        let all = ABOUT_YOU.all(self.conn, |row| Ok((row.uuid("id")?, about_you(row)?)))?;
        Ok(latest(all, |about_you| about_you.answered_at))
    }

    /// The clearance said last: by instant, then by id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn latest_clearance(&self) -> Result<Option<Clearance>, StoreError> {
        let all = CLEARANCE.all(self.conn, |row| Ok((row.uuid("id")?, clearance(row)?)))?;
        Ok(latest(all, |clearance| clearance.said_at))
    }
}

impl Writing<'_> {
    /// Adds answers to the screening. `id` is a `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_screening(&self, id: &str, screening: &Screening) -> Result<(), StoreError> {
        let row = [
            values::uuid("id", id)?,
            values::instant("answered_at", screening.answered_at)?,
            values::date(screening.date),
            screening.version.into(),
            values::list(&screening.ticked)?,
        ];
        SCREENING.insert(self.conn, &row)
    }

    /// Adds answers to "About you". `id` is a `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_about_you(&self, id: &str, about_you: &AboutYou) -> Result<(), StoreError> {
        let row = [
            values::uuid("id", id)?,
            values::instant("answered_at", about_you.answered_at)?,
            values::date(about_you.date),
            about_you.version.into(),
            values::list(&about_you.ticked)?,
        ];
        ABOUT_YOU.insert(self.conn, &row)
    }

    /// Adds a clearance. `id` is a `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_clearance(&self, id: &str, clearance: &Clearance) -> Result<(), StoreError> {
        let row = [
            values::uuid("id", id)?,
            values::instant("said_at", clearance.said_at)?,
            values::date(clearance.date),
        ];
        CLEARANCE.insert(self.conn, &row)
    }
}

/// What was said last: by instant, then by id.
pub(super) fn latest<T>(all: Vec<(String, T)>, said_at: impl Fn(&T) -> Instant) -> Option<T> {
    all.into_iter()
        .max_by(|(a_id, a), (b_id, b)| (said_at(a), a_id).cmp(&(said_at(b), b_id)))
        .map(|(_, it)| it)
}

fn screening(row: &Fields<'_>) -> Result<Screening, StoreError> {
    Ok(Screening {
        answered_at: row.instant("answered_at")?,
        date: row.date("date")?,
        version: row.number("version")?,
        ticked: row.list("ticked")?,
    })
}

fn about_you(row: &Fields<'_>) -> Result<AboutYou, StoreError> {
    Ok(AboutYou {
        answered_at: row.instant("answered_at")?,
        date: row.date("date")?,
        version: row.number("version")?,
        ticked: row.list("ticked")?,
    })
}

fn clearance(row: &Fields<'_>) -> Result<Clearance, StoreError> {
    Ok(Clearance { said_at: row.instant("said_at")?, date: row.date("date")? })
}
