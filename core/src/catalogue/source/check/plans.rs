//! Plans: weeks without a gap, and days that may be chosen.

use super::super::{Content, ContentFault, PlanFacts};
use super::{Item, Known, check_orders};

pub(super) fn check(content: &Content, known: &Known<'_>, faults: &mut Vec<ContentFault>) {
    check_orders("plans", content.plans.iter().map(|(id, facts)| (id.as_str(), facts.order)), faults);
    for (name, facts) in &content.plans {
        let mut item = Item::new(format!("plans/{name}.json"), &facts.id, faults);
        check_plan(facts, known, &mut item);
        let after = facts.after.as_ref().map(|after| after.plans.as_slice()).unwrap_or_default();
        item.require_known("after.plans", after, "plan", |id| content.plans.contains_key(id));
        let ends = facts.weeks.is_some();
        item.require(
            ends == facts.after.is_some(),
            "after",
            "belongs to a plan with an end, and to no other",
        );
    }
}

fn check_plan(facts: &PlanFacts, known: &Known<'_>, item: &mut Item<'_>) {
    item.require_id_of_file(&facts.id);
    check_weeks(facts, item);
    item.require_different("phases", facts.phases.iter().map(|phase| phase.phase.as_str()));
    check_phases(facts, known, item);
    check_days(facts, item);
    let floor = facts.goal_floor.sessions;
    item.require((1..=14).contains(&floor), "goal_floor.sessions", format!("{floor} is not 1 to 14"));
    for (index, minutes) in facts.ramp.minutes.iter().enumerate() {
        item.require_minutes(format!("ramp.minutes[{index}]"), *minutes);
    }
    let weeks = usize::from(facts.weeks.unwrap_or(52));
    let ramp_fits = facts.ramp.minutes.len() <= weeks && facts.ramp.minutes.is_sorted();
    item.require(ramp_fits, "ramp.minutes", "does not grow, or has more entries than the plan has weeks");
}

fn check_weeks(facts: &PlanFacts, item: &mut Item<'_>) {
    let Some(weeks) = facts.weeks else {
        let none = facts.choose_weeks.is_none();
        return item.require(none, "choose_weeks", "has no preset: write it as `weeks`");
    };
    item.require((1..=52).contains(&weeks), "weeks", format!("{weeks} is not 1 to 52"));
    let Some(choice) = &facts.choose_weeks else { return };
    let (least, most) = (choice.least, choice.most);
    item.require((1..=52).contains(&least), "choose_weeks.least", format!("{least} is not 1 to 52"));
    item.require((least..=52).contains(&most), "choose_weeks.most", format!("{most} is not {least} to 52"));
    item.require((least..=most).contains(&weeks), "weeks", format!("{weeks} is not {least} to {most}"));
}

fn check_phases(facts: &PlanFacts, known: &Known<'_>, item: &mut Item<'_>) {
    let mut reached = Some(0);
    for (index, phase) in facts.phases.iter().enumerate() {
        let field = |name: &str| format!("phases[{index}].{name}");
        let Some(before) = reached else {
            item.fault(field("from_week"), "follows a phase that lasts to the end of the plan");
            return;
        };
        let (from, next) = (u16::from(phase.from_week), before + 1);
        let problem = format!("is {from}, not {next}: phases follow each other without a gap");
        item.require(from == next, field("from_week"), problem);
        let to = phase.to_week.map(u16::from);
        let forward = to.is_none_or(|to| to >= from);
        item.require(forward, field("to_week"), format!("lies before week {from}"));
        if let Some(routine) = &phase.routine {
            let there = known.routines.contains(routine.as_str());
            item.require(there, field("routine"), format!("there is no routine `{routine}`"));
        }
        reached = to;
    }
    item.require(!facts.phases.is_empty(), "phases", "is empty");
    // A phase that lasts to the end fits whatever length is chosen; one with an end needs a plan of that length.
    let Some(reached) = reached else { return };
    let ends = facts.choose_weeks.is_none() && facts.weeks.map(u16::from) == Some(reached);
    item.require(ends, "phases", format!("end with week {reached}, and the plan does not"));
}

fn check_days(facts: &PlanFacts, item: &mut Item<'_>) {
    let (least, most) = (facts.frequency.least, facts.frequency.most);
    item.require((1..=7).contains(&least), "frequency.least", format!("{least} is not 1 to 7"));
    item.require((least..=7).contains(&most), "frequency.most", format!("{most} is not {least} to 7"));
    let allowed = &facts.allowed;
    let (low, high, a_day) = (allowed.least, allowed.most, allowed.times_a_day);
    item.require((1..=least).contains(&low), "allowed.least", format!("{low} is not 1 to {least}"));
    item.require((most..=7).contains(&high), "allowed.most", format!("{high} is not {most} to 7"));
    item.require((1..=3).contains(&a_day), "allowed.times_a_day", format!("{a_day} is not 1 to 3"));

    item.require(!facts.usual.days.is_empty(), "usual.days", "is empty: the first entry is the preset");
    for (index, days) in facts.usual.days.iter().enumerate() {
        let field = format!("usual.days[{index}]");
        let rising = !days.is_empty() && days.is_sorted_by(|day, next| day < next);
        item.require(rising, &field, "the days are not in order from Monday, each once");
        let fits = (usize::from(low)..=usize::from(high)).contains(&days.len());
        item.require(fits, &field, format!("has {} days, not {low} to {high}", days.len()));
    }
}
