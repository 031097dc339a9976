//! What the programs of this crate share: how a command line is read, how a failure is told, what a terminal shows.

pub mod args;
pub mod failure;
pub mod figure_options;
pub mod terminal;
