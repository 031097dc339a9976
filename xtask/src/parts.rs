//! The table of what `cargo xtask test` checks, in the order in which it fails fastest. A new part is a new
//! row here and nothing else.

use std::path::Path;
use std::process::Command;

use crate::agree;
use crate::bindings;
use crate::cargo;
use crate::failure::{Failure, Outcome};
use crate::files;
use crate::house;
use crate::log::Log;
use crate::maven;
use crate::readme;
use crate::repo::Repo;
use crate::swift;
use crate::tools::Tool;

/// One part of the test run.
pub(crate) struct Part {
    pub(crate) name: &'static str,
    /// What we know when it has passed.
    pub(crate) proves: &'static str,
    pub(crate) needs: &'static [Tool],
    /// What it checks, by path from the root.
    pub(crate) home: &'static [&'static str],
    /// Whether it runs tests that announce themselves; then none at all is a failure.
    pub(crate) counts_tests: bool,
    pub(crate) run: fn(&Repo, &mut Log) -> Outcome,
}

/// The share of all faults that each test run brings about.
const SAMPLE: &str = "0.003";

/// The kinds of it: not `calls`, of which one row is known to fail (docs/faults.md).
const SAMPLED: &str = "power kill memory space rot logs together locks controls";

const RUST: &[Tool] = &[Tool::CCompiler];
const JVM: &[Tool] = &[Tool::CCompiler, Tool::Jdk, Tool::Maven];
const SCREENS: &[Tool] = &[Tool::CCompiler, Tool::Jdk, Tool::Maven, Tool::DrawingLibraries, Tool::Font];
const ANDROID: &[Tool] = &[Tool::CCompiler, Tool::Jdk, Tool::Maven, Tool::Aapt2];
const SWIFT: &[Tool] = &[Tool::CCompiler, Tool::Swift];

