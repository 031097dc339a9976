use crate::catalogue::VariantId;
use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::catalogue::Origin;
use crate::zone::Instant;

/// The red flags of the inventory, by tier (5C).
const NOW: [&str; 10] = [
    "redflag-bladder-bowel",
    "redflag-saddle-numbness",
    "redflag-sexual-function",
    "redflag-both-legs",
    "redflag-leg-weakness",
    "redflag-serious-accident",
    "redflag-chest-pain",
    "redflag-sudden-severe",
    "redflag-stroke-signs",
    "redflag-pregnancy",
];
const URGENT: [&str; 11] = [
    "redflag-fever-infection",
    "redflag-cancer-history",
    "redflag-weight-loss",
    "redflag-night-rest-pain",
    "redflag-fragile-bone",
    "redflag-spine-changed",
    "redflag-upper-back",
    "redflag-strain-pain",
    "redflag-one-leg-numb",
    "redflag-hands-gait",
    "redflag-swollen-calf",
];
const SOON: [&str; 3] = ["redflag-first-pain-age", "redflag-inflammatory-stiffness", "redflag-not-improving"];

fn english() -> &'static Catalogue {
    Catalogue::for_locale("en").unwrap()
}

fn lines() -> Vec<ScreeningLine> {
    screening_form(english()).pages.into_iter().flat_map(|page| page.lines).collect()
}

/// Minutes after 13 May 2026, 08:00.
fn at(minutes: i64) -> Instant {
    DateTime::parse_from_rfc3339("2026-05-13T08:00:00Z").unwrap().to_utc() + TimeDelta::minutes(minutes)
}

fn screening(ticked: &[&str]) -> Screening {
    let ticked = ticked.iter().map(|id| ScreeningLineId::from(*id)).collect();
    Screening { answered_at: at(0), date: at(0).date_naive(), version: 1, ticked }
}

fn clearance(minutes: i64) -> Clearance {
    Clearance { said_at: at(minutes), date: at(minutes).date_naive() }
}

fn effect(ticked: &[&str]) -> AboutYouEffect {
    let ticked: Vec<_> = ticked.iter().map(|id| AboutYouLineId::from(*id)).collect();
    check_about_you_ticks(english(), &ticked).unwrap();
    about_you_effect(english(), &ticked)
}

fn card(ticked: &[&str], country: &str) -> RedFlagCard {
    match gate(english(), Some(&screening(ticked)), None, country) {
        Gate::Shut { card } => card,
        open => panic!("{open:?}"),
    }
}

#[test]
fn every_red_flag_stands_behind_exactly_one_line_of_its_own_tier() {
    for (tier, expected) in [(Tier::Now, &NOW[..]), (Tier::Urgent, &URGENT[..]), (Tier::Soon, &SOON[..])] {
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        let lines: Vec<_> = lines().into_iter().filter(|line| line.tier == tier).collect();
        let mut found: Vec<_> =
            lines.iter().flat_map(|line| &line.signs).map(|sign| sign.id.as_str()).collect();
        found.sort_unstable();
        assert_eq!(found, expected);
    }
}

#[test]
fn the_first_page_holds_what_needs_help_now_in_at_most_seven_lines() {
    let pages = screening_form(english()).pages;
    assert_eq!(pages.len(), 2);
    assert!(pages[0].lines.len() <= 7);
    assert!(pages[0].lines.iter().all(|line| line.tier == Tier::Now));
    assert!(pages[1].lines.iter().all(|line| line.tier != Tier::Now));
}

#[test]
fn all_screening_content_says_that_it_is_proposed() {
    assert!(lines().iter().flat_map(|line| &line.signs).all(|sign| sign.origin == Origin::Proposed));
    assert!(screening_form(english()).notice.starts_with("No clinician has reviewed"));
    assert!(about_you_form(english()).notice.starts_with("No clinician has reviewed"));
}

#[test]
fn before_the_screening_practice_is_not_open() {
    assert_eq!(gate(english(), None, None, "GB"), Gate::NotScreened);
    assert_eq!(gate(english(), None, Some(&clearance(5)), "GB"), Gate::NotScreened);
}

#[test]
fn none_of_these_opens_practice_without_advice() {
    assert_eq!(gate(english(), Some(&screening(&[])), None, "GB"), Gate::Open { advice: vec![] });
}

#[test]
fn a_sign_that_needs_help_now_shuts_practice_and_offers_the_number() {
    let card = card(&["line-saddle"], "GB");
    assert_eq!(card.tier, Tier::Now);
    assert_eq!(card.call, Some(EmergencyNumber { country: "GB".into(), number: "999".into() }));
    insta::assert_json_snapshot!(card);
}

#[test]
fn an_urgent_sign_shuts_practice_without_a_call_for_help() {
    let card = card(&["line-pain-pattern", "line-first-pain-age"], "GB");
    assert_eq!((card.tier, &card.call, card.ticked.len()), (Tier::Urgent, &None, 1));
    insta::assert_json_snapshot!(card);
}

