//! One movement's share of the timeline: a lead-in, loops that end on a whole breath, then stillness.

use crate::catalogue::{Beat, Step, StepBreath, Variant, VariantId};

use super::speech::{Speech, speaking_ms};
use super::{Choices, Cue, CueAction, ScriptSegment, ScriptWords};
use crate::practice::Breath;

/// A lead-in never takes more than this part of a movement, so that short forms still move.
const LEAD_IN_PART: u32 = 4;

/// A step may begin this much after its beat, in milliseconds, and still go with it.
const BEAT_SLACK_MS: u32 = 1_500;

/// A loop is stretched or shortened by at most a tenth; one whose pace an article states, not at all.
const STRETCH_PERCENT: u32 = 10;

/// One movement and how it is to be led.
pub(super) struct Lead<'a> {
    pub(super) segment: &'a ScriptSegment,
    pub(super) variant: &'a Variant,
    pub(super) choices: &'a Choices,
}

/// Says what comes before a movement's first loop, and gives the place where moving begins.
///
/// The steps before the first that goes with a beat ("Sit tall") are said here, after the announcement; where no step
/// goes with a beat, all of them are said while moving.
pub(super) fn lead_in(speech: &mut Speech, lead: &Lead<'_>) -> u32 {
    let Lead { segment, .. } = *lead;
    let longest = segment.starts_ms + (segment.ends_ms - segment.starts_ms) / LEAD_IN_PART;
    let mut said_until = speech.busy_until(segment.starts_ms);
    for step in lead.steps().take(lead.preface()) {
        speech.say_from(said_until, longest, &step.text);
        said_until = speech.busy_until(said_until);
    }
    said_until.min(longest)
}

/// Adds the movement's breath, figure and steps, from the end of its lead-in to the segment's end.
pub(super) fn add(
    cues: &mut Vec<Cue>,
    speech: &mut Speech,
    words: &ScriptWords,
    lead: &Lead<'_>,
    moving_from: u32,
) {
    let ends_ms = lead.segment.ends_ms;
    let beats: Vec<&Beat> = lead.beats().collect();
    let loops = loops(moving_from, ends_ms, lead.loop_ms(), lead.stretch_percent());
    let still_from = loops.last().copied().unwrap_or(moving_from);
    let natural = !beats.iter().any(|beat| breath(beat) != Breath::Natural);
    let natural_from = if natural { moving_from } else { still_from };
    if natural_from < ends_ms {
        let action = CueAction::Breathe { breath: Breath::Natural };
        cues.push(Cue { at_ms: natural_from, length_ms: ends_ms - natural_from, action });
    }
    let windows: Vec<(u32, u32)> = loops.iter().copied().zip(loops.iter().copied().skip(1)).collect();
    for (starts_ms, ends_ms) in &windows {
        add_loop(cues, &beats, *starts_ms, *ends_ms, natural);
    }
    if !loops.is_empty() {
        speech.say_from(still_from, ends_ms, &words.stillness);
    }
    say_with_beats(speech, lead, &beats, &windows);
    say_while_moving(speech, lead, &windows, moving_from);
}

impl<'a> Lead<'a> {
    /// The beats of a loop, without those of a form that is left out.
    fn beats(&self) -> impl Iterator<Item = &'a Beat> {
        let choices = self.choices;
        self.variant.beats.iter().filter(move |beat| !leaves_out(choices, beat.part.as_ref()))
    }

    /// The steps, without those of a form that is left out.
    fn steps(&self) -> impl Iterator<Item = &'a Step> {
        let choices = self.choices;
        self.variant.steps.iter().filter(move |step| !leaves_out(choices, step.part.as_ref()))
    }

    /// Whether a step goes with a beat.
    fn goes_with_a_beat(&self, step: &Step) -> bool {
        self.beats().any(|beat| self.step_of(beat).is_some_and(|of_beat| std::ptr::eq(of_beat, step)))
    }

    fn step_of(&self, beat: &Beat) -> Option<&'a Step> {
        self.variant.steps.get(usize::from(beat.step?))
    }

    /// How many steps are said before the first loop.
    fn preface(&self) -> usize {
        self.steps().position(|step| self.goes_with_a_beat(step)).unwrap_or(0)
    }

    /// The length of one breath: the article's own where it states one, else the one that was chosen.
    fn breath_ms(&self) -> u32 {
        self.variant.pace_tenths.map_or(self.choices.breath_ms, |tenths| 600_000 / u32::from(tenths.max(1)))
    }

    /// How much a loop may be stretched.
    fn stretch_percent(&self) -> u32 {
        if self.variant.pace_tenths.is_some() { 0 } else { STRETCH_PERCENT }
    }

    /// The usual length of one loop. A loop that has lost beats is shorter by their share.
    fn loop_ms(&self) -> u32 {
        let kept: u32 = self.beats().map(permille).sum();
        let whole = u64::from(self.breath_ms()) * u64::from(self.variant.breaths_per_loop.max(1));
        u32::try_from(whole * u64::from(kept) / 1_000).unwrap_or(u32::MAX)
    }
}

