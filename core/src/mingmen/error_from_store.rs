//! The store's errors in the facade's words: one case for each thing a caller can do about it.

use super::MingmenError;
use crate::store::StoreError;

impl From<StoreError> for MingmenError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable { reason } => Self::StoreUnavailable { reason },
            StoreError::ReadOnly => Self::StoreReadOnly,
            StoreError::Busy => Self::StoreBusy,
            StoreError::Foreign => Self::StoreForeign,
            StoreError::Empty => Self::StoreDamaged { place: "the file is empty".to_owned() },
            StoreError::Newer { found, supported } => Self::StoreNewer { found, supported },
            StoreError::Damaged { place } => Self::StoreDamaged { place },
            StoreError::Full => Self::StoreFull,
            StoreError::Failed { reason } => Self::StoreFailed { reason },
            StoreError::Closed => Self::Closed,
            // Ids come from the core itself: one that is there twice is ours to explain, except for a practice,
            // which was ended by another call.
            StoreError::AlreadyThere { table: "practice" } => {
                Self::AlreadyEnded { what: "practice".to_owned() }
            }
            StoreError::AlreadyThere { table } => {
                Self::Internal { reason: format!("{table}: the same id twice") }
            }
            StoreError::NotFound { what, id } => Self::NotFound { kind: what.to_owned(), id },
            StoreError::PracticeStillOpen => Self::PracticeStillOpen,
            StoreError::InvalidValue { field, problem } => {
                Self::InvalidInput { field: field.to_owned(), problem: problem.to_owned() }
            }
            StoreError::Internal { reason } => Self::Internal { reason },
        }
    }
}
