//! Who may practise now: the questions before the first practice, and what their answers mean.
//!
//! The questions, their urgency and what a tick changes are content (`core/content/safety`), versioned and marked
//! proposed; this module applies them and decides nothing of its own. No clinician has reviewed any of it. It
//! never says what a person has, and "None of these" is not an all-clear.

mod about_you;
mod content;
mod gate;
mod types;

#[cfg(test)]
mod tests;

pub use about_you::{about_you_effect, check_about_you_ticks};
pub use content::*;
pub use gate::{check_screening_ticks, emergency_number, gate, gate_after_stop};
pub use types::*;

use crate::catalogue::Catalogue;

/// A tick or a sign that is not on the form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no line has the id {id:?}")]
pub struct UnknownLine {
    /// The id as it came in.
    pub id: String,
}

/// The questions before the first practice.
#[must_use]
pub fn screening_form(catalogue: &Catalogue) -> ScreeningForm {
    catalogue.safety().screening.clone()
}

/// The questions after the first breath and before the plan.
#[must_use]
pub fn about_you_form(catalogue: &Catalogue) -> AboutYouForm {
    catalogue.safety().about_you.clone()
}

/// The page after "Stop, something hurts".
#[must_use]
pub fn stop_form(catalogue: &Catalogue) -> StopForm {
    catalogue.safety().stop.clone()
}

/// One stop sign, with what follows from it.
///
/// # Errors
/// There is no such sign.
pub fn stop_sign<'a>(catalogue: &'a Catalogue, id: &StopSignId) -> Result<&'a StopSign, UnknownLine> {
    let form = &catalogue.safety().stop;
    let sign = form.emergency.iter().chain(&form.signs).find(|sign| sign.id == *id);
    sign.ok_or_else(|| UnknownLine { id: id.0.clone() })
}
