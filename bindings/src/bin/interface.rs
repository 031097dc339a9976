//! Prints how the interface that Kotlin and Swift see differs from the committed pages; with `--update` it writes them.
//!
//! Reads the code that `cargo xtask bindings` generated. Run it by cargo, which tells where this crate is.
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use mingmen_ffi::interface::{Language, difference, page};

fn main() -> ExitCode {
    let update = env::args().nth(1).is_some_and(|word| word == "--update");
    let home = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| "bindings".into());
    match run(Path::new(&home), update) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprintln!(
                "If the change is meant: cargo run -p mingmen-ffi --features bindgen --bin interface -- --update"
            );
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}\nIs the code generated? cargo xtask bindings");
            ExitCode::from(2)
        }
    }
}

/// Whether the pages are, or now are, what the generated code says.
fn run(home: &Path, update: bool) -> io::Result<bool> {
    let mut equal = true;
    for language in Language::ALL {
        let seen = page(&language.read(&read(&home.join(language.generated()))?));
        let path = home.join(language.page());
        if update {
            fs::write(&path, seen)?;
            continue;
        }
        let found = difference(&read(&path)?, &seen);
        if !found.is_empty() {
            equal = false;
            println!("{}:\n{found}", language.page());
        }
    }
    Ok(equal)
}

fn read(path: &Path) -> io::Result<String> {
    fs::read_to_string(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}
