//! The Library: what there is to practise and to read, one call for each of its pages.

use crate::catalogue::{
    AreaId, Catalogue, Learn, Movement, MovementKind, Posture, Presence, Routine, RoutineId, RoutineShape,
    Segment, Topic, TopicId, Variant, VariantId,
};
use crate::measure::MeasureRequest;
use crate::safety::{AboutYouEffect, Gate};
use crate::store::Reading;
use crate::zone::{Moment, Now};

use super::{
    AreaChoice, CautionNote, ItemLink, LibraryCard, LibraryFilter, LibraryPage, Mingmen, MingmenError,
    MovementPage, PracticeCard, Result, RoutineLine, RoutinePage, TopicCard, TopicPage, any_routine, kinds,
    words,
};

/// Minutes that count as little time (proposed).
const SHORT: u16 = 5;

impl Mingmen {
    /// The Library's first page, whole: everything, or what is for one part of the body, one posture or little time.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for a part of the body that nothing is for.
    pub fn library(&self, filter: &LibraryFilter) -> Result<LibraryPage> {
        let catalogue = self.open_catalogue()?;
        let areas = areas(catalogue);
        if let Some(area) = filter.area.as_ref().filter(|area| !areas.iter().any(|one| one.area == **area)) {
            return Err(MingmenError::not_found("body area", area));
        }
        let routines = catalogue.routines().iter().filter(|routine| self.fits_routine(routine, filter));
        let movements = catalogue.movements().iter().filter(|movement| fits_movement(movement, filter));
        Ok(LibraryPage {
            own: self.store.read(|reading| self.own_rows(reading))?,
            routines: routines.map(|routine| self.routine_row(routine, filter.posture)).collect(),
            movements: movements.map(|movement| self.movement_row(movement, filter)).collect(),
            areas,
            short_minutes: SHORT,
            topics: self.learn()?.topics().iter().map(topic_card).collect(),
        })
    }

    /// The page of a movement, whole. The id may name one of its forms.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`].
    pub fn movement_page(&self, id: &VariantId, now: &Now) -> Result<MovementPage> {
        Moment::check(now)?;
        let catalogue = self.open_catalogue()?;
        let movement = catalogue.movement(&id.as_str().split('/').next().unwrap_or_default().into());
        let movement = movement.filter(|movement| {
            movement.id.as_str() == id.as_str() || movement.variants.iter().any(|variant| variant.id == *id)
        });
        let movement = movement.ok_or_else(|| MingmenError::not_found("movement", id))?;
        self.store.read(|reading| {
            let effect = self.effect_of(reading)?;
            let open = matches!(self.gate_of(reading)?, Gate::Open { .. });
            let card = |variant: &Variant| match open {
                true => self.card_for(reading, &any_routine::one(&variant.id), &effect, None),
                false => Ok(None),
            };
            Ok(MovementPage {
                kind_text: self.movement_kind(movement.kind),
                cards: movement.variants.iter().map(card).collect::<Result<_>>()?,
                left_out: self.why_left_out(&movement.name, &movement.variants, &effect),
                cautions: self.caution_notes(movement, &effect),
                parts: movement.parts.iter().filter_map(|id| self.link(id.as_str())).collect(),
                extras: movement.extras.iter().filter_map(|id| self.link(id.as_str())).collect(),
                members: movement.members.iter().filter_map(|member| self.link(member.id.as_str())).collect(),
                gentler: movement.gentler.as_ref().and_then(|id| self.link(id.as_str())),
                routines: catalogue
                    .routines()
                    .iter()
                    .filter(|routine| routine.segments.iter().any(|segment| segment.movement == movement.id))
                    .filter_map(|routine| self.link(routine.id.as_str()))
                    .collect(),
                related: movement.related.iter().filter_map(|id| self.link(id.as_str())).collect(),
                movement: movement.clone(),
            })
        })
    }

    /// The page of a routine, whole, of whatever kind.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`].
    pub fn routine_page(&self, id: &RoutineId, now: &Now) -> Result<RoutinePage> {
        Moment::check(now)?;
        self.store.read(|reading| match MeasureRequest::of(id) {
            Some(request) => self.made_page(reading, &request),
            None => self.page_of(reading, self.routine_of(reading, id)?.into_owned()),
        })
    }

