//! Of many steps, those that are worth keeping: between two of them a straight line comes near enough to what happens.

use std::ops::{Add, Mul, Sub};

/// So many numbers are looked at together.
const LANES: usize = 4;

/// Numbers that change together, and the steps at which they are known, in order. The last step closes the cycle.
#[derive(Debug, Default)]
pub(super) struct Course {
    steps: Vec<u32>,
    /// For each step whether nothing is seen of it.
    hidden: Vec<bool>,
    /// How many numbers there are at each step.
    width: usize,
    /// The numbers of each step, filled up with zeros.
    rows: Vec<[f32; LANES]>,
}

impl Course {
    /// Room for so many steps of so many numbers.
    pub(super) fn with_capacity(steps: usize, width: usize) -> Course {
        Course {
            steps: Vec::with_capacity(steps),
            hidden: Vec::with_capacity(steps),
            width,
            rows: Vec::with_capacity(steps * width.div_ceil(LANES)),
        }
    }

    /// Adds a step, and returns the place for its numbers.
    pub(super) fn add(&mut self, step: u32, hidden: bool) -> &mut [f32] {
        self.steps.push(step);
        self.hidden.push(hidden);
        let before = self.rows.len();
        self.rows.resize(before + self.row_lanes(), [0.0; LANES]);
        &mut self.rows[before..].as_flattened_mut()[..self.width]
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// How many steps there are.
    pub(super) fn len(&self) -> usize {
        self.steps.len()
    }

    /// What so many steps take in a clip: two bytes for each number, and for the step.
    pub(super) fn bytes(&self, steps: usize) -> usize {
        steps * (self.width + 1) * 2
    }

    /// The nth step.
    pub(super) fn step(&self, nth: usize) -> u32 {
        self.steps[nth]
    }

    /// The numbers of the nth step.
    pub(super) fn numbers(&self, nth: usize) -> &[f32] {
        &self.row(nth).as_flattened()[..self.width]
    }

    /// Which steps to keep, as places among them all: the first and the last, and so many between that no number is farther
    /// than `tolerance` from the straight line. Only the first, where nothing moves. While nothing is seen, nothing is kept.
    pub(super) fn keys(&self, tolerance: f32) -> Vec<usize> {
        let last = self.steps.len() - 1;
        let first = self.row(0).as_flattened();
        let rests = |k: usize| {
            self.row(k).as_flattened().iter().zip(first).all(|(a, b)| (a - b).abs() <= tolerance)
                && self.hidden[k] == self.hidden[0]
        };
        let mut keys = vec![0];
        if (1..=last).all(rests) {
            return keys;
        }
        let mut cone = Cone::new(self.row_lanes());
        let mut from = 0;
        while from < last {
            from = self.unseen_until(from).unwrap_or_else(|| self.farthest(from, tolerance, &mut cone));
            keys.push(from);
        }
        keys
    }

    fn row_lanes(&self) -> usize {
        self.width.div_ceil(LANES)
    }

    fn row(&self, k: usize) -> &[[f32; LANES]] {
        &self.rows[k * self.row_lanes()..(k + 1) * self.row_lanes()]
    }

    /// The last of the unseen steps that follow an unseen one.
    fn unseen_until(&self, from: usize) -> Option<usize> {
        let last = (from..self.steps.len()).take_while(|k| self.hidden[*k]).last()?;
        (last > from).then_some(last)
    }

    /// The farthest step that a straight line from `from` reaches without leaving the tolerance on its way.
    fn farthest(&self, from: usize, tolerance: f32, cone: &mut Cone) -> usize {
        cone.open();
        let (start, first) = (self.steps[from], self.row(from));
        let rows = self.rows[(from + 1) * self.row_lanes()..].chunks_exact(self.row_lanes());
        let mut farthest = from + 1;
        for (k, (step, row)) in (from + 1..).zip(self.steps[from + 1..].iter().zip(rows)) {
            let per_step = 1.0 / (step - start) as f32;
            let (holds, is_open) = cone.pass(first, row, per_step, tolerance);
            if holds {
                farthest = k;
            }
            if !is_open {
                break;
            }
        }
        farthest
    }
}

/// For each number the slopes that a line may have and still pass all steps so far within the tolerance: the least and the
/// greatest.
struct Cone(Vec<[[f32; LANES]; 2]>);

impl Cone {
    fn new(lanes: usize) -> Cone {
        Cone(vec![[[0.0; LANES]; 2]; lanes])
    }

    fn open(&mut self) {
        self.0.fill([[f32::MIN; LANES], [f32::MAX; LANES]]);
    }

    /// Whether a line may end at this row; and, once the cone has been narrowed to what passes it, whether any line is left.
    fn pass(
        &mut self,
        from: &[[f32; LANES]],
        to: &[[f32; LANES]],
        per_step: f32,
        tolerance: f32,
    ) -> (bool, bool) {
        let slack = [tolerance * per_step; LANES];
        // how far slopes are outside the cone, and how wide it is
        let (mut outside, mut width) = ([f32::MIN; LANES], [f32::MAX; LANES]);
        for ((a, b), cone) in from.iter().zip(to).zip(&mut self.0) {
            let [low, high] = *cone;
            let slope = each(each(*b, *a, f32::sub), [per_step; LANES], f32::mul);
            outside = each(outside, each(low, slope, f32::sub), larger);
            outside = each(outside, each(slope, high, f32::sub), larger);
            let low = each(low, each(slope, slack, f32::sub), larger);
            let high = each(high, each(slope, slack, f32::add), smaller);
            width = each(width, each(high, low, f32::sub), smaller);
            *cone = [low, high];
        }
        // mostly neither is so, and one look is enough
        let worst = each(outside, width, |outside, width| larger(outside, -width));
        if worst.iter().all(|by| *by <= 0.0) {
            return (true, true);
        }
        (outside.iter().all(|by| *by <= 0.0), width.iter().all(|width| *width >= 0.0))
    }
}

/// Lane by lane.
fn each(a: [f32; LANES], b: [f32; LANES], f: impl Fn(f32, f32) -> f32) -> [f32; LANES] {
    std::array::from_fn(|i| f(a[i], b[i]))
}

/// The larger of two numbers: one instruction where `max` takes three, because no number here is none.
fn larger(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

fn smaller(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}
