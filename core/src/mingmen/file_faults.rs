//! Why a shared routine is refused, in the person's language: the app shows it beside the line and column.

use crate::catalogue::Phrases;
use crate::own::file::{RoutineFileError, RoutineFileProblem, ValueKind};
use crate::own::{MINUTES_AT_MOST, NAME_LONGEST, OwnRoutineFault, SEGMENT_MINUTES, SEGMENTS_AT_MOST};

use super::MingmenError;

/// The error that a refused file becomes.
pub(super) fn refused(phrases: &Phrases, error: RoutineFileError) -> MingmenError {
    MingmenError::InvalidFile {
        line: error.line,
        column: error.column,
        problem: file(phrases, &error.problem),
        field: error.field,
    }
}

fn file(phrases: &Phrases, problem: &RoutineFileProblem) -> String {
    match problem {
        RoutineFileProblem::TooLarge => phrases.file_too_large(),
        RoutineFileProblem::NotText => phrases.file_not_text(),
        RoutineFileProblem::NotJson => phrases.file_not_json(),
        RoutineFileProblem::NotARoutine => phrases.file_not_a_routine(),
        RoutineFileProblem::NewerVersion => phrases.file_newer(),
        RoutineFileProblem::UnknownField => phrases.file_unknown_field(),
        RoutineFileProblem::RepeatedField => phrases.file_repeated_field(),
        RoutineFileProblem::MissingField => phrases.file_missing_field(),
        RoutineFileProblem::WrongKind(ValueKind::Object) => phrases.file_needs_object(),
        RoutineFileProblem::WrongKind(ValueKind::List) => phrases.file_needs_list(),
        RoutineFileProblem::WrongKind(ValueKind::Text) => phrases.file_needs_text(),
        RoutineFileProblem::WrongKind(ValueKind::WholeNumber) => phrases.file_needs_number(),
        RoutineFileProblem::UnknownMovement => phrases.file_unknown_movement(),
        RoutineFileProblem::Routine(fault) => routine(phrases, fault),
    }
}

fn routine(phrases: &Phrases, fault: &OwnRoutineFault) -> String {
    match fault {
        OwnRoutineFault::NameBlank => phrases.own_name_blank(),
        OwnRoutineFault::NameTooLong => phrases.own_name_long(NAME_LONGEST),
        OwnRoutineFault::NameNotPlain => phrases.own_name_plain(),
        OwnRoutineFault::NoSegments => phrases.own_no_movement(),
        OwnRoutineFault::TooManySegments => phrases.own_many_movements(SEGMENTS_AT_MOST),
        OwnRoutineFault::Minutes { .. } => {
            phrases.own_movement_minutes(SEGMENT_MINUTES.start(), SEGMENT_MINUTES.end())
        }
        OwnRoutineFault::TotalMinutes { .. } => phrases.own_minutes(MINUTES_AT_MOST),
        OwnRoutineFault::UnknownMovement { .. } => phrases.file_unknown_movement(),
        OwnRoutineFault::NoSuchSegment { .. } => phrases.file_unknown_field(),
    }
}
