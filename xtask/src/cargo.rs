//! Subcommands that are a build by cargo and a program of ours behind it.

use std::process::Command;

use crate::args::Args;
use crate::bindings as generator;
use crate::failure::{Failure, Outcome};
use crate::log::Log;
use crate::repo::Repo;

/// `cargo xtask bindings`.
pub(crate) fn bindings(repo: &Repo, args: &Args) -> Outcome {
    let mut log = Log::create(&repo.by_product("logs"), "bindings")?;
    generator::generate(repo, &mut log)?;
    generator::check_interface(repo, &mut log, args.has("--accept"))
}

/// `cargo xtask journey FILE…`.
pub(crate) fn journey(repo: &Repo, args: &Args) -> Outcome {
    example(repo, "journey", &args.words)
}

/// `cargo xtask content [DIR]`. The schemas are written by a program of its own, which alone needs what makes them.
pub(crate) fn content(repo: &Repo, args: &Args) -> Outcome {
    if args.has("--schema") {
        let mut schemas = Command::new("cargo");
        schemas.args(["run", "--package", "xtask", "--features", "schemas", "--bin", "schemas", "--"]);
        schemas.arg(repo.path("core/content/schema"));
        return pass_through(schemas);
    }
    let own = || repo.path("core/content").display().to_string();
    let mut words = vec![args.words.first().cloned().unwrap_or_else(own)];
    if let Some(locale) = args.value("--untranslated") {
        words.extend(["--untranslated".to_owned(), locale.to_owned()]);
    }
    example(repo, "content", &words)
}

/// The program that draws, for `cargo run` and `cargo test`. It thins thousands of outlines; without optimisation that takes
/// minutes. The core stays as every other command builds it.
pub(crate) const DRAWING: &str =
    "--package xtask --features figures --bin figures --config profile.dev.package.xtask.opt-level=2";

/// `cargo xtask figures`: a program of its own, so that nobody waits for the core and a rasteriser to be built
/// before the doctor can speak.
pub(crate) fn figures(repo: &Repo, args: &Args) -> Outcome {
    let mut figures = Command::new("cargo");
    figures.arg("run").args(DRAWING.split(' ')).arg("--");
    figures.args(args.options());
    if args.value("--out").is_none() {
        let usual = if args.has("--readme") { "docs/pictures" } else { "target/figures" };
        figures.arg("--out").arg(repo.path(usual));
    }
    pass_through(figures)
}

/// `cargo xtask zones`.
pub(crate) fn zones(repo: &Repo, args: &Args) -> Outcome {
    let words: Vec<String> = args.options().map(str::to_owned).collect();
    example(repo, "zones", &words)
}

/// `cargo xtask faults [KIND…]`. Built as the tests are, so that nobody waits for an optimised core.
pub(crate) fn faults(repo: &Repo, args: &Args) -> Outcome {
    let mut faults = Command::new("cargo");
    faults.current_dir(&repo.root).args(["run", "--quiet", "--package", FAULTS, "--"]);
    faults.args(args.options()).args(&args.words);
    pass_through(faults)
}

/// The program that brings faults about.
pub(crate) const FAULTS: &str = "mingmen-faults";

/// What is measured beside the libraries of others, by a program that alone needs them.
const BESIDE_OTHERS: &str = "wanted rings";

/// `cargo xtask bench [NAME]`.
pub(crate) fn bench(repo: &Repo, args: &Args) -> Outcome {
    let beside_others = args.words.iter().all(|name| BESIDE_OTHERS.contains(name.as_str()));
    if args.words.is_empty() || !beside_others {
        let mut bench = Command::new("cargo");
        bench.current_dir(&repo.root).args(["bench", "--package", "mingmen-core", "--"]).args(&args.words);
        pass_through(bench)?;
    }
    if !beside_others {
        return Ok(());
    }
    let mut yardsticks = Command::new("cargo");
    yardsticks.current_dir(&repo.root).args(["run", "--release", "--package", "mingmen-yardsticks"]);
    pass_through(yardsticks)
}

/// Builds an example of the core, then runs it where the person stands, so that relative paths are theirs
/// and the exit code is the program's own.
fn example(repo: &Repo, name: &str, words: &[String]) -> Outcome {
    let mut log = Log::create(&repo.by_product("logs"), name)?;
    log.run(build_example(repo, name))?;
    pass_through(run_example(repo, name, words))
}

/// The command that builds an example of the core.
pub(crate) fn build_example(repo: &Repo, name: &str) -> Command {
    let mut build = Command::new("cargo");
    build.current_dir(&repo.root).args(["build", "--package", "mingmen-core", "--example", name]);
    build
}

/// The command that runs an example once it is built.
pub(crate) fn run_example(repo: &Repo, name: &str, words: &[String]) -> Command {
    let file = format!("examples/{name}{}", std::env::consts::EXE_SUFFIX);
    let mut run = Command::new(repo.built(&file));
    // Else it would find ours, which cargo set for `cargo xtask`.
    run.env("CARGO_MANIFEST_DIR", repo.path("core")).args(words);
    run
}

fn pass_through(mut command: Command) -> Outcome {
    let status = command.status();
    let status = status.map_err(|error| {
        Failure::Check(format!("cannot run {}: {error}", command.get_program().display()))
    })?;
    match status.code().and_then(|code| u8::try_from(code).ok()) {
        Some(0) => Ok(()),
        // Cargo's own failures and panics, and programs that a signal ended, which have no code.
        Some(101) | None => Err(Failure::Passed(1)),
        Some(code) => Err(Failure::Passed(code)),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_exit_code_of_a_program_is_ours() {
        let exit = |script: &str| {
            let mut shell = Command::new("sh");
            shell.args(["-c", script]);
            pass_through(shell)
        };
        assert_eq!(exit("exit 0"), Ok(()));
        assert_eq!(exit("exit 2").unwrap_err().code(), 2);
        assert_eq!(exit("exit 101").unwrap_err().code(), 1);
        assert_eq!(exit("kill -9 $$").unwrap_err().code(), 1);
    }
}
