//! Which notifications are to ring, and when: worked out from the plan and what was done, never stored.

mod ring;
mod types;

#[cfg(test)]
mod tests;

pub use ring::{Ring, next_rings};
pub use types::*;
