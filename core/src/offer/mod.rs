//! What may be offered because of what a person noted: an easier week, the next length. Never a silent change.

mod types;

pub use types::*;
