//! What a person says of their body outside of practice: answers to the body check, and stop signs.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::fields::Fields;
use super::safety::latest;
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::{Reading, Writing};
use crate::own::{BodyAnswer, BodyCheck, NotedSign};
use crate::zone::CivilDate;

pub(super) const BODY_CHECK: Table = Table {
    name: "body_check",
    kept_by: KeptBy::Person(RowKind::Answers),
    columns: &["id", "answered_at", "date", "content_version", "answers"],
    understood: |row| body_check(row).map(drop),
};
pub(super) const NOTED_SIGN: Table = Table {
    name: "noted_sign",
    kept_by: KeptBy::Person(RowKind::Notes),
    columns: &["id", "noted_at", "zone", "date", "sign"],
    understood: |row| noted_sign(row).map(drop),
};

impl Reading<'_> {
    /// The answers to the body check given last: by instant, then by id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn latest_body_check(&self) -> Result<Option<BodyCheck>, StoreError> {
        let all = BODY_CHECK.all(self.conn, |row| Ok((row.uuid("id")?, body_check(row)?)))?;
        Ok(latest(all, |body_check| body_check.answered_at))
    }

    /// Stop signs noted while no practice was open, whose practice day lies in `dates`: by date, instant and id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn noted_signs_between(
        &self,
        dates: RangeInclusive<CivilDate>,
    ) -> Result<Vec<NotedSign>, StoreError> {
        let with_id = |row: &Fields<'_>| Ok((row.uuid("id")?, noted_sign(row)?));
        let mut found = NOTED_SIGN.weeks(self.conn, *dates.start(), *dates.end(), with_id)?;
        found.retain(|(_, sign)| dates.contains(&sign.date));
        found.sort_by(|(a_id, a), (b_id, b)| (a.date, a.noted_at, a_id).cmp(&(b.date, b.noted_at, b_id)));
        Ok(found.into_iter().map(|(_, sign)| sign).collect())
    }
}

impl Writing<'_> {
    /// Adds answers to the body check. `id` is a `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_body_check(&self, id: &str, body_check: &BodyCheck) -> Result<(), StoreError> {
        let answers: Vec<_> = body_check.answers.iter().map(AnswerInFile::from).collect();
        let row = [
            values::uuid("id", id)?,
            values::instant("answered_at", body_check.answered_at)?,
            values::date(body_check.date),
            body_check.content_version.into(),
            values::list(&answers)?,
        ];
        BODY_CHECK.insert(self.conn, &row)
    }

    /// Adds a stop sign that was noted while no practice was open. `id` is a `UUIDv7`. For one that ends a practice,
    /// [`Writing::end_practice`].
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_noted_sign(&self, id: &str, noted: &NotedSign) -> Result<(), StoreError> {
        let row = [
            values::uuid("id", id)?,
            values::instant("noted_at", noted.noted_at)?,
            values::text(&noted.zone),
            values::date(noted.date),
            values::text(noted.sign.as_str()),
        ];
        NOTED_SIGN.insert(self.conn, &row)
    }
}

fn body_check(row: &Fields<'_>) -> Result<BodyCheck, StoreError> {
    Ok(BodyCheck {
        answered_at: row.instant("answered_at")?,
        date: row.date("date")?,
        content_version: row.number("content_version")?,
        answers: row.list("answers")?.into_iter().map(AnswerInFile::into).collect(),
    })
}

fn noted_sign(row: &Fields<'_>) -> Result<NotedSign, StoreError> {
    Ok(NotedSign {
        noted_at: row.instant("noted_at")?,
        zone: row.string("zone")?,
        date: row.date("date")?,
        sign: row.text("sign")?.into(),
    })
}

/// What was answered to one question, as the file has it.
#[derive(Serialize, Deserialize)]
struct AnswerInFile {
    question: String,
    chosen: Vec<String>,
}

impl From<&BodyAnswer> for AnswerInFile {
    fn from(answer: &BodyAnswer) -> Self {
        let chosen = answer.chosen.iter().map(|option| option.0.clone()).collect();
        Self { question: answer.question.0.clone(), chosen }
    }
}

impl From<AnswerInFile> for BodyAnswer {
    fn from(answer: AnswerInFile) -> Self {
        let chosen = answer.chosen.into_iter().map(Into::into).collect();
        Self { question: answer.question.into(), chosen }
    }
}
