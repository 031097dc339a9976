//! Which forms a request leaves to choose from.

use std::collections::BTreeSet;

use super::request::POSTURES;
use super::{Bookend, FormRule, MeasureRequest, MeasureRules};
use crate::catalogue::{AreaId, Catalogue, Movement, Sides, Variant, VariantId};

/// Parts of the body that a routine can be made for: those that some form is for, in the order of their ids.
#[must_use]
pub fn areas(catalogue: &Catalogue, rules: &MeasureRules) -> Vec<AreaId> {
    let forms = rules.forms.iter().filter_map(|rule| catalogue.variant(&rule.form));
    let offered = forms.filter(|(_, variant)| POSTURES.iter().any(|posture| variant.offers(*posture)));
    let areas: BTreeSet<&AreaId> =
        offered.flat_map(|(movement, _)| &movement.body_areas).map(|area| &area.area).collect();
    areas.into_iter().cloned().collect()
}

/// A form and its movement.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form<'a> {
    pub(super) movement: &'a Movement,
    pub(super) variant: &'a Variant,
}

impl Form<'_> {
    /// Whether both would do the same twice: forms of one movement, or one that is part of the other.
    pub(super) fn repeats(&self, other: &Form<'_>) -> bool {
        self.movement.id == other.movement.id
            || self.movement.parts.contains(&other.variant.id)
            || other.movement.parts.contains(&self.variant.id)
    }

    /// Whether it is for a part of the body.
    pub(super) fn is_for(&self, area: &AreaId) -> bool {
        self.movement.body_areas.iter().any(|one| one.area == *area)
    }

    pub(super) fn in_turn(&self) -> bool {
        self.variant.sides == Sides::InTurn
    }
}

/// What a form is to the part of the body that was asked for, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Serves<'a> {
    /// It is for the part itself.
    Area,
    /// It is for a part close to it.
    Near(&'a AreaId),
    /// It is for the part that reaches every other.
    Everywhere,
    /// None of these, or no part was asked for.
    Other,
}

impl Serves<'_> {
    /// How far it is from what was asked for.
    fn apart(self) -> u8 {
        match self {
            Self::Area => 0,
            Self::Near(_) => 1,
            Self::Everywhere => 2,
            Self::Other => 3,
        }
    }
}

/// A form that may lie between warm-up and closing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'a> {
    pub(super) form: Form<'a>,
    pub(super) rule: &'a FormRule,
    pub(super) serves: Serves<'a>,
    /// Whether it is what was asked for: for the part of the body, or what comes
    /// closest to it.
    pub(super) leads: bool,
    /// How well it suits the day, 1 to 3.
    pub(super) suits: u8,
}

impl Candidate<'_> {
    /// Whether it may come right after another: for other parts of the body or another sort of doing, and never both
    /// with sides that take turns.
    pub(super) fn may_follow(&self, before: &Candidate<'_>) -> bool {
        let apart = before.form.movement.body_areas.iter().all(|area| !self.form.is_for(&area.area));
        let differs = apart || self.rule.way != before.rule.way;
        differs && !(self.form.in_turn() && before.form.in_turn())
    }

    /// By how many minutes its time grows: two where its sides take turns, so that each has whole minutes.
    pub(super) fn grows_by(&self) -> u16 {
        if self.form.in_turn() { 2 } else { 1 }
    }
}

/// What a request leaves to choose from.
#[derive(Clone, Copy)]
pub(super) struct Left<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) rules: &'a MeasureRules,
    pub(super) request: &'a MeasureRequest,
}

impl<'a> Left<'a> {
    /// What opens, warms up or closes: of those whose length has come, the one for the longest routines; else the one
    /// for the shortest.
    pub(super) fn bookend(
        &self,
        bookends: &'a [Bookend],
        taken: &[Form<'_>],
    ) -> Option<(&'a Bookend, Form<'a>)> {
        let possible = || {
            let forms = bookends.iter().filter_map(|bookend| Some((bookend, self.form(&bookend.form)?)));
            forms.filter(|(_, form)| !taken.iter().any(|other| form.repeats(other)))
        };
        let come = possible().filter(|(bookend, _)| bookend.from <= self.request.draft.minutes);
        come.min_by_key(|(bookend, _)| std::cmp::Reverse(bookend.from))
            .or_else(|| possible().min_by_key(|(bookend, _)| bookend.from))
    }

    /// What may lie between, in the order of ids. `taken` opens, warms up and closes.
    pub(super) fn between(&self, taken: &[Form<'_>]) -> Vec<Candidate<'a>> {
        let candidates = self.rules.forms.iter().filter_map(|rule| {
            let form = self.form(&rule.form)?;
            let suits = *rule.days.get(&self.request.draft.day)?;
            let fresh = !taken.iter().any(|other| form.repeats(other));
            fresh.then(|| Candidate { form, rule, serves: self.serves(&form), leads: false, suits })
        });
        let mut candidates: Vec<Candidate<'_>> = candidates.collect();
        candidates.sort_by_key(|candidate| &candidate.rule.form);
        let closest = candidates.iter().map(|candidate| candidate.serves.apart()).min();
        for candidate in &mut candidates {
            let apart = candidate.serves.apart();
            candidate.leads = Some(apart) == closest && candidate.serves != Serves::Other;
        }
        candidates
    }

    fn serves(&self, form: &Form<'_>) -> Serves<'a> {
        let Some(area) = &self.request.draft.area else { return Serves::Other };
        if form.is_for(area) {
            return Serves::Area;
        }
        let near = self.rules.near.get(area).into_iter().flatten().find(|near| form.is_for(near));
        match near {
            Some(near) => Serves::Near(near),
            None if form.is_for(&self.rules.everywhere) => Serves::Everywhere,
            None => Serves::Other,
        }
    }

    /// A form, unless it is ruled out: by the posture, or because it or a part of it is left out or avoided.
    fn form(&self, id: &VariantId) -> Option<Form<'a>> {
        let (movement, variant) = self.catalogue.variant(id)?;
        let mut parts = movement.parts.iter().filter_map(|part| self.catalogue.variant(part));
        let ruled_out = self.is_ruled_out(movement, &variant.id)
            || parts.any(|(movement, part)| self.is_ruled_out(movement, &part.id));
        let allowed = variant.offers(self.request.draft.posture) && !ruled_out;
        allowed.then_some(Form { movement, variant })
    }

    fn is_ruled_out(&self, movement: &Movement, variant: &VariantId) -> bool {
        let avoid = &self.request.draft.avoid;
        // Who avoids a family avoids what belongs to it.
        let families = avoid.iter().filter_map(|id| self.catalogue.movement(id));
        let mut members = families.flat_map(|family| &family.members).map(|member| member.id.as_str());
        self.request.leave_out.contains(variant)
            || avoid.contains(&movement.id)
            || members.any(|id| id == variant.as_str() || id == movement.id.as_str())
    }
}
