//! Facts and the words of one language, put together into the catalogue's types.

use std::collections::BTreeMap;

use super::source::{
    BeatFacts, Content, DayFact, Keyed, MovementFacts, MovementWords, OriginFact, PhaseFacts, PlanFacts,
    PlanWords, PostureFacts, RoutineFacts, RoutineWords, SegmentFacts, SensationFacts, StepFacts,
    VariantFacts, VariantWords, Words, movement_of,
};
use super::{
    Beat, BodyArea, Catalogue, CautionId, ContentFault, Movement, MovementId, Origin, PhaseContent, Phrases,
    PlanContent, PostureOffer, Routine, RoutineId, Segment, SensationContent, Step, Variant, VariantId,
    assemble_safety,
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

pub(super) fn catalogue(content: &Content, locale: &str, words: &Words) -> Result<Catalogue, ContentFault> {
    let place =
        |folder: &str, id: &str| Place { file: format!("{locale}/{folder}/{id}.json"), id: id.to_owned() };
    let mut movements = content.movements.values().collect::<Vec<_>>();
    movements.sort_by_key(|facts| facts.order);
    let mut routines = content.routines.values().collect::<Vec<_>>();
    routines.sort_by_key(|facts| facts.order);
    let mut plans = content.plans.values().collect::<Vec<_>>();
    plans.sort_by_key(|facts| facts.order);

    Ok(Catalogue {
        version: content.catalogue.version,
        movements: movements
            .into_iter()
            .map(|facts| {
                let place = place("movements", &facts.id);
                movement(
                    facts,
                    place.get("file", &words.movements, &facts.id)?,
                    &words.body_areas.body_areas,
                    &place,
                )
            })
            .collect::<Result<_, _>>()?,
        routines: routines
            .into_iter()
            .map(|facts| {
                let place = place("routines", &facts.id);
                Ok(routine(facts, place.get("file", &words.routines, &facts.id)?))
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
        safety: assemble_safety::safety(content, locale, words)?,
        phrases: Phrases::new(&words.phrases).map_err(|error| {
            fault(&format!("{locale}/phrases.json"), "phrases", "sentences", &error.to_string())
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

fn movement(
    facts: &MovementFacts,
    words: &MovementWords,
    areas: &Keyed,
    place: &Place,
) -> Result<Movement, ContentFault> {
    let silent =
        |text: String, origin: &OriginFact| Step { text, breath: None, part: None, origin: origin.into() };
    Ok(Movement {
        id: MovementId::from(facts.id.as_str()),
        name: words.name.clone(),
        other_names: words.other_names.clone(),
        summary: words.summary.clone(),
        focus: facts.focus.as_ref().zip(words.focus.clone()).map(|(origin, text)| silent(text, origin)),
        body_areas: facts
            .body_areas
            .iter()
            .map(|area| {
                let name = place.text("body_areas", areas, &area.area)?;
                Ok(BodyArea { name, origin: (&area.origin).into() })
            })
            .collect::<Result<_, _>>()?,
        cautions: facts.cautions.iter().map(|id| CautionId::from(id.as_str())).collect(),
        care: facts
            .care
            .iter()
            .map(|care| Ok(silent(place.text("care", &words.care, &care.care)?, &care.origin)))
            .collect::<Result<_, _>>()?,
        parts: facts.parts.iter().map(|id| VariantId::from(id.as_str())).collect(),
        variants: facts
            .variants
            .iter()
            .map(|facts| variant(facts, place.get("variants", &words.variants, &facts.id)?, place))
            .collect::<Result<_, _>>()?,
        origin: (&facts.origin).into(),
    })
}

fn variant(facts: &VariantFacts, words: &VariantWords, place: &Place) -> Result<Variant, ContentFault> {
    let step = |facts: &StepFacts| {
        Ok(Step {
            text: place.text("steps", &words.steps, &facts.step)?,
            breath: facts.breath.map(Into::into),
            part: facts.part.as_deref().map(VariantId::from),
            origin: (&facts.origin).into(),
        })
    };
    // A beat and a step of the same key belong together: the step is said when the beat comes.
    let step_of = |beat: &BeatFacts| {
        let place = facts.steps.iter().position(|step| step.step == beat.beat)?;
        u8::try_from(place).ok()
    };
    let beat = |facts: &BeatFacts| {
        Ok(Beat {
            text: place.text("beats", &words.beats, &facts.beat)?,
            breath: facts.breath.map(Into::into),
            step: step_of(facts),
            from_permille: facts.from,
            to_permille: facts.to,
            part: facts.part.as_deref().map(VariantId::from),
        })
    };
    let posture =
        |offer: &PostureFacts| PostureOffer { posture: offer.posture.into(), origin: (&offer.origin).into() };
    Ok(Variant {
        id: VariantId::from(facts.id.as_str()),
        name: words.name.clone(),
        postures: facts.postures.iter().map(posture).collect(),
        steps: facts.steps.iter().map(step).collect::<Result<_, _>>()?,
        beats: facts.beats.iter().map(beat).collect::<Result<_, _>>()?,
        breaths_per_loop: facts.breaths_per_loop,
        motion: facts.motion.clone(),
        figure_text: words.figure_text.clone(),
        origin: (&facts.origin).into(),
    })
}

fn routine(facts: &RoutineFacts, words: &RoutineWords) -> Routine {
    let segment = |segment: &SegmentFacts| Segment {
        movement: MovementId::from(movement_of(&segment.variant)),
        variant: VariantId::from(segment.variant.as_str()),
        minutes: segment.minutes,
        minutes_origin: (&segment.origin).into(),
    };
    Routine {
        id: RoutineId::from(facts.id.as_str()),
        name: words.name.clone(),
        focus: words.focus.clone(),
        segments: facts.segments.iter().map(segment).collect(),
        minutes: facts.minutes,
        origin: (&facts.origin).into(),
    }
}

fn plan(facts: &PlanFacts, words: &PlanWords, place: &Place) -> Result<PlanContent, ContentFault> {
    let phase = |facts: &PhaseFacts| {
        let words = place.get("phases", &words.phases, &facts.phase)?;
        Ok(PhaseContent {
            name: words.name.clone(),
            focus: words.focus.clone(),
            from_week: facts.from_week,
            to_week: facts.to_week,
            routine: RoutineId::from(facts.routine.as_str()),
            origin: (&facts.origin).into(),
        })
    };
    let days = |days: &Vec<DayFact>| days.iter().map(|day| Weekday::from(*day)).collect();
    let time = facts.usual.time;
    Ok(PlanContent {
        id: facts.id.clone(),
        name: words.name.clone(),
        weeks: facts.weeks,
        phases: facts.phases.iter().map(phase).collect::<Result<_, _>>()?,
        sessions_least: facts.frequency.least,
        sessions_most: facts.frequency.most,
        sessions_origin: (&facts.frequency.origin).into(),
        goal_floor: facts.goal_floor.sessions,
        goal_floor_origin: (&facts.goal_floor.origin).into(),
        ramp_minutes: facts.ramp.minutes.clone(),
        ramp_origin: (&facts.ramp.origin).into(),
        usual_days: facts.usual.days.iter().map(days).collect(),
        usual_time: WallTime::from_hms_opt(time.hour, time.minute, 0)
            .ok_or_else(|| fault(&place.file, &place.id, "usual.time", "is no time"))?,
        usual_origin: (&facts.usual.origin).into(),
        origin: (&facts.origin).into(),
    })
}
