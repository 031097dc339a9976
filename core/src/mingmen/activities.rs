//! Everyday activities of the person's own choosing, and how they go.
//!
//! The idea is that of the Patient-Specific Functional Scale (P. Stratford and others, Physiotherapy Canada 47, 1995):
//! a person names what their back makes hard, and says from time to time how it goes. No wording of it is used.

use std::collections::BTreeMap;

use crate::catalogue::Origin;
use crate::own::{
    ACTIVITIES_AT_MOST, Activity, ActivityId, ActivityRating, ActivityRatingDraft, ActivityRatingId,
    check_activity_name, check_ratings, rating_due_from,
};
use crate::store::{Change, Reading, Writing};
use crate::zone::{CivilDate, Moment, Now};

use super::{
    ActivitiesPage, ActivitiesRated, ActivityChanged, ActivityLine, ActivityNamed, Mingmen, MingmenError,
    Result, Subject, words,
};

/// What depends on activities and how they go.
const SUBJECTS: [Subject; 2] = [Subject::CheckIns, Subject::Progress];

impl Mingmen {
    /// The page of everyday activities: up to three of the person's own choosing, how they went last, and whether it is
    /// time to ask again. Everything on it is optional.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn activities(&self, now: &Now) -> Result<ActivitiesPage> {
        let moment = Moment::check(now)?;
        let (kept, last) =
            self.store.read(|reading| Ok::<_, MingmenError>((kept(reading)?, last_ratings(reading)?)))?;
        let p = self.phrases();
        let lines: Vec<ActivityLine> =
            kept.iter().map(|it| self.activity_line(it, last.get(&it.id), moment.day)).collect();
        let is_due = lines.iter().any(|line| line.is_due);
        let next = kept.iter().filter_map(|it| last.get(&it.id)).map(|last| rating_due_from(last.date)).min();
        let text = match next {
            _ if lines.is_empty() => p.activities_none(),
            Some(next) if !is_due => p.activities_next(words::short_date(p, next)),
            _ => p.activities_due(),
        };
        Ok(ActivitiesPage {
            title: p.activities_title(),
            lead: p.activities_lead(),
            idea: p.activities_idea(),
            hints: vec![p.activities_hint_often(), p.activities_hint_back(), p.activities_hint_glad()],
            lowest: p.activities_lowest(),
            highest: p.activities_highest(),
            can_name_another: lines.len() < ACTIVITIES_AT_MOST,
            activities: lines,
            is_due,
            text,
            origin: Origin::Proposed,
        })
    }

    /// Names an activity to be rated from now on.
    ///
    /// ```
    /// # use mingmen_core::mingmen::*;
    /// # use mingmen_core::own::ActivityRatingDraft;
    /// # use mingmen_core::zone::Now;
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
    /// # let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    /// # let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
    /// # let mingmen = Mingmen::open(&options, &now)?;
    /// let activity = mingmen.name_activity(" Putting on socks ", &now)?.activity;
    /// mingmen.rate_activities(&[ActivityRatingDraft { activity, rating: 4 }], &now)?;
    /// let page = mingmen.activities(&now)?;
    /// let line = &page.activities[0];
    /// assert_eq!((line.name.as_str(), line.last_text.as_str()), ("Putting on socks", "4 of 10 on 9 March"));
    /// assert_eq!(page.text, "You can note them again from 23 March, or at any time before.");
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for the name, and for `activities` where three are named already.
    pub fn name_activity(&self, name: &str, now: &Now) -> Result<ActivityNamed> {
        let moment = Moment::check(now)?;
        let name = check_activity_name(name)?;
        let (row, id) = (self.next_id(moment.instant), self.next_id(moment.instant));
        let activity =
            Activity { id: id.into(), revision: 1, named_at: moment.instant, name, retired: false };
        self.store.write(|writing| {
            if kept(writing)?.len() >= ACTIVITIES_AT_MOST {
                return Err(MingmenError::invalid("activities", "must be at most three: retire one first"));
            }
            Ok(writing.insert_activity(&row, moment.instant, &activity)?)
        })?;
        Ok(ActivityNamed { activity: activity.id, changes: SUBJECTS.to_vec() })
    }

    /// Calls an activity by another name: the same thing, put better. Its ratings stay with it.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for the name, [`MingmenError::NotFound`] for the activity, also once it was retired.
    pub fn rename_activity(&self, id: &ActivityId, name: &str, now: &Now) -> Result<ActivityChanged> {
        let name = check_activity_name(name)?;
        self.revise_activity(id, now, |activity| activity.name = name)
    }

    /// Rates an activity no more. Its ratings stay in the diary.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for the activity, also once it was retired.
    pub fn retire_activity(&self, id: &ActivityId, now: &Now) -> Result<ActivityChanged> {
        self.revise_activity(id, now, |activity| activity.retired = true)
    }

    /// Keeps how activities go, all of them or none. An activity that was rated already on this practice day is put right.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] with the field, [`MingmenError::NotFound`] for an activity, also once it was retired.
    pub fn rate_activities(&self, drafts: &[ActivityRatingDraft], now: &Now) -> Result<ActivitiesRated> {
        let moment = Moment::check(now)?;
        check_ratings(drafts)?;
        let ratings = self.store.write(|writing| {
            let known = kept(writing)?;
            let today = writing.activity_ratings_between(moment.day..=moment.day)?;
            let rate = |draft: &ActivityRatingDraft| {
                if !known.iter().any(|activity| activity.id == draft.activity) {
                    return Err(MingmenError::not_found("activity", &draft.activity));
                }
                let earlier = today.iter().rfind(|rating| rating.activity == draft.activity);
                self.rate(writing, draft, earlier, &moment)
            };
            drafts.iter().map(rate).collect::<Result<Vec<_>>>()
        })?;
        let words = self.phrases().activities_rated();
        Ok(ActivitiesRated { ratings, words, changes: SUBJECTS.to_vec() })
    }

    fn rate(
        &self,
        writing: &Writing<'_>,
        draft: &ActivityRatingDraft,
        earlier: Option<&ActivityRating>,
        moment: &Moment,
    ) -> Result<ActivityRatingId> {
        let rating = ActivityRating {
            id: self.next_id(moment.instant).into(),
            rated_at: moment.instant,
            zone: moment.zone.id().to_owned(),
            date: moment.day,
            activity: draft.activity.clone(),
            rating: draft.rating,
        };
        match earlier {
            Some(earlier) => {
                let change = self.next_id(moment.instant);
                let change = Change { id: &change, at: moment.instant };
                writing.replace_activity_rating(change, &earlier.id, &rating)?;
            }
            None => writing.insert_activity_rating(&rating)?,
        }
        Ok(rating.id)
    }

    fn revise_activity(
        &self,
        id: &ActivityId,
        now: &Now,
        revise: impl FnOnce(&mut Activity),
    ) -> Result<ActivityChanged> {
        let moment = Moment::check(now)?;
        let row = self.next_id(moment.instant);
        self.store.write(|writing| {
            let found = kept(writing)?.into_iter().find(|activity| activity.id == *id);
            let mut activity = found.ok_or_else(|| MingmenError::not_found("activity", id))?;
            activity.revision = activity.revision.saturating_add(1);
            revise(&mut activity);
            Ok::<_, MingmenError>(writing.insert_activity(&row, moment.instant, &activity)?)
        })?;
        Ok(ActivityChanged { changes: SUBJECTS.to_vec() })
    }

    fn activity_line(
        &self,
        activity: &Activity,
        last: Option<&ActivityRating>,
        today: CivilDate,
    ) -> ActivityLine {
        let p = self.phrases();
        let told = |last: &ActivityRating| p.activity_last(last.rating, words::short_date(p, last.date));
        ActivityLine {
            id: activity.id.clone(),
            name: activity.name.clone(),
            last: last.map(|last| last.rating),
            last_text: last.map_or_else(|| p.activity_never(), told),
            is_due: last.is_none_or(|last| rating_due_from(last.date) <= today),
        }
    }
}

/// The activities that are rated. Two phones that met may have named more than three: then none is added.
fn kept(reading: &Reading<'_>) -> Result<Vec<Activity>> {
    let mut activities = reading.activities()?;
    activities.retain(|activity| !activity.retired);
    Ok(activities)
}

/// The last rating of each activity.
fn last_ratings(reading: &Reading<'_>) -> Result<BTreeMap<ActivityId, ActivityRating>> {
    let all = reading.activity_ratings_between(CivilDate::MIN..=CivilDate::MAX)?;
    // By day and instant already: of two the later takes the place of the earlier.
    Ok(all.into_iter().map(|rating| (rating.activity.clone(), rating)).collect())
}
