//! A plan lived by one person: which week it is, and which session is due on which day.
//!
//! An [`Enrolment`] is a beginning and a list of changes that is only ever added to. Everything else is worked out from
//! it each time it is asked for, so that what the plan said on a past day can always be asked again. [`Running`] puts it
//! together with its plan's rules, and answers.

mod check;
mod moves;
mod rules;
mod schedule;
mod settings;
mod types;

#[cfg(test)]
mod tests;

pub use check::{check_change, check_enrolment};
pub use rules::{Allowed, Phase, PlanRules};
pub use schedule::{Running, Standing};
pub use settings::{Settings, evening_order};
pub use types::*;
