//! Putting a routine together, with a sentence for each movement on why it is there.

use super::choose::{Candidate, Form, Left, Serves};
use super::middle::{self, Chosen, Wish};
use super::minutes::{Span, settle};
use super::random::Random;
use super::reasons::Reasons;
use super::request::{POSTURES, area_name};
use super::{Bookend, DayRule, Loosen, MeasureFault, MeasureRequest, MeasureRules, Missing};
use crate::catalogue::{
    AreaId, BodyArea, Catalogue, Origin, Passage, Posture, Presence, Routine, RoutineShape, Segment, fill,
};

/// A routine made to measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The routine; its id is the request's, and all of it is proposed.
    pub routine: Routine,
    /// Why each movement is there, in the order of the routine's segments.
    pub reasons: Vec<String>,
}

/// Makes a routine.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use mingmen_core::catalogue::{Catalogue, Learn, Posture};
/// use mingmen_core::measure::{DayKind, MeasureDraft, MeasureRequest, made_to_measure};
///
/// let (catalogue, learn) = (Catalogue::for_locale("en")?, Learn::for_locale("en")?);
/// let area = Some("low-back".into());
/// let draft =
///     MeasureDraft { minutes: 15, posture: Posture::Seated, area, avoid: vec![], day: DayKind::Ordinary, seed: 1 };
/// let made = made_to_measure(catalogue, learn.measure(), &MeasureRequest::new(draft, vec![], false))?;
/// assert_eq!(made.routine.name, "Fifteen minutes for the lower back");
/// assert_eq!(made.routine.segments.iter().map(|segment| segment.minutes).sum::<u16>(), 15);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`MeasureFault`]: the request cannot be one, or nothing fits; then it says what to change.
pub fn made_to_measure(
    catalogue: &Catalogue,
    rules: &MeasureRules,
    request: &MeasureRequest,
) -> Result<Made, MeasureFault> {
    request.check(catalogue)?;
    let left = Left { catalogue, rules, request };
    let composed = compose(&left).map_err(|missing| {
        let loosen = what_helps(&left);
        MeasureFault::NothingFits { missing, loosen }
    })?;
    Ok(Made { routine: composed.routine(&left), reasons: composed.reasons(&left) })
}

