//! The one practice that is being done now: kept so that it can be taken up again after the app was killed.

use rusqlite::types::Value;

use super::error::StoreError;
use super::fields::Fields;
use super::practice::{PRACTICE, enrolment_value, reason};
use super::table::{KeptBy, Table};
use super::values;
use super::{Reading, Writing};
use crate::catalogue::RoutineId;
use crate::practice::{ChangeMade, Choices, PlayerPhase, PlayerState, Practice, PracticeId, PracticeReason};
use crate::zone::{CivilDate, Instant};

pub(super) const OPEN_PRACTICE: Table = Table {
    name: "open_practice",
    kept_by: KeptBy::Phone,
    columns: &[
        "slot",
        "id",
        "enrolment",
        "routine",
        "content_version",
        "choices",
        "changes",
        "started_at",
        "zone",
        "date",
        "planned_ms",
        "phase",
        "left_ms",
        "sign",
        "position_ms",
        "next_cue_ms",
        "practised_ms",
        "last_seen_ms",
    ],
    understood: |row| open_practice(row).map(drop),
};

/// The value of `slot` in the only row there can be.
const SLOT: i64 = 1;

/// A practice that has begun and not ended, with the player as it was at the last heartbeat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPracticeRow {
    /// Its id; the practice keeps it when it ends.
    pub id: PracticeId,
    /// Why it is made.
    pub reason: PracticeReason,
    /// The routine.
    pub routine: RoutineId,
    /// The catalogue's version it was compiled from.
    pub content_version: u32,
    /// How it was begun: with the routine, the version and the changes, enough to compile the same script again.
    pub choices: Choices,
    /// What the person changed on the way, in order.
    pub changes: Vec<ChangeMade>,
    /// When it began.
    pub started_at: Instant,
    /// The zone the person was in, by its IANA id.
    pub zone: String,
    /// The practice day it belongs to.
    pub date: CivilDate,
    /// Planned length in milliseconds.
    pub planned_ms: u32,
    /// The player at the last heartbeat, exactly as it was handed in.
    pub player: PlayerState,
}

impl Reading<'_> {
    /// The practice that is open, if one is.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn open_practice(&self) -> Result<Option<OpenPracticeRow>, StoreError> {
        Ok(OPEN_PRACTICE.all(self.conn, open_practice)?.pop())
    }
}

impl Writing<'_> {
    /// Opens a practice. Pain before it is a check-in of its own, written in the same transaction.
    ///
    /// # Errors
    /// [`StoreError::PracticeStillOpen`] if one is open, [`StoreError::AlreadyThere`] if this one has ended already,
    /// [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn open_practice_begin(&self, open: &OpenPracticeRow) -> Result<(), StoreError> {
        if self.open_practice()?.is_some() {
            return Err(StoreError::PracticeStillOpen);
        }
        if PRACTICE.has(self.conn, &values::uuid("id", open.id.as_str())?)? {
            return Err(StoreError::AlreadyThere { table: PRACTICE.name });
        }
        OPEN_PRACTICE.insert(self.conn, &row(open)?)
    }

    /// Adds a practice that has ended, and clears the open one if it is the same.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] if it had ended before, [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn end_practice(&self, practice: &Practice) -> Result<(), StoreError> {
        if let Some(open) = self.open_practice()?.filter(|open| open.id == practice.id) {
            OPEN_PRACTICE.remove(self.conn, SLOT, open.date)?;
        }
        self.insert_practice(practice)
    }

    /// Writes where the player is. Read, checked and written as a whole, so that damage never gets a fresh checksum.
    pub(super) fn heartbeat(&self, id: &PracticeId, player: &PlayerState) -> Result<(), StoreError> {
        let open = self.open_practice()?.filter(|open| open.id == *id);
        let Some(mut open) = open else {
            return Err(StoreError::NotFound { what: "open practice", id: id.to_string() });
        };
        OPEN_PRACTICE.remove(self.conn, SLOT, open.date)?;
        open.player = player.clone();
        OPEN_PRACTICE.insert(self.conn, &row(&open)?)
    }

    /// Keeps the open practice as it is now, after the person changed something about the rest of it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if it is not the one that is open, and whatever writing may meet.
    pub fn open_practice_changed(&self, changed: &OpenPracticeRow) -> Result<(), StoreError> {
        let open = self.open_practice()?.filter(|open| open.id == changed.id);
        let Some(open) = open else {
            return Err(StoreError::NotFound { what: "open practice", id: changed.id.to_string() });
        };
        OPEN_PRACTICE.remove(self.conn, SLOT, open.date)?;
        OPEN_PRACTICE.insert(self.conn, &row(changed)?)
    }
}

