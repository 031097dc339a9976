//! Enrolments and their changes: both only ever grow.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

use super::code::Code;
use super::error::StoreError;
use super::fields::Fields;
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::{Reading, Writing};
use crate::plan::{
    Change, Enrolment, EnrolmentChange, EnrolmentDraft, EnrolmentId, SessionTime, TimePolicy, WeeklySlot,
};
use crate::zone::{Instant, WallTime, Weekday};

pub(super) const ENROLMENT: Table = Table {
    name: "enrolment",
    kept_by: KeptBy::Person(RowKind::Plans),
    columns: &[
        "id",
        "enrolled_at",
        "plan",
        "starts_on",
        "slots",
        "pinned_zone",
        "posture",
        "length",
        "weeks",
        "routine",
    ],
    understood: |row| enrolment(row).map(drop),
};
pub(super) const ENROLMENT_CHANGE: Table = Table {
    name: "enrolment_change",
    kept_by: KeptBy::Person(RowKind::Plans),
    columns: &[
        "id",
        "enrolment",
        "recorded_at",
        "effective_from",
        "kind",
        "slots",
        "pinned_zone",
        "posture",
        "length",
        "through",
        "week",
        "from_day",
        "from_time",
        "to_day",
        "to_time",
        "advance",
    ],
    understood: |row| change(row).map(drop),
};

impl Reading<'_> {
    /// Every enrolment with its changes: enrolments by when they were made, changes by when they were recorded, both
    /// by id where the instant is the same.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn enrolments(&self) -> Result<Vec<Enrolment>, StoreError> {
        let mut changes = BTreeMap::<String, Vec<(String, EnrolmentChange)>>::new();
        for (enrolment, id, change) in ENROLMENT_CHANGE.all(self.conn, change)? {
            changes.entry(enrolment).or_default().push((id, change));
        }
        let mut enrolments = ENROLMENT.all(self.conn, enrolment)?;
        enrolments.sort_by(|a, b| (a.enrolled_at, &a.id).cmp(&(b.enrolled_at, &b.id)));
        for enrolment in &mut enrolments {
            let mut own = changes.remove(enrolment.id.as_str()).unwrap_or_default();
            own.sort_by(|(a_id, a), (b_id, b)| (a.recorded_at, a_id).cmp(&(b.recorded_at, b_id)));
            enrolment.changes = own.into_iter().map(|(_, change)| change).collect();
        }
        if changes.is_empty() { Ok(enrolments) } else { Err(StoreError::damaged(ENROLMENT.name)) }
    }
}

impl Writing<'_> {
    /// Adds an enrolment as it began.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_enrolment(
        &self,
        id: &EnrolmentId,
        enrolled_at: Instant,
        start: &EnrolmentDraft,
    ) -> Result<(), StoreError> {
        let row = [
            values::uuid("id", id.as_str())?,
            values::instant("enrolled_at", enrolled_at)?,
            values::text(start.plan.as_str()),
            values::date(start.starts_on),
            slots_value(&start.slots)?,
            pinned_zone(&start.time_policy),
            values::text(start.posture.to_code()),
            values::text(start.length.to_code()),
            start.weeks.into(),
            start.routine.as_ref().map(|routine| routine.0.clone()).into(),
        ];
        ENROLMENT.insert(self.conn, &row)
    }

    /// Adds a change to an enrolment. `id` is the change's own `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such enrolment, [`StoreError::AlreadyThere`],
    /// [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_change(
        &self,
        id: &str,
        enrolment: &EnrolmentId,
        change: &EnrolmentChange,
    ) -> Result<(), StoreError> {
        let enrolment_value = values::uuid("enrolment", enrolment.as_str())?;
        if ENROLMENT.one(self.conn, &enrolment_value, |_| Ok(()))?.is_none() {
            return Err(StoreError::NotFound { what: "enrolment", id: enrolment.to_string() });
        }
        let mut row = vec![
            values::uuid("id", id)?,
            enrolment_value,
            values::instant("recorded_at", change.recorded_at)?,
            values::date(change.effective_from),
            values::text(kind(&change.change)),
        ];
        row.extend(change_values(&change.change)?);
        ENROLMENT_CHANGE.insert(self.conn, &row)
    }
}

/// The columns after `kind`, in their order: null in those that the kind does not need.
fn change_values(change: &Change) -> Result<[Value; 11], StoreError> {
    let mut row = [const { Value::Null }; 11];
    let [slots, zone, posture, length, through, week, from_day, from_time, to_day, to_time, advance] =
        &mut row;
    match change {
        Change::Slots { slots: to, time_policy } => {
            *slots = slots_value(to)?;
            *zone = pinned_zone(time_policy);
        }
        Change::Posture { posture: to } => *posture = values::text(to.to_code()),
        Change::Length { length: to } => *length = values::text(to.to_code()),
        Change::Pause { through: last } => *through = values::date(*last),
        Change::GoTo { week: to } => *week = (*to).into(),
        Change::Move { from, to } => {
            (*from_day, *from_time) = session_time(*from)?;
            (*to_day, *to_time) = session_time(*to)?;
        }
        Change::Advance { by } => *advance = values::text(by.to_code()),
        Change::Hold | Change::Resume | Change::Leave => {}
    }
    Ok(row)
}

