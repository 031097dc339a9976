//! A plan lived by one person: which week it is, which session is due on which day.
mod types;
pub use types::*;