/// Every part, fastest failure first.
pub(crate) const ALL: &[Part] = &[
    Part {
        name: "format",
        proves: "all Rust is formatted alike",
        needs: &[Tool::RustComponents],
        home: &["rustfmt.toml"],
        counts_tests: false,
        run: |repo, log| log.run(cargo(repo, "fmt --all --check")),
    },
    Part {
        name: "house",
        proves: "folders know only what they may; no machine's paths, nothing unfinished",
        needs: &[],
        home: &["core/src"],
        counts_tests: false,
        run: house::check,
    },
    Part {
        name: "readme",
        proves: "every command and link in README and docs works; CI runs what README says",
        needs: &[],
        home: &["README.md"],
        counts_tests: false,
        run: readme::check,
    },
    Part {
        name: "clippy",
        proves: "no lint, no undocumented public item, no clock and no panic in the core",
        needs: &[Tool::CCompiler, Tool::RustComponents],
        home: &["clippy.toml"],
        counts_tests: false,
        run: |repo, log| {
            log.run(cargo(repo, "clippy --workspace --all-targets --all-features -- -D warnings"))
        },
    },
    Part {
        name: "xtask",
        proves: "this tool itself: arguments, doctor, rules of the house",
        needs: RUST,
        home: &["xtask/src"],
        counts_tests: true,
        run: |repo, log| log.run(cargo(repo, "test --package xtask")),
    },
    Part {
        name: "core",
        proves: "the rules: catalogue, safety, plan, practice, reminders, progress, store",
        needs: RUST,
        home: &["core/src"],
        counts_tests: true,
        run: |repo, log| log.run(cargo(repo, "test --package mingmen-core")),
    },
    Part {
        name: "content",
        proves: "the catalogue's files are whole, refer to each other rightly and are as their schemas say",
        needs: RUST,
        home: &["core/content", "core/examples/content.rs", "xtask/src/bin/schemas"],
        counts_tests: true,
        run: content,
    },
    Part {
        name: "figures",
        proves: "a drawn clip shows in each kind of picture what its samples say; README's are as drawn now",
        needs: RUST,
        home: &["xtask/src/bin/figures", "docs/pictures"],
        counts_tests: true,
        run: |repo, log| log.run(cargo(repo, &format!("test {}", cargo::DRAWING))),
    },
    Part {
        name: "journeys",
        proves: "the journeys hold in Rust",
        needs: RUST,
        home: &["tests/journeys", "core/examples/journey/main.rs"],
        counts_tests: false,
        run: journeys,
    },
    Part {
        name: "faults",
        proves: "nothing is lost by power cuts, kills, failing calls and decay: a sample, with its controls",
        needs: RUST,
        home: &["tests/faults/src"],
        counts_tests: true,
        run: |repo, log| {
            log.run(cargo(repo, &format!("test --package {}", cargo::FAULTS)))?;
            let sample = format!("run --quiet --package {} -- --budget {SAMPLE} {SAMPLED}", cargo::FAULTS);
            log.run(cargo(repo, &sample))
        },
    },
    Part {
        name: "bindings",
        proves: "the interface mirrors the core, is documented and has not changed unseen",
        needs: RUST,
        home: &["bindings/uniffi.toml"],
        counts_tests: true,
        run: |repo, log| {
            bindings::generate(repo, log)?;
            log.run(cargo(repo, "test --package mingmen-ffi --features bindgen"))
        },
    },
    Part {
        name: "kotlin",
        proves: "the Kotlin library over the real core, and the journeys in Kotlin",
        needs: JVM,
        home: &["bindings/kotlin/pom.xml", maven::REACTOR],
        counts_tests: true,
        run: |repo, log| maven_tests(repo, log, "../bindings/kotlin", &[]),
    },
    Part {
        name: "desktop",
        proves: "every screen, pressed and drawn off screen over the real core",
        needs: SCREENS,
        home: &["android/ui/pom.xml", "android/desktop/pom.xml"],
        counts_tests: true,
        run: |repo, log| maven_tests(repo, log, "ui,desktop", &["kotlin"]),
    },
    Part {
        name: "android",
        proves: "the Android shell in the real framework under Robolectric",
        needs: ANDROID,
        home: &["android/app/pom.xml"],
        counts_tests: true,
        run: |repo, log| maven_tests(repo, log, "app", &["kotlin", "ui"]),
    },
    Part {
        name: "swift",
        proves: "the Swift package and the iOS models over the real core, and the journeys in Swift",
        needs: SWIFT,
        home: &["bindings/swift/Package.swift", "ios"],
        counts_tests: true,
        run: swift_tests,
    },
    Part {
        name: "agree",
        proves: "Rust, Kotlin and Swift gave the same results, byte for byte, at every step of every journey",
        needs: &[],
        home: &["tests/journeys"],
        counts_tests: false,
        run: |repo, log| agree::check(repo, log),
    },
    Part {
        name: "swift-views",
        proves: "the SwiftUI views and the shell have the right types; Swift is formatted alike",
        needs: SWIFT,
        home: &["ios/Package.swift"],
        counts_tests: false,
        run: |repo, log| {
            let libraries = bindings::generate(repo, log)?;
            swift::run(repo, log, "ios", &libraries, &["build", "--target", "MingmenShell"])?;
            swift::check_format(repo, log)
        },
    },
];

/// The parts with these names, in the table's order whatever the order of the names; all for none.
pub(crate) fn choose(names: &[String]) -> Outcome<Vec<&'static Part>> {
    if let Some(unknown) = names.iter().find(|name| ALL.iter().all(|part| part.name != name.as_str())) {
        let known: Vec<_> = ALL.iter().map(|part| part.name).collect();
        return Err(Failure::Usage(format!("no part {unknown}; the parts are {}", known.join(", "))));
    }
    let is_chosen = |part: &&Part| names.is_empty() || names.iter().any(|name| name == part.name);
    Ok(ALL.iter().filter(is_chosen).collect())
}

