//! Each chime is listened to by numbers: its ends, its tones, its loudness, its bytes.

use std::f64::consts::{PI, TAU};

use super::bowl::{self, PARTIALS};
use super::{Chime, SAMPLE_RATE, chime, chimes};
use crate::fingerprint::crc32;

const HEADER: usize = 44;

fn samples(of: Chime) -> Vec<i16> {
    chime(of).wav[HEADER..].chunks_exact(2).map(|two| i16::from_le_bytes([two[0], two[1]])).collect()
}

fn milliseconds(count: usize) -> usize {
    count * (SAMPLE_RATE / 1_000) as usize
}

/// The largest step between neighbours, in thousandths of the chime's peak.
fn steepest(samples: &[i16], peak: i16) -> i32 {
    let step = samples.windows(2).map(|two| (i32::from(two[1]) - i32::from(two[0])).abs()).max();
    step.unwrap_or_default() * 1_000 / i32::from(peak)
}

/// How loud one frequency is in a stretch of sound, by Goertzel's way, under a Hann window: the height of a steady tone.
fn tone(samples: &[i16], hz: f64) -> f64 {
    let turn = 2.0 * libm::cos(TAU * hz / f64::from(SAMPLE_RATE));
    let all = samples.len() as f64;
    let (mut last, mut before) = (0.0, 0.0);
    for (at, sample) in samples.iter().enumerate() {
        let window = 0.5 - 0.5 * libm::cos(2.0 * PI * at as f64 / all);
        (last, before) = (f64::from(*sample) * window + turn * last - before, last);
    }
    libm::sqrt((last * last + before * before - turn * last * before).max(0.0)) * 4.0 / all
}

#[test]
fn every_chime_begins_and_ends_in_silence() {
    for of in Chime::ALL {
        let sound = samples(of);
        assert_eq!((sound.first(), sound.last()), (Some(&0), Some(&0)), "{of:?}");
    }
}

#[test]
fn no_chime_clicks_at_its_ends() {
    for of in Chime::ALL {
        let (sound, peak) = (samples(of), bowl::touched(of).peak);
        let (begins, ends) = (milliseconds(1), sound.len() - milliseconds(50));
        assert!(steepest(&sound[..begins], peak) <= 10, "{of:?}: its first millisecond");
        assert!(steepest(&sound[ends..], peak) <= 1, "{of:?}: its last 50 milliseconds");
    }
}

#[test]
fn every_touch_swells_for_five_milliseconds_at_least() {
    for of in Chime::ALL {
        let touched = bowl::touched(of);
        assert!(touched.touches.iter().all(|touch| touch.attack_ms >= 5), "{of:?}");
        assert!(touched.touches.iter().all(|touch| touch.at_ms + touch.attack_ms < touched.length_ms));
    }
}

#[test]
fn every_chime_reaches_its_peak_and_never_passes_it() {
    for of in Chime::ALL {
        let loudest = samples(of).iter().map(|sample| sample.saturating_abs()).max();
        assert_eq!(loudest, Some(bowl::touched(of).peak), "{of:?}");
    }
    let below_full = |peak: i16| -20.0 * libm::log10(f64::from(peak) / 32_767.0);
    assert_eq!(
        [bowl::CLEAR, bowl::SOFT, bowl::VERY_SOFT].map(|peak| below_full(peak).round()),
        [12.0, 16.0, 20.0]
    );
}

#[test]
fn no_chime_leans_to_one_side() {
    for of in Chime::ALL {
        let sound = samples(of);
        let sum: i64 = sound.iter().map(|sample| i64::from(*sample)).sum();
        let mean = sum as f64 / sound.len() as f64;
        assert!(mean.abs() < 0.001 * f64::from(bowl::touched(of).peak), "{of:?}: {mean}");
    }
}

#[test]
fn the_bowl_sounds_where_a_bowl_sounds_and_not_between() {
    for (of, hz) in [(Chime::Turn, 440.0), (Chime::HalfWay, 660.0), (Chime::End, 330.0)] {
        let sound = &samples(of)[..milliseconds(500)];
        let heard: Vec<f64> = [0, 2, 4, 5].map(|at| tone(sound, hz * PARTIALS[at].ratio)).into();
        assert!(heard.windows(2).all(|two| two[0] > two[1]), "{of:?}: higher is softer: {heard:?}");
        for between in [0.5, 1.5, 2.0, 4.0, 7.0] {
            assert!(tone(sound, hz * between) < heard[0] / 300.0, "{of:?}: nothing at {between} of the bowl");
        }
        assert!(heard[3] > 3.0 * tone(sound, hz * 10.0), "{of:?}: its highest tone is there");
    }
}

#[test]
fn nothing_is_too_high_for_the_samples_nor_for_old_ears() {
    let highest = PARTIALS.iter().map(|partial| partial.ratio).fold(0.0, f64::max);
    for touch in Chime::ALL.iter().flat_map(|of| bowl::touched(*of).touches) {
        assert!(touch.hz * highest <= f64::from(SAMPLE_RATE) / 4.0);
    }
}

#[test]
fn in_rises_and_out_falls() {
    let lean = |of: Chime| {
        let sound = samples(of);
        let high_over_low = |part: &[i16]| tone(part, 660.0 * 0.996) / tone(part, 440.0 * 0.996);
        (high_over_low(&sound[..milliseconds(300)]), high_over_low(&sound[milliseconds(700)..]))
    };
    let (first, then) = lean(Chime::In);
    assert!(first < 0.1 && then > 1.5, "in: {first} to {then}");
    let (first, then) = lean(Chime::Out);
    assert!(first > 10.0 && then < 0.7, "out: {first} to {then}");
}

#[test]
fn every_chime_is_small_and_as_long_as_it_says() {
    for sound in chimes() {
        assert!(sound.wav.len() < 300_000, "{:?}", sound.chime);
        assert_eq!(sound.wav.len(), HEADER + 2 * milliseconds(sound.length_ms as usize));
        assert!(sound.length_ms <= 6_000);
    }
}

#[test]
fn a_breath_leaves_room_for_its_chime() {
    // The fastest breath that may be chosen is 8 a minute: 3.75 seconds each way.
    for of in [Chime::In, Chime::Out] {
        assert!(chime(of).length_ms < 3_750 / 2);
    }
}

#[test]
fn the_file_says_what_is_in_it() {
    let wav = chime(Chime::In).wav;
    let number = |at: usize| u32::from_le_bytes([wav[at], wav[at + 1], wav[at + 2], wav[at + 3]]);
    assert_eq!((&wav[..4], &wav[8..16], &wav[36..40]), (&b"RIFF"[..], &b"WAVEfmt "[..], &b"data"[..]));
    assert_eq!(number(4) as usize, wav.len() - 8);
    assert_eq!(number(20), 0x0001_0001, "plain samples, one channel");
    assert_eq!((number(24), number(28)), (SAMPLE_RATE, 2 * SAMPLE_RATE));
    assert_eq!(number(32), 0x0010_0002, "16 bits, two bytes");
    assert_eq!(number(40) as usize, wav.len() - HEADER);
}

#[test]
fn every_platform_has_the_same_bytes() {
    let lines = chimes().into_iter().map(|sound| {
        format!("{:?} {} ms {:08x} {}", sound.chime, sound.length_ms, crc32(&sound.wav), sound.wav.len())
    });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}
