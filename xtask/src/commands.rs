//! The table of subcommands. `--help`, the reader of the command line and the check of the docs all go by it.

use crate::app;
use crate::args::{Args, Flag, Shape, Words};
use crate::cargo;
use crate::doctor;
use crate::failure::{Failure, Outcome};
use crate::parts;
use crate::repo::Repo;
use crate::test;
use xtask::figure_options;

/// One subcommand of `cargo xtask`.
pub(crate) struct Subcommand {
    pub(crate) name: &'static str,
    /// One line for the list of all.
    pub(crate) summary: &'static str,
    /// What `--help` of the subcommand adds.
    pub(crate) detail: &'static str,
    pub(crate) shape: Shape,
    pub(crate) run: fn(&Repo, &Args) -> Outcome,
}

/// Every subcommand, the two that a newcomer needs first.
pub(crate) const ALL: &[Subcommand] = &[
    Subcommand {
        name: "app",
        summary: "build the app and open it on this computer",
        detail: "Opens the phone's screens in a window, over the real core and a database file in your data folder.\n\
                 Without a display it goes through a first day of use off screen and leaves pictures in target/app.\n\
                 Ctrl-C closes it; your data stays.\n\n\
                 With --real-time nothing of yours is touched: a routine is led from its first to its last second, sixty\n\
                 frames a second; half-way the whole program is stopped for 20 seconds. Exit code 1 where a cue came 50 ms\n\
                 from its moment, came twice or never, or where time was counted while it stood still. For a whole\n\
                 practice, in the background:\n\
                 setsid cargo xtask app --real-time routine-phase-3 > target/real-time.log 2>&1 &",
        shape: Shape {
            flags: &[
                Flag { name: "--data", value: Some("DIR"), help: "keep the database in DIR" },
                Flag { name: "--fresh", value: None, help: "start anew, as on a first day" },
                Flag {
                    name: "--locale",
                    value: Some("TAG"),
                    help: "the language, such as en; en-XA is English made longer and marked",
                },
                Flag {
                    name: "--real-time",
                    value: Some("ID"),
                    help: "lead this routine off screen by the computer's clock, and say how far it was from it",
                },
            ],
            words: Words::None,
        },
        run: app::run,
    },
    Subcommand {
        name: "test",
        summary: "check everything, what fails fastest first",
        detail: "Stops at the first part that fails. The last line is `N passed, N failed`; the logs are in\n\
                 target/xtask/logs.",
        shape: Shape {
            flags: &[
                Flag {
                    name: "--budget",
                    value: Some("N"),
                    help: "N times the random cases (default 1, e.g. 0.2 or 10)",
                },
                Flag { name: "--keep-going", value: None, help: "run the other parts after a failure too" },
            ],
            words: Words::Any("PART"),
        },
        run: test::run,
    },
    Subcommand {
        name: "doctor",
        summary: "say what this computer lacks and what gets it",
        detail: "Exit code 3 if something is missing. `app` and `test` ask it first, so that nobody has to.",
        shape: Shape {
            flags: &[Flag { name: "--install", value: None, help: "get what is missing" }],
            words: Words::None,
        },
        run: doctor::run,
    },
    Subcommand {
        name: "bindings",
        summary: "write the Kotlin and Swift that call the core",
        detail: "Builds the libraries, writes the generated code (never committed; only files that change) and compares\n\
                 the interface with the pages in bindings/interface.",
        shape: Shape {
            flags: &[Flag {
                name: "--accept",
                value: None,
                help: "make the interface as it is now the committed one",
            }],
            words: Words::None,
        },
        run: cargo::bindings,
    },
    Subcommand {
        name: "journey",
        summary: "replay journeys against a fresh store",
        detail: "Prints the result of every step as JSON. Exit code 1 where an expectation fails, 2 where the journey\n\
                 itself is malformed. The files are in tests/journeys.",
        shape: Shape { flags: &[], words: Words::Some("FILE") },
        run: cargo::journey,
    },
    Subcommand {
        name: "content",
        summary: "check the catalogue's JSON files",
        detail: "DIR is core/content unless given. An error names file, id and field.",
        shape: Shape {
            flags: &[
                Flag {
                    name: "--untranslated",
                    value: Some("LOCALE"),
                    help: "list what this language falls back to English for",
                },
                Flag {
                    name: "--schema",
                    value: None,
                    help: "write the JSON Schemas to core/content/schema instead",
                },
            ],
            words: Words::Optional("DIR"),
        },
        run: cargo::content,
    },
    Subcommand {
        name: "figures",
        summary: "draw the clips of the figure",
        detail: figure_options::DETAIL,
        shape: figure_options::SHAPE,
        run: cargo::figures,
    },
    Subcommand {
        name: "shots",
        summary: "draw every screen off screen",
        detail: "Pictures go to target/shots, each compared with its golden picture.",
        shape: Shape {
            flags: &[Flag { name: "--accept", value: None, help: "make the new pictures the golden ones" }],
            words: Words::None,
        },
        run: app::pictures,
    },
    Subcommand {
        name: "zones",
        summary: "prove the time: every change of every zone's clock",
        detail: "Every change of every clock from 1970 through 2099, and N random days (default 1000000), held against a\n\
                 plain model of the rules, against Python's zoneinfo and against java.time. Some minutes.\n\
                 Exit code 1 for a difference that core/examples/zones/differences.tsv does not give a reason for, and\n\
                 for one there that no longer occurs. An oracle that is not on this computer is named and left out.",
        shape: Shape {
            flags: &[Flag { name: "--cases", value: Some("N"), help: "so many random days" }],
            words: Words::None,
        },
        run: cargo::zones,
    },
    Subcommand {
        name: "faults",
        summary: "bring about every fault of a phone's storage",
        detail: "Power cuts, kills, failing calls, a full disk, decay, many at once: on copies, on Linux, some 40 minutes for\n\
                 all of it. KIND chooses among the rows; docs/faults.md says what each means. Exit code 1 for anything\n\
                 lost, and for a control that passes: each weakens something on purpose and has to fail.",
        shape: Shape {
            flags: &[Flag {
                name: "--budget",
                value: Some("N"),
                help: "N times the full set (default 1, e.g. 0.02)",
            }],
            words: Words::Any("KIND"),
        },
        run: cargo::faults,
    },
    Subcommand {
        name: "bench",
        summary: "measure the core",
        detail: "NAME chooses the benchmarks whose name contains it. `wanted` works out the next reminders\n\
                 beside a loop by hand, rrule, icalendar and, where there are Java and Maven, lib-recur, and says\n\
                 how many times each takes. Exit code 1 for a figure beyond what is asked.",
        shape: Shape { flags: &[], words: Words::Optional("NAME") },
        run: cargo::bench,
    },
];

