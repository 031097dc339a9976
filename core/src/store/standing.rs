//! Which facts stand, after some were taken back and others corrected, on one phone or on several.
//!
//! A correction is a new fact and a withdrawal that names it; taking back is a withdrawal alone. All that was ever made
//! of one entry, each version and each withdrawal, belongs together, however many phones had a hand in it. Of its
//! withdrawals the latest counts, by instant and then by id: what that one names stands, or nothing if it names nothing.
//! So exactly one version of an entry stands, or none once it was taken back; neither the order nor the number of times
//! in which rows arrive makes a difference, and phones that have the same rows show the same diary.

use std::collections::BTreeMap;

use crate::zone::Instant;

/// The tables whose facts can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Withdrawable {
    Note,
    CheckIn,
    Practice,
    ActivityRating,
}

/// A fact, by its table and its id.
pub(super) type Fact = (Withdrawable, String);

/// A fact that was taken back, or that gave its place to another of its table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Withdrawal {
    pub(super) withdrawn_at: Instant,
    pub(super) id: String,
    pub(super) of: Fact,
    pub(super) replaced_by: Option<String>,
}

/// What became of every fact that a withdrawal names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// The entry that a fact is a version of, as its place in `entries`.
    entry_of: BTreeMap<Fact, usize>,
    entries: Vec<Entry>,
}

/// An entry that was changed at least once.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    /// The version that stands; `None` once it was taken back.
    stands: Option<String>,
    /// When it was changed last.
    changed_at: Instant,
}

impl Standing {
    /// Works out what stands. The order of `withdrawals` makes no difference.
    pub(super) fn of(mut withdrawals: Vec<Withdrawal>) -> Standing {
        withdrawals.sort();
        let mut groups = Groups::default();
        for withdrawal in &withdrawals {
            let of = groups.group_of(&withdrawal.of);
            if let Some(id) = &withdrawal.replaced_by {
                let by = groups.group_of(&(withdrawal.of.0, id.clone()));
                groups.join(of, by);
            }
        }
        // Oldest first: what a later one says takes the place of what an earlier one said.
        let mut latest = BTreeMap::new();
        for withdrawal in withdrawals {
            let group = groups.group_of(&withdrawal.of);
            let entry = Entry { stands: withdrawal.replaced_by, changed_at: withdrawal.withdrawn_at };
            latest.insert(groups.root(group), entry);
        }
        let places: BTreeMap<usize, usize> = latest.keys().copied().zip(0..).collect();
        let facts = std::mem::take(&mut groups.number_of);
        let entry_of = facts.into_iter().filter_map(|(fact, group)| {
            let place = places.get(&groups.root(group))?;
            Some((fact, *place))
        });
        Standing { entry_of: entry_of.collect(), entries: latest.into_values().collect() }
    }

    /// The version of a fact's entry that stands: the fact itself if nothing was ever said about it.
    pub(super) fn now<'a>(&'a self, kind: Withdrawable, id: &'a str) -> Option<&'a str> {
        match self.entry(kind, id) {
            Some(entry) => entry.stands.as_deref(),
            None => Some(id),
        }
    }

    /// Whether this very fact stands.
    pub(super) fn holds(&self, kind: Withdrawable, id: &str) -> bool {
        self.now(kind, id) == Some(id)
    }

    /// When a fact's entry was changed last, if it ever was.
    pub(super) fn changed_at(&self, kind: Withdrawable, id: &str) -> Option<Instant> {
        self.entry(kind, id).map(|entry| entry.changed_at)
    }

    /// Every version of a fact's entry, the fact itself among them.
    pub(super) fn versions(&self, kind: Withdrawable, id: &str) -> Vec<String> {
        let Some(entry) = self.entry_of.get(&(kind, id.to_owned())) else { return vec![id.to_owned()] };
        let same = self.entry_of.iter().filter(|(_, other)| *other == entry);
        same.map(|((_, id), _)| id.clone()).collect()
    }

    /// Whether anything of a table was ever taken back or corrected.
    pub(super) fn touches(&self, kind: Withdrawable) -> bool {
        self.entry_of.keys().any(|(of, _)| *of == kind)
    }

    fn entry(&self, kind: Withdrawable, id: &str) -> Option<&Entry> {
        // Nothing was ever changed in most diaries: then no key need be made.
        let place = if self.entries.is_empty() { None } else { self.entry_of.get(&(kind, id.to_owned())) };
        place.and_then(|place| self.entries.get(*place))
    }
}

/// Facts that belong together, as a forest: each group points towards its root.
#[derive(Default)]
struct Groups {
    number_of: BTreeMap<Fact, usize>,
    above: Vec<usize>,
}

impl Groups {
    fn group_of(&mut self, fact: &Fact) -> usize {
        if let Some(number) = self.number_of.get(fact) {
            return *number;
        }
        let number = self.above.len();
        self.above.push(number);
        self.number_of.insert(fact.clone(), number);
        number
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(above) = self.above.get_mut(one.max(other)) {
            *above = one.min(other);
        }
    }

