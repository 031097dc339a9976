//! Which notifications are to ring, and when.
mod types;
pub use types::*;
