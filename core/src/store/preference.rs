//! What a person chose for good: how they are led, and who the figure is.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::code::Code;
use super::error::StoreError;
use super::fields::Fields;
use super::safety::latest;
use super::table::Table;
use super::values;
use super::{Reading, Writing};
use crate::zone::Instant;

pub(super) const PREFERENCE: Table = Table {
    name: "preference",
    columns: &["id", "chosen_at", "kind", "value"],
    understood: |row| preference(row).map(drop),
};

/// What a preference is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreferenceKind {
    /// The manner in which the person is led.
    Guidance,
    /// Who the figure is.
    Figure,
}

/// A row of the table.
struct Preference {
    id: String,
    chosen_at: Instant,
    kind: PreferenceKind,
    value: serde_json::Value,
}

impl Reading<'_> {
    /// What was chosen last of a kind: by instant, then by id. `None` where nothing ever was.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], also for a value that this version does not understand, and whatever reading may meet.
    pub fn preference<T: DeserializeOwned>(&self, kind: PreferenceKind) -> Result<Option<T>, StoreError> {
        let mut all = PREFERENCE.all(self.conn, preference)?;
        all.retain(|preference| preference.kind == kind);
        let with_id = all.into_iter().map(|preference| (preference.id.clone(), preference)).collect();
        let Some(last) = latest(with_id, |preference| preference.chosen_at) else { return Ok(None) };
        serde_json::from_value(last.value).map(Some).map_err(|_| StoreError::damaged(PREFERENCE.name))
    }
}

impl Writing<'_> {
    /// Keeps a choice. `id` is a `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_preference<T: Serialize>(
        &self,
        id: &str,
        chosen_at: Instant,
        kind: PreferenceKind,
        value: &T,
    ) -> Result<(), StoreError> {
        let row = [
            values::uuid("id", id)?,
            values::instant("chosen_at", chosen_at)?,
            values::text(kind.to_code()),
            values::json(value)?,
        ];
        PREFERENCE.insert(self.conn, &row)
    }
}

fn preference(row: &Fields<'_>) -> Result<Preference, StoreError> {
    Ok(Preference {
        id: row.uuid("id")?,
        chosen_at: row.instant("chosen_at")?,
        kind: row.code("kind")?,
        value: row.json("value")?,
    })
}
