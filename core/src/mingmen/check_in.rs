//! What a person notes: a practice without the app, and how it was.

use crate::catalogue::BodyShape;
use crate::practice::{
    CheckIn, CheckInDraft, CheckInMoment, EnteredPracticeDraft, Practice, PracticeEnding, PracticeId,
    PracticeReason, check_check_in, check_entered,
};
use crate::store::{OpenPracticeRow, Reading};
use crate::zone::{CivilDate, Moment, Now};

use super::practice::{ENDED_SUBJECTS, require_enrolment};
use super::{
    AreaChoice, CheckInForm, CheckInScale, CheckedIn, Mingmen, MingmenError, MoodChoice, PracticeLogged,
    Result, ScaleKind, Sensation, Subject, words,
};

/// The numbers of a check-in, in the order in which they are asked for.
const SCALES: [ScaleKind; 6] = [
    ScaleKind::Pain,
    ScaleKind::Stiffness,
    ScaleKind::Sleep,
    ScaleKind::Energy,
    ScaleKind::Mood,
    ScaleKind::Stress,
];

impl Mingmen {
    /// Keeps a practice that was done without the app.
    ///
    /// ```
    /// # use mingmen_core::practice::EnteredPracticeDraft;
    /// # use mingmen_core::mingmen::*;
    /// # use mingmen_core::zone::Now;
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
    /// # let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    /// # let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
    /// # let mingmen = Mingmen::open(&options, &now)?;
    /// # mingmen.answer_screening(&[], &now)?;
    /// # let enrolment = mingmen.enrol(&mingmen.enrol_form(None, None, &now)?.preset, &now)?.enrolment;
    /// let date = "2026-03-09".parse().unwrap();
    /// let draft = EnteredPracticeDraft { date, minutes: 12, enrolment: Some(enrolment), routine: None };
    /// mingmen.log_practice(&draft, &now)?;
    /// let week = mingmen.progress(date, &now)?.week;
    /// assert_eq!((week.sessions_done, week.minutes_done, week.heading.as_str()), (1, 12, "One practice"));
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for the date or the minutes, [`MingmenError::NotFound`] for the enrolment or routine.
    pub fn log_practice(&self, draft: &EnteredPracticeDraft, now: &Now) -> Result<PracticeLogged> {
        let moment = Moment::check(now)?;
        check_entered(draft, moment.day)?;
        let whole = |reading: &Reading<'_>| {
            let routine = draft.routine.as_ref().map(|id| self.routine_of(reading, id)).transpose()?;
            Ok::<_, MingmenError>(routine.map(|routine| u32::from(routine.minutes) * 60_000))
        };
        let planned_ms = self.store.read(whole)?;
        let practised_ms = u32::from(draft.minutes) * 60_000;
        let practice = Practice {
            id: self.next_id(moment.instant).into(),
            reason: PracticeReason::of(draft.enrolment.clone()),
            routine: draft.routine.clone(),
            content_version: self.catalogue.version(),
            started_at: moment.instant,
            zone: moment.zone.id().to_owned(),
            date: draft.date,
            planned_ms: planned_ms.unwrap_or(practised_ms),
            practised_ms,
            ending: PracticeEnding::EnteredByHand,
        };
        self.store.write(|writing| {
            require_enrolment(writing, &practice.reason)?;
            Ok::<_, MingmenError>(writing.insert_practice(&practice)?)
        })?;
        Ok(PracticeLogged { practice, changes: ENDED_SUBJECTS.to_vec() })
    }

    /// The page after a practice, or a check-in on its own.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for the practice.
    pub fn check_in_form(&self, practice: Option<&PracticeId>) -> Result<CheckInForm> {
        let (closing, pain_before) = self.store.read(|reading| self.looking_back(reading, practice))?;
        let sensations = self.catalogue.sensations().iter().map(|sensation| Sensation {
            id: sensation.id.as_str().into(),
            text: sensation.text.clone(),
            felt_wrong: sensation.felt_wrong,
        });
        Ok(CheckInForm {
            closing,
            pain_before,
            sensations: sensations.collect(),
            moods: self.moods(),
            lead: self.phrases().check_in_lead(),
            scales: SCALES.into_iter().map(|kind| self.scale(kind)).collect(),
            areas: self.body_areas()?,
        })
    }

    /// A scale in words.
    pub(super) fn scale(&self, scale: ScaleKind) -> CheckInScale {
        let p = self.phrases();
        let (title, lowest, highest) = match scale {
            ScaleKind::Pain => (p.scale_pain(), p.scale_pain_lowest(), p.scale_pain_highest()),
            ScaleKind::Stiffness => {
                (p.scale_stiffness(), p.scale_stiffness_lowest(), p.scale_stiffness_highest())
            }
            ScaleKind::Sleep => (p.scale_sleep(), p.scale_sleep_lowest(), p.scale_sleep_highest()),
            ScaleKind::Energy => (p.scale_energy(), p.scale_energy_lowest(), p.scale_energy_highest()),
            ScaleKind::Mood => (p.scale_mood(), p.scale_mood_lowest(), p.scale_mood_highest()),
            ScaleKind::Stress => (p.scale_stress(), p.scale_stress_lowest(), p.scale_stress_highest()),
        };
        CheckInScale { scale, title, lowest, highest }
    }

    /// The parts of the body that the body map has, by their names.
    pub(super) fn body_areas(&self) -> Result<Vec<AreaChoice>> {
        let views = &self.learn()?.body_map().views;
        let shapes = views.iter().flat_map(|view| &view.areas);
        let choice = |shape: &BodyShape| AreaChoice {
            area: shape.area.clone(),
            name: words::capitalised(&shape.name),
        };
        let mut areas: Vec<AreaChoice> = shapes.map(choice).collect();
        areas.sort_by(|one, other| (&one.name, &one.area).cmp(&(&other.name, &other.area)));
        areas.dedup();
        Ok(areas)
    }

    /// Five words say as much of a mood as one tap can: they stand evenly on the scale that is kept.
    fn moods(&self) -> Vec<MoodChoice> {
        let p = self.phrases();
        let words = [p.mood_low(), p.mood_rather_low(), p.mood_even(), p.mood_rather_good(), p.mood_good()];
        (1..).step_by(2).zip(words).map(|(mood, text)| MoodChoice { mood, text }).collect()
    }

    /// Keeps a check-in.
    ///
    /// ```
    /// # use mingmen_core::practice::{CheckInDraft, CheckInMoment};
    /// # use mingmen_core::mingmen::*;
    /// # use mingmen_core::zone::Now;
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
    /// # let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    /// # let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
    /// # let mingmen = Mingmen::open(&options, &now)?;
    /// # mingmen.answer_screening(&[], &now)?;
    /// let sensations = vec!["warm".into()];
    /// let mut draft =
    ///     CheckInDraft { pain: Some(11), sensations, ..CheckInDraft::blank(CheckInMoment::Anytime) };
    /// let refused = mingmen.check_in(&draft, &now).unwrap_err();
    /// assert_eq!(refused.to_string(), "pain: must be 0 to 10");
    /// draft.pain = Some(4);
    /// assert!(mingmen.check_in(&draft, &now)?.words.starts_with("Four is noted."));
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] with the field, [`MingmenError::NotFound`] for the practice, a sensation or a part of
    /// the body.
    pub fn check_in(&self, draft: &CheckInDraft, now: &Now) -> Result<CheckedIn> {
        let moment = Moment::check(now)?;
        self.check_draft(draft)?;
        let mut check_in = CheckIn {
            id: self.next_id(moment.instant).into(),
            noted_at: moment.instant,
            zone: moment.zone.id().to_owned(),
            date: moment.day,
            noted: draft.clone(),
        };
        let words = self.store.write(|writing| {
            let mut pain_before = None;
            if let Some(id) = &draft.practice {
                // Noted after 03:00 about a practice of the evening before, it still belongs to that evening.
                check_in.date = self.day_of(writing, id)?;
                pain_before = pain_noted_before(writing, id)?;
            }
            writing.insert_check_in(&check_in)?;
            Ok::<_, MingmenError>(words::pain_words(self.phrases(), pain_before, draft.pain))
        })?;
        Ok(CheckedIn { check_in: check_in.id, words, changes: vec![Subject::CheckIns, Subject::Progress] })
    }

    /// Refuses what cannot be kept, and what no list has.
    pub(super) fn check_draft(&self, draft: &CheckInDraft) -> Result<()> {
        check_check_in(draft)?;
        let felt = |id: &str| self.catalogue.sensations().iter().any(|sensation| sensation.id == id);
        if let Some(unknown) = draft.sensations.iter().find(|sensation| !felt(sensation.as_str())) {
            return Err(MingmenError::not_found("sensation", unknown));
        }
        if draft.areas.is_empty() {
            return Ok(());
        }
        let areas = self.body_areas()?;
        match draft.areas.iter().find(|id| !areas.iter().any(|area| area.area == **id)) {
            Some(unknown) => Err(MingmenError::not_found("area", unknown)),
            None => Ok(()),
        }
    }

    pub(super) fn pain_before(&self, pain: u8, open: &OpenPracticeRow, moment: &Moment) -> CheckIn {
        CheckIn {
            id: self.next_id(moment.instant).into(),
            noted_at: moment.instant,
            zone: open.zone.clone(),
            date: open.date,
            noted: CheckInDraft {
                practice: Some(open.id.clone()),
                pain: Some(pain),
                ..CheckInDraft::blank(CheckInMoment::Before)
            },
        }
    }

    fn looking_back(&self, reading: &Reading<'_>, id: Option<&PracticeId>) -> Result<(String, Option<u8>)> {
        let Some(id) = id else { return Ok((String::new(), None)) };
        let practice = reading.practice(id)?.ok_or_else(|| MingmenError::not_found("practice", id))?;
        let closing = words::closing(self.phrases(), &practice);
        Ok((closing, pain_noted_before(reading, id)?))
    }

    pub(super) fn day_of(&self, reading: &Reading<'_>, id: &PracticeId) -> Result<CivilDate> {
        if let Some(practice) = reading.practice(id)? {
            return Ok(practice.date);
        }
        let open = reading.open_practice()?.filter(|open| open.id == *id);
        open.map(|open| open.date).ok_or_else(|| MingmenError::not_found("practice", id))
    }
}

/// Pain noted before a practice, the first where it was noted twice.
fn pain_noted_before(reading: &Reading<'_>, id: &PracticeId) -> Result<Option<u8>> {
    let check_ins = reading.check_ins_of(id)?;
    let before = check_ins.iter().filter(|check_in| check_in.noted.moment == CheckInMoment::Before);
    Ok(before.filter_map(|check_in| check_in.noted.pain).next())
}
