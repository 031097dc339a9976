//! Gets missing tools: Debian packages by apt, Rust components by rustup, Swift unpacked beside the system.
//! All three go on where they were cut off, and none writes into the checkout.

use std::env;
use std::fs;
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};
use crate::log::Log;
use crate::repo::Repo;
use crate::swift;
use crate::terminal;
use crate::tools::{Source, Tool, output};

const UPDATE: [&str; 2] = ["apt-get", "update"];
const INSTALL: [&str; 4] = ["apt-get", "install", "--yes", "--no-install-recommends"];

/// What kind of computer this is, as far as installing goes.
#[derive(Debug, Clone)]
pub(crate) struct Machine {
    pub(crate) has_apt: bool,
    pub(crate) has_rustup: bool,
    /// What stands before a command that needs root: nothing for root, else `sudo`.
    pub(crate) as_root: &'static [&'static str],
    /// Whether Swift can be unpacked beside the system: Debian's packages for this processor.
    pub(crate) has_debian_swift: bool,
    /// An earlier installation was cut off; dpkg must finish it before it does anything else.
    pub(crate) is_interrupted: bool,
}

impl Machine {
    /// Looks at this computer.
    pub(crate) fn look() -> Self {
        let runs = |program: &str| !output(Command::new(program).arg("--version")).is_empty();
        let is_root = output(Command::new("id").arg("-u")).trim() == "0";
        let has_apt = runs("apt-get");
        Self {
            has_apt,
            has_rustup: runs("rustup"),
            as_root: match (is_root, terminal::can_ask()) {
                (true, _) => &[],
                (false, true) => &["sudo"],
                // Nobody is there to type a password.
                (false, false) => &["sudo", "-n"],
            },
            has_debian_swift: has_apt && env::consts::ARCH == "x86_64",
            is_interrupted: fs::read_dir("/var/lib/dpkg/updates").is_ok_and(|mut left| left.next().is_some())
                || !output(Command::new("dpkg").arg("--audit")).is_empty(),
        }
    }
}

/// The commands that get what is missing, and what must be got by hand.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) steps: Vec<Vec<String>>,
    pub(crate) by_hand: Vec<Tool>,
}

/// The plan for `missing` on `machine`, with the package names that the machine's apt knows now.
pub(crate) fn plan(repo: &Repo, machine: &Machine, missing: &[Tool]) -> Plan {
    plan_with(repo, machine, missing, &|name| {
        !output(Command::new("apt-cache").args(["show", "--no-all-versions", name])).is_empty()
    })
}

fn plan_with(repo: &Repo, machine: &Machine, missing: &[Tool], is_known: &dyn Fn(&str) -> bool) -> Plan {
    let mut plan = Plan::default();
    let (mut packages, mut components, mut swift) = (Vec::new(), Vec::new(), false);
    for tool in missing {
        match tool.source() {
            Source::Apt(names) if machine.has_apt => {
                packages.extend(names.iter().map(|names| first_known(names, is_known)));
            }
            Source::Rustup(names) if machine.has_rustup => components.extend(names),
            Source::BesideTheSystem if machine.has_debian_swift => swift = true,
            _ => plan.by_hand.push(*tool),
        }
    }
    if machine.is_interrupted && !packages.is_empty() {
        plan.steps.push(step(&[machine.as_root, &["dpkg", "--configure", "-a"]]));
    }
    // The script asks apt for the mirror's address, which an apt that was never updated does not tell.
    if !packages.is_empty() || (swift && machine.as_root.is_empty()) {
        plan.steps.push(step(&[machine.as_root, &UPDATE]));
    }
    if !packages.is_empty() {
        plan.steps.push(step(&[machine.as_root, &INSTALL, &packages]));
    }
    if !components.is_empty() {
        plan.steps.push(step(&[&["rustup", "component", "add"], &components]));
    }
    if swift {
        let script = repo.path("xtask/install-swift.sh").display().to_string();
        plan.steps.push(step(&[&["sh", &script, &swift::folder().display().to_string()]]));
    }
    plan
}

fn step(pieces: &[&[&str]]) -> Vec<String> {
    pieces.concat().into_iter().map(str::to_owned).collect()
}

/// The first name that apt knows; the first of all on a machine whose lists are still empty.
fn first_known<'a>(names: &[&'a str], is_known: &dyn Fn(&str) -> bool) -> &'a str {
    names.iter().find(|name| is_known(name)).or(names.first()).copied().unwrap_or_default()
}

