//! Small notes, and taking one back: both rows stay.

use std::ops::RangeInclusive;

use super::error::StoreError;
use super::fields::Fields;
use super::standing::Withdrawable;
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::withdrawal::Change;
use super::{Reading, Writing};
use crate::own::{Note, NoteDraft, NoteId};
use crate::zone::CivilDate;

pub(super) const NOTE: Table = Table {
    name: "note",
    kept_by: KeptBy::Person(RowKind::Notes),
    columns: &["id", "noted_at", "zone", "date", "kind", "option", "text"],
    understood: |row| note(row).map(drop),
};

impl Reading<'_> {
    /// Small notes whose practice day lies in `dates` and that were not taken back, by date, instant and id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn notes_between(&self, dates: RangeInclusive<CivilDate>) -> Result<Vec<Note>, StoreError> {
        let standing = self.standing()?;
        let mut found = NOTE.weeks(self.conn, *dates.start(), *dates.end(), note)?;
        found.retain(|note| {
            dates.contains(&note.date) && standing.holds(Withdrawable::Note, note.id.as_str())
        });
        found.sort_by(|a, b| (a.date, a.noted_at, &a.id).cmp(&(b.date, b.noted_at, &b.id)));
        Ok(found)
    }

    /// The small note with this id, unless it was taken back.
    ///
    /// # Errors
    /// [`StoreError::InvalidValue`] if that is no id of ours, [`StoreError::Damaged`], and whatever reading may meet.
    pub fn note(&self, id: &NoteId) -> Result<Option<Note>, StoreError> {
        let found = NOTE.one(self.conn, &values::uuid("id", id.as_str())?, note)?;
        let standing = self.standing()?;
        Ok(found.filter(|note| standing.holds(Withdrawable::Note, note.id.as_str())))
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

    /// Puts a small note in the place of another.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such note or it was taken back or corrected before, and as
    /// [`Writing::insert_note`].
    pub fn replace_note(&self, change: Change<'_>, of: &NoteId, note: &Note) -> Result<(), StoreError> {
        self.require_note(of)?;
        self.insert_note(note)?;
        self.withdraw(change, Withdrawable::Note, of.as_str(), Some(note.id.as_str()))
    }

    /// Takes a small note back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such note or it was taken back before, [`StoreError::AlreadyThere`],
    /// [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn withdraw_note(&self, change: Change<'_>, note: &NoteId) -> Result<(), StoreError> {
        self.require_note(note)?;
        self.withdraw(change, Withdrawable::Note, note.as_str(), None)
    }

    fn require_note(&self, id: &NoteId) -> Result<(), StoreError> {
        let not_found = || StoreError::NotFound { what: NOTE.name, id: id.to_string() };
        self.note(id)?.map(drop).ok_or_else(not_found)
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
