//! Ends what a test run left behind: compiler daemons, servers, anything that it started and that outlived it.

use std::fs;
use std::process::{self, Command};

/// The variable that marks every program of one run; children inherit it, daemons too.
pub(crate) const MARK: &str = "MINGMEN_XTASK_RUN";

/// The value of [`MARK`] for this run.
pub(crate) fn mark() -> String {
    process::id().to_string()
}

/// Ends, by id, every process that carries `mark`, and gives a line about each. Linux only; elsewhere, and for
/// another user's processes, it sees nothing.
pub(crate) fn end(mark: &str) -> Vec<String> {
    let wanted = format!("{MARK}={mark}");
    let folders = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = folders.filter_map(|folder| folder.file_name().to_str()?.parse::<u32>().ok());
    ids.filter(|id| *id != process::id() && carries(*id, &wanted)).filter_map(end_one).collect()
}

fn carries(id: u32, wanted: &str) -> bool {
    let environment = fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
    environment.split(|byte| *byte == 0).any(|entry| entry == wanted.as_bytes())
}

fn end_one(id: u32) -> Option<String> {
    let command = fs::read(format!("/proc/{id}/cmdline")).ok()?;
    let shown: String = String::from_utf8_lossy(&command).replace('\0', " ").chars().take(100).collect();
    let ended = Command::new("kill").arg(id.to_string()).status().is_ok_and(|status| status.success());
    ended.then(|| format!("ended process {id}, left running: {shown}"))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_marked_process_is_ended_and_another_is_not() {
        let start = |mark: &str| {
            let child = Command::new("sleep").arg("60").env(MARK, mark).spawn().unwrap();
            // A program that is just being started has no environment yet, for a moment.
            while fs::read(format!("/proc/{}/environ", child.id())).unwrap().is_empty() {
                std::thread::yield_now();
            }
            child
        };
        let (mut ours, mut other) = (start("leftovers-test-ours"), start("leftovers-test-other"));
        let lines = end("leftovers-test-ours");
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].contains(&ours.id().to_string()) && lines[0].contains("sleep 60"), "{lines:?}");
        assert!(!ours.wait().unwrap().success());
        assert!(other.try_wait().unwrap().is_none());
        other.kill().unwrap();
        other.wait().unwrap();
    }
}
