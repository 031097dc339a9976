//! From a routine and choices to an exact timeline.
//!
//! The stated minutes hold everything: settling, announcing, changing posture, moving and stillness. Each movement gets
//! its share to the second, its loop is stretched by at most a tenth so that it ends on a whole breath, and what then
//! remains is stillness. Warming up, gratitude and an intention go around that, where they are wanted.

mod breath;
mod change;
mod minutes;
mod movement;
mod parts;
mod speech;

use crate::catalogue::{Movement, Posture, Routine, Variant};
use crate::draft::Invalid;
use crate::sound::Chime;

use super::{Choices, Cue, CueAction, SayKind, Script, ScriptSegment, Touch, check_choices};
pub use change::{Rescripted, change};
pub use minutes::share_seconds;
use movement::Lead;
use parts::{Entry, Part};
pub use speech::SpeakingPace;
use speech::{Speech, Wanted};

/// The time to come to another posture before anything moves, in milliseconds: to a chair, to the feet or a slow walk, to
/// the floor (proposed).
const TO_CHAIR_MS: u32 = 8_000;
const TO_FEET_MS: u32 = 10_000;
const TO_FLOOR_MS: u32 = 20_000;

/// Changing posture takes at most this part of a movement, so that short forms still move.
const CHANGING_PART: u32 = 3;

/// Sentences that a script speaks; `{name}` stands for a movement's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptWords {
    /// How long it takes to say something in this language.
    pub pace: SpeakingPace,
    /// The very first words, for each posture: how to sit, stand or lie.
    pub settle: PostureWords,
    /// Announces the first movement: "We begin with {name}."
    pub begin_with: String,
    /// Announces a movement: "Next: {name}."
    pub next: String,
    /// Said when the posture changes.
    pub change_posture: PostureWords,
    /// Said when a movement goes on in another posture: "We go on with {name}."
    pub go_on: String,
    /// Said once in each movement that is done standing: eyes open, a chair within reach.
    pub standing_care: String,
    /// Half of the time is over.
    pub half_way: String,
    /// The last minute has begun.
    pub last_minute: String,
    /// Said when a movement's loops are over and stillness remains.
    pub stillness: String,
    /// The last words, for the posture it ends in.
    pub closing: PostureWords,
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

/// A form of a movement, and the movement it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    /// The movement.
    pub movement: &'a Movement,
    /// The form.
    pub variant: &'a Variant,
}

/// What may go around a practice.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'a> {
    /// Warming up, before.
    pub warm_up: Option<Form<'a>>,
    /// Gratitude, before and after.
    pub gratitude: Option<Form<'a>>,
    /// An intention, before.
    pub intention: Option<Form<'a>>,
}

/// What a script is made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The routine.
    pub routine: &'a Routine,
    /// The form behind each of the routine's segments, in the same order.
    pub forms: &'a [Form<'a>],
    /// What may go around it.
    pub around: Around<'a>,
    /// The shortest loop at which a form is gentle in a posture, in milliseconds: nothing is led faster. 0 where any is.
    pub gentle_loop_ms: &'a dyn Fn(&Variant, Posture) -> u32,
    /// The sentences.
    pub words: &'a ScriptWords,
    /// The catalogue's version.
    pub content_version: u32,
}

/// Compiles a routine with choices to its timeline.
///
/// # Errors
/// [`Invalid`] where a choice is out of range or leaves nothing to practise.
pub fn compile(source: &Source<'_>, choices: &Choices) -> Result<Script, Invalid> {
    check_choices(choices)?;
    let parts = parts::all(source, choices)?;
    let length_ms = parts.last().map_or(0, |last| last.ends_ms);
    let cues = lay(source, choices, &parts, Speech::new(length_ms, choices, source.words.pace));
    Ok(Script {
        routine: source.routine.id.clone(),
        title: source.routine.name.clone(),
        content_version: source.content_version,
        length_ms,
        segments: parts.iter().map(segment).collect(),
        cues,
    })
}

fn segment(part: &Part<'_>) -> ScriptSegment {
    let Form { movement, variant } = part.form;
    ScriptSegment {
        movement: movement.id.clone(),
        variant: variant.id.clone(),
        name: movement.name.clone(),
        posture: part.posture,
        motion: variant.motion.clone(),
        figure_text: variant.figure_text.clone(),
        around: part.around,
        starts_ms: part.starts_ms,
        ends_ms: part.ends_ms,
    }
}

