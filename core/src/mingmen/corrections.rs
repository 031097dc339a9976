//! Putting the diary right: an entry as it is, corrected, deleted. Nothing is lost by it; the store keeps every version.

use crate::catalogue::Routine;
use crate::own::{ActivityRating, ActivityRatingId, Note, NoteDraft, NoteId};
use crate::plan::Standing;
use crate::practice::{
    CheckIn, CheckInDraft, CheckInId, EnteredPracticeDraft, Practice, PracticeEnding, PracticeId,
    PracticeReason, check_correction, entered_days,
};
use crate::store::{Change, Reading, Writing};
use crate::zone::{Moment, Now};

use super::practice::{ENDED_SUBJECTS, require_enrolment};
use super::{
    CheckInCorrected, CheckInEntry, EntryDeleted, Mingmen, MingmenError, NoteEntry, NoteKept, PlanCounted,
    PracticeCorrected, PracticeEntry, RatingCorrected, RatingEntry, Result, Subject, words,
};

/// What depends on a check-in: a high number of pain asks for the screening again, and what was noted leads to offers.
pub(super) const CHECK_IN_SUBJECTS: [Subject; 4] =
    [Subject::CheckIns, Subject::Progress, Subject::Plan, Subject::Safety];

impl Mingmen {
    /// A check-in as it is, to be put right.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`], also once it was corrected or deleted; [`MingmenError::InvalidInput`] for what can be
    /// no id.
    pub fn check_in_entry(&self, id: &CheckInId) -> Result<CheckInEntry> {
        let kept = self.store.read(|reading| find_check_in(reading, id))?;
        Ok(CheckInEntry {
            id: kept.id,
            date: kept.date,
            when: self.kept_at(kept.date, kept.noted_at, &kept.zone),
            form: self.check_in_form(kept.noted.practice.as_ref())?,
            draft: kept.noted,
        })
    }

    /// Corrects a check-in. It stays where it was on the time line; where another practice is named, it goes to the day
    /// of that one. Of corrections on two phones the later counts.
    ///
    /// # Errors
    /// As `check_in`, and [`MingmenError::NotFound`] for the check-in, also once it was corrected or deleted.
    pub fn correct_check_in(
        &self,
        id: &CheckInId,
        draft: &CheckInDraft,
        now: &Now,
    ) -> Result<CheckInCorrected> {
        let moment = Moment::check(now)?;
        self.check_draft(draft)?;
        let (new, change) = (self.next_id(moment.instant), self.next_id(moment.instant));
        self.store.write(|writing| {
            let mut check_in = find_check_in(writing, id)?;
            if let Some(practice) = &draft.practice
                && check_in.noted.practice.as_ref() != Some(practice)
            {
                check_in.date = self.day_of(writing, practice)?;
            }
            check_in.id = new.as_str().into();
            check_in.noted = draft.clone();
            writing.replace_check_in(Change { id: &change, at: moment.instant }, id, &check_in)?;
            Ok::<_, MingmenError>(())
        })?;
        Ok(CheckInCorrected { check_in: new.into(), changes: CHECK_IN_SUBJECTS.to_vec() })
    }

    /// Deletes a check-in.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`], also once it was corrected or deleted; [`MingmenError::InvalidInput`] for what can be
    /// no id.
    pub fn delete_check_in(&self, id: &CheckInId, now: &Now) -> Result<EntryDeleted> {
        let moment = Moment::check(now)?;
        let change = self.next_id(moment.instant);
        self.store.write(|writing| {
            find_check_in(writing, id)?;
            Ok::<_, MingmenError>(writing.withdraw_check_in(Change { id: &change, at: moment.instant }, id)?)
        })?;
        Ok(EntryDeleted { changes: CHECK_IN_SUBJECTS.to_vec() })
    }

    /// A practice as it is, to be put right.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`], also once it was corrected or deleted; [`MingmenError::InvalidInput`] for what can be
    /// no id.
    pub fn practice_entry(&self, id: &PracticeId, now: &Now) -> Result<PracticeEntry> {
        let moment = Moment::check(now)?;
        let days = entered_days(moment.day);
        self.store.read(|reading| {
            let kept = find_practice(reading, id)?;
            let led = kept.ending != PracticeEnding::EnteredByHand;
            let p = self.phrases();
            Ok(PracticeEntry {
                id: kept.id.clone(),
                title: self.practice_title(reading, &kept)?,
                when: match led {
                    true => self.kept_at(kept.date, kept.started_at, &kept.zone),
                    false => words::long_date(p, kept.date),
                },
                draft: kept.as_entered(),
                led,
                text: if led { p.entry_timed() } else { p.entry_by_hand() },
                from: *days.start(),
                through: *days.end(),
                plans: self.plans_counted(reading, &kept)?,
            })
        })
    }

