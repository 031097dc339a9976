//! How the bowl sounds, and how each chime touches it.

use super::Chime;

/// One tone of the bowl.
pub(super) struct Partial {
    /// Its frequency, as a share of the bowl's own.
    pub(super) ratio: f64,
    /// How loud it begins, beside the others.
    pub(super) level: f64,
    /// How long it rings, as a share of the bowl's own.
    pub(super) ring: f64,
}

/// The tones of a bowl. The ratios are those of a prayer bowl that was measured by Essl and Cook ("Banded waveguides on circular
/// topologies and of beating modes: Tibetan singing bowls and glass harmonicas", ICMC 2002), as the Synthesis Toolkit has them in
/// `BandedWG.cpp`, preset 3; what lies above its ninefold is left out, since felt hardly wakes it and old ears do not hear it.
/// No bowl is quite round, so its lowest two tones are pairs that beat slowly: that is its shimmer. How loud each is and how much
/// sooner the high ones die away is proposed.
pub(super) const PARTIALS: [Partial; 6] = [
    Partial { ratio: 0.996_108_344, level: 1.0, ring: 1.0 },
    Partial { ratio: 1.003_891_656_2, level: 0.15, ring: 1.0 },
    Partial { ratio: 2.979_178, level: 0.3, ring: 0.6 },
    Partial { ratio: 2.993_297_67, level: 0.05, ring: 0.6 },
    Partial { ratio: 5.704_452, level: 0.08, ring: 0.3 },
    Partial { ratio: 8.998_2, level: 0.02, ring: 0.15 },
];

/// One touch of a bowl.
pub(super) struct Touch {
    /// When, milliseconds from the start.
    pub(super) at_ms: u32,
    /// The bowl's own frequency, Hz. A bowl that is larger by a half sounds a fifth lower.
    pub(super) hz: f64,
    /// How hard, beside the others.
    pub(super) level: f64,
    /// How long the felt takes to wake it, milliseconds: the swell is half a cosine, so that nothing clicks.
    pub(super) attack_ms: u32,
    /// Seconds until it has died away by 60 dB.
    pub(super) ring_s: f64,
}

/// What a chime consists of.
pub(super) struct Touched {
    /// How long it sounds, milliseconds.
    pub(super) length_ms: u32,
    /// The last part of it, in which it fades to nothing, milliseconds.
    pub(super) fade_ms: u32,
    /// The largest sample, of 32,767.
    pub(super) peak: i16,
    pub(super) touches: &'static [Touch],
}

/// 12 dB below full scale: plain to hear beside a voice, and never loud.
pub(super) const CLEAR: i16 = 8_231;
/// 16 dB below full scale.
pub(super) const SOFT: i16 = 5_193;
/// 20 dB below full scale: it comes with every breath.
pub(super) const VERY_SOFT: i16 = 3_277;

// Three bowls, each a fifth or so above the one before: small loudspeakers carry all of them, and together they are in tune.
const LARGE: f64 = 330.0;
const MIDDLE: f64 = 440.0;
const SMALL: f64 = 660.0;

const fn breath(at_ms: u32, hz: f64, level: f64) -> Touch {
    Touch { at_ms, hz, level, attack_ms: 60, ring_s: 1.6 }
}

const fn mark(at_ms: u32) -> Touch {
    Touch { at_ms, hz: SMALL, level: 1.0, attack_ms: 15, ring_s: 2.2 }
}

/// How a chime touches the bowl. All of it is proposed.
pub(super) fn touched(chime: Chime) -> Touched {
    match chime {
        Chime::Turn => Touched {
            length_ms: 2_600,
            fade_ms: 1_000,
            peak: CLEAR,
            touches: const { &[Touch { at_ms: 0, hz: MIDDLE, level: 1.0, attack_ms: 15, ring_s: 3.5 }] },
        },
        Chime::In => Touched {
            length_ms: 1_400,
            fade_ms: 600,
            peak: VERY_SOFT,
            touches: const { &[breath(0, MIDDLE, 0.8), breath(300, SMALL, 1.0)] },
        },
        Chime::Out => Touched {
            length_ms: 1_400,
            fade_ms: 600,
            peak: VERY_SOFT,
            touches: const { &[breath(0, SMALL, 0.8), breath(300, MIDDLE, 1.0)] },
        },
        Chime::HalfWay => {
            Touched { length_ms: 1_800, fade_ms: 700, peak: SOFT, touches: const { &[mark(0)] } }
        }
        Chime::LastMinute => {
            Touched { length_ms: 2_300, fade_ms: 700, peak: SOFT, touches: const { &[mark(0), mark(500)] } }
        }
        Chime::End => Touched {
            length_ms: 6_000,
            fade_ms: 2_500,
            peak: CLEAR,
            touches: const { &[Touch { at_ms: 0, hz: LARGE, level: 1.0, attack_ms: 20, ring_s: 9.0 }] },
        },
    }
}
