//! Whole minutes that add up.

/// How long something may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) least: u16,
    pub(super) most: u16,
    /// By how many minutes it grows.
    pub(super) step: u16,
    /// Of two, the one with twice the weight gets about twice the minutes.
    pub(super) weight: u32,
}

/// Shares `total` minutes among spans, by weight and exactly; none where they cannot add up to it.
pub(super) fn share(total: u16, spans: &[Span]) -> Option<Vec<u16>> {
    let mut minutes: Vec<u16> = spans.iter().map(|span| span.least).collect();
    let mut left = total.checked_sub(minutes.iter().sum())?;
    while left > 0 {
        let grows = |(now, span): &(&mut u16, &Span)| **now + span.step <= span.most && span.step <= left;
        let filled =
            |(now, span): &(&mut u16, &Span)| u32::from(**now + span.step) * 1_000 / span.weight.max(1);
        match minutes.iter_mut().zip(spans).filter(grows).min_by_key(filled) {
            Some((now, span)) => {
                *now += span.step;
                left -= span.step;
            }
            // One is left, and only what grows by two has room.
            None => {
                make_even(left, &mut minutes, spans)?;
                left = 0;
            }
        }
    }
    Some(minutes)
}

/// Puts in the one minute that is left: something that grows by one gives a minute back, and what grows by two gets both.
fn make_even(left: u16, minutes: &mut [u16], spans: &[Span]) -> Option<()> {
    let gives = |place: &usize| spans[*place].step == 1 && minutes[*place] > spans[*place].least;
    let takes = |place: &usize| {
        let span = &spans[*place];
        span.step == left + 1 && minutes[*place] + span.step <= span.most
    };
    let giver = (0..spans.len()).rev().find(gives)?;
    let taker = (0..spans.len()).find(takes)?;
    minutes[giver] -= 1;
    minutes[taker] += spans[taker].step;
    Some(())
}

/// Brings `minutes` to `total`, each by as little as possible and inside its span; none where they cannot add up to it.
pub(super) fn settle(total: u16, mut minutes: Vec<u16>, spans: &[Span]) -> Option<Vec<u16>> {
    let wished = minutes.clone();
    loop {
        let sum: u16 = minutes.iter().sum();
        if sum == total {
            return Some(minutes);
        }
        let moved = minutes
            .iter_mut()
            .zip(spans)
            .zip(&wished)
            .filter(|((now, span), _)| if sum < total { **now < span.most } else { **now > span.least });
        let ((now, _), _) = moved.min_by_key(|((now, _), wished)| now.abs_diff(**wished))?;
        *now = if sum < total { *now + 1 } else { *now - 1 };
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Span, settle, share};

    fn span() -> impl Strategy<Value = Span> {
        let one = (1_u16..5, 0_u16..6, 1_u32..9);
        let one = one.prop_map(|(least, room, weight)| Span { least, most: least + room, step: 1, weight });
        let two = (1_u16..3, 0_u16..4, 1_u32..9).prop_map(|(least, room, weight)| Span {
            least: least * 2,
            most: (least + room) * 2,
            step: 2,
            weight,
        });
        prop_oneof![one, two]
    }

    /// Every sum that some choice of minutes gives.
    fn sums(spans: &[Span]) -> std::collections::BTreeSet<u16> {
        spans.iter().fold([0].into(), |sums, span| {
            let steps = (span.least..=span.most).step_by(usize::from(span.step));
            steps.flat_map(|minutes| sums.iter().map(move |sum| sum + minutes)).collect()
        })
    }

    proptest! {
        #[test]
        fn minutes_are_shared_whenever_they_can_add_up(
            spans in proptest::collection::vec(span(), 1..6), total in 1_u16..40,
        ) {
            let shared = share(total, &spans);
            prop_assert_eq!(shared.is_some(), sums(&spans).contains(&total));
            let Some(minutes) = shared else { return Ok(()) };
            prop_assert_eq!(minutes.iter().sum::<u16>(), total);
            for (minutes, span) in minutes.iter().zip(&spans) {
                prop_assert!((span.least..=span.most).contains(minutes));
                prop_assert_eq!((minutes - span.least) % span.step, 0);
            }
        }

        #[test]
        fn settling_changes_no_more_than_it_has_to(
            spans in proptest::collection::vec(span(), 1..4), total in 1_u16..40,
        ) {
            let wished: Vec<u16> = spans.iter().map(|span| span.least).collect();
            let least: u16 = wished.iter().sum();
            let most: u16 = spans.iter().map(|span| span.most).sum();
            let settled = settle(total, wished, &spans);
            prop_assert_eq!(settled.is_some(), (least..=most).contains(&total));
            prop_assert!(settled.is_none_or(|minutes| minutes.iter().sum::<u16>() == total));
        }
    }

    #[test]
    fn twice_the_weight_gets_about_twice_the_minutes() {
        let span = |weight| Span { least: 2, most: 10, step: 1, weight };
        assert_eq!(share(9, &[span(8), span(4)]), Some(vec![6, 3]));
    }
}
