//! The program that lives through journeys: the core's own, as its tests take it.
#![allow(dead_code)] // its own entry uses more of it

#[path = "../../../core/examples/journey/calls.rs"]
mod calls;
#[path = "../../../core/examples/journey/file.rs"]
mod file;
#[path = "../../../core/examples/journey/json.rs"]
mod json;
#[path = "../../../core/examples/journey/runner.rs"]
pub(crate) mod runner;