fn row(open: &OpenPracticeRow) -> Result<[Value; 18], StoreError> {
    let (phase, left_ms, sign) = phase_values(&open.player.phase);
    let last_seen_ms = open.player.last_seen_ms.map(i64::try_from).transpose().map_err(|_| {
        StoreError::InvalidValue { field: "last_seen_ms", problem: "at most 9,223,372,036,854,775,807" }
    })?;
    Ok([
        SLOT.into(),
        values::uuid("id", open.id.as_str())?,
        enrolment_value(&open.reason)?,
        values::text(open.routine.as_str()),
        open.content_version.into(),
        values::json(&open.choices)?,
        values::list(&open.changes)?,
        values::instant("started_at", open.started_at)?,
        values::text(&open.zone),
        values::date(open.date),
        open.planned_ms.into(),
        values::text(phase),
        left_ms,
        sign,
        open.player.position_ms.into(),
        open.player.next_cue_ms.into(),
        open.player.practised_ms.into(),
        last_seen_ms.into(),
    ])
}

fn open_practice(row: &Fields<'_>) -> Result<OpenPracticeRow, StoreError> {
    Ok(OpenPracticeRow {
        id: PracticeId(row.uuid("id")?),
        reason: reason(row)?,
        routine: row.text("routine")?.into(),
        content_version: row.number("content_version")?,
        choices: row.json("choices")?,
        changes: row.list("changes")?,
        started_at: row.instant("started_at")?,
        zone: row.string("zone")?,
        date: row.date("date")?,
        planned_ms: row.number("planned_ms")?,
        player: PlayerState {
            phase: phase(row)?,
            position_ms: row.number("position_ms")?,
            next_cue_ms: row.number("next_cue_ms")?,
            practised_ms: row.number("practised_ms")?,
            last_seen_ms: row.optional("last_seen_ms", Fields::number)?,
        },
    })
}

/// The columns `phase`, `left_ms` and `sign`.
fn phase_values(phase: &PlayerPhase) -> (&'static str, Value, Value) {
    match phase {
        PlayerPhase::Ready => ("ready", Value::Null, Value::Null),
        PlayerPhase::CountingIn { left_ms } => ("counting_in", (*left_ms).into(), Value::Null),
        PlayerPhase::Playing => ("playing", Value::Null, Value::Null),
        PlayerPhase::Paused => ("paused", Value::Null, Value::Null),
        PlayerPhase::Finished => ("finished", Value::Null, Value::Null),
        PlayerPhase::Stopped { sign } => {
            ("stopped", Value::Null, sign.as_ref().map(|sign| sign.0.clone()).into())
        }
    }
}

fn phase(row: &Fields<'_>) -> Result<PlayerPhase, StoreError> {
    match row.text("phase")? {
        "ready" => Ok(PlayerPhase::Ready),
        "counting_in" => Ok(PlayerPhase::CountingIn { left_ms: row.number("left_ms")? }),
        "playing" => Ok(PlayerPhase::Playing),
        "paused" => Ok(PlayerPhase::Paused),
        "finished" => Ok(PlayerPhase::Finished),
        "stopped" => Ok(PlayerPhase::Stopped { sign: row.optional("sign", Fields::string)?.map(Into::into) }),
        _ => Err(row.damaged()),
    }
}
