//! Why a command did not succeed, and the exit code that says so to a script.

use std::fmt;
use std::process::ExitCode;

/// What every subcommand returns.
pub type Outcome<T = ()> = Result<T, Failure>;

/// One reason per exit code, so that a script can tell a red check from a bare machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Exit 1: a check failed, or a step of a build did.
    Check(String),
    /// Exit 2: the command line was wrong.
    Usage(String),
    /// Exit 3: this computer lacks something.
    Machine(String),
    /// The exit code of a program that has already said what is wrong.
    Passed(u8),
}

impl Failure {
    /// The exit code of the whole command.
    pub fn code(&self) -> u8 {
        match self {
            Self::Check(_) => 1,
            Self::Usage(_) => 2,
            Self::Machine(_) => 3,
            Self::Passed(code) => *code,
        }
    }

    /// Says what went wrong and gives the exit code.
    pub fn report(&self) -> ExitCode {
        let text = self.to_string();
        if !text.is_empty() {
            eprintln!("{text}");
        }
        ExitCode::from(self.code())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Check(text) | Self::Usage(text) | Self::Machine(text) => f.write_str(text),
            Self::Passed(_) => Ok(()),
        }
    }
}

/// An input or output error with the path it is about.
pub fn at(path: &std::path::Path) -> impl Fn(std::io::Error) -> Failure + '_ {
    move |error| Failure::Check(format!("{}: {error}", path.display()))
}
