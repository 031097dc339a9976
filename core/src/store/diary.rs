//! The diary as a whole: practices, check-ins, small notes and ratings.

use super::Reading;
use super::activity::ACTIVITY_RATING;
use super::check_in::CHECK_IN;
use super::error::StoreError;
use super::ledger;
use super::note::NOTE;
use super::practice::PRACTICE;
use crate::zone::CivilDate;

impl Reading<'_> {
    /// The Monday of the first week in which anything was ever kept in the diary, taken back since or not; `None` if
    /// nothing was. For whoever turns its pages backwards: there is nothing before it.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn diary_begins(&self) -> Result<Option<CivilDate>, StoreError> {
        let mut first = None;
        for table in [&PRACTICE, &CHECK_IN, &NOTE, &ACTIVITY_RATING] {
            first = first.into_iter().chain(table.first_week(self.conn)?).min();
        }
        let monday = first.map(ledger::first_day).and_then(|day| i32::try_from(day).ok());
        Ok(monday.map(|day| CivilDate::from_epoch_days(day).unwrap_or(CivilDate::MIN)))
    }
}
