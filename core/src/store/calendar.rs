//! What calendar files said so far.

use rusqlite::types::Value;

use super::error::StoreError;
use super::fields::Fields;
use super::table::{KeptBy, Table};
use super::values;
use super::{Reading, Writing};
use crate::calendar::CalendarLedger;
use crate::zone::CivilDate;

pub(super) const CALENDAR_FILE: Table = Table {
    name: "calendar_file",
    kept_by: KeptBy::Phone,
    columns: &["slot", "date", "ledger"],
    understood: |row| written(row).map(drop),
};

/// The value of `slot` in the only row there can be.
const SLOT: i64 = 1;

impl Reading<'_> {
    /// What calendar files said so far; nothing where none was made.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn calendar_ledger(&self) -> Result<CalendarLedger, StoreError> {
        Ok(self.last_written()?.map(|(_, ledger)| ledger).unwrap_or_default())
    }

    fn last_written(&self) -> Result<Option<(CivilDate, CalendarLedger)>, StoreError> {
        Ok(CALENDAR_FILE.all(self.conn, written)?.pop())
    }
}

impl Writing<'_> {
    /// Keeps what calendar files said by now, in place of what was kept before. `today` is the practice day.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn set_calendar_ledger(&self, ledger: &CalendarLedger, today: CivilDate) -> Result<(), StoreError> {
        if let Some((date, _)) = self.last_written()? {
            CALENDAR_FILE.remove(self.conn, SLOT, date)?;
        }
        let row = [Value::Integer(SLOT), values::date(today), values::json(ledger)?];
        CALENDAR_FILE.insert(self.conn, &row)
    }
}

fn written(row: &Fields<'_>) -> Result<(CivilDate, CalendarLedger), StoreError> {
    Ok((row.date("date")?, row.json("ledger")?))
}
