//! What can be practised: movements, routines and plans, read from the content files.
mod types;
pub use types::*;