/// Lays what happens in these parts, in order of time. Sentences that matter more find their place first.
fn lay(source: &Source<'_>, choices: &Choices, parts: &[Part<'_>], mut speech: Speech) -> Vec<Cue> {
    let Some((first, last)) = parts.first().zip(parts.last()) else { return Vec::new() };
    let (words, length_ms) = (source.words, last.ends_ms);
    let mut cues = Vec::new();
    speech.say_last(words.closing.of(last.posture));
    for part in parts {
        enter(&mut cues, &mut speech, words, part);
    }
    for part in parts {
        let lead = Lead { source, part, choices };
        let moving_from = moving_from(&mut speech, &lead);
        movement::add(&mut cues, &mut speech, &lead, moving_from);
    }
    let last_minute_ms = length_ms.saturating_sub(60_000);
    for (at_ms, kind, text, chime) in [
        (length_ms / 2, SayKind::HalfWay, &words.half_way, Chime::HalfWay),
        (last_minute_ms, SayKind::LastMinute, &words.last_minute, Chime::LastMinute),
    ] {
        let ahead = at_ms >= first.starts_ms;
        let says = ahead && speech.say_near(at_ms, kind, text);
        if ahead && (!says || choices.guidance.breath_chimes) {
            cues.push(moment(at_ms, CueAction::Chime { chime }));
        }
    }
    for part in parts {
        movement::remind(&cues, &mut speech, &Lead { source, part, choices });
    }
    cues.extend(speech.into_cues());
    cues.push(moment(length_ms, CueAction::Chime { chime: Chime::End }));
    cues.push(moment(length_ms, CueAction::Touch { touch: Touch::End }));
    cues.retain(|cue| choices.guidance.touches || !matches!(cue.action, CueAction::Touch { .. }));
    cues.sort_by_key(|cue| (cue.at_ms, order(&cue.action)));
    cues
}

/// Says what comes, and what keeps one safe in it.
fn enter(cues: &mut Vec<Cue>, speech: &mut Speech, words: &ScriptWords, part: &Part<'_>) {
    if part.entry == Entry::GoesOn {
        return;
    }
    cues.push(moment(part.starts_ms, CueAction::Chime { chime: Chime::Turn }));
    cues.push(moment(part.starts_ms, CueAction::Touch { touch: Touch::Turn }));
    let wanted = Wanted::within(part.starts_ms, part.ends_ms);
    speech.say(wanted, SayKind::Next, &announcement(words, part));
    if matches!(part.posture, Posture::Standing | Posture::Walking) {
        let after = Wanted::within(speech.busy_until(part.starts_ms), part.ends_ms);
        speech.say(after, SayKind::Care, &words.standing_care);
    }
}

/// What is said at the start of a movement: how to settle first, then its name.
fn announcement(words: &ScriptWords, part: &Part<'_>) -> String {
    let name = |text: &str| text.replace("{name}", &part.form.movement.name);
    match part.entry {
        Entry::First => format!("{} {}", words.settle.of(part.posture), name(&words.begin_with)),
        Entry::Next => name(&words.next),
        Entry::Changing => format!("{} {}", words.change_posture.of(part.posture), name(&words.next)),
        Entry::GoesOnElsewhere => format!("{} {}", words.change_posture.of(part.posture), name(&words.go_on)),
        Entry::GoesOn => String::new(),
    }
}

/// Where moving begins: after what is said before it, and when there was time to change posture.
fn moving_from(speech: &mut Speech, lead: &Lead<'_>) -> u32 {
    let part = lead.part;
    if part.entry == Entry::GoesOn {
        return part.starts_ms;
    }
    let said_until = movement::lead_in(speech, lead);
    let changing = match (part.entry, part.posture) {
        (Entry::First | Entry::Next | Entry::GoesOn, _) => 0,
        (_, Posture::Seated) => TO_CHAIR_MS,
        (_, Posture::Standing | Posture::Walking) => TO_FEET_MS,
        (_, Posture::Lying) => TO_FLOOR_MS,
    };
    said_until.max(part.starts_ms + changing.min(part.length_ms() / CHANGING_PART))
}

fn moment(at_ms: u32, action: CueAction) -> Cue {
    Cue { at_ms, length_ms: 0, action }
}

fn order(action: &CueAction) -> u8 {
    match action {
        CueAction::Chime { .. } => 0,
        CueAction::Touch { .. } => 1,
        CueAction::Say { .. } => 2,
        CueAction::Breathe { .. } => 3,
        CueAction::Move { .. } => 4,
    }
}