    /// Corrects a practice. One that was entered by hand can be changed in everything; of one that the app led, day,
    /// routine and minutes were measured and stay, and what it counts for can be changed. What was noted about it goes
    /// with it, to its new day too.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for the practice, also once it was corrected or deleted, for the enrolment or the
    /// routine; [`MingmenError::InvalidInput`] with the field.
    pub fn correct_practice(
        &self,
        id: &PracticeId,
        draft: &EnteredPracticeDraft,
        now: &Now,
    ) -> Result<PracticeCorrected> {
        let moment = Moment::check(now)?;
        let practice = self.store.write(|writing| {
            let kept = find_practice(writing, id)?;
            check_correction(draft, &kept, moment.day)?;
            let mut practice = self.corrected(writing, &kept, draft)?;
            require_enrolment(writing, &practice.reason)?;
            practice.id = self.next_id(moment.instant).into();
            let about = writing.check_ins_of(id)?;
            let change = self.next_id(moment.instant);
            writing.replace_practice(Change { id: &change, at: moment.instant }, id, &practice)?;
            let moved =
                about.into_iter().filter(|noted| noted.date == kept.date && noted.date != practice.date);
            moved.into_iter().try_for_each(|noted| self.move_along(writing, noted, &practice, &moment))?;
            Ok::<_, MingmenError>(practice)
        })?;
        Ok(PracticeCorrected { practice, changes: practice_subjects() })
    }

    /// Deletes a practice. What was noted about it stays on its own: it was true, and can be deleted by itself. A stop sign
    /// that ended it still counts for whether practice is open.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`], also once it was corrected or deleted; [`MingmenError::InvalidInput`] for what can be
    /// no id.
    pub fn delete_practice(&self, id: &PracticeId, now: &Now) -> Result<EntryDeleted> {
        let moment = Moment::check(now)?;
        let change = self.next_id(moment.instant);
        self.store.write(|writing| {
            find_practice(writing, id)?;
            Ok::<_, MingmenError>(writing.withdraw_practice(Change { id: &change, at: moment.instant }, id)?)
        })?;
        Ok(EntryDeleted { changes: practice_subjects() })
    }

    /// A small note as it is, to be put right.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`], also once it was corrected or taken back; [`MingmenError::InvalidInput`] for what can
    /// be no id.
    pub fn note_entry(&self, id: &NoteId) -> Result<NoteEntry> {
        let kept = self.store.read(|reading| find_note(reading, id))?;
        let kinds = self.notes_form()?.kinds;
        Ok(NoteEntry {
            id: kept.id,
            when: self.kept_at(kept.date, kept.noted_at, &kept.zone),
            kind: kinds.into_iter().find(|kind| kind.id == kept.noted.kind),
            draft: kept.noted,
        })
    }

    /// Corrects a small note. It stays where it was on the time line.
    ///
    /// # Errors
    /// As `keep_note`, and [`MingmenError::NotFound`] for the note, also once it was corrected or taken back.
    pub fn correct_note(&self, id: &NoteId, draft: &NoteDraft, now: &Now) -> Result<NoteKept> {
        let moment = Moment::check(now)?;
        let felt_wrong = self.check_note_draft(draft)?;
        let (new, change) = (self.next_id(moment.instant), self.next_id(moment.instant));
        self.store.write(|writing| {
            let kept = find_note(writing, id)?;
            let note = Note { id: new.as_str().into(), noted: draft.clone(), ..kept };
            Ok::<_, MingmenError>(writing.replace_note(
                Change { id: &change, at: moment.instant },
                id,
                &note,
            )?)
        })?;
        Ok(NoteKept { note: new.into(), felt_wrong, changes: vec![Subject::Notes] })
    }

    /// A rating of an activity as it is, to be put right.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`], also once it was corrected or deleted; [`MingmenError::InvalidInput`] for what can be
    /// no id.
    pub fn rating_entry(&self, id: &ActivityRatingId) -> Result<RatingEntry> {
        self.store.read(|reading| {
            let kept = find_rating(reading, id)?;
            let activity = reading.activities()?.into_iter().find(|activity| activity.id == kept.activity);
            Ok(RatingEntry {
                id: kept.id,
                when: self.kept_at(kept.date, kept.rated_at, &kept.zone),
                title: activity.map(|activity| activity.name).unwrap_or_default(),
                rating: kept.rating,
                lowest: self.phrases().activities_lowest(),
                highest: self.phrases().activities_highest(),
            })
        })
    }