/// The first thing a part checks that is not in the checkout.
pub(crate) fn missing_home(part: &Part, root: &Path) -> Option<&'static str> {
    part.home.iter().copied().find(|path| !root.join(path).exists())
}

fn cargo(repo: &Repo, words: &str) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(&repo.root).args(words.split(' '));
    command
}

fn content(repo: &Repo, log: &mut Log) -> Outcome {
    log.run(cargo::build_example(repo, "content"))?;
    log.run(cargo::run_example(repo, "content", &[repo.path("core/content").display().to_string()]))?;
    log.run(cargo(repo, "test --package xtask --features schemas --bin schemas"))
}

fn journeys(repo: &Repo, log: &mut Log) -> Outcome {
    log.run(cargo::build_example(repo, "journey"))?;
    let files = files::entries(&repo.path("tests/journeys"))?;
    let journeys = files.iter().filter(|path| path.extension().is_some_and(|end| end == "json"));
    let journeys: Vec<String> = journeys.map(|path| path.display().to_string()).collect();
    if journeys.is_empty() {
        return Err(Failure::Check("tests/journeys holds no journey".into()));
    }
    log.run(cargo::run_example(repo, "journey", &journeys))
}

/// Runs the tests of some modules of the reactor. The modules under them are compiled, but the tests of those
/// named in `tested_before` are left out: another part runs them.
fn maven_tests(repo: &Repo, log: &mut Log, modules: &str, tested_before: &[&str]) -> Outcome {
    let libraries = bindings::generate(repo, log)?;
    let skip: Vec<String> =
        tested_before.iter().map(|module| format!("-Dskip.{module}.tests=true")).collect();
    let mut words = vec!["-pl", modules, "-am", "test"];
    words.extend(skip.iter().map(String::as_str));
    maven::run(repo, log, libraries.folder(), &words)
}

fn swift_tests(repo: &Repo, log: &mut Log) -> Outcome {
    let libraries = bindings::generate(repo, log)?;
    // Without the switch a line of XCTest says first that no test ran.
    let words = ["test", "--disable-xctest"];
    swift::run(repo, log, "bindings/swift", &libraries, &words)?;
    swift::run(repo, log, "ios", &libraries, &words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(parts: &[&Part]) -> Vec<&'static str> {
        parts.iter().map(|part| part.name).collect()
    }

    fn chosen(words: &[&str]) -> Outcome<Vec<&'static str>> {
        choose(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()).map(|parts| names(&parts))
    }

    #[test]
    fn parts_run_in_the_order_of_the_table_however_they_are_named() {
        assert_eq!(chosen(&["core", "format"]).unwrap(), ["format", "core"]);
        assert_eq!(chosen(&[]).unwrap().len(), ALL.len());
    }

    #[test]
    fn an_unknown_part_is_wrong_usage_and_the_known_ones_are_named() {
        let failure = chosen(&["core", "cor"]).unwrap_err();
        assert_eq!(failure.code(), 2);
        assert!(failure.to_string().starts_with("no part cor; the parts are format, "), "{failure}");
    }

    #[test]
    fn what_needs_no_build_comes_before_what_does_and_rust_before_the_others() {
        let at = |name| ALL.iter().position(|part| part.name == name).unwrap();
        let order =
            ["format", "house", "clippy", "core", "bindings", "kotlin", "desktop", "android", "swift"];
        assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
    }

    #[test]
    fn no_two_parts_share_a_name() {
        assert!(
            ALL.iter().enumerate().all(|(at, part)| ALL[..at].iter().all(|other| other.name != part.name))
        );
    }

    #[test]
    fn a_missing_home_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let part = ALL.iter().find(|part| part.name == "journeys").unwrap();
        assert_eq!(missing_home(part, folder.path()), Some("tests/journeys"));
        std::fs::create_dir_all(folder.path().join("tests/journeys")).unwrap();
        assert_eq!(missing_home(part, folder.path()), Some("core/examples/journey/main.rs"));
    }
}
