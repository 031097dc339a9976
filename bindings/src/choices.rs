//! How a person is led, as the apps see it.
use mingmen_core::catalogue::{Posture, VariantId};
use mingmen_core::practice::{Choices, Guidance, Pacer, VoiceDetail};

/// How a person wants a routine led.
#[uniffi::remote(Record)]
pub struct Choices {
    /// Whole minutes, 1 to 120. The routine's items are scaled to it; it may be the routine's own length. What goes around
    /// a practice (warming up, gratitude, an intention) is not counted in it.
    pub minutes: u16,
    /// The posture asked for; a movement that does not offer it is shown in the first one it does offer.
    pub posture: Posture,
    /// The manner in which it is led.
    pub guidance: Guidance,
    /// Movements to leave out because of a caution, such as the forward fold. Their minutes go to the rest.
    pub leave_out: Vec<VariantId>,
}

/// The manner in which a person is led. It is remembered from one practice to the next.
#[uniffi::remote(Record)]
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

/// How much is said during a practice.
#[uniffi::remote(Enum)]
pub enum VoiceDetail {
    /// Everything: instructions, and again a few words now and then.
    Full,
    /// What comes next and how it goes, once.
    Key,
    /// What comes next, and what keeps one safe.
    Quiet,
}

/// A breath to follow: inventory 3, breath-coherent. There are no holds.
#[uniffi::remote(Record)]
pub struct Pacer {
    /// Breaths a minute, times ten: 30 to 80 in steps of 5; 55 unless changed (article 003, line 85).
    pub pace_tenths: u16,
    /// How much of a breath is the in-breath, in percent: 30 to 50; the rest is the out-breath.
    pub in_percent: u8,
}
