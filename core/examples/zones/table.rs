//! What all checks came to, as a table.

use std::fmt;
use std::time::{Duration, Instant};

use super::sweep::Tally;

/// Faults of one check that are printed.
const SHOWN: usize = 40;

/// One check.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) cases: u64,
    /// Differences that the committed list expects, for an oracle.
    pub(crate) known: Option<u64>,
    pub(crate) faults: Vec<String>,
    pub(crate) took: Duration,
}

/// All checks, in the order in which they were made.
#[derive(Default)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
}

impl Table {
    /// Makes a check and adds its row.
    pub(crate) fn timed(&mut self, name: &'static str, check: impl FnOnce() -> Tally) {
        let started = Instant::now();
        let Tally { cases, faults } = check();
        self.rows.push(Row { name, cases, known: None, faults, took: started.elapsed() });
    }

    /// Whether nothing at all was wrong.
    pub(crate) fn is_well(&self) -> bool {
        self.rows.iter().all(|row| row.faults.is_empty())
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in self.rows.iter().filter(|row| !row.faults.is_empty()) {
            writeln!(f, "\n{}:", row.name)?;
            row.faults.iter().take(SHOWN).try_for_each(|fault| writeln!(f, "  {fault}"))?;
        }
        writeln!(f, "\n{:<14}{:>12}{:>10}{:>10}{:>10}", "check", "cases", "known", "faults", "seconds")?;
        for row in &self.rows {
            let known = row.known.map_or(String::new(), |known| known.to_string());
            let took = row.took.as_secs_f64();
            writeln!(f, "{:<14}{:>12}{known:>10}{:>10}{took:>10.1}", row.name, row.cases, row.faults.len())?;
        }
        let cases: u64 = self.rows.iter().map(|row| row.cases).sum();
        let faults: usize = self.rows.iter().map(|row| row.faults.len()).sum();
        write!(f, "{cases} cases, {faults} faults")
    }
}
