//! Pages to read, and the line that opens any item.

use crate::catalogue::{
    ItemId, LearnItem, LearnKind, Movement, MovementKind, Routine, Schedule, Topic, Variant, VariantId,
};
use crate::safety::Gate;
use crate::store::Reading;
use crate::zone::{Moment, Now};

use super::{
    ItemKind, ItemLink, LibraryCard, LibraryFilter, Mingmen, MingmenError, PracticeCard, ReadingPage, Result,
    kinds, words,
};

impl Mingmen {
    /// The line that opens an item of the catalogue: a movement, a form of one, a routine, a topic, something to read.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`].
    pub fn item(&self, id: &ItemId) -> Result<ItemLink> {
        self.store.require_open()?;
        self.link(id.as_str()).ok_or_else(|| MingmenError::not_found("item", id))
    }

    /// A page to read, whole.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`].
    pub fn reading_page(&self, id: &ItemId, now: &Now) -> Result<ReadingPage> {
        let moment = Moment::check(now)?;
        self.store.require_open()?;
        let (topic, item) = self.learn()?.item(id).ok_or_else(|| MingmenError::not_found("item", id))?;
        let card = self.store.read(|reading| self.card_of_reading(reading, item))?;
        let figure = self.figure_of(item);
        let is_shown = |id: &ItemId| figure.as_ref().is_some_and(|figure| figure.link.id == *id);
        let related = item.related.iter().filter(|id| !is_shown(id));
        let next = topic.items.iter().skip_while(|other| other.id != item.id).nth(1);
        Ok(ReadingPage {
            item: item.clone(),
            kind_text: kinds::reading(self.phrases(), item.kind),
            topic: topic_link(topic),
            card,
            when: item.schedule.as_ref().map(|schedule| self.class_time(schedule, &moment)),
            related: related.filter_map(|id| self.link(id.as_str())).collect(),
            figure,
            next: next.map(|item| self.reading_link(item)),
        })
    }

    /// The line that opens an item, if there is one with this id.
    pub(super) fn link(&self, id: &str) -> Option<ItemLink> {
        if let Some(movement) = self.catalogue.movement(&id.into()) {
            return Some(self.movement_link(movement));
        }
        if let Some((movement, variant)) = self.catalogue.variant(&VariantId::from(id)) {
            return Some(self.variant_link(movement, variant));
        }
        if let Some(routine) = self.catalogue.routine(&id.into()) {
            return Some(self.routine_link(routine));
        }
        let learn = self.learn().ok()?;
        let topic = learn.topic(&id.into()).map(topic_link);
        topic.or_else(|| learn.item(&id.into()).map(|(_, item)| self.reading_link(item)))
    }

    pub(super) fn movement_link(&self, movement: &Movement) -> ItemLink {
        let time = movement.variants.first().map(|variant| self.time_of(variant)).unwrap_or_default();
        let kind = kinds::movement(self.phrases(), movement.kind);
        let plain = movement.kind == MovementKind::Movement;
        ItemLink {
            id: movement.id.as_str().into(),
            kind: ItemKind::Movement,
            title: movement.name.clone(),
            detail: if plain { time } else { kind },
        }
    }

    pub(super) fn variant_link(&self, movement: &Movement, variant: &Variant) -> ItemLink {
        if movement.variants.len() == 1 {
            return self.movement_link(movement);
        }
        ItemLink {
            id: variant.id.as_str().into(),
            kind: ItemKind::Movement,
            title: self.phrases().form_of(&movement.name, words::decapitalised(&variant.name)),
            detail: self.time_of(variant),
        }
    }

    pub(super) fn routine_link(&self, routine: &Routine) -> ItemLink {
        ItemLink {
            id: routine.id.as_str().into(),
            kind: ItemKind::Routine,
            title: routine.name.clone(),
            detail: self.routine_facts(routine),
        }
    }

    pub(super) fn reading_link(&self, item: &LearnItem) -> ItemLink {
        ItemLink {
            id: item.id.clone(),
            kind: ItemKind::Reading,
            title: item.title.clone(),
            detail: kinds::reading(self.phrases(), item.kind),
        }
    }

    /// "4 minutes · standing, seated".
    fn time_of(&self, variant: &Variant) -> String {
        let phrases = self.phrases();
        let postures: Vec<String> =
            variant.postures.iter().map(|offer| words::posture(phrases, offer.posture)).collect();
        phrases
            .detail_two(words::seconds(phrases, variant.time.seconds), postures.join(&phrases.list_comma()))
    }

    /// The card with which something that is read about can be done at once.
    fn card_of_reading(&self, reading: &Reading<'_>, item: &LearnItem) -> Result<Option<PracticeCard>> {
        let Some(id) = &item.practise else { return Ok(None) };
        if !matches!(self.gate_of(reading)?, Gate::Open { .. }) {
            return Ok(None);
        }
        let effect = self.effect_of(reading)?;
        self.card_for(reading, &self.routine_named(id), &effect, None)
    }

    /// The movement that a page is about, or the first that it is related to, that has a figure: where the page teaches
    /// something to do or to look at. Beside a claim, a cause or a warning sign it would be taken for a remedy.
    fn figure_of(&self, item: &LearnItem) -> Option<LibraryCard> {
        let teaches = matches!(
            item.kind,
            LearnKind::Breathing
                | LearnKind::Rule
                | LearnKind::Alignment
                | LearnKind::Concept
                | LearnKind::Meridian
                | LearnKind::MeridianList
                | LearnKind::Point
                | LearnKind::Style
                | LearnKind::Reading
                | LearnKind::Guide
        );
        let card = |id: &ItemId| match self.catalogue.movement(&id.as_str().into()) {
            Some(movement) => Some(self.movement_row(movement, &LibraryFilter::default())),
            None => {
                let (movement, variant) = self.catalogue.variant(&VariantId::from(id.as_str()))?;
                Some(LibraryCard {
                    link: self.variant_link(movement, variant),
                    summary: movement.summary.clone(),
                    motion: variant.motion.clone(),
                    posture: variant.shown_in(None),
                })
            }
        };
        let ids = item.practise.iter().chain(&item.related).filter(|_| teaches);
        ids.filter_map(card).find(|card| card.motion.is_some())
    }

    /// When a class takes place: on its own clock, and on the person's where that differs.
    fn class_time(&self, schedule: &Schedule, moment: &Moment) -> String {
        let phrases = self.phrases();
        let there = phrases.day_and_time(phrases.weekday(schedule.weekday), words::clock(schedule.time));
        match moment.next_here(schedule.weekday, schedule.time, &schedule.zone) {
            Some((day, time)) => {
                let here = phrases.day_and_time(phrases.weekday(day), words::clock(time));
                if here == there { phrases.class_same(there) } else { phrases.class_times(there, here) }
            }
            None => phrases.class_same(there),
        }
    }
}

fn topic_link(topic: &Topic) -> ItemLink {
    ItemLink {
        id: topic.id.as_str().into(),
        kind: ItemKind::Topic,
        title: topic.title.clone(),
        detail: String::new(),
    }
}
