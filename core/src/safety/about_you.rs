//! What the ticks of "About you" change: posture, length, and what is left out.

use std::collections::BTreeSet;

use super::{AboutYouEffect, AboutYouLineId, AboutYouRule, UnknownLine};
use crate::catalogue::{Catalogue, VariantId};

/// Checks the ticks of "About you" before they are kept.
///
/// # Errors
/// The first tick that is no line of the form.
pub fn check_about_you_ticks(catalogue: &Catalogue, ticked: &[AboutYouLineId]) -> Result<(), UnknownLine> {
    let rules = &catalogue.safety().about_you_rules;
    let unknown = ticked.iter().find(|id| !rules.contains_key(*id));
    unknown.map_or(Ok(()), |id| Err(UnknownLine { id: id.0.clone() }))
}

/// What ticks change. Nothing is kept, and the order of the ticks does not matter.
///
/// Seated where standing is uncomfortable or a fall is likely, ten minutes for who is new, no forward fold where
/// bending or a low head is risky (inventory 5A, 5D; all but the articles' own advice is proposed). A tick that is
/// no longer on the form changes nothing: check with [`check_about_you_ticks`] what comes in from outside.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use mingmen_core::catalogue::Catalogue;
/// use mingmen_core::safety::about_you_effect;
///
/// let catalogue = Catalogue::for_locale("en")?;
/// let effect = about_you_effect(catalogue, &["screen-standing".into(), "screen-new-to-qigong".into()]);
/// assert!(effect.seated && effect.short_start);
/// assert_eq!(effect.note, "We will start seated, and with ten minutes.");
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn about_you_effect(catalogue: &Catalogue, ticked: &[AboutYouLineId]) -> AboutYouEffect {
    let content = catalogue.safety();
    let lines = || content.about_you.lines.iter().filter(|line| ticked.contains(&line.id));
    let rules: Vec<&AboutYouRule> =
        lines().filter_map(|line| content.about_you_rules.get(&line.id)).collect();
    let seated = rules.iter().any(|rule| rule.seated);
    let short_start = rules.iter().any(|rule| rule.short_start);
    let leave_out = different(rules.iter().flat_map(|rule| &rule.leave_out));
    AboutYouEffect {
        seated,
        short_start,
        note: note(catalogue, seated, short_start, &leave_out),
        cautions: different(rules.iter().flat_map(|rule| &rule.cautions)),
        leave_out,
        advice: lines().map(|line| line.advice.clone()).collect(),
    }
}

fn different<'a, T: Clone + Ord + 'a>(items: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    items.filter(|item| seen.insert(*item)).cloned().collect()
}

fn note(catalogue: &Catalogue, seated: bool, short_start: bool, leave_out: &[VariantId]) -> String {
    let phrases = catalogue.phrases();
    let start = match (seated, short_start) {
        (true, true) => Some(phrases.start_seated_and_short()),
        (true, false) => Some(phrases.start_seated()),
        (false, true) => Some(phrases.start_short()),
        (false, false) => None,
    };
    let names: Vec<&str> = leave_out
        .iter()
        .filter_map(|id| catalogue.variant(id))
        .map(|(movement, _)| movement.name.as_str())
        .collect();
    let left_out = (!names.is_empty()).then(|| phrases.left_out(phrases.list(&names)));
    start.into_iter().chain(left_out).collect::<Vec<_>>().join(" ")
}
