//! What the answers of the body check suggest: the rules of the content, applied.
//!
//! It is no diagnosis. A rule names answers and one thing to practise or to read, with its reason; the rules are content
//! (`core/content/check`), so that they can be read and changed without code.

use std::collections::BTreeSet;

use crate::catalogue::{AnswerCondition, SuggestionRule};
use crate::own::BodyAnswer;

/// The rules that hold for some answers, the strongest first; of those that suggest the same, the strongest alone.
///
/// Of equal strength, the one that stands first in the content comes first. A question that was passed over makes no rule
/// hold that asks for it, and rules out none.
#[must_use]
pub fn suggest<'a>(rules: &'a [SuggestionRule], answers: &[BodyAnswer]) -> Vec<&'a SuggestionRule> {
    let given = |condition: &AnswerCondition| {
        let of_question = answers.iter().filter(|answer| answer.question == condition.question);
        of_question.flat_map(|answer| &answer.chosen).any(|chosen| condition.any.contains(chosen))
    };
    let holds = |rule: &&SuggestionRule| rule.when.iter().all(given) && !rule.unless.iter().any(given);
    let mut holding: Vec<&SuggestionRule> = rules.iter().filter(holds).collect();
    holding.sort_by_key(|rule| std::cmp::Reverse(rule.weight));
    let mut suggested = BTreeSet::new();
    holding.retain(|rule| suggested.insert(&rule.suggest));
    holding
}
