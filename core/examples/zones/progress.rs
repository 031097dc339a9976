//! How far a check has come, for who watches it at a terminal; nothing into a pipe.
#![allow(clippy::disallowed_methods)] // a build server says by the environment that nobody watches

use std::io::{self, IsTerminal, Write};

const WIDTH: usize = 30;

/// A bar that is drawn again at each whole percent.
pub(crate) struct Progress {
    label: &'static str,
    total: usize,
    done: usize,
    shown: Option<usize>,
    is_watched: bool,
}

impl Progress {
    /// An empty bar before `total` steps.
    pub(crate) fn new(label: &'static str, total: usize) -> Progress {
        let is_build_server = std::env::var("CI").is_ok_and(|value| !value.is_empty() && value != "false");
        let is_watched = io::stdout().is_terminal() && !is_build_server;
        Progress { label, total, done: 0, shown: None, is_watched }
    }

    /// So many steps more are done.
    pub(crate) fn add(&mut self, steps: usize) {
        self.done += steps;
        let percent = self.done * 100 / self.total.max(1);
        if self.is_watched && self.shown != Some(percent) {
            self.shown = Some(percent);
            let full = (percent * WIDTH / 100).min(WIDTH);
            print!("\r\x1b[K{:<12}[{:-<WIDTH$}] {percent:>3} %", self.label, "#".repeat(full));
            // A terminal that cannot be written to loses the bar and nothing else.
            drop(io::stdout().flush());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.is_watched {
            print!("\r\x1b[K");
            drop(io::stdout().flush());
        }
    }
}
