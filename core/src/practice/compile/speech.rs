//! One voice: what is said, when, and never two sentences at once.

use super::{Cue, CueAction};

/// Speaking pace for estimates, in milliseconds a character: about 14 characters a second, a calm English voice.
const MS_PER_CHARACTER: u32 = 70;

/// Silence kept after each sentence.
const PAUSE_MS: u32 = 400;

/// The last words end this long before the end.
const BEFORE_END_MS: u32 = 1_000;

/// The sentences placed so far, in order of time.
pub(super) struct Speech {
    length_ms: u32,
    said: Vec<Cue>,
}

impl Speech {
    pub(super) fn new(length_ms: u32) -> Speech {
        Speech { length_ms, said: Vec::new() }
    }

    /// Says a sentence at the first free moment from `from_ms`, if it ends by `until_ms`. Otherwise it is dropped, never cut.
    pub(super) fn say_from(&mut self, from_ms: u32, until_ms: u32, text: &str) {
        let needed = speaking_ms(text);
        let mut at_ms = from_ms;
        for cue in &self.said {
            if at_ms + needed <= cue.at_ms {
                break;
            }
            at_ms = at_ms.max(cue.at_ms + cue.length_ms);
        }
        if !text.is_empty() && at_ms + needed <= until_ms.min(self.length_ms) {
            self.place(at_ms, needed, text);
        }
    }

    /// Says a sentence at `at_ms` or at most `slack_ms` later, and says whether it could.
    pub(super) fn say_within(&mut self, at_ms: u32, slack_ms: u32, text: &str) -> bool {
        let before = self.said.len();
        self.say_from(at_ms, at_ms + slack_ms + speaking_ms(text), text);
        self.said.len() > before
    }

    /// Says a sentence within ten seconds after `at_ms`, or not at all.
    pub(super) fn say_near(&mut self, at_ms: u32, text: &str) {
        self.say_from(at_ms, at_ms + speaking_ms(text) + 10_000, text);
    }

    /// Says a sentence so that it ends just before the end.
    pub(super) fn say_last(&mut self, text: &str) {
        let needed = speaking_ms(text);
        let Some(at_ms) = self.length_ms.checked_sub(needed + BEFORE_END_MS) else { return };
        self.place(at_ms, needed, text);
    }

    /// When the sentence that is being said at `at_ms` ends.
    pub(super) fn busy_until(&self, at_ms: u32) -> u32 {
        let now = self.said.iter().find(|cue| (cue.at_ms..cue.at_ms + cue.length_ms).contains(&at_ms));
        now.map_or(at_ms, |cue| cue.at_ms + cue.length_ms)
    }

    pub(super) fn into_cues(self) -> Vec<Cue> {
        self.said
    }

    fn place(&mut self, at_ms: u32, length_ms: u32, text: &str) {
        let place = self.said.partition_point(|cue| cue.at_ms < at_ms);
        let action = CueAction::Say { text: text.to_owned() };
        self.said.insert(place, Cue { at_ms, length_ms, action });
    }
}

/// About how long a sentence takes to say, with the silence after it.
pub(super) fn speaking_ms(text: &str) -> u32 {
    let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX / MS_PER_CHARACTER / 2);
    characters * MS_PER_CHARACTER + PAUSE_MS
}
