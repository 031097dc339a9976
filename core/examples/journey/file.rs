//! Reading a journey, with the line of each step.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use mingmen_core::zone::Instant;

/// A journey as it is written.
#[derive(Debug)]
pub(crate) struct Journey {
    pub(crate) zone: String,
    pub(crate) start: Instant,
    pub(crate) seed: [u8; 32],
    pub(crate) locale: String,
    pub(crate) country: String,
    /// Each step with its line in the file, from 1.
    pub(crate) steps: Vec<(usize, Step)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head<'a> {
    about: String,
    zone: String,
    start: Instant,
    seed: String,
    #[serde(default)]
    locale: Option<String>,
    #[serde(default)]
    country: Option<String>,
    #[serde(borrow)]
    steps: Vec<&'a RawValue>,
}

/// One step.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    pub(crate) call: Option<String>,
    #[serde(default)]
    pub(crate) args: BTreeMap<String, Value>,
    #[serde(default)]
    pub(crate) kill: bool,
    #[serde(default)]
    pub(crate) wait: bool,
    /// The phone that the person takes in hand.
    pub(crate) phone: Option<String>,
    pub(crate) at: Option<Instant>,
    pub(crate) zone: Option<String>,
    pub(crate) advance: Option<u32>,
    pub(crate) advance_monotonic: Option<u32>,
    pub(crate) times: Option<u32>,
    pub(crate) expect: Option<Value>,
    pub(crate) expect_error: Option<Value>,
    #[serde(default)]
    pub(crate) save: BTreeMap<String, String>,
    #[serde(rename = "note")]
    _note: Option<String>,
}

/// Reads a journey, or says on which line it cannot be read.
pub(crate) fn read(text: &str) -> Result<Journey, (usize, String)> {
    let head: Head<'_> = serde_json::from_str(text).map_err(|error| (error.line(), error.to_string()))?;
    let at_top = |problem: &str| (1, problem.to_owned());
    if head.about.trim().is_empty() {
        return Err(at_top("`about` is empty"));
    }
    let seed = seed(&head.seed).ok_or_else(|| at_top("`seed` must have 64 hexadecimal digits"))?;
    let steps = head.steps.iter().map(|raw| step(text, raw)).collect::<Result<_, _>>()?;
    let (locale, country) =
        (head.locale.unwrap_or_else(|| "en".into()), head.country.unwrap_or_else(|| "GB".into()));
    Ok(Journey { zone: head.zone, start: head.start, seed, locale, country, steps })
}

fn step(text: &str, raw: &RawValue) -> Result<(usize, Step), (usize, String)> {
    let offset = raw.get().as_ptr() as usize - text.as_ptr() as usize;
    let line = 1 + text[..offset].matches('\n').count();
    let step: Step =
        serde_json::from_str(raw.get()).map_err(|error| (line + error.line() - 1, error.to_string()))?;
    let kinds = [step.call.is_some(), step.kill, step.wait, step.phone.is_some()]
        .into_iter()
        .filter(|kind| *kind)
        .count();
    if kinds != 1 {
        return Err((line, "a step has exactly one of `call`, `kill`, `wait` and `phone`".into()));
    }
    Ok((line, step))
}

fn seed(hex: &str) -> Option<[u8; 32]> {
    if hex.len() != 64 || !hex.is_ascii() {
        return None;
    }
    let mut seed = [0; 32];
    for (byte, place) in seed.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(&hex[place..place + 2], 16).ok()?;
    }
    Some(seed)
}
