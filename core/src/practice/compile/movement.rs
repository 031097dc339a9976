//! One movement's share of the timeline: a lead-in, loops that end on a whole breath, then stillness.

use crate::catalogue::{Beat, Sides, Step, StepBreath, Variant, VariantId};

use super::parts::{Entry, Part};
use super::speech::{Speech, Wanted};
use super::{Cue, CueAction, SayKind, Source, breath};
use crate::practice::{Breath, Choices, USUAL_BREATH_MS};

/// A lead-in never takes more than this part of a movement, so that short forms still move.
const LEAD_IN_PART: u32 = 4;

/// A step may begin this much after its beat, in milliseconds, and still go with it.
const BEAT_SLACK_MS: u32 = 1_500;

/// A reminder goes with its beat more closely, in milliseconds.
const REMINDER_SLACK_MS: u32 = 300;

/// A loop is stretched or shortened by at most a tenth; one whose pace an article states, not at all.
const STRETCH_PERCENT: u32 = 10;

/// Where a loop that goes to one side and then the other turns to the other, in thousandths.
const HALF_PERMILLE: u16 = 500;

/// One movement and how it is to be led.
#[derive(Clone, Copy)]
pub(super) struct Lead<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) part: &'a Part<'a>,
    pub(super) choices: &'a Choices,
}

/// Says what comes before a movement's first loop, and gives the place where that has been said.
///
/// The steps before the first that goes with a beat ("Sit tall") are said here, after the announcement; where no step
/// goes with a beat, all of them are said while moving.
pub(super) fn lead_in(speech: &mut Speech, lead: &Lead<'_>) -> u32 {
    let part = lead.part;
    let longest = part.starts_ms + part.length_ms() / LEAD_IN_PART;
    let mut said_until = busy_through(speech, part.starts_ms);
    if part.entry == Entry::GoesOnElsewhere {
        return said_until.min(longest);
    }
    for step in lead.steps().take(lead.preface()) {
        speech.say(Wanted::within(said_until, longest), SayKind::Step, &step.text);
        said_until = busy_through(speech, said_until);
    }
    said_until.min(longest)
}

/// When everything that is being said from `at_ms` on without a gap has been said.
fn busy_through(speech: &Speech, at_ms: u32) -> u32 {
    let mut until = at_ms;
    while speech.busy_until(until) > until {
        until = speech.busy_until(until);
    }
    until
}

/// Adds the movement's breath, figure and steps, from the end of its lead-in to its end.
pub(super) fn add(cues: &mut Vec<Cue>, speech: &mut Speech, lead: &Lead<'_>, moving_from: u32) {
    let (ends_ms, guidance) = (lead.part.ends_ms, &lead.choices.guidance);
    let beats = lead.beats();
    let loops = lead.loops(moving_from);
    let still_from = loops.last().copied().unwrap_or(moving_from);
    let windows: Vec<(u32, u32)> = loops.iter().copied().zip(loops.iter().copied().skip(1)).collect();
    for (starts_ms, ends_ms) in &windows {
        add_loop(cues, lead, &beats, *starts_ms, *ends_ms);
    }
    let free_from = match lead.lead_of_breath() {
        LeadOfBreath::Movement => still_from,
        LeadOfBreath::Person if moving_from < still_from => {
            breath::add(cues, guidance, moving_from, still_from - moving_from, Breath::Own);
            still_from
        }
        LeadOfBreath::Person | LeadOfBreath::Nobody => moving_from,
    };
    if free_from < ends_ms {
        breath::leave_free(cues, guidance, free_from, ends_ms);
    }
    if !loops.is_empty() {
        let still = Wanted::within(still_from, ends_ms);
        speech.say(still, SayKind::Stillness, &lead.source.words.stillness);
    }
    if lead.part.entry != Entry::GoesOn {
        say_with_beats(speech, lead, &beats, &windows);
        say_while_moving(speech, lead, &windows, moving_from);
    }
}

/// Says a few words of each beat again, once every step has been said: in the next loop, then after two more, after three,
/// and so on, ever more seldom.
pub(super) fn remind(cues: &[Cue], speech: &mut Speech, lead: &Lead<'_>) {
    if matches!(lead.lead_of_breath(), LeadOfBreath::Person) {
        return;
    }
    let part = lead.part;
    let said_until = speech.last_step_in(part.starts_ms, part.ends_ms).unwrap_or(part.starts_ms);
    let first = lead.beats().first().map(|beat| beat.from_permille);
    let (mut loops, mut next, mut gap) = (0, 0, 1);
    let moves = cues.iter().filter(|cue| (part.starts_ms..part.ends_ms).contains(&cue.at_ms));
    for cue in moves {
        let CueAction::Move { text, from_permille, .. } = &cue.action else { continue };
        if cue.at_ms < said_until {
            continue;
        }
        loops += u32::from(Some(*from_permille) == first);
        if loops > next + 1 {
            (next, gap) = (next + gap, gap + 1);
        }
        if loops == next + 1 && speech.speaking_ms(text) <= cue.length_ms {
            speech.say_within(cue.at_ms, REMINDER_SLACK_MS, SayKind::Reminder, text);
        }
    }
}

/// Who sets the breath of a movement.
enum LeadOfBreath {
    /// The movement: in and out go with its beats.
    Movement,
    /// The person, who asked for it: in and out go with the movement, in their own time.
    Person,
    /// Nobody: the source asks for no particular breath.
    Nobody,
}

