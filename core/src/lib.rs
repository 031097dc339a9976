//! Mingmen's core: everything the app knows and decides, and nothing that touches a phone.
pub mod figure;
