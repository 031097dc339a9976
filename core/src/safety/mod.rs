//! Who may practise now: the questions before the first practice, and what their answers mean.
mod content;
mod types;
pub use content::*;
pub use types::*;
