//! `cargo xtask app`: builds what the desktop app needs and starts it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::UNIX_EPOCH;

use crate::args::Args;
use crate::bindings::{self, Libraries};
use crate::doctor;
use crate::failure::{Failure, Outcome, at};
use crate::files;
use crate::log::Log;
use crate::maven;
use crate::repo::Repo;
use crate::terminal;
use crate::tools;

const MAIN_CLASS: &str = "app.mingmen.desktop.MainKt";
const PICTURES_CLASS: &str = "app.mingmen.desktop.ShotsKt";
/// Where everything that Maven compiles into the desktop app comes from.
const SOURCES: [&str; 8] = [
    "bindings/kotlin/pom.xml",
    "bindings/kotlin/generated",
    "bindings/kotlin/src/main",
    "android/pom.xml",
    "android/ui/pom.xml",
    "android/ui/src/main",
    "android/desktop/pom.xml",
    "android/desktop/src/main",
];
const CLASSES: &str = "android/desktop/target/classes";

/// Opens the app in a window, or walks through it off screen where there is no display. A practice in real time is
/// always led off screen.
pub(crate) fn run(repo: &Repo, args: &Args) -> Outcome {
    doctor::ensure(repo, tools::FOR_APP)?;
    let mut words = Vec::new();
    if let Some(folder) = args.value("--data") {
        let folder = absolute(Path::new(folder))?;
        words.extend(["--data".into(), folder.into_os_string()]);
    }
    if args.has("--fresh") {
        words.push("--fresh".into());
    }
    if let Some(locale) = args.value("--locale") {
        words.extend(["--locale".into(), locale.into()]);
    }
    let real_time = args.value("--real-time");
    if let Some(routine) = real_time {
        words.extend(["--real-time".into(), routine.into()]);
    } else if !tools::has_display() {
        let pictures = repo.path("target/app");
        println!(
            "No display here: the app goes through a first day off screen; its pictures are in target/app."
        );
        words.extend(["--off-screen".into(), pictures.into_os_string()]);
    }
    let off_screen = real_time.is_some() || !tools::has_display();
    let mut java = java(repo, MAIN_CLASS, off_screen)?;
    java.args(words);
    become_program(java)
}

/// Draws every screen and lays the pictures beside the golden ones; `--accept` makes them golden.
pub(crate) fn pictures(repo: &Repo, args: &Args) -> Outcome {
    doctor::ensure(repo, tools::FOR_APP)?;
    let mut java = java(repo, PICTURES_CLASS, true)?;
    java.arg("--out").arg(repo.path("target/shots"));
    if args.has("--accept") {
        java.arg("--accept");
    }
    become_program(java)
}

/// A collector that clears up beside the app: the usual one held it for 42 ms at a time where others use the machine too, and a
/// cue may be late by 50.
const NO_PAUSES: [&str; 2] = ["-XX:+UseZGC", "-Xmx1g"];

/// `java` with everything built and on its class path, ready for the program's own words.
fn java(repo: &Repo, main_class: &str, off_screen: bool) -> Outcome<Command> {
    let mut log = Log::create(&repo.by_product("logs"), "app")?;
    terminal::status("  building the app");
    let libraries = bindings::generate(repo, &mut log)?;
    let class_path = class_path(repo, &mut log, &libraries)?;
    let mut java = Command::new(tools::java_home_bin("java"));
    java.arg(format!("-Djna.library.path={}", libraries.folder().display()));
    java.arg(format!("-Djava.awt.headless={off_screen}"));
    java.args(NO_PAUSES);
    java.arg("-cp").arg(class_path).arg(main_class);
    Ok(java)
}

/// Compiles the Kotlin modules unless nothing has changed since the last time, and gives their class path.
fn class_path(repo: &Repo, log: &mut Log, libraries: &Libraries) -> Outcome<String> {
    if !repo.path(maven::REACTOR).is_file() {
        return Err(Failure::Check(format!("there is no desktop app here yet: no {}", maven::REACTOR)));
    }
    let stamp_path = repo.by_product("app.stamp");
    let stored = repo.by_product("app.classpath");
    let stamp = stamp(repo)?;
    let is_fresh = fs::read_to_string(&stamp_path).is_ok_and(|old| old == stamp);
    if !(is_fresh && repo.path(CLASSES).is_dir() && stored.is_file()) {
        // A relative path is taken from each module, so that the modules do not overwrite each other's.
        let words = "-pl desktop -am compile dependency:build-classpath -DincludeScope=runtime";
        let words: Vec<_> = words.split(' ').chain(["-Dmdep.outputFile=target/classpath.txt"]).collect();
        maven::run(repo, log, libraries.folder(), &words)?;
        files::copy_if_changed(&repo.path("android/desktop/target/classpath.txt"), &stored)?;
        files::write_if_changed(&stamp_path, stamp.as_bytes())?;
    }
    let others = fs::read_to_string(&stored).map_err(at(&stored))?;
    let separator = if cfg!(windows) { ';' } else { ':' };
    Ok(format!("{}{separator}{}", repo.path(CLASSES).display(), others.trim()))
}

/// Name, size and time of every source file, as one text.
fn stamp(repo: &Repo) -> Outcome<String> {
    let mut stamp = String::new();
    for source in SOURCES {
        add_to_stamp(&repo.path(source), &mut stamp)?;
    }
    Ok(stamp)
}

fn add_to_stamp(path: &Path, stamp: &mut String) -> Outcome {
    if path.is_dir() {
        return files::entries(path)?.iter().try_for_each(|entry| add_to_stamp(entry, stamp));
    }
    let Ok(about) = fs::metadata(path) else { return Ok(()) };
    let changed =
        about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    stamp.push_str(&format!("{} {} {}\n", path.display(), about.len(), changed.as_nanos()));
    Ok(())
}

fn absolute(path: &Path) -> Outcome<PathBuf> {
    env::current_dir().map(|here| here.join(path)).map_err(at(path))
}

/// Turns this process into the program, so that Ctrl-C and the exit code are the program's own.
#[cfg(unix)]
fn become_program(mut command: Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    terminal::status("");
    Err(Failure::Machine(format!("cannot start java: {}", command.exec())))
}

#[cfg(not(unix))]
fn become_program(mut command: Command) -> Outcome {
    terminal::status("");
    let status = command.status().map_err(|error| Failure::Machine(format!("cannot start java: {error}")))?;
    if status.success() { Ok(()) } else { Err(Failure::Passed(1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stamp_changes_with_any_source_and_only_then() {
        let folder = tempfile::tempdir().unwrap();
        let repo = Repo { root: folder.path().to_owned(), cargo_target: folder.path().join("target") };
        let screen = repo.path("android/ui/src/main/kotlin/Today.kt");
        files::write_if_changed(&screen, b"one").unwrap();
        let before = stamp(&repo).unwrap();
        files::write_if_changed(&repo.path("android/ui/target/x"), b"built").unwrap();
        assert_eq!(stamp(&repo).unwrap(), before);
        files::write_if_changed(&screen, b"three").unwrap();
        assert_ne!(stamp(&repo).unwrap(), before);
    }
}
