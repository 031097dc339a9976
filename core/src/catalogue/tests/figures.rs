//! The movements and the figure that shows them have the same pace.

use std::collections::BTreeSet;

use super::english;
use crate::figure::{self, FigureChoices};

/// One breath unless a person changes it, in milliseconds (proposed).
const USUAL_BREATH_MS: u32 = 8_000;

#[test]
fn the_usual_breath_keeps_the_figure_gentle() {
    for variant in english().movements().iter().flat_map(|movement| &movement.variants) {
        let Some(motion) = &variant.motion else { continue };
        let loop_ms = USUAL_BREATH_MS * u32::from(variant.breaths_per_loop);
        for offer in &variant.postures {
            let base = offer.posture.as_str();
            let shortest = figure::clip(motion, base, &FigureChoices::default()).unwrap().shortest_cycle_ms;
            let id = &variant.id;
            assert!(
                loop_ms >= shortest,
                "{id} {base}: a loop takes {loop_ms} ms, and is gentle from {shortest} ms"
            );
        }
    }
}

#[test]
fn every_motion_of_the_figure_shows_a_movement() {
    let movements = english().movements();
    let shown: BTreeSet<&str> = movements
        .iter()
        .flat_map(|movement| &movement.variants)
        .filter_map(|v| v.motion.as_deref())
        .collect();
    let drawn = figure::motions().unwrap();
    let unused: Vec<&str> =
        drawn.iter().map(|motion| motion.id.as_str()).filter(|id| !shown.contains(id)).collect();
    assert_eq!(unused, [""; 0]);
}
