//! How the faults of each module become the errors that a caller can act on.

use std::fmt::Display;

use crate::catalogue::CatalogueError;
use crate::draft::Invalid;
use crate::own::OwnRoutineFault;
use crate::safety::UnknownLine;
use crate::store::StoreError;
use crate::zone::ZoneError;

use super::MingmenError;

impl MingmenError {
    /// Refuses `field` because of `problem`.
    pub(super) fn invalid(field: &str, problem: &str) -> MingmenError {
        Invalid::new(field, problem).into()
    }

    /// Says that nothing of this kind has the id.
    pub(super) fn not_found(kind: &str, id: impl Display) -> MingmenError {
        MingmenError::NotFound { kind: kind.to_owned(), id: id.to_string() }
    }
}

impl From<Invalid> for MingmenError {
    fn from(invalid: Invalid) -> Self {
        MingmenError::InvalidInput { field: invalid.field, problem: invalid.problem }
    }
}

impl From<ZoneError> for MingmenError {
    fn from(error: ZoneError) -> Self {
        match error {
            ZoneError::Unknown(zone) => MingmenError::UnknownZone { zone },
            ZoneError::InstantOutOfRange => {
                MingmenError::invalid("now.instant", "must lie in the years 1970 to 2099")
            }
        }
    }
}

impl From<OwnRoutineFault> for MingmenError {
    fn from(fault: OwnRoutineFault) -> Self {
        MingmenError::invalid(&fault.field(), &fault.to_string())
    }
}

impl From<UnknownLine> for MingmenError {
    fn from(line: UnknownLine) -> Self {
        MingmenError::not_found("line or sign", line.id)
    }
}

impl From<CatalogueError> for MingmenError {
    /// The content is checked when the app is built, so this is a fault of ours.
    fn from(error: CatalogueError) -> Self {
        MingmenError::Internal { reason: format!("catalogue: {error}") }
    }
}

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
