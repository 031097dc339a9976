//! Small notes, and taking one back: both rows stay.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::error::StoreError;
use super::fields::Fields;
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::{Reading, Writing};
use crate::own::{Note, NoteDraft, NoteId};
use crate::zone::{CivilDate, Instant};

pub(super) const NOTE: Table = Table {
    name: "note",
    kept_by: KeptBy::Person(RowKind::Notes),
    columns: &["id", "noted_at", "zone", "date", "kind", "option", "text"],
    understood: |row| note(row).map(drop),
};
pub(super) const WITHDRAWAL: Table = Table {
    name: "withdrawal",
    kept_by: KeptBy::Person(RowKind::Corrections),
    columns: &["id", "withdrawn_at", "of_table", "of_id"],
    understood: |row| withdrawal(row).map(drop),
};

impl Reading<'_> {
    /// Small notes whose practice day lies in `dates` and that were not taken back, by date, instant and id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn notes_between(&self, dates: RangeInclusive<CivilDate>) -> Result<Vec<Note>, StoreError> {
        let withdrawn = self.withdrawn_notes()?;
        let mut found = NOTE.weeks(self.conn, *dates.start(), *dates.end(), note)?;
        found.retain(|note| dates.contains(&note.date) && !withdrawn.contains(&note.id));
        found.sort_by(|a, b| (a.date, a.noted_at, &a.id).cmp(&(b.date, b.noted_at, &b.id)));
        Ok(found)
    }

    /// The small note with this id, unless it was taken back.
    ///
    /// # Errors
    /// [`StoreError::InvalidValue`] if that is no id of ours, [`StoreError::Damaged`], and whatever reading may meet.
    pub fn note(&self, id: &NoteId) -> Result<Option<Note>, StoreError> {
        let found = NOTE.one(self.conn, &values::uuid("id", id.as_str())?, note)?;
        let withdrawn = self.withdrawn_notes()?;
        Ok(found.filter(|note| !withdrawn.contains(&note.id)))
    }

    fn withdrawn_notes(&self) -> Result<BTreeSet<NoteId>, StoreError> {
        Ok(WITHDRAWAL.all(self.conn, withdrawal)?.into_iter().collect())
    }
}

impl Writing<'_> {
    /// Adds a small note.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_note(&self, note: &Note) -> Result<(), StoreError> {
        let noted = &note.noted;
        let row = [
            values::uuid("id", note.id.as_str())?,
            values::instant("noted_at", note.noted_at)?,
            values::text(&note.zone),
            values::date(note.date),
            values::text(noted.kind.as_str()),
            noted.option.as_ref().map(|option| option.0.clone()).into(),
            values::text(&noted.text),
        ];
        NOTE.insert(self.conn, &row)
    }

    /// Takes a small note back. `id` is the withdrawal's own `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such note or it was taken back before, [`StoreError::AlreadyThere`],
    /// [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn withdraw_note(&self, id: &str, withdrawn_at: Instant, note: &NoteId) -> Result<(), StoreError> {
        if self.note(note)?.is_none() {
            return Err(StoreError::NotFound { what: NOTE.name, id: note.to_string() });
        }
        let row = [
            values::uuid("id", id)?,
            values::instant("withdrawn_at", withdrawn_at)?,
            values::text(NOTE.name),
            values::uuid("of_id", note.as_str())?,
        ];
        WITHDRAWAL.insert(self.conn, &row)
    }
}

fn note(row: &Fields<'_>) -> Result<Note, StoreError> {
    Ok(Note {
        id: NoteId(row.uuid("id")?),
        noted_at: row.instant("noted_at")?,
        zone: row.string("zone")?,
        date: row.date("date")?,
        noted: NoteDraft {
            kind: row.text("kind")?.into(),
            option: row.optional("option", Fields::string)?.map(Into::into),
            text: row.string("text")?,
        },
    })
}

/// The note that was taken back: there is nothing else yet that can be.
fn withdrawal(row: &Fields<'_>) -> Result<NoteId, StoreError> {
    row.instant("withdrawn_at")?;
    match row.text("of_table")? {
        "note" => Ok(NoteId(row.uuid("of_id")?)),
        _ => Err(row.damaged()),
    }
}
