//! `cargo xtask bench [NAME]`: what the calls of a day cost, in one run, so that the figures can be compared with each other.
//!
//! Each figure is the median of many short runs. The machine's own noise is in them: compare within one run, not between runs.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)] // a benchmark reads the clock, and may fail loudly

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

mod figure;
mod first_use;
mod search;

use mingmen_core::catalogue::{Catalogue, Posture};
use mingmen_core::mingmen::{BeginDraft, Mingmen, OpenOptions, TodayState};
use mingmen_core::practice::{Choices, PlayerEvent, PlayerState, PracticeReason, step};
use mingmen_core::sound;
use mingmen_core::zone::Now;

/// Runs of one benchmark, and how long one should at least take.
const RUNS: usize = 31;
const AT_LEAST: Duration = Duration::from_millis(5);

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let bench = Bench { wanted };
    let folder = tempfile::tempdir().unwrap();
    let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    let options = OpenOptions {
        path: folder.path().join("mingmen.db").to_string_lossy().into_owned(),
        seed: vec![7; 32],
        locale: "en".into(),
        country: "GB".into(),
    };
    if first_use::once(&options, &now) {
        return ExitCode::SUCCESS;
    }
    Catalogue::for_locale("en").unwrap();
    let mingmen = enrolled(&options, &now);
    first_use::print(&options, |name| bench.wants(name));

    bench.run("open and first screen", || {
        let mingmen = Mingmen::open(&options, &now).unwrap();
        black_box(mingmen.today(&now).unwrap());
    });
    bench.run("today", || drop(black_box(mingmen.today(&now).unwrap())));
    bench.run("next 60 reminders", || drop(black_box(mingmen.reminders(60, &now).unwrap())));
    bench.run("progress of a week", || {
        black_box(mingmen.progress("2026-03-09".parse().unwrap(), &now).unwrap());
    });

    let choices = Choices::usual(26, Posture::Seated);
    let mut fits = bench.within("compile 26 minutes", 1_000.0, || {
        black_box(mingmen.compile_script(&"routine-phase-3".into(), &choices).unwrap());
    });
    let script = mingmen.compile_script(&"routine-phase-3".into(), &choices).unwrap();
    let (counting, _) = step(&script, &PlayerState::ready(), &PlayerEvent::Start, 0);
    let (playing, _) = step(&script, &counting, &PlayerEvent::Tick, 10_000);
    fits &= bench.within("a step of the player", 2.0, || {
        drop(black_box(step(&script, &playing, &PlayerEvent::Tick, 11_000)));
    });
    fits &= figure::run(&bench);
    bench.run("all chimes", || drop(black_box(sound::chimes())));

    let begun = mingmen.begin_practice(&first_session(&mingmen, &now), &now).unwrap();
    mingmen.step_practice(&begun.practice, &PlayerEvent::Start, 0, &now).unwrap();
    let mut clock_ms = 0;
    bench.run("a second of practice, kept once a breath", || {
        clock_ms += 1;
        black_box(mingmen.step_practice(&begun.practice, &PlayerEvent::Tick, clock_ms, &now).unwrap());
    });
    fits &= search::run(&bench, &mingmen);
    if fits { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A person in the first week of the plan.
fn enrolled(options: &OpenOptions, now: &Now) -> Mingmen {
    let mingmen = Mingmen::open(options, now).unwrap();
    mingmen.answer_screening(&[], now).unwrap();
    mingmen.enrol(&mingmen.enrol_form(None, None, now).unwrap().preset, now).unwrap();
    mingmen
}

fn first_session(mingmen: &Mingmen, now: &Now) -> BeginDraft {
    let TodayState::Due { card, .. } = mingmen.today(now).unwrap().state else {
        unreachable!("a session is due")
    };
    let reason: PracticeReason = card.reason;
    BeginDraft { routine: card.routine, choices: card.choices, reason, pain_before: None }
}

struct Bench {
    wanted: Vec<String>,
}

impl Bench {
    fn wants(&self, name: &str) -> bool {
        self.wanted.is_empty() || self.wanted.iter().any(|wanted| name.contains(wanted.as_str()))
    }

    fn run(&self, name: &str, work: impl FnMut()) {
        self.within(name, f64::INFINITY, work);
    }

    /// The same for work that may take so many microseconds, and whether it took no more.
    fn within(&self, name: &str, at_most: f64, work: impl FnMut()) -> bool {
        if !self.wants(name) {
            return true;
        }
        let runs = runs(work);
        let micros = |at: usize| runs[at].as_secs_f64() * 1e6;
        let limit = if at_most.is_finite() { format!(", at most {at_most} asked") } else { String::new() };
        println!(
            "{name:<42} {:>10.2} µs   (least {:.2}, most {:.2}{limit})",
            micros(RUNS / 2),
            micros(0),
            micros(RUNS - 1)
        );
        micros(RUNS / 2) <= at_most
    }
}

/// What the work takes in each of many short runs, the quickest first.
fn runs(mut work: impl FnMut()) -> Vec<Duration> {
    let mut times = 1;
    while time(times, &mut work) < AT_LEAST && times < 1 << 20 {
        times *= 2;
    }
    let mut runs: Vec<Duration> = (0..RUNS).map(|_| time(times, &mut work) / times).collect();
    runs.sort();
    runs
}

fn time(times: u32, work: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    for _ in 0..times {
        work();
    }
    start.elapsed()
}
