//! Practices: what a person did.

use std::ops::RangeInclusive;

use rusqlite::types::Value;

use super::error::StoreError;
use super::fields::Fields;
use super::standing::Withdrawable;
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::withdrawal::Change;
use super::{Reading, Writing};
use crate::practice::{Practice, PracticeEnding, PracticeId, PracticeReason};
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

impl Reading<'_> {
    /// The practice with this id, ended or entered by hand, unless it was taken back or corrected.
    ///
    /// # Errors
    /// [`StoreError::InvalidValue`] if that is no id of ours, [`StoreError::Damaged`], and whatever reading may meet.
    pub fn practice(&self, id: &PracticeId) -> Result<Option<Practice>, StoreError> {
        let standing = self.standing()?;
        let found = PRACTICE.one(self.conn, &values::uuid("id", id.as_str())?, practice)?;
        Ok(found.filter(|found| standing.holds(Withdrawable::Practice, found.id.as_str())))
    }

    /// Practices that stand and whose practice day lies in `dates`, by date, start and id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn practices_between(&self, dates: RangeInclusive<CivilDate>) -> Result<Vec<Practice>, StoreError> {
        let standing = self.standing()?;
        let mut found = self.practices_ever_between(dates)?;
        found.retain(|practice| standing.holds(Withdrawable::Practice, practice.id.as_str()));
        Ok(found)
    }

    /// Practices whose practice day lies in `dates`, those that were taken back or corrected among them, by date, start
    /// and id. A sign of the body that ended one was felt, whatever became of the practice in the diary.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn practices_ever_between(
        &self,
        dates: RangeInclusive<CivilDate>,
    ) -> Result<Vec<Practice>, StoreError> {
        let mut found = PRACTICE.weeks(self.conn, *dates.start(), *dates.end(), practice)?;
        found.retain(|practice| dates.contains(&practice.date));
        found.sort_by(|a, b| (a.date, a.started_at, &a.id).cmp(&(b.date, b.started_at, &b.id)));
        Ok(found)
    }

    /// Whether any practice stands.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn has_any_practice(&self) -> Result<bool, StoreError> {
        if self.standing()?.touches(Withdrawable::Practice) {
            return Ok(!self.practices_between(CivilDate::MIN..=CivilDate::MAX)?.is_empty());
        }
        PRACTICE.has_any(self.conn)
    }

    /// The first day that any version of a practice was entered under; `None` if there is none.
    pub(super) fn first_date_of(&self, id: &PracticeId) -> Result<Option<CivilDate>, StoreError> {
        let mut first = None;
        for version in self.standing()?.versions(Withdrawable::Practice, id.as_str()) {
            let found = PRACTICE.one(self.conn, &values::uuid("id", &version)?, practice)?;
            first = first.into_iter().chain(found.map(|found| found.date)).min();
        }
        Ok(first)
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

    /// Puts a practice in the place of another. What was noted about it is about the new one from then on.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such practice or it was taken back or corrected before, and as
    /// [`Writing::insert_practice`].
    pub fn replace_practice(
        &self,
        change: Change<'_>,
        of: &PracticeId,
        practice: &Practice,
    ) -> Result<(), StoreError> {
        self.require_practice(of)?;
        self.insert_practice(practice)?;
        self.withdraw(change, Withdrawable::Practice, of.as_str(), Some(practice.id.as_str()))
    }

    /// Takes a practice back. What was noted about it stays, on its own.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such practice or it was taken back or corrected before,
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn withdraw_practice(&self, change: Change<'_>, of: &PracticeId) -> Result<(), StoreError> {
        self.require_practice(of)?;
        self.withdraw(change, Withdrawable::Practice, of.as_str(), None)
    }

    fn require_practice(&self, id: &PracticeId) -> Result<(), StoreError> {
        let not_found = || StoreError::NotFound { what: PRACTICE.name, id: id.to_string() };
        self.practice(id)?.map(drop).ok_or_else(not_found)
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
