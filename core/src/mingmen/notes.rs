//! Small notes, and a sign of the body noted while no practice is open.

use crate::own::{self, Note, NoteDraft, NoteId, NotedSign};
use crate::safety::{self, StopSignId};
use crate::store::Change;
use crate::zone::{Moment, Now};

use super::{
    Mingmen, MingmenError, NoteKept, NoteKind, NoteLine, NoteOption, NoteRemoved, NotesForm, Result,
    SignNoted, Subject,
};

impl Mingmen {
    /// The small notes that can be kept. All are optional.
    ///
    /// # Errors
    /// [`MingmenError::Closed`].
    pub fn notes_form(&self) -> Result<NotesForm> {
        self.store.require_open()?;
        let notes = self.learn()?.notes();
        let kind = |kind: &crate::catalogue::NoteKindContent| NoteKind {
            id: kind.id.clone(),
            title: kind.title.clone(),
            prompt: kind.prompt.clone(),
            options: kind
                .options
                .iter()
                .map(|option| NoteOption {
                    id: option.id.clone(),
                    text: option.text.clone(),
                    felt_wrong: option.felt_wrong,
                })
                .collect(),
            takes_text: kind.takes_text,
            related: kind.related.iter().filter_map(|id| self.link(id.as_str())).collect(),
        };
        Ok(NotesForm {
            title: notes.title.clone(),
            lead: notes.lead.clone(),
            kinds: notes.kinds.iter().map(kind).collect(),
        })
    }

    /// Keeps a small note.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] with the field, [`MingmenError::NotFound`] for its kind or its option.
    pub fn keep_note(&self, draft: &NoteDraft, now: &Now) -> Result<NoteKept> {
        let moment = Moment::check(now)?;
        own::check_note(draft)?;
        let kinds = &self.learn()?.notes().kinds;
        let kind = kinds.iter().find(|kind| kind.id == draft.kind);
        let kind = kind.ok_or_else(|| MingmenError::not_found("note", &draft.kind))?;
        if !kind.takes_text && !draft.text.trim().is_empty() {
            return Err(MingmenError::invalid("text", "this note takes none"));
        }
        let chosen = draft.option.as_ref().map(|id| {
            let option = kind.options.iter().find(|option| option.id == *id);
            option.ok_or_else(|| MingmenError::not_found("note option", id))
        });
        let felt_wrong = chosen.transpose()?.is_some_and(|option| option.felt_wrong);
        let note = Note {
            id: self.next_id(moment.instant).into(),
            noted_at: moment.instant,
            zone: moment.zone.id().to_owned(),
            date: moment.day,
            noted: draft.clone(),
        };
        self.store.write::<_, MingmenError>(|writing| Ok(writing.insert_note(&note)?))?;
        Ok(NoteKept { note: note.id, felt_wrong, changes: vec![Subject::Notes] })
    }

    /// Takes a small note back.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`]; [`MingmenError::InvalidInput`] for what can be no id of a note.
    pub fn remove_note(&self, id: &NoteId, now: &Now) -> Result<NoteRemoved> {
        let moment = Moment::check(now)?;
        let withdrawal = self.next_id(moment.instant);
        self.store.write(|writing| {
            if writing.note(id)?.is_none() {
                return Err(MingmenError::not_found("note", id));
            }
            writing.withdraw_note(Change { id: &withdrawal, at: moment.instant }, id)?;
            Ok(NoteRemoved { changes: vec![Subject::Notes] })
        })
    }

    /// Keeps a stop sign that was felt while no practice is open, and says whether practice is open still. A sign of
    /// emergency shuts it; a doubtful one asks the screening again.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for the sign.
    pub fn note_stop_sign(&self, sign: &StopSignId, now: &Now) -> Result<SignNoted> {
        let moment = Moment::check(now)?;
        let after_stop = safety::stop_sign(self.catalogue, sign)?.clone();
        let noted = NotedSign {
            noted_at: moment.instant,
            zone: moment.zone.id().to_owned(),
            date: moment.day,
            sign: sign.clone(),
        };
        let id = self.next_id(moment.instant);
        self.store.write(|writing| {
            writing.insert_noted_sign(&id, &noted)?;
            let changes = vec![Subject::Safety, Subject::Reminders];
            Ok(SignNoted { after_stop, gate: self.gate_of(writing)?, changes })
        })
    }

    /// A small note as it is shown: what it is about, and what was noted.
    pub(super) fn note_line(&self, note: &Note) -> Result<NoteLine> {
        let kinds = &self.learn()?.notes().kinds;
        let kind = kinds.iter().find(|kind| kind.id == note.noted.kind);
        let option = kind.zip(note.noted.option.as_ref()).and_then(|(kind, id)| {
            let option = kind.options.iter().find(|option| option.id == *id)?;
            Some(option.text.as_str())
        });
        let text = Some(note.noted.text.as_str()).filter(|text| !text.is_empty());
        Ok(NoteLine {
            id: note.id.clone(),
            title: kind.map(|kind| kind.title.clone()).unwrap_or_default(),
            text: option.into_iter().chain(text).collect::<Vec<_>>().join(&self.phrases().list_comma()),
        })
    }
}
