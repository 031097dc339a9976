//! Practices and check-ins: what a person did, and what they noted.

use std::ops::RangeInclusive;

use rusqlite::types::Value;

use super::code::Code;
use super::error::StoreError;
use super::fields::Fields;
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::{Reading, Writing};
use crate::practice::{
    CheckIn, CheckInDraft, CheckInId, Practice, PracticeEnding, PracticeId, PracticeReason,
};
use crate::zone::CivilDate;

pub(super) const PRACTICE: Table = Table {
    name: "practice",
    kept_by: KeptBy::Person(RowKind::Practices),
    columns: &[
        "id",
        "enrolment",
        "routine",
        "content_version",
        "started_at",
        "zone",
        "date",
        "planned_ms",
        "practised_ms",
        "ending",
        "sign",
    ],
    understood: |row| practice(row).map(drop),
};
pub(super) const CHECK_IN: Table = Table {
    name: "check_in",
    kept_by: KeptBy::Person(RowKind::CheckIns),
    columns: &[
        "id",
        "noted_at",
        "zone",
        "date",
        "moment",
        "practice",
        "pain",
        "stiffness",
        "sleep",
        "energy",
        "mood",
        "sensations",
        "note",
    ],
    understood: |row| check_in(row).map(drop),
};

/// How far a check-in's date can lie before its practice's: across the date line it is one day.
const CHECK_IN_BEFORE_PRACTICE: chrono::Days = chrono::Days::new(1);

impl Reading<'_> {
    /// The practice with this id, ended or entered by hand.
    ///
    /// # Errors
    /// [`StoreError::InvalidValue`] if that is no id of ours, [`StoreError::Damaged`], and whatever reading may meet.
    pub fn practice(&self, id: &PracticeId) -> Result<Option<Practice>, StoreError> {
        PRACTICE.one(self.conn, &values::uuid("id", id.as_str())?, practice)
    }

    /// Practices whose practice day lies in `dates`, by date, start and id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn practices_between(&self, dates: RangeInclusive<CivilDate>) -> Result<Vec<Practice>, StoreError> {
        let mut found = PRACTICE.weeks(self.conn, *dates.start(), *dates.end(), practice)?;
        found.retain(|practice| dates.contains(&practice.date));
        found.sort_by(|a, b| (a.date, a.started_at, &a.id).cmp(&(b.date, b.started_at, &b.id)));
        Ok(found)
    }

    /// Whether there is any practice at all.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn has_any_practice(&self) -> Result<bool, StoreError> {
        PRACTICE.has_any(self.conn)
    }

    /// Check-ins whose practice day lies in `dates`, by date, instant and id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn check_ins_between(&self, dates: RangeInclusive<CivilDate>) -> Result<Vec<CheckIn>, StoreError> {
        let mut found = CHECK_IN.weeks(self.conn, *dates.start(), *dates.end(), check_in)?;
        found.retain(|check_in| dates.contains(&check_in.date));
        found.sort_by(|a, b| (a.date, a.noted_at, &a.id).cmp(&(b.date, b.noted_at, &b.id)));
        Ok(found)
    }

    /// Check-ins that belong to a practice, open or ended, by date, instant and id.
    ///
    /// Read from the practice's week onwards rather than through an index on the practice, so that the ledger vouches
    /// for every one of them.
    ///
    /// # Errors
    /// [`StoreError::InvalidValue`] if that is no id of ours, [`StoreError::Damaged`], and whatever reading may meet.
    pub fn check_ins_of(&self, id: &PracticeId) -> Result<Vec<CheckIn>, StoreError> {
        let date = match self.open_practice()?.filter(|open| open.id == *id) {
            Some(open) => Some(open.date),
            None => self.practice(id)?.map(|practice| practice.date),
        };
        let from = date.and_then(|date| date.checked_sub_days(CHECK_IN_BEFORE_PRACTICE));
        let mut found = self.check_ins_between(from.unwrap_or(CivilDate::MIN)..=CivilDate::MAX)?;
        found.retain(|check_in| check_in.noted.practice.as_ref() == Some(id));
        Ok(found)
    }
}

