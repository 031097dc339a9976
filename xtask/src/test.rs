//! `cargo xtask test`: runs the parts one after the other and says what each took.

use std::time::{Duration, Instant};

use crate::args::Args;
use crate::doctor;
use crate::failure::{Failure, Outcome};
use crate::leftovers;
use crate::log::Log;
use crate::parts::{self, Part};
use crate::repo::Repo;
use crate::terminal::{self, seconds};
use crate::tools::{self, Tool};

/// The variable by which tests learn how many random cases they may spend: proptest's own, which other tests scale by.
const CASES: &str = "PROPTEST_CASES";

/// How many cases a property is tried with at a budget of 1: proptest's own number.
const USUAL_CASES: f64 = 256.0;

/// How one part ended.
#[derive(Debug, Clone, PartialEq, Eq)]
enum End {
    /// With the number of tests, where the part counts them.
    Passed(Option<usize>),
    Failed,
    /// A part before it failed.
    NotRun,
}

/// One row of the summary.
struct Row {
    name: &'static str,
    end: End,
    took: Duration,
}

/// Runs the chosen parts after making sure of the tools they need.
pub(crate) fn run(repo: &Repo, args: &Args) -> Outcome {
    let chosen = parts::choose(&args.words)?;
    let cases = cases(args.value("--budget").unwrap_or("1"))?;
    let (landed, absent): (Vec<&Part>, Vec<&Part>) =
        chosen.iter().partition(|part| parts::missing_home(part, &repo.root).is_none());
    for part in &absent {
        println!(
            "{}: {} does not exist yet",
            part.name,
            parts::missing_home(part, &repo.root).unwrap_or_default()
        );
    }
    doctor::ensure(repo, &needs(&landed))?;

    let mark = leftovers::mark();
    let env = [(CASES, cases), (leftovers::MARK, mark.clone())];
    let started = Instant::now();
    let mut rows: Vec<Row> = Vec::new();
    for part in chosen {
        let stop = rows.iter().any(|row| row.end == End::Failed) && !args.has("--keep-going");
        rows.push(if stop { Row::not_run(part) } else { run_part(repo, part, &env) });
    }
    leftovers::end(&mark).iter().for_each(|line| println!("{line}"));
    println!("\n{}", summary(&rows, started.elapsed()));
    if rows.iter().any(|row| row.end == End::Failed) {
        return Err(Failure::Passed(1));
    }
    Ok(())
}

impl Row {
    fn not_run(part: &Part) -> Self {
        Self { name: part.name, end: End::NotRun, took: Duration::ZERO }
    }
}

