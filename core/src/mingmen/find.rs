//! Searching the whole catalogue as one types.

use crate::catalogue::{
    BodyArea, Catalogue, ForeignName, Learn, LearnItem, Movement, Passage, PerLanguage, Routine, Topic,
};
use crate::search::{Document, Field, Index};

use super::{Mingmen, Result, SearchHit, SearchPage};

/// So much is shown at once: who does not find it among these types another letter.
const SHOWN: usize = 40;

impl Mingmen {
    /// Everything that a few letters find, by name, by other name, by a word of the text or by a part of the body, typing
    /// errors tolerated. Nothing typed finds nothing.
    ///
    /// # Errors
    /// [`MingmenError::Closed`](super::MingmenError::Closed).
    pub fn search(&self, query: &str) -> Result<SearchPage> {
        let catalogue = self.open_catalogue()?;
        let learn = self.learn()?;
        // Made when the language is first searched, and kept: there is no file to keep in step.
        static ALL: PerLanguage<Index> = PerLanguage::new();
        let index = ALL.get(&self.locale, |_| Ok(Index::new(documents(catalogue, learn))))?;
        let found = index.search(query, SHOWN);
        let hits: Vec<SearchHit> = found
            .hits
            .iter()
            .filter_map(|hit| {
                let found_in = if hit.field == Field::Title { String::new() } else { hit.line.to_owned() };
                Some(SearchHit { link: self.link(hit.id)?, found_in })
            })
            .collect();
        let phrases = self.phrases();
        let text = match hits.len() {
            0 if query.trim().is_empty() => String::new(),
            0 => phrases.found_none(),
            1 => phrases.found_one(),
            many => phrases.found_many(many),
        };
        Ok(SearchPage {
            hits,
            nearest: found.nearest.iter().filter_map(|hit| self.link(hit.id)).collect(),
            text,
        })
    }
}

fn documents<'a>(catalogue: &'a Catalogue, learn: &'a Learn) -> impl Iterator<Item = Document> + 'a {
    let movements =
        catalogue.movements().iter().flat_map(|one| std::iter::once(movement(one)).chain(forms(one)));
    let routines = catalogue.routines().iter().map(routine);
    let reading =
        learn.topics().iter().flat_map(|topic| topic.items.iter().map(move |item| read(topic, item)));
    movements.chain(routines).chain(learn.topics().iter().map(topic_itself)).chain(reading)
}

fn movement(movement: &Movement) -> Document {
    let steps = movement.variants.iter().flat_map(|variant| &variant.steps).map(|step| step.text.clone());
    let said = [&movement.care, &movement.benefits, &movement.uses, &movement.notes];
    let said = said.into_iter().flatten().chain(&movement.focus).map(|passage| passage.text.clone());
    Document {
        id: movement.id.0.clone(),
        title: movement.name.clone(),
        names: other_names(&movement.other_names, &movement.names).collect(),
        tags: areas(&movement.body_areas),
        text: std::iter::once(movement.summary.clone()).chain(steps).chain(said).collect(),
    }
}

/// The forms of a movement that has several, each by its own name.
fn forms(movement: &Movement) -> impl Iterator<Item = Document> + '_ {
    let several = movement.variants.len() > 1;
    movement.variants.iter().filter(move |_| several).map(|variant| Document {
        id: variant.id.0.clone(),
        title: variant.name.clone(),
        names: vec![movement.name.clone()],
        tags: areas(&movement.body_areas),
        text: variant.steps.iter().map(|step| step.text.clone()).collect(),
    })
}

fn routine(routine: &Routine) -> Document {
    let notes = routine.notes.iter().map(|passage| passage.text.clone());
    Document {
        id: routine.id.0.clone(),
        title: routine.name.clone(),
        names: Vec::new(),
        tags: areas(&routine.body_areas),
        text: std::iter::once(routine.focus.clone()).chain(notes).collect(),
    }
}

fn topic_itself(topic: &Topic) -> Document {
    Document {
        id: topic.id.0.clone(),
        title: topic.title.clone(),
        names: Vec::new(),
        tags: Vec::new(),
        text: vec![topic.lead.clone()],
    }
}

fn read(topic: &Topic, item: &LearnItem) -> Document {
    let text = |passage: &Passage| passage.label.iter().chain([&passage.text]).cloned().collect::<Vec<_>>();
    Document {
        id: item.id.0.clone(),
        title: item.title.clone(),
        names: other_names(&item.other_names, &item.names).collect(),
        tags: vec![topic.title.clone()],
        text: item.passages.iter().flat_map(text).collect(),
    }
}

fn other_names<'a>(ours: &'a [String], foreign: &'a [ForeignName]) -> impl Iterator<Item = String> + 'a {
    let foreign = foreign.iter().flat_map(|name| [Some(&name.name), name.characters.as_ref()]).flatten();
    ours.iter().chain(foreign).cloned()
}

fn areas(areas: &[BodyArea]) -> Vec<String> {
    areas.iter().map(|area| area.name.clone()).collect()
}
