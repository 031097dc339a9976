//! A practice: the timeline that leads it, the player that runs it, the record of what was really done.

mod choices;
mod compile;
mod player;
mod record;
mod recording;
mod script;
mod types;

#[cfg(test)]
mod tests;

pub use choices::{Choices, Guidance, Pacer, USUAL_BREATH_MS, VoiceDetail, check_choices, check_guidance};
pub use compile::{
    Around, Form, PostureWords, Rescripted, ScriptWords, Source, SpeakingPace, change, compile, share_seconds,
};
pub use player::{COUNT_IN_MS, step};
pub use record::{check_check_in, check_correction, check_entered, check_pain, entered_days};
pub use recording::{Recording, ReplayError};
pub use script::*;
pub use types::*;
