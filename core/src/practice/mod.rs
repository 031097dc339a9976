//! A practice: the timeline that leads it, the player that runs it, the record of what was really done.

mod compile;
mod player;
mod record;
mod types;

#[cfg(test)]
mod tests;

pub use compile::{PostureWords, ScriptWords, Source, check_choices, compile, share_seconds};
pub use player::{COUNT_IN_MS, step};
pub use record::{check_check_in, check_entered, check_pain};
pub use types::*;
