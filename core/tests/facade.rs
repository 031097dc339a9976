//! What holds on every page of the facade, whoever asks: what is offered can be done, and what is named can be opened.
#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests may; clippy sees only the test functions themselves

use std::collections::{BTreeMap, BTreeSet};

use mingmen_core::catalogue::{BodyOptionId, ItemId, Posture};
use mingmen_core::mingmen::{BeginDraft, BodyQuestion, ItemKind, ItemLink, MingmenError, PracticeCard};
use mingmen_core::own::BodyAnswer;
use mingmen_core::practice::{Breath, Choices, CueAction, Guidance, PlayerEvent};
use mingmen_core::safety::{AboutYouEffect, AboutYouLineId};
use proptest::prelude::*;
use serde_json::Value;

#[path = "support/life.rs"]
mod life;
mod support;

use life::{answer_everything, every_page, keep_own_routines, lived_in, screened};
use support::{Phone, all, json, new_phone};

/// Every card that these pages and the first screen offer, each once.
fn cards(phone: &Phone, pages: &BTreeMap<(ItemKind, ItemId), Value>) -> Vec<PracticeCard> {
    let today = json(&phone.mingmen.today(&phone.now).unwrap());
    let suggested = json(&phone.mingmen.suggestions(&phone.now).unwrap());
    let mut cards: Vec<PracticeCard> =
        pages.values().chain([&today, &suggested]).flat_map(all::<PracticeCard>).collect();
    cards.sort_by(|one, other| format!("{one:?}").cmp(&format!("{other:?}")));
    cards.dedup();
    cards
}

fn begin(phone: &Phone, card: &PracticeCard) -> Result<(), MingmenError> {
    let PracticeCard { routine, choices, reason, .. } = card.clone();
    let draft = BeginDraft { routine, choices, reason, pain_before: None };
    let begun = phone.mingmen.begin_practice(&draft, &phone.now)?;
    let minutes = u32::from(card.choices.minutes);
    assert_eq!(begun.script.length_ms, minutes * 60_000, "{}", card.routine);
    assert!(!begun.script.title.is_empty() && !begun.script.segments.is_empty(), "{}", card.routine);
    phone.mingmen.step_practice(&begun.practice, &PlayerEvent::Stop, 0, &phone.now)?;
    Ok(())
}

fn about_you_lines() -> Vec<AboutYouLineId> {
    let form = new_phone().mingmen.about_you_form().unwrap();
    form.lines.into_iter().map(|line| line.id).collect()
}

#[test]
fn every_line_on_every_page_opens_a_page_with_the_same_title_everywhere() {
    let phone = lived_in(new_phone());
    let pages = every_page(&phone);
    assert!(pages.len() > 494, "only {} pages", pages.len());
    let mut titles: BTreeMap<(ItemKind, ItemId), BTreeSet<String>> = BTreeMap::new();
    for link in pages.values().flat_map(all::<ItemLink>) {
        titles.entry((link.kind, link.id)).or_default().insert(link.title);
    }
    let several: Vec<_> = titles.iter().filter(|(_, titles)| titles.len() > 1).collect();
    assert!(several.is_empty(), "one thing under several titles: {several:?}");
}

#[test]
fn every_card_that_any_page_offers_can_be_begun() {
    let phone = lived_in(new_phone());
    let cards = cards(&phone, &every_page(&phone));
    assert!(cards.len() > 60, "only {} cards", cards.len());
    for card in &cards {
        begin(&phone, card).unwrap_or_else(|error| panic!("{}: {error}", card.routine));
    }
}

#[test]
fn no_page_offers_a_card_while_practice_is_shut() {
    let phone = lived_in(new_phone());
    phone.mingmen.answer_screening(&["line-saddle".into()], &phone.now).unwrap();
    let cards = cards(&phone, &every_page(&phone));
    assert!(cards.is_empty(), "{cards:?}");
}

#[test]
fn every_page_opens_before_the_screening_and_offers_nothing_to_do() {
    let phone = new_phone();
    keep_own_routines(&phone);
    answer_everything(&phone);
    let cards = cards(&phone, &every_page(&phone));
    assert!(cards.is_empty(), "{cards:?}");
}

