//! `cargo xtask zones`: every change of every zone's clock from 1970 through 2099, and random days besides, held against
//! a plain model of the rules and against two oracles.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)] // a check reads clock and environment, and may fail loudly

mod known;
mod model;
mod oracle;
mod progress;
mod questions;
mod reminders;
mod sweep;
mod table;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use known::Known;
use model::{DAY, UNTIL, zone_ids};
use oracle::{Oracle, Source};
use progress::Progress;
use questions::{Chapter, Question};
use sweep::{Pair, Tally};
use table::{Row, Table};

/// Random cases where the command line does not say.
const USUAL_CASES: usize = 1_000_000;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let cases = match words[..] {
        [] => Some(USUAL_CASES),
        ["--cases", number] => number.parse().ok(),
        _ => None,
    };
    let Some(cases) = cases else {
        eprintln!("usage: cargo xtask zones [--cases N]\nN is a whole number");
        return ExitCode::from(2);
    };
    if run(cases) { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

/// Runs all checks; says whether all is well.
fn run(cases: usize) -> bool {
    let mut chapters: Vec<Chapter> = zone_ids().iter().map(|id| Chapter::of(Pair::of(id), 1)).collect();
    let turns: usize = chapters.iter().map(|chapter| chapter.pair.clock.turns().count()).sum();
    let release = mingmen_core::zone::tz_database_version();
    println!(
        "tz database {release}: {} zones, {turns} changes of clocks from 1970 through 2099, {cases} random cases",
        chapters.len()
    );
    let mut table = Table::default();
    table.timed("occurrences", || turned(&chapters, turns, "occurrences", Pair::check_turn));
    table.timed("reminders", || turned(&chapters, turns, "reminders", reminders::check_turn));
    table.timed("random days", || random(&mut chapters, cases));
    ask_oracles(&chapters, &release, &mut table);
    println!("{table}");
    table.is_well()
}

/// One check at every change of every clock.
fn turned(
    chapters: &[Chapter],
    turns: usize,
    name: &'static str,
    check: fn(&Pair, model::Turn) -> Tally,
) -> Tally {
    let mut progress = Progress::new(name, turns);
    let mut tally = Tally::default();
    for chapter in chapters {
        for turn in chapter.pair.clock.turns() {
            tally.add(check(&chapter.pair, turn));
            progress.add(1);
        }
    }
    tally
}

/// Random days and times in random zones: held against the model now, and asked of the oracles later.
fn random(chapters: &mut [Chapter], cases: usize) -> Tally {
    let mut progress = Progress::new("random days", cases);
    let mut tally = Tally::default();
    let mut state = 0;
    for _ in 0..cases {
        let zone = usize::try_from(below(&mut state, chapters.len() as u64)).unwrap();
        let day = i64::try_from(below(&mut state, (UNTIL / DAY - 2) as u64)).unwrap() + 1;
        let time = i64::try_from(below(&mut state, 1_440)).unwrap() * 60;
        let chapter = &mut chapters[zone];
        tally.add(chapter.pair.check_days(day, day, time));
        let local = day * DAY + time;
        let ask = if below(&mut state, 2) == 0 { Question::At(local) } else { Question::Wall(local) };
        chapter.questions.push(ask);
        progress.add(1);
    }
    tally
}

/// SplitMix64: the same numbers on every computer, so that a fault can be found again.
fn below(state: &mut u64, bound: u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) % bound
}

fn ask_oracles(chapters: &[Chapter], release: &str, table: &mut Table) {
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("examples/zones");
    let list = known::read(&std::fs::read_to_string(folder.join("differences.tsv")).unwrap());
    let questions = tempfile::tempdir().unwrap();
    let file = questions.path().join("questions");
    let mut text = String::new();
    chapters.iter().for_each(|chapter| text.write_str(&chapter.text()).unwrap());
    std::fs::write(&file, text).unwrap();
    for oracle in &oracle::ALL {
        match oracle.source(&folder) {
            None => println!(
                "{}: not on this computer, so nothing was compared with it. It comes with {}.",
                oracle.name, oracle.comes_with
            ),
            Some(source) => {
                introduce(oracle, &source, release);
                if source.release.as_str() >= known::OLDEST_RELEASE {
                    table.rows.push(ask(oracle, &folder, &file, chapters, (release, &list)));
                } else {
                    println!("  older than the list of differences reaches, so nothing was compared with it");
                }
            }
        }
    }
}

/// Says what an oracle goes by and, where its database is not ours, how it would be.
fn introduce(oracle: &Oracle, source: &Source, release: &str) {
    println!("{}: {}, tz database {}", source.names, source.program, source.release);
    if source.release == release || oracle.name != "zoneinfo" {
        return;
    }
    // The package counts a year's releases: 2026e is 2026.5.
    if let (Some(year), Some(letter)) = (release.get(..4), release.as_bytes().get(4)) {
        let number = u32::from(letter.saturating_sub(b'a')) + 1;
        println!("  for our own release: python3 -m pip install tzdata=={year}.{number}");
    }
}

fn ask(
    oracle: &Oracle,
    folder: &Path,
    file: &Path,
    chapters: &[Chapter],
    (release, list): (&str, &[Known]),
) -> Row {
    let started = Instant::now();
    let total = chapters.iter().map(|chapter| chapter.questions.len()).sum();
    let mut progress = Progress::new(oracle.name, total);
    let verdict = oracle.compare(folder, file, chapters, (release, list), &mut progress);
    drop(progress);
    let took = started.elapsed();
    match verdict {
        Ok(verdict) => Row {
            name: oracle.name,
            cases: verdict.asked,
            known: Some(verdict.known),
            faults: verdict.faults(list),
            took,
        },
        Err(fault) => Row { name: oracle.name, cases: 0, known: Some(0), faults: vec![fault], took },
    }
}
