//! Safety facts and the words of one language, put together into the types of `safety`.

use std::collections::BTreeMap;

use super::assemble::Place;
use super::source::{
    AboutYouLineFacts, CardWords, Content, LineFacts, PageFacts, SignFacts, StopSignFacts, TierFact,
    WhenItHurtsFacts, Words,
};
use super::{CautionId, ContentFault, MovementId, RoutineId, VariantId};
use crate::safety::{
    AboutYouForm, AboutYouLine, AboutYouLineId, AboutYouRule, CardTexts, Caution, RedFlag, RedFlagId,
    SafetyContent, ScreeningForm, ScreeningLine, ScreeningLineId, ScreeningPage, StopForm, StopSign,
    StopSignId, TierTexts, WhenItHurts,
};

pub(super) fn safety(content: &Content, locale: &str, words: &Words) -> Result<SafetyContent, ContentFault> {
    let place = |id: &str| Place { file: format!("{locale}/safety/{id}.json"), id: id.to_owned() };
    Ok(SafetyContent {
        screening: screening(content, words, &place("screening"))?,
        soon_advice: soon_advice(content, words, &place("screening"))?,
        about_you: about_you(content, words, &place("about-you"))?,
        about_you_rules: content.about_you.lines.iter().map(rule).collect(),
        stop: stop(content, words, &place("stop-signs"))?,
        cautions: cautions(content, words, &place("cautions"))?,
        when_it_hurts: when_it_hurts(&content.cautions.when_it_hurts),
        card: card(words),
        emergency_numbers: content.emergency.numbers.clone(),
    })
}

fn screening(content: &Content, words: &Words, place: &Place) -> Result<ScreeningForm, ContentFault> {
    let words = &words.screening;
    let sign = |facts: &SignFacts| {
        Ok(RedFlag {
            id: RedFlagId::from(facts.id.as_str()),
            text: place.text("signs", &words.signs, &facts.id)?,
            origin: (&facts.origin).into(),
        })
    };
    let line = |facts: &LineFacts| {
        Ok(ScreeningLine {
            id: ScreeningLineId::from(facts.id.as_str()),
            text: place.text("lines", &words.lines, &facts.id)?,
            tier: facts.tier.into(),
            signs: facts.signs.iter().map(sign).collect::<Result<_, _>>()?,
        })
    };
    let page = |facts: &PageFacts| {
        let words = place.get("pages", &words.pages, &facts.page)?;
        Ok(ScreeningPage {
            title: words.title.clone(),
            lead: words.lead.clone(),
            lines: facts.lines.iter().map(line).collect::<Result<_, _>>()?,
            none: words.none.clone(),
        })
    };
    Ok(ScreeningForm {
        version: content.screening.version,
        pages: content.screening.pages.iter().map(page).collect::<Result<_, _>>()?,
        notice: words.notice.clone(),
    })
}

fn soon_advice(
    content: &Content,
    words: &Words,
    place: &Place,
) -> Result<BTreeMap<ScreeningLineId, String>, ContentFault> {
    let lines = content.screening.pages.iter().flat_map(|page| &page.lines);
    lines
        .filter(|line| line.tier == TierFact::Soon)
        .map(|line| {
            let advice = place.text("advice", &words.screening.advice, &line.id)?;
            Ok((ScreeningLineId::from(line.id.as_str()), advice))
        })
        .collect()
}

fn about_you(content: &Content, words: &Words, place: &Place) -> Result<AboutYouForm, ContentFault> {
    let words = &words.about_you;
    let line = |facts: &AboutYouLineFacts| {
        let words = place.get("lines", &words.lines, &facts.id)?;
        Ok(AboutYouLine {
            id: AboutYouLineId::from(facts.id.as_str()),
            text: words.text.clone(),
            advice: words.advice.clone(),
            origin: (&facts.origin).into(),
        })
    };
    Ok(AboutYouForm {
        version: content.about_you.version,
        title: words.title.clone(),
        lead: words.lead.clone(),
        lines: content.about_you.lines.iter().map(line).collect::<Result<_, _>>()?,
        none: words.none.clone(),
        notice: words.notice.clone(),
    })
}

fn rule(facts: &AboutYouLineFacts) -> (AboutYouLineId, AboutYouRule) {
    let rule = AboutYouRule {
        cautions: facts.cautions.iter().map(|id| CautionId::from(id.as_str())).collect(),
        seated: facts.seated,
        short_start: facts.short_start,
        leave_out: facts.leave_out.iter().map(|id| VariantId::from(id.as_str())).collect(),
    };
    (AboutYouLineId::from(facts.id.as_str()), rule)
}

fn when_it_hurts(facts: &WhenItHurtsFacts) -> WhenItHurts {
    WhenItHurts {
        routine: RoutineId::from(facts.routine.as_str()),
        minutes: facts.minutes,
        leave_out: facts.leave_out.iter().map(|id| MovementId::from(id.as_str())).collect(),
        origin: (&facts.origin).into(),
    }
}

fn stop(content: &Content, words: &Words, place: &Place) -> Result<StopForm, ContentFault> {
    let words = &words.stop_signs;
    let sign = |facts: &StopSignFacts| {
        let words = place.get("signs", &words.signs, &facts.id)?;
        Ok(StopSign {
            id: StopSignId::from(facts.id.as_str()),
            text: words.text.clone(),
            next: facts.next.into(),
            advice: words.advice.clone(),
            origin: (&facts.origin).into(),
        })
    };
    Ok(StopForm {
        title: words.title.clone(),
        lead: words.lead.clone(),
        question: words.question.clone(),
        emergency: content.stop_signs.emergency.iter().map(sign).collect::<Result<_, _>>()?,
        signs: content.stop_signs.signs.iter().map(sign).collect::<Result<_, _>>()?,
    })
}

fn cautions(content: &Content, words: &Words, place: &Place) -> Result<Vec<Caution>, ContentFault> {
    let facts = content.cautions.cautions.iter();
    facts
        .map(|facts| {
            let words = place.get("cautions", &words.cautions.cautions, &facts.id)?;
            Ok(Caution {
                id: CautionId::from(facts.id.as_str()),
                name: words.name.clone(),
                rule: words.rule.clone(),
                origin: (&facts.origin).into(),
            })
        })
        .collect()
}

fn card(words: &Words) -> CardTexts {
    let tier = |words: &CardWords| TierTexts {
        title: words.title.clone(),
        action: words.action.clone(),
        after: words.after.clone(),
        tell_them: words.tell_them.clone(),
        ask: words.ask.clone(),
    };
    let words = &words.red_flag_card;
    CardTexts {
        now: tier(&words.now),
        urgent: tier(&words.urgent),
        numbers_differ: words.numbers_differ.clone(),
        way_back: words.way_back.clone(),
        reopened: words.reopened.clone(),
    }
}
