//! The rules of the house that no compiler checks: which folder may know which, and what must not stand in
//! the tree at all. Each rule reads one file and names the lines that break it.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome, at};
use crate::files;
use crate::log::Log;
use crate::repo::Repo;

/// One rule about the text of some files.
struct Rule {
    /// What the person who broke it reads.
    says: &'static str,
    covers: fn(&str) -> bool,
    breaks: fn(&str) -> bool,
}

/// The part of the core that is pure domain, without input or output.
const DOMAIN: [&str; 14] = [
    "body_check",
    "catalogue",
    "figure",
    "measure",
    "offer",
    "own",
    "plan",
    "practice",
    "progress",
    "reminder",
    "report",
    "safety",
    "search",
    "zone",
];
const ABOVE_THE_DOMAIN: [&str; 3] = ["crate::store", "crate::archive", "crate::mingmen"];
// Put together here so that this file does not break its own rules.
const UNFINISHED: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
const MACHINE_PATHS: [&str; 4] =
    [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/tm", "p/")];
const DATABASES: [&str; 7] = [
    "android.database",
    "androidx.room",
    "java.sql",
    "org.sqlite",
    "import SQLite3",
    "import CoreData",
    "import GRDB",
];
const NETWORK: [&str; 6] = [
    "android.permission.INTERNET",
    "java.net.Socket",
    "java.net.http",
    "java.net.URL",
    "URLSession",
    "import Network",
];
/// Files longer than this have more than one subject.
const LONGEST: usize = 500;

const RULES: &[Rule] = &[
    Rule {
        says: "the domain knows neither store nor archive nor the facade",
        covers: is_domain,
        breaks: |line| ABOVE_THE_DOMAIN.iter().any(|name| has_path(line, name)),
    },
    Rule {
        says: "the core never mentions uniffi",
        covers: |path| path.starts_with("core/") && !path.ends_with(".md"),
        breaks: |line| line.to_lowercase().contains("uniffi"),
    },
    Rule {
        says: "only the core opens the database",
        covers: is_app_code,
        breaks: |line| DATABASES.iter().any(|name| line.contains(name)),
    },
    Rule {
        says: "the apps have no network",
        covers: |path| is_app_code(path) || path.ends_with("AndroidManifest.xml"),
        breaks: |line| NETWORK.iter().any(|name| line.contains(name)),
    },
    Rule {
        says: "no path of one machine",
        covers: |_| true,
        breaks: |line| MACHINE_PATHS.iter().any(|path| has_machine_path(line, path)),
    },
    Rule {
        says: "nothing unfinished: do it, or write an issue",
        covers: |_| true,
        breaks: |line| UNFINISHED.iter().any(|word| has_word(line, word)),
    },
];

/// Holds every file of the checkout against every rule.
pub(crate) fn check(repo: &Repo, log: &mut Log) -> Outcome {
    let mut broken = Vec::new();
    let mut count = 0;
    visit(&repo.root, &repo.root, &mut |path, text| {
        count += 1;
        broken.extend(violations(path, text));
    })?;
    log.note(&format!("{count} files held against {} rules", RULES.len() + 1));
    if broken.is_empty() { Ok(()) } else { Err(Failure::Check(broken.join("\n"))) }
}

/// The lines of one file that break a rule, as `path:line: rule`.
fn violations(path: &str, text: &str) -> Vec<String> {
    let mut broken = Vec::new();
    for rule in RULES.iter().filter(|rule| (rule.covers)(path)) {
        let lines = (1..).zip(text.lines()).filter(|(_, line)| (rule.breaks)(line));
        broken.extend(lines.map(|(number, _)| format!("{path}:{number}: {}", rule.says)));
    }
    let length = text.lines().count();
    if is_code(path) && length > LONGEST {
        broken
            .push(format!("{path}:{LONGEST}: a file of {length} lines has more than one subject: split it"));
    }
    broken
}

fn is_domain(path: &str) -> bool {
    let Some(module) = path.strip_prefix("core/src/") else { return false };
    let name = module.split('/').next().unwrap_or(module).trim_end_matches(".rs");
    DOMAIN.contains(&name)
}

fn is_app_code(path: &str) -> bool {
    is_code(path)
        && ["android/", "ios/", "bindings/kotlin/", "bindings/swift/"].iter().any(|top| path.starts_with(top))
}

fn is_code(path: &str) -> bool {
    [".rs", ".kt", ".swift"].iter().any(|end| path.ends_with(end))
}

/// Whether `line` names the module `path`, and not one whose name only begins like it.
fn has_path(line: &str, path: &str) -> bool {
    let grouped = path
        .strip_prefix("crate::")
        .is_some_and(|name| line.split_once("crate::{").is_some_and(|(_, names)| has_word(names, name)));
    grouped || has_word(line, path)
}

fn has_word(line: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(start, _)| {
        let before = line.get(..start).and_then(|text| text.chars().next_back());
        let after = line.get(start + word.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

/// A path that starts here, and not the middle of a longer one such as `$DIR/root/x`.
fn has_machine_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(start, _)| {
        let before = line.get(..start).and_then(|text| text.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || "_.}*~-/:".contains(c))
    })
}

/// Calls `see` with each text file that belongs to the project, by its path from the root.
fn visit(root: &Path, folder: &Path, see: &mut impl FnMut(&str, &str)) -> Outcome {
    for path in files::entries(folder)? {
        let relative = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if is_foreign(&relative) {
            continue;
        }
        if path.is_dir() {
            visit(root, &path, see)?;
        } else if let Ok(text) = String::from_utf8(fs::read(&path).map_err(at(&path))?) {
            see(&relative, &text);
        }
    }
    Ok(())
}

/// What tools wrote, and nobody here: built, generated, or git's own.
fn is_foreign(relative: &str) -> bool {
    const GENERATED: [&str; 3] = [
        "bindings/kotlin/generated",
        "bindings/swift/Sources/MingmenCore/Generated",
        "bindings/swift/Sources/MingmenFFI/include",
    ];
    let name = relative.rsplit('/').next().unwrap_or(relative);
    [".git", "target", ".build", "Cargo.lock"].contains(&name) || GENERATED.contains(&relative)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(path: &str, text: &str) -> Vec<String> {
        violations(path, text)
    }

    #[test]
    fn the_domain_may_not_reach_up_to_the_store() {
        for text in ["use crate::store::Row;", "use crate::{plan, store};", "crate::mingmen::open()"] {
            assert_eq!(says("core/src/plan/week.rs", text).len(), 1, "{text}");
            assert_eq!(says("core/src/reminder.rs", text).len(), 1, "{text}");
            assert!(says("core/src/store/rows.rs", text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_domain_may_know_itself_and_names_that_only_begin_alike() {
        for text in ["use crate::zone::Zone;", "use crate::{plan, practice};", "use crate::storefront::X;"] {
            assert!(says("core/src/plan/week.rs", text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_core_may_not_mention_uniffi_in_code_or_manifest() {
        assert_eq!(says("core/Cargo.toml", "uniffi.workspace = true").len(), 1);
        assert_eq!(says("core/src/lib.rs", "#[derive(UniFFI)]").len(), 1);
        assert!(says("bindings/src/lib.rs", "uniffi::setup_scaffolding!();").is_empty());
    }

    #[test]
    fn the_apps_may_open_neither_a_database_nor_a_connection() {
        assert_eq!(says("ios/MingmenKit/Sources/A.swift", "import SQLite3").len(), 1);
        assert_eq!(says("android/app/src/main/kotlin/A.kt", "import java.sql.Connection").len(), 1);
        let manifest = "<uses-permission android:name=\"android.permission.INTERNET\"/>";
        assert_eq!(says("android/app/src/main/AndroidManifest.xml", manifest).len(), 1);
        assert!(says("core/src/store.rs", "import SQLite3").is_empty());
    }

    #[test]
    fn a_path_of_one_machine_may_not_stand_anywhere() {
        for path in MACHINE_PATHS {
            assert_eq!(says("docs/a.md", &format!("see `{path}x`")).len(), 1, "{path}");
        }
        assert!(says("xtask/a.sh", "[ -x \"$DIR/root/.stamp\" ] || ls ~/.cache/tmp/x").is_empty());
    }

    #[test]
    fn nothing_unfinished_may_stand_anywhere_but_words_that_contain_it_may() {
        for word in UNFINISHED {
            assert_eq!(
                says("core/src/lib.rs", &format!("// {word}: later")),
                [format!("core/src/lib.rs:1: {}", RULES[5].says)]
            );
            assert!(says("core/src/lib.rs", &format!("{word}S_{word}")).is_empty());
        }
    }

    #[test]
    fn a_broken_rule_is_reported_with_file_and_line() {
        let broken = says("core/src/zone.rs", "\n\nuse crate::store::Row;\n");
        assert_eq!(broken, ["core/src/zone.rs:3: the domain knows neither store nor archive nor the facade"]);
    }

    #[test]
    fn a_file_that_is_too_long_is_reported_unless_it_is_content() {
        let text = "x\n".repeat(LONGEST + 1);
        assert_eq!(says("core/src/zone.rs", &text).len(), 1);
        assert!(says("core/content/movements.json", &text).is_empty());
    }

    #[test]
    fn what_tools_wrote_is_not_held_against_the_rules() {
        assert!(is_foreign("android/ui/target") && is_foreign("bindings/kotlin/generated"));
        assert!(!is_foreign("bindings/kotlin/src") && !is_foreign("xtask/src/house.rs"));
    }
}
