//! What lies between warm-up and closing: which forms, in which order, for how long.

use std::cmp::Reverse;

use super::choose::Candidate;
use super::minutes::{Span, share};

/// More movements than this are never looked for.
const MOST: usize = 12;

/// A search that has tried this many orders of one length gives up on it.
const TRIES: u32 = 500;

/// What was asked for is to have the most minutes, as long as that leads no further than this from the wish.
const FAIR_WITHIN: usize = 6;

/// How many minutes and movements are wished for between warm-up and closing, and how many minutes there may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    pub(super) minutes: u16,
    pub(super) least: u16,
    pub(super) most: u16,
    pub(super) movements: usize,
}

/// Candidates by their place in the pool, each with its minutes.
pub(super) type Chosen = Vec<(usize, u16)>;

/// Finds forms for the wish, or for what comes nearest to it: one movement more or fewer counts as two minutes.
/// The pool is in the order in which forms are taken; some of it leads if `led`.
pub(super) fn find(pool: &[Candidate<'_>], wish: Wish, led: bool) -> Option<Chosen> {
    let counts = 1..=pool.len().min(MOST);
    let all = counts.flat_map(|count| (wish.least..=wish.most).map(move |minutes| (count, minutes)));
    let apart = |(count, minutes): &(usize, u16)| {
        usize::from(minutes.abs_diff(wish.minutes)) + 2 * count.abs_diff(wish.movements)
    };
    let mut nearest: Vec<(usize, u16)> = all.collect();
    nearest.sort_by_key(|one| (apart(one), *one));
    let close = nearest.iter().filter(|one| led && apart(one) <= FAIR_WITHIN);
    let fair = Search::new(pool, led, true);
    let free = Search::new(pool, led, false);
    let found = close.copied().find_map(|one| fair.find(one));
    let chosen = found.or_else(|| nearest.iter().copied().find_map(|one| free.find(one)))?;
    Some(free.arranged(chosen))
}

/// A search in a pool.
struct Search<'a, 'c> {
    pool: &'a [Candidate<'c>],
    led: bool,
    /// Whether nothing may have more minutes than what was asked for.
    fair: bool,
    /// The most minutes that anything else can then have.
    longest: u16,
    /// Places in the pool, those with the least minutes first.
    by_least: Vec<usize>,
    /// Places in the pool, those with the most minutes first.
    by_most: Vec<usize>,
}

/// The most minutes of a form, where what was not asked for has no more than `cap`.
fn most(one: &Candidate<'_>, cap: u16) -> u16 {
    if one.leads { one.rule.most } else { one.rule.most.min(cap) }
}

/// Where a search is.
struct Trail {
    count: usize,
    minutes: u16,
    chosen: Vec<usize>,
    tries: u32,
}

