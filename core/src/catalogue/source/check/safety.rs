//! Safety: every sign once, the most dangerous first, nothing that refers to what is not there.

use super::super::{Content, ContentFault, EmergencyFacts, StopNextFact, TierFact, movement_of};
use super::{Item, Known};

/// More lines than this do not fit a short first page.
const FIRST_PAGE_LINES: usize = 7;

pub(super) fn check(content: &Content, known: &Known<'_>, faults: &mut Vec<ContentFault>) {
    let cautions = content.cautions.cautions.iter().map(|caution| caution.id.as_str());
    Item::single("safety/cautions.json", faults).require_different("cautions", cautions);
    check_when_it_hurts(content, known, &mut Item::single("safety/cautions.json", faults));
    let sensations = content.sensations.sensations.iter().map(|sensation| sensation.id.as_str());
    Item::single("sensations.json", faults).require_different("sensations", sensations);
    check_screening(content, &mut Item::single("safety/screening.json", faults));
    check_about_you(content, known, &mut Item::single("safety/about-you.json", faults));
    check_stop_signs(content, &mut Item::single("safety/stop-signs.json", faults));
    check_numbers(&content.emergency, &mut Item::single("safety/emergency-numbers.json", faults));
}

/// What is left of the routine is something, and each movement that is left out is one.
fn check_when_it_hurts(content: &Content, known: &Known<'_>, item: &mut Item<'_>) {
    let facts = &content.cautions.when_it_hurts;
    item.require_minutes("when_it_hurts.minutes", facts.minutes);
    item.require_known("when_it_hurts.leave_out", &facts.leave_out, "movement", |id| {
        known.movements.contains(id)
    });
    let Some(routine) = content.routines.get(&facts.routine) else {
        let problem = format!("there is no routine `{}`", facts.routine);
        return item.fault("when_it_hurts.routine", problem);
    };
    let left_out = |variant: &str| facts.leave_out.iter().any(|id| id == movement_of(variant));
    let kept = routine.segments.iter().any(|segment| !left_out(&segment.variant));
    item.require(kept, "when_it_hurts.leave_out", format!("leaves nothing of `{}`", facts.routine));
}

fn check_screening(content: &Content, item: &mut Item<'_>) {
    let facts = &content.screening;
    item.require(facts.version > 0, "version", "is 0: versions begin with 1");
    item.require(!facts.pages.is_empty(), "pages", "is empty");
    let lines = || facts.pages.iter().flat_map(|page| &page.lines);
    item.require_different("pages", facts.pages.iter().map(|page| page.page.as_str()));
    item.require_different("lines", lines().map(|line| line.id.as_str()));
    item.require_different("signs", lines().flat_map(|line| &line.signs).map(|sign| sign.id.as_str()));
    for line in lines() {
        item.require(
            !line.signs.is_empty(),
            format!("{}.signs", line.id),
            "is empty: a line stands for its signs",
        );
    }
    let falling = lines().is_sorted_by_key(|line| line.tier);
    item.require(falling, "pages", "the lines are not in the order now, urgent, soon");
    let Some(first) = facts.pages.first() else { return };
    let short = first.lines.len() <= FIRST_PAGE_LINES;
    item.require(short, "pages[0].lines", format!("has {}, more than {FIRST_PAGE_LINES}", first.lines.len()));
    let now_alone =
        facts.pages.iter().skip(1).flat_map(|page| &page.lines).all(|line| line.tier != TierFact::Now);
    item.require(now_alone, "pages", "a line of tier now is not on the first page");
}

fn check_about_you(content: &Content, known: &Known<'_>, item: &mut Item<'_>) {
    let facts = &content.about_you;
    item.require(facts.version > 0, "version", "is 0: versions begin with 1");
    item.require_different("lines", facts.lines.iter().map(|line| line.id.as_str()));
    for line in &facts.lines {
        let field = |name: &str| format!("{}.{name}", line.id);
        item.require_known(&field("cautions"), &line.cautions, "caution", |id| known.cautions.contains(id));
        let variant = |id: &str| known.variants.contains_key(id);
        item.require_known(&field("leave_out"), &line.leave_out, "form of a movement", variant);
    }
}

fn check_stop_signs(content: &Content, item: &mut Item<'_>) {
    let facts = &content.stop_signs;
    let all = || facts.emergency.iter().chain(&facts.signs);
    item.require_different("signs", all().map(|sign| sign.id.as_str()));
    item.require(!facts.emergency.is_empty(), "emergency", "is empty");
    item.require(!facts.signs.is_empty(), "signs", "is empty");
    for sign in &facts.signs {
        let calm = sign.next != StopNextFact::Emergency;
        item.require(
            calm,
            format!("{}.next", sign.id),
            "is emergency: the sign belongs to the list `emergency`",
        );
    }
    for sign in &facts.emergency {
        let grave = sign.next != StopNextFact::Rest;
        item.require(grave, format!("{}.next", sign.id), "is rest: the sign belongs to the list `signs`");
    }
}

fn check_numbers(facts: &EmergencyFacts, item: &mut Item<'_>) {
    let known = facts.numbers.contains_key("ZZ");
    item.require(known, "numbers.ZZ", "is missing: the number where the country is not known");
    for (country, number) in &facts.numbers {
        let code = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
        item.require(code, format!("numbers.{country}"), "is no country code: write two capital letters");
        let dialable = (2..=5).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
        item.require(dialable, format!("numbers.{country}"), format!("`{number}` cannot be dialled"));
    }
}