#[test]
fn the_most_urgent_tick_decides_and_all_grave_ones_are_shown_in_the_order_of_the_form() {
    let card = card(&["line-fever", "line-chest-or-stroke"], "GB");
    assert_eq!(card.tier, Tier::Now);
    assert_eq!(card.ticked.len(), 2);
    assert!(card.ticked[0].starts_with("Chest pain"));
    assert_eq!(card.tell_them[1..3], card.ticked);
}

#[test]
fn a_soon_sign_leaves_practice_open_with_advice() {
    let Gate::Open { advice } = gate(english(), Some(&screening(&["line-long-or-stiff"])), None, "GB") else {
        panic!("shut")
    };
    assert_eq!(advice.len(), 1);
    assert!(advice[0].ends_with("Gentle practice may go on."));
}

#[test]
fn what_a_clinician_said_since_reopens_practice_and_stays_as_dated_advice() {
    let ticked = screening(&["line-fever", "line-first-pain-age"]);
    let Gate::Open { advice } = gate(english(), Some(&ticked), Some(&clearance(0)), "GB") else {
        panic!("shut")
    };
    assert_eq!(advice.len(), 2);
    assert!(advice[0].starts_with("On 13 May 2026 you said"));
}

#[test]
fn what_a_clinician_said_before_the_latest_answers_does_not_count() {
    let gate = gate(english(), Some(&screening(&["line-fever"])), Some(&clearance(-1)), "GB");
    assert!(matches!(gate, Gate::Shut { .. }));
}

#[test]
fn answers_to_a_question_that_is_no_longer_asked_are_asked_again() {
    assert_eq!(gate(english(), Some(&screening(&["line-of-old"])), None, "GB"), Gate::NotScreened);
    let with_a_grave_one = screening(&["line-of-old", "line-saddle"]);
    assert!(matches!(gate(english(), Some(&with_a_grave_one), None, "GB"), Gate::Shut { .. }));
}

#[test]
fn a_country_that_is_not_known_gets_112_and_a_word_that_numbers_differ() {
    for country in ["ZZ", "", "XX", "Atlantis"] {
        let card = card(&["line-accident"], country);
        assert_eq!(card.call, Some(EmergencyNumber { country: "ZZ".into(), number: "112".into() }));
        assert!(card.action.contains("differ from country to country"), "{country}");
    }
    assert!(!card(&["line-accident"], "us").action.contains("differ"));
}

#[test]
fn the_members_of_the_european_union_dial_112() {
    let members = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE";
    for country in members.split(' ') {
        assert_eq!(emergency_number(english().safety(), country).unwrap().number, "112", "{country}");
    }
    let others = [("GB", "999"), ("US", "911"), ("AU", "000"), ("NZ", "111"), ("JP", "119"), ("CN", "120")];
    for (country, number) in others {
        assert_eq!(emergency_number(english().safety(), country).unwrap().number, number, "{country}");
    }
}

#[test]
fn a_tick_that_is_on_no_form_is_refused() {
    let unknown = |id: &str| Err(UnknownLine { id: id.into() });
    assert_eq!(check_screening_ticks(english(), &["line-saddle".into(), "x".into()]), unknown("x"));
    assert_eq!(check_about_you_ticks(english(), &["line-saddle".into()]), unknown("line-saddle"));
    assert_eq!(
        stop_sign(english(), &"stop".into()).map(|sign| sign.next),
        Err(UnknownLine { id: "stop".into() })
    );
}

#[test]
fn about_you_begins_seated_where_standing_is_uncomfortable_or_a_fall_is_likely() {
    for line in ["screen-standing", "caution-balance-falls", "caution-numb-feet"] {
        let effect = effect(&[line]);
        assert!(effect.seated && !effect.short_start, "{line}");
        assert!(effect.note.starts_with("We will start seated."), "{line}");
    }
}

#[test]
fn about_you_leaves_out_the_fold_where_bending_is_risky() {
    for line in ["screen-disc-or-serious", "caution-osteoporosis", "caution-head-down", "caution-heart-lungs"]
    {
        let effect = effect(&[line]);
        assert!(effect.leave_out.contains(&"forward-fold".into()), "{line}");
        assert!(effect.note.starts_with("We will leave out: Forward Fold"), "{line}");
    }
}

#[test]
fn about_you_leaves_out_the_floor_where_it_is_hard_to_reach() {
    for line in
        ["floor-is-hard", "caution-balance-falls", "caution-joint-replacement", "caution-recent-surgery"]
    {
        let left_out = effect(&[line]).leave_out;
        let floor = ["getting-down", "getting-up"].map(VariantId::from);
        assert!(floor.iter().all(|form| left_out.contains(form)), "{line}");
    }
}

