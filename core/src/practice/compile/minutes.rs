//! Sharing out seconds.

/// Shares `total` seconds by weight, exactly: each gets its floor, and the seconds that are left go to the largest
/// remainders, the earlier first (inventory 2A, short forms: proposed).
///
/// ```
/// use mingmen_core::practice::share_seconds;
/// // Phase 2 of the plan, 3 5 5 5 3 minutes, in ten minutes.
/// assert_eq!(share_seconds(600, &[3, 5, 5, 5, 3]), [86, 143, 143, 143, 85]);
/// ```
#[must_use]
pub fn share_seconds(total: u32, weights: &[u32]) -> Vec<u32> {
    let sum: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let product = |weight: &u32| u64::from(total) * u64::from(*weight);
    // A share is at most `total`, so it fits.
    let mut shares: Vec<u32> =
        weights.iter().map(|weight| u32::try_from(product(weight) / sum).unwrap_or(total)).collect();
    let left = total - shares.iter().sum::<u32>();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|i| std::cmp::Reverse(product(&weights[*i]) % sum));
    for i in by_remainder.into_iter().take(left as usize) {
        shares[i] += 1;
    }
    shares
}