/// What opens, warms up, lies between and closes.
struct Composed<'a> {
    day: &'a DayRule,
    opening: (Form<'a>, u16),
    warm_up: Option<(Form<'a>, u16)>,
    between: Vec<(Candidate<'a>, u16)>,
    closing: (Form<'a>, u16),
}

fn compose<'a>(left: &Left<'a>) -> Result<Composed<'a>, Missing> {
    let (rules, draft) = (left.rules, &left.request.draft);
    let day = rules.day(draft.day).ok_or(Missing::Minutes)?;
    let opening = left.bookend(&rules.opening, &[]).ok_or(Missing::Opening)?;
    let closing = left.bookend(&rules.closing, &[opening.1]).ok_or(Missing::Closing)?;
    let warm_up = match rules.warms_up(draft.minutes) {
        true => Some(left.bookend(&rules.warm_up, &[opening.1, closing.1]).ok_or(Missing::WarmUp)?),
        false => None,
    };
    let around: Vec<(&Bookend, Form<'_>, u8)> = [Some((opening, day.opening)), Some((closing, day.closing))]
        .into_iter()
        .chain([warm_up.map(|warm_up| (warm_up, day.warm_up))])
        .flatten()
        .map(|((bookend, form), percent)| (bookend, form, percent))
        .collect();
    let taken: Vec<Form<'_>> = around.iter().map(|(_, form, _)| *form).collect();
    let (pool, led) = pool(left, &taken)?;

    let spans: Vec<Span> = around.iter().map(|(bookend, ..)| span(bookend)).collect();
    let wished: Vec<u16> =
        around.iter().map(|(bookend, _, percent)| part(draft.minutes, *percent, bookend)).collect();
    let between = |around: u16| draft.minutes.saturating_sub(around);
    let minutes = between(wished.iter().sum());
    let wish = Wish {
        minutes,
        least: between(spans.iter().map(|span| span.most).sum()).max(1),
        most: between(spans.iter().map(|span| span.least).sum()),
        movements: rules.movements(draft.minutes, day, minutes),
    };
    let chosen = middle::find(&pool, wish, led).ok_or(Missing::Minutes)?;
    let around = between(chosen.iter().map(|(_, minutes)| minutes).sum());
    let around = settle(around, wished, &spans).ok_or(Missing::Minutes)?;
    composed(day, &taken, &around, &pool, &chosen).ok_or(Missing::Minutes)
}

/// What may lie between, drawn by how well it suits the day; and whether some of it leads.
fn pool<'a>(left: &Left<'a>, taken: &[Form<'_>]) -> Result<(Vec<Candidate<'a>>, bool), Missing> {
    let draft = &left.request.draft;
    let candidates = left.between(taken);
    let led = draft.area.is_some();
    if led && !candidates.iter().any(|candidate| candidate.leads) {
        return Err(Missing::Area);
    }
    let weight = |one: &Candidate<'_>| {
        let near = matches!(one.serves, Serves::Near(_));
        u32::from(one.suits) * if near { 2 } else { 1 }
    };
    Ok((Random::new(draft.seed).draw(candidates, weight), led))
}

fn composed<'a>(
    day: &'a DayRule,
    forms: &[Form<'a>],
    minutes: &[u16],
    pool: &[Candidate<'a>],
    chosen: &Chosen,
) -> Option<Composed<'a>> {
    let mut around = forms.iter().copied().zip(minutes.iter().copied());
    let (opening, closing) = (around.next()?, around.next()?);
    let between = chosen.iter().filter_map(|(place, minutes)| Some((*pool.get(*place)?, *minutes))).collect();
    Some(Composed { day, opening, warm_up: around.next(), between, closing })
}

fn span(bookend: &Bookend) -> Span {
    Span { least: bookend.least, most: bookend.most, step: 1, weight: 1 }
}

/// A share of the minutes, to the nearest minute and inside its bounds.
fn part(minutes: u16, percent: u8, bookend: &Bookend) -> u16 {
    ((minutes * u16::from(percent) + 50) / 100).clamp(bookend.least, bookend.most)
}

/// Each change that would help by itself.
fn what_helps(left: &Left<'_>) -> Vec<Loosen> {
    let draft = &left.request.draft;
    let helps = |change: &dyn Fn(&mut MeasureRequest)| {
        let mut request = left.request.clone();
        change(&mut request);
        compose(&Left { request: &request, ..*left }).is_ok()
    };
    let other_minutes = || {
        let mut lengths = left.rules.minutes.iter();
        lengths.any(|minutes| helps(&|request| request.draft.minutes = *minutes))
    };
    let other_posture = || {
        let on_feet = |posture: &Posture| *posture == Posture::Standing;
        let allowed = POSTURES.iter().filter(|posture| !(left.request.seated_only && on_feet(posture)));
        allowed.into_iter().any(|posture| helps(&|request| request.draft.posture = *posture))
    };
    let other_area = || draft.area.is_some() && helps(&|request| request.draft.area = None);
    let avoid_less = || !draft.avoid.is_empty() && helps(&|request| request.draft.avoid.clear());
    let all = [
        (Loosen::Minutes, other_minutes()),
        (Loosen::Posture, other_posture()),
        (Loosen::Area, other_area()),
        (Loosen::Avoid, avoid_less()),
    ];
    all.into_iter().filter(|(_, helps)| *helps).map(|(loosen, _)| loosen).collect()
}

impl Composed<'_> {
    fn routine(&self, left: &Left<'_>) -> Routine {
        let (request, sentences) = (left.request, &left.rules.sentences);
        let before = std::iter::once(self.opening).chain(self.warm_up);
        let between = self.between.iter().map(|(one, minutes)| (one.form, *minutes));
        let all = before.chain(between).chain([self.closing]);
        let note = Passage { label: None, text: sentences.note.clone(), origin: Origin::Proposed };
        Routine {
            id: request.routine_id(),
            name: self.name(left),
            focus: self.day.focus.clone(),
            shape: RoutineShape::Ordered,
            posture: Some(request.draft.posture),
            segments: all.map(|(form, minutes)| segment(&form, minutes)).collect(),
            minutes: request.draft.minutes,
            minutes_origin: Origin::Proposed,
            body_areas: self.body_areas(left),
            notes: vec![note],
            related: Vec::new(),
            origin: Origin::Proposed,
        }
    }

    fn name(&self, left: &Left<'_>) -> String {
        let draft = &left.request.draft;
        let minutes = left.catalogue.phrases().number_capital(u32::from(draft.minutes));
        match draft.area.as_ref().and_then(|area| area_name(left.catalogue, area)) {
            Some(area) => fill(&left.rules.sentences.area_title, &[("minutes", &minutes), ("area", &area)]),
            None => fill(&self.day.title, &[("minutes", &minutes)]),
        }
    }

    /// The part of the body that was asked for; else the first part that each form between is for.
    fn body_areas(&self, left: &Left<'_>) -> Vec<BodyArea> {
        let firsts = self.between.iter().filter_map(|(one, _)| one.form.movement.body_areas.first());
        let mut areas: Vec<&AreaId> = left.request.draft.area.iter().collect();
        if areas.is_empty() {
            for area in firsts {
                if !areas.contains(&&area.area) {
                    areas.push(&area.area);
                }
            }
        }
        let named = areas.into_iter().filter_map(|area| Some((area, area_name(left.catalogue, area)?)));
        named
            .map(|(area, name)| BodyArea {
                area: area.clone(),
                name: name.to_owned(),
                origin: Origin::Proposed,
            })
            .collect()
    }

    fn reasons(&self, left: &Left<'_>) -> Vec<String> {
        let sentences = &left.rules.sentences;
        let mut reasons = vec![sentences.opening.clone()];
        reasons.extend(self.warm_up.map(|_| sentences.warm_up.clone()));
        let between: Vec<Candidate<'_>> = self.between.iter().map(|(one, _)| *one).collect();
        reasons.extend(Reasons::new(left, self.day).of(&between));
        reasons.push(sentences.closing.clone());
        reasons
    }
}

fn segment(form: &Form<'_>, minutes: u16) -> Segment {
    Segment {
        movement: form.movement.id.clone(),
        variant: form.variant.id.clone(),
        minutes,
        minutes_origin: Origin::Proposed,
        added: false,
        presence: Presence::Always,
    }
}
