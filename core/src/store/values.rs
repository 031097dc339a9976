//! The domain's values as what a column holds. What a column cannot hold as it is, is refused and not rounded.

use rusqlite::types::Value;

use super::error::StoreError;
use crate::uuid;
use crate::zone::{CivilDate, Instant};

/// An id that the app made.
pub(super) fn uuid(field: &'static str, id: &str) -> Result<Value, StoreError> {
    let problem = "an id is a UUIDv7: 36 characters, lower case";
    uuid::parse(id)
        .map(|bytes| Value::Blob(bytes.to_vec()))
        .ok_or(StoreError::InvalidValue { field, problem })
}

/// An instant, in milliseconds.
pub(super) fn instant(field: &'static str, instant: Instant) -> Result<Value, StoreError> {
    let problem = "an instant is whole milliseconds";
    let millis = instant.timestamp_millis();
    if Instant::from_timestamp_millis(millis) != Some(instant) {
        return Err(StoreError::InvalidValue { field, problem });
    }
    Ok(Value::Integer(millis))
}

/// A civil date, in days since 1970-01-01.
pub(super) fn date(date: CivilDate) -> Value {
    Value::Integer(date.to_epoch_days().into())
}

/// A content id or a line of text.
pub(super) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A JSON list.
pub(super) fn list<T: serde::Serialize>(items: &[T]) -> Result<Value, StoreError> {
    json(items)
}

/// JSON of any kind.
pub(super) fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<Value, StoreError> {
    serde_json::to_string(value)
        .map(Value::Text)
        .map_err(|error| StoreError::Internal { reason: error.to_string() })
}
