//! `cargo xtask bench wanted`: the next 48 rings of a plan, a class and the week's review, worked out by the core and, in
//! the same run, by a loop written by hand and by libraries for rules of recurrence.
//!
//! All of them give the same moments, or the run ends with a failure: who measures others has to let them do the same
//! work. The core does more in its time: it reads the plan and what was practised from its file, leaves out what is done or
//! quiet, and puts each reminder into words.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)] // a benchmark reads the clock, and may fail loudly

mod by_hand;
mod core_itself;
mod java;
mod rules;
mod timing;

use std::process::ExitCode;

use timing::{Figure, told};

/// The next rings, in seconds since 1970.
type Rings = Vec<i64>;

/// How many rings: as many weeks as the core looks ahead for.
const COUNT: usize = 48;
/// When they are asked for: a Monday morning in London. The clocks change three weeks later.
const NOW: &str = "2026-03-09T07:00:00Z";
const ZONE: &str = "Europe/London";
/// What the core may take, microseconds.
const AT_MOST: f64 = 150.0;

fn main() -> ExitCode {
    let (mut core, mut hand, mut rrule, mut both) =
        (core_itself::Core::new(), by_hand::rings, rules::by_rrule, rules::by_icalendar_and_rrule);
    let expected = hand();
    assert_eq!(
        (expected.len(), core.rings()),
        (COUNT, expected.clone()),
        "the core differs from the loop by hand"
    );
    assert_eq!((rrule(), both()), (expected.clone(), expected.clone()), "a library differs");
    let figures = timing::in_turn([
        ("core, one call", &mut || core.rings()),
        ("loop by hand", &mut hand),
        ("rrule 0.14", &mut rrule),
        ("icalendar 0.17 and rrule", &mut both),
    ]);
    println!("the next {COUNT} rings of plan, class and week's review");
    let [ours, by_hand, ..] = &figures;
    let (ours, unit) = (ours.median, by_hand.median);
    figures.iter().for_each(|figure| println!("{}", told(figure, unit)));
    match java::figures(&expected) {
        Ok(figures) => figures.iter().for_each(|figure| println!("{}", told(figure, unit))),
        Err(why) => println!("lib-recur is left out: {why}"),
    }
    println!("core: at most {AT_MOST} µs asked");
    if ours <= AT_MOST { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
