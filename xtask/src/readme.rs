//! Holds README and docs to their word: each `cargo xtask …` they quote is a command line that exists, each
//! local link leads somewhere, and `.ci/run` runs the test command that the README gives.

use std::fs;
use std::path::{Path, PathBuf};

use crate::commands;
use crate::failure::{Failure, Outcome, at};
use crate::files;
use crate::log::Log;
use crate::repo::Repo;

/// The two commands that a newcomer needs; README must give both.
const PROMISED: [&str; 2] = ["cargo xtask app", "cargo xtask test"];
const CI: &str = ".ci/run";

/// Checks README.md and everything under docs.
pub(crate) fn check(repo: &Repo, log: &mut Log) -> Outcome {
    let readme = repo.path("README.md");
    let mut pages = vec![readme.clone()];
    collect_pages(&repo.path("docs"), &mut pages)?;
    let mut wrong = Vec::new();
    let mut count = 0;
    for page in &pages {
        let text = fs::read_to_string(page).map_err(at(page))?;
        let name = page.strip_prefix(&repo.root).unwrap_or(page).display().to_string();
        let quoted = quoted_commands(&text);
        count += quoted.len();
        let bad = quoted.iter().filter_map(|(line, command)| Some((*line, commands::check_line(command)?)));
        wrong.extend(bad.map(|(line, why)| format!("{name}:{line}: {why}")));
        let folder = page.parent().unwrap_or(&repo.root);
        let broken = local_links(&text).into_iter().filter(|(_, link)| !folder.join(link).exists());
        wrong.extend(broken.map(|(line, link)| format!("{name}:{line}: {link} does not exist")));
        if *page == readme {
            let missing =
                PROMISED.iter().filter(|promised| !quoted.iter().any(|(_, command)| command == *promised));
            wrong.extend(missing.map(|promised| format!("{name}: does not give `{promised}`")));
        }
    }
    let ci = fs::read_to_string(repo.path(CI)).map_err(at(Path::new(CI)))?;
    if !ci_runs_only_the_tests(&ci) {
        wrong.push(format!("{CI}: must run `{}` and nothing else", PROMISED[1]));
    }
    log.note(&format!("{count} commands in {} pages", pages.len()));
    if wrong.is_empty() { Ok(()) } else { Err(Failure::Check(wrong.join("\n"))) }
}

fn collect_pages(folder: &Path, pages: &mut Vec<PathBuf>) -> Outcome {
    if !folder.is_dir() {
        return Ok(());
    }
    for path in files::entries(folder)? {
        if path.is_dir() {
            collect_pages(&path, pages)?;
        } else if path.extension().is_some_and(|end| end == "md") {
            pages.push(path);
        }
    }
    Ok(())
}

/// Each `cargo xtask …` between backticks or on a line of its own in a fenced block, with its line number.
fn quoted_commands(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut fenced = false;
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            continue;
        }
        let pieces: Vec<&str> =
            if fenced { vec![line] } else { line.split('`').skip(1).step_by(2).collect() };
        let commands = pieces.into_iter().map(|piece| piece.trim().trim_start_matches("$ "));
        let ours = commands.filter(|piece| *piece == "cargo xtask" || piece.starts_with("cargo xtask "));
        found.extend(ours.map(|command| (number, without_comment(command).to_owned())));
    }
    found
}

fn without_comment(command: &str) -> &str {
    command.split(" #").next().unwrap_or(command).trim_end()
}

/// Each link to a file of the checkout, without its anchor, with its line number.
fn local_links(text: &str) -> Vec<(usize, String)> {
    let lines = (1..).zip(text.lines());
    let links = lines.flat_map(|(number, line)| line.split("](").skip(1).map(move |rest| (number, rest)));
    let targets = links.filter_map(|(number, rest)| Some((number, rest.split_once(')')?.0)));
    let local = targets.filter(|(_, target)| {
        !target.contains("://") && !target.starts_with(['#', '<']) && !target.starts_with("mailto:")
    });
    local.map(|(number, target)| (number, target.split('#').next().unwrap_or(target).to_owned())).collect()
}

/// Comments and `set` aside, the script is the README's test command and nothing more.
fn ci_runs_only_the_tests(script: &str) -> bool {
    let lines = script.lines().map(str::trim);
    let commands: Vec<_> = lines
        .filter(|line| !line.is_empty() && !line.starts_with(['#']) && !line.starts_with("set "))
        .collect();
    commands == [PROMISED[1]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_in_prose_and_in_fenced_blocks() {
        let text =
            "Run `cargo xtask app`, or `cargo build`.\n```sh\n$ cargo xtask test core  # quick\nls\n```\n";
        let commands = quoted_commands(text);
        assert_eq!(commands, [(1, "cargo xtask app".to_owned()), (3, "cargo xtask test core".to_owned())]);
    }

    #[test]
    fn only_links_into_the_checkout_are_followed() {
        let text = "[a](docs/a.md#part) [b](https://example.org/x)\n![c](#here) [d](../d.png)";
        assert_eq!(local_links(text), [(1, "docs/a.md".to_owned()), (2, "../d.png".to_owned())]);
    }

    #[test]
    fn ci_may_run_the_tests_and_nothing_more() {
        assert!(ci_runs_only_the_tests("#!/bin/sh\n# why\nset -eu\n\ncargo xtask test\n"));
        assert!(!ci_runs_only_the_tests("#!/bin/sh\nset -eu\ncargo xtask test core\n"));
        assert!(!ci_runs_only_the_tests("#!/bin/sh\ncargo xtask test || true\n"));
        assert!(!ci_runs_only_the_tests("#!/bin/sh\ncargo xtask test\ncargo build\n"));
    }

    #[test]
    fn a_wrong_command_and_a_dead_link_are_reported_with_file_and_line() {
        let folder = tempfile::tempdir().unwrap();
        let repo = Repo { root: folder.path().to_owned(), cargo_target: folder.path().join("target") };
        let mut log = Log::create(&folder.path().join("logs"), "readme").unwrap();
        files::write_if_changed(&repo.path(CI), b"set -eu\ncargo xtask test\n").unwrap();
        let page = "`cargo xtask app`\n`cargo xtask tset`\n[x](docs/none.md)\n";
        files::write_if_changed(&repo.path("README.md"), page.as_bytes()).unwrap();
        let wrong = check(&repo, &mut log).unwrap_err().to_string();
        let lines: Vec<_> = wrong.lines().collect();
        assert_eq!(lines.len(), 3, "{wrong}");
        assert!(lines[0].starts_with("README.md:2: ") && lines[0].contains("tset"), "{wrong}");
        assert_eq!(lines[1], "README.md:3: docs/none.md does not exist");
        assert_eq!(lines[2], "README.md: does not give `cargo xtask test`");
    }
}
