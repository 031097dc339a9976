//! Runs programs quietly: everything they print goes to a log file, the last line of it to the status
//! line, and the end of it to the screen when they fail.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write, pipe};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome, at};
use crate::terminal;

/// How many lines of a failed program's output are shown; the log file has them all.
const SHOWN_LINES: usize = 120;
/// How long output may still trickle in after a program has ended. Something it left running may hold the
/// pipe open for ever.
const GRACE: Duration = Duration::from_secs(2);

/// The log of one part of a run.
#[derive(Debug)]
pub(crate) struct Log {
    title: String,
    path: PathBuf,
    file: File,
    text: String,
    started: Instant,
    /// What every program of this log finds in its environment besides ours.
    env: Vec<(&'static str, String)>,
}

impl Log {
    /// Starts the log `name`.log among this command's by-products.
    pub(crate) fn create(folder: &Path, name: &str) -> Outcome<Self> {
        fs::create_dir_all(folder).map_err(at(folder))?;
        let path = folder.join(format!("{name}.log"));
        let file = File::create(&path).map_err(at(&path))?;
        Ok(Self {
            title: name.to_owned(),
            path,
            file,
            text: String::new(),
            started: Instant::now(),
            env: Vec::new(),
        })
    }

    /// The same log, whose programs find `env` in their environment.
    pub(crate) fn with_env(mut self, env: &[(&'static str, String)]) -> Self {
        self.env = env.to_vec();
        self
    }

    /// What every program of this log finds in its environment besides ours.
    pub(crate) fn env(&self) -> &[(&'static str, String)] {
        &self.env
    }

    /// Where the log is kept.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Everything written so far.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Adds a line of our own.
    pub(crate) fn note(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        // The screen has what matters; a full disk must not turn a passing check into a failing one.
        drop(writeln!(self.file, "{line}"));
    }

    /// Runs a program to its end; a failure shows the end of what it printed and where the rest is.
    pub(crate) fn run(&mut self, command: Command) -> Outcome {
        let shown = describe(&command);
        let before = self.text.len();
        let status = self.status_of(command)?;
        if status.success() {
            return Ok(());
        }
        let tail = last_lines(&self.text[before..], SHOWN_LINES);
        let log = self.path.display();
        Err(Failure::Check(format!("{tail}\n{shown}\nended with {status}; all of its output: {log}")))
    }

    /// Runs a program to its end and gives its status, whatever that is.
    pub(crate) fn status_of(&mut self, mut command: Command) -> Outcome<ExitStatus> {
        let shown = describe(&command);
        self.note(&format!("$ {shown}"));
        let cannot = |error| Failure::Check(format!("cannot run {shown}: {error}"));
        let (reader, writer) = pipe().map_err(cannot)?;
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).stdout(writer.try_clone().map_err(cannot)?).stderr(writer);
        let mut child = command.spawn().map_err(cannot)?;
        // The command holds our writing ends of the pipe; the reader sees its end only when they are gone.
        drop(command);
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            let mut reader = BufReader::new(reader);
            let mut line = Vec::new();
            while matches!(reader.read_until(b'\n', &mut line), Ok(1..)) {
                let text = String::from_utf8_lossy(&line).trim_end().to_owned();
                if sender.send(text).is_err() {
                    return;
                }
                line.clear();
            }
        });
        self.follow(&mut child, &lines).map_err(cannot)
    }

    fn follow(&mut self, child: &mut Child, lines: &Receiver<String>) -> std::io::Result<ExitStatus> {
        let mut last = String::new();
        let mut ended: Option<Instant> = None;
        while ended.is_none_or(|at| at.elapsed() < GRACE) {
            match lines.recv_timeout(Duration::from_millis(200)) {
                Ok(line) => {
                    self.note(&line);
                    last = line;
                }
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if ended.is_none() && child.try_wait()?.is_some() {
                ended = Some(Instant::now());
            }
            terminal::status(&format!("  {} {} s  {last}", self.title, self.started.elapsed().as_secs()));
        }
        terminal::status("");
        child.wait()
    }
}

/// A program and its arguments as a person would type them.
fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let from = lines.len().saturating_sub(count);
    lines.get(from..).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(name: &str) -> (tempfile::TempDir, Log) {
        let folder = tempfile::tempdir().unwrap();
        let log = Log::create(folder.path(), name).unwrap();
        (folder, log)
    }

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_passing_program_leaves_its_output_in_the_log_file() {
        let (folder, mut log) = log("part");
        log.run(shell("echo out; echo err >&2")).unwrap();
        let written = fs::read_to_string(folder.path().join("part.log")).unwrap();
        assert!(written.contains("out\nerr\n"), "{written}");
        assert_eq!(written, log.text());
    }

    #[test]
    fn a_failing_program_shows_the_end_of_its_output_and_where_the_rest_is() {
        let (_folder, mut log) = log("part");
        let failure = log.run(shell("seq 1 500; exit 7")).unwrap_err().to_string();
        assert!(failure.contains("\n500\n") && !failure.contains("\n100\n"), "{failure}");
        assert!(failure.contains("exit status: 7") && failure.contains("part.log"), "{failure}");
    }

    #[test]
    fn a_program_left_running_does_not_keep_the_run_waiting() {
        let (_folder, mut log) = log("part");
        let started = Instant::now();
        log.run(shell("sleep 20 & echo $!")).unwrap();
        assert!(started.elapsed() < Duration::from_secs(15));
        let left_running = log.text().lines().last().unwrap();
        assert!(Command::new("kill").arg(left_running).status().unwrap().success());
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let (_folder, mut log) = log("part");
        let failure = log.run(Command::new("no-such-program")).unwrap_err().to_string();
        assert!(failure.contains("cannot run no-such-program"), "{failure}");
    }
}
