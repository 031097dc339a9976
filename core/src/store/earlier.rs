//! Whether there is anything before a week, without reading it.

use super::error::StoreError;
use super::standing::Withdrawable;
use super::table::Table;
use super::{Reading, check_in, ledger, practice};
use crate::uuid;
use crate::zone::CivilDate;

impl Reading<'_> {
    /// Whether any practice or check-in that stands lies before the civil week of a date.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn has_anything_before(&self, date: CivilDate) -> Result<bool, StoreError> {
        let check_in = || self.has_before(&check_in::CHECK_IN, Withdrawable::CheckIn, date);
        Ok(self.has_practice_before(date)? || check_in()?)
    }

    /// Whether any practice that stands lies before the civil week of a date.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn has_practice_before(&self, date: CivilDate) -> Result<bool, StoreError> {
        self.has_before(&practice::PRACTICE, Withdrawable::Practice, date)
    }

    /// By two witnesses, the rows and the ledger. One row more than may have been taken back is enough to find one that
    /// stands.
    fn has_before(&self, table: &Table, kind: Withdrawable, date: CivilDate) -> Result<bool, StoreError> {
        let week = ledger::week_of(date.to_epoch_days().into());
        let standing = self.standing()?;
        let enough = i64::try_from(standing.touched(kind)).unwrap_or(i64::MAX).saturating_add(1);
        let sql = format!("SELECT id FROM {} WHERE date < ?1 LIMIT ?2", table.name);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let ids = statement.query_map([ledger::first_day(week), enough], |row| row.get::<_, Vec<u8>>(0))?;
        let ids: Vec<Vec<u8>> = ids.collect::<Result<_, _>>()?;
        let sql = "SELECT EXISTS (SELECT 1 FROM ledger WHERE table_name = ?1 AND week < ?2)";
        let entered: bool = self.conn.prepare_cached(sql)?.query_row((table.name, week), |row| row.get(0))?;
        if entered == ids.is_empty() {
            return Err(StoreError::damaged(table.name));
        }
        Ok(ids.iter().filter_map(|id| uuid::format(id)).any(|id| standing.holds(kind, &id)))
    }
}
