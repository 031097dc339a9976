//! Routines of one's own: make, change, copy, delete, share; and the page that makes one to measure.

use crate::catalogue::{
    MovementKind, Posture, Presence, Routine, RoutineId, RoutineShape, Segment, VariantId,
};
use crate::measure::{
    self, DayRule, Made, MeasureDraft, MeasureFault, MeasureRequest, POSTURES, made_to_measure,
};
use crate::own::{self, OwnRevision, OwnRoutine, OwnRoutineDraft, OwnRoutineId};
use crate::store::Reading;
use crate::zone::{Moment, Now};

use super::{
    DayChoice, LibraryCard, MakeChoice, MakeForm, Mingmen, MingmenError, OwnRoutineDeleted, OwnRoutineSaved,
    Result, RoutinePage, SharedRoutine, Subject, file_faults,
};

/// What a change of one's own routines changes on screen.
const OWN_SUBJECTS: [Subject; 1] = [Subject::OwnRoutines];

/// How the name of a shared file ends.
const FILE_ENDING: &str = ".mingmen-routine.json";

/// Kinds of movement that stand in the list to choose from. A hint or a word of thanks is no entry of a routine.
const TO_CHOOSE: [MovementKind; 5] = [
    MovementKind::Movement,
    MovementKind::Component,
    MovementKind::Frame,
    MovementKind::Attention,
    MovementKind::Family,
];

impl Mingmen {
    /// The page on which a routine is made: what there is to choose from.
    ///
    /// # Errors
    /// The `Store…` cases.
    pub fn make_form(&self, now: &Now) -> Result<MakeForm> {
        Moment::check(now)?;
        let effect = self.store.read(|reading| self.effect_of(reading))?;
        let movements = self.catalogue.movements().iter();
        let chosen = movements.filter(|movement| TO_CHOOSE.contains(&movement.kind));
        let forms =
            chosen.flat_map(|movement| movement.variants.iter().map(move |variant| (movement, variant)));
        let form = |(movement, variant): (&_, &crate::catalogue::Variant)| {
            let link = self.variant_link(movement, variant);
            MakeChoice {
                caution: self.why_left_out(&link.title, [variant], &effect),
                link,
                minutes: variant.minutes(),
                motion: variant.motion.clone(),
                posture: variant.shown_in(effect.seated.then_some(Posture::Seated)),
            }
        };
        let rules = self.learn()?.measure();
        let areas = measure::areas(self.catalogue, rules);
        let mut areas_to_choose = super::library::areas(self.catalogue);
        areas_to_choose.retain(|choice| areas.contains(&choice.area));
        let day = |rule: &DayRule| DayChoice { day: rule.day, text: rule.name.clone() };
        Ok(MakeForm {
            forms: forms.map(form).collect(),
            minutes: rules.minutes.clone(),
            postures: POSTURES
                .into_iter()
                .filter(|posture| !effect.seated || *posture != Posture::Standing)
                .collect(),
            areas: areas_to_choose,
            days: rules.days.iter().map(day).collect(),
            note: effect.note,
        })
    }

    /// A routine made to measure. Nothing is kept: begin it, or save it as one's own. Its id alone is enough to make the
    /// same again.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] with the field; [`MingmenError::NothingFits`] with what to change.
    pub fn made_to_measure(&self, draft: &MeasureDraft, now: &Now) -> Result<RoutinePage> {
        Moment::check(now)?;
        self.store.read(|reading| {
            let effect = self.effect_of(reading)?;
            self.made_page(reading, &MeasureRequest::new(draft.clone(), effect.leave_out, effect.seated))
        })
    }

    pub(super) fn made_page(&self, reading: &Reading<'_>, request: &MeasureRequest) -> Result<RoutinePage> {
        let made = self.made(request)?;
        let mut page = self.page_of(reading, made.routine)?;
        for (line, reason) in page.lines.iter_mut().zip(made.reasons) {
            line.why = reason;
        }
        if let Some(card) = &mut page.card {
            card.choices.posture = request.draft.posture;
        }
        Ok(page)
    }

    /// The routine that a request makes, and why each of its movements is in it.
    pub(super) fn made(&self, request: &MeasureRequest) -> Result<Made> {
        let rules = self.learn()?.measure();
        made_to_measure(self.catalogue, rules, request).map_err(|fault| match fault {
            MeasureFault::Invalid(invalid) => invalid.into(),
            MeasureFault::NothingFits { missing, loosen } => {
                MingmenError::NothingFits { said: rules.refusal(missing, &loosen) }
            }
        })
    }

    /// Keeps a routine of one's own: a new one, or another revision of one that is there.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] with the field, [`MingmenError::NotFound`] for the routine that is to be changed.
    pub fn save_own_routine(
        &self,
        draft: &OwnRoutineDraft,
        changes: Option<&OwnRoutineId>,
        now: &Now,
    ) -> Result<OwnRoutineSaved> {
        let moment = Moment::check(now)?;
        let known = |id: &VariantId| self.catalogue.variant(id).is_some();
        self.store.write(|writing| {
            let (routine, new) = match changes {
                None => (own::make(self.next_id(moment.instant).into(), draft, &known)?, true),
                Some(id) => {
                    let before = find(writing, id)?;
                    let after = own::revise(&before, draft, &known)?;
                    let new = after != before;
                    (after, new)
                }
            };
            if new {
                writing.insert_own_routine(&self.next_id(moment.instant), moment.instant, &routine)?;
            }
            self.saved(writing, &routine)
        })
    }

