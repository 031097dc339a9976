//! What a person at a terminal gets and a pipe does not: questions, progress, bold headings.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::time::Duration;

/// Whether progress lines help someone: a terminal, and no build server pretending to be one.
pub fn is_watched() -> bool {
    io::stdout().is_terminal() && !is_build_server()
}

/// Whether someone is there to answer a question.
pub fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal() && !is_build_server()
}

/// Build servers set `CI`; an empty value or `false` is how people switch it off.
fn is_build_server() -> bool {
    env::var("CI").is_ok_and(|value| !value.is_empty() && value != "false")
}

/// Asks a question that Return answers with yes.
pub fn ask(question: &str) -> bool {
    print!("{question} [Y/n] ");
    let mut answer = String::new();
    let read = io::stdout().flush().and_then(|()| io::stdin().read_line(&mut answer));
    matches!(read, Ok(1..)) && matches!(answer.trim().to_lowercase().as_str(), "" | "y" | "yes")
}

/// A heading, bold where that can be seen.
pub fn heading(text: &str) {
    if is_watched() && env::var_os("NO_COLOR").is_none() {
        println!("\x1b[1m{text}\x1b[0m");
    } else {
        println!("{text}");
    }
}

/// Replaces the status line at a terminal; says nothing into a pipe. An empty text clears it.
pub fn status(text: &str) {
    if !is_watched() {
        return;
    }
    let width: usize = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(80);
    let line: String = text.chars().filter(|c| !c.is_control()).take(width.max(2) - 1).collect();
    print!("\r\x1b[K{line}");
    // A terminal that cannot be written to loses the status line and nothing else.
    drop(io::stdout().flush());
}

/// Seconds with one decimal, as the summary prints them.
pub fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}