/// Runs the command line after `cargo xtask`.
pub(crate) fn run(raw: &[String]) -> Outcome {
    let Some((name, rest)) = raw.split_first() else {
        return Err(Failure::Usage(overview()));
    };
    if ["--help", "-h", "help"].contains(&name.as_str()) {
        println!("{}", overview());
        return Ok(());
    }
    let subcommand = find(name)?;
    let args = subcommand.shape.read(rest).map_err(|failure| with_usage(subcommand, &failure))?;
    if args.help {
        println!("{}", help(subcommand));
        return Ok(());
    }
    (subcommand.run)(&Repo::find()?, &args).map_err(|failure| match failure {
        Failure::Usage(_) => with_usage(subcommand, &failure),
        failure => failure,
    })
}

/// What is wrong with a command line that a page quotes, if anything. Brackets around what is optional are
/// read as if they were not there, and what stands in quotes is one word; a line with an ellipsis for its subcommand
/// promises nothing.
pub(crate) fn check_line(line: &str) -> Option<String> {
    let plain = line.replace(['[', ']'], " ");
    let words: Vec<String> = words(&plain).into_iter().skip(2).collect();
    let (name, rest) = words.split_first()?;
    if name == "…" || name == "--help" {
        return None;
    }
    let checked = find(name).and_then(|subcommand| {
        let args = subcommand.shape.read(rest)?;
        // An ellipsis, or capitals, stand for what a person puts there.
        let is_literal = |word: &&String| !word.ends_with('…') && word.chars().any(char::is_lowercase);
        let named: Vec<String> = args.words.iter().filter(is_literal).cloned().collect();
        if name == "test" { parts::choose(&named).map(|_| ()) } else { Ok(()) }
    });
    checked.err().map(|failure| format!("`{line}`: {failure}"))
}

