//! The plain types of a week and what happened in it.

use serde::{Deserialize, Serialize};

use crate::zone::CivilDate;

/// How a week stands. There is no "failed": a week without practice is simply open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekState {
    /// The sessions due are done, or three of them, the article's number (article 000, line 21).
    Met,
    /// At least one session is done.
    Partly,
    /// Every day of it that is planned falls in a pause.
    Paused,
    /// Nothing yet.
    Open,
}

/// How a day stands in the week's row of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayState {
    /// A session is done; where no plan runs, a minute or more was practised.
    Done,
    /// Today, with a session still to do.
    Due,
    /// A session is planned on a day to come.
    Planned,
    /// Nothing planned, or a planned day that went by: both look the same.
    Rest,
    /// In a pause.
    Paused,
}

/// One day of a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaySummary {
    /// The practice day.
    pub date: CivilDate,
    /// Whether it is today.
    pub is_today: bool,
    /// How it stands.
    pub state: DayState,
    /// Sessions due on it.
    pub sessions_due: u8,
    /// Sessions done on it.
    pub sessions_done: u8,
    /// Whole minutes practised on it, whatever they were for.
    pub minutes: u16,
    /// Pain before its first practice, 0 to 10.
    pub pain_before: Option<u8>,
    /// Pain after its last practice, 0 to 10.
    pub pain_after: Option<u8>,
}

/// A civil week and what happened in it against its goal. Always equal to a recomputation: never stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekSummary {
    /// Monday.
    pub starts_on: CivilDate,
    /// Sunday.
    pub ends_on: CivilDate,
    /// The week of the plan, from 1, where an enrolment is running.
    pub plan_week: Option<u8>,
    /// How it stands.
    pub state: WeekState,
    /// The goal: sessions due.
    pub sessions_due: u8,
    /// Sessions done.
    pub sessions_done: u8,
    /// Planned minutes of the sessions due.
    pub minutes_due: u16,
    /// Whole minutes practised, whatever they were for.
    pub minutes_done: u16,
    /// Monday to Sunday.
    pub days: Vec<DaySummary>,
    /// What happened, in words: "Two practices."
    pub heading: String,
    /// More of it in words: "40 minutes in all. One more is planned for Friday."
    pub detail: String,
    /// The whole row of marks as one sentence for a screen reader and for very large text.
    pub spoken: String,
}

/// What is followed over weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Pain, where less is better: as noted before a practice or apart from one. Pain after a practice says what the practice
    /// did in that hour, and is shown beside the pain before it.
    Pain,
    /// Stiffness, where less is better: as noted before a practice or apart from one, for the same reason.
    Stiffness,
    /// Sleep, whenever it was noted: no practice changes the night before it.
    Sleep,
    /// Energy, whenever it was noted.
    Energy,
    /// Mood, whenever it was noted.
    Mood,
    /// Stress, where less is better: whenever it was noted.
    Stress,
}

/// What a comparison comes to. It says what the notes show, and never why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Too few notes to compare.
    TooFewNotes,
    /// Enough notes, and no change that is both large enough and sure of its direction.
    NoClearChange,
    /// A change for the better that is both.
    Better,
    /// A change for the worse that is both.
    Worse,
}
