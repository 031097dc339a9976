//! `cargo xtask bench [NAME]`: what the calls of a day cost, in one run, so that the figures can be compared with each other.
//!
//! Each figure is the median of many short runs. The machine's own noise is in them: compare within one run, not between runs.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)] // a benchmark reads the clock, and may fail loudly

use std::hint::black_box;
use std::time::{Duration, Instant};

use mingmen_core::catalogue::{Catalogue, Posture};
use mingmen_core::figure;
use mingmen_core::mingmen::{BeginDraft, Mingmen, OpenOptions, TodayState};
use mingmen_core::practice::{Choices, PlayerEvent, PlayerState, PracticeReason, step};
use mingmen_core::search::{Document, Index};
use mingmen_core::zone::Now;

/// Runs of one benchmark, and how long one should at least take.
const RUNS: usize = 31;
const AT_LEAST: Duration = Duration::from_millis(5);

fn main() {
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
    Catalogue::for_locale("en").unwrap();
    let mingmen = enrolled(&options, &now);

    bench.run("open and first screen", || {
        let mingmen = Mingmen::open(&options, &now).unwrap();
        black_box(mingmen.today(&now).unwrap());
    });
    bench.run("today", || drop(black_box(mingmen.today(&now).unwrap())));
    bench.run("next 60 reminders", || drop(black_box(mingmen.reminders(60, &now).unwrap())));
    bench.run("progress of a week", || {
        black_box(mingmen.progress("2026-03-09".parse().unwrap(), &now).unwrap());
    });

    let choices = Choices { minutes: 26, posture: Posture::Seated, breath_ms: 8_000, leave_out: Vec::new() };
    bench.run("compile 26 minutes", || {
        black_box(mingmen.compile_script(&"routine-phase-3".into(), &choices).unwrap());
    });
    let script = mingmen.compile_script(&"routine-phase-3".into(), &choices).unwrap();
    let (counting, _) = step(&script, &PlayerState::ready(), &PlayerEvent::Start, 0);
    let (playing, _) = step(&script, &counting, &PlayerEvent::Tick, 10_000);
    bench
        .run("a step of the player", || drop(black_box(step(&script, &playing, &PlayerEvent::Tick, 11_000))));
    bench.run("a clip of the figure", || drop(black_box(figure::clip("spinal-wave", "seated").unwrap())));

    let begun = mingmen.begin_practice(&first_session(&mingmen, &now), &now).unwrap();
    mingmen.step_practice(&begun.practice, &PlayerEvent::Start, 0, &now).unwrap();
    let mut clock_ms = 0;
    bench.run("a second of practice, kept once a breath", || {
        clock_ms += 1;
        black_box(mingmen.step_practice(&begun.practice, &PlayerEvent::Tick, clock_ms, &now).unwrap());
    });
    search(&bench);
}

/// Searches in a library as large as ours will be, among them the dearest queries that have been thought of.
fn search(bench: &Bench) {
    let words = made_up_words();
    let pages = made_up_pages(&words);
    let index = Index::new(pages.clone());
    bench.run("copy 500 pages, to be taken off the next", || drop(black_box(pages.clone())));
    bench.run("copy 500 pages and index them for search", || drop(black_box(Index::new(pages.clone()))));
    let all_letters: Vec<String> = ('a'..='z').map(String::from).collect();
    let unknown = |letters: &str| -> String {
        all_letters.iter().map(|letter| format!("{letter}{letters} ")).collect()
    };
    for (name, query) in [
        ("search two words", format!("{} {}", words[700], words[1_400])),
        ("search a word with a typing error", format!("{}q", words[700])),
        ("search one letter", "s".to_owned()),
        ("search 26 letters", all_letters.join(" ")),
        ("search 26 short words with an error", unknown("xi")),
        ("search 26 longer words with errors", unknown("abike")),
        ("search what is not there", unknown("xxqxqj")),
    ] {
        bench.run(name, || drop(black_box(index.search(&query, 20))));
    }
}

/// Five thousand words of two to four syllables.
fn made_up_words() -> Vec<String> {
    let mut chance = chance();
    let mut words = std::collections::BTreeSet::new();
    while words.len() < 5_000 {
        let syllable = |_| {
            let (first, last) = (chance(20), chance(5));
            format!("{}{}", &"bcdfghjklmnprstvwyzs"[first..=first], &"aeiou"[last..=last])
        };
        words.insert((0..2 + words.len() % 3).map(syllable).collect::<String>());
    }
    words.into_iter().collect()
}

/// Five hundred pages of a hundred and twenty words, few of them common and many rare, as in any language.
fn made_up_pages(words: &[String]) -> Vec<Document> {
    let mut chance = chance();
    let mut line = |length: usize| -> String {
        let place = |_| {
            let most = chance(words.len()) + 1;
            chance(most) * 7_919 % words.len()
        };
        (0..length).map(place).map(|at| words[at].as_str()).collect::<Vec<_>>().join(" ")
    };
    let page = |at: usize| Document {
        id: at.to_string(),
        title: line(3),
        names: vec![line(2)],
        tags: vec![line(1), line(1)],
        text: (0..10).map(|_| line(12)).collect(),
    };
    (0..500).map(page).collect()
}

/// Numbers below a given one, the same in every run.
fn chance() -> impl FnMut(usize) -> usize {
    let mut state = 1_u64;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    }
}

/// A person in the first week of the plan.
fn enrolled(options: &OpenOptions, now: &Now) -> Mingmen {
    let mingmen = Mingmen::open(options, now).unwrap();
    mingmen.answer_screening(&[], now).unwrap();
    mingmen.enrol(&mingmen.enrol_form(now).unwrap().preset, now).unwrap();
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
    fn run(&self, name: &str, mut work: impl FnMut()) {
        if !self.wanted.is_empty() && !self.wanted.iter().any(|wanted| name.contains(wanted.as_str())) {
            return;
        }
        let mut times = 1;
        while time(times, &mut work) < AT_LEAST && times < 1 << 20 {
            times *= 2;
        }
        let mut runs: Vec<Duration> = (0..RUNS).map(|_| time(times, &mut work) / times).collect();
        runs.sort();
        let micros = |at: usize| runs[at].as_secs_f64() * 1e6;
        println!(
            "{name:<42} {:>10.2} µs   (least {:.2}, most {:.2})",
            micros(RUNS / 2),
            micros(0),
            micros(RUNS - 1)
        );
    }
}

fn time(times: u32, work: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    for _ in 0..times {
        work();
    }
    start.elapsed()
}
