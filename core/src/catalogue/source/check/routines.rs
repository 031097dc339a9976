//! Routines: minutes that add up.

use super::super::{Content, ContentFault, PresenceFact, RoutineFacts, ShapeFact};
use super::{Item, Known, check_orders};

pub(super) fn check(content: &Content, known: &Known<'_>, faults: &mut Vec<ContentFault>) {
    check_orders("routines", content.routines.iter().map(|(id, facts)| (id.as_str(), facts.order)), faults);
    for (name, facts) in &content.routines {
        check_routine(facts, known, &mut Item::new(format!("routines/{name}.json"), &facts.id, faults));
    }
}

fn check_routine(facts: &RoutineFacts, known: &Known<'_>, item: &mut Item<'_>) {
    item.require_id_of_file(&facts.id);
    let list = facts.shape == ShapeFact::List;
    item.require(
        list != facts.segments.is_empty(),
        "segments",
        "is empty for a choice, and for nothing else",
    );
    let filter = facts.shape == ShapeFact::Seated;
    item.require(
        filter != facts.routines.is_empty(),
        "routines",
        "belong to a seated filter, and to nothing else",
    );
    item.require_known("routines", &facts.routines, "routine", |id| known.routines.contains(id));
    item.require_different("body_areas", facts.body_areas.iter().map(|area| area.area.as_str()));
    item.require_different("notes", facts.notes.iter().map(|note| note.note.as_str()));
    item.require_known("related", &facts.related, "item", |id| known.items.contains(id));
    for (index, segment) in facts.segments.iter().enumerate() {
        let variant = &segment.variant;
        let there = known.variants.contains_key(variant.as_str());
        item.require(
            there,
            format!("segments[{index}].variant"),
            format!("there is no form of a movement `{variant}`"),
        );
        item.require_minutes(format!("segments[{index}].minutes"), segment.minutes);
    }
    item.require_minutes("minutes", facts.minutes);
    let counted = facts.segments.iter().filter(|segment| segment.presence != PresenceFact::Wanted);
    let sum: u32 = counted.map(|segment| u32::from(segment.minutes)).sum();
    item.require(
        !list || sum == u32::from(facts.minutes),
        "minutes",
        format!("is {}, but the segments add up to {sum}", facts.minutes),
    );
}
