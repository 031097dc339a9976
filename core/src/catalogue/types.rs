//! The plain types of what can be practised, as the content files give it, with the words of one locale.

use serde::{Deserialize, Serialize};

use crate::id::id;

id! {
    /// Names a movement, such as `spinal-wave`.
    MovementId
}
id! {
    /// Names a form of a movement: `spinal-wave/seated-arch-round`, or the movement's own id where it has one form.
    VariantId
}
id! {
    /// Names a routine, such as `routine-phase-1`.
    RoutineId
}
id! {
    /// Names a part of the body, such as `low-back`.
    AreaId
}
id! {
    /// Names anything that can be opened: a movement, a form of one, a routine, or something to read.
    ItemId
}
id! {
    /// Names a topic of the Learn library, such as `ideas`.
    TopicId
}
id! {
    /// Names a caution, such as `caution-osteoporosis`.
    CautionId
}

/// How the body is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Posture {
    /// On a chair.
    Seated,
    /// Standing with soft knees, a chair within reach.
    Standing,
    /// On the back, knees bent.
    Lying,
    /// Walking slowly, a wall within reach.
    Walking,
}

impl Posture {
    /// Its name as it is written in files and records, which is also the figure's base.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Seated => "seated",
            Self::Standing => "standing",
            Self::Lying => "lying",
            Self::Walking => "walking",
        }
    }
}

/// Where an item came from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Articles say so.
    Source {
        /// Where; never empty.
        places: Vec<SourcePlace>,
    },
    /// We propose it; no article says so.
    Proposed,
    /// Generally known; neither an article's nor ours.
    GeneralKnowledge,
}

/// Lines of one article.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SourcePlace {
    /// The article's number, `000` to `004`.
    pub article: String,
    /// The lines, such as `23, 30, 37`.
    pub lines: String,
}

/// A sentence or a few, and where they came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// A short heading above it, where it has one.
    pub label: Option<String>,
    /// What it says.
    pub text: String,
    /// Whether an article says so or we propose it.
    pub origin: Origin,
}

/// A name in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForeignName {
    /// In our letters: "Pai Da".
    pub name: String,
    /// In its own characters, where they are certain.
    pub characters: Option<String>,
    /// The language: `zh` or `ko`.
    pub language: String,
    /// Where the characters came from, or the name where there are none.
    pub origin: Origin,
}

/// A posture that a movement offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostureOffer {
    /// The posture.
    pub posture: Posture,
    /// Whether an article says so or we propose it.
    pub origin: Origin,
}

/// A part of the body that a movement is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyArea {
    /// Its id, such as `low-back`.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// Whether an article says so or we propose it.
    pub origin: Origin,
}

/// The breath that a step asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// A time to practise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeSpan {
    /// Its length.
    pub seconds: u32,
    /// Whether an article says so or we propose it.
    pub origin: Origin,
}

/// How a movement treats the two sides of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// Both at once, or it has no sides.
    Both,
    /// One side or direction, then the other, equally.
    InTurn,
}

/// What sort of thing a movement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MovementKind {
    /// Practised by itself.
    Movement,
    /// A part of another, which may also be practised alone.
    Component,
    /// Around a practice: a warm-up, a word of thanks.
    Frame,
    /// Something to do while moving.
    Hint,
    /// For any time of the day.
    Habit,
    /// A point that attention rests on.
    Attention,
    /// To read about; it has no form.
    Information,
    /// Several movements under one name.
    Family,
}

/// A form of a movement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// Its id.
    pub id: VariantId,
    /// Its name.
    pub name: String,
    /// The postures it offers, the first being the usual one.
    pub postures: Vec<PostureOffer>,
    /// How long it is practised unless something else is chosen.
    pub time: TimeSpan,
    /// The longest that an article allows.
    pub longest: Option<TimeSpan>,
    /// Breaths a minute, times ten, where an article states them: 55 for 5.5. This form keeps them, whatever pace is
    /// chosen.
    pub pace_tenths: Option<u16>,
    /// How it treats the two sides of the body.
    pub sides: Sides,
    /// What to do.
    pub steps: Vec<Step>,
    /// The loop the figure repeats, in order, from 0 to 1,000 thousandths; empty for stillness.
    pub beats: Vec<Beat>,
    /// How many breaths' time one loop takes: 1 where breath is stated, more for slow loops without a stated breath.
    pub breaths_per_loop: u8,
    /// The figure's motion; `None` where the figure cannot show it: then its steps are shown.
    pub motion: Option<String>,
    /// The figure in words, for a screen reader.
    pub figure_text: String,
    /// Where it came from.
    pub origin: Origin,
}

