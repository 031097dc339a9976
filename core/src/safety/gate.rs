//! Whether guided practice is open: the latest answers to the screening, and what a clinician said since.

use chrono::Datelike;

use super::{
    Clearance, EmergencyNumber, Gate, RedFlagCard, SafetyContent, Screening, ScreeningLine, ScreeningLineId,
    StopNext, StopSign, Tier, UnknownLine,
};
use crate::catalogue::Catalogue;
use crate::zone::CivilDate;

/// The country of those who did not say where they are.
const UNKNOWN_COUNTRY: &str = "ZZ";

/// Checks the ticks of the screening before they are kept.
///
/// # Errors
/// The first tick that is no line of the screening.
pub fn check_screening_ticks(catalogue: &Catalogue, ticked: &[ScreeningLineId]) -> Result<(), UnknownLine> {
    let known = |id: &ScreeningLineId| find(catalogue.safety(), id).is_some();
    ticked.iter().find(|id| !known(id)).map_or(Ok(()), |id| Err(UnknownLine { id: id.0.clone() }))
}

/// Whether practice is open, for a person in `country` (ISO 3166-1 alpha-2; a country without an entry is
/// treated as unknown).
///
/// The latest screening counts alone. A tick of tier `now` or `urgent` shuts practice until a clearance that was
/// said at or after the screening; from then on it is advice. A tick of tier `soon` is advice from the start
/// (inventory 5C). Answers to questions that are no longer asked count as none: the person is asked again.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use mingmen_core::catalogue::Catalogue;
/// use mingmen_core::safety::{Gate, Screening, gate};
/// # use mingmen_core::zone::Instant;
///
/// let catalogue = Catalogue::for_locale("en")?;
/// assert_eq!(gate(catalogue, None, None, "GB"), Gate::NotScreened);
///
/// # let answered_at: Instant = "2026-05-13T07:52:00Z".parse()?;
/// let date = answered_at.date_naive();
/// let none_of_these = Screening { answered_at, date, version: 1, ticked: vec![] };
/// assert_eq!(gate(catalogue, Some(&none_of_these), None, "GB"), Gate::Open { advice: vec![] });
///
/// let chest_pain = Screening { ticked: vec!["line-chest-or-stroke".into()], ..none_of_these };
/// let Gate::Shut { card } = gate(catalogue, Some(&chest_pain), None, "GB") else { return Err("open".into()) };
/// assert_eq!(card.call.map(|call| call.number).as_deref(), Some("999"));
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn gate(
    catalogue: &Catalogue,
    latest: Option<&Screening>,
    clearance: Option<&Clearance>,
    country: &str,
) -> Gate {
    let Some(screening) = latest else { return Gate::NotScreened };
    let content = catalogue.safety();
    let ticked = lines(content, &screening.ticked);
    let shut = ticked.iter().any(|line| line.tier != Tier::Soon);
    let cleared = clearance.filter(|clearance| clearance.said_at >= screening.answered_at);
    if shut && cleared.is_none() {
        return Gate::Shut { card: card(content, &ticked, country) };
    }
    if check_screening_ticks(catalogue, &screening.ticked).is_err() {
        return Gate::NotScreened;
    }
    let reopened = cleared.filter(|_| shut).map(|clearance| reopened(catalogue, clearance.date));
    let soon = ticked.iter().filter_map(|line| content.soon_advice.get(&line.id)).cloned();
    Gate::Open { advice: reopened.into_iter().chain(soon).collect() }
}

/// The gate once a practice has been stopped for a sign after the latest screening and clearance: an emergency sign
/// shuts practice like a red flag, and a sign that may be one asks the questions again (inventory 5B).
#[must_use]
pub fn gate_after_stop(catalogue: &Catalogue, gate: Gate, sign: &StopSign, country: &str) -> Gate {
    match (&gate, sign.next) {
        (Gate::Open { .. }, StopNext::Emergency) => {
            let words = vec![sign.text.clone()];
            Gate::Shut { card: card_of(catalogue.safety(), Tier::Now, words, country) }
        }
        (Gate::Open { .. }, StopNext::Screen) => Gate::ScreenAgain,
        _ => gate,
    }
}

/// What was ticked, in the order of the form: most dangerous first.
fn lines<'a>(content: &'a SafetyContent, ticked: &[ScreeningLineId]) -> Vec<&'a ScreeningLine> {
    let all = content.screening.pages.iter().flat_map(|page| &page.lines);
    all.filter(|line| ticked.contains(&line.id)).collect()
}

fn find<'a>(content: &'a SafetyContent, id: &ScreeningLineId) -> Option<&'a ScreeningLine> {
    content.screening.pages.iter().flat_map(|page| &page.lines).find(|line| line.id == *id)
}

fn card(content: &SafetyContent, ticked: &[&ScreeningLine], country: &str) -> RedFlagCard {
    let grave = || ticked.iter().filter(|line| line.tier != Tier::Soon);
    let tier = grave().map(|line| line.tier).min().unwrap_or(Tier::Urgent);
    card_of(content, tier, grave().map(|line| line.text.clone()).collect(), country)
}

fn card_of(content: &SafetyContent, tier: Tier, words: Vec<String>, country: &str) -> RedFlagCard {
    let now = tier == Tier::Now;
    let texts = if now { &content.card.now } else { &content.card.urgent };
    let call = now.then(|| emergency_number(content, country)).flatten();
    let differ = call.as_ref().is_some_and(|call| call.country == UNKNOWN_COUNTRY);
    RedFlagCard {
        tier,
        title: texts.title.clone(),
        action: if differ {
            format!("{} {}", texts.action, content.card.numbers_differ)
        } else {
            texts.action.clone()
        },
        after: texts.after.clone(),
        call,
        tell_them: [&texts.tell_them].into_iter().chain(&words).chain([&texts.ask]).cloned().collect(),
        ticked: words,
        way_back: content.card.way_back.clone(),
    }
}

/// The number to dial for an ambulance in a country, or the one to try where the country is not known.
#[must_use]
pub fn emergency_number(content: &SafetyContent, country: &str) -> Option<EmergencyNumber> {
    let country = country.to_ascii_uppercase();
    [country.as_str(), UNKNOWN_COUNTRY].into_iter().find_map(|code| {
        let number = content.emergency_numbers.get(code)?;
        Some(EmergencyNumber { country: code.to_owned(), number: number.clone() })
    })
}

fn reopened(catalogue: &Catalogue, date: CivilDate) -> String {
    let phrases = catalogue.phrases();
    let date = phrases.date_with_year(date.day(), phrases.month(date.month()), date.year());
    catalogue.safety().card.reopened.replace("{date}", &date)
}