/// So many times fewer cases than usual: each needs a database of its own, and some open every page.
fn fewer_cases(times: u32) -> ProptestConfig {
    let cases = ProptestConfig::default().cases.div_ceil(times);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn some_about_you() -> impl Strategy<Value = Vec<AboutYouLineId>> {
    let lines = about_you_lines();
    let count = lines.len();
    proptest::sample::subsequence(lines, 0..=count)
}

/// Any answers to any questions of the body check, at least to one.
fn some_answers() -> impl Strategy<Value = Vec<BodyAnswer>> {
    let questions = new_phone().mingmen.body_check_form().unwrap().questions;
    let answer = |question: BodyQuestion| {
        let options: Vec<BodyOptionId> = question.options.into_iter().map(|option| option.id).collect();
        let most = if question.many { options.len() } else { 1 };
        let chosen = proptest::sample::subsequence(options, 0..=most);
        let id = question.id;
        proptest::option::of(chosen.prop_map(move |chosen| BodyAnswer { question: id.clone(), chosen }))
    };
    let answers: Vec<_> = questions.into_iter().map(answer).collect();
    answers
        .prop_map(|answers| answers.into_iter().flatten().collect::<Vec<_>>())
        .prop_filter("nothing was answered", |answers| !answers.is_empty())
}

/// That a card can be begun, holds nothing that is left out for the person and leaves on a chair who asked for one.
fn check_card(phone: &Phone, card: &PracticeCard, effect: &AboutYouEffect) -> Result<(), TestCaseError> {
    let script = phone.mingmen.compile_script(&card.routine, &card.choices);
    prop_assert!(script.is_ok(), "{}: {:?}", card.routine, script);
    for segment in script.unwrap().segments {
        prop_assert!(
            !effect.leave_out.contains(&segment.variant),
            "{} has {}",
            card.routine,
            segment.variant
        );
    }
    let stands = effect.seated && card.choices.posture == Posture::Standing;
    prop_assert!(!stands, "{} is offered standing", card.routine);
    Ok(())
}

proptest! {
    #![proptest_config(fewer_cases(64))]

    #[test]
    fn whatever_a_person_says_of_themselves_every_card_can_be_begun_and_keeps_to_it(ticked in some_about_you()) {
        let phone = lived_in(new_phone());
        let effect = phone.mingmen.answer_about_you(&ticked, &phone.now).unwrap().effect;
        for card in cards(&phone, &every_page(&phone)) {
            check_card(&phone, &card, &effect)?;
        }
    }
}

proptest! {
    #![proptest_config(fewer_cases(4))]

    #[test]
    fn whatever_is_answered_what_the_body_check_suggests_fits_and_opens(
        answers in some_answers(),
        ticked in some_about_you(),
    ) {
        let phone = screened(new_phone());
        let effect = phone.mingmen.answer_about_you(&ticked, &phone.now).unwrap().effect;
        let suggestions = phone.mingmen.answer_body_check(&answers, &phone.now).unwrap();
        let again = phone.mingmen.suggestions(&phone.now).unwrap().unwrap();
        prop_assert_eq!((&again.practise, &again.read), (&suggestions.practise, &suggestions.read));
        for suggestion in suggestions.practise.iter().chain(&suggestions.read) {
            prop_assert!(phone.page(&suggestion.link).is_ok(), "{} does not open", suggestion.link.id);
            let left_out = effect.leave_out.iter().any(|form| form.as_str() == suggestion.link.id.as_str());
            prop_assert!(!left_out, "{} is left out and suggested", suggestion.link.id);
        }
        for suggestion in &suggestions.practise {
            let chooses = !all::<ItemLink>(&phone.page(&suggestion.link).unwrap()["choices"]).is_empty();
            prop_assert_eq!(suggestion.card.is_none(), chooses, "{}", suggestion.link.id);
        }
        for card in all::<PracticeCard>(&json(&suggestions)) {
            check_card(&phone, &card, &effect)?;
        }
    }
}

proptest! {
    #![proptest_config(fewer_cases(8))]

    #[test]
    fn a_pace_that_an_article_states_is_kept_whatever_is_chosen(
        minutes in 1_u16..=30,
        breath_ms in 4_000_u32..=16_000,
        posture in proptest::sample::select(vec![Posture::Seated, Posture::Standing, Posture::Lying]),
    ) {
        let guidance = Guidance { breath_ms: Some(breath_ms), ..Guidance::default() };
        let choices = Choices { guidance, ..Choices::usual(minutes, posture) };
        let script = new_phone().mingmen.compile_script(&"one/coherent-breath".into(), &choices).unwrap();
        let starts: Vec<u32> = script
            .cues
            .iter()
            .filter(|cue| cue.action == CueAction::Breathe { breath: Breath::In })
            .map(|cue| cue.at_ms)
            .collect();
        prop_assert!(starts.len() >= usize::from(minutes) * 11 / 2 - 2, "{} breaths", starts.len());
        for pair in starts.windows(2) {
            prop_assert_eq!(pair[1] - pair[0], 10_909, "5.5 breaths a minute");
        }
    }
}

#[test]
fn nobody_can_choose_to_walk_through_a_practice() {
    let phone = screened(new_phone());
    let choices = |posture| Choices::usual(3, posture);
    for routine in ["routine-phase-1", "one/duck-walking", "one/torso-twists"] {
        let refused = phone.mingmen.compile_script(&routine.into(), &choices(Posture::Walking)).unwrap_err();
        assert_eq!(refused.to_string(), "choices.posture: must be seated, standing or lying", "{routine}");
        let seated = phone.mingmen.compile_script(&routine.into(), &choices(Posture::Seated)).unwrap();
        let walked = seated.segments.iter().any(|segment| segment.posture == Posture::Walking);
        assert_eq!(walked, routine == "one/duck-walking", "only what is walking in itself walks");
    }
}

#[test]
fn what_an_id_does_not_name_in_full_is_not_found() {
    let phone = screened(new_phone());
    let nobody = "own/019caccd-0000-7000-8000-000000000000/1";
    let ids = [
        "",
        "one/",
        "one/moonwalk",
        "one/spinal-wave",
        "one/joint-mobilization+",
        "one/joint-mobilization+jm-rocking+jm-rocking",
        "one/joint-mobilization+duck-walking",
        "one/torso-twists+jm-rocking",
        "own/",
        "own/x/1",
        nobody,
        "made/",
        "topic",
        "one/pai-da",
    ];
    for id in ids {
        let found = phone.mingmen.routine_page(&id.into(), &phone.now);
        assert!(matches!(found, Err(MingmenError::NotFound { .. })), "{id}: {found:?}");
        let found = phone.mingmen.item(&id.into());
        assert!(matches!(found, Err(MingmenError::NotFound { .. })), "{id}: {found:?}");
    }
}