impl<'a> Lead<'a> {
    fn variant(&self) -> &'a Variant {
        self.part.form.variant
    }

    /// The beats of a loop in the order they are done, without those of a form that is left out.
    fn beats(&self) -> Vec<&'a Beat> {
        let variant = self.variant();
        let kept = |beat: &&Beat| !leaves_out(self.choices, beat.part.as_ref());
        let mut beats: Vec<&Beat> = variant.beats.iter().filter(kept).collect();
        let turns = variant.sides == Sides::InTurn && self.choices.guidance.other_side_first;
        let half = beats.iter().position(|beat| beat.from_permille == HALF_PERMILLE);
        if let Some(half) = half.filter(|_| turns) {
            beats.rotate_left(half);
        }
        beats
    }

    /// The steps, without those of a form that is left out.
    fn steps(&self) -> impl Iterator<Item = &'a Step> {
        let choices = self.choices;
        self.variant().steps.iter().filter(move |step| !leaves_out(choices, step.part.as_ref()))
    }

    /// Whether a step goes with a beat.
    fn goes_with_a_beat(&self, step: &Step) -> bool {
        self.beats().iter().any(|beat| self.step_of(beat).is_some_and(|of_beat| std::ptr::eq(of_beat, step)))
    }

    fn step_of(&self, beat: &Beat) -> Option<&'a Step> {
        self.variant().steps.get(usize::from(beat.step?))
    }

    /// How many steps are said before the first loop.
    fn preface(&self) -> usize {
        self.steps().position(|step| self.goes_with_a_beat(step)).unwrap_or(0)
    }

    fn lead_of_breath(&self) -> LeadOfBreath {
        let led = self.beats().into_iter().any(|beat| breath_of(beat) != Breath::Natural);
        match self.choices.guidance.breath_ms {
            _ if !led => LeadOfBreath::Nobody,
            None if self.variant().pace_tenths.is_none() => LeadOfBreath::Person,
            _ => LeadOfBreath::Movement,
        }
    }

    /// The length of one breath: the article's own where it states one, else the one that was chosen.
    fn breath_ms(&self) -> u32 {
        let chosen = self.choices.guidance.breath_ms.unwrap_or(USUAL_BREATH_MS);
        self.variant().pace_tenths.map_or(chosen, |tenths| 600_000 / u32::from(tenths.max(1)))
    }

    /// The usual length of one loop: never faster than is gentle. A loop that has lost beats is shorter by their share.
    fn loop_ms(&self) -> u32 {
        let kept: u32 = self.beats().into_iter().map(permille).sum();
        let whole = self.breath_ms().saturating_mul(u32::from(self.variant().breaths_per_loop.max(1)));
        share(whole.max(self.gentle_ms()), kept, 1_000)
    }

    fn gentle_ms(&self) -> u32 {
        (self.source.gentle_loop_ms)(self.variant(), self.part.posture)
    }

    /// Where each loop begins, and where the last one ends: as many whole loops as fit, none stretched by more than
    /// allowed, and none shortened to less than is gentle.
    fn loops(&self, from_ms: u32) -> Vec<u32> {
        let usual = self.loop_ms();
        let until_ms = self.part.ends_ms;
        if usual == 0 || from_ms >= until_ms {
            return Vec::new();
        }
        let percent = if self.variant().pace_tenths.is_some() { 0 } else { STRETCH_PERCENT };
        let stretch = usual / 100 * percent;
        let kept: u32 = self.beats().into_iter().map(permille).sum();
        let shortest = (usual - stretch).max(share(self.gentle_ms(), kept, 1_000)).max(1);
        fit(from_ms, until_ms, usual, shortest, usual + stretch)
    }
}

/// Whether something goes because the form it belongs to is left out.
fn leaves_out(choices: &Choices, part: Option<&VariantId>) -> bool {
    part.is_some_and(|part| choices.leave_out.contains(part))
}

fn permille(beat: &Beat) -> u32 {
    u32::from(beat.to_permille - beat.from_permille)
}

fn fit(from_ms: u32, until_ms: u32, usual_ms: u32, shortest_ms: u32, longest_ms: u32) -> Vec<u32> {
    let available = until_ms - from_ms;
    // Rounding to the nearest count keeps the breath nearest to the one asked for.
    let nearest = (available + usual_ms / 2) / usual_ms;
    let fits = nearest.checked_mul(shortest_ms).is_some_and(|least| least <= available);
    let count = if fits { nearest } else { available / shortest_ms };
    let used = available.min(count.saturating_mul(longest_ms));
    (0..=count).filter(|_| count > 0).map(|i| from_ms + share(used, i, count)).collect()
}

fn add_loop(cues: &mut Vec<Cue>, lead: &Lead<'_>, beats: &[&Beat], starts_ms: u32, ends_ms: u32) {
    let led = matches!(lead.lead_of_breath(), LeadOfBreath::Movement);
    for (beat, (at_ms, length_ms)) in beats.iter().zip(beat_places(beats, starts_ms, ends_ms)) {
        if led {
            breath::add(cues, &lead.choices.guidance, at_ms, length_ms, breath_of(beat));
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
            if speech.say_within(at_ms, BEAT_SLACK_MS, SayKind::Step, &step.text) {
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
        speech.say(Wanted::within(at_ms, lead.part.ends_ms), SayKind::Step, &step.text);
        at_ms += speech.speaking_ms(&step.text);
    }
}

fn breath_of(beat: &Beat) -> Breath {
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
