//! From a routine and choices to an exact timeline.
//!
//! The stated minutes hold everything: settling, announcing, changing posture, moving and stillness. Each movement gets
//! its share to the second, its loop is stretched by at most a tenth so that it ends on a whole breath, and what then
//! remains is stillness.

mod minutes;
mod movement;
mod speech;

use crate::catalogue::{Movement, Posture, Routine, Variant};
use crate::draft::{Invalid, require};

use super::{Choices, Cue, CueAction, Script, ScriptSegment};
pub use minutes::share_seconds;
use speech::Speech;

/// Sentences that a script speaks; `{name}` stands for a movement's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptWords {
    /// The very first words, for each posture: how to sit, stand or lie.
    pub settle: PostureWords,
    /// Announces the first movement: "We begin with {name}."
    pub begin_with: String,
    /// Announces a movement: "Next: {name}."
    pub next: String,
    /// Said when the posture changes.
    pub change_posture: PostureWords,
    /// Said once in each movement that is done standing: eyes open, a chair within reach.
    pub standing_care: String,
    /// Half of the time is over.
    pub half_way: String,
    /// The last minute has begun.
    pub last_minute: String,
    /// Said when a movement's loops are over and stillness remains.
    pub stillness: String,
    /// The last words.
    pub closing: String,
}

/// A sentence for each posture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostureWords {
    /// On a chair.
    pub seated: String,
    /// On the feet.
    pub standing: String,
    /// On the back.
    pub lying: String,
    /// On a slow walk.
    pub walking: String,
}

impl PostureWords {
    fn of(&self, posture: Posture) -> &str {
        match posture {
            Posture::Seated => &self.seated,
            Posture::Standing => &self.standing,
            Posture::Lying => &self.lying,
            Posture::Walking => &self.walking,
        }
    }
}

/// What a script is made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The routine.
    pub routine: &'a Routine,
    /// The movement and form behind each of the routine's segments, in the same order.
    pub forms: &'a [(&'a Movement, &'a Variant)],
    /// The sentences.
    pub words: &'a ScriptWords,
    /// The catalogue's version.
    pub content_version: u32,
}

/// Checks how a person wants a routine led.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be used.
pub fn check_choices(choices: &Choices) -> Result<(), Invalid> {
    require((1..=120).contains(&choices.minutes), "choices.minutes", "must be 1 to 120")?;
    require(choices.posture != Posture::Walking, "choices.posture", "must be seated, standing or lying")?;
    require((4_000..=16_000).contains(&choices.breath_ms), "choices.breath_ms", "must be 4,000 to 16,000")
}

/// Compiles a routine with choices to its timeline.
///
/// # Errors
/// [`Invalid`] where a choice is out of range or leaves nothing to practise.
pub fn compile(source: &Source<'_>, choices: &Choices) -> Result<Script, Invalid> {
    check_choices(choices)?;
    let kept = kept_segments(source, choices);
    require(!kept.is_empty(), "choices.leave_out", "leaves nothing to practise")?;
    let weights: Vec<u32> = kept.iter().map(|(minutes, _, _)| u32::from(*minutes)).collect();
    let seconds = share_seconds(u32::from(choices.minutes) * 60, &weights);

    let mut segments = Vec::with_capacity(kept.len());
    let mut starts_ms = 0;
    for ((_, movement, variant), seconds) in kept.iter().zip(seconds) {
        let ends_ms = starts_ms + seconds * 1_000;
        segments.push(segment(movement, variant, choices.posture, starts_ms, ends_ms));
        starts_ms = ends_ms;
    }
    let forms: Vec<&Variant> = kept.iter().map(|(_, _, variant)| *variant).collect();
    let cues = cues(source.words, choices, &segments, &forms);
    Ok(Script {
        routine: source.routine.id.clone(),
        title: source.routine.name.clone(),
        content_version: source.content_version,
        length_ms: starts_ms,
        segments,
        cues,
    })
}

fn kept_segments<'a>(source: &Source<'a>, choices: &Choices) -> Vec<(u16, &'a Movement, &'a Variant)> {
    let all = source.routine.segments.iter().zip(source.forms);
    all.filter(|(segment, _)| choices.keep(segment))
        .map(|(segment, (movement, variant))| (segment.minutes, *movement, *variant))
        .collect()
}

fn segment(
    movement: &Movement,
    variant: &Variant,
    asked: Posture,
    starts_ms: u32,
    ends_ms: u32,
) -> ScriptSegment {
    ScriptSegment {
        movement: movement.id.clone(),
        variant: variant.id.clone(),
        name: movement.name.clone(),
        posture: variant.shown_in(Some(asked)),
        motion: variant.motion.clone(),
        starts_ms,
        ends_ms,
    }
}

fn cues(words: &ScriptWords, choices: &Choices, segments: &[ScriptSegment], forms: &[&Variant]) -> Vec<Cue> {
    let length_ms = segments.last().map_or(0, |last| last.ends_ms);
    let mut cues = Vec::new();
    let mut speech = Speech::new(length_ms);
    speech.say_last(&words.closing);

    let mut before = None;
    for segment in segments {
        cues.push(moment(segment.starts_ms, CueAction::Chime));
        cues.push(moment(segment.starts_ms, CueAction::Buzz));
        speech.say_from(segment.starts_ms, segment.ends_ms, &announcement(words, segment, before));
        before = Some(segment.posture);
    }
    for (segment, variant) in segments.iter().zip(forms) {
        let lead = movement::Lead { segment, variant, choices };
        let moving_from = movement::lead_in(&mut speech, &lead);
        movement::add(&mut cues, &mut speech, words, &lead, moving_from);
        if matches!(segment.posture, Posture::Standing | Posture::Walking) {
            speech.say_from(moving_from, segment.ends_ms, &words.standing_care);
        }
    }
    speech.say_near(length_ms / 2, &words.half_way);
    speech.say_near(length_ms.saturating_sub(60_000), &words.last_minute);

    cues.extend(speech.into_cues());
    cues.push(moment(length_ms, CueAction::Chime));
    cues.sort_by_key(|cue| (cue.at_ms, order(&cue.action)));
    cues
}

/// What is said at the start of a movement: how to settle first, then its name.
fn announcement(words: &ScriptWords, segment: &ScriptSegment, before: Option<Posture>) -> String {
    let name = |text: &str| text.replace("{name}", &segment.name);
    match before {
        None => format!("{} {}", words.settle.of(segment.posture), name(&words.begin_with)),
        Some(before) if before != segment.posture => {
            format!("{} {}", words.change_posture.of(segment.posture), name(&words.next))
        }
        Some(_) => name(&words.next),
    }
}

fn moment(at_ms: u32, action: CueAction) -> Cue {
    Cue { at_ms, length_ms: 0, action }
}

fn order(action: &CueAction) -> u8 {
    match action {
        CueAction::Chime => 0,
        CueAction::Buzz => 1,
        CueAction::Say { .. } => 2,
        CueAction::Breathe { .. } => 3,
        CueAction::Move { .. } => 4,
    }
}
