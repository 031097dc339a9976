//! The names of questions, answers and small notes.
use mingmen_core::catalogue::{BodyOptionId, BodyQuestionId, NoteKindId, NoteOptionId};

crate::id::mirror_id! {
    /// Names what a small note is about, such as warm food or sleep.
    NoteKindId
}

crate::id::mirror_id! {
    /// Names one of the choices that a kind of note offers.
    NoteOptionId
}

crate::id::mirror_id! {
    /// Names a question of the body check.
    BodyQuestionId
}

crate::id::mirror_id! {
    /// Names an answer that a question of the body check offers.
    BodyOptionId
}
