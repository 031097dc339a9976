//! Routines and plans: minutes that add up, weeks without a gap.

use super::super::{Content, ContentFault, PlanFacts, PresenceFact, RoutineFacts, ShapeFact};
use super::{Item, Known, check_orders};

pub(super) fn check(content: &Content, known: &Known<'_>, faults: &mut Vec<ContentFault>) {
    check_orders("routines", content.routines.iter().map(|(id, facts)| (id.as_str(), facts.order)), faults);
    check_orders("plans", content.plans.iter().map(|(id, facts)| (id.as_str(), facts.order)), faults);
    for (name, facts) in &content.routines {
        check_routine(facts, known, &mut Item::new(format!("routines/{name}.json"), &facts.id, faults));
    }
    for (name, facts) in &content.plans {
        check_plan(facts, known, &mut Item::new(format!("plans/{name}.json"), &facts.id, faults));
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

fn check_plan(facts: &PlanFacts, known: &Known<'_>, item: &mut Item<'_>) {
    item.require_id_of_file(&facts.id);
    item.require((1..=52).contains(&facts.weeks), "weeks", format!("{} is not 1 to 52", facts.weeks));
    item.require_different("phases", facts.phases.iter().map(|phase| phase.phase.as_str()));
    check_phases(facts, known, item);

    let (least, most) = (facts.frequency.least, facts.frequency.most);
    item.require((1..=14).contains(&least), "frequency.least", format!("{least} is not 1 to 14"));
    item.require((least..=14).contains(&most), "frequency.most", format!("{most} is not {least} to 14"));
    let floor = facts.goal_floor.sessions;
    item.require((1..=14).contains(&floor), "goal_floor.sessions", format!("{floor} is not 1 to 14"));
    for (index, minutes) in facts.ramp.minutes.iter().enumerate() {
        item.require_minutes(format!("ramp.minutes[{index}]"), *minutes);
    }
    let ramp_fits = facts.ramp.minutes.len() <= usize::from(facts.weeks) && facts.ramp.minutes.is_sorted();
    item.require(ramp_fits, "ramp.minutes", "does not grow, or has more entries than the plan has weeks");

    item.require(!facts.usual.days.is_empty(), "usual.days", "is empty: the first entry is the preset");
    for (index, days) in facts.usual.days.iter().enumerate() {
        let rising = !days.is_empty() && days.is_sorted_by(|day, next| day < next);
        item.require(
            rising,
            format!("usual.days[{index}]"),
            "the days are not in order from Monday, each once",
        );
    }
}

fn check_phases(facts: &PlanFacts, known: &Known<'_>, item: &mut Item<'_>) {
    let mut reached = 0;
    for (index, phase) in facts.phases.iter().enumerate() {
        let (from, to) = (phase.from_week, phase.to_week);
        let next = reached + 1;
        item.require(
            u16::from(from) == next,
            format!("phases[{index}].from_week"),
            format!("is {from}, not {next}: phases follow each other without a gap"),
        );
        item.require(to >= from, format!("phases[{index}].to_week"), format!("is {to}, before week {from}"));
        let there = known.routines.contains(phase.routine.as_str());
        item.require(
            there,
            format!("phases[{index}].routine"),
            format!("there is no routine `{}`", phase.routine),
        );
        reached = u16::from(to);
    }
    let weeks = facts.weeks;
    item.require(reached == u16::from(weeks), "phases", format!("end with week {reached}, not {weeks}"));
}
