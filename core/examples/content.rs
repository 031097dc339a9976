//! Checks a content folder and says what is in it, or what is wrong: `cargo run --example content -- DIR`.
//! With `--untranslated LOCALE` it lists what a language falls back to English for.
//!
//! It ends with 0 where all is well, with 1 where there are faults (one a line, with file, id and field) and with 2
//! where it was called wrongly.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use mingmen_core::catalogue::{ContentFault, Summary, check_dir};

const FAULTS: u8 = 1;
const WRONG_USE: u8 = 2;

const USAGE: &str =
    "Usage: content DIR [--untranslated LOCALE], where DIR is a content folder such as core/content";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (folder, locale) = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [folder] => (PathBuf::from(folder), None),
        [folder, "--untranslated", locale] => (PathBuf::from(folder), Some(*locale)),
        _ => return wrong_use(USAGE),
    };
    if !folder.is_dir() {
        return wrong_use(&format!("{} is not a folder", folder.display()));
    }
    match (check_dir(&folder), locale) {
        (Err(faults), _) => tell(&faults, &folder),
        (Ok(summary), None) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        (Ok(summary), Some(locale)) => list(&summary, locale),
    }
}

fn tell(faults: &[ContentFault], folder: &Path) -> ExitCode {
    for fault in faults {
        println!("{fault}");
    }
    println!("{} in {}", counted(faults.len(), "fault"), folder.display());
    ExitCode::from(FAULTS)
}

fn list(summary: &Summary, locale: &str) -> ExitCode {
    let Some(keys) = summary.untranslated.get(locale) else {
        let languages = summary.locales.join(", ");
        return wrong_use(&format!("there is no translation `{locale}`; there are words in {languages}"));
    };
    for key in keys {
        println!("{key}");
    }
    ExitCode::SUCCESS
}

fn wrong_use(problem: &str) -> ExitCode {
    eprintln!("{problem}");
    ExitCode::from(WRONG_USE)
}

fn counted(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}