impl<'a, 'c> Search<'a, 'c> {
    fn new(pool: &'a [Candidate<'c>], led: bool, fair: bool) -> Self {
        let mut by_least: Vec<usize> = (0..pool.len()).collect();
        let mut by_most = by_least.clone();
        by_least.sort_by_key(|place| pool[*place].rule.least);
        let leads = pool.iter().filter(|one| fair && one.leads).map(|one| one.rule.most);
        let longest = leads.max().unwrap_or(u16::MAX);
        by_most.sort_by_key(|place| Reverse(most(&pool[*place], longest)));
        Self { pool, led, fair, longest, by_least, by_most }
    }

    fn find(&self, (count, minutes): (usize, u16)) -> Option<Chosen> {
        self.go_on(&mut Trail { count, minutes, chosen: Vec::with_capacity(count), tries: TRIES })
    }

    /// Adds forms until there are enough; takes back what leads nowhere.
    fn go_on(&self, trail: &mut Trail) -> Option<Chosen> {
        if !self.can_add_up(trail) {
            return None;
        }
        if trail.chosen.len() == trail.count {
            return self.timed(trail);
        }
        for place in self.next(trail) {
            trail.tries = trail.tries.checked_sub(1)?;
            trail.chosen.push(place);
            let found = self.go_on(trail);
            trail.chosen.pop();
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// What may come next, the best first: what leads in every second place, what is quiet not in the first half, else
    /// as the pool has it.
    fn next(&self, trail: &Trail) -> Vec<usize> {
        let here = trail.chosen.len();
        let early = here * 2 + 1 < trail.count;
        let fresh = |place: &usize| {
            trail.chosen.iter().all(|other| !self.pool[*place].form.repeats(&self.pool[*other].form))
        };
        let places = (0..self.pool.len()).filter(fresh);
        let mut next: Vec<usize> = places.filter(|place| self.may_come(*place, &trail.chosen)).collect();
        next.sort_by_key(|place| {
            let one = &self.pool[*place];
            (self.led && one.leads != here.is_multiple_of(2), early && one.rule.quiet)
        });
        next
    }

    /// Whether a form may come after others: what was asked for comes first.
    fn may_come(&self, place: usize, before: &[usize]) -> bool {
        let one = &self.pool[place];
        match before.last() {
            Some(last) => one.may_follow(&self.pool[*last]),
            None => one.leads || !self.led,
        }
    }

    /// Whether the minutes are within reach, whatever comes next.
    fn can_add_up(&self, trail: &Trail) -> bool {
        let missing = trail.count - trail.chosen.len();
        let sum = |places: &[usize], minutes: &dyn Fn(&Candidate<'_>) -> u16| -> u16 {
            let others = places.iter().filter(|place| !trail.chosen.contains(place)).take(missing);
            others.chain(&trail.chosen).map(|place| minutes(&self.pool[*place])).sum()
        };
        let least = sum(&self.by_least, &|one| one.rule.least);
        let most = sum(&self.by_most, &|one| most(one, self.longest));
        (least..=most).contains(&trail.minutes)
    }

    /// The minutes of what was chosen, where they add up.
    fn timed(&self, trail: &Trail) -> Option<Chosen> {
        let all = || trail.chosen.iter().map(|place| &self.pool[*place]);
        let best = all().map(|one| u32::from(one.suits)).max().unwrap_or(1);
        let leads = all().filter(|one| one.leads).map(|one| one.rule.most);
        let cap = if self.fair { leads.min().unwrap_or(u16::MAX) } else { u16::MAX };
        let span = |one: &Candidate<'_>| {
            // What was asked for always weighs more than the best of what was not.
            let weight = u32::from(one.suits) + 1 + if one.leads { best } else { 0 };
            let most = most(one, cap);
            let span = Span { least: one.rule.least, most, step: one.grows_by(), weight };
            (span.least <= span.most).then_some(span)
        };
        let spans: Vec<Span> = all().map(span).collect::<Option<_>>()?;
        let chosen: Chosen = trail.chosen.iter().copied().zip(share(trail.minutes, &spans)?).collect();
        (!self.fair || self.is_fair(&chosen)).then_some(chosen)
    }

    /// Whether nothing has more minutes than any of what was asked for.
    fn is_fair(&self, chosen: &Chosen) -> bool {
        let minutes = |leads: bool| {
            let those = chosen.iter().filter(move |(place, _)| self.pool[*place].leads == leads);
            those.map(|(_, minutes)| *minutes)
        };
        minutes(false).all(|other| minutes(true).all(|lead| other <= lead))
    }

    /// The same forms with the same minutes, what is quiet as late as their neighbours allow.
    fn arranged(&self, chosen: Chosen) -> Chosen {
        let mut tries = TRIES;
        let mut order = Vec::with_capacity(chosen.len());
        if self.arrange(&chosen, &mut order, &mut tries).is_none() {
            return chosen;
        }
        let minutes = |place: usize| chosen.iter().find(|(other, _)| *other == place).copied();
        order.into_iter().filter_map(minutes).collect()
    }

    fn arrange(&self, chosen: &Chosen, order: &mut Vec<usize>, tries: &mut u32) -> Option<()> {
        if order.len() == chosen.len() {
            return Some(());
        }
        let lead_here = order.len().is_multiple_of(2);
        let left = chosen.iter().map(|(place, _)| *place).filter(|place| !order.contains(place));
        let mut next: Vec<usize> = left.filter(|place| self.may_come(*place, order)).collect();
        next.sort_by_key(|place| {
            let one = &self.pool[*place];
            (one.rule.quiet, self.led && one.leads != lead_here)
        });
        for place in next {
            *tries = tries.checked_sub(1)?;
            order.push(place);
            if self.arrange(chosen, order, tries).is_some() {
                return Some(());
            }
            order.pop();
        }
        None
    }
}
