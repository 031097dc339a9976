//! Runs Swift: the system's own where it is new enough, else the one that `install-swift.sh` unpacked beside
//! the system, in the user's cache.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bindings::Libraries;
use crate::failure::{Outcome, at};
use crate::log::Log;
use crate::repo::Repo;
use crate::tools::{Found, at_least, output};
use crate::version::Version;

const MAJOR: u32 = 6;

/// Where `install-swift.sh` unpacks Swift: outside the checkout, so that every checkout shares it.
pub(crate) fn folder() -> PathBuf {
    let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let cache = env::var_os("XDG_CACHE_HOME").filter(|path| !path.is_empty()).map(PathBuf::from);
    cache.unwrap_or_else(|| home.join(".cache")).join("mingmen/swift")
}

/// Looks for a Swift that is new enough.
pub(crate) fn look(repo: &Repo) -> Found {
    let system = of_the_system();
    match &system {
        Found::Yes(_) => return system,
        _ if !is_unpacked() => return system,
        _ => {}
    }
    let mut command = beside_the_system(repo, &repo.root, &[]);
    let version = Version::after("Swift version", &output(command.args(["swift", "--version"])));
    match at_least(MAJOR, version) {
        Found::Yes(version) => Found::Yes(format!("{version}, beside the system in {}", folder().display())),
        other => other,
    }
}

fn of_the_system() -> Found {
    at_least(MAJOR, Version::after("Swift version", &output(Command::new("swift").arg("--version"))))
}

/// The script moves `root` to its place in one step, when it is complete.
fn is_unpacked() -> bool {
    folder().join("root/.stamp").is_file() && folder().join("swift-run").is_file()
}

fn beside_the_system(repo: &Repo, inside: &Path, handed_on: &[(&str, String)]) -> Command {
    let mut command = Command::new(folder().join("swift-run"));
    command.arg("-p").arg(&repo.root).arg("-C").arg(inside).args(["--", "env"]);
    // It starts with an empty environment.
    command.args(handed_on.iter().map(|(name, value)| format!("{name}={value}")));
    command
}

/// `swift` in a folder of the checkout.
fn command(repo: &Repo, log: &Log, folder: &str) -> Command {
    let inside = repo.path(folder);
    if let Found::Yes(_) = of_the_system() {
        let mut command = Command::new("swift");
        command.current_dir(&inside);
        return command;
    }
    let mut command = beside_the_system(repo, &inside, log.env());
    command.arg("swift");
    command
}

/// Holds all Swift that people write against `.swift-format`; what the generator writes is left alone.
pub(crate) fn check_format(repo: &Repo, log: &mut Log) -> Outcome {
    let core = "bindings/swift/Sources/MingmenCore";
    let mut command = command(repo, log, ".");
    command.args(["format", "lint", "--strict", "--parallel", "--recursive"]);
    command.args(["bindings/swift/Package.swift", "bindings/swift/Tests", "ios/Package.swift"]);
    command.args(["ios/App", "ios/Sources", "ios/Stubs", "ios/Tests"]);
    let files = crate::files::entries(&repo.path(core))?;
    let names = files.iter().filter(|file| file.is_file()).filter_map(|file| file.file_name());
    command.args(names.map(|name| Path::new(core).join(name)));
    log.run(command)
}

/// `swift SUBCOMMAND` in a package of the checkout, linked against our static library, with every warning
/// an error.
pub(crate) fn run(
    repo: &Repo,
    log: &mut Log,
    package: &str,
    libraries: &Libraries,
    words: &[&str],
) -> Outcome {
    let mut command = command(repo, log, package);
    command.args(words).args(["-Xswiftc", "-warnings-as-errors"]);
    if cfg!(target_os = "linux") {
        // The default linker of Swift 6.0 fails on Observation.
        command.args(["-Xswiftc", "-use-ld=lld"]);
    }
    let archive = archive_alone(repo, libraries)?;
    let mut search = OsString::from("-L");
    search.push(archive);
    command.arg("-Xlinker").arg(search);
    log.run(command)
}

/// A folder that holds the static library and nothing else: the linker prefers a shared one beside it.
fn archive_alone(repo: &Repo, libraries: &Libraries) -> Outcome<PathBuf> {
    let folder = repo.path("target/swift/lib");
    fs::create_dir_all(&folder).map_err(at(&folder))?;
    let name = libraries.archive.file_name().unwrap_or_default();
    crate::files::copy_if_changed(&libraries.archive, &folder.join(name))?;
    Ok(folder)
}
