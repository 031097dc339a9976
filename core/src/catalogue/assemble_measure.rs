//! The rules of a routine made to measure and the words of one language, put together into the types of `measure`.

use super::ContentFault;
use super::assemble::Place;
use super::source::{BookendFacts, DayKindFact, MeasureDayFacts, MeasureFacts, MeasureWords, PoolFormFacts};
use crate::measure::{Bookend, DayRule, FormRule, LengthRule, MeasureRules, MeasureSentences};

pub(super) fn rules(
    facts: &MeasureFacts,
    words: &MeasureWords,
    place: &Place,
) -> Result<MeasureRules, ContentFault> {
    let bookends = |facts: &[BookendFacts]| facts.iter().map(bookend).collect();
    let near = facts
        .near
        .iter()
        .map(|(area, near)| (area.as_str().into(), near.iter().map(|area| area.as_str().into()).collect()));
    Ok(MeasureRules {
        minutes: facts.minutes.clone(),
        opening: bookends(&facts.opening),
        warm_up: bookends(&facts.warm_up),
        closing: bookends(&facts.closing),
        lengths: facts
            .lengths
            .iter()
            .map(|facts| LengthRule { from: facts.from, movements: facts.movements })
            .collect(),
        each: facts.each,
        days: facts.days.iter().map(|facts| day(facts, words, place)).collect::<Result<_, _>>()?,
        forms: facts.forms.iter().map(form).collect(),
        near: near.collect(),
        everywhere: facts.everywhere.as_str().into(),
        sentences: sentences(words, place)?,
    })
}

fn bookend(facts: &BookendFacts) -> Bookend {
    Bookend { form: facts.form.as_str().into(), from: facts.from, least: facts.least, most: facts.most }
}

fn form(facts: &PoolFormFacts) -> FormRule {
    FormRule {
        form: facts.form.as_str().into(),
        way: facts.way.clone(),
        quiet: facts.quiet,
        gentle: facts.gentle,
        least: facts.least,
        most: facts.most,
        days: facts.days.iter().map(|(day, weight)| ((*day).into(), *weight)).collect(),
    }
}

fn day(facts: &MeasureDayFacts, words: &MeasureWords, place: &Place) -> Result<DayRule, ContentFault> {
    let key = DayKindFact::ALL.iter().find(|(day, _)| *day == facts.day).map_or("", |(_, key)| key);
    let words = place.get("days", &words.days, key)?;
    Ok(DayRule {
        day: facts.day.into(),
        opening: facts.opening,
        warm_up: facts.warm_up,
        closing: facts.closing,
        movements: facts.movements,
        name: words.name.clone(),
        title: words.title.clone(),
        focus: words.focus.clone(),
        reason: words.reason.clone(),
    })
}

fn sentences(words: &MeasureWords, place: &Place) -> Result<MeasureSentences, ContentFault> {
    let reason = |key: &str| place.text("reasons", &words.reasons, key);
    let refusal = |key: &str| place.text("refusals", &words.refusals, key);
    let loosen = |key: &str| place.text("loosen", &words.loosen, key);
    Ok(MeasureSentences {
        area_title: words.area_title.clone(),
        note: words.note.clone(),
        opening: reason("opening")?,
        warm_up: reason("warm-up")?,
        closing: reason("closing")?,
        area_first: reason("area-first")?,
        area_again: reason("area-again")?,
        area_stays: reason("area-stays")?,
        near_first: reason("near-first")?,
        near: reason("near")?,
        quiet: reason("quiet")?,
        gentle: reason("gentle")?,
        alternate: reason("alternate")?,
        no_opening: refusal("opening")?,
        no_warm_up: refusal("warm-up")?,
        no_closing: refusal("closing")?,
        no_area: refusal("area")?,
        no_minutes: refusal("minutes")?,
        loosen_minutes: loosen("minutes")?,
        loosen_posture: loosen("posture")?,
        loosen_area: loosen("area")?,
        loosen_avoid: loosen("avoid")?,
    })
}