fn enrolment(row: &Fields<'_>) -> Result<Enrolment, StoreError> {
    Ok(Enrolment {
        id: EnrolmentId(row.uuid("id")?),
        enrolled_at: row.instant("enrolled_at")?,
        start: EnrolmentDraft {
            plan: row.text("plan")?.into(),
            starts_on: row.date("starts_on")?,
            slots: slots(row)?,
            time_policy: time_policy(row)?,
            posture: row.code("posture")?,
            length: row.code("length")?,
            weeks: row.optional("weeks", Fields::number)?,
            routine: row.optional("routine", Fields::string)?.map(Into::into),
        },
        changes: Vec::new(),
    })
}

/// A change with its enrolment's id and its own.
fn change(row: &Fields<'_>) -> Result<(String, String, EnrolmentChange), StoreError> {
    let change = match row.text("kind")? {
        "slots" => Change::Slots { slots: slots(row)?, time_policy: time_policy(row)? },
        "posture" => Change::Posture { posture: row.code("posture")? },
        "length" => Change::Length { length: row.code("length")? },
        "hold" => Change::Hold,
        "go_to" => Change::GoTo { week: row.number("week")? },
        "move" => Change::Move {
            from: SessionTime { date: row.date("from_day")?, time: wall_time(row, "from_time")? },
            to: SessionTime { date: row.date("to_day")?, time: wall_time(row, "to_time")? },
        },
        "advance" => Change::Advance { by: row.code("advance")? },
        "pause" => Change::Pause { through: row.date("through")? },
        "resume" => Change::Resume,
        "leave" => Change::Leave,
        _ => return Err(row.damaged()),
    };
    let change = EnrolmentChange {
        effective_from: row.date("effective_from")?,
        recorded_at: row.instant("recorded_at")?,
        change,
    };
    Ok((row.uuid("enrolment")?, row.uuid("id")?, change))
}

fn kind(change: &Change) -> &'static str {
    match change {
        Change::Slots { .. } => "slots",
        Change::Posture { .. } => "posture",
        Change::Length { .. } => "length",
        Change::Hold => "hold",
        Change::GoTo { .. } => "go_to",
        Change::Move { .. } => "move",
        Change::Advance { .. } => "advance",
        Change::Pause { .. } => "pause",
        Change::Resume => "resume",
        Change::Leave => "leave",
    }
}

/// A weekly slot as the file has it.
#[derive(Serialize, Deserialize)]
struct SlotInFile {
    weekday: String,
    /// Seconds since midnight.
    time: u32,
}

fn slots_value(slots: &[WeeklySlot]) -> Result<Value, StoreError> {
    let slots = slots.iter().map(slot_in_file).collect::<Result<Vec<_>, _>>()?;
    values::list(&slots)
}

fn slot_in_file(slot: &WeeklySlot) -> Result<SlotInFile, StoreError> {
    Ok(SlotInFile { weekday: slot.weekday.to_code().to_owned(), time: whole_seconds("slots", slot.time)? })
}

fn session_time(at: SessionTime) -> Result<(Value, Value), StoreError> {
    Ok((values::date(at.date), whole_seconds("time", at.time)?.into()))
}

fn wall_time(row: &Fields<'_>, column: &str) -> Result<WallTime, StoreError> {
    let seconds = row.number(column)?;
    WallTime::from_num_seconds_from_midnight_opt(seconds, 0).ok_or_else(|| row.damaged())
}

/// Seconds since midnight.
fn whole_seconds(field: &'static str, time: WallTime) -> Result<u32, StoreError> {
    use chrono::Timelike;
    if time.nanosecond() != 0 {
        return Err(StoreError::InvalidValue { field, problem: "a wall time is whole seconds" });
    }
    Ok(time.num_seconds_from_midnight())
}

fn slots(row: &Fields<'_>) -> Result<Vec<WeeklySlot>, StoreError> {
    let slot = |slot: SlotInFile| {
        let weekday = Weekday::from_code(&slot.weekday)?;
        let time = WallTime::from_num_seconds_from_midnight_opt(slot.time, 0)?;
        Some(WeeklySlot { weekday, time })
    };
    row.list("slots")?.into_iter().map(slot).collect::<Option<_>>().ok_or_else(|| row.damaged())
}

fn pinned_zone(policy: &TimePolicy) -> Value {
    match policy {
        TimePolicy::Floating => Value::Null,
        TimePolicy::Pinned { zone } => values::text(zone),
    }
}

fn time_policy(row: &Fields<'_>) -> Result<TimePolicy, StoreError> {
    let zone = row.optional("pinned_zone", Fields::string)?;
    Ok(zone.map_or(TimePolicy::Floating, |zone| TimePolicy::Pinned { zone }))
}
