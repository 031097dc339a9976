//! How a value that comes in from outside is refused.

/// A value that cannot be kept: which field, and what is wrong with it. Nothing has been written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {problem}")]
pub struct Invalid {
    /// The field, such as `slots[1].time`.
    pub field: String,
    /// What is wrong and what is allowed.
    pub problem: String,
}

impl Invalid {
    /// Refuses `field` because of `problem`.
    pub fn new(field: impl Into<String>, problem: impl Into<String>) -> Invalid {
        Invalid { field: field.into(), problem: problem.into() }
    }
}

/// Refuses `field` unless `allowed`.
pub(crate) fn require(allowed: bool, field: &str, problem: &str) -> Result<(), Invalid> {
    if allowed { Ok(()) } else { Err(Invalid::new(field, problem)) }
}
