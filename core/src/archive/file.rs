//! An archive as bytes: lines in and out, with the sum of all of them.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::fault::{ArchiveError, ArchiveFault, ArchiveProblem};
use super::{MOST_BYTES, MOST_LINE_BYTES};
use crate::store::beside;

/// A file that is being written. It gets its name when it is complete, and goes when it never is.
pub(super) struct Draft {
    out: BufWriter<File>,
    sum: Sha256,
    part: PathBuf,
    path: PathBuf,
    complete: bool,
}

impl Draft {
    pub(super) fn new(path: &Path) -> io::Result<Self> {
        let part = beside(path, ".part");
        let out = BufWriter::new(File::create(&part)?);
        Ok(Self { out, sum: Sha256::new(), part, path: path.to_owned(), complete: false })
    }

    /// Writes a line and its end.
    pub(super) fn line(&mut self, line: &str) -> io::Result<()> {
        for bytes in [line.as_bytes(), b"\n"] {
            self.sum.update(bytes);
            self.out.write_all(bytes)?;
        }
        Ok(())
    }

    /// The sum of everything so far.
    pub(super) fn sum(&self) -> String {
        hex(self.sum.clone())
    }

    /// Waits until the disk has all of it, and gives it its name.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.out.flush()?;
        self.out.get_ref().sync_all()?;
        fs::rename(&self.part, &self.path)?;
        self.complete = true;
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.complete {
            let _ = fs::remove_file(&self.part);
        }
    }
}

/// The lines of a file from elsewhere.
pub(super) struct Lines {
    input: BufReader<Box<dyn Read + Send>>,
    sum: Sha256,
    bytes: u64,
    number: u32,
    line: Vec<u8>,
}

impl Lines {
    pub(super) fn new(input: Box<dyn Read + Send>) -> Self {
        Self { input: BufReader::new(input), sum: Sha256::new(), bytes: 0, number: 0, line: Vec::new() }
    }

    /// The number of the line that was read last, from 1.
    pub(super) fn number(&self) -> u32 {
        self.number
    }

    /// Reads the next line, which must end as lines do; `None` at the end of the file.
    pub(super) fn next(&mut self) -> Result<Option<&str>, ArchiveError> {
        self.number = self.number.saturating_add(1);
        self.line.clear();
        let most = MOST_LINE_BYTES as u64 + 1;
        let read = self.input.by_ref().take(most).read_until(b'\n', &mut self.line)?;
        self.bytes = self.bytes.saturating_add(read as u64);
        if read == 0 {
            return Ok(None);
        }
        let fault = |problem| Err(ArchiveFault::of_line(self.number, "", problem).into());
        if self.bytes > MOST_BYTES {
            return fault(ArchiveProblem::TooLarge);
        }
        let Some(line) = self.line.strip_suffix(b"\n") else {
            let long = self.line.len() > MOST_LINE_BYTES;
            return fault(if long { ArchiveProblem::LineTooLong } else { ArchiveProblem::CutOff });
        };
        match std::str::from_utf8(line) {
            Ok(text) => Ok(Some(text)),
            Err(error) => {
                let sound = line.get(..error.valid_up_to()).unwrap_or_default();
                let sound = String::from_utf8_lossy(sound);
                let problem = ArchiveProblem::NotText;
                Err(ArchiveFault::at(self.number, &sound, sound.len(), "", problem).into())
            }
        }
    }

    /// Counts the line that was read last among those that the sum is of.
    pub(super) fn count(&mut self) {
        self.sum.update(&self.line);
    }

    /// The sum of the lines that were counted.
    pub(super) fn sum(&self) -> String {
        hex(self.sum.clone())
    }
}

fn hex(sum: Sha256) -> String {
    use std::fmt::Write as _;
    sum.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
