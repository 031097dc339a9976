//! Mingmen's core: everything the app knows and decides, and nothing that touches a phone.
mod fingerprint;
mod id;
mod uuid;

mod archive;

pub mod body_check;
pub mod calendar;
pub mod catalogue;
pub mod draft;
pub mod figure;
pub mod measure;
pub mod mingmen;
pub mod offer;
pub mod own;
pub mod plan;
pub mod practice;
pub mod progress;
pub mod reminder;
pub mod report;
pub mod safety;
pub mod search;
pub mod sound;
pub mod store;
pub mod zone;
