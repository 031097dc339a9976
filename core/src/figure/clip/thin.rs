//! Of many steps, those that are worth keeping: between two of them a straight line comes near enough to what happens.

/// Numbers that change together, and the steps at which they are known, in order. The last step closes the cycle.
#[derive(Debug, Default)]
pub(super) struct Course {
    pub(super) width: usize,
    pub(super) steps: Vec<u32>,
    /// `width` numbers for each step.
    pub(super) rows: Vec<f32>,
    /// For each step whether nothing is seen of it; empty where it is always seen.
    pub(super) hidden: Vec<bool>,
}

impl Course {
    /// Which steps to keep, as places in [`steps`](Self::steps): the first and the last, and so many between that no number
    /// is farther than `tolerance` from the straight line. Only the first, where nothing moves. While nothing is seen, nothing
    /// is kept.
    pub(super) fn keys(&self, tolerance: f32) -> Vec<usize> {
        let last = self.steps.len() - 1;
        let first = self.row(0);
        let rests = |k: usize| {
            self.row(k).iter().zip(first).all(|(a, b)| (a - b).abs() <= tolerance)
                && self.is_hidden(k) == self.is_hidden(0)
        };
        let mut keys = vec![0];
        if (1..=last).all(rests) {
            return keys;
        }
        let mut cone = Cone::new(self.width);
        let mut from = 0;
        while from < last {
            from = self.unseen_until(from).unwrap_or_else(|| self.farthest(from, tolerance, &mut cone));
            keys.push(from);
        }
        keys
    }

    fn row(&self, k: usize) -> &[f32] {
        &self.rows[k * self.width..(k + 1) * self.width]
    }

    fn is_hidden(&self, k: usize) -> bool {
        self.hidden.get(k).copied().unwrap_or(false)
    }

    /// The last of the unseen steps that follow an unseen one.
    fn unseen_until(&self, from: usize) -> Option<usize> {
        let last = (from..self.steps.len()).take_while(|k| self.is_hidden(*k)).last()?;
        (last > from).then_some(last)
    }

    /// The farthest step that a straight line from `from` reaches without leaving the tolerance on its way.
    fn farthest(&self, from: usize, tolerance: f32, cone: &mut Cone) -> usize {
        cone.open();
        let mut farthest = from + 1;
        for k in from + 1..self.steps.len() {
            let per_step = 1.0 / (self.steps[k] - self.steps[from]) as f32;
            if cone.holds(self.row(from), self.row(k), per_step) {
                farthest = k;
            }
            if !cone.narrow(self.row(from), self.row(k), per_step, tolerance) {
                break;
            }
        }
        farthest
    }
}

/// For each number the slopes that a line may have and still pass all steps so far within the tolerance.
struct Cone {
    low: Vec<f32>,
    high: Vec<f32>,
}

impl Cone {
    fn new(width: usize) -> Cone {
        Cone { low: vec![f32::MIN; width], high: vec![f32::MAX; width] }
    }

    fn open(&mut self) {
        self.low.fill(f32::MIN);
        self.high.fill(f32::MAX);
    }

    fn holds(&self, from: &[f32], to: &[f32], per_step: f32) -> bool {
        let mut holds = true;
        for (((a, b), low), high) in from.iter().zip(to).zip(&self.low).zip(&self.high) {
            let slope = (b - a) * per_step;
            holds &= (slope >= *low) & (slope <= *high);
        }
        holds
    }

    /// Whether any line is left.
    fn narrow(&mut self, from: &[f32], to: &[f32], per_step: f32, tolerance: f32) -> bool {
        let (mut is_open, slack) = (true, tolerance * per_step);
        for (((a, b), low), high) in from.iter().zip(to).zip(&mut self.low).zip(&mut self.high) {
            let slope = (b - a) * per_step;
            *low = low.max(slope - slack);
            *high = high.min(slope + slack);
            is_open &= *low <= *high;
        }
        is_open
    }
}
