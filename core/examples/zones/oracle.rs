//! Two other programs that know clocks, asked the same questions: Python's zoneinfo and Java's java.time. Neither shares
//! a line with jiff, and java.time compiles the database by a compiler of its own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::known::Known;
use super::progress::Progress;
use super::questions::Chapter;

/// A program that answers.
pub(crate) struct Oracle {
    pub(crate) name: &'static str,
    program: &'static str,
    script: &'static str,
    /// What would bring it to this computer.
    pub(crate) comes_with: &'static str,
}

/// Both of them.
pub(crate) const ALL: [Oracle; 2] = [
    Oracle {
        name: "zoneinfo",
        program: "python3",
        script: "clocks.py",
        comes_with: "Python 3.9 or newer, as python3",
    },
    Oracle {
        name: "java.time",
        program: "java",
        script: "Clocks.java",
        comes_with: "a JDK 17 or newer, by JAVA_HOME or on the PATH",
    },
];

/// What an oracle goes by.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) release: String,
    /// Its names: the oracle's own, and the words that say where its database is from.
    pub(crate) names: String,
    /// The program and its version.
    pub(crate) program: String,
}

impl Source {
    /// Whether a line of the list that begins with a name speaks of this one.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.names.split(' ').any(|own| own == name)
    }
}

/// How an oracle's answers compare with ours.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    pub(crate) asked: u64,
    /// Differences that the list expects.
    pub(crate) known: u64,
    /// For each line of the list, how many differences it covers; nothing for one that does not apply.
    pub(crate) found: Vec<Option<u64>>,
    /// Differences that are not in the list, counted by zone, with the first of each.
    pub(crate) unknown: Vec<(String, u64, String)>,
}

impl Oracle {
    /// What it goes by, or nothing where it is not on this computer.
    pub(crate) fn source(&self, folder: &Path) -> Option<Source> {
        let output = self.command(folder).stderr(Stdio::null()).output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        output.status.success().then(|| self.read_source(text.lines().next().unwrap_or_default()))?
    }

    /// Asks everything in `file`, which holds the chapters in their order, and compares the answers with the core's.
    pub(crate) fn compare(
        &self,
        folder: &Path,
        file: &Path,
        chapters: &[Chapter],
        (our_release, list): (&str, &[Known]),
        progress: &mut Progress,
    ) -> Result<Verdict, String> {
        let failed = |what: String| format!("{}: {what}", self.name);
        let mut child = self.command(folder).arg(file).spawn().map_err(|error| failed(error.to_string()))?;
        let mut lines = answers(&mut child).map(|line| line.map_err(|error| failed(error.to_string())));
        let first = lines.next().ok_or_else(|| failed("it said nothing".into()))??;
        let source = self.read_source(&first).ok_or_else(|| failed(format!("it began with {first:?}")))?;
        let applies = |known: &Known| known.applies(&source, our_release).then_some(0);
        let mut verdict = Verdict { found: list.iter().map(applies).collect(), ..Verdict::default() };
        for chapter in chapters {
            for question in &chapter.questions {
                let theirs = lines.next().ok_or_else(|| failed("it ended too early".into()))??;
                let ours = chapter.answer(*question);
                verdict.asked += 1;
                if theirs != ours {
                    verdict.differ(list, &chapter.pair.clock.id, question.date(), || {
                        format!("{}: {ours} here, {theirs} there", question.says())
                    });
                }
            }
            progress.add(chapter.questions.len());
        }
        drop(lines);
        let status = child.wait().map_err(|error| failed(error.to_string()))?;
        if status.success() { Ok(verdict) } else { Err(failed(status.to_string())) }
    }

    fn read_source(&self, line: &str) -> Option<Source> {
        let [release, database, program] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
        let names = format!("{} by {database}", self.name);
        Some(Source { release: release.to_owned(), names, program: program.to_owned() })
    }

    fn command(&self, folder: &Path) -> Command {
        let home = std::env::var_os("JAVA_HOME").filter(|home| self.program == "java" && !home.is_empty());
        let mut command = Command::new(
            home.map_or_else(|| self.program.into(), |home| Path::new(&home).join("bin").join(self.program)),
        );
        command.arg(folder.join(self.script)).stdin(Stdio::null()).stdout(Stdio::piped());
        command
    }
}

impl Verdict {
    pub(crate) fn differ(
        &mut self,
        list: &[Known],
        zone: &str,
        date: mingmen_core::zone::CivilDate,
        says: impl FnOnce() -> String,
    ) {
        let mut expected = list.iter().zip(&mut self.found);
        let line = expected.find_map(|(known, found)| found.as_mut().filter(|_| known.covers(zone, date)));
        if let Some(found) = line {
            *found += 1;
            self.known += 1;
            return;
        }
        match self.unknown.iter_mut().find(|(unknown, _, _)| unknown == zone) {
            Some((_, count, _)) => *count += 1,
            None => self.unknown.push((zone.to_owned(), 1, says())),
        }
    }

    /// What makes the comparison fail: a difference that is not in the list, and a line of it that no longer occurs.
    pub(crate) fn faults(&self, list: &[Known]) -> Vec<String> {
        let unknown =
            self.unknown.iter().map(|(zone, count, first)| format!("{zone} differs {count} times; {first}"));
        let gone = list.iter().zip(&self.found).filter(|(_, found)| **found == Some(0));
        let gone = gone.map(|(known, _)| {
            format!(
                "{} no longer differs from {} on, as the list has it: {}",
                known.zone, known.from, known.reason
            )
        });
        unknown.chain(gone).collect()
    }
}

fn answers(child: &mut Child) -> impl Iterator<Item = std::io::Result<String>> + use<> {
    child.stdout.take().into_iter().flat_map(|stdout| BufReader::new(stdout).lines())
}
