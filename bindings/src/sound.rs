//! The soft chimes, as files that any platform plays.
use mingmen_core::sound::{Chime, ChimeSound};

/// What a chime tells someone whose eyes are closed.
#[uniffi::remote(Enum)]
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

/// A chime, ready to be played.
#[uniffi::remote(Record)]
pub struct ChimeSound {
    /// Which one.
    pub chime: Chime,
    /// How long it sounds, milliseconds.
    pub length_ms: u32,
    /// A WAV file: 44 bytes that say what follows, then one channel of 16-bit samples at 24,000 a second. Under 300 KB.
    pub wav: Vec<u8>,
}

/// Every chime, as they come up in a practice. Takes a few milliseconds: ask once and keep them.
#[uniffi::export]
#[must_use]
pub fn chimes() -> Vec<ChimeSound> {
    mingmen_core::sound::chimes()
}