/// The words of a line as a shell takes them apart.
fn words(line: &str) -> Vec<String> {
    let quoted = line.split('"').enumerate();
    quoted.fold(vec![], |mut words, (at, part)| {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
        words
    })
}

fn find(name: &str) -> Outcome<&'static Subcommand> {
    let unknown = || Failure::Usage(format!("no subcommand {name}; `cargo xtask --help` lists them"));
    ALL.iter().find(|subcommand| subcommand.name == name).ok_or_else(unknown)
}

fn with_usage(subcommand: &Subcommand, failure: &Failure) -> Failure {
    Failure::Usage(format!("{failure}\n{}", usage(subcommand)))
}

fn usage(subcommand: &Subcommand) -> String {
    format!("usage: cargo xtask {} {}", subcommand.name, subcommand.shape.synopsis()).trim_end().to_owned()
}

fn help(subcommand: &Subcommand) -> String {
    let mut text = format!("{}\n\n{}\n", usage(subcommand), subcommand.detail);
    for flag in subcommand.shape.flags {
        let name = [flag.name, flag.value.unwrap_or_default()].join(" ");
        text.push_str(&format!("\n  {name:<16}{}", flag.help));
    }
    if subcommand.name == "test" {
        text.push_str("\n\nParts, in this order:");
        for part in parts::ALL {
            text.push_str(&format!("\n  {:<16}{}", part.name, part.proves));
        }
    }
    text.trim_end().to_owned()
}

fn overview() -> String {
    let mut text = String::from(
        "cargo xtask: everything a developer of Mingmen does here.\n\n\
         New here? `cargo xtask app` opens the app, `cargo xtask test` checks everything. Both first look for the\n\
         tools they need and offer to get what is missing.\n",
    );
    for subcommand in ALL {
        text.push_str(&format!("\n  {:<10}{}", subcommand.name, subcommand.summary));
    }
    text.push_str(
        "\n\n`cargo xtask SUBCOMMAND --help` says more. Exit codes: 0 good, 1 a check failed, 2 wrong usage,\n\
         3 this computer lacks something.",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_subcommand_has_a_name_of_its_own_and_help_that_shows_its_options() {
        for (at, subcommand) in ALL.iter().enumerate() {
            assert!(ALL[..at].iter().all(|earlier| earlier.name != subcommand.name), "{}", subcommand.name);
            let help = help(subcommand);
            assert!(subcommand.shape.flags.iter().all(|flag| help.contains(flag.name)), "{help}");
        }
    }

    #[test]
    fn no_line_of_the_help_is_wider_than_a_terminal() {
        let pages = ALL.iter().map(help).chain([overview()]);
        for page in pages {
            assert!(page.lines().all(|line| line.chars().count() <= 110), "{page}");
        }
    }

    #[test]
    fn wrong_usage_says_what_is_wrong_and_what_would_be_right() {
        let wrong = |line: &str| run(&line.split(' ').map(str::to_owned).collect::<Vec<_>>()).unwrap_err();
        assert_eq!(wrong("tset").code(), 2);
        let failure = wrong("journey");
        assert_eq!(failure.code(), 2);
        assert_eq!(failure.to_string(), "FILE is missing\nusage: cargo xtask journey FILE…");
    }

    #[test]
    fn a_quoted_line_is_checked_down_to_the_parts() {
        assert_eq!(check_line("cargo xtask test --budget 0.2 core kotlin"), None);
        assert_eq!(check_line("cargo xtask test [--budget N] [PART…]"), None);
        assert_eq!(check_line("cargo xtask …"), None);
        assert_eq!(check_line("cargo xtask journey tests/journeys/x.json"), None);
        assert_eq!(check_line("cargo xtask bench \"slowest clip\""), None);
        assert!(check_line("cargo xtask bench slowest clip").is_some());
        assert!(check_line("cargo xtask tset").is_some());
        assert!(check_line("cargo xtask test --bugdet 1").is_some());
        assert!(check_line("cargo xtask test cor").is_some());
    }
}