    /// The root of a group. The way to it is halved, so that a long chain of corrections costs no more than a short one.
    fn root(&mut self, mut group: usize) -> usize {
        while let Some(above) = self.above.get(group).copied().filter(|above| *above != group) {
            let further = self.above.get(above).copied().unwrap_or(above);
            if let Some(shorter) = self.above.get_mut(group) {
                *shorter = further;
            }
            group = further;
        }
        group
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KIND: Withdrawable = Withdrawable::CheckIn;

    fn withdrawal(number: usize, at: i64, of: &str, replaced_by: Option<&str>) -> Withdrawal {
        Withdrawal {
            withdrawn_at: Instant::from_timestamp_millis(at).unwrap(),
            id: format!("w{number:03}"),
            of: (KIND, of.to_owned()),
            replaced_by: replaced_by.map(str::to_owned),
        }
    }

    fn standing(withdrawals: &[(i64, &str, Option<&str>)]) -> Standing {
        let numbered = withdrawals.iter().enumerate();
        Standing::of(numbered.map(|(number, (at, of, by))| withdrawal(number, *at, of, *by)).collect())
    }

    #[test]
    fn a_fact_that_nothing_was_said_about_stands() {
        let standing = standing(&[(1, "a", Some("b"))]);
        assert!(standing.holds(KIND, "c"));
        assert!(standing.holds(Withdrawable::Note, "a"), "another table");
        assert_eq!(standing.versions(KIND, "c"), ["c"]);
    }

    #[test]
    fn a_chain_of_corrections_ends_in_the_last() {
        let standing = standing(&[(1, "a", Some("b")), (2, "b", Some("c"))]);
        assert_eq!(standing.now(KIND, "a"), Some("c"));
        assert!(!standing.holds(KIND, "b"));
        assert_eq!(standing.versions(KIND, "b"), ["a", "b", "c"]);
    }

    #[test]
    fn of_two_phones_the_later_change_counts_whatever_version_it_was_made_to() {
        // One phone corrects twice; another, which knows of neither, deletes or corrects in between or after.
        let twice = [(1, "a", Some("b")), (3, "b", Some("c"))];
        assert_eq!(standing(&[&twice[..], &[(2, "a", None)]].concat()).now(KIND, "a"), Some("c"));
        assert_eq!(standing(&[&twice[..], &[(4, "a", None)]].concat()).now(KIND, "c"), None);
        assert_eq!(standing(&[&twice[..], &[(4, "a", Some("d"))]].concat()).now(KIND, "c"), Some("d"));
        assert_eq!(standing(&[&twice[..], &[(2, "a", Some("d"))]].concat()).now(KIND, "d"), Some("c"));
    }

    #[test]
    fn at_the_same_instant_the_id_decides() {
        assert_eq!(standing(&[(1, "a", Some("b")), (1, "a", Some("c"))]).now(KIND, "a"), Some("c"));
    }

    #[test]
    fn a_long_chain_and_a_ring_come_to_an_end() {
        let names: Vec<String> = (0..20_000).map(|number| format!("{number:05}")).collect();
        let chain = names.windows(2).enumerate().map(|(number, pair)| {
            withdrawal(number, i64::try_from(number).unwrap(), &pair[0], Some(&pair[1]))
        });
        assert_eq!(Standing::of(chain.collect()).now(KIND, "00000"), Some("19999"));
        assert_eq!(standing(&[(1, "a", Some("b")), (2, "b", Some("a"))]).now(KIND, "b"), Some("a"));
    }

    /// What some phones do to the same entries, each to any version that is there: an instant, the version, and whether it
    /// is deleted.
    fn changes() -> impl Strategy<Value = Vec<(i64, prop::sample::Index, bool)>> {
        prop::collection::vec((0_i64..8, any::<prop::sample::Index>(), any::<bool>()), 0..12)
    }

    /// The withdrawals that those changes make, and to which of three entries each version belongs.
    fn history(changes: &[(i64, prop::sample::Index, bool)]) -> (Vec<Withdrawal>, BTreeMap<String, usize>) {
        let mut versions: Vec<(String, usize)> =
            (0..3).map(|entry| (format!("entry{entry}"), entry)).collect();
        let mut withdrawals = Vec::new();
        for (number, (at, version, deleted)) in changes.iter().enumerate() {
            let (of, entry) = version.get(&versions).clone();
            let next = (!deleted).then(|| format!("version{number}"));
            withdrawals.push(withdrawal(number, *at, &of, next.as_deref()));
            versions.extend(next.map(|next| (next, entry)));
        }
        (withdrawals, versions.into_iter().collect())
    }

    proptest! {
        #[test]
        fn of_each_entry_one_version_stands_or_none_if_it_was_taken_back_last(changes in changes()) {
            let (withdrawals, versions) = history(&changes);
            let standing = Standing::of(withdrawals.clone());
            for entry in 0..3 {
                let ours = |id: &&String| versions.get(*id) == Some(&entry);
                let stand: Vec<_> = versions.keys().filter(ours).filter(|id| standing.holds(KIND, id)).collect();
                let last = withdrawals.iter().filter(|it| versions.get(&it.of.1) == Some(&entry)).max();
                let expected = match last {
                    Some(last) => last.replaced_by.clone(),
                    None => Some(format!("entry{entry}")),
                };
                prop_assert_eq!(stand, expected.iter().collect::<Vec<_>>());
            }
        }

        #[test]
        fn the_order_of_rows_and_how_often_they_arrive_make_no_difference(
            (once, again) in changes().prop_flat_map(|changes| {
                let (withdrawals, _) = history(&changes);
                let some = prop::sample::subsequence(withdrawals.clone(), 0..=withdrawals.len());
                let doubled = some.prop_map({
                    let withdrawals = withdrawals.clone();
                    move |some| [withdrawals.clone(), some].concat()
                });
                (Just(withdrawals), doubled.prop_shuffle())
            }),
        ) {
            let (once, again) = (Standing::of(once), Standing::of(again));
            for fact in once.entry_of.keys().chain(again.entry_of.keys()) {
                prop_assert_eq!(once.now(fact.0, &fact.1), again.now(fact.0, &fact.1));
                prop_assert_eq!(once.versions(fact.0, &fact.1), again.versions(fact.0, &fact.1));
                prop_assert_eq!(once.changed_at(fact.0, &fact.1), again.changed_at(fact.0, &fact.1));
            }
        }
    }
}
