//! The Learn library: everything that can be read, by topic.
//!
//! It is read from the content when it is first asked for, so that opening the app does not pay for it.

use super::assemble::{self, Place};
use super::assemble_check::{self, Map};
use super::embedded::{Language, PerLanguage};
use super::source::{LearnFacts, LearnWords, MadeFromFact, PassageFacts, Reading, ReadingWords, TopicFacts};
use super::{
    BodyCheckContent, BodyMap, Catalogue, CatalogueError, CautionId, ContentFault, ItemId, LearnItem,
    LearnKind, NotesContent, Origin, Passage, Schedule, Topic, TopicId, assemble_measure,
};
use crate::measure::MeasureRules;
use crate::safety::Tier;
use crate::zone::WallTime;

/// Everything that can be read, in one language.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use mingmen_core::catalogue::Learn;
///
/// let learn = Learn::for_locale("en-GB")?;
/// let (topic, item) = learn.item(&"caution-neck".into()).ok_or("no such item")?;
/// assert_eq!((topic.id.as_str(), item.id.as_str()), ("cautions", "caution-neck"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Learn {
    topics: Vec<Topic>,
    body_check: BodyCheckContent,
    notes: NotesContent,
    body_map: BodyMap,
    measure: MeasureRules,
}

impl Learn {
    /// The library in a language, with the fallbacks of [`Catalogue::for_locale`]. It is read when it is
    /// first asked for, and kept.
    ///
    /// # Errors
    /// The built-in content is damaged, which the build rules out.
    pub fn for_locale(locale: &str) -> Result<&'static Self, CatalogueError> {
        static ALL: PerLanguage<Learn> = PerLanguage::new();
        #[cfg(test)]
        ASKED_FOR.with(|asked| asked.set(asked.get() + 1));
        let catalogue = Catalogue::for_locale(locale)?;
        ALL.get(locale, |language| Self::read(language, catalogue))
    }

    fn read(language: &'static Language, catalogue: &'static Catalogue) -> Result<Self, ContentFault> {
        let (reading, words) = language.reading()?;
        Library { reading: &reading, locale: language.locale, words: &words, catalogue }.learn()
    }

    /// All topics, in order.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The questions about today, and what answers suggest.
    #[must_use]
    pub fn body_check(&self) -> &BodyCheckContent {
        &self.body_check
    }

    /// The small notes that can be kept.
    #[must_use]
    pub fn notes(&self) -> &NotesContent {
        &self.notes
    }

    /// The body map.
    #[must_use]
    pub fn body_map(&self) -> &BodyMap {
        &self.body_map
    }

    /// One topic.
    #[must_use]
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }

    /// The rules of a routine made to measure.
    #[must_use]
    pub fn measure(&self) -> &MeasureRules {
        &self.measure
    }

    /// One item, and its topic.
    #[must_use]
    pub fn item(&self, id: &ItemId) -> Option<(&Topic, &LearnItem)> {
        self.topics.iter().find_map(|topic| {
            let item = topic.items.iter().find(|item| item.id == *id)?;
            Some((topic, item))
        })
    }
}

/// The facts, and the words of one language.
struct Library<'a> {
    reading: &'a Reading,
    locale: &'a str,
    words: &'a ReadingWords,
    catalogue: &'a Catalogue,
}

