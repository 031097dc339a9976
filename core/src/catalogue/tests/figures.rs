//! The movements and the figure that shows them say the same thing.

use super::super::{Posture, StepBreath, Variant};
use super::english;
use crate::figure;

/// One breath unless a person changes it, in milliseconds (proposed).
const USUAL_BREATH_MS: u32 = 8_000;

/// A script shortens a loop to this part of its length at most, so that it ends on a whole breath.
const SHORTEST_PERCENT: u32 = 90;

fn clips() -> Vec<(String, &'static Variant, figure::FigureClip)> {
    let variants = english().movements().iter().flat_map(|movement| &movement.variants);
    let clip = |variant: &'static Variant, posture: Posture| {
        let base = match posture {
            Posture::Seated => "seated",
            Posture::Standing => "standing",
            Posture::Lying => "lying",
        };
        let clip =
            figure::clip(&variant.motion, base).unwrap_or_else(|error| panic!("{}: {error}", variant.id));
        (format!("{} {base}", variant.id), variant, clip)
    };
    variants
        .flat_map(|variant| variant.postures.iter().map(move |offer| clip(variant, offer.posture)))
        .collect()
}

#[test]
fn the_figure_shows_every_movement_in_every_posture_it_offers_and_breathes_where_the_beats_do() {
    for (name, variant, clip) in clips() {
        for breath in &clip.breaths {
            for (expected, from, to) in [
                (StepBreath::In, breath.inhale_start, breath.inhale_end),
                (StepBreath::Out, breath.exhale_start, breath.exhale_end),
            ] {
                let beat =
                    variant.beats.iter().find(|beat| (beat.from_permille, beat.to_permille) == (from, to));
                assert_eq!(beat.and_then(|beat| beat.breath), Some(expected), "{name}, {from} to {to}");
            }
        }
    }
}

#[test]
fn the_usual_breath_keeps_the_figure_gentle() {
    for (name, variant, clip) in clips() {
        let loop_ms = USUAL_BREATH_MS * u32::from(variant.breaths_per_loop) * SHORTEST_PERCENT / 100;
        let shortest = clip.shortest_cycle_ms;
        assert!(
            loop_ms >= shortest,
            "{name}: a loop may take {loop_ms} ms, and is gentle from {shortest} ms"
        );
    }
}
