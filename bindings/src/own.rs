//! What a person keeps beyond practice, as the apps hand it in.
use mingmen_core::catalogue::{BodyOptionId, BodyQuestionId, NoteKindId, NoteOptionId, VariantId};
use mingmen_core::own::{
    ActivityId, BodyAnswer, NoteDraft, NoteId, OwnRoutineDraft, OwnRoutineId, OwnSegment,
};

crate::id::mirror_id! {
    /// Names a routine that the person made: a UUIDv7, the same in all its revisions.
    OwnRoutineId
}

crate::id::mirror_id! {
    /// Names a small note: a UUIDv7.
    NoteId
}

crate::id::mirror_id! {
    /// Names an everyday activity that the person chose: a UUIDv7, the same in all its revisions.
    ActivityId
}

/// One entry of a routine that the person made.
#[uniffi::remote(Record)]
pub struct OwnSegment {
    /// The form of a movement.
    pub variant: VariantId,
    /// Its whole minutes, 1 to 60.
    pub minutes: u16,
}

/// A routine as a person asks for it, or as a shared file holds it.
#[uniffi::remote(Record)]
pub struct OwnRoutineDraft {
    /// Its name, 1 to 60 characters; blanks around it are dropped.
    pub name: String,
    /// Its movements in order, 1 to 30; the same one may come again. At most 120 minutes together.
    pub segments: Vec<OwnSegment>,
}

/// A small note as a person makes it. One of option and text may be missing.
#[uniffi::remote(Record)]
pub struct NoteDraft {
    /// What it is about.
    pub kind: NoteKindId,
    /// The choice that was made, if the kind offers any.
    pub option: Option<NoteOptionId>,
    /// A line of text, up to 2,000 characters.
    pub text: String,
}

/// What was answered to one question of the body check.
#[uniffi::remote(Record)]
pub struct BodyAnswer {
    /// The question. One that was passed over has no answer.
    pub question: BodyQuestionId,
    /// What was chosen; nothing means "None of these".
    pub chosen: Vec<BodyOptionId>,
}
