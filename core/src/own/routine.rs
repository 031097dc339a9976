//! Routines of one's own: what may be kept, and what can be done to one. Every function is pure: it takes a revision and
//! gives the next.

use std::ops::RangeInclusive;

use super::types::minutes;
use super::{OwnRevision, OwnRoutine, OwnRoutineDraft, OwnRoutineId, OwnSegment};
use crate::catalogue::VariantId;
use crate::draft::Invalid;

/// The most characters that a name may have: about two lines of a card.
pub const NAME_LONGEST: usize = 60;
/// The most entries that a routine may have.
pub const SEGMENTS_AT_MOST: usize = 30;
/// How long one entry may be, in whole minutes.
pub const SEGMENT_MINUTES: RangeInclusive<u16> = 1..=60;
/// The most minutes that a routine may have: as many as a practice may last.
pub const MINUTES_AT_MOST: u32 = 120;

/// Why a routine cannot be kept as it is asked for. Nothing was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OwnRoutineFault {
    /// The name shows nothing.
    #[error("must not be blank")]
    NameBlank,
    /// The name is too long.
    #[error("must be at most {NAME_LONGEST} characters")]
    NameTooLong,
    /// The name has a line break or another character that would disturb the text around it.
    #[error("must be one line of plain text")]
    NameNotPlain,
    /// There is nothing to practise.
    #[error("must have a movement")]
    NoSegments,
    /// There are too many entries.
    #[error("must have at most {SEGMENTS_AT_MOST} movements")]
    TooManySegments,
    /// An entry is too short or too long.
    #[error("must be {} to {}", SEGMENT_MINUTES.start(), SEGMENT_MINUTES.end())]
    Minutes {
        /// Its place, from 0.
        segment: usize,
    },
    /// The whole is too long.
    #[error("must add up to at most {MINUTES_AT_MOST} minutes")]
    TotalMinutes {
        /// What it adds up to.
        minutes: u32,
    },
    /// The catalogue does not have this form of a movement.
    #[error("no movement has this id")]
    UnknownMovement {
        /// Its place, from 0.
        segment: usize,
    },
    /// The routine has no entry there.
    #[error("must be a place in the routine")]
    NoSuchSegment {
        /// The argument that names the place, such as `to`.
        argument: &'static str,
    },
}

impl OwnRoutineFault {
    /// The field, such as `segments[2].minutes`.
    #[must_use]
    pub fn field(&self) -> String {
        match self {
            Self::NameBlank | Self::NameTooLong | Self::NameNotPlain => "name".to_owned(),
            Self::NoSegments | Self::TooManySegments | Self::TotalMinutes { .. } => "segments".to_owned(),
            Self::Minutes { segment } => format!("segments[{segment}].minutes"),
            Self::UnknownMovement { segment } => format!("segments[{segment}].variant"),
            Self::NoSuchSegment { argument } => (*argument).to_owned(),
        }
    }
}

impl From<OwnRoutineFault> for Invalid {
    fn from(fault: OwnRoutineFault) -> Self {
        Invalid::new(fault.field(), fault.to_string())
    }
}

/// The draft as it can be kept, without the blanks around its name. Which movements there are is not asked.
///
/// # Errors
/// The first [`OwnRoutineFault`], in the order name, number of entries, each entry, the whole.
pub fn check_draft(draft: &OwnRoutineDraft) -> Result<OwnRoutineDraft, OwnRoutineFault> {
    let name = check_name(&draft.name)?;
    if draft.segments.is_empty() {
        return Err(OwnRoutineFault::NoSegments);
    }
    if draft.segments.len() > SEGMENTS_AT_MOST {
        return Err(OwnRoutineFault::TooManySegments);
    }
    let too_long_or_short = |segment: &OwnSegment| !SEGMENT_MINUTES.contains(&segment.minutes);
    if let Some(segment) = draft.segments.iter().position(too_long_or_short) {
        return Err(OwnRoutineFault::Minutes { segment });
    }
    let minutes = minutes(&draft.segments);
    if minutes > MINUTES_AT_MOST {
        return Err(OwnRoutineFault::TotalMinutes { minutes });
    }
    Ok(OwnRoutineDraft { name: name.to_owned(), segments: draft.segments.clone() })
}

fn check_name(name: &str) -> Result<&str, OwnRoutineFault> {
    let name = name.trim();
    if name.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        return Err(OwnRoutineFault::NameBlank);
    }
    if name.chars().count() > NAME_LONGEST {
        return Err(OwnRoutineFault::NameTooLong);
    }
    if name.chars().any(disturbs) {
        return Err(OwnRoutineFault::NameNotPlain);
    }
    Ok(name)
}

