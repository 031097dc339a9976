//! A practice as it was led: events in, effects out, so that it can be replayed exactly.

use serde::{Deserialize, Serialize};

use super::{Effect, PlayerEvent, PlayerState, Rescripted, Script, step};

/// The form of a recording that is written today. Every form there ever was is read.
const FORMAT: u16 = 1;

/// A tick that did nothing is left out if a step was recorded so shortly before it, in milliseconds. It is half of what
/// the player takes for a suspended app, so that a replay never does.
const QUIET_MS: u64 = 30_000;

/// Everything that happened to a player, from the first step or from where the practice was taken up again.
///
/// ```
/// use mingmen_core::practice::{PlayerEvent, PlayerState, Recording, Script};
///
/// let script = Script {
///     routine: "routine-first-breath".into(),
///     title: "Two quiet minutes".into(),
///     content_version: 1,
///     length_ms: 120_000,
///     segments: Vec::new(),
///     cues: Vec::new(),
/// };
/// let mut recording = Recording::new(script, PlayerState::ready());
/// recording.step(&PlayerEvent::Start, 0);
/// recording.step(&PlayerEvent::Tick, 5_000);
/// assert_eq!(recording.player().position_ms, 2_000);
/// assert_eq!(recording.replay(), Ok(()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    format: u16,
    began: Began,
    steps: Vec<RecordedStep>,
    /// What is there now; found again by a replay.
    #[serde(skip)]
    now: Option<Began>,
}

/// A timeline and a place in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Began {
    script: Script,
    player: PlayerState,
}

/// Something that happened, and what it led to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct RecordedStep {
    at_ms: u64,
    happened: Happened,
    effects: Vec<Effect>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Happened {
    Event { event: PlayerEvent },
    Rescripted { script: Box<Script>, from_ms: u32 },
}

/// Why a recording does not replay.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// It was written by a newer version.
    #[error("the recording has format {format}; this version reads up to {FORMAT}")]
    Newer {
        /// The format it names.
        format: u16,
    },
    /// The same event led to something else.
    #[error("step {step} led to something else than was recorded")]
    Differs {
        /// The step, from 0.
        step: usize,
    },
}

impl Recording {
    /// Begins a recording.
    #[must_use]
    pub fn new(script: Script, player: PlayerState) -> Recording {
        let began = Began { script, player };
        Recording { format: FORMAT, now: Some(began.clone()), began, steps: Vec::new() }
    }

    /// Where the player is.
    #[must_use]
    pub fn player(&self) -> &PlayerState {
        &self.at().player
    }

    /// The timeline as it is now.
    #[must_use]
    pub fn script(&self) -> &Script {
        &self.at().script
    }

    fn at(&self) -> &Began {
        self.now.as_ref().unwrap_or(&self.began)
    }

    /// Tells the player what happened, and records it.
    pub fn step(&mut self, event: &PlayerEvent, monotonic_ms: u64) -> Vec<Effect> {
        let here = self.at();
        let (player, effects) = step(&here.script, &here.player, event, monotonic_ms);
        let script = match self.now.take() {
            Some(now) => now.script,
            None => self.began.script.clone(),
        };
        self.now = Some(Began { script, player });
        let recent = self.steps.last().is_some_and(|last| monotonic_ms.saturating_sub(last.at_ms) < QUIET_MS);
        if *event != PlayerEvent::Tick || !effects.is_empty() || !recent {
            let happened = Happened::Event { event: event.clone() };
            self.steps.push(RecordedStep { at_ms: monotonic_ms, happened, effects: effects.clone() });
        }
        effects
    }

    /// Puts a timeline whose rest was made anew in the place of the old one, and records it.
    pub fn rescript(&mut self, rescripted: &Rescripted, monotonic_ms: u64) {
        let player = self.player().clone().rescripted(rescripted.from_ms);
        self.now = Some(Began { script: rescripted.script.clone(), player });
        let happened =
            Happened::Rescripted { script: Box::new(rescripted.script.clone()), from_ms: rescripted.from_ms };
        self.steps.push(RecordedStep { at_ms: monotonic_ms, happened, effects: Vec::new() });
    }

    /// Lets everything happen again, and compares what it leads to.
    ///
    /// # Errors
    /// [`ReplayError`] with the first step that differs, or for a recording from a newer version.
    pub fn replay(&self) -> Result<(), ReplayError> {
        if self.format > FORMAT {
            return Err(ReplayError::Newer { format: self.format });
        }
        let Began { mut script, mut player } = self.began.clone();
        for (index, recorded) in self.steps.iter().enumerate() {
            let effects = match &recorded.happened {
                Happened::Event { event } => {
                    let (after, effects) = step(&script, &player, event, recorded.at_ms);
                    player = after;
                    effects
                }
                Happened::Rescripted { script: anew, from_ms } => {
                    script = Script::clone(anew);
                    player = player.rescripted(*from_ms);
                    Vec::new()
                }
            };
            if effects != recorded.effects {
                return Err(ReplayError::Differs { step: index });
            }
        }
        Ok(())
    }
}
