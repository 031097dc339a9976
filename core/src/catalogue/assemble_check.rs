//! The body check, the small notes and the body map: facts and the words of one language, put together.

use super::assemble::Place;
use super::source::{
    ChooseFact, ConditionFacts, LearnFacts, MapPlaceFacts, NoteKindFacts, OutlineFacts, QuestionFacts,
    Reading, ReadingWords, RuleFacts, SuggestFact, ViewFacts,
};
use super::{
    AnswerCondition, BodyChannel, BodyCheckContent, BodyMap, BodyOptionContent, BodyPoint,
    BodyQuestionContent, BodyShape, BodyView, ContentFault, ItemId, MapLine, MapPoint, NoteKindContent,
    NoteOptionContent, NotesContent, Passage, SuggestionRule, Topic,
};

pub(super) fn body_check(
    reading: &Reading,
    locale: &str,
    words: &ReadingWords,
) -> Result<BodyCheckContent, ContentFault> {
    let place = Place { file: format!("{locale}/check/body-check.json"), id: "body-check".to_owned() };
    let question = |facts: &QuestionFacts| {
        let words = place.get("questions", &words.body_check.questions, &facts.id)?;
        let options = facts.options.iter().map(|option| {
            Ok(BodyOptionContent {
                id: option.id.as_str().into(),
                text: place.text("options", &words.options, &option.id)?,
                area: option.area.as_deref().map(Into::into),
                minutes: option.minutes,
            })
        });
        Ok(BodyQuestionContent {
            id: facts.id.as_str().into(),
            text: words.title.clone(),
            many: facts.choose == ChooseFact::Many,
            options: options.collect::<Result<_, _>>()?,
            origin: (&facts.origin).into(),
        })
    };
    let reasons = Place { file: format!("{locale}/check/suggestions.json"), id: "suggestions".to_owned() };
    let rule = |facts: &RuleFacts| {
        let text = reasons.text("reasons", &words.suggestions.reasons, &facts.rule)?;
        Ok(SuggestionRule {
            id: facts.rule.clone(),
            when: facts.when.iter().map(condition).collect(),
            unless: facts.unless.iter().map(condition).collect(),
            suggest: facts.suggest.as_str().into(),
            to_practise: facts.way == SuggestFact::Practise,
            weight: facts.weight,
            reason: Passage { label: None, text, origin: (&facts.reason_origin).into() },
        })
    };
    Ok(BodyCheckContent {
        title: words.body_check.title.clone(),
        lead: words.body_check.lead.clone(),
        notice: words.body_check.notice.clone(),
        questions: reading.body_check.questions.iter().map(question).collect::<Result<_, _>>()?,
        rules: reading.suggestions.rules.iter().map(rule).collect::<Result<_, _>>()?,
    })
}

fn condition(facts: &ConditionFacts) -> AnswerCondition {
    AnswerCondition {
        question: facts.question.as_str().into(),
        any: facts.any.iter().map(|answer| answer.as_str().into()).collect(),
    }
}

pub(super) fn notes(
    reading: &Reading,
    locale: &str,
    words: &ReadingWords,
) -> Result<NotesContent, ContentFault> {
    let place = Place { file: format!("{locale}/notes.json"), id: "notes".to_owned() };
    let kind = |facts: &NoteKindFacts| {
        let words = place.get("notes", &words.notes.notes, &facts.id)?;
        let options = facts.options.iter().map(|option| {
            Ok(NoteOptionContent {
                id: option.id.as_str().into(),
                text: place.text("options", &words.options, &option.id)?,
                felt_wrong: option.felt_wrong,
            })
        });
        Ok(NoteKindContent {
            id: facts.id.as_str().into(),
            title: words.title.clone(),
            prompt: words.prompt.clone(),
            options: options.collect::<Result<_, _>>()?,
            takes_text: facts.text,
            related: facts.related.iter().map(|id| ItemId::from(id.as_str())).collect(),
            origin: (&facts.origin).into(),
        })
    };
    Ok(NotesContent {
        title: words.notes.title.clone(),
        lead: words.notes.lead.clone(),
        kinds: reading.notes.notes.iter().map(kind).collect::<Result<_, _>>()?,
    })
}

/// What the map is made from.
pub(super) struct Map<'a> {
    pub(super) reading: &'a Reading,
    pub(super) locale: &'a str,
    pub(super) words: &'a ReadingWords,
    pub(super) topics: &'a [Topic],
    /// The name of a part of the body.
    pub(super) area_name: &'a dyn Fn(&str) -> Option<String>,
}

impl Map<'_> {
    pub(super) fn body_map(&self) -> Result<BodyMap, ContentFault> {
        let views = self.reading.body_map.views.iter().map(|facts| self.view(facts));
        Ok(BodyMap { views: views.collect::<Result<_, _>>()? })
    }

    fn view(&self, facts: &ViewFacts) -> Result<BodyView, ContentFault> {
        let place = Place { file: format!("{}/body-map.json", self.locale), id: "body-map".to_owned() };
        let areas = self.reading.body_map.areas.iter().filter(|area| area.view == facts.view);
        let items = || self.reading.topics.values().flat_map(|topic| &topic.items);
        let points = items().flat_map(|item| {
            let places = item.places.iter().filter_map(|id| self.place_in(id, &facts.view));
            places.map(move |place| (item, place))
        });
        Ok(BodyView {
            view: facts.view.clone(),
            title: place.text("views", &self.words.body_map.views, &facts.view)?,
            width: facts.width,
            outlines: facts.outlines.iter().map(line).collect(),
            areas: areas
                .map(|area| BodyShape {
                    area: area.area.as_str().into(),
                    name: (self.area_name)(&area.area).unwrap_or_default(),
                    outlines: area.outlines.iter().map(line).collect(),
                })
                .collect(),
            points: points
                .map(|(item, at)| {
                    Ok(BodyPoint {
                        item: item.id.as_str().into(),
                        title: self.title(item),
                        place: place.text("places", &self.words.body_map.places, &at.place)?,
                        at: MapPoint { x: at.x, y: at.y },
                    })
                })
                .collect::<Result<_, _>>()?,
            channels: items().flat_map(|item| self.channels(item, &facts.view)).collect(),
        })
    }

    fn place_in(&self, id: &str, view: &str) -> Option<&MapPlaceFacts> {
        self.reading.body_map.places.iter().find(|place| place.place == id && place.view == view)
    }

    /// The stretches of a course that lie in a view: a course that leaves the view and comes back has several.
    fn channels(&self, item: &LearnFacts, view: &str) -> Vec<BodyChannel> {
        let here = item.path.iter().map(|id| self.place_in(id, view)).collect::<Vec<_>>();
        let stretches = here.split(Option::is_none).filter(|stretch| stretch.len() > 1);
        let channel = |stretch: &[Option<&MapPlaceFacts>]| BodyChannel {
            item: item.id.as_str().into(),
            title: self.title(item),
            line: MapLine {
                points: stretch.iter().flatten().map(|place| MapPoint { x: place.x, y: place.y }).collect(),
            },
        };
        stretches.map(channel).collect()
    }

    fn title(&self, item: &LearnFacts) -> String {
        let items = self.topics.iter().flat_map(|topic| &topic.items);
        let mut named = items.filter(|one| one.id.as_str() == item.id);
        named.next().map(|one| one.title.clone()).unwrap_or_default()
    }
}

fn line(outline: &OutlineFacts) -> MapLine {
    MapLine { points: outline.iter().map(|(x, y)| MapPoint { x: *x, y: *y }).collect() }
}
