//! A practice: the timeline that leads it, the player that runs it, the record of what was really done.
mod types;
pub use types::*;
