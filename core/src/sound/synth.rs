//! Adds up the tones of the bowls. All trigonometry is libm's, and every sum has one order: the same bytes everywhere.

use std::f64::consts::{PI, TAU};

use super::SAMPLE_RATE;
use super::bowl::{PARTIALS, Partial, Touch, Touched};

/// The samples of a chime. The first and the last are 0, and the largest is the chime's peak.
pub(super) fn samples(chime: &Touched) -> Vec<i16> {
    let mut sum = vec![0.0; count(chime.length_ms)];
    for touch in chime.touches {
        let rest = sum.iter_mut().skip(count(touch.at_ms));
        ring(touch, rest);
    }
    fade(&mut sum, count(chime.fade_ms));
    let largest = sum.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    sum.iter().map(|value| libm::round(value / largest * f64::from(chime.peak)) as i16).collect()
}

fn count(ms: u32) -> usize {
    (ms * (SAMPLE_RATE / 1_000)) as usize
}

/// Adds one touch: the sum of its tones, under the swell of the felt.
fn ring<'a>(touch: &Touch, sum: impl Iterator<Item = &'a mut f64>) {
    let mut tones = PARTIALS.each_ref().map(|partial| Tone::new(touch, partial));
    let attack = count(touch.attack_ms);
    for (at, sample) in sum.enumerate() {
        let swell = if at < attack { raised_cosine(at, attack) } else { 1.0 };
        let together: f64 = tones.iter_mut().map(Tone::next).sum();
        *sample += together * swell;
    }
}

/// From 0 at the start of `of` samples to 1 at their end, level at both.
fn raised_cosine(at: usize, of: usize) -> f64 {
    0.5 - 0.5 * libm::cos(PI * at as f64 / of as f64)
}

/// Lets the last samples fade, the very last to 0.
fn fade(samples: &mut [f64], over: usize) {
    for (left, sample) in samples.iter_mut().rev().take(over).enumerate() {
        *sample *= raised_cosine(left, over);
    }
}

/// A tone that dies away: a pointer that turns by the same angle, and shrinks by the same share, from sample to sample. Its
/// height is the sample; it begins at 0.
struct Tone {
    across: f64,
    height: f64,
    turn: (f64, f64),
}

impl Tone {
    fn new(touch: &Touch, partial: &Partial) -> Tone {
        let rate = f64::from(SAMPLE_RATE);
        // A thousandth is 60 dB below.
        let shrink = libm::exp(libm::log(0.001) / (touch.ring_s * partial.ring * rate));
        let (sine, cosine) = libm::sincos(TAU * touch.hz * partial.ratio / rate);
        Tone { across: touch.level * partial.level, height: 0.0, turn: (shrink * sine, shrink * cosine) }
    }

    fn next(&mut self) -> f64 {
        let now = self.height;
        let (sine, cosine) = self.turn;
        self.height = self.height * cosine + self.across * sine;
        self.across = self.across * cosine - now * sine;
        now
    }
}
