//! Mean and spread of a few numbers, in whole numbers, so that every phone works out the same.

/// One point of ten, in the millionths that everything is counted in.
pub const POINT: i64 = 1_000_000;

/// A number is noted as a whole one and means anything up to half a point beside it: so much variance (a twelfth of a
/// square point) is in every note, even where all are the same.
const ROUNDING: i128 = (POINT as i128) * (POINT as i128) / 12;

/// Student's t for a two-sided interval of 95 %, in thousandths, for 1 to 30 degrees of freedom.
const T_95: [i128; 30] = [
    12_706, 4_303, 3_182, 2_776, 2_571, 2_447, 2_365, 2_306, 2_262, 2_228, 2_201, 2_179, 2_160, 2_145, 2_131,
    2_120, 2_110, 2_101, 2_093, 2_086, 2_080, 2_074, 2_069, 2_064, 2_060, 2_056, 2_052, 2_048, 2_045, 2_042,
];

/// A difference and how far it may lie from the truth, in millionths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The second mean less the first.
    pub change: i64,
    /// The low end of its 95 % interval.
    pub low: i64,
    /// The high end.
    pub high: i64,
}

/// The mean, rounded towards zero.
pub(super) fn mean(values: &[i64]) -> i64 {
    let count = i64::try_from(values.len()).unwrap_or(i64::MAX).max(1);
    values.iter().sum::<i64>() / count
}

/// The sample variance in square millionths: none of fewer than two.
pub(super) fn variance(values: &[i64]) -> Option<i128> {
    let others = i128::try_from(values.len()).ok()? - 1;
    if others < 1 {
        return None;
    }
    Some(squares(values) / others)
}

/// The sample standard deviation: none of fewer than two.
pub(super) fn deviation(values: &[i64]) -> Option<i64> {
    variance(values).map(root)
}

/// How far a mean of so many days may lie from the truth, where all groups vary alike: half its 95 % interval. None
/// while the groups together have fewer than two degrees of freedom.
#[must_use]
pub fn half_width(groups: &[&[i64]], days: usize) -> Option<i64> {
    let freedom: usize = groups.iter().map(|group| group.len().saturating_sub(1)).sum();
    let days = i128::try_from(days).ok().filter(|days| *days > 0)?;
    let freedom = i128::try_from(freedom).ok().filter(|freedom| *freedom >= 2)?;
    let pooled = groups.iter().map(|group| squares(group)).sum::<i128>() / freedom + ROUNDING;
    Some(scaled(t_95(freedom), root(pooled / days)))
}

/// The difference of two means with Welch's interval, which lets either group vary in its own way. None while either has
/// fewer than two values.
pub(super) fn difference(first: &[i64], second: &[i64]) -> Option<Difference> {
    let (n, m) = (i128::try_from(first.len()).ok()?, i128::try_from(second.len()).ok()?);
    let a = (variance(first)? + ROUNDING) / n;
    let b = (variance(second)? + ROUNDING) / m;
    // Welch–Satterthwaite, rounded down, which makes the interval wider and never narrower.
    let freedom = (a + b) * (a + b) / (a * a / (n - 1) + b * b / (m - 1)).max(1);
    let half = scaled(t_95(freedom), root(a + b));
    let change = mean(second) - mean(first);
    Some(Difference { change, low: change - half, high: change + half })
}

fn squares(values: &[i64]) -> i128 {
    let mean = i128::from(mean(values));
    values.iter().map(|value| (i128::from(*value) - mean).pow(2)).sum()
}

fn t_95(freedom: i128) -> i128 {
    let known = usize::try_from(freedom.max(1) - 1).ok().and_then(|index| T_95.get(index)).copied();
    known.unwrap_or(if freedom >= 60 { 2_000 } else { 2_042 })
}

fn scaled(thousandths: i128, value: i64) -> i64 {
    i64::try_from(thousandths * i128::from(value) / 1_000).unwrap_or(i64::MAX)
}

fn root(square: i128) -> i64 {
    i64::try_from(u128::try_from(square).unwrap_or(0).isqrt()).unwrap_or(i64::MAX)
}
