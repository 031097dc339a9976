//! The plain types of what a person keeps beyond practice.

use serde::{Deserialize, Serialize};

use crate::catalogue::{RoutineId, VariantId};
use crate::id::id;
use crate::safety::StopSignId;
use crate::uuid;
use crate::zone::{CivilDate, Instant};

id! {
    /// Names a routine that the person made: a UUIDv7, the same in all its revisions.
    OwnRoutineId
}
id! {
    /// Names a small note: a UUIDv7.
    NoteId
}
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

/// One entry of a routine that the person made.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OwnSegment {
    /// The form of a movement.
    pub variant: VariantId,
    /// Its whole minutes, 1 to 60.
    pub minutes: u16,
}

/// A routine as a person asks for it, or as a shared file holds it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OwnRoutineDraft {
    /// Its name, 1 to 60 characters; blanks around it are dropped.
    pub name: String,
    /// Its movements in order, 1 to 30; the same one may come again. At most 120 minutes together.
    pub segments: Vec<OwnSegment>,
}

/// A routine that the person made, as it is in one revision.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OwnRoutine {
    /// Its id.
    pub id: OwnRoutineId,
    /// The number of this revision, from 1.
    pub revision: u32,
    /// Its name.
    pub name: String,
    /// Its movements, in order.
    pub segments: Vec<OwnSegment>,
}

impl OwnRoutine {
    /// All its minutes.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        minutes(&self.segments)
    }

    /// This revision of it, for a practice to name.
    #[must_use]
    pub fn at(&self) -> OwnRevision {
        OwnRevision { routine: self.id.clone(), revision: self.revision }
    }
}

/// All minutes of some entries.
pub(super) fn minutes(segments: &[OwnSegment]) -> u32 {
    segments.iter().map(|segment| u32::from(segment.minutes)).sum()
}

/// One revision of a routine that the person made: what a practice of it names, so that it can be led again as it was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OwnRevision {
    /// The routine.
    pub routine: OwnRoutineId,
    /// The number of the revision, from 1.
    pub revision: u32,
}

/// How the [`RoutineId`] of an own routine begins. No routine of the catalogue does: their ids have no `/`.
const OWN: &str = "own/";

impl OwnRevision {
    /// The id under which it is practised: `own/<routine>/<revision>`.
    #[must_use]
    pub fn routine_id(&self) -> RoutineId {
        RoutineId(format!("{OWN}{}/{}", self.routine, self.revision))
    }

    /// The revision that an id names; `None` if it is not the id of an own routine, letter for letter as
    /// [`OwnRevision::routine_id`] writes it.
    ///
    /// ```
    /// use mingmen_core::catalogue::RoutineId;
    /// use mingmen_core::own::OwnRevision;
    ///
    /// let id = RoutineId::from("own/019e1f6b-6400-7000-8000-000000000001/3");
    /// let revision = OwnRevision::of(&id).unwrap();
    /// assert_eq!((revision.routine.as_str(), revision.revision), ("019e1f6b-6400-7000-8000-000000000001", 3));
    /// assert_eq!(revision.routine_id(), id);
    /// assert_eq!(OwnRevision::of(&RoutineId::from("routine-phase-1")), None);
    /// ```
    #[must_use]
    pub fn of(id: &RoutineId) -> Option<OwnRevision> {
        let (routine, revision) = id.as_str().strip_prefix(OWN)?.split_once('/')?;
        let canonical = revision.starts_with(|first: char| matches!(first, '1'..='9'));
        let revision = revision.parse().ok().filter(|_| canonical)?;
        uuid::parse(routine).map(|_| OwnRevision { routine: routine.into(), revision })
    }
}

/// A small note as a person makes it. One of option and text may be missing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NoteDraft {
    /// What it is about.
    pub kind: NoteKindId,
    /// The choice that was made, if the kind offers any.
    pub option: Option<NoteOptionId>,
    /// A line of text, up to 2,000 characters.
    pub text: String,
}

/// A small note as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// When it was made.
    pub noted_at: Instant,
    /// The zone the person was in, by its IANA id.
    pub zone: String,
    /// The practice day it belongs to.
    pub date: CivilDate,
    /// What was noted.
    pub noted: NoteDraft,
}

/// What was answered to one question of the body check.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BodyAnswer {
    /// The question. One that was passed over has no answer.
    pub question: BodyQuestionId,
    /// What was chosen; nothing means "None of these".
    pub chosen: Vec<BodyOptionId>,
}

/// Answers to the body check, as they are kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BodyCheck {
    /// When they were given.
    pub answered_at: Instant,
    /// The practice day they were given on.
    pub date: CivilDate,
    /// The catalogue's version at the time.
    pub content_version: u32,
    /// The answers, in the order of the questions.
    pub answers: Vec<BodyAnswer>,
}

/// A stop sign that the person noted while no practice was open.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NotedSign {
    /// When it was noted.
    pub noted_at: Instant,
    /// The zone the person was in, by its IANA id.
    pub zone: String,
    /// The practice day it belongs to.
    pub date: CivilDate,
    /// The sign.
    pub sign: StopSignId,
}
