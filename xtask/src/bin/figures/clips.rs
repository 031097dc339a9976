//! A clip as it is read from its bytes. Nothing else here knows how they are packed.

use mingmen_core::figure::{self, FigureClip, FigureShape};

/// A point of a picture or clip, x then y; y grows downwards.
pub(crate) type Point = [f32; 2];

/// A way from the last sample to the first that is longer than this is no loop, clip units: a quarter of the stature.
const CUT: f32 = 2_500.0;

/// A clip with its samples as numbers.
pub(crate) struct Clip {
    /// The clip's own record.
    pub(crate) record: FigureClip,
    samples: Vec<Sample>,
}

/// One sample.
pub(crate) struct Sample {
    /// Where it is in the cycle, from 0 to below 1.
    pub(crate) phase: f32,
    /// Every point, clip units.
    pub(crate) points: Vec<Point>,
}

impl Clip {
    /// The clip of a motion on a base posture.
    pub(crate) fn of(motion: &str, base: &str) -> Result<Clip, String> {
        let record = figure::clip(motion, base).map_err(|e| e.to_string())?;
        let count = record.sample_count as f32;
        let numbers: Vec<f32> = record
            .coordinates
            .chunks_exact(2)
            .map(|bytes| f32::from(i16::from_le_bytes([bytes[0], bytes[1]])))
            .collect();
        let samples = numbers.chunks_exact(record.point_count as usize * 2).enumerate();
        let samples = samples.map(|(i, numbers)| Sample {
            phase: i as f32 / count,
            points: numbers.chunks_exact(2).map(|p| [p[0], p[1]]).collect(),
        });
        Ok(Clip { samples: samples.collect(), record })
    }

    /// The samples of a cycle in order; the first is at phase 0.
    pub(crate) fn samples(&self) -> &[Sample] {
        &self.samples
    }

    /// All points at a phase: those of the two samples beside it, blended in a straight line.
    pub(crate) fn at(&self, phase: f32) -> Vec<Point> {
        let phase = phase.rem_euclid(1.0);
        let after = self.samples.partition_point(|sample| sample.phase <= phase);
        let Some(before) = after.checked_sub(1).and_then(|i| self.samples.get(i)) else { return vec![] };
        let (next, next_phase) = match self.samples.get(after) {
            Some(sample) => (sample, sample.phase),
            None => (&self.samples[0], 1.0),
        };
        let share = (phase - before.phase) / (next_phase - before.phase);
        before.points.iter().zip(&next.points).map(|(a, b)| mix(*a, *b, share)).collect()
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
        let (Some(first), Some(last)) = (self.samples.first(), self.samples.last()) else { return false };
        first.points.iter().zip(&last.points).any(|(a, b)| (a[0] - b[0]).hypot(a[1] - b[1]) > CUT)
    }

    /// Seconds of a cycle at the motion's own pace.
    pub(crate) fn seconds(&self) -> f32 {
        self.record.cycle_ms as f32 / 1000.0
    }
}

/// What lies between two points.
pub(crate) fn mix(a: Point, b: Point, share: f32) -> Point {
    [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}
