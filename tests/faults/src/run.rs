//! The table of all rows, and the command line that chooses among them.

use std::path::Path;
use std::process::ExitCode;

use crate::operations::Scenes;
use crate::report::{self, Row};
use crate::{calls, kill, locks, power, rot, shim, space, together};

/// What is brought about, by the word that chooses it. The number is the share of the full set.
type Kind = fn(&Scenes, &Path, f64) -> Vec<Row>;

const KINDS: [(&str, Kind); 10] = [
    ("power", power::fails),
    ("kill", kill::at_every_call),
    ("calls", calls::fail),
    ("memory", calls::memory_runs_out),
    ("space", space::runs_out),
    ("rot", rot::decays),
    ("logs", rot::logs),
    ("together", together::work),
    ("locks", locks::none_is_held),
    ("controls", controls),
];

/// What is weakened on purpose, so that each has to fail.
fn controls(scenes: &Scenes, folder: &Path, part: f64) -> Vec<Row> {
    let mut rows = power::controls(scenes, folder, part);
    rows.extend(calls::swallowed(scenes, folder, part));
    rows.extend(rot::trusting(scenes, folder, part));
    rows
}

/// Runs the kinds that the command line names, all for none.
pub(crate) fn run(words: &[String]) -> ExitCode {
    let Some((part, named)) = read(words) else {
        let kinds: Vec<&str> = KINDS.iter().map(|(name, _)| *name).collect();
        eprintln!("usage: faults [--budget N] [KIND…]; the kinds are {}", kinds.join(", "));
        return ExitCode::from(2);
    };
    shim::memory::count_requests();
    let folder = folder();
    shim::watch(folder.path());
    let place = folder.path().join("phone");
    let scenes = Scenes::make(&place);
    let chosen = KINDS.iter().filter(|(name, _)| named.is_empty() || named.iter().any(|it| it == name));
    let rows: Vec<Row> = chosen.flat_map(|(_, kind)| kind(&scenes, &place, part)).collect();
    if report::print(&rows) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn read(words: &[String]) -> Option<(f64, Vec<String>)> {
    let (mut part, mut named) = (1.0, Vec::new());
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--budget" => part = words.next()?.parse().ok().filter(|part: &f64| *part > 0.0)?,
            name if KINDS.iter().any(|(known, _)| *known == name) => named.push(word.clone()),
            _ => return None,
        }
    }
    Some((part, named))
}

/// In memory where there is a file system for it: nothing here depends on how slow a disk is.
fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}
