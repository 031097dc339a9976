//! Checks the content files and puts them into the library, without white space.
//!
//! A fault stops the build and says file, id and field. The rules are the ones that `cargo xtask content` applies
//! to a folder: the same source files, compiled twice.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

#[path = "src/catalogue/source/mod.rs"]
pub mod source;

fn main() -> ExitCode {
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn embed() -> Result<(), Vec<String>> {
    // Cargo looks at every file in the folder, so the build also notices one that comes or goes.
    println!("cargo::rerun-if-changed=content");
    let files = source::read_dir(Path::new("content")).map_err(spoken)?;
    let content = source::load(&files).map_err(spoken)?;
    let faults = source::check(&content);
    if !faults.is_empty() {
        return Err(spoken(faults));
    }
    write(&content).map_err(|problem| vec![problem])
}

fn spoken(faults: Vec<source::ContentFault>) -> Vec<String> {
    faults.iter().map(ToString::to_string).collect()
}

fn write(content: &source::Content) -> Result<(), String> {
    let out = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: build scripts are run by cargo")?;
    let out = Path::new(&out);
    write_json(content, &out.join("content.json"))?;
    write_json(&content.reading, &out.join("reading.json"))
}

fn write_json(value: &impl serde::Serialize, file: &Path) -> Result<(), String> {
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let text = serde_json::to_string(value).map_err(|error| failed(&error))?;
    fs::write(file, text).map_err(|error| failed(&error))
}
