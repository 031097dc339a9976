//! A change of mind in the middle of a practice: what was done stays, and the rest of the timeline is made anew.

use crate::catalogue::{Posture, Presence};
use crate::draft::{Invalid, require};

use super::parts::{self, Entry, Item, Part};
use super::speech::Speech;
use super::{Form, Source, lay, segment, share_seconds};
use crate::practice::{Choices, Cue, CueAction, PracticeChange, Script, ScriptSegment, check_guidance};

/// A timeline whose rest has been made anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescripted {
    /// How it is led from now on.
    pub choices: Choices,
    /// The whole timeline: what was, and the new rest.
    pub script: Script,
    /// Where the new rest begins, in milliseconds: now, or at the end of the loop that is being done.
    pub from_ms: u32,
}

/// Makes the rest of a timeline anew from where the player is.
///
/// More or less time, and another manner, begin with the next loop, so that the figure never jumps. A change to the chair
/// begins at once, with time to sit down. The same source, choices, script, place and change give the same timeline.
///
/// # Errors
/// [`Invalid`] where what is asked for is out of range.
pub fn change(
    source: &Source<'_>,
    choices: &Choices,
    script: &Script,
    position_ms: u32,
    change: &PracticeChange,
) -> Result<Rescripted, Invalid> {
    let position_ms = position_ms.min(script.length_ms.saturating_sub(1));
    let mut choices = choices.clone();
    let (from_ms, until_ms) = match change {
        PracticeChange::Minutes { left } => {
            require((1..=120).contains(left), "change.left", "must be 1 to 120")?;
            (end_of_loop(script, position_ms), position_ms + u32::from(*left) * 60_000)
        }
        PracticeChange::Guidance { guidance } => {
            check_guidance(guidance)?;
            choices.guidance = guidance.clone();
            (end_of_loop(script, position_ms), script.length_ms)
        }
        PracticeChange::Seated => {
            choices.posture = Posture::Seated;
            let sits_down = sits_down(source, script, position_ms);
            let from_ms = if sits_down { position_ms } else { end_of_loop(script, position_ms) };
            (from_ms, script.length_ms)
        }
    };
    if from_ms >= until_ms && until_ms == script.length_ms {
        // The last loop of all is being done: there is no rest to change.
        return Ok(Rescripted { choices, script: script.clone(), from_ms: script.length_ms });
    }
    // A loop that is longer than the time that is wanted is not waited for.
    let from_ms = if from_ms < until_ms { from_ms } else { position_ms };
    let rest = rest(source, &choices, script, from_ms, until_ms);
    Ok(remade(source, choices, script, from_ms, &rest))
}

fn remade(
    source: &Source<'_>,
    choices: Choices,
    script: &Script,
    from_ms: u32,
    rest: &[Part<'_>],
) -> Rescripted {
    let length_ms = rest.last().map_or(from_ms, |last| last.ends_ms);
    let (sounding, mut cues) = before(script, from_ms);
    let speech = Speech::new(length_ms, &choices, source.words.pace).going_on(from_ms, sounding);
    cues.extend(lay(source, &choices, rest, speech));
    cues.sort_by_key(|cue| (cue.at_ms, super::order(&cue.action)));
    let mut segments: Vec<ScriptSegment> =
        script.segments.iter().filter(|segment| segment.starts_ms < from_ms).cloned().collect();
    if let Some(here) = segments.last_mut() {
        here.ends_ms = from_ms;
    }
    for part in rest {
        match segments.last_mut() {
            Some(here) if part.entry == Entry::GoesOn => here.ends_ms = part.ends_ms,
            _ => segments.push(segment(part)),
        }
    }
    let script = Script { length_ms, segments, cues, ..script.clone() };
    Rescripted { choices, script, from_ms }
}

/// What is left to do, in order, from `from_ms` to `until_ms`: each movement keeps its share of the time.
fn rest<'a>(
    source: &Source<'a>,
    choices: &Choices,
    script: &Script,
    from_ms: u32,
    until_ms: u32,
) -> Vec<Part<'a>> {
    let here = script.segments.iter().rposition(|segment| segment.starts_ms <= from_ms).unwrap_or(0);
    // With its last loop done, and more time given, the last movement goes on.
    let last = from_ms >= script.length_ms;
    let is_ahead = |segment: &ScriptSegment| last || segment.ends_ms > from_ms;
    let ahead = script.segments.iter().enumerate().skip(here).filter(|(_, segment)| is_ahead(segment));
    let was = script.segments.get(here).map_or(choices.posture, |segment| segment.posture);
    let leaves_the_floor = was == Posture::Lying && choices.posture != Posture::Lying;
    let mut first = Vec::new();
    let mut items = Vec::new();
    for (index, segment) in ahead {
        let Some(form) = form_of(source, segment) else { continue };
        let length_ms = (segment.ends_ms - segment.starts_ms.max(from_ms)).max(1);
        let item = Item { form, length_ms, around: segment.around };
        // Getting up from the floor comes before anything else; getting down to it falls away.
        match (of_lying(source, segment), index == here) {
            (true, false) if leaves_the_floor => first.push(item),
            _ => items.push(item),
        }
    }
    let goes_on = first.is_empty() && (last || here_goes_on(script, here, from_ms));
    first.extend(items);
    let weights: Vec<u32> = first.iter().map(|item| item.length_ms).collect();
    for (item, share) in first.iter_mut().zip(share_seconds(until_ms - from_ms, &weights)) {
        item.length_ms = share;
    }
    let mut parts = parts::place(first, choices.posture, from_ms, Some(was));
    if let Some(part) = parts.first_mut().filter(|_| goes_on) {
        part.entry = if part.entry == Entry::Next { Entry::GoesOn } else { Entry::GoesOnElsewhere };
    }
    parts
}