impl Variant {
    /// Whether it can be done in a posture.
    #[must_use]
    pub fn offers(&self, posture: Posture) -> bool {
        self.postures.iter().any(|offer| offer.posture == posture)
    }

    /// How long it is practised unless something else is chosen: whole minutes, at least one.
    #[must_use]
    pub fn minutes(&self) -> u16 {
        u16::try_from(self.time.seconds.div_ceil(60).max(1)).unwrap_or(u16::MAX)
    }

    /// The posture it is shown in: the one asked for where it offers that, else its usual one.
    #[must_use]
    pub fn shown_in(&self, asked: Option<Posture>) -> Posture {
        let usual = || self.postures.first().map_or(Posture::Seated, |offer| offer.posture);
        asked.filter(|posture| self.offers(*posture)).unwrap_or_else(usual)
    }
}

/// A thing to practise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Movement {
    /// Its id.
    pub id: MovementId,
    /// What sort of thing it is.
    pub kind: MovementKind,
    /// Its name.
    pub name: String,
    /// Other names the articles use.
    pub other_names: Vec<String>,
    /// Its names in other languages.
    pub names: Vec<ForeignName>,
    /// One sentence on what it is.
    pub summary: String,
    /// What attention rests on, where an article says so or we propose it.
    pub focus: Option<Passage>,
    /// Parts of the body it is for.
    pub body_areas: Vec<BodyArea>,
    /// Cautions that concern it.
    pub cautions: Vec<CautionId>,
    /// Extra words of care, such as the range to keep to.
    pub care: Vec<Passage>,
    /// What an article claims of it.
    pub benefits: Vec<Passage>,
    /// When to take it.
    pub uses: Vec<Passage>,
    /// Gaps that an article leaves, differences between articles, what a name means.
    pub notes: Vec<Passage>,
    /// Movements it is made of, in order.
    pub parts: Vec<VariantId>,
    /// Movements that can be switched on inside it.
    pub extras: Vec<MovementId>,
    /// Movements and forms that belong to it, where it is a family.
    pub members: Vec<Member>,
    /// A gentler form, of this movement or another.
    pub gentler: Option<VariantId>,
    /// What to read or do next.
    pub related: Vec<ItemId>,
    /// Its forms; empty only where it is there to be read about.
    pub variants: Vec<Variant>,
    /// Where it came from.
    pub origin: Origin,
}

/// A movement, or a form of one, that belongs to a family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The id of a movement or of a form.
    pub id: ItemId,
    /// Whether an article says so or we propose it.
    pub origin: Origin,
}

/// One entry of a routine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// The movement.
    pub movement: MovementId,
    /// The form of it.
    pub variant: VariantId,
    /// Its minutes.
    pub minutes: u16,
    /// Where the minutes came from.
    pub minutes_origin: Origin,
    /// Whether we added it: the article's passage does not have it.
    pub added: bool,
    /// When it is part of a practice.
    pub presence: Presence,
}

/// When an entry is part of a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// In every practice of the routine.
    Always,
    /// Where the practice is led lying: getting down to the floor, and up again. It can be switched off.
    Lying,
    /// Where it is wanted: it is left out until it is switched on.
    Wanted,
}

/// What a routine is: a list, or a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoutineShape {
    /// An ordered list of movements.
    Ordered,
    /// One movement of the person's own choosing.
    AnyMovement,
    /// Other routines, seated.
    Seated {
        /// Which.
        routines: Vec<RoutineId>,
    },
}

/// An ordered list of movements with minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Routine {
    /// Its id.
    pub id: RoutineId,
    /// Its name.
    pub name: String,
    /// One sentence on what it is for.
    pub focus: String,
    /// What it is.
    pub shape: RoutineShape,
    /// How the body is held unless something else is chosen; where it is not said, its first movement says so.
    pub posture: Option<Posture>,
    /// Its movements, in order; empty where the shape is a choice.
    pub segments: Vec<Segment>,
    /// All its minutes, without what is optional.
    pub minutes: u16,
    /// Where the minutes came from.
    pub minutes_origin: Origin,
    /// Parts of the body it is for.
    pub body_areas: Vec<BodyArea>,
    /// Gaps that an article leaves, and differences.
    pub notes: Vec<Passage>,
    /// What to read or do next.
    pub related: Vec<ItemId>,
    /// Where it came from.
    pub origin: Origin,
}
