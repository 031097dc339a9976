//! What the pages of the diary need: its days, an entry that is put right, everyday activities.

use serde::{Deserialize, Serialize};

use crate::catalogue::Origin;
use crate::own::{ActivityId, ActivityRatingId, NoteDraft, NoteId};
use crate::plan::EnrolmentId;
use crate::practice::{CheckInDraft, CheckInId, EnteredPracticeDraft, Practice, PracticeId};
use crate::zone::CivilDate;

use super::{CheckInForm, NoteKind, Subject};

/// What an entry of the diary is, and the id by which it can be opened, corrected and deleted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiaryEntryId {
    /// A practice.
    Practice {
        /// Its id.
        id: PracticeId,
    },
    /// A check-in.
    CheckIn {
        /// Its id.
        id: CheckInId,
    },
    /// A small note.
    Note {
        /// Its id.
        id: NoteId,
    },
    /// How an everyday activity went.
    Rating {
        /// Its id.
        id: ActivityRatingId,
    },
}

/// One thing that was kept on a day, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayEntry {
    /// What it is.
    pub entry: DiaryEntryId,
    /// What the clock showed where the person was: "07:25". Empty for a practice that was entered by hand.
    pub time: String,
    /// What it is about: "Phase 1", "After practice", "Putting on socks".
    pub title: String,
    /// What was kept: "20 minutes", "Pain 4 · Sleep 7 · Lower back", "6 of 10". Empty where a line of text says it all.
    pub text: String,
    /// The line that the person wrote; often empty.
    pub note: String,
}

/// A day of the diary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryDay {
    /// The practice day.
    pub date: CivilDate,
    /// It in words: "Wednesday 13 May", with its year where that is another.
    pub title: String,
    /// What was kept on it, in the order in which it happened.
    pub entries: Vec<DayEntry>,
}

/// A page of the diary, turned backwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryPage {
    /// Days on which something was kept, the newest first.
    pub days: Vec<HistoryDay>,
    /// What to ask for next: the days before this one. None where nothing comes before.
    pub earlier: Option<CivilDate>,
}

/// A number of a check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScaleKind {
    /// Pain.
    Pain,
    /// Stiffness.
    Stiffness,
    /// Sleep.
    Sleep,
    /// Energy.
    Energy,
    /// Mood.
    Mood,
    /// Stress.
    Stress,
}

/// A scale from 0 to 10 in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInScale {
    /// Which.
    pub scale: ScaleKind,
    /// Its name: "Sleep".
    pub title: String,
    /// What 0 means: "very bad".
    pub lowest: String,
    /// What 10 means: "very good".
    pub highest: String,
}

/// A check-in as it is, to be put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInEntry {
    /// The check-in.
    pub id: CheckInId,
    /// Its practice day.
    pub date: CivilDate,
    /// When it was made: "Wednesday 13 May, 07:25".
    pub when: String,
    /// What was noted, to be changed and handed back.
    pub draft: CheckInDraft,
    /// What can be chosen.
    pub form: CheckInForm,
}

/// A plan that a practice can count for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanCounted {
    /// The run through the plan.
    pub enrolment: EnrolmentId,
    /// The plan's name.
    pub title: String,
}

/// A practice as it is, to be put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeEntry {
    /// The practice.
    pub id: PracticeId,
    /// The routine's name.
    pub title: String,
    /// When it was: "Wednesday 13 May, 07:25", without the time where it was entered by hand.
    pub when: String,
    /// What was kept, to be changed and handed back.
    pub draft: EnteredPracticeDraft,
    /// Whether the app led it: then its day, its routine and its minutes stay as they were measured.
    pub led: bool,
    /// What can be changed, in a sentence or two.
    pub text: String,
    /// The first day that may be chosen; its own day may stay in any case.
    pub from: CivilDate,
    /// The last day that may be chosen.
    pub through: CivilDate,
    /// Plans that it can count for.
    pub plans: Vec<PlanCounted>,
}

/// A small note as it is, to be put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteEntry {
    /// The note.
    pub id: NoteId,
    /// When it was made: "Wednesday 13 May, 07:25".
    pub when: String,
    /// What was noted, to be changed and handed back.
    pub draft: NoteDraft,
    /// What can be chosen; none where notes of this kind are made no more.
    pub kind: Option<NoteKind>,
}

/// A rating as it is, to be put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingEntry {
    /// The rating.
    pub id: ActivityRatingId,
    /// When it was made: "Wednesday 13 May, 07:25".
    pub when: String,
    /// The activity's name.
    pub title: String,
    /// 0 (cannot do it) to 10 (as well as before).
    pub rating: u8,
    /// What 0 means, in words.
    pub lowest: String,
    /// What 10 means, in words.
    pub highest: String,
}

/// What `correct_check_in` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInCorrected {
    /// The check-in as it is now: it has a new id.
    pub check_in: CheckInId,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `correct_practice` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeCorrected {
    /// The practice as it is now: it has a new id.
    pub practice: Practice,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `correct_rating` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingCorrected {
    /// The rating as it is now: it has a new id.
    pub rating: ActivityRatingId,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What deleting an entry changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryDeleted {
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// The page of everyday activities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivitiesPage {
    /// Its title.
    pub title: String,
    /// What it is for.
    pub lead: String,
    /// Where the idea comes from.
    pub idea: String,
    /// How to choose.
    pub hints: Vec<String>,
    /// What 0 means: "0: I cannot do it".
    pub lowest: String,
    /// What 10 means: "10: as well as before".
    pub highest: String,
    /// The activities, in the order in which they were named.
    pub activities: Vec<ActivityLine>,
    /// Whether another can be named.
    pub can_name_another: bool,
    /// Whether one of them is to be rated again.
    pub is_due: bool,
    /// That in a sentence, or when they come again.
    pub text: String,
    /// Where the page came from.
    pub origin: Origin,
}

/// An everyday activity on its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityLine {
    /// Its id.
    pub id: ActivityId,
    /// What the person calls it.
    pub name: String,
    /// How it went last, 0 to 10.
    pub last: Option<u8>,
    /// That in words: "6 of 10 on 12 May".
    pub last_text: String,
    /// Whether it is to be rated again.
    pub is_due: bool,
}

/// What `name_activity` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityNamed {
    /// The activity.
    pub activity: ActivityId,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `rename_activity` and `retire_activity` changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityChanged {
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `rate_activities` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivitiesRated {
    /// The ratings, in the order in which they came in.
    pub ratings: Vec<ActivityRatingId>,
    /// A kind word that fits.
    pub words: String,
    /// What to reload.
    pub changes: Vec<Subject>,
}
