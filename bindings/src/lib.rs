//! What the Kotlin and Swift apps see of the core: mirrored types and one object, no rule of its own.
//!
//! Each file mirrors the types of one subject; the compiler checks every mirror against the real type. The comments
//! here become KDoc and Swift documentation, so they name no language's own syntax.
#![deny(clippy::indexing_slicing)]

uniffi::setup_scaffolding!();

mod activity;
mod archive_pages;
mod archiving;
mod body_map;
mod calendar;
mod catalogue;
mod check;
mod choices;
mod diary;
mod error;
mod figure;
mod figure_choices;
mod figure_form;
mod guidance;
mod id;
#[cfg(feature = "bindgen")]
pub mod interface;
mod keeping;
mod keeping_pages;
mod learn;
mod library;
mod looking_back;
mod measure;
mod mingmen;
mod noting;
mod offer;
mod own;
mod own_pages;
mod phone;
mod plan;
mod plan_content;
mod plan_pages;
mod planning;
mod practice;
mod progress;
mod progress_pages;
mod reminder;
mod reminder_health;
mod reminder_pages;
mod reminder_settings;
mod reminding;
mod safety;
mod script;
mod sound;
mod views;
mod zone;

pub use mingmen::{Mingmen, tz_database_version};
pub use sound::chimes;
