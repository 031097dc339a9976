//! Checks a content folder and says what is in it, or what is wrong: `cargo run --example content -- DIR`.
//!
//! It ends with 0 where all is well, with 1 where there are faults (one a line, with file, id and field) and with 2
//! where it was called wrongly.

use std::path::PathBuf;
use std::process::ExitCode;

use mingmen_core::catalogue::check_dir;

const FAULTS: u8 = 1;
const WRONG_USE: u8 = 2;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(folder), None) = (arguments.next().map(PathBuf::from), arguments.next()) else {
        eprintln!("Usage: content DIR, where DIR is a content folder such as core/content");
        return ExitCode::from(WRONG_USE);
    };
    if !folder.is_dir() {
        eprintln!("{} is not a folder", folder.display());
        return ExitCode::from(WRONG_USE);
    }
    match check_dir(&folder) {
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(faults) => {
            for fault in &faults {
                println!("{fault}");
            }
            println!("{} in {}", counted(faults.len(), "fault"), folder.display());
            ExitCode::from(FAULTS)
        }
    }
}

fn counted(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}