#[test]
fn about_you_names_what_is_left_out_once_however_many_ticks_ask_for_it() {
    let effect =
        effect(&["caution-head-down", "screen-new-to-qigong", "screen-standing", "screen-disc-or-serious"]);
    assert_eq!(effect.leave_out, ["forward-fold", "kidney-tapping-heel-drops"].map(VariantId::from));
    assert_eq!(
        effect.note,
        "We will start seated, and with ten minutes. We will leave out: Forward Fold, Kidney Tapping and Heel \
         Drops."
    );
    assert_eq!(effect.cautions, ["caution-herniated-disc".into(), "caution-head-down".into()]);
    assert_eq!(effect.advice.len(), 4);
}

#[test]
fn about_you_changes_nothing_without_a_tick() {
    let effect = effect(&[]);
    assert!(!effect.seated && !effect.short_start);
    assert_eq!((effect.note.as_str(), effect.advice.len(), effect.leave_out.len()), ("", 0, 0));
}

#[test]
fn about_you_gives_cancer_advice_before_practice() {
    assert!(effect(&["screen-cancer"]).advice[0].starts_with("Ask a doctor first."));
}

#[test]
fn every_condition_of_about_you_has_its_caution() {
    let form = about_you_form(english());
    for line in form.lines.iter().filter(|line| line.id.as_str().starts_with("caution-")) {
        assert!(effect(&[line.id.as_str()]).cautions.contains(&line.id.as_str().into()), "{}", line.id);
    }
}

#[test]
fn the_stop_form_asks_for_help_first_and_ends_with_just_tired() {
    let form = stop_form(english());
    let ids: Vec<_> =
        form.emergency.iter().chain(&form.signs).map(|sign| (sign.id.as_str(), sign.next)).collect();
    let expected = [
        ("stop-chest-pain", StopNext::Emergency),
        ("stop-numb-or-weak", StopNext::Screen),
        ("stop-sharp-pain", StopNext::Screen),
        ("stop-pain-spreads", StopNext::Screen),
        ("stop-dizzy", StopNext::Rest),
        ("stop-hurts", StopNext::Rest),
        ("stop-tight", StopNext::Rest),
        ("stop-exhausted", StopNext::Rest),
    ];
    assert_eq!(ids, expected);
    assert_eq!(stop_sign(english(), &"stop-sharp-pain".into()).unwrap().text, "A sharp pain");
}

#[test]
fn the_forms_read_as_their_files_say() {
    insta::assert_json_snapshot!("screening_form", screening_form(english()));
    insta::assert_json_snapshot!("about_you_form", about_you_form(english()));
    insta::assert_json_snapshot!("stop_form", stop_form(english()));
}

proptest! {
    #[test]
    fn practice_is_shut_exactly_when_a_grave_line_is_ticked_and_nothing_was_said_since(
        ticks in proptest::collection::vec(any::<bool>(), 15),
        said in proptest::option::of(-3_i64..=3),
    ) {
        let lines = lines();
        prop_assert_eq!(lines.len(), ticks.len());
        let ticked: Vec<_> = lines.iter().zip(&ticks).filter(|(_, ticked)| **ticked).map(|(line, _)| line).collect();
        let ids: Vec<_> = ticked.iter().map(|line| line.id.as_str()).collect();
        let clearance = said.map(clearance);

        let gate = gate(english(), Some(&screening(&ids)), clearance.as_ref(), "GB");

        let grave = ticked.iter().any(|line| line.tier != Tier::Soon);
        let cleared = said.is_some_and(|minutes| minutes >= 0);
        prop_assert_eq!(matches!(gate, Gate::Shut { .. }), grave && !cleared);
        let soon = ticked.iter().filter(|line| line.tier == Tier::Soon).count();
        if let Gate::Open { advice } = gate {
            prop_assert_eq!(advice.len(), soon + usize::from(grave));
        }
    }

    #[test]
    fn the_order_of_ticks_changes_nothing(seed in proptest::sample::subsequence((0..21).collect::<Vec<usize>>(), 0..=21)) {
        let form = about_you_form(english());
        let mut ticked: Vec<_> = seed.iter().map(|index| form.lines[*index].id.clone()).collect();
        let forwards = about_you_effect(english(), &ticked);
        ticked.reverse();
        prop_assert_eq!(about_you_effect(english(), &ticked), forwards);
    }
}

#[test]
fn an_emergency_sign_shuts_practice_and_a_doubtful_one_asks_again() {
    let open = || gate(english(), Some(&screening(&[])), None, "GB");
    let after =
        |id: &str| gate_after_stop(english(), open(), stop_sign(english(), &id.into()).unwrap(), "GB");
    let Gate::Shut { card } = after("stop-chest-pain") else { panic!("practice stayed open") };
    assert_eq!((card.tier, card.call.unwrap().number.as_str()), (Tier::Now, "999"));
    assert_eq!(after("stop-sharp-pain"), Gate::ScreenAgain);
    assert_eq!(after("stop-exhausted"), open());
    let shut = gate(english(), Some(&screening(&["line-fever"])), None, "GB");
    let sign = stop_sign(english(), &"stop-sharp-pain".into()).unwrap();
    assert_eq!(gate_after_stop(english(), shut.clone(), sign, "GB"), shut);
}