    pub(super) fn page_of(&self, reading: &Reading<'_>, routine: Routine) -> Result<RoutinePage> {
        let effect = self.effect_of(reading)?;
        let open = matches!(self.gate_of(reading)?, Gate::Open { .. });
        let line = |segment: &Segment| self.routine_line(segment, routine.posture, &effect);
        let card = if open { self.routine_card(&routine, &effect, None) } else { None };
        Ok(RoutinePage {
            own: self.own_still_there(reading, &routine.id)?,
            facts: self.routine_facts(&routine),
            lines: routine.segments.iter().map(line).collect::<Result<_>>()?,
            card,
            lengths: lengths(&routine),
            choices: self.choices_of(&routine),
            related: routine.related.iter().filter_map(|id| self.link(id.as_str())).collect(),
            routine,
        })
    }

    /// The page of a topic, whole.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`].
    pub fn topic_page(&self, id: &TopicId) -> Result<TopicPage> {
        self.store.require_open()?;
        let topic = self.learn()?.topic(id).ok_or_else(|| MingmenError::not_found("topic", id))?;
        Ok(TopicPage {
            topic: topic.id.clone(),
            title: topic.title.clone(),
            lead: topic.lead.clone(),
            items: topic.items.iter().map(|item| self.reading_link(item)).collect(),
        })
    }

    pub(super) fn learn(&self) -> Result<&'static Learn> {
        Ok(Learn::for_locale(&self.locale)?)
    }

    /// The card of a routine or of one form, with what the person's answers leave out; none where that is everything.
    pub(super) fn card_for(
        &self,
        reading: &Reading<'_>,
        id: &RoutineId,
        effect: &AboutYouEffect,
        at_most: Option<u16>,
    ) -> Result<Option<PracticeCard>> {
        let routine = self.routine_of(reading, id)?;
        Ok(self.routine_card(&routine, effect, at_most))
    }

    pub(super) fn routine_row(&self, routine: &Routine, posture: Option<Posture>) -> LibraryCard {
        LibraryCard {
            link: self.routine_link(routine),
            summary: routine.focus.clone(),
            motion: self.motion_of(routine),
            posture: posture.unwrap_or(Posture::Seated),
        }
    }

    pub(super) fn movement_row(&self, movement: &Movement, filter: &LibraryFilter) -> LibraryCard {
        let posture = filter.posture;
        let variant = movement
            .variants
            .iter()
            .find(|variant| fits_form(variant, filter))
            .or_else(|| movement.variants.first());
        let usual = variant.and_then(|variant| variant.postures.first()).map(|offer| offer.posture);
        LibraryCard {
            link: self.movement_link(movement),
            summary: movement.summary.clone(),
            motion: variant.and_then(|variant| variant.motion.clone()),
            posture: posture.or(usual).unwrap_or(Posture::Seated),
        }
    }

    fn fits_routine(&self, routine: &Routine, filter: &LibraryFilter) -> bool {
        let form = |segment: &Segment| self.catalogue.variant(&segment.variant);
        let own_area = |area: &AreaId| routine.body_areas.iter().any(|one| one.area == *area);
        let of_parts = |area: &AreaId| {
            let movements = routine.segments.iter().filter_map(form).map(|(movement, _)| movement);
            movements.into_iter().any(|movement| is_for(movement, area))
        };
        let area = filter.area.as_ref().is_none_or(|area| own_area(area) || of_parts(area));
        let posture = filter.posture.is_none_or(|posture| match &routine.shape {
            RoutineShape::Ordered => {
                let needed = routine.segments.iter().filter(|segment| segment.presence == Presence::Always);
                needed.filter_map(form).all(|(_, variant)| variant.offers(posture))
            }
            RoutineShape::AnyMovement => true,
            RoutineShape::Seated { .. } => posture == Posture::Seated,
        });
        let time = filter.at_most_minutes.is_none_or(|most| match &routine.shape {
            RoutineShape::Ordered | RoutineShape::AnyMovement => routine.minutes <= most,
            RoutineShape::Seated { routines } => {
                let mut choices = routines.iter().filter_map(|id| self.catalogue.routine(id));
                choices.any(|routine| routine.minutes <= most)
            }
        });
        area && posture && time
    }

    fn routine_line(
        &self,
        segment: &Segment,
        led_in: Option<Posture>,
        effect: &AboutYouEffect,
    ) -> Result<RoutineLine> {
        let (movement, variant) = self
            .catalogue
            .variant(&segment.variant)
            .ok_or_else(|| MingmenError::not_found("variant", &segment.variant))?;
        let asked = if effect.seated { led_in.or(Some(Posture::Seated)) } else { led_in };
        Ok(RoutineLine {
            variant: variant.id.clone(),
            link: self.variant_link(movement, variant),
            minutes: segment.minutes,
            minutes_origin: segment.minutes_origin.clone(),
            motion: variant.motion.clone(),
            posture: variant.shown_in(asked),
            added: segment.added,
            presence: segment.presence,
            why: self.why_left_out(&movement.name, [variant], effect),
        })
    }

    /// What there is to choose where a routine is a choice.
    fn choices_of(&self, routine: &Routine) -> Vec<ItemLink> {
        match &routine.shape {
            RoutineShape::Ordered => Vec::new(),
            RoutineShape::AnyMovement => {
                let movements = self.catalogue.movements().iter();
                let by_itself = movements.filter(|movement| movement.kind == MovementKind::Movement);
                by_itself.map(|movement| self.movement_link(movement)).collect()
            }
            RoutineShape::Seated { routines } => {
                routines.iter().filter_map(|id| self.link(id.as_str())).collect()
            }
        }
    }

    /// That what has a name is left out, where the person's answers speak against one of its forms; else empty.
    pub(super) fn why_left_out<'a>(
        &self,
        name: &str,
        forms: impl IntoIterator<Item = &'a Variant>,
        effect: &AboutYouEffect,
    ) -> String {
        let left_out = forms.into_iter().any(|variant| effect.leave_out.contains(&variant.id));
        if left_out { self.phrases().left_out(name) } else { String::new() }
    }

    fn caution_notes(&self, movement: &Movement, effect: &AboutYouEffect) -> Vec<CautionNote> {
        let cautions = self.catalogue.safety().cautions.iter();
        let mut notes: Vec<CautionNote> = cautions
            .filter(|caution| movement.cautions.contains(&caution.id))
            .map(|caution| CautionNote {
                id: caution.id.clone(),
                name: caution.name.clone(),
                rule: caution.rule.clone(),
                concerns_you: effect.cautions.contains(&caution.id),
            })
            .collect();
        notes.sort_by_key(|note| !note.concerns_you);
        notes
    }

    pub(super) fn routine_facts(&self, routine: &Routine) -> String {
        let phrases = self.phrases();
        let minutes = phrases.minutes(u32::from(routine.minutes));
        let usual = routine.segments.iter().filter(|segment| segment.presence != Presence::Wanted);
        let count = usual.count();
        if count == 0 {
            return minutes;
        }
        phrases.detail_two(minutes, phrases.movements(u32::try_from(count).unwrap_or(u32::MAX)))
    }

    fn movement_kind(&self, kind: MovementKind) -> String {
        kinds::movement(self.phrases(), kind)
    }
}

