//! What may be offered because of what a person noted: an easier week, the next length, the screening again.
//!
//! The rules are content (`core/content/offers.json`), each with its reason. Here they are held against what was noted,
//! and what they would change is worked out. Nothing is changed until the person accepts, and no rule looks for pain to
//! stop: comfort alone leads to more.

mod changes;
mod noted;
mod types;
mod usual;

#[cfg(test)]
mod tests;

pub use changes::changes;
pub use noted::Noted;
pub use types::*;
pub use usual::is_high_for_this_person;
