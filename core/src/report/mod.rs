//! A page for a doctor or physiotherapist: one HTML file that needs nothing else, for one sheet of A4 or Letter paper.
//!
//! It holds no script and asks no network for anything. Whatever a person wrote is escaped. The same sheet gives the same
//! bytes.

mod chart;
mod html;
mod notes;
mod page;
mod style;

#[cfg(test)]
mod tests;

pub use page::page;

use crate::progress::{WeekOfNotes, WeekState};
use crate::zone::CivilDate;

/// Everything that stands on the page, in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The language of the words, such as `en`.
    pub language: String,
    /// The title.
    pub title: String,
    /// What the page is.
    pub about: String,
    /// What was practised.
    pub practice: Section,
    /// The weeks, oldest first.
    pub weeks: Vec<SheetWeek>,
    /// What was noted of pain.
    pub pain: Section,
    /// The weeks with notes of pain, oldest first.
    pub pain_weeks: Vec<WeekOfNotes>,
    /// What was noted of everyday activities.
    pub activities: Section,
    /// The activities, at most three.
    pub activity_lines: Vec<ActivityLine>,
    /// The heading over the notes.
    pub notes_heading: String,
    /// What the person wrote, oldest first; empty where they did not want it on the page.
    pub notes: Vec<SheetNote>,
    /// The last line.
    pub foot: String,
}

/// A heading and what stands under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// Above the chart.
    pub summary: String,
    /// What the marks of the chart are; also its description for a screen reader.
    pub chart: String,
    /// Below the chart.
    pub below: String,
}

/// A week on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetWeek {
    /// Monday.
    pub starts_on: CivilDate,
    /// Whole minutes practised.
    pub minutes: u16,
    /// How it stands.
    pub state: WeekState,
    /// The month, where its first Monday is this one.
    pub month: String,
}

/// An everyday activity of the person's own choosing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityLine {
    /// What the person called it.
    pub name: String,
    /// The first number and the latest, in words.
    pub summary: String,
    /// What it was rated, 0 to 10, by date.
    pub rated: Vec<(CivilDate, u8)>,
}

/// Something the person wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetNote {
    /// When, in words.
    pub date_text: String,
    /// What.
    pub text: String,
}