/// Characters without width that are no white space: a name of these alone is a blank one.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Line breaks and other control characters, and those that turn round the direction of the text after them: a name
/// from someone else's file stands in the middle of our sentences.
fn disturbs(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// As [`check_draft`], and every movement must be one of the catalogue's.
fn check_known(
    draft: &OwnRoutineDraft,
    known: &dyn Fn(&VariantId) -> bool,
) -> Result<OwnRoutineDraft, OwnRoutineFault> {
    let checked = check_draft(draft)?;
    let unknown = checked.segments.iter().position(|segment| !known(&segment.variant));
    unknown.map_or(Ok(checked), |segment| Err(OwnRoutineFault::UnknownMovement { segment }))
}

/// A new routine, in its first revision. `known` says which forms of movements the catalogue has.
///
/// # Errors
/// Why the draft cannot be kept.
pub fn make(
    id: OwnRoutineId,
    draft: &OwnRoutineDraft,
    known: &dyn Fn(&VariantId) -> bool,
) -> Result<OwnRoutine, OwnRoutineFault> {
    Ok(first(id, check_known(draft, known)?))
}

/// The routine with another name or other movements. Unchanged, it stays the revision that it is.
///
/// # Errors
/// Why the draft cannot be kept.
pub fn revise(
    routine: &OwnRoutine,
    draft: &OwnRoutineDraft,
    known: &dyn Fn(&VariantId) -> bool,
) -> Result<OwnRoutine, OwnRoutineFault> {
    Ok(next(routine, check_known(draft, known)?))
}

/// The routine with the entry at place `from` moved to place `to`, both from 0; those between make room.
/// Unchanged, it stays the revision that it is.
///
/// # Errors
/// [`OwnRoutineFault::NoSuchSegment`].
pub fn reorder(routine: &OwnRoutine, from: usize, to: usize) -> Result<OwnRoutine, OwnRoutineFault> {
    let mut segments = routine.segments.clone();
    for (argument, place) in [("from", from), ("to", to)] {
        if place >= segments.len() {
            return Err(OwnRoutineFault::NoSuchSegment { argument });
        }
    }
    let moved = segments.remove(from);
    segments.insert(to, moved);
    Ok(next(routine, OwnRoutineDraft { name: routine.name.clone(), segments }))
}

/// The routine with other minutes for the entry at place `segment`, from 0. Unchanged, it stays the revision that it is.
///
/// # Errors
/// [`OwnRoutineFault::NoSuchSegment`], [`OwnRoutineFault::Minutes`], [`OwnRoutineFault::TotalMinutes`].
pub fn retime(routine: &OwnRoutine, segment: usize, minutes: u16) -> Result<OwnRoutine, OwnRoutineFault> {
    let mut segments = routine.segments.clone();
    let entry = segments.get_mut(segment);
    entry.ok_or(OwnRoutineFault::NoSuchSegment { argument: "segment" })?.minutes = minutes;
    Ok(next(routine, check_draft(&OwnRoutineDraft { name: routine.name.clone(), segments })?))
}

/// A copy of the routine with an id of its own. `numbered` makes its name, such as "Morning 2" of "Morning" and 2; the
/// number is the first from 2 whose name is not `taken`. A name that would grow too long is cut to fit.
///
/// # Errors
/// Why the name that `numbered` makes cannot be kept.
pub fn duplicate(
    routine: &OwnRoutine,
    id: OwnRoutineId,
    taken: &[&str],
    numbered: &dyn Fn(&str, u32) -> String,
) -> Result<OwnRoutine, OwnRoutineFault> {
    let name = |number: u32| cut_to_fit(&routine.name, &|name| numbered(name, number));
    // So many numbers cannot all be taken, unless `numbered` leaves the number out: then a name comes twice.
    let most = u32::try_from(taken.len()).unwrap_or(u32::MAX).saturating_add(2);
    let free = (2..=most).find(|number| !taken.contains(&name(*number).as_str()));
    let draft = OwnRoutineDraft { name: name(free.unwrap_or(2)), segments: routine.segments.clone() };
    Ok(first(id, check_draft(&draft)?))
}

/// The revision in which the routine is deleted.
#[must_use]
pub fn delete(routine: &OwnRoutine) -> OwnRevision {
    OwnRevision { routine: routine.id.clone(), revision: after(routine.revision) }
}

fn first(id: OwnRoutineId, draft: OwnRoutineDraft) -> OwnRoutine {
    OwnRoutine { id, revision: 1, name: draft.name, segments: draft.segments }
}

fn next(routine: &OwnRoutine, draft: OwnRoutineDraft) -> OwnRoutine {
    let OwnRoutineDraft { name, segments } = draft;
    if (&name, &segments) == (&routine.name, &routine.segments) {
        return routine.clone();
    }
    OwnRoutine { id: routine.id.clone(), revision: after(routine.revision), name, segments }
}

/// After the highest number of all it comes again, and the store refuses a number that is there.
fn after(revision: u32) -> u32 {
    revision.saturating_add(1)
}

/// What `phrase` makes of a name, or of as much from its start as leaves room for the rest of the phrase.
fn cut_to_fit(name: &str, phrase: &dyn Fn(&str) -> String) -> String {
    let mut kept = name.to_owned();
    loop {
        let made = phrase(kept.trim_end());
        if made.trim().chars().count() <= NAME_LONGEST || kept.pop().is_none() {
            return made;
        }
    }
}
