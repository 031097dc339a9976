//! `cargo xtask doctor`: what this computer lacks, and the command that gets it. `app` and `test` ask it first.

use crate::args::Args;
use crate::failure::{Failure, Outcome};
use crate::install::{self, Machine};
use crate::log::Log;
use crate::repo::Repo;
use crate::terminal;
use crate::tools::{self, Found, Tool};

/// Says what is there and what is missing; with `--install` gets what is missing.
pub(crate) fn run(repo: &Repo, args: &Args) -> Outcome {
    let machine = Machine::look();
    let looks: Vec<(Tool, Found)> = tools::ALL.iter().map(|tool| (*tool, tool.look(repo))).collect();
    for (tool, found) in &looks {
        println!("{}", line(*tool, found));
    }
    let missing = missing(&looks);
    if missing.is_empty() {
        println!("This computer has everything.");
        return Ok(());
    }
    println!("\n{}", advice(repo, &machine, &missing));
    if args.has("--install") {
        return get(repo, &machine, &missing);
    }
    Err(Failure::Machine("Or let `cargo xtask doctor --install` do it.".into()))
}

/// Makes sure of the tools before something is built: asks at a terminal, installs unasked where nobody can
/// answer, and says what to do where it can do neither.
pub(crate) fn ensure(repo: &Repo, needed: &[Tool]) -> Outcome {
    let looks: Vec<(Tool, Found)> = needed.iter().map(|tool| (*tool, tool.look(repo))).collect();
    let missing = missing(&looks);
    if missing.is_empty() {
        return Ok(());
    }
    let machine = Machine::look();
    println!("{}", advice(repo, &machine, &missing));
    if terminal::can_ask() && !terminal::ask("Get this now?") {
        return Err(Failure::Machine("Nothing was installed. Run this again when it is there.".into()));
    }
    get(repo, &machine, &missing)
}

fn missing(looks: &[(Tool, Found)]) -> Vec<Tool> {
    looks.iter().filter(|(_, found)| matches!(found, Found::No(_))).map(|(tool, _)| *tool).collect()
}

/// One line about one tool, in columns.
fn line(tool: Tool, found: &Found) -> String {
    let (state, detail) = match found {
        Found::Yes(which) => ("ok", which.clone()),
        Found::No(instead) if instead.is_empty() => ("missing", tool.purpose().to_owned()),
        Found::No(instead) => ("missing", format!("{} ({instead})", tool.purpose())),
        Found::NotNeeded => ("not needed", "no display".to_owned()),
    };
    format!("{state:<11}{:<24}{detail}", tool.name())
}

/// What is missing and the commands that get it, ready to be pasted.
fn advice(repo: &Repo, machine: &Machine, missing: &[Tool]) -> String {
    let names: Vec<_> = missing.iter().map(|tool| tool.name()).collect();
    let mut text = format!("This computer lacks: {}.\n", names.join(", "));
    let plan = install::plan(repo, machine, missing);
    if !plan.steps.is_empty() {
        text.push_str("What gets it:\n");
    }
    for step in &plan.steps {
        // Whoever types it can type a password too.
        text.push_str(&format!("  {}\n", step.join(" ").replace("sudo -n ", "sudo ")));
    }
    for tool in &plan.by_hand {
        text.push_str(&format!("  {}: {}\n", tool.name(), tool.by_hand()));
    }
    text.trim_end().to_owned()
}

fn get(repo: &Repo, machine: &Machine, missing: &[Tool]) -> Outcome {
    let plan = install::plan(repo, machine, missing);
    if plan.steps.is_empty() {
        return Err(Failure::Machine("It must be installed by hand, as said above.".into()));
    }
    let mut log = Log::create(&repo.by_product("logs"), "install")?;
    install::carry_out(repo, machine, missing, &mut log).map_err(|failure| {
        Failure::Machine(format!(
            "{failure}\nDownloads are kept: run this again to go on, or install by hand as said above."
        ))
    })?;
    let still: Vec<_> = missing
        .iter()
        .filter(|tool| matches!(tool.look(repo), Found::No(_)))
        .map(|tool| tool.name())
        .collect();
    if still.is_empty() {
        println!("This computer has everything now.");
        return Ok(());
    }
    Err(Failure::Machine(format!("Still missing: {}. Install it by hand, as said above.", still.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_is_there_or_what_the_missing_thing_is_for() {
        assert_eq!(
            line(Tool::Maven, &Found::Yes("3.8.7".into())),
            "ok         Maven 3.8 or newer      3.8.7"
        );
        assert_eq!(
            line(Tool::Maven, &Found::No("3.6.3 is too old".into())),
            "missing    Maven 3.8 or newer      builds everything in Kotlin (3.6.3 is too old)"
        );
    }

    #[test]
    fn what_is_not_needed_is_not_missing() {
        let looks = [
            (Tool::Window, Found::NotNeeded),
            (Tool::Jdk, Found::Yes("17".into())),
            (Tool::Maven, Found::No("".into())),
        ];
        assert_eq!(missing(&looks), [Tool::Maven]);
    }
}
