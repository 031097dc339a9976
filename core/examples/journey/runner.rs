//! Lives through a journey, step by step.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::Duration;
use serde_json::{Value, json};

use mingmen_core::mingmen::{Mingmen, OpenOptions};
use mingmen_core::zone::Now;

use super::calls;
use super::file::{self, Journey, Step};
use super::json::{at_path, difference, resolve};

/// Why a journey did not come to its end.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The journey cannot be read or makes no sense.
    Malformed(String),
    /// What came is not what was expected.
    Unexpected(String),
}

/// Where a monotonic clock begins, in milliseconds: a phone that has been on for a while.
const MONOTONIC_START_MS: u64 = 1_000_000;

/// Runs a journey against a fresh database and hands each step's line in the file and its result to `print`.
pub(crate) fn run_file(path: &Path, print: &mut dyn FnMut(usize, Value)) -> Result<(), Failure> {
    let malformed =
        |line: usize, problem: &str| Failure::Malformed(format!("{}:{line}: {problem}", path.display()));
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::Malformed(format!("{}: cannot be read: {error}", path.display())))?;
    let journey = file::read(&text).map_err(|(line, problem)| malformed(line, &problem))?;
    let folder =
        tempfile::tempdir().map_err(|error| Failure::Malformed(format!("no temporary folder: {error}")))?;
    let mut run = Run::begin(&journey, folder.path()).map_err(|problem| malformed(1, &problem))?;
    for (index, (line, step)) in journey.steps.iter().enumerate() {
        let result = run.step(step).map_err(|problem| malformed(*line, &problem))?;
        let (key, value) = match &result {
            Ok(value) => ("result", value),
            Err(error) => ("error", error),
        };
        print(*line, json!({"step": index, "call": step.call, key: value}));
        let check = run.check(step, &result).map_err(|problem| malformed(*line, &problem))?;
        if let Some(difference) = check {
            let name = step.call.as_deref().unwrap_or("step");
            return Err(Failure::Unexpected(format!("{}:{line}: {name}: {difference}", path.display())));
        }
    }
    Ok(())
}

struct Run {
    folder: PathBuf,
    options: OpenOptions,
    mingmen: Option<Mingmen>,
    now: Now,
    monotonic_ms: u64,
    saved: BTreeMap<String, Value>,
}

impl Run {
    fn begin(journey: &Journey, folder: &Path) -> Result<Run, String> {
        let options = OpenOptions {
            path: folder.join("mingmen.db").to_string_lossy().into_owned(),
            seed: journey.seed.to_vec(),
            locale: journey.locale.clone(),
            country: journey.country.clone(),
        };
        let now = Now { instant: journey.start, zone: journey.zone.clone() };
        let mut run = Run {
            folder: folder.to_owned(),
            options,
            mingmen: None,
            now,
            monotonic_ms: MONOTONIC_START_MS,
            saved: BTreeMap::new(),
        };
        run.open()?;
        Ok(run)
    }

    fn open(&mut self) -> Result<(), String> {
        let opened =
            Mingmen::open(&self.options, &self.now).map_err(|error| format!("cannot open: {error}"))?;
        self.mingmen = Some(opened);
        Ok(())
    }

    /// The app dies and is started again.
    fn kill(&mut self) -> Result<(), String> {
        self.mingmen = None;
        if let Some(last) = self.options.seed.last_mut() {
            *last = last.wrapping_add(1);
        }
        self.open()
    }

    /// The person takes another phone in hand, whose app is not open.
    fn take_phone(&mut self, name: &str) -> Result<(), String> {
        self.options.path = self.folder.join(format!("{name}.db")).to_string_lossy().into_owned();
        self.kill()
    }

    /// The outer error is a fault of the journey, the inner one the answer of the core.
    fn step(&mut self, step: &Step) -> Result<Result<Value, Value>, String> {
        if let Some(at) = step.at {
            self.now.instant = at;
        }
        if let Some(zone) = &step.zone {
            self.now.zone.clone_from(zone);
        }
        self.monotonic_ms += u64::from(step.advance_monotonic.unwrap_or(0));
        let mut result = Ok(Value::Null);
        for _ in 0..step.times.unwrap_or(1) {
            let advance = step.advance.unwrap_or(0);
            self.now.instant += Duration::milliseconds(i64::from(advance));
            self.monotonic_ms += u64::from(advance);
            if step.kill {
                self.kill()?;
            }
            if let Some(phone) = &step.phone {
                self.take_phone(phone)?;
            }
            if let Some(call) = &step.call {
                result = self.call(call, step)?;
            }
            if result.is_err() {
                break;
            }
        }
        if let Ok(value) = &result {
            self.save(step, value)?;
        }
        Ok(result)
    }

    fn call(&self, call: &str, step: &Step) -> Result<Result<Value, Value>, String> {
        let mut args = BTreeMap::new();
        for (name, value) in &step.args {
            args.insert(name.clone(), resolve(value, &self.saved)?);
        }
        let mingmen = self.mingmen.as_ref().ok_or("the app is not open")?;
        let mut args =
            calls::Args { call, args, now: &self.now, monotonic_ms: self.monotonic_ms, folder: &self.folder };
        let result = calls::call(mingmen, &mut args)?;
        match args.args.keys().next() {
            Some(name) => Err(format!("`{call}` has no argument `{name}`")),
            None => Ok(result),
        }
    }

    fn save(&mut self, step: &Step, value: &Value) -> Result<(), String> {
        for (name, path) in &step.save {
            let found = at_path(value, path).ok_or_else(|| format!("the result has no `{path}` to save"))?;
            self.saved.insert(name.clone(), found.clone());
        }
        Ok(())
    }

    fn check(&self, step: &Step, result: &Result<Value, Value>) -> Result<Option<String>, String> {
        let expected =
            |value: &Option<Value>| value.as_ref().map(|value| resolve(value, &self.saved)).transpose();
        let (wanted, wanted_error) = (expected(&step.expect)?, expected(&step.expect_error)?);
        Ok(match (result, wanted, wanted_error) {
            (Ok(value), _, Some(wanted)) => Some(format!("expected the error {wanted}, found {value}")),
            (Ok(value), Some(wanted), None) => difference(&wanted, value, ""),
            (Ok(_), None, None) => None,
            (Err(error), _, Some(wanted)) => difference(&wanted, error, ""),
            (Err(error), _, None) => Some(format!("found the error {error}")),
        })
    }
}
