//! Which notifications are to ring, and when: worked out from the plan, what was done and what rang, never stored.
//!
//! [`Situation::next_rings`] is the wanted set. [`look`] compares it with what has come due since the last look at the
//! phone, and [`difference`] with what the phone holds. What happened is kept in a ledger of [`LedgerLine`]s, so that
//! "why did it not ring on Tuesday?" has an answer.

mod health;
mod lateness;
mod look;
mod past;
mod phone;
mod settings;
mod situation;
mod sources;
mod test_ring;
mod types;

#[cfg(test)]
mod tests;

pub use health::*;
pub use lateness::{Lateness, lateness};
pub use look::*;
pub use past::*;
pub use phone::*;
pub use settings::*;
pub use situation::Situation;
pub use test_ring::test_line;
pub use types::*;
