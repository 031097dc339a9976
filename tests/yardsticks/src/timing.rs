//! Taking turns with the clock, so that what else the machine does falls on all alike.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::Rings;

/// Rounds, and how long one turn at least takes.
const ROUNDS: usize = 31;
const AT_LEAST: Duration = Duration::from_millis(2);

/// What somebody takes.
pub(crate) struct Figure {
    pub(crate) name: String,
    /// The median of the rounds, microseconds.
    pub(crate) median: f64,
    /// The least of them.
    pub(crate) least: f64,
}

/// A line of the table; `unit` is what the loop by hand takes.
pub(crate) fn told(Figure { name, median, least }: &Figure, unit: f64) -> String {
    format!(
        "  {name:<28} {median:>9.2} µs   (least {least:.2})   {:>6.2} times the loop by hand",
        median / unit
    )
}

/// Measures each in every round, one after the other.
pub(crate) fn in_turn<const N: usize>(mut works: [(&str, &mut dyn FnMut() -> Rings); N]) -> [Figure; N] {
    let times = works.each_mut().map(|(_, work)| enough(work));
    let mut micros: [Vec<f64>; N] = std::array::from_fn(|_| Vec::with_capacity(ROUNDS));
    for _ in 0..ROUNDS {
        for (nth, (_, work)) in works.iter_mut().enumerate() {
            micros[nth].push(time(times[nth], work).as_secs_f64() * 1e6 / f64::from(times[nth]));
        }
    }
    let mut micros = micros.into_iter();
    works.map(|(name, _)| {
        let mut all = micros.next().unwrap_or_default();
        all.sort_by(f64::total_cmp);
        Figure { name: name.to_owned(), median: all[ROUNDS / 2], least: all[0] }
    })
}

/// How often to do it in one turn.
fn enough(work: &mut dyn FnMut() -> Rings) -> u32 {
    let mut times = 1;
    while time(times, work) < AT_LEAST && times < 1 << 20 {
        times *= 2;
    }
    times
}

fn time(times: u32, work: &mut dyn FnMut() -> Rings) -> Duration {
    let start = Instant::now();
    for _ in 0..times {
        black_box(work());
    }
    start.elapsed()
}
