//! Movements: forms, steps and loops that fit together.

use super::super::{
    BeatFacts, Content, ContentFault, MovementFacts, MovementKindFact, VariantFacts, movement_of,
};
use super::{Item, Known, check_orders};

pub(super) fn check(content: &Content, known: &Known<'_>, faults: &mut Vec<ContentFault>) {
    check_orders("movements", content.movements.iter().map(|(id, facts)| (id.as_str(), facts.order)), faults);
    for (name, facts) in &content.movements {
        check_movement(facts, known, &mut Item::new(format!("movements/{name}.json"), &facts.id, faults));
    }
}

fn check_movement(facts: &MovementFacts, known: &Known<'_>, item: &mut Item<'_>) {
    item.require_id_of_file(&facts.id);
    item.require_different("body_areas", facts.body_areas.iter().map(|area| area.area.as_str()));
    item.require_different("care", facts.care.iter().map(|care| care.care.as_str()));
    item.require_different("benefits", facts.benefits.iter().map(|benefit| benefit.benefit.as_str()));
    item.require_different("uses", facts.uses.iter().map(|usage| usage.key.as_str()));
    item.require_different("notes", facts.notes.iter().map(|note| note.note.as_str()));
    item.require_known("extras", &facts.extras, "movement", |id| known.movements.contains(id));
    let members: Vec<String> = facts.members.iter().map(|member| member.member.clone()).collect();
    item.require_known("members", &members, "movement or form", |id| {
        known.movements.contains(id) || known.variants.contains_key(id)
    });
    let family = facts.kind == MovementKindFact::Family;
    item.require(family != facts.members.is_empty(), "members", "belong to a family, and to nothing else");
    let gentler: Vec<String> = facts.gentler.iter().cloned().collect();
    item.require_known("gentler", &gentler, "form of a movement", |id| known.variants.contains_key(id));
    item.require_known("related", &facts.related, "item", |id| known.items.contains(id));
    item.require_names(&facts.names);
    item.require_known("cautions", &facts.cautions, "caution", |id| known.cautions.contains(id));
    item.require_known("parts", &facts.parts, "form of a movement", |id| known.variants.contains_key(id));
    for (index, part) in facts.parts.iter().enumerate() {
        let itself = movement_of(part) == facts.id;
        item.require(!itself, format!("parts[{index}]"), "a movement is no part of itself");
    }
    let to_read = facts.kind == MovementKindFact::Information;
    item.require(
        to_read == facts.variants.is_empty(),
        "variants",
        "is empty for what is only read about, and for nothing else",
    );
    item.require_different("variants", facts.variants.iter().map(|variant| variant.id.as_str()));
    for (index, variant) in facts.variants.iter().enumerate() {
        check_variant(facts, variant, known, &format!("variants[{index}]"), item);
    }
}

fn check_variant(
    movement: &MovementFacts,
    facts: &VariantFacts,
    known: &Known<'_>,
    field: &str,
    item: &mut Item<'_>,
) {
    let belongs = movement_of(&facts.id) == movement.id;
    item.require(belongs, format!("{field}.id"), format!("`{}` is not of `{}`", facts.id, movement.id));
    item.require(!facts.postures.is_empty(), format!("{field}.postures"), "is empty");
    for (index, offer) in facts.postures.iter().enumerate() {
        let first = facts.postures.iter().position(|other| other.posture == offer.posture) == Some(index);
        item.require(first, format!("{field}.postures[{index}]"), "the posture is there twice");
    }
    item.require(!facts.steps.is_empty(), format!("{field}.steps"), "is empty");
    item.require_different(&format!("{field}.steps"), facts.steps.iter().map(|step| step.step.as_str()));
    item.require_different(&format!("{field}.beats"), facts.beats.iter().map(|beat| beat.beat.as_str()));
    check_loop(&facts.beats, &format!("{field}.beats"), item);
    let of_steps = facts.steps.iter().enumerate().map(|(index, step)| ("steps", index, &step.part));
    let of_beats = facts.beats.iter().enumerate().map(|(index, beat)| ("beats", index, &beat.part));
    for (list, index, part) in of_steps.chain(of_beats) {
        let Some(part) = part else { continue };
        let place = format!("{field}.{list}[{index}].part");
        item.require(movement.parts.contains(part), place, format!("`{part}` is not among the parts"));
    }
    let spans = [("time", Some(&facts.time)), ("longest", facts.longest.as_ref())];
    for (name, span) in spans.into_iter().filter_map(|(name, span)| Some((name, span?))) {
        let seconds = span.seconds;
        let fits = (30..=7_200).contains(&seconds) && seconds % 30 == 0;
        item.require(
            fits,
            format!("{field}.{name}.seconds"),
            format!("{seconds} is not 30 to 7200, in half minutes"),
        );
    }
    let pace = facts.pace_tenths.is_none_or(|pace| (30..=80).contains(&pace));
    item.require(pace, format!("{field}.pace_tenths"), "is not 30 to 80, which is 3 to 8 breaths a minute");
    let breaths = facts.breaths_per_loop;
    item.require(
        (1..=8).contains(&breaths),
        format!("{field}.breaths_per_loop"),
        format!("{breaths} is not 1 to 8"),
    );
    check_motion(facts, known, field, item);
}

/// The figure can show the form, in each posture that it offers.
fn check_motion(facts: &VariantFacts, known: &Known<'_>, field: &str, item: &mut Item<'_>) {
    let Some(id) = &facts.motion else { return };
    let Some(motion) = known.motions.get(id) else {
        return item.fault(format!("{field}.motion"), format!("there is no motion `{id}`"));
    };
    for (index, offer) in facts.postures.iter().enumerate() {
        let shown = motion.bases.contains(&offer.posture);
        let problem = format!("the motion `{id}` is not drawn in this posture");
        item.require(shown, format!("{field}.postures[{index}]"), problem);
    }
}

/// Beats follow each other from 0 to 1,000 without a gap.
fn check_loop(beats: &[BeatFacts], field: &str, item: &mut Item<'_>) {
    let mut reached = 0;
    for (index, beat) in beats.iter().enumerate() {
        let (from, to) = (beat.from, beat.to);
        item.require(from == reached, format!("{field}[{index}].from"), format!("is {from}, not {reached}"));
        item.require(
            to > from,
            format!("{field}[{index}].to"),
            format!("is {to}, which is not after {from}"),
        );
        reached = to;
    }
    let whole = beats.is_empty() || reached == 1000;
    item.require(
        whole,
        format!("{field}[{}].to", beats.len().saturating_sub(1)),
        format!("is {reached}, not 1000"),
    );
}
