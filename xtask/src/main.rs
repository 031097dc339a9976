//! `cargo xtask`: the one entry to everything a developer does here. `cargo xtask --help` lists it.

mod agree;
mod app;
mod bindings;
mod cargo;
mod commands;
mod doctor;
mod files;
mod house;
mod install;
mod leftovers;
mod log;
mod maven;
mod parts;
mod readme;
mod repo;
mod swift;
mod test;
mod tools;
mod version;

use std::process::ExitCode;

use xtask::{args, failure, terminal};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match commands::run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