    /// Keeps a copy of a routine of one's own under another name: "Morning 2".
    ///
    /// # Errors
    /// [`MingmenError::NotFound`].
    pub fn duplicate_own_routine(&self, id: &OwnRoutineId, now: &Now) -> Result<OwnRoutineSaved> {
        let moment = Moment::check(now)?;
        self.store.write(|writing| {
            let routine = find(writing, id)?;
            let all = writing.own_routines()?;
            let taken: Vec<&str> = all.iter().map(|routine| routine.name.as_str()).collect();
            let numbered = |name: &str, number: u32| self.phrases().numbered_name(name, number);
            let copy = own::duplicate(&routine, self.next_id(moment.instant).into(), &taken, &numbered)?;
            writing.insert_own_routine(&self.next_id(moment.instant), moment.instant, &copy)?;
            self.saved(writing, &copy)
        })
    }

    /// Deletes a routine of one's own. What was practised with it stays.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`].
    pub fn delete_own_routine(&self, id: &OwnRoutineId, now: &Now) -> Result<OwnRoutineDeleted> {
        let moment = Moment::check(now)?;
        self.store.write(|writing| {
            let deleted = own::delete(&find(writing, id)?);
            writing.insert_own_deletion(&self.next_id(moment.instant), moment.instant, &deleted)?;
            Ok(OwnRoutineDeleted { changes: OWN_SUBJECTS.to_vec() })
        })
    }

    /// A routine of one's own as a file to share.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`].
    pub fn share_own_routine(&self, id: &OwnRoutineId) -> Result<SharedRoutine> {
        let routine = self.store.read(|reading| find(reading, id))?;
        let letters = |c: char| if c.is_alphanumeric() || c == ' ' { c } else { '-' };
        let name: String = routine.name.chars().map(letters).collect();
        Ok(SharedRoutine { file_name: format!("{name}{FILE_ENDING}"), text: own::file::write(&routine) })
    }

    /// Keeps a routine from a file that somebody shared.
    ///
    /// # Errors
    /// [`MingmenError::InvalidFile`] with the line, the column and what is wrong: then nothing is kept.
    pub fn import_own_routine(&self, text: &str, now: &Now) -> Result<OwnRoutineSaved> {
        let known = |id: &VariantId| self.catalogue.variant(id).is_some();
        let draft =
            own::file::read(text, &known).map_err(|error| file_faults::refused(self.phrases(), error))?;
        self.save_own_routine(&draft, None, now)
    }

    /// The rows of one's own routines, by name.
    pub(super) fn own_rows(&self, reading: &Reading<'_>) -> Result<Vec<LibraryCard>> {
        let mut routines = reading.own_routines()?;
        routines.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
        Ok(routines.iter().map(|routine| self.routine_row(&as_routine(routine), None)).collect())
    }

    /// The revision of an own routine that an id names.
    pub(super) fn own_routine_of(&self, reading: &Reading<'_>, id: &RoutineId) -> Result<Option<Routine>> {
        let Some(revision) = OwnRevision::of(id) else { return Ok(None) };
        let routine = reading.own_routine_at(&revision)?;
        let routine = routine.ok_or_else(|| MingmenError::not_found("routine", id))?;
        Ok(Some(as_routine(&routine)))
    }

    /// The routine of the person's own that an id names, unless it was deleted since: then it cannot be changed any more.
    pub(super) fn own_still_there(
        &self,
        reading: &Reading<'_>,
        id: &RoutineId,
    ) -> Result<Option<OwnRoutineId>> {
        let Some(revision) = OwnRevision::of(id) else { return Ok(None) };
        Ok(reading.own_routine(&revision.routine)?.map(|routine| routine.id))
    }

    fn saved(&self, reading: &Reading<'_>, routine: &OwnRoutine) -> Result<OwnRoutineSaved> {
        Ok(OwnRoutineSaved {
            routine: routine.id.clone(),
            page: self.page_of(reading, as_routine(routine))?,
            changes: OWN_SUBJECTS.to_vec(),
        })
    }
}

fn find(reading: &Reading<'_>, id: &OwnRoutineId) -> Result<OwnRoutine> {
    reading.own_routine(id)?.ok_or_else(|| MingmenError::not_found("own routine", id))
}

fn as_routine(own: &OwnRoutine) -> Routine {
    use crate::catalogue::Origin::Proposed;
    let segment = |segment: &own::OwnSegment| Segment {
        movement: segment.variant.as_str().split('/').next().unwrap_or_default().into(),
        variant: segment.variant.clone(),
        minutes: segment.minutes,
        minutes_origin: Proposed,
        added: false,
        presence: Presence::Always,
    };
    Routine {
        id: own.at().routine_id(),
        name: own.name.clone(),
        focus: String::new(),
        shape: RoutineShape::Ordered,
        posture: None,
        segments: own.segments.iter().map(segment).collect(),
        minutes: u16::try_from(own.minutes()).unwrap_or(u16::MAX),
        minutes_origin: Proposed,
        body_areas: Vec::new(),
        notes: Vec::new(),
        related: Vec::new(),
        origin: Proposed,
    }
}
