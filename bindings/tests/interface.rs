//! The interface, generated afresh from the library that was just built, is documented and has not changed unseen.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
use std::env::current_exe;
use std::fs;
use std::path::{Path, PathBuf};

use mingmen_ffi::interface::{Item, Language, difference, page, undocumented};
use uniffi::{GenerateOptions, TargetLanguage};

const UPDATE: &str =
    "cargo xtask bindings && cargo run -p mingmen-ffi --features bindgen --bin interface -- --update";

/// The library beside this test: cargo builds it for the test.
fn library() -> PathBuf {
    let name = format!("{}mingmen_ffi{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let test = current_exe().unwrap();
    let deps = test.parent().unwrap();
    [deps.join(&name), deps.with_file_name(&name)].into_iter().find(|path| path.exists()).unwrap()
}

fn interface(language: Language) -> Vec<Item> {
    let (target, file) = match language {
        Language::Kotlin => (TargetLanguage::Kotlin, "app/mingmen/core/mingmen_ffi.kt"),
        Language::Swift => (TargetLanguage::Swift, "MingmenCore.swift"),
    };
    let out = tempfile::tempdir().unwrap();
    let options = GenerateOptions {
        languages: vec![target],
        source: library().to_str().unwrap().into(),
        out_dir: out.path().to_str().unwrap().into(),
        ..GenerateOptions::default()
    };
    uniffi::generate(options).unwrap();
    language.read(&fs::read_to_string(out.path().join(file)).unwrap())
}

fn undocumented_in(language: Language) -> String {
    undocumented(&interface(language)).join("\n")
}

fn change_of(language: Language) -> String {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join(language.page());
    difference(&fs::read_to_string(committed).unwrap(), &page(&interface(language)))
}

#[test]
fn everything_in_the_kotlin_interface_is_documented() {
    assert_eq!(undocumented_in(Language::Kotlin), "");
}

#[test]
fn everything_in_the_swift_interface_is_documented() {
    assert_eq!(undocumented_in(Language::Swift), "");
}

#[test]
fn the_kotlin_interface_is_as_committed() {
    assert_eq!(change_of(Language::Kotlin), "", "if the change is meant: {UPDATE}");
}

#[test]
fn the_swift_interface_is_as_committed() {
    assert_eq!(change_of(Language::Swift), "", "if the change is meant: {UPDATE}");
}
