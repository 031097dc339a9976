//! What the pages for one's own routines, the body check and the small notes need.

use serde::{Deserialize, Serialize};

use super::{AreaChoice, ItemLink, PracticeCard, RoutinePage, Subject};
use crate::catalogue::{
    AreaId, BodyOptionId, BodyQuestionId, NoteKindId, NoteOptionId, Origin, Passage, Posture,
};
use crate::measure::DayKind;
use crate::own::{BodyAnswer, NoteId, OwnRoutineId};
use crate::safety::{Gate, StopSign};

/// What `save_own_routine`, `duplicate_own_routine` and `import_own_routine` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRoutineSaved {
    /// The routine.
    pub routine: OwnRoutineId,
    /// Its page as it is now.
    pub page: RoutinePage,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `delete_own_routine` changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRoutineDeleted {
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// A routine of one's own as a file to share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedRoutine {
    /// A name for the file: "Morning.mingmen-routine.json".
    pub file_name: String,
    /// Its text.
    pub text: String,
}

/// The page on which a routine is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakeForm {
    /// Every form of a movement that can be taken into a routine, with its usual minutes.
    pub forms: Vec<MakeChoice>,
    /// Minutes to choose from for a routine made to measure.
    pub minutes: Vec<u16>,
    /// Postures to choose from.
    pub postures: Vec<Posture>,
    /// Parts of the body to choose from.
    pub areas: Vec<AreaChoice>,
    /// What the day may be like.
    pub days: Vec<DayChoice>,
    /// "Set from what you told about yourself", or empty.
    pub note: String,
}

/// A form of a movement to take into a routine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakeChoice {
    /// The form.
    pub link: ItemLink,
    /// Its usual minutes.
    pub minutes: u16,
    /// The figure's motion for its picture, where it has one.
    pub motion: Option<String>,
    /// The posture of its picture.
    pub posture: Posture,
    /// Why the person's answers speak against it; may be empty.
    pub caution: String,
}

/// A kind of day to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayChoice {
    /// The kind.
    pub day: DayKind,
    /// Its name: "Stiff".
    pub text: String,
}

/// The body check: a few questions about today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyCheckForm {
    /// The title.
    pub title: String,
    /// A line under it.
    pub lead: String,
    /// That it is no diagnosis.
    pub notice: String,
    /// The questions, in order; any may be passed over.
    pub questions: Vec<BodyQuestion>,
}

/// A question of the body check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyQuestion {
    /// Its id.
    pub id: BodyQuestionId,
    /// The question.
    pub text: String,
    /// Whether several answers may be chosen.
    pub many: bool,
    /// Its answers.
    pub options: Vec<BodyOption>,
    /// Where it came from.
    pub origin: Origin,
}

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyOption {
    /// Its id.
    pub id: BodyOptionId,
    /// The answer.
    pub text: String,
    /// The part of the body that it names, for the body map.
    pub area: Option<AreaId>,
}

/// What the body check suggests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestions {
    /// What was answered.
    pub answers: Vec<BodyAnswer>,
    /// When, in words: "Today", "Monday 4 May".
    pub answered: String,
    /// To practise, the most fitting first.
    pub practise: Vec<Suggestion>,
    /// To read, the most fitting first.
    pub read: Vec<Suggestion>,
    /// That it is no diagnosis.
    pub notice: String,
    /// What to reload; empty where nothing was kept.
    pub changes: Vec<Subject>,
}

/// One thing that is suggested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What it opens.
    pub link: ItemLink,
    /// The card with which it is practised; none for what is read, for a routine that is a choice, and while practice
    /// is shut.
    pub card: Option<PracticeCard>,
    /// Why, in a sentence, with where the reason came from.
    pub reason: Passage,
}

/// The small notes that can be kept. All are optional.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotesForm {
    /// The title.
    pub title: String,
    /// A line under it.
    pub lead: String,
    /// The kinds, in order.
    pub kinds: Vec<NoteKind>,
}

/// A kind of small note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteKind {
    /// Its id.
    pub id: NoteKindId,
    /// Its name.
    pub title: String,
    /// What is asked.
    pub prompt: String,
    /// What can be chosen; may be empty.
    pub options: Vec<NoteOption>,
    /// Whether a line can be written.
    pub takes_text: bool,
    /// What to read about it.
    pub related: Vec<ItemLink>,
}

/// Something to choose in a small note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteOption {
    /// Its id.
    pub id: NoteOptionId,
    /// Its name.
    pub text: String,
    /// Whether choosing it leads to the stop signs.
    pub felt_wrong: bool,
}

/// A small note as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteLine {
    /// Its id.
    pub id: NoteId,
    /// What it is about: "Sleep".
    pub title: String,
    /// What was noted: the choice, the text, or both.
    pub text: String,
}

/// What `keep_note` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteKept {
    /// The note.
    pub note: NoteId,
    /// Whether what was noted leads to the stop signs: show them.
    pub felt_wrong: bool,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `remove_note` changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteRemoved {
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `note_stop_sign` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignNoted {
    /// What follows the sign.
    pub after_stop: StopSign,
    /// Whether practice is open now.
    pub gate: Gate,
    /// What to reload.
    pub changes: Vec<Subject>,
}
