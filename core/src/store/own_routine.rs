//! Routines that the person made: a row for each revision, and one for deleting it.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::fields::Fields;
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::{Reading, Writing};
use crate::own::{OwnRevision, OwnRoutine, OwnRoutineId, OwnSegment};
use crate::zone::Instant;

pub(super) const OWN_ROUTINE: Table = Table {
    name: "own_routine",
    kept_by: KeptBy::Person(RowKind::Routines),
    columns: &["id", "routine", "revision", "made_at", "kind", "name", "segments"],
    understood: |row| revision(row).map(drop),
};

/// A row of the table.
struct Revision {
    id: String,
    made_at: Instant,
    of: OwnRevision,
    /// What the routine then was; `None` once deleted.
    routine: Option<OwnRoutine>,
}

impl Reading<'_> {
    /// Every routine that the person made and has not deleted, in its last revision: by when it was first made, then by
    /// id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn own_routines(&self) -> Result<Vec<OwnRoutine>, StoreError> {
        let mut routines = BTreeMap::<OwnRoutineId, (Instant, Option<OwnRoutine>)>::new();
        for revision in self.revisions()? {
            let made_at = revision.made_at;
            let (first_made, last) = routines.entry(revision.of.routine).or_insert((made_at, None));
            *first_made = made_at.min(*first_made);
            *last = revision.routine;
        }
        // By id already, and the sort keeps that order where the instant is the same.
        let mut routines: Vec<_> = routines.into_values().collect();
        routines.sort_by_key(|(first_made, _)| *first_made);
        Ok(routines.into_iter().filter_map(|(_, routine)| routine).collect())
    }

    /// A routine that the person made, in its last revision; `None` if there is none or it was deleted.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn own_routine(&self, id: &OwnRoutineId) -> Result<Option<OwnRoutine>, StoreError> {
        let last = self.revisions()?.into_iter().rfind(|revision| revision.of.routine == *id);
        Ok(last.and_then(|revision| revision.routine))
    }

    /// A routine that the person made, as it was in one revision, whatever became of it since: what a practice was
    /// compiled from.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn own_routine_at(&self, at: &OwnRevision) -> Result<Option<OwnRoutine>, StoreError> {
        let found = self.revisions()?.into_iter().rfind(|revision| revision.of == *at);
        Ok(found.and_then(|revision| revision.routine))
    }

    /// All revisions by number. The same number twice, as two phones may make it, goes by instant, then by id: the one
    /// made last counts.
    fn revisions(&self) -> Result<Vec<Revision>, StoreError> {
        let mut all = OWN_ROUTINE.all(self.conn, revision)?;
        all.sort_by(|a, b| (a.of.revision, a.made_at, &a.id).cmp(&(b.of.revision, b.made_at, &b.id)));
        Ok(all)
    }
}

impl Writing<'_> {
    /// Adds a revision of a routine that the person made. `id` is the revision's own `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] if the routine has a revision of this number or there is a row of this id,
    /// [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_own_routine(
        &self,
        id: &str,
        made_at: Instant,
        routine: &OwnRoutine,
    ) -> Result<(), StoreError> {
        let segments: Vec<_> = routine.segments.iter().map(SegmentInFile::from).collect();
        let content = [values::text("kept"), values::text(&routine.name), values::list(&segments)?];
        self.insert_revision(id, made_at, &routine.at(), content)
    }

    /// Adds the revision in which a routine is deleted. `id` is the revision's own `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such routine or it was deleted before, and as
    /// [`Writing::insert_own_routine`].
    pub fn insert_own_deletion(
        &self,
        id: &str,
        made_at: Instant,
        deletion: &OwnRevision,
    ) -> Result<(), StoreError> {
        if self.own_routine(&deletion.routine)?.is_none() {
            return Err(StoreError::NotFound { what: "own routine", id: deletion.routine.to_string() });
        }
        self.insert_revision(id, made_at, deletion, [values::text("deleted"), Value::Null, Value::Null])
    }

    fn insert_revision(
        &self,
        id: &str,
        made_at: Instant,
        of: &OwnRevision,
        [kind, name, segments]: [Value; 3],
    ) -> Result<(), StoreError> {
        if self.revisions()?.iter().any(|revision| revision.of == *of) {
            return Err(StoreError::AlreadyThere { table: OWN_ROUTINE.name });
        }
        let row = [
            values::uuid("id", id)?,
            values::uuid("routine", of.routine.as_str())?,
            of.revision.into(),
            values::instant("made_at", made_at)?,
            kind,
            name,
            segments,
        ];
        OWN_ROUTINE.insert(self.conn, &row)
    }
}

fn revision(row: &Fields<'_>) -> Result<Revision, StoreError> {
    let of = OwnRevision { routine: row.uuid("routine")?.into(), revision: row.number("revision")? };
    let routine = match row.text("kind")? {
        "kept" => Some(OwnRoutine {
            id: of.routine.clone(),
            revision: of.revision,
            name: row.string("name")?,
            segments: row.list("segments")?.into_iter().map(SegmentInFile::into).collect(),
        }),
        "deleted" => None,
        _ => return Err(row.damaged()),
    };
    Ok(Revision { id: row.uuid("id")?, made_at: row.instant("made_at")?, of, routine })
}

/// An entry as the file has it.
#[derive(Serialize, Deserialize)]
struct SegmentInFile {
    variant: String,
    minutes: u16,
}

impl From<&OwnSegment> for SegmentInFile {
    fn from(segment: &OwnSegment) -> Self {
        Self { variant: segment.variant.0.clone(), minutes: segment.minutes }
    }
}

impl From<SegmentInFile> for OwnSegment {
    fn from(segment: SegmentInFile) -> Self {
        Self { variant: segment.variant.into(), minutes: segment.minutes }
    }
}