/// Carries the plan out, step by step.
pub(crate) fn carry_out(repo: &Repo, machine: &Machine, missing: &[Tool], log: &mut Log) -> Outcome {
    for nth in 0.. {
        // Made anew each time: apt knows no names on a fresh machine before its first update.
        let steps = plan(repo, machine, missing).steps;
        let Some(step) = steps.get(nth) else { break };
        terminal::heading(&format!("$ {}", step.join(" ")));
        match take(step, log) {
            // A source of somebody else's that cannot be reached need not matter for what we install.
            Err(failure) if step.ends_with(&UPDATE.map(str::to_owned)) => println!("{failure}"),
            outcome => outcome?,
        }
    }
    Ok(())
}

/// Runs one step: with its own progress at a terminal, quietly elsewhere.
fn take(step: &[String], log: &mut Log) -> Outcome {
    let Some((program, words)) = step.split_first() else { return Ok(()) };
    let mut command = Command::new(program);
    command.args(words);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    if !terminal::is_watched() {
        return log.run(command);
    }
    let status = command.stdin(Stdio::inherit()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::Machine(format!("{} ended with {status}", step.join(" ")))),
        Err(error) => Err(Failure::Machine(format!("cannot run {program}: {error}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEBIAN: Machine = Machine {
        has_apt: true,
        has_rustup: true,
        as_root: &[],
        has_debian_swift: true,
        is_interrupted: false,
    };

    fn lines(machine: &Machine, missing: &[Tool], known: &[&str]) -> (Vec<String>, Vec<Tool>) {
        let repo = Repo { root: "repo".into(), cargo_target: "target".into() };
        let plan = plan_with(&repo, machine, missing, &|name| known.contains(&name));
        (plan.steps.iter().map(|step| step.join(" ")).collect(), plan.by_hand)
    }

    #[test]
    fn root_on_debian_gets_everything_by_one_call_of_apt() {
        let (steps, by_hand) =
            lines(&DEBIAN, &[Tool::Jdk, Tool::Maven], &["openjdk-17-jdk-headless", "maven"]);
        let install = "apt-get install --yes --no-install-recommends openjdk-17-jdk-headless maven";
        assert_eq!(steps, ["apt-get update", install]);
        assert_eq!(by_hand, []);
    }

    #[test]
    fn the_newer_jdk_is_taken_where_the_older_is_gone() {
        let (steps, _) = lines(&DEBIAN, &[Tool::Jdk], &["openjdk-21-jdk-headless", "default-jdk-headless"]);
        assert!(steps[1].ends_with(" openjdk-21-jdk-headless"), "{steps:?}");
        let (steps, _) = lines(&DEBIAN, &[Tool::Jdk], &[]);
        assert!(steps[1].ends_with(" openjdk-17-jdk-headless"), "{steps:?}");
    }

    #[test]
    fn another_user_is_shown_sudo_before_apt_and_not_before_rustup_or_the_script() {
        let user = Machine { as_root: &["sudo"], ..DEBIAN };
        let (steps, _) = lines(&user, &[Tool::Maven, Tool::RustComponents, Tool::Swift], &["maven"]);
        assert_eq!(steps[0], "sudo apt-get update");
        assert!(steps[1].starts_with("sudo apt-get install"));
        assert_eq!(steps[2], "rustup component add rustfmt clippy");
        assert!(steps[3].starts_with("sh repo/xtask/install-swift.sh "), "{steps:?}");
    }

    #[test]
    fn an_installation_that_was_cut_off_is_finished_first() {
        let cut_off = Machine { is_interrupted: true, ..DEBIAN };
        assert_eq!(lines(&cut_off, &[Tool::Maven], &[]).0[0], "dpkg --configure -a");
    }

    #[test]
    fn what_cannot_be_got_here_is_left_to_the_person() {
        let other = Machine { has_apt: false, has_debian_swift: false, ..DEBIAN };
        let (steps, by_hand) = lines(&other, &[Tool::Jdk, Tool::RustComponents, Tool::Swift], &[]);
        assert_eq!(steps, ["rustup component add rustfmt clippy"]);
        assert_eq!(by_hand, [Tool::Jdk, Tool::Swift]);
    }
}
