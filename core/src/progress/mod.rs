//! What happened in a week, against its goal.
mod types;
pub use types::*;
