mod aloud;
mod faults;
mod properties;
mod requests;

use std::collections::BTreeSet;

use super::{DayKind, Made, MeasureDraft, MeasureRequest, MeasureRules, made_to_measure};
use crate::catalogue::{Catalogue, Learn, Movement, Posture, Segment, Variant};

fn catalogue() -> &'static Catalogue {
    Catalogue::for_locale("en").unwrap()
}

fn rules() -> &'static MeasureRules {
    Learn::for_locale("en").unwrap().measure()
}

/// So many minutes seated on an ordinary day.
fn draft(minutes: u16) -> MeasureDraft {
    let posture = Posture::Seated;
    MeasureDraft { minutes, posture, area: None, avoid: vec![], day: DayKind::Ordinary, seed: 1 }
}

fn request(draft: MeasureDraft) -> MeasureRequest {
    MeasureRequest::new(draft, vec![], false)
}

#[track_caller]
fn made(draft: MeasureDraft) -> Made {
    made_to_measure(catalogue(), rules(), &request(draft)).unwrap()
}

fn form(segment: &Segment) -> (&'static Movement, &'static Variant) {
    catalogue().variant(&segment.variant).unwrap()
}

/// What lies between warm-up and closing.
fn between(made: &Made) -> &[Segment] {
    let segments = &made.routine.segments;
    let before = if rules().warms_up(made.routine.minutes) { 2 } else { 1 };
    &segments[before..segments.len() - 1]
}

fn ids(made: &Made) -> Vec<&str> {
    made.routine.segments.iter().map(|segment| segment.variant.as_str()).collect()
}

/// Parts of the body that some movement is for, whether a routine can be made for them or not.
fn all_areas() -> BTreeSet<&'static str> {
    let areas = catalogue().movements().iter().flat_map(|movement| &movement.body_areas);
    areas.map(|area| area.area.as_str()).collect()
}
