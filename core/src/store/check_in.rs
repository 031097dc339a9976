//! Check-ins: what a person noted about how it was.

use std::ops::RangeInclusive;

use super::code::Code;
use super::error::StoreError;
use super::fields::Fields;
use super::standing::{Standing, Withdrawable};
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::withdrawal::Change;
use super::{Reading, Writing};
use crate::practice::{CheckIn, CheckInDraft, CheckInId, CheckInMoment, PracticeId};
use crate::zone::CivilDate;

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
        "stress",
        "areas",
        "sensations",
        "note",
    ],
    understood: |row| check_in(row).map(drop),
};

/// How far a check-in's date can lie before its practice's: across the date line it is one day.
const CHECK_IN_BEFORE_PRACTICE: chrono::Days = chrono::Days::new(1);

impl Reading<'_> {
    /// Check-ins that stand and whose practice day lies in `dates`, by date, instant and id.
    ///
    /// A check-in about a practice that was corrected since is about the practice as it is now. One about a practice that
    /// was taken back stands on its own, made before or after nothing: what was noted is true even so.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn check_ins_between(&self, dates: RangeInclusive<CivilDate>) -> Result<Vec<CheckIn>, StoreError> {
        let standing = self.standing()?;
        let found = CHECK_IN.weeks(self.conn, *dates.start(), *dates.end(), check_in)?;
        let found = found.into_iter().filter(|it| dates.contains(&it.date));
        let mut found: Vec<CheckIn> = found.filter_map(|it| as_it_stands(it, &standing)).collect();
        found.sort_by(|a, b| (a.date, a.noted_at, &a.id).cmp(&(b.date, b.noted_at, &b.id)));
        Ok(found)
    }

    /// The check-in with this id, unless it was taken back or corrected.
    ///
    /// # Errors
    /// [`StoreError::InvalidValue`] if that is no id of ours, [`StoreError::Damaged`], and whatever reading may meet.
    pub fn check_in(&self, id: &CheckInId) -> Result<Option<CheckIn>, StoreError> {
        let standing = self.standing()?;
        let found = CHECK_IN.one(self.conn, &values::uuid("id", id.as_str())?, check_in)?;
        Ok(found.and_then(|found| as_it_stands(found, &standing)))
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
            None => self.first_date_of(id)?,
        };
        let from = date.and_then(|date| date.checked_sub_days(CHECK_IN_BEFORE_PRACTICE));
        let mut found = self.check_ins_between(from.unwrap_or(CivilDate::MIN)..=CivilDate::MAX)?;
        found.retain(|check_in| check_in.noted.practice.as_ref() == Some(id));
        Ok(found)
    }
}

impl Writing<'_> {
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
            noted.stress.into(),
            values::list(&noted.areas)?,
            values::list(&noted.sensations)?,
            values::text(&noted.note),
        ];
        CHECK_IN.insert(self.conn, &row)
    }

    /// Puts a check-in in the place of another.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such check-in or it was taken back or corrected before, and as
    /// [`Writing::insert_check_in`].
    pub fn replace_check_in(
        &self,
        change: Change<'_>,
        of: &CheckInId,
        check_in: &CheckIn,
    ) -> Result<(), StoreError> {
        self.require_check_in(of)?;
        self.insert_check_in(check_in)?;
        self.withdraw(change, Withdrawable::CheckIn, of.as_str(), Some(check_in.id.as_str()))
    }

    /// Takes a check-in back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such check-in or it was taken back or corrected before,
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn withdraw_check_in(&self, change: Change<'_>, of: &CheckInId) -> Result<(), StoreError> {
        self.require_check_in(of)?;
        self.withdraw(change, Withdrawable::CheckIn, of.as_str(), None)
    }

    fn require_check_in(&self, id: &CheckInId) -> Result<(), StoreError> {
        let not_found = || StoreError::NotFound { what: CHECK_IN.name, id: id.to_string() };
        self.check_in(id)?.map(drop).ok_or_else(not_found)
    }
}

/// A check-in that stands, about the practice as it stands.
fn as_it_stands(mut check_in: CheckIn, standing: &Standing) -> Option<CheckIn> {
    if !standing.holds(Withdrawable::CheckIn, check_in.id.as_str()) {
        return None;
    }
    if let Some(id) = check_in.noted.practice.take() {
        let now = standing.now(Withdrawable::Practice, id.as_str());
        check_in.noted.practice = now.map(PracticeId::from);
        if now.is_none() {
            // There is nothing left that it was made before or after.
            check_in.noted.moment = CheckInMoment::Anytime;
        }
    }
    Some(check_in)
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
            stress: row.optional("stress", Fields::number)?,
            areas: row.list("areas")?,
            sensations: row.list("sensations")?,
            note: row.string("note")?,
        },
    })
}
