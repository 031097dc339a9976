//! `cargo xtask faults`: brings about every fault that a phone's storage can have, and looks whether anything is lost.
//!
//! Each kind of fault is a row. The controls at the end weaken something on purpose: a row that does not see it would
//! not see a real loss either, so a control that passes is a failure. `docs/faults.md` says what each row means.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a harness may fail loudly
#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod journey;
#[cfg(target_os = "linux")]
mod kill;
#[cfg(target_os = "linux")]
mod locks;
#[cfg(target_os = "linux")]
mod operations;
#[cfg(target_os = "linux")]
mod place;
#[cfg(target_os = "linux")]
mod power;
#[cfg(target_os = "linux")]
mod report;
#[cfg(target_os = "linux")]
mod rot;
#[cfg(target_os = "linux")]
mod run;
#[cfg(target_os = "linux")]
mod shim;
#[cfg(target_os = "linux")]
mod space;
#[cfg(target_os = "linux")]
mod together;

use std::process::ExitCode;
#[cfg(target_os = "linux")]
fn main() -> ExitCode {
    run::run(&std::env::args().skip(1).collect::<Vec<_>>())
}

/// The door to the system that this program stands in is Linux's.
#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    println!("the faults are brought about on Linux only; nothing was checked here");
    ExitCode::SUCCESS
}