/// Whether something goes because the form it belongs to is left out.
fn leaves_out(choices: &Choices, part: Option<&VariantId>) -> bool {
    part.is_some_and(|part| choices.leave_out.contains(part))
}

fn permille(beat: &Beat) -> u32 {
    u32::from(beat.to_permille - beat.from_permille)
}

/// Where each loop begins, and where the last one ends: as many whole loops as fit, none stretched by more than allowed.
fn loops(from_ms: u32, until_ms: u32, usual_ms: u32, stretch_percent: u32) -> Vec<u32> {
    let available = until_ms - from_ms;
    if usual_ms == 0 {
        return Vec::new();
    }
    let shortest = usual_ms - usual_ms * stretch_percent / 100;
    let longest = usual_ms + usual_ms * stretch_percent / 100;
    // Rounding to the nearest count keeps the breath nearest to the one asked for.
    let nearest = (available + usual_ms / 2) / usual_ms;
    let count = if nearest * shortest <= available { nearest } else { available / shortest };
    let used = available.min(count * longest);
    (0..=count).filter(|_| count > 0).map(|i| from_ms + share(used, i, count)).collect()
}

fn add_loop(cues: &mut Vec<Cue>, beats: &[&Beat], starts_ms: u32, ends_ms: u32, natural: bool) {
    for (beat, (at_ms, length_ms)) in beats.iter().zip(beat_places(beats, starts_ms, ends_ms)) {
        if !natural {
            cues.push(Cue { at_ms, length_ms, action: CueAction::Breathe { breath: breath(beat) } });
        }
        let (from_permille, to_permille) = (beat.from_permille, beat.to_permille);
        let action = CueAction::Move { text: beat.text.clone(), from_permille, to_permille };
        cues.push(Cue { at_ms, length_ms, action });
    }
}

/// Where each beat of a loop begins, and how long it is.
fn beat_places(beats: &[&Beat], starts_ms: u32, ends_ms: u32) -> Vec<(u32, u32)> {
    let whole: u32 = beats.iter().map(|beat| permille(beat)).sum();
    let place = |gone| starts_ms + share(ends_ms - starts_ms, gone, whole);
    let mut gone = 0;
    let beat_place = |beat: &&Beat| {
        let at_ms = place(gone);
        gone += permille(beat);
        (at_ms, place(gone) - at_ms)
    };
    beats.iter().map(beat_place).collect()
}

/// A step that goes with a beat is said as the beat begins, in the first loop in which there is time for it.
fn say_with_beats(speech: &mut Speech, lead: &Lead<'_>, beats: &[&Beat], windows: &[(u32, u32)]) {
    for (index, beat) in beats.iter().enumerate() {
        let Some(step) = lead.step_of(beat) else { continue };
        let starts = windows.iter().filter_map(|(starts_ms, ends_ms)| {
            beat_places(beats, *starts_ms, *ends_ms).get(index).map(|(at_ms, _)| *at_ms)
        });
        for at_ms in starts {
            if speech.say_within(at_ms, BEAT_SLACK_MS, &step.text) {
                break;
            }
        }
    }
}

/// The other steps are spread over the first loops, one at the start of each, so that there is time to do what was said.
fn say_while_moving(speech: &mut Speech, lead: &Lead<'_>, windows: &[(u32, u32)], moving_from: u32) {
    let mut at_ms = moving_from;
    let others = lead.steps().skip(lead.preface()).filter(|step| !lead.goes_with_a_beat(step));
    for (i, step) in others.enumerate() {
        at_ms = at_ms.max(windows.get(i).map_or(at_ms, |(starts_ms, _)| *starts_ms));
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
