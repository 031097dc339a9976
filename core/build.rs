//! Checks the content files and puts them into the library, packed so that they are read quickly.
//!
//! A fault stops the build and says file, id and field. The rules are the ones that `cargo xtask content` applies
//! to a folder: the same source files, compiled twice.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;
use serde::de::DeserializeOwned;

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

/// Writes what `src/catalogue/embedded.rs` includes: tables of packed bytes, English first.
fn write(content: &source::Content) -> Result<(), String> {
    let mut code = String::new();
    let mut movements = content.movements.values().collect::<Vec<_>>();
    movements.sort_by_key(|facts| facts.order);
    write_bytes(&mut code, "FACTS", content)?;
    write_bytes(&mut code, "READING", &content.reading)?;
    let table = movements.iter().map(|facts| Ok(format!("({:?}, {}), ", facts.id, packed(*facts)?)));
    let table = table.collect::<Result<String, String>>()?;
    code += &format!("pub(super) static MOVEMENTS: [(&str, &[u8]); {}] = [{table}];\n", movements.len());

    let mut rows = String::new();
    let english = content.words.get_key_value(source::ENGLISH);
    let others = content.words.iter().filter(|(locale, _)| *locale != source::ENGLISH);
    for (locale, words) in english.into_iter().chain(others) {
        let name = locale.to_uppercase().replace('-', "_");
        let reading =
            content.reading.words.get(locale).ok_or_else(|| format!("{locale} has nothing to read"))?;
        write_bytes(&mut code, &format!("{name}_WORDS"), words)?;
        write_bytes(&mut code, &format!("{name}_READING"), reading)?;
        let words = movements.iter().map(|facts| match words.movements.get(&facts.id) {
            Some(words) => Ok(format!("{}, ", packed(words)?)),
            None => Err(format!("{locale} has no words for {}", facts.id)),
        });
        let words = words.collect::<Result<String, String>>()?;
        code += &format!("static {name}_MOVEMENTS: [&[u8]; {}] = [{words}];\n", movements.len());
        rows += &row(locale, &name, false);
        if locale == source::ENGLISH {
            rows += &row(source::PSEUDO, &name, true);
        }
    }
    let languages = content.words.len() + 1;
    code += &format!("pub(super) static LANGUAGES: [Language; {languages}] = [{rows}];\n");
    let out = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: build scripts are run by cargo")?;
    let file = Path::new(&out).join("content.rs");
    fs::write(&file, code).map_err(|error| format!("{}: {error}", file.display()))
}

fn row(locale: &str, name: &str, marked: bool) -> String {
    format!(
        "Language {{ locale: {locale:?}, marked: {marked}, words: {name}_WORDS, movements: &{name}_MOVEMENTS, \
         reading: {name}_READING }},\n"
    )
}

fn write_bytes<T: Serialize + DeserializeOwned>(
    code: &mut String,
    name: &str,
    value: &T,
) -> Result<(), String> {
    writeln!(code, "pub(super) static {name}: &[u8] = {};", packed(value)?).map_err(|error| error.to_string())
}

/// A value packed, as a literal. It is read once here, so that the library can read all that it holds.
fn packed<T: Serialize + DeserializeOwned>(value: &T) -> Result<String, String> {
    let pack = |value: &T| postcard::to_stdvec(value).map_err(|error| error.to_string());
    let bytes = pack(value)?;
    let read: T = postcard::from_bytes(&bytes).map_err(|error| error.to_string())?;
    if pack(&read)? != bytes {
        return Err("content that was packed reads otherwise".to_owned());
    }
    Ok(format!("b\"{}\"", bytes.escape_ascii()))
}
