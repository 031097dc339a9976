//! What the Library's pages need, in one record each.

use serde::{Deserialize, Serialize};

use super::PracticeCard;
use crate::catalogue::{
    AreaId, CautionId, ItemId, LearnItem, Movement, Origin, Posture, Presence, Routine, TopicId, VariantId,
};
use crate::own::OwnRoutineId;

/// Which page opens an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// The page of a movement; the id may name one of its forms.
    Movement,
    /// The page of a routine.
    Routine,
    /// The page of a topic.
    Topic,
    /// A page to read.
    Reading,
}

/// A line that opens a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemLink {
    /// What it opens.
    pub id: ItemId,
    /// The page that it opens.
    pub kind: ItemKind,
    /// Its name.
    pub title: String,
    /// A few words under it: "Movement · 5 minutes", "A claim". May be empty.
    pub detail: String,
}

/// A movement or routine in the Library's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryCard {
    /// What it opens.
    pub link: ItemLink,
    /// One sentence on what it is.
    pub summary: String,
    /// The figure's motion for its picture, where it has one.
    pub motion: Option<String>,
    /// The posture of its picture.
    pub posture: Posture,
}

/// What the Library's list is narrowed to. Everything left open shows everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryFilter {
    /// Only what is for this part of the body.
    pub area: Option<AreaId>,
    /// Only what can be done in this posture.
    pub posture: Option<Posture>,
    /// Only what takes at most so many minutes by itself.
    pub at_most_minutes: Option<u16>,
}

/// A part of the body to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaChoice {
    /// Its id.
    pub area: AreaId,
    /// Its name.
    pub name: String,
}

/// A topic in the Library's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicCard {
    /// Its id.
    pub topic: TopicId,
    /// Its name.
    pub title: String,
    /// A line under it.
    pub lead: String,
    /// How much there is to read.
    pub items: u32,
}

/// The Library page, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryPage {
    /// Routines of the person's own.
    pub own: Vec<LibraryCard>,
    /// Routines of the catalogue.
    pub routines: Vec<LibraryCard>,
    /// Movements that are practised by themselves, and what else can be done.
    pub movements: Vec<LibraryCard>,
    /// Parts of the body to narrow it to: those that something is for.
    pub areas: Vec<AreaChoice>,
    /// Minutes to narrow it to where there is little time: at most so many.
    pub short_minutes: u16,
    /// Topics to read about.
    pub topics: Vec<TopicCard>,
}

/// A caution on a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CautionNote {
    /// Its id.
    pub id: CautionId,
    /// The condition.
    pub name: String,
    /// What to mind.
    pub rule: String,
    /// Whether the person said that it concerns them: show it first.
    pub concerns_you: bool,
}

/// The page of a movement, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovementPage {
    /// The movement.
    pub movement: Movement,
    /// What sort of thing it is, in words: "Movement", "An idea for any movement".
    pub kind_text: String,
    /// For each of its forms, in order, the card with which it is practised alone; none while practice is shut or
    /// where the person's answers rule the form out.
    pub cards: Vec<Option<PracticeCard>>,
    /// Why a form is not offered, in words; empty where all are.
    pub left_out: String,
    /// Cautions that concern it, the person's own first.
    pub cautions: Vec<CautionNote>,
    /// Forms of other movements that it is made of.
    pub parts: Vec<ItemLink>,
    /// Movements that can be switched on inside it.
    pub extras: Vec<ItemLink>,
    /// Movements that belong to it, where it is a family.
    pub members: Vec<ItemLink>,
    /// A gentler form.
    pub gentler: Option<ItemLink>,
    /// Routines that it is part of.
    pub routines: Vec<ItemLink>,
    /// What to read or do next.
    pub related: Vec<ItemLink>,
}

/// One line of a routine's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoutineLine {
    /// The form of a movement.
    pub variant: VariantId,
    /// Opens the movement.
    pub link: ItemLink,
    /// Its minutes.
    pub minutes: u16,
    /// Where the minutes came from.
    pub minutes_origin: Origin,
    /// The figure's motion for its picture, where it has one.
    pub motion: Option<String>,
    /// The posture of its picture.
    pub posture: Posture,
    /// Whether we added it: the article's passage does not have it.
    pub added: bool,
    /// When it is part of a practice; what is not always there can be switched.
    pub presence: Presence,
    /// Why it is in, or why it is left out for this person; may be empty.
    pub why: String,
}

/// The page of a routine, whole: one of the catalogue, of the person's own, or made to measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoutinePage {
    /// The routine.
    pub routine: Routine,
    /// Where it is the person's own: its id, with which it is changed; none once it is deleted.
    pub own: Option<OwnRoutineId>,
    /// "12 minutes · 3 movements".
    pub facts: String,
    /// Its movements.
    pub lines: Vec<RoutineLine>,
    /// Its card at its own length; none while practice is shut, where the routine is a choice, and where the person's
    /// answers leave nothing of it.
    pub card: Option<PracticeCard>,
    /// Minutes to choose from, its own last; none where the routine is a choice.
    pub lengths: Vec<u16>,
    /// What there is to choose, where the routine is a choice.
    pub choices: Vec<ItemLink>,
    /// What to read or do next.
    pub related: Vec<ItemLink>,
}

/// The page of a topic, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicPage {
    /// Its id.
    pub topic: TopicId,
    /// Its name.
    pub title: String,
    /// A line under it.
    pub lead: String,
    /// What there is to read, in order.
    pub items: Vec<ItemLink>,
}

/// A page to read, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingPage {
    /// What there is to read.
    pub item: LearnItem,
    /// What sort of thing it is, in words: "A claim", "Where the articles differ".
    pub kind_text: String,
    /// Its topic.
    pub topic: ItemLink,
    /// The card with which it is done at once, where there is one and practice is open.
    pub card: Option<PracticeCard>,
    /// When it takes place on the person's own clock, where it is a live class: "Thursday 19:00 UK time, 20:00 here".
    pub when: Option<String>,
    /// The movement whose still shows what is read about, where there is one. It is not among the related.
    pub figure: Option<LibraryCard>,
    /// What to read or do next.
    pub related: Vec<ItemLink>,
    /// The item after it in its topic.
    pub next: Option<ItemLink>,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchHit {
    /// What it opens.
    pub link: ItemLink,
    /// The sentence or name in which it was found; empty where the title says it.
    pub found_in: String,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchPage {
    /// What was found, best first.
    pub hits: Vec<SearchHit>,
    /// Where nothing was found: what comes nearest.
    pub nearest: Vec<ItemLink>,
    /// In words: "12 found", "Nothing by that name. These are close."
    pub text: String,
}
