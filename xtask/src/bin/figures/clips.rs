//! A clip as it is read from its bytes. Nothing else here knows how they are packed.

use mingmen_core::figure::{self, FigureChoices, FigureClip, FigureShape};

/// A point of a picture or clip, x then y; y grows downwards.
pub(crate) type Point = [f32; 2];

/// A way from the last sample to the first that is longer than this is no loop, clip units: a quarter of the stature.
const CUT: f32 = 2_500.0;

/// So near the end of a cycle that it is the end: at 1 it begins anew.
const END: f64 = 1.0 - 1e-7;

/// A clip, at every one of its steps.
pub(crate) struct Clip {
    /// The clip's own record.
    pub(crate) record: FigureClip,
    samples: Vec<Sample>,
}

/// The clip at one step.
pub(crate) struct Sample {
    /// Where it is in the cycle: from 0, and 1 at the end.
    pub(crate) phase: f32,
    /// Every point, clip units.
    pub(crate) points: Vec<Point>,
}

impl Clip {
    /// The clip of a motion on a base posture, shown by this person.
    pub(crate) fn of(motion: &str, base: &str, person: &FigureChoices) -> Result<Clip, String> {
        let record = figure::clip(motion, base, person).map_err(|e| e.to_string())?;
        let count = record.step_count;
        let steps = (0..count).map(|step| f64::from(step) / f64::from(count));
        let samples = steps.map(|phase| Sample { phase: phase as f32, points: record.points(phase) });
        let (start, end) = (record.points(0.0), record.points(END));
        let end = if is_cut(&start, &end) { end } else { start };
        let samples = samples.chain([Sample { phase: 1.0, points: end }]).collect();
        Ok(Clip { record, samples })
    }

    /// The steps of a cycle in order, from its start to its end.
    pub(crate) fn samples(&self) -> &[Sample] {
        &self.samples
    }

    /// All points at a phase.
    pub(crate) fn at(&self, phase: f32) -> Vec<Point> {
        self.record.points(f64::from(phase))
    }

    /// The points of a shape among all points.
    pub(crate) fn of_shape<'a>(&self, shape: &FigureShape, points: &'a [Point]) -> &'a [Point] {
        let first = shape.first_point as usize;
        points.get(first..first + shape.point_count as usize).unwrap_or_default()
    }

    /// The phases that tell the movement in still pictures: the first, and the one for a card.
    pub(crate) fn stills(&self) -> [f32; 2] {
        let keys = &self.record.key_poses;
        [keys.first(), keys.last()].map(|key| key.map_or(0.0, |permille| f32::from(*permille) / 1000.0))
    }

    /// Whether it leads from one posture to another and starts anew with a cut.
    pub(crate) fn ends_with_a_cut(&self) -> bool {
        let [Some(start), Some(end)] = [self.samples.first(), self.samples.last()] else { return false };
        is_cut(&start.points, &end.points)
    }

    /// Seconds of a cycle at the motion's own pace.
    pub(crate) fn seconds(&self) -> f32 {
        self.record.cycle_ms as f32 / 1000.0
    }
}

/// Whether the way from the end back to the start is too far for a loop.
fn is_cut(start: &[Point], end: &[Point]) -> bool {
    start.iter().zip(end).any(|(a, b)| (a[0] - b[0]).hypot(a[1] - b[1]) > CUT)
}

/// What lies between two points.
pub(crate) fn mix(a: Point, b: Point, share: f32) -> Point {
    [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}
