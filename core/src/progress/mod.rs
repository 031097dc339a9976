//! What happened in a week, against its goal. Nothing here is stored: a week is worked out each time it is asked for.

mod summary;
mod told;
mod types;

#[cfg(test)]
mod tests;

pub use summary::{ARTICLE_SESSIONS, Facts};
pub use told::{MilestoneId, Told};
pub use types::*;
