//! What may be offered: facts and words, put together.

use super::assemble::Place;
use super::source::{Content, OfferFact, OfferRuleFacts, OfferWhenFact, Words};
use super::{ContentFault, OfferKind, OfferRule, OfferWhen, OffersContent, PainHigh};

pub(super) fn offers(content: &Content, locale: &str, words: &Words) -> Result<OffersContent, ContentFault> {
    let place = Place { file: format!("{locale}/offers.json"), id: "offers".to_owned() };
    let words = &words.offers;
    let rule = |facts: &OfferRuleFacts| {
        let words = place.get("rules", &words.rules, &facts.rule)?;
        Ok(OfferRule {
            id: facts.rule.clone(),
            when: when(facts.when),
            kind: match facts.offer {
                OfferFact::Screening => OfferKind::Screening,
                OfferFact::EasierWeek => OfferKind::EasierWeek,
                OfferFact::NextLength => OfferKind::NextLength,
            },
            within_days: facts.within_days,
            quiet_days: facts.quiet_days,
            title: words.title.clone(),
            reason: words.reason.clone(),
            origin: (&facts.origin).into(),
        })
    };
    Ok(OffersContent {
        rules: content.offers.rules.iter().map(rule).collect::<Result<_, _>>()?,
        day_after: words.day_after.question.clone(),
        worse: words.day_after.worse.clone(),
        not_worse: words.day_after.not_worse.clone(),
    })
}

fn when(fact: OfferWhenFact) -> OfferWhen {
    match fact {
        OfferWhenFact::PainHigh { pain, above_usual, usual_days, notes } => {
            OfferWhen::PainHigh(PainHigh { pain, above_usual, usual_days, notes: usize::from(notes) })
        }
        OfferWhenFact::StopSign => OfferWhen::StopSign,
        OfferWhenFact::PainUp { by, times } => OfferWhen::PainUp { by, times: usize::from(times) },
        OfferWhenFact::WorseSince { times } => OfferWhen::WorseSince { times: usize::from(times) },
        OfferWhenFact::Comfortable { times } => OfferWhen::Comfortable { times: usize::from(times) },
    }
}