impl Library<'_> {
    fn learn(&self) -> Result<Learn, ContentFault> {
        let mut topics = self.reading.topics.values().collect::<Vec<_>>();
        topics.sort_by_key(|facts| facts.order);
        let topics = topics.into_iter().map(|facts| self.topic(facts)).collect::<Result<Vec<_>, _>>()?;
        let Self { reading, locale, words, .. } = *self;
        let area_name = |id: &str| self.area_name(id);
        let map = Map { reading, locale, words, topics: &topics, area_name: &area_name };
        let body_map = map.body_map()?;
        Ok(Learn {
            topics,
            body_check: assemble_check::body_check(reading, locale, words)?,
            notes: assemble_check::notes(reading, locale, words)?,
            body_map,
            measure: assemble_measure::rules(
                &reading.measure,
                &words.measure,
                &self.place("check", "measure"),
            )?,
        })
    }

    fn topic(&self, facts: &TopicFacts) -> Result<Topic, ContentFault> {
        let place = self.place("learn", &facts.topic);
        let words = place.get("file", &self.words.topics, &facts.topic)?;
        let own = facts.items.iter().map(|facts| {
            let place = Place { file: place.file.clone(), id: facts.id.clone() };
            self.item(facts, place.get("items", &words.items, &facts.id)?, &place)
        });
        let mut items = own.collect::<Result<Vec<_>, _>>()?;
        items.extend(match facts.made_from {
            None => Vec::new(),
            Some(MadeFromFact::Breathing) => self.breathing()?,
            Some(MadeFromFact::Signs) => self.signs(),
            Some(MadeFromFact::Cautions) => self.cautions(),
        });
        Ok(Topic {
            id: TopicId::from(facts.topic.as_str()),
            title: words.title.clone(),
            lead: words.lead.clone(),
            items,
        })
    }

    /// The name of a part of the body, as what is for it has it.
    fn area_name(&self, id: &str) -> Option<String> {
        let of_movements = self.catalogue.movements().iter().flat_map(|movement| &movement.body_areas);
        let of_routines = self.catalogue.routines().iter().flat_map(|routine| &routine.body_areas);
        let mut named = of_movements.chain(of_routines).filter(|area| area.area.as_str() == id);
        named.next().map(|area| area.name.clone())
    }

    fn place(&self, folder: &str, id: &str) -> Place {
        Place { file: format!("{}/{folder}/{id}.json", self.locale), id: id.to_owned() }
    }

    fn breathing(&self) -> Result<Vec<LearnItem>, ContentFault> {
        let mut methods = self.reading.breathing.values().collect::<Vec<_>>();
        methods.sort_by_key(|facts| facts.order);
        let method = |facts: &LearnFacts| {
            let place = self.place("breathing", &facts.id);
            self.item(facts, place.get("file", &self.words.breathing, &facts.id)?, &place)
        };
        methods.into_iter().map(method).collect()
    }

    fn item(&self, facts: &LearnFacts, words: &LearnWords, place: &Place) -> Result<LearnItem, ContentFault> {
        let passage = |facts: &PassageFacts| {
            let label = facts.label.as_ref().map(|key| place.text("labels", &words.labels, key));
            Ok(Passage {
                label: label.transpose()?,
                text: place.text("passages", &words.passages, &facts.passage)?,
                origin: (&facts.origin).into(),
            })
        };
        let mut passages = facts.passages.iter().map(passage).collect::<Result<Vec<_>, _>>()?;
        passages.extend(self.unproved(facts));
        Ok(LearnItem {
            id: facts.id.as_str().into(),
            kind: facts.kind.into(),
            title: words.title.clone(),
            other_names: words.other_names.clone(),
            names: facts.names.iter().map(Into::into).collect(),
            passages,
            pace_tenths: facts.pace_tenths,
            practise: facts.practise.as_deref().map(Into::into),
            schedule: facts.schedule.as_ref().map(|schedule| schedule_of(schedule, place)).transpose()?,
            places: facts.places.clone(),
            path: facts.path.clone(),
            related: facts.related.iter().map(|id| ItemId::from(id.as_str())).collect(),
            origin: (&facts.origin).into(),
        })
    }

    /// What we say under every claim: that nobody here has checked it, and where it goes further than is known.
    fn unproved(&self, facts: &LearnFacts) -> Option<Passage> {
        let phrases = self.catalogue.phrases();
        let text = match (LearnKind::from(facts.kind), facts.strong) {
            (_, true) => phrases.claim_strong(),
            (LearnKind::Claim | LearnKind::Benefit, false) => phrases.claim_not_checked(),
            _ => return None,
        };
        Some(Passage { label: None, text, origin: Origin::Proposed })
    }

    /// The red flags of the screening, most urgent first, then the signs that end a practice.
    fn signs(&self) -> Vec<LearnItem> {
        let safety = self.catalogue.safety();
        let lines = safety.screening.pages.iter().flat_map(|page| &page.lines);
        let flags = lines.flat_map(|line| line.signs.iter().map(move |sign| (line, sign)));
        let flag = flags.map(|(line, sign)| {
            let action = match line.tier {
                Tier::Now => [&safety.card.now.title, &safety.card.now.action].map(Clone::clone).join(". "),
                Tier::Urgent => {
                    [&safety.card.urgent.title, &safety.card.urgent.action].map(Clone::clone).join(". ")
                }
                Tier::Soon => safety.soon_advice.get(&line.id).cloned().unwrap_or_default(),
            };
            let text = vec![sign.text.clone(), action];
            plain(&sign.id.0, LearnKind::RedFlag, titled(&sign.text), text, &sign.origin)
        });
        let stop = safety.stop.emergency.iter().chain(&safety.stop.signs).map(|sign| {
            let text = vec![sign.advice.clone()];
            plain(&sign.id.0, LearnKind::StopSign, sign.text.clone(), text, &sign.origin)
        });
        flag.chain(stop).collect()
    }

    /// The movements that a caution concerns, in their order.
    fn concerned(&self, caution: &CautionId) -> Vec<ItemId> {
        let movements = self.catalogue.movements().iter();
        let concerned = movements.filter(|movement| movement.cautions.contains(caution));
        concerned.map(|movement| ItemId::from(movement.id.as_str())).collect()
    }

    fn cautions(&self) -> Vec<LearnItem> {
        let cautions = self.catalogue.safety().cautions.iter();
        let item = cautions.map(|caution| {
            let text = vec![caution.rule.clone()];
            let item = plain(&caution.id.0, LearnKind::Caution, caution.name.clone(), text, &caution.origin);
            LearnItem { related: self.concerned(&caution.id), ..item }
        });
        item.collect()
    }
}

/// A sentence as a title: without its full stop.
fn titled(sentence: &str) -> String {
    sentence.trim_end_matches('.').to_owned()
}

fn plain(id: &str, kind: LearnKind, title: String, text: Vec<String>, origin: &Origin) -> LearnItem {
    let passage = |text: String| Passage { label: None, text, origin: origin.clone() };
    LearnItem {
        id: id.into(),
        kind,
        title,
        other_names: Vec::new(),
        names: Vec::new(),
        passages: text.into_iter().map(passage).collect(),
        pace_tenths: None,
        practise: None,
        schedule: None,
        places: Vec::new(),
        path: Vec::new(),
        related: Vec::new(),
        origin: origin.clone(),
    }
}

fn schedule_of(facts: &super::source::ScheduleFacts, place: &Place) -> Result<Schedule, ContentFault> {
    let time = WallTime::from_hms_opt(facts.time.hour, facts.time.minute, 0)
        .ok_or_else(|| assemble::fault(&place.file, &place.id, "schedule.time", "is no time"))?;
    Ok(Schedule { weekday: facts.day.into(), time, zone: facts.zone.clone() })
}

#[cfg(test)]
thread_local! {
    /// How often this thread has asked for the Learn library; each test has a thread of its own.
    pub(crate) static ASKED_FOR: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}
