//! What a person said to what was offered, and the day after a practice.

use super::error::StoreError;
use super::fields::Fields;
use super::standing::Withdrawable;
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::{Reading, Writing};
use crate::offer::{DayAfter, OfferAnswer};
use crate::plan::EnrolmentId;
use crate::practice::PracticeId;

pub(super) const OFFER_ANSWER: Table = Table {
    name: "offer_answer",
    kept_by: KeptBy::Person(RowKind::Plans),
    columns: &["id", "answered_at", "date", "rule", "enrolment", "answer"],
    understood: |row| offer_answer(row).map(drop),
};
pub(super) const DAY_AFTER: Table = Table {
    name: "day_after",
    kept_by: KeptBy::Person(RowKind::CheckIns),
    columns: &["id", "answered_at", "date", "practice", "worse"],
    understood: |row| day_after(row).map(drop),
};

impl Reading<'_> {
    /// Every answer to an offer, by instant and id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn offer_answers(&self) -> Result<Vec<OfferAnswer>, StoreError> {
        let mut found = OFFER_ANSWER.all(self.conn, |row| Ok((row.uuid("id")?, offer_answer(row)?)))?;
        found.sort_by(|(a_id, a), (b_id, b)| (a.answered_at, a_id).cmp(&(b.answered_at, b_id)));
        Ok(found.into_iter().map(|(_, answer)| answer).collect())
    }

    /// Every answer given the day after a practice, by instant and id. One about a practice that was corrected since is
    /// about the practice as it is now; of one that was taken back it stays, and names what is there no more.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn days_after(&self) -> Result<Vec<DayAfter>, StoreError> {
        let mut found = DAY_AFTER.all(self.conn, |row| Ok((row.uuid("id")?, day_after(row)?)))?;
        found.sort_by(|(a_id, a), (b_id, b)| (a.answered_at, a_id).cmp(&(b.answered_at, b_id)));
        let standing = self.standing()?;
        let as_it_stands = |mut answer: DayAfter| {
            let now = standing.now(Withdrawable::Practice, answer.practice.as_str()).map(PracticeId::from);
            answer.practice = now.unwrap_or(answer.practice);
            answer
        };
        Ok(found.into_iter().map(|(_, answer)| as_it_stands(answer)).collect())
    }
}

impl Writing<'_> {
    /// Adds an answer to an offer. `id` is a `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_offer_answer(&self, id: &str, answer: &OfferAnswer) -> Result<(), StoreError> {
        let enrolment =
            answer.enrolment.as_ref().map(|id| values::uuid("enrolment", id.as_str())).transpose()?;
        let row = [
            values::uuid("id", id)?,
            values::instant("answered_at", answer.answered_at)?,
            values::date(answer.date),
            values::text(answer.rule.as_str()),
            enrolment.into(),
            values::text(if answer.accepted { "accepted" } else { "declined" }),
        ];
        OFFER_ANSWER.insert(self.conn, &row)
    }

    /// Adds what was said the day after a practice. `id` is a `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_day_after(&self, id: &str, answer: &DayAfter) -> Result<(), StoreError> {
        let row = [
            values::uuid("id", id)?,
            values::instant("answered_at", answer.answered_at)?,
            values::date(answer.date),
            values::uuid("practice", answer.practice.as_str())?,
            i64::from(answer.worse).into(),
        ];
        DAY_AFTER.insert(self.conn, &row)
    }
}

fn offer_answer(row: &Fields<'_>) -> Result<OfferAnswer, StoreError> {
    Ok(OfferAnswer {
        answered_at: row.instant("answered_at")?,
        date: row.date("date")?,
        rule: row.text("rule")?.into(),
        enrolment: row.optional("enrolment", Fields::uuid)?.map(EnrolmentId),
        accepted: match row.text("answer")? {
            "accepted" => true,
            "declined" => false,
            _ => return Err(row.damaged()),
        },
    })
}

fn day_after(row: &Fields<'_>) -> Result<DayAfter, StoreError> {
    Ok(DayAfter {
        answered_at: row.instant("answered_at")?,
        date: row.date("date")?,
        practice: PracticeId(row.uuid("practice")?),
        worse: match row.int("worse")? {
            0 => false,
            1 => true,
            _ => return Err(row.damaged()),
        },
    })
}
