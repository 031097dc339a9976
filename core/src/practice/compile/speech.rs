//! One voice: what is said, when, and never two sentences at once.

use super::{Cue, CueAction, SayKind};
use crate::practice::{Choices, VoiceDetail};

/// The last words end this long before the end.
const BEFORE_END_MS: u32 = 1_000;

/// A sentence about a moment may come this much later, in milliseconds, or not at all.
const NEAR_MS: u32 = 10_000;

/// How long it takes to say something in a language: an estimate, on the slow side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeakingPace {
    /// Milliseconds for a character.
    pub ms_per_character: u32,
    /// Silence kept after each sentence, in milliseconds.
    pub between_ms: u32,
}

impl SpeakingPace {
    /// About how long a sentence takes to say, with the silence after it.
    pub(super) fn speaking_ms(self, text: &str) -> u32 {
        let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        characters.saturating_mul(self.ms_per_character).saturating_add(self.between_ms)
    }
}

/// When a sentence is wanted: at the first free moment from one place, ending by another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    from_ms: u32,
    until_ms: u32,
}

impl Wanted {
    pub(super) fn within(from_ms: u32, until_ms: u32) -> Wanted {
        Wanted { from_ms, until_ms }
    }
}

/// The sentences placed so far, in order of time.
pub(super) struct Speech {
    from_ms: u32,
    length_ms: u32,
    voice: VoiceDetail,
    pace: SpeakingPace,
    said: Vec<Cue>,
}

impl Speech {
    pub(super) fn new(length_ms: u32, choices: &Choices, pace: SpeakingPace) -> Speech {
        Speech { from_ms: 0, length_ms, voice: choices.guidance.voice, pace, said: Vec::new() }
    }

    /// Where nothing more can be said before `from_ms`, and a sentence that was begun before may still sound.
    pub(super) fn going_on(mut self, from_ms: u32, sounding: Option<Cue>) -> Speech {
        self.from_ms = from_ms;
        self.said.extend(sounding);
        self
    }

    /// Says a sentence where it is wanted, if it is free for long enough there. Otherwise it is dropped, never cut. Says
    /// whether it could.
    pub(super) fn say(&mut self, wanted: Wanted, kind: SayKind, text: &str) -> bool {
        let needed = self.pace.speaking_ms(text);
        let mut at_ms = wanted.from_ms.max(self.from_ms);
        for cue in &self.said {
            if at_ms + needed <= cue.at_ms {
                break;
            }
            at_ms = at_ms.max(cue.at_ms + cue.length_ms);
        }
        let fits = at_ms.saturating_add(needed) <= wanted.until_ms.min(self.length_ms);
        let says = !text.is_empty() && speaks(self.voice, kind) && fits;
        if says {
            self.place(at_ms, needed, kind, text);
        }
        says
    }

    /// Says a sentence at `at_ms` or at most `slack_ms` later, and says whether it could.
    pub(super) fn say_within(&mut self, at_ms: u32, slack_ms: u32, kind: SayKind, text: &str) -> bool {
        let until_ms = at_ms.saturating_add(slack_ms).saturating_add(self.pace.speaking_ms(text));
        self.say(Wanted::within(at_ms, until_ms), kind, text)
    }

    /// Says a sentence soon after `at_ms`, or not at all, and says whether it could.
    pub(super) fn say_near(&mut self, at_ms: u32, kind: SayKind, text: &str) -> bool {
        self.say_within(at_ms, NEAR_MS, kind, text)
    }

    /// Says a sentence so that it ends just before the end.
    pub(super) fn say_last(&mut self, text: &str) {
        let needed = self.pace.speaking_ms(text);
        let Some(at_ms) = self.length_ms.checked_sub(needed.saturating_add(BEFORE_END_MS)) else { return };
        self.say(Wanted::within(at_ms, self.length_ms), SayKind::Closing, text);
    }

    /// When the sentence that is being said at `at_ms` ends.
    pub(super) fn busy_until(&self, at_ms: u32) -> u32 {
        let now = self.said.iter().find(|cue| (cue.at_ms..cue.at_ms + cue.length_ms).contains(&at_ms));
        now.map_or(at_ms, |cue| cue.at_ms + cue.length_ms)
    }

    /// Where the last step that is said between two places ends.
    pub(super) fn last_step_in(&self, from_ms: u32, until_ms: u32) -> Option<u32> {
        let is_step = |cue: &&Cue| matches!(cue.action, CueAction::Say { kind: SayKind::Step, .. });
        let within = |cue: &&Cue| (from_ms..until_ms).contains(&cue.at_ms);
        self.said.iter().filter(is_step).filter(within).map(|cue| cue.at_ms + cue.length_ms).next_back()
    }

    /// About how long a sentence takes to say.
    pub(super) fn speaking_ms(&self, text: &str) -> u32 {
        self.pace.speaking_ms(text)
    }

    pub(super) fn into_cues(self) -> Vec<Cue> {
        self.said
    }

    fn place(&mut self, at_ms: u32, length_ms: u32, kind: SayKind, text: &str) {
        let place = self.said.partition_point(|cue| cue.at_ms < at_ms);
        let action = CueAction::Say { text: text.to_owned(), kind };
        self.said.insert(place, Cue { at_ms, length_ms, action });
    }
}

/// Whether a sentence of this sort is said with so much detail.
fn speaks(voice: VoiceDetail, kind: SayKind) -> bool {
    match kind {
        SayKind::Next | SayKind::Care | SayKind::Closing => true,
        SayKind::Step | SayKind::HalfWay | SayKind::LastMinute => voice != VoiceDetail::Quiet,
        SayKind::Reminder | SayKind::Stillness => voice == VoiceDetail::Full,
    }
}
