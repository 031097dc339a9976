//! What is practised in which order, in which posture, and when.

use crate::catalogue::Posture;
use crate::draft::{Invalid, require};

use super::{Form, Source, share_seconds};
use crate::practice::Choices;

/// One movement's place in the timeline.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'a> {
    pub(super) form: Form<'a>,
    pub(super) posture: Posture,
    pub(super) starts_ms: u32,
    pub(super) ends_ms: u32,
    pub(super) entry: Entry,
    /// Whether it goes around the practice.
    pub(super) around: bool,
}

/// How a person comes into a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// As the first of the practice.
    First,
    /// From another, in the same posture.
    Next,
    /// From another, in another posture.
    Changing,
    /// In the middle of it: it goes on, and nothing is announced.
    GoesOn,
    /// In the middle of it, in another posture than before.
    GoesOnElsewhere,
}

impl Part<'_> {
    pub(super) fn length_ms(&self) -> u32 {
        self.ends_ms - self.starts_ms
    }
}

/// Something to practise that has no place in time yet.
pub(super) struct Item<'a> {
    pub(super) form: Form<'a>,
    pub(super) length_ms: u32,
    pub(super) around: bool,
}

/// The whole practice: what goes before it, the routine in its stated minutes, what goes after.
pub(super) fn all<'a>(source: &Source<'a>, choices: &Choices) -> Result<Vec<Part<'a>>, Invalid> {
    let kept: Vec<(Form<'a>, u32)> = source
        .routine
        .segments
        .iter()
        .zip(source.forms)
        .filter(|(segment, _)| choices.keep(segment))
        .map(|(segment, form)| (*form, u32::from(segment.minutes)))
        .collect();
    require(!kept.is_empty(), "choices.leave_out", "leaves nothing to practise")?;
    let weights: Vec<u32> = kept.iter().map(|(_, minutes)| *minutes).collect();
    let seconds = share_seconds(u32::from(choices.minutes) * 60, &weights);
    let within = |form: &Form<'_>| kept.iter().any(|(kept, _)| kept.variant.id == form.variant.id);
    let around = |wanted: bool, form: Option<Form<'a>>| {
        form.filter(|form| wanted && !within(form)).map(|form| Item {
            form,
            length_ms: form.variant.time.seconds * 1_000,
            around: true,
        })
    };
    let (guidance, frames) = (&choices.guidance, &source.around);
    let before = [
        around(guidance.gratitude, frames.gratitude),
        around(guidance.intention, frames.intention),
        around(guidance.warm_up, frames.warm_up),
    ];
    let main = kept.iter().zip(seconds).map(|((form, _), seconds)| Item {
        form: *form,
        length_ms: seconds * 1_000,
        around: false,
    });
    let after = around(guidance.gratitude, frames.gratitude);
    Ok(place(before.into_iter().flatten().chain(main).chain(after), choices.posture, 0, None))
}

/// Puts items one after the other from a moment on. `before` is the posture that the person is in.
pub(super) fn place<'a>(
    items: impl IntoIterator<Item = Item<'a>>,
    asked: Posture,
    from_ms: u32,
    before: Option<Posture>,
) -> Vec<Part<'a>> {
    let (mut starts_ms, mut before) = (from_ms, before);
    let place = |item: Item<'a>| {
        let posture = item.form.variant.shown_in(Some(asked));
        let entry = match before {
            None => Entry::First,
            Some(before) if before == posture => Entry::Next,
            Some(_) => Entry::Changing,
        };
        let ends_ms = starts_ms + item.length_ms;
        let part = Part { form: item.form, posture, starts_ms, ends_ms, entry, around: item.around };
        (starts_ms, before) = (ends_ms, Some(posture));
        part
    };
    items.into_iter().map(place).collect()
}
