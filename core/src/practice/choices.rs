//! How a person wants to be led: what is practised, and in what manner.

use serde::{Deserialize, Serialize};

use crate::catalogue::{Posture, Presence, Segment, VariantId};
use crate::draft::{Invalid, require};

/// One breath in a movement, in and out together, unless another is chosen (DESIGN, Practice; proposed).
pub const USUAL_BREATH_MS: u32 = 8_000;

/// Breaths a minute of the pacer, times ten, unless others are chosen (article 003, line 85).
const USUAL_PACE_TENTHS: u16 = 55;

/// How a person wants a routine led.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Whole minutes, 1 to 120. The routine's items are scaled to it; it may be the routine's own length. What goes around
    /// a practice (warming up, gratitude, an intention) is not counted in it.
    pub minutes: u16,
    /// The posture asked for; a movement that does not offer it is shown in the first one it does offer.
    pub posture: Posture,
    /// The manner in which it is led.
    #[serde(default)]
    pub guidance: Guidance,
    /// Movements to leave out because of a caution, such as the forward fold. Their minutes go to the rest.
    pub leave_out: Vec<VariantId>,
}

impl Choices {
    /// So many minutes in a posture, led in the usual manner.
    #[must_use]
    pub fn usual(minutes: u16, posture: Posture) -> Choices {
        Choices { minutes, posture, guidance: Guidance::default(), leave_out: Vec::new() }
    }

    /// Whether an entry of the routine is part of the practice.
    pub(crate) fn keep(&self, segment: &Segment) -> bool {
        let in_place = segment.presence != Presence::Lying || self.posture == Posture::Lying;
        in_place && !self.leave_out.contains(&segment.variant)
    }
}

/// The manner in which a person is led. It is remembered from one practice to the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Guidance {
    /// One breath in a movement, in and out together, in milliseconds: 4,000 to 16,000, 8,000 unless changed (proposed).
    /// None: the person's own breath; cues then come without timing.
    pub breath_ms: Option<u32>,
    /// How much is said.
    pub voice: VoiceDetail,
    /// A breath to follow where no movement sets one.
    pub pacer: Option<Pacer>,
    /// A soft chime at each turn of the breath: where the phone has no voice, or where it is wanted.
    pub breath_chimes: bool,
    /// The phone is felt at each turn of the breath, where the movement changes and at the end: for eyes closed and no sound. Off
    /// unless it is wanted.
    pub touches: bool,
    /// Begin movements that turn to one side and then the other with the other side.
    pub other_side_first: bool,
    /// Warm up first (article 001, line 119).
    pub warm_up: bool,
    /// A moment of gratitude before and after (article 001, line 150).
    pub gratitude: bool,
    /// A moment for an intention before (article 001, line 150).
    pub intention: bool,
}

impl Default for Guidance {
    fn default() -> Guidance {
        Guidance {
            breath_ms: Some(USUAL_BREATH_MS),
            voice: VoiceDetail::Full,
            pacer: None,
            breath_chimes: false,
            touches: false,
            other_side_first: false,
            warm_up: false,
            gratitude: false,
            intention: false,
        }
    }
}

/// How much is said during a practice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoiceDetail {
    /// Everything: instructions, and again a few words now and then.
    #[default]
    Full,
    /// What comes next and how it goes, once.
    Key,
    /// What comes next, and what keeps one safe.
    Quiet,
}

/// A breath to follow: inventory 3, breath-coherent. There are no holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pacer {
    /// Breaths a minute, times ten: 30 to 80 in steps of 5; 55 unless changed (article 003, line 85).
    pub pace_tenths: u16,
    /// How much of a breath is the in-breath, in percent: 30 to 50; the rest is the out-breath.
    pub in_percent: u8,
}

impl Default for Pacer {
    fn default() -> Pacer {
        Pacer { pace_tenths: USUAL_PACE_TENTHS, in_percent: 50 }
    }
}

impl Pacer {
    /// One breath, in and out together, in milliseconds.
    #[must_use]
    pub fn breath_ms(&self) -> u32 {
        600_000 / u32::from(self.pace_tenths.max(1))
    }
}

/// Checks how a person wants a routine led.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be used.
pub fn check_choices(choices: &Choices) -> Result<(), Invalid> {
    require((1..=120).contains(&choices.minutes), "choices.minutes", "must be 1 to 120")?;
    require(choices.posture != Posture::Walking, "choices.posture", "must be seated, standing or lying")?;
    check_guidance(&choices.guidance)
}

/// Checks the manner in which a person wants to be led.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be used.
pub fn check_guidance(guidance: &Guidance) -> Result<(), Invalid> {
    let breath = guidance.breath_ms.unwrap_or(USUAL_BREATH_MS);
    require((4_000..=16_000).contains(&breath), "guidance.breath_ms", "must be 4,000 to 16,000")?;
    let Some(pacer) = guidance.pacer else { return Ok(()) };
    let pace = (30..=80).contains(&pacer.pace_tenths) && pacer.pace_tenths % 5 == 0;
    require(pace, "guidance.pacer.pace_tenths", "must be 30 to 80 in steps of 5")?;
    require((30..=50).contains(&pacer.in_percent), "guidance.pacer.in_percent", "must be 30 to 50")
}