/// Lengths to choose from: five, ten and fifteen minutes where the routine is longer, and its own. What is a choice has
/// none: what is chosen there has its own.
fn lengths(routine: &Routine) -> Vec<u16> {
    if routine.shape != RoutineShape::Ordered {
        return Vec::new();
    }
    let short = [5, 10, 15].into_iter().filter(|minutes| *minutes < routine.minutes);
    short.chain([routine.minutes]).collect()
}

fn topic_card(topic: &Topic) -> TopicCard {
    TopicCard {
        topic: topic.id.clone(),
        title: topic.title.clone(),
        lead: topic.lead.clone(),
        items: u32::try_from(topic.items.len()).unwrap_or(u32::MAX),
    }
}

/// Parts of the body that something is for, in the order of their names.
pub(super) fn areas(catalogue: &Catalogue) -> Vec<AreaChoice> {
    let of_movements = catalogue.movements().iter().flat_map(|movement| &movement.body_areas);
    let of_routines = catalogue.routines().iter().flat_map(|routine| &routine.body_areas);
    let choice = |area: &crate::catalogue::BodyArea| AreaChoice {
        area: area.area.clone(),
        name: words::capitalised(&area.name),
    };
    let mut areas: Vec<AreaChoice> = of_movements.chain(of_routines).map(choice).collect();
    areas.sort_by(|one, other| (&one.name, &one.area).cmp(&(&other.name, &other.area)));
    areas.dedup();
    areas
}

fn fits_movement(movement: &Movement, filter: &LibraryFilter) -> bool {
    let area = filter.area.as_ref().is_none_or(|area| is_for(movement, area));
    let open = filter.posture.is_none() && filter.at_most_minutes.is_none();
    area && (open || movement.variants.iter().any(|variant| fits_form(variant, filter)))
}

/// One form has to fit posture and time alike.
fn fits_form(variant: &Variant, filter: &LibraryFilter) -> bool {
    filter.posture.is_none_or(|posture| variant.offers(posture))
        && filter.at_most_minutes.is_none_or(|most| variant.minutes() <= most)
}

fn is_for(movement: &Movement, area: &AreaId) -> bool {
    movement.body_areas.iter().any(|one| one.area == *area)
}
