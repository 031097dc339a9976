//! Runs journeys: `cargo xtask journey FILE…`. The format is described in `docs/journeys.md`.

use std::path::Path;
use std::process::ExitCode;

use serde_json::Value;

mod calls;
mod file;
mod json;
mod runner;

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() || files.iter().any(|file| file == "--help" || file == "-h") {
        eprintln!(
            "usage: cargo xtask journey FILE…\n\nRuns each journey against a fresh database. See docs/journeys.md."
        );
        return ExitCode::from(2);
    }
    let mut worst = 0;
    for file in &files {
        worst = worst.max(run(Path::new(file)));
    }
    ExitCode::from(worst)
}

fn run(file: &Path) -> u8 {
    let mut print = |line, mut result: Value| {
        result["line"] = Value::from(line);
        println!("{result}");
    };
    match runner::run_file(file, &mut print) {
        Ok(()) => 0,
        Err(runner::Failure::Malformed(text)) => {
            eprintln!("{text}");
            2
        }
        Err(runner::Failure::Unexpected(text)) => {
            eprintln!("{text}");
            1
        }
    }
}
