//! The one door: every command and query of the app.
mod error;
mod error_from_store;
mod views;
pub use error::MingmenError;
pub use views::*;
