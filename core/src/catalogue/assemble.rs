//! Facts and the words of one language, put together into the catalogue's types.

use std::collections::BTreeMap;

use super::assemble_practice::routine;
use super::source::{Content, DayFact, Keyed, PhaseFacts, PlanFacts, PlanWords, SensationFacts, Words};
use super::{
    Catalogue, ContentFault, Movements, Origin, PhaseContent, Phrases, PlanContent, RoutineId,
    SensationContent, WeeksChoice, assemble_evidence, assemble_offers, assemble_safety,
};
use crate::zone::{WallTime, Weekday};

/// A fault of one file.
pub(super) fn fault(file: &str, id: &str, field: &str, problem: &str) -> ContentFault {
    ContentFault { file: file.into(), id: id.into(), field: field.into(), problem: problem.into() }
}

/// Where words are looked up, so that a missing one names its file.
#[derive(Clone)]
pub(super) struct Place {
    /// The file of words.
    pub(super) file: String,
    /// The item.
    pub(super) id: String,
}

impl Place {
    pub(super) fn get<'a, T>(
        &self,
        field: &str,
        words: &'a BTreeMap<String, T>,
        key: &str,
    ) -> Result<&'a T, ContentFault> {
        words.get(key).ok_or_else(|| fault(&self.file, &self.id, &format!("{field}.{key}"), "is missing"))
    }

    pub(super) fn text(&self, field: &str, words: &Keyed, key: &str) -> Result<String, ContentFault> {
        self.get(field, words, key).cloned()
    }
}

pub(super) fn catalogue(
    content: &Content,
    locale: &str,
    words: &Words,
    movements: Movements,
) -> Result<Catalogue, ContentFault> {
    let place =
        |folder: &str, id: &str| Place { file: format!("{locale}/{folder}/{id}.json"), id: id.to_owned() };
    let mut routines = content.routines.values().collect::<Vec<_>>();
    routines.sort_by_key(|facts| facts.order);
    let mut plans = content.plans.values().collect::<Vec<_>>();
    plans.sort_by_key(|facts| facts.order);

    Ok(Catalogue {
        version: content.catalogue.version,
        movements,
        routines: routines
            .into_iter()
            .map(|facts| {
                let place = place("routines", &facts.id);
                routine(
                    facts,
                    place.get("file", &words.routines, &facts.id)?,
                    &words.body_areas.body_areas,
                    &place,
                )
            })
            .collect::<Result<_, _>>()?,
        plans: plans
            .into_iter()
            .map(|facts| {
                let place = place("plans", &facts.id);
                plan(facts, place.get("file", &words.plans, &facts.id)?, &place)
            })
            .collect::<Result<_, _>>()?,
        sensations: sensations(content, locale, words)?,
        offers: assemble_offers::offers(content, locale, words)?,
        evidence: assemble_evidence::evidence(&content.evidence)?,
        safety: assemble_safety::safety(content, locale, words)?,
        phrases: Phrases::new(&words.phrases).map_err(|key| {
            fault(
                &format!("{locale}/phrases.json"),
                "phrases",
                &format!("sentences.{key}"),
                "is missing or not listed",
            )
        })?,
    })
}

fn sensations(content: &Content, locale: &str, words: &Words) -> Result<Vec<SensationContent>, ContentFault> {
    let place = Place { file: format!("{locale}/sensations.json"), id: "sensations".to_owned() };
    let one = |facts: &SensationFacts| {
        Ok(SensationContent {
            id: facts.id.clone(),
            text: place.text("sensations", &words.sensations.sensations, &facts.id)?,
            felt_wrong: facts.felt_wrong,
            origin: Origin::from(&facts.origin),
        })
    };
    content.sensations.sensations.iter().map(one).collect()
}

fn plan(facts: &PlanFacts, words: &PlanWords, place: &Place) -> Result<PlanContent, ContentFault> {
    let phase = |facts: &PhaseFacts| {
        let words = place.get("phases", &words.phases, &facts.phase)?;
        Ok(PhaseContent {
            name: words.name.clone(),
            focus: words.focus.clone(),
            from_week: facts.from_week,
            to_week: facts.to_week,
            routine: facts.routine.as_deref().map(RoutineId::from),
            origin: (&facts.origin).into(),
        })
    };
    let days = |days: &Vec<DayFact>| days.iter().map(|day| Weekday::from(*day)).collect();
    let time = facts.usual.time;
    Ok(PlanContent {
        id: facts.id.clone(),
        name: words.name.clone(),
        about: words.about.clone(),
        weeks: facts.weeks,
        choose_weeks: facts.choose_weeks.as_ref().map(|choice| WeeksChoice {
            least: choice.least,
            most: choice.most,
            origin: (&choice.origin).into(),
        }),
        phases: facts.phases.iter().map(phase).collect::<Result<_, _>>()?,
        hint: words.hint.clone(),
        differs: words.differs.clone(),
        sessions_least: facts.frequency.least,
        sessions_most: facts.frequency.most,
        sessions_origin: (&facts.frequency.origin).into(),
        days_least: facts.allowed.least,
        days_most: facts.allowed.most,
        times_a_day: facts.allowed.times_a_day,
        days_origin: (&facts.allowed.origin).into(),
        goal_floor: facts.goal_floor.sessions,
        goal_floor_origin: (&facts.goal_floor.origin).into(),
        ramp_minutes: facts.ramp.minutes.clone(),
        ramp_origin: (&facts.ramp.origin).into(),
        usual_days: facts.usual.days.iter().map(days).collect(),
        usual_time: WallTime::from_hms_opt(time.hour, time.minute, 0)
            .ok_or_else(|| fault(&place.file, &place.id, "usual.time", "is no time"))?,
        usual_origin: (&facts.usual.origin).into(),
        after: facts.after.as_ref().map(|after| after.plans.clone()).unwrap_or_default(),
        after_origin: facts.after.as_ref().map(|after| (&after.origin).into()),
        origin: (&facts.origin).into(),
    })
}
