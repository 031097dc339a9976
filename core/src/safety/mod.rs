//! Who may practise now: the questions before the first practice, and what their answers mean.
mod types;
pub use types::*;
