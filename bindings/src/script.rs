//! The timeline of a practice, as the apps see it.
use mingmen_core::catalogue::{MovementId, Posture, RoutineId, VariantId};
use mingmen_core::practice::{Breath, Cue, CueAction, SayKind, Script, ScriptSegment, Touch};
use mingmen_core::sound::Chime;

/// A routine with choices, compiled to an immutable timeline. Position 0 is the first moment after the count-in.
#[uniffi::remote(Record)]
pub struct Script {
    /// The routine it was made from.
    pub routine: RoutineId,
    /// The routine's name.
    pub title: String,
    /// The catalogue's version it was made from.
    pub content_version: u32,
    /// The whole length in milliseconds: exactly the stated minutes, and what goes around them.
    pub length_ms: u32,
    /// What is practised, in order, without gap or overlap.
    pub segments: Vec<ScriptSegment>,
    /// What to say, breathe, move, sound and feel, in order of time.
    pub cues: Vec<Cue>,
}

/// One movement of a script.
#[uniffi::remote(Record)]
pub struct ScriptSegment {
    /// The movement.
    pub movement: MovementId,
    /// The form of it.
    pub variant: VariantId,
    /// Its name.
    pub name: String,
    /// The posture it is shown in.
    pub posture: Posture,
    /// The figure's motion, for `figure_clip`; the base is the posture. `None` where the figure cannot show it.
    pub motion: Option<String>,
    /// The figure in words, for a screen reader.
    pub figure_text: String,
    /// Whether it goes around the practice and is not counted in its stated minutes.
    pub around: bool,
    /// Where it begins, in milliseconds.
    pub starts_ms: u32,
    /// Where it ends and the next begins, in milliseconds.
    pub ends_ms: u32,
}

/// One entry of a script's timeline.
#[uniffi::remote(Record)]
pub struct Cue {
    /// When it begins, in milliseconds.
    pub at_ms: u32,
    /// How long it lasts, in milliseconds; 0 for a moment.
    pub length_ms: u32,
    /// What happens.
    pub action: CueAction,
}

/// What a cue asks for.
#[uniffi::remote(Enum)]
pub enum CueAction {
    /// Speak and show a sentence.
    Say {
        /// The sentence.
        text: String,
        /// What sort of sentence it is.
        kind: SayKind,
    },
    /// Breathe like this.
    Breathe {
        /// The breath.
        breath: Breath,
    },
    /// Move: the figure goes from one phase of its clip to another.
    Move {
        /// A few words for the large line, such as "Round your back".
        text: String,
        /// Phase of the clip at the start, in thousandths of its loop.
        from_permille: u16,
        /// Phase of the clip at the end, in thousandths; 1,000 is the loop's end.
        to_permille: u16,
    },
    /// A soft chime.
    Chime {
        /// Which.
        chime: Chime,
    },
    /// A short touch of the phone's motor.
    Touch {
        /// Which.
        touch: Touch,
    },
}

/// What sort of sentence is said. A screen reader is told the milestones and nothing else (they are few).
#[uniffi::remote(Enum)]
pub enum SayKind {
    /// What comes next, and how to sit, stand or lie for it. A milestone.
    Next,
    /// What keeps one safe: eyes open, a chair within reach.
    Care,
    /// How the movement goes.
    Step,
    /// A few words of a step, again.
    Reminder,
    /// Half of the time is over. A milestone.
    HalfWay,
    /// The last minute has begun. A milestone.
    LastMinute,
    /// The movement is over, and a little stillness is left.
    Stillness,
    /// The last words. A milestone.
    Closing,
}

/// A touch of the phone's motor, for a person whose eyes are closed.
#[uniffi::remote(Enum)]
pub enum Touch {
    /// Another movement begins.
    Turn,
    /// Breathe in.
    In,
    /// Breathe out.
    Out,
    /// The practice is over.
    End,
}

/// One breath instruction.
#[uniffi::remote(Enum)]
pub enum Breath {
    /// Breathe in.
    In,
    /// Breathe out.
    Out,
    /// Breathe naturally: the source asks for no particular breath.
    Natural,
    /// Breathe with the movement in one's own time: nothing sets the pace.
    Own,
}
