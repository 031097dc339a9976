//! A row's columns as the domain's values. What cannot be understood is damage, never a default.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use super::checksum::checksum;
use super::code::Code;
use super::error::StoreError;
use super::table::Table;
use crate::uuid;
use crate::zone::{CivilDate, Instant};

/// One row that is being read.
pub(super) struct Fields<'r> {
    table: &'r Table,
    row: &'r Row<'r>,
}

impl<'r> Fields<'r> {
    pub(super) fn new(table: &'r Table, row: &'r Row<'r>) -> Self {
        Self { table, row }
    }

    /// This row is not what was written.
    pub(super) fn damaged(&self) -> StoreError {
        let id = id_of(self.row);
        StoreError::damaged(format!("{}, row {}", self.table.name, id.as_deref().unwrap_or("without an id")))
    }

    /// The row's checksum, once it matches the row.
    pub(super) fn checked(&self) -> Result<i64, StoreError> {
        let columns = 0..self.table.columns.len();
        let ValueRef::Integer(written) = self.row.get_ref(columns.end)? else { return Err(self.damaged()) };
        let values = columns.map(|at| self.row.get_ref(at)).collect::<Result<Vec<_>, _>>()?;
        let name = ValueRef::Text(self.table.name.as_bytes());
        if checksum(std::iter::once(name).chain(values)) == written {
            Ok(written)
        } else {
            Err(self.damaged())
        }
    }

    fn value(&self, column: &str) -> Result<ValueRef<'r>, StoreError> {
        Ok(self.row.get_ref(self.table.place_of(column)?)?)
    }

    pub(super) fn int(&self, column: &str) -> Result<i64, StoreError> {
        match self.value(column)? {
            ValueRef::Integer(number) => Ok(number),
            _ => Err(self.damaged()),
        }
    }

    pub(super) fn text(&self, column: &str) -> Result<&'r str, StoreError> {
        match self.value(column)? {
            ValueRef::Text(bytes) => std::str::from_utf8(bytes).map_err(|_| self.damaged()),
            _ => Err(self.damaged()),
        }
    }

    /// Reads a column that may be null.
    pub(super) fn optional<T>(
        &self,
        column: &str,
        read: impl FnOnce(&Self, &str) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        match self.value(column)? {
            ValueRef::Null => Ok(None),
            _ => read(self, column).map(Some),
        }
    }

    pub(super) fn number<N: TryFrom<i64>>(&self, column: &str) -> Result<N, StoreError> {
        N::try_from(self.int(column)?).map_err(|_| self.damaged())
    }

    pub(super) fn string(&self, column: &str) -> Result<String, StoreError> {
        self.text(column).map(str::to_owned)
    }

    pub(super) fn uuid(&self, column: &str) -> Result<String, StoreError> {
        match self.value(column)? {
            ValueRef::Blob(bytes) => uuid::format(bytes).ok_or_else(|| self.damaged()),
            _ => Err(self.damaged()),
        }
    }

    pub(super) fn instant(&self, column: &str) -> Result<Instant, StoreError> {
        Instant::from_timestamp_millis(self.int(column)?).ok_or_else(|| self.damaged())
    }

    pub(super) fn date(&self, column: &str) -> Result<CivilDate, StoreError> {
        CivilDate::from_epoch_days(self.number(column)?).ok_or_else(|| self.damaged())
    }

    pub(super) fn code<C: Code>(&self, column: &str) -> Result<C, StoreError> {
        C::from_code(self.text(column)?).ok_or_else(|| self.damaged())
    }

    /// A JSON list.
    pub(super) fn list<T: serde::de::DeserializeOwned>(&self, column: &str) -> Result<Vec<T>, StoreError> {
        self.json(column)
    }

    /// JSON of any kind.
    pub(super) fn json<T: serde::de::DeserializeOwned>(&self, column: &str) -> Result<T, StoreError> {
        serde_json::from_str(self.text(column)?).map_err(|_| self.damaged())
    }
}

/// The id in a row's first column, if it can be read. The one thing about a row that an error may tell.
pub(super) fn id_of(row: &Row<'_>) -> Option<String> {
    match row.get_ref(0) {
        Ok(ValueRef::Blob(bytes)) => uuid::format(bytes),
        Ok(ValueRef::Integer(number)) => Some(number.to_string()),
        _ => None,
    }
}
