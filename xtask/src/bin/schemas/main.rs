//! `cargo xtask content --schema`: writes a JSON Schema for each kind of content file, made from the Rust types that
//! read it. `schemas DIR` writes to DIR.
//!
//! The types are the core's own, compiled here once more: so no phone carries what makes schemas of them.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

mod kinds;
#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the core checks with it; here its types are enough"
)]
#[path = "../../../../core/src/catalogue/source/mod.rs"]
mod source;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod validate;

use kinds::KINDS;

/// The text of each schema, by its path in the folder of schemas.
type Schemas = BTreeMap<String, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder] = arguments.as_slice() else {
        eprintln!("Usage: schemas DIR, where DIR is the folder of schemas such as core/content/schema");
        return ExitCode::from(2);
    };
    match schemas().map_err(|error| error.to_string()).and_then(|schemas| write(&schemas, Path::new(folder)))
    {
        Ok(()) => {
            println!("{} schemas in {folder}", KINDS.len());
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn schemas() -> Result<Schemas, serde_json::Error> {
    let text = |kind: &kinds::Kind| {
        Ok((kind.schema.to_owned(), serde_json::to_string_pretty(&kind.schema())? + "\n"))
    };
    KINDS.iter().map(text).collect()
}

/// Writes the files that are new or changed.
fn write(schemas: &Schemas, folder: &Path) -> Result<(), String> {
    for (name, text) in schemas {
        let file = folder.join(name);
        let failed = |error: std::io::Error| format!("{}: {error}", file.display());
        if std::fs::read_to_string(&file).is_ok_and(|there| there == *text) {
            continue;
        }
        if let Some(parent) = file.parent() {
            std::fs::create_dir_all(parent).map_err(failed)?;
        }
        std::fs::write(&file, text).map_err(failed)?;
    }
    Ok(())
}