/// Whether what is being done is done on a chair from now on, and was not.
fn sits_down(source: &Source<'_>, script: &Script, position_ms: u32) -> bool {
    let here = script.segments.iter().rfind(|segment| segment.starts_ms <= position_ms);
    here.is_some_and(|here| {
        let form = form_of(source, here);
        here.posture == Posture::Lying
            || form.is_some_and(|form| form.variant.shown_in(Some(Posture::Seated)) != here.posture)
    })
}

/// Whether the movement at `index` has begun before `from_ms` and is not over.
fn here_goes_on(script: &Script, index: usize, from_ms: u32) -> bool {
    script.segments.get(index).is_some_and(|segment| segment.starts_ms < from_ms && segment.ends_ms > from_ms)
}

fn form_of<'a>(source: &Source<'a>, segment: &ScriptSegment) -> Option<Form<'a>> {
    let around = [source.around.warm_up, source.around.gratitude, source.around.intention];
    let mut known = source.forms.iter().copied().chain(around.into_iter().flatten());
    known.find(|form| form.variant.id == segment.variant)
}

/// Whether a movement is part of the practice only where it is led lying: getting down to the floor, and up again.
fn of_lying(source: &Source<'_>, segment: &ScriptSegment) -> bool {
    let mut entries = source.routine.segments.iter();
    entries.any(|entry| entry.variant == segment.variant && entry.presence == Presence::Lying)
}

/// Where the loop that is being done at `position_ms` ends; `position_ms` itself where nothing moves.
fn end_of_loop(script: &Script, position_ms: u32) -> u32 {
    let here = script.segments.iter().rfind(|segment| segment.starts_ms <= position_ms);
    let Some(here) = here else { return position_ms };
    let mut moves = script.cues.iter().filter_map(|cue| match cue.action {
        CueAction::Move { from_permille, .. } if (here.starts_ms..here.ends_ms).contains(&cue.at_ms) => {
            Some((cue.at_ms, cue.at_ms + cue.length_ms, from_permille))
        }
        _ => None,
    });
    let Some((starts_ms, mut ends_ms, first)) = moves.next() else { return position_ms };
    if position_ms < starts_ms {
        return position_ms;
    }
    for (at_ms, until_ms, from_permille) in moves {
        if at_ms >= position_ms && from_permille == first {
            return at_ms;
        }
        ends_ms = until_ms;
    }
    ends_ms.max(position_ms)
}

/// What came before `from_ms`: the sentence that is still sounding there, and everything else, cut to end there.
fn before(script: &Script, from_ms: u32) -> (Option<Cue>, Vec<Cue>) {
    let mut sounding = None;
    let mut cues = Vec::new();
    for cue in script.cues.iter().take_while(|cue| cue.at_ms < from_ms) {
        match cue.action {
            CueAction::Say { .. } if cue.at_ms + cue.length_ms > from_ms => sounding = Some(cue.clone()),
            _ => {
                let length_ms = cue.length_ms.min(from_ms - cue.at_ms);
                cues.push(Cue { length_ms, ..cue.clone() });
            }
        }
    }
    (sounding, cues)
}
