//! The interface as Kotlin and Swift see it: a page of names and types a language, read from the generated code.
//!
//! The pages are committed, so that a change to the interface shows in review; the same reading finds whatever has no
//! documentation, which the compiler's `missing_docs` cannot see in a mirror.

mod kotlin;
mod scan;
mod swift;

use std::fmt::Write;

/// A named thing of the interface and what it holds: a type and its fields, a variant and its fields, an object and its
/// functions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// Its kind, name and type, such as `data class Cue` or `atMs: UInt`.
    pub line: String,
    /// Whether a documentation comment stands before it.
    pub documented: bool,
    /// What it holds, in the order of the generated code.
    pub members: Vec<Item>,
}

/// A language that code is generated for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Kotlin on the JVM.
    Kotlin,
    /// Swift.
    Swift,
}

impl Language {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::Kotlin, Self::Swift];

    /// The generated file, from the folder of this crate.
    #[must_use]
    pub fn generated(self) -> &'static str {
        match self {
            Self::Kotlin => "kotlin/generated/app/mingmen/core/mingmen_ffi.kt",
            Self::Swift => "swift/Sources/MingmenCore/Generated/MingmenCore.swift",
        }
    }

    /// The committed page, from the folder of this crate.
    #[must_use]
    pub fn page(self) -> &'static str {
        match self {
            Self::Kotlin => "interface/kotlin.txt",
            Self::Swift => "interface/swift.txt",
        }
    }

    /// Reads generated code: every type, function and name that an app can use, sorted by line.
    #[must_use]
    pub fn read(self, generated: &str) -> Vec<Item> {
        let code = scan::mark_docs(generated);
        let mut items = match self {
            Self::Kotlin => kotlin::items(&code),
            Self::Swift => swift::items(&code),
        };
        items.sort();
        items
    }
}

/// The page of an interface: an item a line, what it holds indented under it.
#[must_use]
pub fn page(items: &[Item]) -> String {
    let mut text = String::new();
    for item in items {
        write_item(&mut text, item, 0);
    }
    text
}

fn write_item(text: &mut String, item: &Item, depth: usize) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{:1$}{2}", "", depth * 4, item.line);
    for member in &item.members {
        write_item(text, member, depth + 1);
    }
}

/// The path of each item that has no documentation, such as `data class Cue / atMs: UInt`.
#[must_use]
pub fn undocumented(items: &[Item]) -> Vec<String> {
    items.iter().flat_map(|item| undocumented_in(item, "")).collect()
}

fn undocumented_in(item: &Item, above: &str) -> Vec<String> {
    let path = format!("{above}{}", item.line);
    let below = format!("{path} / ");
    let mut found: Vec<String> =
        item.members.iter().flat_map(|member| undocumented_in(member, &below)).collect();
    if !item.documented {
        found.insert(0, path);
    }
    found
}

/// The lines of `new` and `old` that are not in both, `+` and `-` before them; empty where the pages are equal.
#[must_use]
pub fn difference(old: &str, new: &str) -> String {
    let mut text = String::new();
    for (sign, left, right) in [('-', old, new), ('+', new, old)] {
        for (line, place) in placed(left) {
            if !placed(right).any(|other| other == (line, place.clone())) {
                let _ = writeln!(text, "{sign} {place}{}", line.trim_start());
            }
        }
    }
    if text.is_empty() && old != new {
        text.push_str("the same lines in another order\n");
    }
    text
}

/// Each line with the type it stands under, since fields of the same name are many.
fn placed(page: &str) -> impl Iterator<Item = (&str, String)> {
    let mut heading = "";
    page.lines().map(move |line| {
        if !line.starts_with(' ') {
            heading = line;
            return (line, String::new());
        }
        (line, format!("{heading} / "))
    })
}

#[cfg(test)]
mod tests;
