//! The pages on which a person chooses how they are led, as the apps see them.
use mingmen_core::mingmen::{
    AroundChoice, BreathChoice, ChangeForm, GuidanceChosen, GuidanceForm, InPartChoice, PaceChoice,
    PracticeChanged, Subject, VoiceChoice,
};
use mingmen_core::practice::{Guidance, Pacer, PlayerState, Script, VoiceDetail};
use mingmen_core::zone::Instant;

/// What there is to choose about how a person is led.
#[uniffi::remote(Record)]
pub struct GuidanceForm {
    /// What is chosen now.
    pub chosen: Guidance,
    /// Breaths of a movement, from short to long, and one's own.
    pub breaths: Vec<BreathChoice>,
    /// How much is said, from much to little.
    pub voices: Vec<VoiceChoice>,
    /// The pacer that is switched on first.
    pub usual_pacer: Pacer,
    /// Paces of the pacer, from slow to quick.
    pub paces: Vec<PaceChoice>,
    /// In-breath and out-breath of the pacer.
    pub in_parts: Vec<InPartChoice>,
    /// Warming up first.
    pub warm_up: AroundChoice,
    /// Gratitude before and after.
    pub gratitude: AroundChoice,
    /// An intention before.
    pub intention: AroundChoice,
}

/// A breath to choose.
#[uniffi::remote(Record)]
pub struct BreathChoice {
    /// In and out together, in milliseconds; none: one's own.
    pub breath_ms: Option<u32>,
    /// "8 seconds a breath".
    pub text: String,
}

/// How much is said.
#[uniffi::remote(Record)]
pub struct VoiceChoice {
    /// Which.
    pub voice: VoiceDetail,
    /// "The main things".
    pub text: String,
    /// What it means.
    pub detail: String,
}

/// A pace of the pacer.
#[uniffi::remote(Record)]
pub struct PaceChoice {
    /// Breaths a minute, times ten.
    pub pace_tenths: u16,
    /// "5.5 a minute".
    pub text: String,
}

/// How in-breath and out-breath share a breath of the pacer.
#[uniffi::remote(Record)]
pub struct InPartChoice {
    /// The in-breath's part, in percent.
    pub in_percent: u8,
    /// "In and out alike".
    pub text: String,
}

/// Something that may go around a practice.
#[uniffi::remote(Record)]
pub struct AroundChoice {
    /// Its name.
    pub title: String,
    /// "2 minutes, on top of the practice."
    pub detail: String,
}

/// What `choose_guidance` kept.
#[uniffi::remote(Record)]
pub struct GuidanceChosen {
    /// What is chosen now.
    pub chosen: Guidance,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What can be changed about the rest of a practice.
#[uniffi::remote(Record)]
pub struct ChangeForm {
    /// How much is left: "7:20".
    pub left: String,
    /// Minutes that may be left instead.
    pub minutes: Vec<u16>,
    /// Whether something that is left is done standing or lying and could be done on a chair.
    pub can_sit: bool,
    /// How it is led.
    pub guidance: GuidanceForm,
}

/// What `change_practice` made.
#[uniffi::remote(Record)]
pub struct PracticeChanged {
    /// The whole timeline: what was, and the new rest.
    pub script: Script,
    /// Where the player is.
    pub player: PlayerState,
    /// When each segment that is still ahead ends, while time is running.
    pub segment_ends: Vec<Instant>,
    /// What to reload.
    pub changes: Vec<Subject>,
}
