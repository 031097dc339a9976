//! One movement's share of the timeline: a lead-in, loops that end on a whole breath, then stillness.

use crate::catalogue::{Beat, StepBreath, Variant, VariantId};

use super::speech::{Speech, speaking_ms};
use super::{Choices, Cue, CueAction, ScriptSegment, ScriptWords};
use crate::practice::Breath;

/// A lead-in never takes more than this part of a movement, so that short forms still move.
const LEAD_IN_PART: u32 = 4;

/// A loop is stretched or shortened by at most a tenth.
const STRETCH_PERCENT: u32 = 10;

/// How long a movement's announcement keeps it waiting: until it has been said, within limits.
pub(super) fn lead_in_ms(segment: &ScriptSegment, announced_until_ms: u32) -> u32 {
    let announcing = announced_until_ms.saturating_sub(segment.starts_ms);
    announcing.min((segment.ends_ms - segment.starts_ms) / LEAD_IN_PART)
}

/// One movement and how it is to be led.
pub(super) struct Lead<'a> {
    pub(super) segment: &'a ScriptSegment,
    pub(super) variant: &'a Variant,
    pub(super) choices: &'a Choices,
    /// Where the lead-in ends and moving begins, in milliseconds.
    pub(super) moving_from: u32,
}

/// Adds the movement's breath, figure and steps, from the end of its lead-in to the segment's end.
pub(super) fn add(cues: &mut Vec<Cue>, speech: &mut Speech, words: &ScriptWords, lead: &Lead<'_>) {
    let Lead { segment, variant, choices, moving_from } = *lead;
    let beats: Vec<&Beat> =
        variant.beats.iter().filter(|beat| !lead.leaves_out(beat.part.as_ref())).collect();
    let loops = loops(moving_from, segment.ends_ms, loop_ms(&beats, variant, choices));
    let still_from = loops.last().copied().unwrap_or(moving_from);
    let natural = !beats.iter().any(|beat| breath(beat) != Breath::Natural);
    let natural_from = if natural { moving_from } else { still_from };
    if natural_from < segment.ends_ms {
        let action = CueAction::Breathe { breath: Breath::Natural };
        cues.push(Cue { at_ms: natural_from, length_ms: segment.ends_ms - natural_from, action });
    }
    for window in loops.windows(2) {
        if let [starts_ms, ends_ms] = *window {
            add_loop(cues, &beats, starts_ms, ends_ms, natural);
        }
    }
    if !loops.is_empty() {
        speech.say_from(still_from, segment.ends_ms, &words.stillness);
    }
    add_steps(speech, lead, &loops);
}

impl Lead<'_> {
    /// Whether a beat or a step goes because the form it belongs to is left out.
    fn leaves_out(&self, part: Option<&VariantId>) -> bool {
        part.is_some_and(|part| self.choices.leave_out.contains(part))
    }
}

/// The usual length of one loop. A loop that has lost beats is shorter by their share.
fn loop_ms(beats: &[&Beat], variant: &Variant, choices: &Choices) -> u32 {
    let kept: u32 = beats.iter().map(|beat| u32::from(beat.to_permille - beat.from_permille)).sum();
    let whole = u64::from(choices.breath_ms) * u64::from(variant.breaths_per_loop.max(1));
    u32::try_from(whole * u64::from(kept) / 1_000).unwrap_or(u32::MAX)
}

/// Where each loop begins, and where the last one ends: as many whole loops as fit, none stretched by more than a tenth.
fn loops(from_ms: u32, until_ms: u32, usual_ms: u32) -> Vec<u32> {
    let available = until_ms - from_ms;
    if usual_ms == 0 {
        return Vec::new();
    }
    let shortest = usual_ms - usual_ms * STRETCH_PERCENT / 100;
    let longest = usual_ms + usual_ms * STRETCH_PERCENT / 100;
    // Rounding to the nearest count keeps the breath nearest to the one asked for.
    let nearest = (available + usual_ms / 2) / usual_ms;
    let count = if nearest * shortest <= available { nearest } else { available / shortest };
    let used = available.min(count * longest);
    (0..=count).filter(|_| count > 0).map(|i| from_ms + share(used, i, count)).collect()
}

fn add_loop(cues: &mut Vec<Cue>, beats: &[&Beat], starts_ms: u32, ends_ms: u32, natural: bool) {
    let whole: u32 = beats.iter().map(|beat| u32::from(beat.to_permille - beat.from_permille)).sum();
    let mut gone = 0;
    for beat in beats {
        let at_ms = starts_ms + share(ends_ms - starts_ms, gone, whole);
        gone += u32::from(beat.to_permille - beat.from_permille);
        let length_ms = starts_ms + share(ends_ms - starts_ms, gone, whole) - at_ms;
        if !natural {
            cues.push(Cue { at_ms, length_ms, action: CueAction::Breathe { breath: breath(beat) } });
        }
        let (from_permille, to_permille) = (beat.from_permille, beat.to_permille);
        let action = CueAction::Move { text: beat.text.clone(), from_permille, to_permille };
        cues.push(Cue { at_ms, length_ms, action });
    }
}

/// Steps are spread over the first loops, one at the start of each, so that there is time to do what was said.
fn add_steps(speech: &mut Speech, lead: &Lead<'_>, loops: &[u32]) {
    let mut at_ms = lead.moving_from;
    let steps = lead.variant.steps.iter().filter(|step| !lead.leaves_out(step.part.as_ref()));
    for (i, step) in steps.enumerate() {
        at_ms = at_ms.max(loops.get(i).copied().unwrap_or(at_ms));
        speech.say_from(at_ms, lead.segment.ends_ms, &step.text);
        at_ms += speaking_ms(&step.text);
    }
}

fn breath(beat: &Beat) -> Breath {
    match beat.breath {
        Some(StepBreath::In) => Breath::In,
        Some(StepBreath::Out) => Breath::Out,
        Some(StepBreath::Deep | StepBreath::Natural) | None => Breath::Natural,
    }
}

/// `part` of `parts` equal shares of `whole`, rounded down; shares of neighbours meet without gap.
fn share(whole: u32, part: u32, parts: u32) -> u32 {
    u32::try_from(u64::from(whole) * u64::from(part) / u64::from(parts.max(1))).unwrap_or(whole)
}
