//! Whether there is anything before a week, without reading it.

use super::error::StoreError;
use super::table::Table;
use super::{Reading, ledger, practice};
use crate::zone::CivilDate;

impl Reading<'_> {
    /// Whether any practice or check-in lies before the civil week of a date.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn has_anything_before(&self, date: CivilDate) -> Result<bool, StoreError> {
        Ok(self.has_practice_before(date)? || self.has_before(&practice::CHECK_IN, date)?)
    }

    /// Whether any practice lies before the civil week of a date.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn has_practice_before(&self, date: CivilDate) -> Result<bool, StoreError> {
        self.has_before(&practice::PRACTICE, date)
    }

    /// By two witnesses, the rows and the ledger, each of which looks at one entry.
    fn has_before(&self, table: &Table, date: CivilDate) -> Result<bool, StoreError> {
        let week = ledger::week_of(date.to_epoch_days().into());
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM {0} WHERE date < ?1),
                    EXISTS (SELECT 1 FROM ledger WHERE table_name = '{0}' AND week < ?2)",
            table.name
        );
        let (rows, entries): (bool, bool) = self
            .conn
            .prepare_cached(&sql)?
            .query_row([ledger::first_day(week), week], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if rows == entries { Ok(rows) } else { Err(StoreError::damaged(table.name)) }
    }
}
