//! Movements and routines: facts and the words of one language, put together.

use super::assemble::Place;
use super::source::{
    AreaFacts, BeatFacts, Keyed, MovementFacts, MovementWords, NoteFacts, OriginFact, PostureFacts,
    RoutineFacts, RoutineWords, SegmentFacts, ShapeFact, StepFacts, VariantFacts, VariantWords, movement_of,
};
use super::{
    Beat, BodyArea, CautionId, ContentFault, ItemId, Member, Movement, MovementId, Passage, PostureOffer,
    Routine, RoutineId, RoutineShape, Segment, Step, Variant, VariantId,
};

pub(super) fn movement(
    facts: &MovementFacts,
    words: &MovementWords,
    areas: &Keyed,
    place: &Place,
) -> Result<Movement, ContentFault> {
    let said = |text: String, origin: &OriginFact| Passage { label: None, text, origin: origin.into() };
    let passage = |field: &str, words: &Keyed, key: &str, origin: &OriginFact| {
        Ok::<_, ContentFault>(said(place.text(field, words, key)?, origin))
    };
    Ok(Movement {
        id: MovementId::from(facts.id.as_str()),
        kind: facts.kind.into(),
        name: words.name.clone(),
        other_names: words.other_names.clone(),
        names: facts.names.iter().map(Into::into).collect(),
        summary: words.summary.clone(),
        focus: facts.focus.as_ref().zip(words.focus.clone()).map(|(origin, text)| said(text, origin)),
        body_areas: body_areas(&facts.body_areas, areas, place)?,
        cautions: facts.cautions.iter().map(|id| CautionId::from(id.as_str())).collect(),
        care: facts
            .care
            .iter()
            .map(|care| passage("care", &words.care, &care.care, &care.origin))
            .collect::<Result<_, _>>()?,
        benefits: facts
            .benefits
            .iter()
            .map(|benefit| passage("benefits", &words.benefits, &benefit.benefit, &benefit.origin))
            .collect::<Result<_, _>>()?,
        uses: facts
            .uses
            .iter()
            .map(|usage| passage("uses", &words.uses, &usage.key, &usage.origin))
            .collect::<Result<_, _>>()?,
        notes: notes(&facts.notes, &words.notes, place)?,
        parts: facts.parts.iter().map(|id| VariantId::from(id.as_str())).collect(),
        extras: facts.extras.iter().map(|id| MovementId::from(id.as_str())).collect(),
        members: facts
            .members
            .iter()
            .map(|member| Member { id: member.member.as_str().into(), origin: (&member.origin).into() })
            .collect(),
        gentler: facts.gentler.as_deref().map(Into::into),
        related: facts.related.iter().map(|id| ItemId::from(id.as_str())).collect(),
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
        time: (&facts.time).into(),
        longest: facts.longest.as_ref().map(Into::into),
        pace_tenths: facts.pace_tenths,
        sides: facts.sides.into(),
        steps: facts.steps.iter().map(step).collect::<Result<_, _>>()?,
        beats: facts.beats.iter().map(beat).collect::<Result<_, _>>()?,
        breaths_per_loop: facts.breaths_per_loop,
        motion: facts.motion.clone(),
        figure_text: words.figure_text.clone(),
        origin: (&facts.origin).into(),
    })
}

fn body_areas(facts: &[AreaFacts], words: &Keyed, place: &Place) -> Result<Vec<BodyArea>, ContentFault> {
    let area = |facts: &AreaFacts| {
        let name = place.text("body_areas", words, &facts.area)?;
        Ok(BodyArea { area: facts.area.as_str().into(), name, origin: (&facts.origin).into() })
    };
    facts.iter().map(area).collect()
}

fn notes(facts: &[NoteFacts], words: &Keyed, place: &Place) -> Result<Vec<Passage>, ContentFault> {
    let note = |facts: &NoteFacts| {
        let text = place.text("notes", words, &facts.note)?;
        Ok(Passage { label: None, text, origin: (&facts.origin).into() })
    };
    facts.iter().map(note).collect()
}

pub(super) fn routine(
    facts: &RoutineFacts,
    words: &RoutineWords,
    areas: &Keyed,
    place: &Place,
) -> Result<Routine, ContentFault> {
    let segment = |segment: &SegmentFacts| Segment {
        movement: MovementId::from(movement_of(&segment.variant)),
        variant: VariantId::from(segment.variant.as_str()),
        minutes: segment.minutes,
        minutes_origin: (&segment.origin).into(),
        added: segment.added,
        presence: segment.presence.into(),
    };
    let shape = match facts.shape {
        ShapeFact::List => RoutineShape::Ordered,
        ShapeFact::AnyMovement => RoutineShape::AnyMovement,
        ShapeFact::Seated => RoutineShape::Seated {
            routines: facts.routines.iter().map(|id| RoutineId::from(id.as_str())).collect(),
        },
    };
    Ok(Routine {
        id: RoutineId::from(facts.id.as_str()),
        name: words.name.clone(),
        focus: words.focus.clone(),
        shape,
        posture: facts.posture.map(Into::into),
        segments: facts.segments.iter().map(segment).collect(),
        minutes: facts.minutes,
        minutes_origin: (&facts.minutes_origin).into(),
        body_areas: body_areas(&facts.body_areas, areas, place)?,
        notes: notes(&facts.notes, &words.notes, place)?,
        related: facts.related.iter().map(|id| ItemId::from(id.as_str())).collect(),
        origin: (&facts.origin).into(),
    })
}
