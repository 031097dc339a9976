//! What was practised most.

use std::collections::BTreeMap;

use crate::catalogue::{MovementId, RoutineId};
use crate::practice::Practice;

/// How often something was practised, and for how long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// Practices it was in.
    pub practices: u32,
    /// Milliseconds of it.
    pub ms: u64,
}

impl Amount {
    fn add(&mut self, ms: u64) {
        self.practices = self.practices.saturating_add(1);
        self.ms = self.ms.saturating_add(ms);
    }

    /// Whole minutes of it.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        u32::try_from(self.ms / 60_000).unwrap_or(u32::MAX)
    }
}

/// Routines by how long they were practised, the longest first. Practices without a routine are not among them.
#[must_use]
pub fn routines(practices: &[Practice]) -> Vec<(RoutineId, Amount)> {
    let mut amounts: BTreeMap<&RoutineId, Amount> = BTreeMap::new();
    for practice in practices {
        if let Some(routine) = &practice.routine {
            amounts.entry(routine).or_default().add(practice.practised_ms.into());
        }
    }
    longest_first(amounts)
}

/// Movements by how long they were practised, the longest first. `segments` gives the movements of a routine in order,
/// each with its minutes. What was practised fills them in that order, so that a practice ended early has not reached the last.
#[must_use]
pub fn movements<'a>(
    practices: &[Practice],
    segments: impl Fn(&RoutineId) -> &'a [(MovementId, u16)],
) -> Vec<(MovementId, Amount)> {
    let mut amounts: BTreeMap<&MovementId, Amount> = BTreeMap::new();
    for practice in practices {
        let Some(routine) = &practice.routine else { continue };
        let segments = segments(routine);
        let minutes: u64 = segments.iter().map(|(_, minutes)| u64::from(*minutes)).sum();
        let mut left = u64::from(practice.practised_ms);
        for (movement, its_minutes) in segments {
            let planned = u64::from(practice.planned_ms) * u64::from(*its_minutes) / minutes.max(1);
            let ms = planned.min(left);
            left -= ms;
            if ms > 0 {
                amounts.entry(movement).or_default().add(ms);
            }
        }
    }
    longest_first(amounts)
}

fn longest_first<K: Clone + Ord>(amounts: BTreeMap<&K, Amount>) -> Vec<(K, Amount)> {
    let mut amounts: Vec<(&K, Amount)> = amounts.into_iter().collect();
    amounts.sort_by(|(a, x), (b, y)| (y.ms, y.practices, a).cmp(&(x.ms, x.practices, b)));
    amounts.into_iter().map(|(key, amount)| (key.clone(), amount)).collect()
}
