//! What is paid once, when it is first asked for. Each run is a process of its own, and so begins with nothing read.
//!
//! The clock of a busy machine says little about a millisecond, so the processor's instructions are counted too where
//! `valgrind` is installed: they are the same in each run.

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use mingmen_core::catalogue::{Catalogue, Learn};
use mingmen_core::mingmen::{Mingmen, OpenOptions};
use mingmen_core::zone::Now;

/// Processes for each figure.
const RUNS: usize = 31;

/// The word that makes this program do one thing once, and say how many nanoseconds it took.
const ONCE: &str = "--once=";

/// What is done once, and the line that it gets. The first is what is taken off the count of instructions of the others.
const FIRST_USES: [(&str, &str); 6] = [
    ("nothing", ""),
    ("catalogue", "the catalogue, first use"),
    ("first-screen", "open and first screen, first use"),
    ("learn", "the Learn library, first use"),
    ("everything", "all that there is, first use"),
    ("search", "open and a search, first use"),
];

/// Does one thing once, if this process was started for that.
pub(crate) fn once(options: &OpenOptions, now: &Now) -> bool {
    let Some(what) = std::env::args().find_map(|arg| arg.strip_prefix(ONCE).map(str::to_owned)) else {
        return false;
    };
    let (what, path) = what.split_once('=').unwrap();
    let options = OpenOptions { path: path.into(), ..options.clone() };
    let start = Instant::now();
    match what {
        "catalogue" => drop(black_box(Catalogue::for_locale("en").unwrap())),
        "learn" => drop(black_box(Learn::for_locale("en").unwrap())),
        "first-screen" => drop(black_box(Mingmen::open(&options, now).unwrap().today(now).unwrap())),
        "everything" => {
            black_box(Catalogue::for_locale("en").unwrap().movements().iter().count());
            black_box(Learn::for_locale("en").unwrap());
        }
        "search" => drop(black_box(Mingmen::open(&options, now).unwrap().search("wave").unwrap())),
        _ => {}
    }
    println!("{}", start.elapsed().as_nanos());
    true
}

/// Prints a line for each, of those that are `wanted`. The database is one in which there is something to show.
pub(crate) fn print(options: &OpenOptions, wanted: impl Fn(&str) -> bool) {
    let lines: Vec<_> = FIRST_USES.iter().filter(|(_, name)| !name.is_empty() && wanted(name)).collect();
    let nothing = if lines.is_empty() { None } else { instructions("nothing", options) };
    for (what, name) in lines {
        let mut runs: Vec<f64> = (0..RUNS).map(|_| micros(what, options)).collect();
        runs.sort_by(f64::total_cmp);
        let counted = instructions(what, options).zip(nothing).map(|(all, nothing)| all - nothing);
        let counted = counted.map_or("valgrind counts instructions".into(), |count| {
            format!("{:.2} million instructions", f64::from(u32::try_from(count).unwrap()) / 1e6)
        });
        println!("{name:<42} {:>10.2} µs   ({counted})", runs[RUNS / 2]);
    }
}

fn micros(what: &str, options: &OpenOptions) -> f64 {
    let program = std::env::current_exe().unwrap();
    let output = Command::new(program).arg(format!("{ONCE}{what}={}", options.path)).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().parse::<f64>().unwrap() / 1e3
}

/// All instructions of a process, or nothing without `valgrind`.
fn instructions(what: &str, options: &OpenOptions) -> Option<u64> {
    let program = std::env::current_exe().unwrap();
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .arg(format!("{ONCE}{what}={}", options.path))
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    text.rsplit_once("Collected : ")?.1.split_whitespace().next()?.parse().ok()
}
