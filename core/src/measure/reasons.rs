//! Why each form between warm-up and closing is there.

use std::collections::BTreeSet;

use super::choose::{Candidate, Left, Serves};
use super::request::area_name;
use super::{DayRule, MeasureSentences};
use crate::catalogue::{AreaId, fill};

/// From this on a form suits the day well enough for that to be the reason.
const SUITS_WELL: u8 = 3;

/// What sort of reason it is. A sort that names the form before may come again; another had better not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Area,
    Near,
    Quiet,
    Day,
    Gentle,
    Alternate,
}

impl Sort {
    fn may_come_again(self) -> bool {
        matches!(self, Self::Area | Self::Alternate)
    }
}

/// Finds reasons.
pub(super) struct Reasons<'a> {
    left: &'a Left<'a>,
    day: &'a DayRule,
    said: BTreeSet<Sort>,
}

impl<'a> Reasons<'a> {
    pub(super) fn new(left: &'a Left<'a>, day: &'a DayRule) -> Self {
        Self { left, day, said: BTreeSet::new() }
    }

    /// One sentence for each form, in order.
    pub(super) fn of(mut self, between: &[Candidate<'_>]) -> Vec<String> {
        let before = std::iter::once(None).chain(between.iter().map(Some));
        between.iter().zip(before).map(|(one, before)| self.one(one, before)).collect()
    }

    fn one(&mut self, one: &Candidate<'_>, before: Option<&Candidate<'_>>) -> String {
        let reasons = self.all(one, before);
        let fresh = reasons.iter().find(|(sort, _)| sort.may_come_again() || !self.said.contains(sort));
        let Some((sort, text)) = fresh.or(reasons.first()) else { return self.day.reason.clone() };
        self.said.insert(*sort);
        text.clone()
    }

    /// Every reason that holds, the best first.
    fn all(&self, one: &Candidate<'_>, before: Option<&Candidate<'_>>) -> Vec<(Sort, String)> {
        let sentences = &self.left.rules.sentences;
        let day = (Sort::Day, self.day.reason.clone());
        let quiet = before
            .filter(|before| one.rule.quiet && !before.rule.quiet)
            .map(|before| (Sort::Quiet, fill(&sentences.quiet, &[("before", &before.form.movement.name)])));
        let alternate = before.and_then(|before| Some((Sort::Alternate, self.alternate(one, before)?)));
        let gentle = one.rule.gentle.then(|| (Sort::Gentle, sentences.gentle.clone()));
        let well = (one.suits >= SUITS_WELL).then(|| day.clone());
        let asked = self.asked(one, before);
        let all = [asked, quiet, well, alternate, gentle, Some(day)];
        all.into_iter().flatten().collect()
    }

    /// Because of the part of the body that was asked for.
    fn asked(&self, one: &Candidate<'_>, before: Option<&Candidate<'_>>) -> Option<(Sort, String)> {
        let sentences = &self.left.rules.sentences;
        let area = self.name(self.left.request.draft.area.as_ref()?);
        match (one.serves, before) {
            (Serves::Area, None) => Some((Sort::Area, fill(&sentences.area_first, &[("area", &area)]))),
            (Serves::Area, Some(before)) => Some((Sort::Area, area_once_more(sentences, area, before))),
            (Serves::Near(near), before) => {
                let text = if before.is_none() { &sentences.near_first } else { &sentences.near };
                Some((Sort::Near, fill(text, &[("area", &area), ("near", &self.name(near))])))
            }
            (Serves::Everywhere, None) if one.leads => {
                let everywhere = self.name(&self.left.rules.everywhere);
                let values: [(&str, &dyn std::fmt::Display); 2] = [("area", &area), ("near", &everywhere)];
                Some((Sort::Near, fill(&sentences.near_first, &values)))
            }
            (Serves::Everywhere | Serves::Other, _) => None,
        }
    }

    /// Because it is for another part of the body than the form before.
    fn alternate(&self, one: &Candidate<'_>, before: &Candidate<'_>) -> Option<String> {
        let mut areas = one.form.movement.body_areas.iter();
        let other = areas.find(|area| !before.form.is_for(&area.area))?;
        let values: [(&str, &dyn std::fmt::Display); 2] =
            [("before", &before.form.movement.name), ("area", &other.name)];
        Some(fill(&self.left.rules.sentences.alternate, &values))
    }

    fn name(&self, area: &AreaId) -> &'a str {
        area_name(self.left.catalogue, area).unwrap_or_default()
    }
}

fn area_once_more(sentences: &MeasureSentences, area: &str, before: &Candidate<'_>) -> String {
    if before.serves == Serves::Area {
        return fill(&sentences.area_stays, &[("area", &area)]);
    }
    fill(&sentences.area_again, &[("area", &area), ("before", &before.form.movement.name)])
}
