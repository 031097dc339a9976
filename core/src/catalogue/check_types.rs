//! The body check, what it suggests, and the small notes, as the content gives them, with the words of one language.

use serde::{Deserialize, Serialize};

use super::{AreaId, ItemId, Origin, Passage};
use crate::id::id;

id! {
    /// Names what a small note is about, such as warm food or sleep.
    NoteKindId
}
id! {
    /// Names one of the choices that a kind of note offers.
    NoteOptionId
}
id! {
    /// Names a question of the body check.
    BodyQuestionId
}
id! {
    /// Names an answer that a question of the body check offers.
    BodyOptionId
}

/// The body check: a few questions about today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyCheckContent {
    /// The title.
    pub title: String,
    /// A line under it.
    pub lead: String,
    /// That it is no diagnosis.
    pub notice: String,
    /// Its questions, in order.
    pub questions: Vec<BodyQuestionContent>,
    /// What answers suggest.
    pub rules: Vec<SuggestionRule>,
}

/// A question of the body check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyQuestionContent {
    /// Its id.
    pub id: BodyQuestionId,
    /// The question.
    pub text: String,
    /// Whether several answers may be chosen.
    pub many: bool,
    /// Its answers.
    pub options: Vec<BodyOptionContent>,
    /// Where it came from.
    pub origin: Origin,
}

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyOptionContent {
    /// Its id.
    pub id: BodyOptionId,
    /// The answer.
    pub text: String,
    /// The part of the body that it names.
    pub area: Option<AreaId>,
    /// The minutes that it names.
    pub minutes: Option<u16>,
}

/// A rule: answers, and what they suggest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestionRule {
    /// Its name in the files.
    pub id: String,
    /// Answers that it asks for; all of these hold.
    pub when: Vec<AnswerCondition>,
    /// Answers that rule it out; any of these does.
    pub unless: Vec<AnswerCondition>,
    /// What it suggests.
    pub suggest: ItemId,
    /// Whether that is practised, or read.
    pub to_practise: bool,
    /// How strongly, 1 to 10.
    pub weight: u8,
    /// Why, in a sentence.
    pub reason: Passage,
}

/// One of several answers to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerCondition {
    /// The question.
    pub question: BodyQuestionId,
    /// Its answers of which one was given.
    pub any: Vec<BodyOptionId>,
}

/// The small notes that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesContent {
    /// The title.
    pub title: String,
    /// A line under it.
    pub lead: String,
    /// The kinds, in order.
    pub kinds: Vec<NoteKindContent>,
}

/// A kind of small note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteKindContent {
    /// Its id.
    pub id: NoteKindId,
    /// Its name.
    pub title: String,
    /// What is asked.
    pub prompt: String,
    /// What can be chosen.
    pub options: Vec<NoteOptionContent>,
    /// Whether a line can be written.
    pub takes_text: bool,
    /// What to read about it.
    pub related: Vec<ItemId>,
    /// Where it came from.
    pub origin: Origin,
}

/// Something to choose in a small note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteOptionContent {
    /// Its id.
    pub id: NoteOptionId,
    /// Its name.
    pub text: String,
    /// Whether choosing it leads to the stop signs.
    pub felt_wrong: bool,
}
