//! What can be practised, as the apps see it: movements, routines and where each item came from.
use mingmen_core::catalogue::{
    Beat, BodyArea, CautionId, Movement, MovementId, Origin, Posture, PostureOffer, Routine, RoutineId,
    Segment, Step, StepBreath, Variant, VariantId,
};

crate::id::mirror_id! {
    /// Names a movement, such as `spinal-wave`.
    MovementId
}
crate::id::mirror_id! {
    /// Names a form of a movement: `spinal-wave/seated-arch-round`, or the movement's own id where it has one form.
    VariantId
}
crate::id::mirror_id! {
    /// Names a routine, such as `routine-phase-1`.
    RoutineId
}
crate::id::mirror_id! {
    /// Names a caution, such as `caution-osteoporosis`.
    CautionId
}

/// How the body is held.
#[uniffi::remote(Enum)]
pub enum Posture {
    /// On a chair.
    Seated,
    /// Standing with soft knees, a chair within reach.
    Standing,
    /// On the back, knees bent.
    Lying,
}

/// Where an item came from.
#[uniffi::remote(Enum)]
pub enum Origin {
    /// An article says so.
    Source {
        /// The article's number, `000` to `004`.
        article: String,
        /// The lines, such as `23, 30, 37`.
        lines: String,
    },
    /// We propose it; no article says so.
    Proposed,
    /// Generally known; neither an article's nor ours.
    GeneralKnowledge,
}

/// A posture that a movement offers.
#[uniffi::remote(Record)]
pub struct PostureOffer {
    /// The posture.
    pub posture: Posture,
    /// Whether an article says so or we propose it.
    pub origin: Origin,
}

/// A part of the body that a movement is for.
#[uniffi::remote(Record)]
pub struct BodyArea {
    /// Its name.
    pub name: String,
    /// Whether an article says so or we propose it.
    pub origin: Origin,
}

/// The breath that a step asks for.
#[uniffi::remote(Enum)]
pub enum StepBreath {
    /// Breathe in.
    In,
    /// Breathe out.
    Out,
    /// Breathe in and out deeply, with no strain.
    Deep,
    /// Breathe naturally.
    Natural,
}

/// One instruction.
#[uniffi::remote(Record)]
pub struct Step {
    /// The instruction.
    pub text: String,
    /// The breath it is tied to; none where the source is silent.
    pub breath: Option<StepBreath>,
    /// The form that it speaks of, where a movement is made of several: it goes when that form is left out.
    pub part: Option<VariantId>,
    /// Where it came from.
    pub origin: Origin,
}

/// One part of a movement's loop: a few words and a stretch of the figure's clip.
#[uniffi::remote(Record)]
pub struct Beat {
    /// A few words for the Player's large line, such as "Round your back".
    pub text: String,
    /// The breath of this part. `None` means natural breath.
    pub breath: Option<StepBreath>,
    /// The form that this part belongs to, where a movement is made of several: it goes when that form is left out.
    pub part: Option<VariantId>,
    /// The step that tells what to do in this part, by its place among the form's steps, from 0.
    pub step: Option<u8>,
    /// Where the figure's loop is at its start, in thousandths.
    pub from_permille: u16,
    /// Where the figure's loop is at its end, in thousandths.
    pub to_permille: u16,
}

/// A form of a movement.
#[uniffi::remote(Record)]
pub struct Variant {
    /// Its id.
    pub id: VariantId,
    /// Its name.
    pub name: String,
    /// The postures it offers, the first being the usual one.
    pub postures: Vec<PostureOffer>,
    /// What to do.
    pub steps: Vec<Step>,
    /// The loop the figure repeats, in order, from 0 to 1,000 thousandths; empty for stillness.
    pub beats: Vec<Beat>,
    /// How many breaths' time one loop takes: 1 where breath is stated, more for slow loops without a stated breath.
    pub breaths_per_loop: u8,
    /// The figure's motion.
    pub motion: String,
    /// The figure in words, for a screen reader.
    pub figure_text: String,
    /// Where it came from.
    pub origin: Origin,
}

/// A thing to practise.
#[uniffi::remote(Record)]
pub struct Movement {
    /// Its id.
    pub id: MovementId,
    /// Its name.
    pub name: String,
    /// Other names the articles use.
    pub other_names: Vec<String>,
    /// One sentence on what it is.
    pub summary: String,
    /// What attention rests on, where an article says so or we propose it.
    pub focus: Option<Step>,
    /// Parts of the body it is for.
    pub body_areas: Vec<BodyArea>,
    /// Cautions that concern it.
    pub cautions: Vec<CautionId>,
    /// Extra words of care, such as the range to keep to.
    pub care: Vec<Step>,
    /// Movements it is made of, in order.
    pub parts: Vec<VariantId>,
    /// Its forms; never empty.
    pub variants: Vec<Variant>,
    /// Where it came from.
    pub origin: Origin,
}

/// One entry of a routine.
#[uniffi::remote(Record)]
pub struct Segment {
    /// The movement.
    pub movement: MovementId,
    /// The form of it.
    pub variant: VariantId,
    /// Its minutes.
    pub minutes: u16,
    /// Where the minutes came from.
    pub minutes_origin: Origin,
}

/// An ordered list of movements with minutes.
#[uniffi::remote(Record)]
pub struct Routine {
    /// Its id.
    pub id: RoutineId,
    /// Its name.
    pub name: String,
    /// One sentence on what it is for.
    pub focus: String,
    /// Its movements, in order.
    pub segments: Vec<Segment>,
    /// All its minutes.
    pub minutes: u16,
    /// Where it came from.
    pub origin: Origin,
}
