//! Breath: what a movement asks for, what the pacer offers where no movement does, and what can be felt and heard of it.

use super::{Cue, CueAction, Touch, moment};
use crate::practice::{Breath, Guidance, Pacer};
use crate::sound::Chime;

/// Adds one breath cue, with its touch and, where wanted, its chime; unwanted touches are taken out at the end.
pub(super) fn add(cues: &mut Vec<Cue>, guidance: &Guidance, at_ms: u32, length_ms: u32, breath: Breath) {
    cues.push(Cue { at_ms, length_ms, action: CueAction::Breathe { breath } });
    let (touch, chime) = match breath {
        Breath::In => (Touch::In, Chime::In),
        Breath::Out => (Touch::Out, Chime::Out),
        Breath::Natural | Breath::Own => return,
    };
    cues.push(moment(at_ms, CueAction::Touch { touch }));
    if guidance.breath_chimes {
        cues.push(moment(at_ms, CueAction::Chime { chime }));
    }
}

/// Fills a stretch in which no movement sets the breath: with whole breaths of the pacer where one is wanted, and else,
/// or for what remains, with natural breath.
pub(super) fn leave_free(cues: &mut Vec<Cue>, guidance: &Guidance, from_ms: u32, until_ms: u32) {
    let paced_until = guidance.pacer.map_or(from_ms, |pacer| pace(cues, guidance, pacer, from_ms, until_ms));
    if paced_until < until_ms {
        add(cues, guidance, paced_until, until_ms - paced_until, Breath::Natural);
    }
}

/// As many whole breaths as fit; gives the place where the last one ends.
fn pace(cues: &mut Vec<Cue>, guidance: &Guidance, pacer: Pacer, from_ms: u32, until_ms: u32) -> u32 {
    let breath_ms = pacer.breath_ms();
    let in_ms = breath_ms * u32::from(pacer.in_percent) / 100;
    let count = (until_ms - from_ms) / breath_ms;
    for starts_ms in (0..count).map(|i| from_ms + i * breath_ms) {
        add(cues, guidance, starts_ms, in_ms, Breath::In);
        add(cues, guidance, starts_ms + in_ms, breath_ms - in_ms, Breath::Out);
    }
    from_ms + count * breath_ms
}
