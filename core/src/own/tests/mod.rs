mod file;
mod notes;
mod routine;

use proptest::prelude::*;

use super::*;

fn id(number: u64) -> OwnRoutineId {
    OwnRoutineId(format!("019e1f6b-6400-7000-8000-{number:012x}"))
}

fn segment(variant: &str, minutes: u16) -> OwnSegment {
    OwnSegment { variant: variant.into(), minutes }
}

fn draft(name: &str, segments: &[(&str, u16)]) -> OwnRoutineDraft {
    let segments = segments.iter().map(|(variant, minutes)| segment(variant, *minutes)).collect();
    OwnRoutineDraft { name: name.to_owned(), segments }
}

/// Opening, wave, closing: 3, 4 and 2 minutes.
fn morning() -> OwnRoutine {
    let draft = draft("Morning", &[("pelvic-tilt", 3), ("spinal-wave/undulation", 4), ("closing-breath", 2)]);
    make(id(1), &draft, &|_| true).unwrap()
}

fn order(routine: &OwnRoutine) -> Vec<&str> {
    routine.segments.iter().map(|segment| segment.variant.as_str()).collect()
}

prop_compose! {
    /// Any routine that can be kept, with any characters that a name and an id may have.
    fn any_routine()(
        name in "[^\\p{C}\\p{Z}]([^\\p{C}\\p{Zl}\\p{Zp}]{0,58}[^\\p{C}\\p{Z}])?",
        segments in prop::collection::vec((".{1,20}", 1_u16..=60), 1..=30),
    ) -> OwnRoutine {
        let mut left = 120;
        let fits = |(variant, minutes): (String, u16)| {
            let minutes = minutes.min(left);
            left -= minutes;
            (minutes > 0).then(|| OwnSegment { variant: variant.into(), minutes })
        };
        OwnRoutine { id: id(1), revision: 1, name, segments: segments.into_iter().filter_map(fits).collect() }
    }
}
