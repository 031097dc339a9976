//! The soft chimes of a practice, made from numbers: a small bowl, touched with felt.
//!
//! [`chimes`] gives each [`Chime`] as a WAV file of its own, the same bytes on every platform. Nothing in them startles: they
//! swell in a raised cosine, ring, and fade to nothing. `bowl` says how the bowl sounds and how each chime touches it, `synth`
//! adds up its tones, `wav` writes the bytes.
//!
//! ```
//! use mingmen_core::sound::{self, Chime};
//!
//! let end = sound::chime(Chime::End);
//! assert_eq!(&end.wav[..4], b"RIFF");
//! assert_eq!(end.length_ms, 6_000);
//! ```

mod bowl;
mod synth;
#[cfg(test)]
mod tests;
mod wav;

use serde::{Deserialize, Serialize};

/// Samples in a second of every chime. Half of the 48,000 at which phones play, so that bringing it there is a whole step; the
/// highest tone lies at half of what it can carry.
pub const SAMPLE_RATE: u32 = 24_000;

/// What a chime tells someone whose eyes are closed.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chime {
    /// Another movement begins: one touch, in the middle.
    Turn,
    /// Breathe in, where there is no voice: two very soft touches that rise.
    In,
    /// Breathe out, where there is no voice: two very soft touches that fall.
    Out,
    /// Half of the practice is over: one high touch.
    HalfWay,
    /// The last minute begins: two high touches.
    LastMinute,
    /// The practice is over: the large bowl, left to ring.
    End,
}

impl Chime {
    /// All of them, as they come up in a practice.
    pub const ALL: [Chime; 6] =
        [Chime::Turn, Chime::In, Chime::Out, Chime::HalfWay, Chime::LastMinute, Chime::End];
}

/// A chime, ready to be played.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct ChimeSound {
    /// Which one.
    pub chime: Chime,
    /// How long it sounds, milliseconds.
    pub length_ms: u32,
    /// A WAV file: 44 bytes that say what follows, then one channel of 16-bit samples at 24,000 a second. Under 300 KB.
    #[serde(serialize_with = "crate::fingerprint::as_fingerprint")]
    pub wav: Vec<u8>,
}

/// Every chime, as they come up in a practice. Takes a few milliseconds: ask once and keep them.
#[must_use]
pub fn chimes() -> Vec<ChimeSound> {
    Chime::ALL.into_iter().map(chime).collect()
}

/// One chime.
#[must_use]
pub fn chime(chime: Chime) -> ChimeSound {
    let touched = bowl::touched(chime);
    ChimeSound { chime, length_ms: touched.length_ms, wav: wav::write(&synth::samples(&touched)) }
}
