//! Routines made to measure: minutes, a posture, a part of the body, what to avoid and what the day is like become a
//! routine of whole minutes.
//!
//! It keeps an opening, a warm-up (from the length that the rules name) and a closing. Between them lies what the part
//! of the body asks for, alternating with other things. A form that is left out or avoided, or that is made of one,
//! never comes, nor does one that does not offer the posture; where nothing fits, the request is refused with what
//! would help. Forms, shares and sentences are content (`check/measure.json`).
//!
//! The same request gives the same routine as long as the content is the same, and its id holds all of the request, so
//! a kept practice needs no more than the id.

mod choose;
mod fault;
mod made;
mod middle;
mod minutes;
mod random;
mod reasons;
mod request;
mod rules;
mod types;

#[cfg(test)]
mod tests;

pub use choose::areas;
pub use fault::{Loosen, MeasureFault, Missing};
pub use made::{Made, made_to_measure};
pub use request::{MeasureRequest, POSTURES};
pub use rules::*;
pub use types::*;
