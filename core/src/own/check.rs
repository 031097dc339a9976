//! What may be kept: anything else is refused whole.

use std::collections::BTreeSet;

use super::{BodyAnswer, NoteDraft};
use crate::draft::{Invalid, require};

/// Checks a small note. Whether its kind and option are of the catalogue is for the caller to ask it.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be kept.
pub fn check_note(draft: &NoteDraft) -> Result<(), Invalid> {
    require(draft.text.chars().count() <= 2_000, "text", "must be at most 2,000 characters")?;
    let something = draft.option.is_some() || !draft.text.trim().is_empty();
    require(something, "note", "nothing was noted")
}

/// Checks answers to the body check. Whether questions and options are of the catalogue is for the caller to ask it.
///
/// # Errors
/// [`Invalid`] with the first question, or choice of one, that is there twice, or if nothing was answered.
pub fn check_answers(answers: &[BodyAnswer]) -> Result<(), Invalid> {
    require(!answers.is_empty(), "answers", "nothing was answered")?;
    let mut questions = BTreeSet::new();
    for (i, answer) in answers.iter().enumerate() {
        let field = format!("answers[{i}].question");
        require(questions.insert(&answer.question), &field, "the same question is there already")?;
        let mut chosen = BTreeSet::new();
        for (j, option) in answer.chosen.iter().enumerate() {
            let field = format!("answers[{i}].chosen[{j}]");
            require(chosen.insert(option), &field, "the same choice is there already")?;
        }
    }
    Ok(())
}