fn run_part(repo: &Repo, part: &Part, env: &[(&'static str, String)]) -> Row {
    let started = Instant::now();
    let end = match parts::missing_home(part, &repo.root) {
        Some(path) => fail(part, &Failure::Check(format!("{path} is missing"))),
        None => {
            terminal::heading(&format!("{}: {}", part.name, part.proves));
            check(repo, part, env).unwrap_or_else(|failure| fail(part, &failure))
        }
    };
    let took = started.elapsed();
    if let End::Passed(tests) = &end {
        let tests = tests.map_or(String::new(), |count| format!(", {count} tests"));
        println!("  passed in {}{tests}", seconds(took));
    }
    Row { name: part.name, end, took }
}

fn check(repo: &Repo, part: &Part, env: &[(&'static str, String)]) -> Outcome<End> {
    let mut log = Log::create(&repo.by_product("logs"), part.name)?.with_env(env);
    (part.run)(repo, &mut log)?;
    if !part.counts_tests {
        return Ok(End::Passed(None));
    }
    match count_tests(log.text()) {
        0 => Err(Failure::Check(format!("no test ran; all of the output: {}", log.path().display()))),
        count => Ok(End::Passed(Some(count))),
    }
}

fn fail(part: &Part, failure: &Failure) -> End {
    println!("{failure}\n  {} failed", part.name);
    End::Failed
}

/// The tools of all parts, each once, in the order of the doctor's list.
fn needs(parts: &[&Part]) -> Vec<Tool> {
    let is_needed = |tool: &&Tool| parts.iter().any(|part| part.needs.contains(tool));
    tools::ALL.iter().filter(is_needed).copied().collect()
}

/// The cases of a property at a budget, which is a factor above nought.
fn cases(budget: &str) -> Outcome<String> {
    match budget.parse::<f64>() {
        Ok(factor) if factor > 0.0 && factor.is_finite() => {
            Ok(format!("{:.0}", (USUAL_CASES * factor).clamp(1.0, 1e9).ceil()))
        }
        _ => Err(Failure::Usage(format!("--budget {budget}: a number above 0, such as 0.2 or 10"))),
    }
}

/// How many tests the output of cargo, Maven and Swift together speaks of.
fn count_tests(output: &str) -> usize {
    let number = |line: &str, before: &str| {
        let (_, rest) = line.split_once(before)?;
        rest.split(|c: char| !c.is_ascii_digit()).next()?.parse::<usize>().ok()
    };
    let of_line = |line: &str| {
        // Maven repeats per class, with a time, what it then says for the module.
        let maven = if line.contains("Time elapsed") { None } else { number(line, "Tests run: ") };
        number(line, "test result: ok. ").or(maven).or_else(|| number(line, "Test run with "))
    };
    output.lines().filter_map(of_line).sum()
}

/// A table of all parts; its last line is `N passed, N failed`.
fn summary(rows: &[Row], total: Duration) -> String {
    let mut text = format!("{:<14}{:<12}{:>8}{:>10}\n", "part", "", "tests", "seconds");
    for row in rows {
        let (word, tests) = match &row.end {
            End::Passed(tests) => ("passed", tests.map_or(String::new(), |count| count.to_string())),
            End::Failed => ("failed", String::new()),
            End::NotRun => ("not run", String::new()),
        };
        let took = row.took.as_secs_f64();
        text.push_str(&format!("{:<14}{word:<12}{tests:>8}{took:>10.1}\n", row.name));
    }
    text.push_str(&format!("{:<34}{:>10.1}\n", "total", total.as_secs_f64()));
    let passed = rows.iter().filter(|row| matches!(row.end, End::Passed(_))).count();
    let failed = rows.iter().filter(|row| row.end == End::Failed).count();
    text.push_str(&format!("{passed} passed, {failed} failed"));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_counted_as_each_tool_announces_them() {
        let cargo = "test result: ok. 12 passed; 0 failed; 1 ignored\ntest result: ok. 3 passed; 0 failed";
        assert_eq!(count_tests(cargo), 15);
        let maven = "[INFO] Tests run: 4, Failures: 0, Time elapsed: 0.1 s -- in A\n[INFO] Tests run: 4, Failures: 0\n";
        assert_eq!(count_tests(maven), 4);
        assert_eq!(count_tests("✔ Test run with 7 tests in 2 suites passed after 0.1 seconds."), 7);
        assert_eq!(count_tests("nothing"), 0);
    }

    #[test]
    fn the_budget_is_a_number_above_nought() {
        assert_eq!(cases("0.2").unwrap(), "52");
        assert_eq!(cases("1").unwrap(), "256");
        assert_eq!(cases("10").unwrap(), "2560");
        for wrong in ["0", "-1", "much", "inf", "NaN", ""] {
            assert_eq!(cases(wrong).unwrap_err().code(), 2, "{wrong}");
        }
    }

    #[test]
    fn the_summary_ends_with_the_two_numbers_that_matter() {
        let row = |name, end| Row { name, end, took: Duration::from_millis(1_250) };
        let rows = [
            row("format", End::Passed(None)),
            row("core", End::Passed(Some(12))),
            row("kotlin", End::Failed),
            row("swift", End::NotRun),
        ];
        let text = summary(&rows, Duration::from_secs(5));
        assert_eq!(text.lines().last(), Some("2 passed, 1 failed"));
        assert!(text.contains("core          passed            12       1.2"), "{text}");
        assert!(text.contains("total                                    5.0"), "{text}");
    }

    #[test]
    fn the_tools_of_several_parts_are_asked_for_once() {
        let parts = parts::choose(&["core".to_owned(), "kotlin".to_owned()]).unwrap();
        assert_eq!(needs(&parts), [Tool::CCompiler, Tool::Jdk, Tool::Maven]);
    }
}