impl Writing<'_> {
    /// Adds a practice that was entered by hand. For one that was led by the player, [`Writing::end_practice`].
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_practice(&self, practice: &Practice) -> Result<(), StoreError> {
        let (ending, sign) = ending_values(&practice.ending);
        let row = [
            values::uuid("id", practice.id.as_str())?,
            enrolment_value(&practice.reason)?,
            practice.routine.as_ref().map(|routine| routine.0.clone()).into(),
            practice.content_version.into(),
            values::instant("started_at", practice.started_at)?,
            values::text(&practice.zone),
            values::date(practice.date),
            practice.planned_ms.into(),
            practice.practised_ms.into(),
            values::text(ending),
            sign,
        ];
        PRACTICE.insert(self.conn, &row)
    }

    /// Adds a check-in.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_check_in(&self, check_in: &CheckIn) -> Result<(), StoreError> {
        let noted = &check_in.noted;
        let practice = noted.practice.as_ref().map(|id| values::uuid("practice", id.as_str())).transpose()?;
        let row = [
            values::uuid("id", check_in.id.as_str())?,
            values::instant("noted_at", check_in.noted_at)?,
            values::text(&check_in.zone),
            values::date(check_in.date),
            values::text(noted.moment.to_code()),
            practice.into(),
            noted.pain.into(),
            noted.stiffness.into(),
            noted.sleep.into(),
            noted.energy.into(),
            noted.mood.into(),
            values::list(&noted.sensations)?,
            values::text(&noted.note),
        ];
        CHECK_IN.insert(self.conn, &row)
    }
}

fn practice(row: &Fields<'_>) -> Result<Practice, StoreError> {
    Ok(Practice {
        id: PracticeId(row.uuid("id")?),
        reason: reason(row)?,
        routine: row.optional("routine", Fields::string)?.map(Into::into),
        content_version: row.number("content_version")?,
        started_at: row.instant("started_at")?,
        zone: row.string("zone")?,
        date: row.date("date")?,
        planned_ms: row.number("planned_ms")?,
        practised_ms: row.number("practised_ms")?,
        ending: ending(row)?,
    })
}

fn check_in(row: &Fields<'_>) -> Result<CheckIn, StoreError> {
    Ok(CheckIn {
        id: CheckInId(row.uuid("id")?),
        noted_at: row.instant("noted_at")?,
        zone: row.string("zone")?,
        date: row.date("date")?,
        noted: CheckInDraft {
            moment: row.code("moment")?,
            practice: row.optional("practice", Fields::uuid)?.map(PracticeId),
            pain: row.optional("pain", Fields::number)?,
            stiffness: row.optional("stiffness", Fields::number)?,
            sleep: row.optional("sleep", Fields::number)?,
            energy: row.optional("energy", Fields::number)?,
            mood: row.optional("mood", Fields::number)?,
            sensations: row.list("sensations")?,
            note: row.string("note")?,
        },
    })
}

/// The `enrolment` column: null where the practice is for no plan.
pub(super) fn enrolment_value(reason: &PracticeReason) -> Result<Value, StoreError> {
    match reason {
        PracticeReason::Plan { enrolment } => values::uuid("enrolment", enrolment.as_str()),
        PracticeReason::Free => Ok(Value::Null),
    }
}

pub(super) fn reason(row: &Fields<'_>) -> Result<PracticeReason, StoreError> {
    let enrolment = row.optional("enrolment", Fields::uuid)?;
    Ok(PracticeReason::of(enrolment.map(Into::into)))
}

fn ending_values(ending: &PracticeEnding) -> (&'static str, Value) {
    match ending {
        PracticeEnding::Finished => ("finished", Value::Null),
        PracticeEnding::EndedEarly => ("ended_early", Value::Null),
        PracticeEnding::StoppedForSign { sign } => ("stopped_for_sign", values::text(sign.as_str())),
        PracticeEnding::EnteredByHand => ("entered_by_hand", Value::Null),
    }
}

fn ending(row: &Fields<'_>) -> Result<PracticeEnding, StoreError> {
    match row.text("ending")? {
        "finished" => Ok(PracticeEnding::Finished),
        "ended_early" => Ok(PracticeEnding::EndedEarly),
        "stopped_for_sign" => Ok(PracticeEnding::StoppedForSign { sign: row.text("sign")?.into() }),
        "entered_by_hand" => Ok(PracticeEnding::EnteredByHand),
        _ => Err(row.damaged()),
    }
}
