//! Offers: rules that can come true, and words for each.

use super::super::{Content, ContentFault, OfferFact, OfferRuleFacts, OfferWhenFact};
use super::Item;
use super::sentences::{Tone, check_label, check_sentence};
use super::words::check_keys;

pub(super) fn check(content: &Content, faults: &mut Vec<ContentFault>) {
    let mut item = Item::single("offers.json", faults);
    item.require_different("rules", content.offers.rules.iter().map(|rule| rule.rule.as_str()));
    for (index, rule) in content.offers.rules.iter().enumerate() {
        check_rule(&format!("rules[{index}]"), rule, &mut item);
    }
    for (locale, words) in &content.words {
        let mut item = Item::single(&format!("{locale}/offers.json"), faults);
        let words = &words.offers;
        check_keys(
            &mut item,
            "rules",
            content.offers.rules.iter().map(|rule| rule.rule.as_str()),
            &words.rules,
        );
        for (key, rule) in &words.rules {
            check_label(&mut item, &format!("rules.{key}.title"), &rule.title, Tone::Calm);
            check_sentence(&mut item, &format!("rules.{key}.reason"), &rule.reason, Tone::Calm);
        }
        let said = &words.day_after;
        let texts = [("question", &said.question), ("worse", &said.worse), ("not_worse", &said.not_worse)];
        for (field, text) in texts {
            check_sentence(&mut item, &format!("day_after.{field}"), text, Tone::Calm);
        }
    }
}

fn check_rule(field: &str, rule: &OfferRuleFacts, item: &mut Item<'_>) {
    let (within, quiet) = (rule.within_days, rule.quiet_days);
    item.require(
        (1..=84).contains(&within),
        format!("{field}.within_days"),
        format!("{within} is not 1 to 84"),
    );
    item.require((1..=84).contains(&quiet), format!("{field}.quiet_days"), format!("{quiet} is not 1 to 84"));
    let (in_range, screening) = match rule.when {
        OfferWhenFact::PainHigh { pain, above_usual, usual_days, notes } => {
            let pain = pain <= 10 && above_usual <= 10;
            (pain && (1..=84).contains(&usual_days) && (1..=50).contains(&notes), true)
        }
        OfferWhenFact::PainUp { by, times } => ((1..=10).contains(&by) && (1..=20).contains(&times), false),
        OfferWhenFact::WorseSince { times } | OfferWhenFact::Comfortable { times } => {
            ((1..=20).contains(&times), false)
        }
        OfferWhenFact::StopSign => (true, false),
    };
    item.require(in_range, format!("{field}.when"), "a number in it is out of range");
    // What was noted about pain asks; it never makes anybody do more.
    let fits = screening == (rule.offer == OfferFact::Screening);
    item.require(fits, format!("{field}.offer"), "high pain asks the screening again, and nothing else does");
    let longer = rule.offer == OfferFact::NextLength;
    let comfortable = matches!(rule.when, OfferWhenFact::Comfortable { .. });
    item.require(
        longer == comfortable,
        format!("{field}.offer"),
        "comfort alone leads to more, and to nothing else",
    );
}
