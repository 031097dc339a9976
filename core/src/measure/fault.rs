//! How a request is refused.

use crate::draft::Invalid;

/// No routine was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MeasureFault {
    /// The request cannot be one: which field, and what is wrong with it.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// Nothing fits. Neither a posture nor what is left out is ever given up for a routine.
    #[error("nothing fits: {missing:?}; what helps: {loosen:?}")]
    NothingFits {
        /// What is missing.
        missing: Missing,
        /// What to change; each by itself helps. Empty where no single change does.
        loosen: Vec<Loosen>,
    },
}

/// What a routine could not be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A form to open it with.
    Opening,
    /// A form to warm up with.
    WarmUp,
    /// A form to close it with.
    Closing,
    /// A form for the part of the body, or close to it.
    Area,
    /// Forms that add up to its minutes and still alternate.
    Minutes,
}

/// A part of the request to change. What the person's answers leave out is none, and what the day is like is none
/// either: a sore day does not become another by choosing one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loosen {
    /// More minutes, or fewer.
    Minutes,
    /// Another posture.
    Posture,
    /// Another part of the body, or none.
    Area,
    /// Avoid fewer movements.
    Avoid,
}
