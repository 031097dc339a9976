//! The commands and queries about the diary: its days, putting an entry right, everyday activities.
use mingmen_core::mingmen::{
    ActivitiesPage, ActivitiesRated, ActivityChanged, ActivityNamed, CheckInCorrected, CheckInEntry,
    EntryDeleted, HistoryPage, MingmenError, NoteEntry, NoteKept, PracticeCorrected, PracticeEntry,
    RatingCorrected, RatingEntry,
};
use mingmen_core::own::{ActivityId, ActivityRatingDraft, ActivityRatingId, NoteDraft, NoteId};
use mingmen_core::practice::{CheckInDraft, CheckInId, EnteredPracticeDraft, PracticeId};
use mingmen_core::zone::{CivilDate, Now};

use crate::Mingmen;

type Result<T> = std::result::Result<T, MingmenError>;

#[uniffi::export]
impl Mingmen {
    /// A page of the diary: the days before a date on which something was kept, the newest first; from today on where
    /// no date is given. At most `count` days, and never more than 60.
    ///
    /// Errors: `InvalidInput` for a date outside the years 1970 to 2099, `UnknownZone` and the `Store…` cases.
    pub fn history(&self, before: Option<CivilDate>, count: u32, now: Now) -> Result<HistoryPage> {
        self.core.history(before, count, &now)
    }

    /// A check-in as it is, to be put right.
    ///
    /// Errors: `NotFound`, also once it was corrected or deleted; `InvalidInput` for what can be no id.
    pub fn check_in_entry(&self, id: CheckInId) -> Result<CheckInEntry> {
        self.core.check_in_entry(&id)
    }

    /// Corrects a check-in. It stays where it was on the time line; where another practice is named, it goes to the day
    /// of that one. Of corrections on two phones the later counts.
    ///
    /// Errors: as `check_in`, and `NotFound` for the check-in, also once it was corrected or deleted.
    pub fn correct_check_in(&self, id: CheckInId, draft: CheckInDraft, now: Now) -> Result<CheckInCorrected> {
        self.core.correct_check_in(&id, &draft, &now)
    }

    /// Deletes a check-in.
    ///
    /// Errors: `NotFound`, also once it was corrected or deleted; `InvalidInput` for what can be no id.
    pub fn delete_check_in(&self, id: CheckInId, now: Now) -> Result<EntryDeleted> {
        self.core.delete_check_in(&id, &now)
    }

    /// A practice as it is, to be put right.
    ///
    /// Errors: `NotFound`, also once it was corrected or deleted; `InvalidInput` for what can be no id.
    pub fn practice_entry(&self, id: PracticeId, now: Now) -> Result<PracticeEntry> {
        self.core.practice_entry(&id, &now)
    }

    /// Corrects a practice. One that was entered by hand can be changed in everything; of one that the app led, day,
    /// routine and minutes were measured and stay, and what it counts for can be changed. What was noted about it goes
    /// with it, to its new day too.
    ///
    /// Errors: `NotFound` for the practice, also once it was corrected or deleted, for the enrolment or the routine;
    /// `InvalidInput` with the field.
    pub fn correct_practice(
        &self,
        id: PracticeId,
        draft: EnteredPracticeDraft,
        now: Now,
    ) -> Result<PracticeCorrected> {
        self.core.correct_practice(&id, &draft, &now)
    }

    /// Deletes a practice. What was noted about it stays on its own: it was true, and can be deleted by itself. A stop sign
    /// that ended it still counts for whether practice is open.
    ///
    /// Errors: `NotFound`, also once it was corrected or deleted; `InvalidInput` for what can be no id.
    pub fn delete_practice(&self, id: PracticeId, now: Now) -> Result<EntryDeleted> {
        self.core.delete_practice(&id, &now)
    }

    /// A small note as it is, to be put right.
    ///
    /// Errors: `NotFound`, also once it was corrected or taken back; `InvalidInput` for what can be no id.
    pub fn note_entry(&self, id: NoteId) -> Result<NoteEntry> {
        self.core.note_entry(&id)
    }

    /// Corrects a small note. It stays where it was on the time line.
    ///
    /// Errors: as `keep_note`, and `NotFound` for the note, also once it was corrected or taken back.
    pub fn correct_note(&self, id: NoteId, draft: NoteDraft, now: Now) -> Result<NoteKept> {
        self.core.correct_note(&id, &draft, &now)
    }

    /// A rating of an activity as it is, to be put right.
    ///
    /// Errors: `NotFound`, also once it was corrected or deleted; `InvalidInput` for what can be no id.
    pub fn rating_entry(&self, id: ActivityRatingId) -> Result<RatingEntry> {
        self.core.rating_entry(&id)
    }

    /// Corrects a rating of an activity. It stays where it was on the time line.
    ///
    /// Errors: `InvalidInput` for a number above 10, `NotFound` for the rating, also once it was corrected or deleted.
    pub fn correct_rating(&self, id: ActivityRatingId, rating: u8, now: Now) -> Result<RatingCorrected> {
        self.core.correct_rating(&id, rating, &now)
    }

    /// Deletes a rating of an activity.
    ///
    /// Errors: `NotFound`, also once it was corrected or deleted; `InvalidInput` for what can be no id.
    pub fn delete_rating(&self, id: ActivityRatingId, now: Now) -> Result<EntryDeleted> {
        self.core.delete_rating(&id, &now)
    }

    /// The page of everyday activities: up to three of the person's own choosing, how they went last, and whether it is
    /// time to ask again. Everything on it is optional.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn activities(&self, now: Now) -> Result<ActivitiesPage> {
        self.core.activities(&now)
    }

    /// Names an activity to be rated from now on.
    ///
    /// Errors: `InvalidInput` for the name, and for `activities` where three are named already.
    pub fn name_activity(&self, name: String, now: Now) -> Result<ActivityNamed> {
        self.core.name_activity(&name, &now)
    }

    /// Calls an activity by another name: the same thing, put better. Its ratings stay with it.
    ///
    /// Errors: `InvalidInput` for the name, `NotFound` for the activity, also once it was retired.
    pub fn rename_activity(&self, id: ActivityId, name: String, now: Now) -> Result<ActivityChanged> {
        self.core.rename_activity(&id, &name, &now)
    }

    /// Rates an activity no more. Its ratings stay in the diary.
    ///
    /// Errors: `NotFound` for the activity, also once it was retired.
    pub fn retire_activity(&self, id: ActivityId, now: Now) -> Result<ActivityChanged> {
        self.core.retire_activity(&id, &now)
    }

    /// Keeps how activities go, all of them or none. An activity that was rated already on this practice day is put right.
    ///
    /// Errors: `InvalidInput` with the field, `NotFound` for an activity, also once it was retired.
    pub fn rate_activities(&self, ratings: Vec<ActivityRatingDraft>, now: Now) -> Result<ActivitiesRated> {
        self.core.rate_activities(&ratings, &now)
    }
}
