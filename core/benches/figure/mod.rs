//! What a clip of the figure costs: a usual one, and of all clips the slowest.
//!
//! A clip is asked for while a person waits to see it: over [`LIMIT`] the benchmark fails.

use std::hint::black_box;
use std::time::{Duration, Instant};

use mingmen_core::figure::{self, FigureChoices};

use crate::{Bench, RUNS, runs};

/// What the slowest clip may take.
const LIMIT: Duration = Duration::from_millis(3);

/// So many of the slowest at first sight are measured again.
const LOOKED_AT_AGAIN: usize = 3;

/// Measures a usual clip and the slowest. Whether both stay under the limit.
pub(crate) fn run(bench: &Bench) -> bool {
    let clip = |motion: &str, base: &str| {
        drop(black_box(figure::clip(motion, base, &FigureChoices::default()).unwrap()));
    };
    let at_most = LIMIT.as_secs_f64() * 1e6;
    let fits = bench.within("a clip of the figure", at_most, || clip("spinal-wave", "seated"));
    if !bench.wants("the slowest clip of the figure") {
        return fits;
    }
    let mut by_time: Vec<(Duration, String, String)> = vec![];
    for motion in figure::motions().unwrap() {
        for base in motion.bases {
            let time = |_| {
                let start = Instant::now();
                clip(&motion.id, &base);
                start.elapsed()
            };
            by_time.push(((0..3).map(time).min().unwrap_or_default(), motion.id.clone(), base));
        }
    }
    by_time.sort_by(|one, other| other.cmp(one));
    let again = by_time.iter().take(LOOKED_AT_AGAIN);
    let measured = again.map(|(_, motion, base)| {
        let runs = runs(|| clip(motion, base));
        (runs[RUNS / 2], runs[0], motion, base)
    });
    let Some((time, least, motion, base)) = measured.max() else { return false };
    println!(
        "{:<42} {:>10.2} µs   (least {:.2}, at most {at_most} asked; {motion}, {base})",
        "the slowest clip of the figure",
        time.as_secs_f64() * 1e6,
        least.as_secs_f64() * 1e6,
    );
    if time > LIMIT {
        println!("TOO SLOW: a clip takes more than {at_most} µs: {motion}, {base}");
    }
    fits && time <= LIMIT
}
