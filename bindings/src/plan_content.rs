//! What the content of a plan leaves to the person, as the apps see it.
use mingmen_core::catalogue::{Origin, WeeksChoice};

/// The lengths that a person may choose from.
#[uniffi::remote(Record)]
pub struct WeeksChoice {
    /// Weeks, at least.
    pub least: u8,
    /// Weeks, at most.
    pub most: u8,
    /// Where they came from.
    pub origin: Origin,
}
