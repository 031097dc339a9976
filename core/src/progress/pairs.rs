//! Pain before and after the same practice.

use std::collections::BTreeMap;

use crate::practice::{CheckIn, CheckInMoment, PracticeId};
use crate::zone::CivilDate;

/// Pain before and after one practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The practice.
    pub practice: PracticeId,
    /// The practice day.
    pub date: CivilDate,
    /// The first number before it, 0 to 10.
    pub before: u8,
    /// The last number after it, 0 to 10.
    pub after: u8,
}

/// The pairs of these check-ins, in the order of their days. A practice with one number alone has no pair.
#[must_use]
pub fn pairs(check_ins: &[CheckIn]) -> Vec<Pair> {
    let mut noted: Vec<&CheckIn> =
        check_ins.iter().filter(|check_in| check_in.noted.pain.is_some()).collect();
    noted.sort_by(|a, b| (a.noted_at, &a.id).cmp(&(b.noted_at, &b.id)));
    let mut found: BTreeMap<&PracticeId, (CivilDate, Option<u8>, Option<u8>)> = BTreeMap::new();
    for check_in in noted {
        let Some(practice) = &check_in.noted.practice else { continue };
        let (_, before, after) = found.entry(practice).or_insert((check_in.date, None, None));
        match check_in.noted.moment {
            CheckInMoment::Before => *before = before.or(check_in.noted.pain),
            CheckInMoment::After => *after = check_in.noted.pain,
            CheckInMoment::Anytime => {}
        }
    }
    let pair = |(practice, (date, before, after)): (&PracticeId, (CivilDate, Option<u8>, Option<u8>))| {
        Some(Pair { practice: practice.clone(), date, before: before?, after: after? })
    };
    let mut pairs: Vec<Pair> = found.into_iter().filter_map(pair).collect();
    pairs.sort_by(|a, b| (a.date, &a.practice).cmp(&(b.date, &b.practice)));
    pairs
}
