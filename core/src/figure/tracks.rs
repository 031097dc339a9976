//! Keyed values over one cycle: what a motion file says, read at any phase.
//!
//! A key is `[phase, value]`, where the movement comes to rest, or `[phase, value, "flow"]`, where it passes
//! through. Between keys runs a periodic cubic Hermite curve. Rest keys have no speed; the speed at a flow key is the
//! harmonic mean of its neighbours' slopes (Fritsch and Carlson's monotone scheme), so a value never overshoots
//! what was typed. A loop therefore closes in position and in speed whatever the file holds.

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// What happens at a key.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Ease {
    /// Come to rest.
    Rest,
    /// Pass through.
    Flow,
}

/// A value at a phase (0 to 1).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key<T> {
    pub(crate) phase: f64,
    pub(crate) value: T,
    pub(crate) ease: Ease,
}

/// The keys of one value over a cycle, in order of phase.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent, bound = "T: Deserialize<'de>")]
pub(crate) struct Keys<T>(pub(crate) Vec<Key<T>>);

/// A number, or several that move together.
pub(crate) trait Value: Copy + PartialEq {
    /// `f` applied part by part.
    fn zip(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self;
}

impl Value for f64 {
    fn zip(self, other: f64, f: impl Fn(f64, f64) -> f64) -> f64 {
        f(self, other)
    }
}

impl Value for [f64; 3] {
    fn zip(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        [f(self[0], other[0]), f(self[1], other[1]), f(self[2], other[2])]
    }
}

impl<T: Value> Keys<T> {
    /// The value at a phase; any real number is a phase, the cycle repeats. `None` without keys.
    pub(crate) fn at(&self, phase: f64) -> Option<T> {
        let keys = &self.0;
        let first = keys.first()?;
        if keys.len() == 1 {
            return Some(first.value);
        }
        let p = wrap(phase);
        // before the first key is after the last
        let i = keys.partition_point(|k| k.phase <= p).checked_sub(1).unwrap_or(keys.len() - 1);
        let j = (i + 1) % keys.len();
        if keys[i].value == keys[j].value && keys[i].ease == Ease::Rest && keys[j].ease == Ease::Rest {
            return Some(keys[i].value);
        }
        let span = self.span(i);
        let t = wrap(p - keys[i].phase) / span;
        let (t2, t3) = (t * t, t * t * t);
        let from_to = keys[i]
            .value
            .zip(keys[j].value, |a, b| a * (2.0 * t3 - 3.0 * t2 + 1.0) + b * (3.0 * t2 - 2.0 * t3));
        let speeds =
            self.speed(i).zip(self.speed(j), |a, b| (a * (t3 - 2.0 * t2 + t) + b * (t3 - t2)) * span);
        Some(from_to.zip(speeds, |a, b| a + b))
    }

    /// The phase from key `i` to the next.
    fn span(&self, i: usize) -> f64 {
        let d = self.0[(i + 1) % self.0.len()].phase - self.0[i].phase;
        if d <= 0.0 { d + 1.0 } else { d }
    }

    fn speed(&self, i: usize) -> T {
        let (n, here) = (self.0.len(), self.0[i]);
        if here.ease == Ease::Rest {
            return here.value.zip(here.value, |_, _| 0.0);
        }
        let before = (i + n - 1) % n;
        let (d0, d1) = (self.span(before), self.span(i));
        let s0 = self.0[before].value.zip(here.value, |a, b| (b - a) / d0);
        let s1 = here.value.zip(self.0[(i + 1) % n].value, |a, b| (b - a) / d1);
        s0.zip(s1, |a, b| if a * b <= 0.0 { 0.0 } else { 2.0 * a * b / (a + b) })
    }
}

/// A phase brought into 0 to 1.
pub(crate) fn wrap(phase: f64) -> f64 {
    phase - libm::floor(phase)
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Key<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Key<T>, D::Error> {
        from.deserialize_seq(KeyVisitor(PhantomData))
    }
}

struct KeyVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for KeyVisitor<T> {
    type Value = Key<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key: [phase, value] or [phase, value, \"flow\"]")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Key<T>, A::Error> {
        let phase = seq.next_element()?.ok_or_else(|| Error::invalid_length(0, &self))?;
        let value = seq.next_element()?.ok_or_else(|| Error::invalid_length(1, &self))?;
        let ease = seq.next_element()?.unwrap_or(Ease::Rest);
        Ok(Key { phase, value, ease })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(json: &str) -> Keys<f64> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_key_is_met_exactly() {
        let k = keys(r#"[[0.1, 3], [0.4, 7, "flow"], [0.8, 9]]"#);
        assert_eq!((k.at(0.1), k.at(0.4), k.at(0.8)), (Some(3.0), Some(7.0), Some(9.0)));
    }

    #[test]
    fn no_keys_give_no_value() {
        assert_eq!(keys("[]").at(0.3), None);
    }

    #[test]
    fn a_malformed_key_says_what_a_key_is() {
        let error = serde_json::from_str::<Keys<f64>>("[[0.1]]").unwrap_err().to_string();
        assert!(error.contains("[phase, value]"), "{error}");
    }

    proptest! {
        #[test]
        fn values_never_leave_the_range_of_their_keys(
            values in prop::collection::vec(-90.0..90.0f64, 2..7),
            flow in prop::collection::vec(any::<bool>(), 7),
            phase in -2.0..3.0f64,
        ) {
            let n = values.len() as f64;
            let key = |(i, v): (usize, &f64)| Key {
                phase: i as f64 / n,
                value: *v,
                ease: if flow[i] { Ease::Flow } else { Ease::Rest },
            };
            let track = Keys(values.iter().enumerate().map(key).collect());
            let low = values.iter().copied().fold(f64::MAX, f64::min);
            let high = values.iter().copied().fold(f64::MIN, f64::max);
            let at = track.at(phase).unwrap();
            prop_assert!(at >= low - 1e-9 && at <= high + 1e-9, "{at} outside {low}..{high}");
        }

        #[test]
        fn the_loop_has_no_seam(values in prop::collection::vec(-90.0..90.0f64, 2..7)) {
            let n = values.len() as f64;
            let key = |(i, v): (usize, &f64)| Key { phase: i as f64 / n, value: *v, ease: Ease::Flow };
            let track = Keys(values.iter().enumerate().map(key).collect());
            let step = 1e-6;
            let before = track.at(1.0 - step).unwrap();
            let after = track.at(step).unwrap();
            prop_assert!((before - after).abs() < 0.01);
        }
    }
}
