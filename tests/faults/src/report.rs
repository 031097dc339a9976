//! Counting cases, a bar for whoever watches, and the table at the end.

use std::io::{IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use crate::operations::{Operation, Scenes};
use crate::shim;

/// So many failures of a row are told in words.
const TOLD: usize = 5;

/// One line of the table: a kind of fault, or a control.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) cases: u32,
    pub(crate) failures: u32,
    /// The first failures in words.
    pub(crate) said: Vec<String>,
    /// What stands beside the numbers.
    pub(crate) note: String,
    /// A control has to fail: without failures it is red.
    pub(crate) is_control: bool,
    began: Instant,
    took: Duration,
}

impl Row {
    pub(crate) fn new(name: &str) -> Row {
        let (began, took) = (Instant::now(), Duration::ZERO);
        let (said, note) = (Vec::new(), String::new());
        Row { name: name.to_owned(), cases: 0, failures: 0, said, note, is_control: false, began, took }
    }

    pub(crate) fn control(name: &str) -> Row {
        Row { is_control: true, ..Row::new(name) }
    }

    /// Runs a case, and counts it. A panic of the core is a failure like any other.
    pub(crate) fn case(&mut self, case: impl FnOnce() -> Result<(), String>) {
        // A case that panicked may have left something failing.
        shim::end();
        shim::memory::suffices();
        let outcome = catch_unwind(AssertUnwindSafe(case)).unwrap_or_else(|panic| {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            Err(format!("panicked: {}", text.unwrap_or_default()))
        });
        self.cases += 1;
        self.took = self.began.elapsed();
        if let Err(why) = outcome {
            self.failures += 1;
            if self.said.len() < TOLD {
                self.said.push(why);
            }
        }
        bar(self);
    }

    /// Whether it is as it has to be. A row without a case proves nothing.
    pub(crate) fn is_well(&self) -> bool {
        self.cases > 0 && (self.failures > 0) == self.is_control
    }

    fn verdict(&self) -> &'static str {
        match (self.is_well(), self.is_control) {
            (true, false) => "passed",
            (true, true) => "red, as it has to be",
            (false, false) => "FAILED",
            (false, true) => "GREEN: this harness sees nothing",
        }
    }
}

fn bar(row: &Row) {
    let mut out = std::io::stdout();
    if !out.is_terminal() || !row.cases.is_multiple_of(10) {
        return;
    }
    let dots = "·".repeat(usize::try_from(row.cases / 100 % 40).unwrap_or(0));
    // A terminal that cannot be written to loses the bar and nothing else.
    let _ = write!(out, "\r\x1b[K  {:<58}{:>6} {dots}", row.name, row.cases).and_then(|()| out.flush());
}

/// Prints the table, and says whether all is well.
pub(crate) fn print(rows: &[Row]) -> bool {
    if std::io::stdout().is_terminal() {
        print!("\r\x1b[K");
    }
    println!("| fault | cases | failures | seconds | |\n|---|---:|---:|---:|---|");
    for row in rows {
        let (name, took) = (&row.name, row.took.as_secs_f64());
        let note = if row.note.is_empty() { String::new() } else { format!("; {}", row.note) };
        println!("| {name} | {} | {} | {took:.1} | {}{note} |", row.cases, row.failures, row.verdict());
    }
    for row in rows.iter().filter(|row| !row.is_well()) {
        row.said.iter().for_each(|why| println!("{}: {why}", row.name));
    }
    let cases: u32 = rows.iter().map(|row| row.cases).sum();
    let red = rows.iter().filter(|row| !row.is_well()).count();
    println!("{cases} cases, {red} of {} rows are not as they have to be", rows.len());
    red == 0
}

/// A share of the numbers from 1 to `count`, spread evenly: all for 1 and more.
pub(crate) fn spread(count: u32, part: f64) -> impl Iterator<Item = u32> {
    let wanted = scaled(count, part).min(count);
    (0..wanted).map(move |at| {
        // The middle of each stretch, so that few of many are not all at the beginning.
        let middle = (u64::from(at) * 2 + 1) * u64::from(count) / (u64::from(wanted) * 2);
        u32::try_from(middle).unwrap_or(0).min(count - 1) + 1
    })
}

/// A share of the calls of all operations, spread evenly: each with its number, from 1.
pub(crate) fn points<'s>(
    scenes: &'s Scenes,
    count: impl Fn(&Operation) -> u32,
    part: f64,
) -> Vec<(&'s Operation, u32)> {
    let of = |operation: &'s Operation| (1..=count(operation)).map(move |at| (operation, at));
    let all: Vec<(&Operation, u32)> = scenes.operations.iter().flat_map(of).collect();
    let total = u32::try_from(all.len()).unwrap();
    spread(total, part).map(|number| all[number as usize - 1]).collect()
}

/// A share of a count, one at least.
pub(crate) fn scaled(count: u32, part: f64) -> u32 {
    if count == 0 {
        return 0;
    }
    (f64::from(count) * part).ceil().clamp(1.0, f64::from(u32::MAX)) as u32
}

/// Numbers that look drawn by chance and are the same each time (Steele, Lea and Flood, 2014: SplitMix64).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or(0)
    }

    /// Whether something comes about that does so in `percent` of all cases.
    pub(crate) fn comes(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_well_without_failures_and_a_control_with_them() {
        let mut row = Row::new("row");
        assert!(!row.is_well(), "nothing ran");
        row.case(|| Ok(()));
        assert!(row.is_well());
        row.case(|| panic!("a fault of the core"));
        assert_eq!(
            (row.is_well(), row.said.as_slice()),
            (false, &["panicked: a fault of the core".to_owned()][..])
        );
        let mut control = Row::control("control");
        control.case(|| Ok(()));
        assert!(!control.is_well());
        control.case(|| Err("lost".to_owned()));
        assert!(control.is_well());
    }

    #[test]
    fn all_of_them_are_all_and_a_part_is_spread_over_all() {
        assert_eq!(spread(5, 1.0).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
        assert_eq!(spread(100, 0.02).collect::<Vec<_>>(), [26, 76]);
        assert_eq!(spread(3, 0.01).collect::<Vec<_>>(), [2]);
        assert_eq!(spread(0, 1.0).count(), 0);
    }
}
