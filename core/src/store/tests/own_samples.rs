//! What a person keeps beyond practice, to store.

use proptest::prelude::*;

use super::samples::{at, id, on};
use crate::figure::*;
use crate::own::*;
use crate::zone::{CivilDate, Instant};

pub(crate) fn own_routine(number: u64, revision: u32) -> OwnRoutine {
    let segment = |variant: &str, minutes| OwnSegment { variant: variant.into(), minutes };
    OwnRoutine {
        id: OwnRoutineId(id(number)),
        revision,
        name: format!("Vor dem Frühstück „{revision}“ 气"),
        segments: vec![segment("spinal-wave/undulation", 4), segment("closing-breath", 2)],
    }
}

/// The revision in which a routine is deleted.
pub(crate) fn deletion(number: u64, revision: u32) -> OwnRevision {
    OwnRevision { routine: OwnRoutineId(id(number)), revision }
}

pub(crate) fn note(number: u64, date: &str) -> Note {
    Note {
        id: NoteId(id(number)),
        noted_at: at(&format!("{date}T19:25:00Z")),
        zone: "Europe/London".to_owned(),
        date: on(date),
        noted: NoteDraft {
            kind: "warm-food".into(),
            option: Some("soup".into()),
            text: "Ingwer und Kürbis – 姜".to_owned(),
        },
    }
}

pub(super) fn body_check() -> BodyCheck {
    let answer = |question: &str, chosen: &[&str]| BodyAnswer {
        question: question.into(),
        chosen: chosen.iter().map(|it| (*it).into()).collect(),
    };
    BodyCheck {
        answered_at: at("2026-05-14T07:30:00Z"),
        date: on("2026-05-14"),
        content_version: 4,
        answers: vec![
            answer("where", &["low-back", "hips"]),
            answer("sleep", &["light"]),
            answer("other", &[]),
        ],
    }
}

pub(crate) fn figure_choices() -> FigureChoices {
    FigureChoices {
        build: FigureBuild::Fuller,
        age: FigureAge::Older,
        skin: FigureSkin::Brown,
        hair: FigureHair::Grey,
        hair_style: FigureHairStyle::Short,
        range: FigureRange::Smaller,
    }
}

pub(crate) fn noted_sign(date: &str) -> NotedSign {
    NotedSign {
        noted_at: at(&format!("{date}T16:00:00Z")),
        zone: "Asia/Kathmandu".to_owned(),
        date: on(date),
        sign: "stop-sharp-pain".into(),
    }
}

prop_compose! {
    /// Any routine of one's own that the types allow.
    pub(super) fn any_own_routine()(
        number in 0_u64..1 << 60,
        revision in 1_u32..,
        name in "(?s).{0,70}",
        segments in prop::collection::vec((".{0,30}", any::<u16>()), 0..40),
    ) -> OwnRoutine {
        let segment = |(variant, minutes): (String, u16)| OwnSegment { variant: variant.into(), minutes };
        OwnRoutine {
            id: OwnRoutineId(id(number)),
            revision,
            name,
            segments: segments.into_iter().map(segment).collect(),
        }
    }
}

prop_compose! {
    /// Any small note that the types allow.
    pub(super) fn any_note()(
        number in 0_u64..1 << 60,
        millis in -2_208_988_800_000_i64..7_258_118_400_000,
        day in -25_567_i32..84_006,
        zone in ".{0,30}",
        kind in ".{0,20}",
        option in proptest::option::of(".{0,20}"),
        text in "(?s).{0,200}",
    ) -> Note {
        Note {
            id: NoteId(id(number)),
            noted_at: Instant::from_timestamp_millis(millis).unwrap(),
            zone,
            date: CivilDate::from_epoch_days(day).unwrap(),
            noted: NoteDraft { kind: kind.into(), option: option.map(Into::into), text },
        }
    }
}

prop_compose! {
    /// Any answers to the body check that the types allow.
    pub(super) fn any_body_check()(
        millis in -2_208_988_800_000_i64..7_258_118_400_000,
        day in -25_567_i32..84_006,
        content_version: u32,
        answers in prop::collection::vec((".{0,20}", prop::collection::vec(".{0,20}", 0..5)), 0..8),
    ) -> BodyCheck {
        let answer = |(question, chosen): (String, Vec<String>)| BodyAnswer {
            question: question.into(),
            chosen: chosen.into_iter().map(Into::into).collect(),
        };
        BodyCheck {
            answered_at: Instant::from_timestamp_millis(millis).unwrap(),
            date: CivilDate::from_epoch_days(day).unwrap(),
            content_version,
            answers: answers.into_iter().map(answer).collect(),
        }
    }
}