    /// Corrects a rating of an activity. It stays where it was on the time line.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for a number above 10, [`MingmenError::NotFound`] for the rating, also once it was
    /// corrected or deleted.
    pub fn correct_rating(&self, id: &ActivityRatingId, rating: u8, now: &Now) -> Result<RatingCorrected> {
        let moment = Moment::check(now)?;
        if rating > 10 {
            return Err(MingmenError::invalid("rating", "must be 0 to 10"));
        }
        let (new, change) = (self.next_id(moment.instant), self.next_id(moment.instant));
        self.store.write(|writing| {
            let kept = find_rating(writing, id)?;
            let corrected = ActivityRating { id: new.as_str().into(), rating, ..kept };
            Ok::<_, MingmenError>(writing.replace_activity_rating(
                Change { id: &change, at: moment.instant },
                id,
                &corrected,
            )?)
        })?;
        Ok(RatingCorrected { rating: new.into(), changes: vec![Subject::CheckIns, Subject::Progress] })
    }

    /// Deletes a rating of an activity.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`], also once it was corrected or deleted; [`MingmenError::InvalidInput`] for what can be
    /// no id.
    pub fn delete_rating(&self, id: &ActivityRatingId, now: &Now) -> Result<EntryDeleted> {
        let moment = Moment::check(now)?;
        let change = self.next_id(moment.instant);
        self.store.write(|writing| {
            find_rating(writing, id)?;
            Ok::<_, MingmenError>(
                writing.withdraw_activity_rating(Change { id: &change, at: moment.instant }, id)?,
            )
        })?;
        Ok(EntryDeleted { changes: vec![Subject::CheckIns, Subject::Progress] })
    }

    /// A practice as the draft wants it. What the draft leaves as it was stays as it was kept, whatever the content says
    /// today.
    fn corrected(
        &self,
        reading: &Reading<'_>,
        kept: &Practice,
        draft: &EnteredPracticeDraft,
    ) -> Result<Practice> {
        let mut practice = Practice {
            date: draft.date,
            reason: PracticeReason::of(draft.enrolment.clone()),
            ..kept.clone()
        };
        if kept.ending != PracticeEnding::EnteredByHand {
            return Ok(practice);
        }
        practice.practised_ms = u32::from(draft.minutes) * 60_000;
        if draft.routine != kept.routine {
            practice.routine.clone_from(&draft.routine);
            practice.content_version = self.catalogue.version();
            let routine = draft.routine.as_ref().map(|id| self.routine_of(reading, id)).transpose()?;
            practice.planned_ms = routine.map_or(practice.practised_ms, |routine| whole_ms(&routine));
        } else if kept.routine.is_none() {
            practice.planned_ms = practice.practised_ms;
        }
        Ok(practice)
    }

    /// What was noted about a practice goes to its new day.
    fn move_along(
        &self,
        writing: &Writing<'_>,
        noted: CheckIn,
        practice: &Practice,
        moment: &Moment,
    ) -> Result<()> {
        let mut moved = noted.clone();
        moved.id = self.next_id(moment.instant).into();
        moved.date = practice.date;
        moved.noted.practice = Some(practice.id.clone());
        let change = self.next_id(moment.instant);
        Ok(writing.replace_check_in(Change { id: &change, at: moment.instant }, &noted.id, &moved)?)
    }

    /// The plans that ran on the day of a practice, and the one that it counts for.
    fn plans_counted(&self, reading: &Reading<'_>, kept: &Practice) -> Result<Vec<PlanCounted>> {
        let mut plans = Vec::new();
        for enrolment in reading.enrolments()? {
            let title = self.plan_content(&enrolment.start.plan)?.name.clone();
            let counts_already = kept.is_for(&enrolment.id);
            let run = self.running(reading, enrolment, kept.date)?;
            let ran = matches!(run.standing(kept.date), Standing::Week(_) | Standing::Paused(..));
            if ran || counts_already {
                plans.push(PlanCounted { enrolment: run.enrolment.id.clone(), title });
            }
        }
        Ok(plans)
    }
}

fn whole_ms(routine: &Routine) -> u32 {
    u32::from(routine.minutes) * 60_000
}

fn practice_subjects() -> Vec<Subject> {
    ENDED_SUBJECTS.into_iter().chain([Subject::CheckIns]).collect()
}

fn find_check_in(reading: &Reading<'_>, id: &CheckInId) -> Result<CheckIn> {
    reading.check_in(id)?.ok_or_else(|| MingmenError::not_found("check-in", id))
}

fn find_practice(reading: &Reading<'_>, id: &PracticeId) -> Result<Practice> {
    reading.practice(id)?.ok_or_else(|| MingmenError::not_found("practice", id))
}

fn find_note(reading: &Reading<'_>, id: &NoteId) -> Result<Note> {
    reading.note(id)?.ok_or_else(|| MingmenError::not_found("note", id))
}

fn find_rating(reading: &Reading<'_>, id: &ActivityRatingId) -> Result<ActivityRating> {
    reading.activity_rating(id)?.ok_or_else(|| MingmenError::not_found("rating", id))
}
