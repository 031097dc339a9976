//! Practising: begin, step, continue after a kill, enter by hand, check in.

use crate::catalogue::{RoutineId, Segment};
use crate::plan::EnrolmentId;
use crate::practice::{
    CheckIn, CheckInDraft, CheckInMoment, Choices, EnteredPracticeDraft, PlayerEvent, PlayerPhase,
    PlayerState, Practice, PracticeEnding, PracticeId, PracticeReason, Script, Source, check_check_in,
    check_choices, check_entered, check_pain, compile, step,
};
use crate::safety::{self, Gate, StopSign};
use crate::store::{OpenPracticeRow, Reading, Store, Writing};
use crate::zone::{CivilDate, Moment, Now};

use super::{
    BeginDraft, Begun, CheckInForm, CheckedIn, Mingmen, MingmenError, OpenPractice, PracticeLogged, Result,
    Sensation, Stepped, Subject, lock, words,
};

/// What an ended practice changes on screen.
const ENDED_SUBJECTS: [Subject; 4] =
    [Subject::Practice, Subject::Plan, Subject::Progress, Subject::Reminders];

/// A practice that is being led: its script, and the player at the last step.
#[derive(Debug)]
pub(super) struct Leading {
    open: OpenPracticeRow,
    script: Script,
    /// Where the last heartbeat was, in milliseconds of the script.
    heartbeat_at_ms: u32,
}

impl Mingmen {
    /// Begins a practice. It is kept from now on, so that a killed app can continue it.
    ///
    /// # Errors
    /// [`MingmenError::PracticeShut`], [`MingmenError::PracticeStillOpen`], [`MingmenError::NotFound`] for the routine
    /// or the enrolment, [`MingmenError::InvalidInput`] for a choice or the number of pain.
    pub fn begin_practice(&self, draft: &BeginDraft, now: &Now) -> Result<Begun> {
        let moment = Moment::check(now)?;
        check_pain(draft.pain_before, "pain_before")?;
        let script = self.store.read(|reading| self.script(reading, &draft.routine, &draft.choices))?;
        let open = OpenPracticeRow {
            id: self.next_id(moment.instant).into(),
            reason: draft.reason.clone(),
            routine: draft.routine.clone(),
            content_version: script.content_version,
            choices: draft.choices.clone(),
            started_at: moment.instant,
            zone: moment.zone.id().to_owned(),
            date: moment.day,
            planned_ms: script.length_ms,
            player: PlayerState::ready(),
        };
        let pain = draft.pain_before.map(|pain| self.pain_before(pain, &open, &moment));
        let mut leading = lock(&self.leading);
        self.store.write(|writing| {
            self.require_open(writing)?;
            require_enrolment(writing, &draft.reason)?;
            writing.open_practice_begin(&open)?;
            pain.iter().try_for_each(|pain| Ok::<_, MingmenError>(writing.insert_check_in(pain)?))
        })?;
        let player = open.player.clone();
        let practice = open.id.clone();
        *leading = Some(Leading { open, script: script.clone(), heartbeat_at_ms: 0 });
        let mut changes = vec![Subject::Practice];
        changes.extend(draft.pain_before.map(|_| Subject::CheckIns));
        Ok(Begun { practice, script, player, changes })
    }

    /// Tells the player what happened, with the reading of the platform's monotonic clock in milliseconds.
    ///
    /// Send [`PlayerEvent::Tick`] about once a second. Where the player is gets kept about once a breath, and at every
    /// turn; the end is kept for good before this returns.
    ///
    /// # Errors
    /// [`MingmenError::AlreadyEnded`] for a practice that has ended, [`MingmenError::NotFound`] for one that never was
    /// or has not been taken up again, and for a stop sign that is none.
    pub fn step_practice(
        &self,
        practice: &PracticeId,
        event: &PlayerEvent,
        monotonic_ms: u64,
        now: &Now,
    ) -> Result<Stepped> {
        Moment::check(now)?;
        let after_stop = self.sign_of(event)?;
        let mut guard = lock(&self.leading);
        let leading = guard.as_mut().filter(|leading| leading.open.id == *practice);
        let Some(leading) = leading else { return Err(self.not_led(practice)) };
        let (player, effects) = step(&leading.script, &leading.open.player, event, monotonic_ms);
        if player.has_ended() {
            let (ended, counted) = self.end(&leading.open, &player)?;
            *guard = None;
            let mut changes = ENDED_SUBJECTS.to_vec();
            changes.extend(after_stop.iter().map(|_| Subject::Safety));
            return Ok(Stepped { player, effects, ended: Some(ended), counted, after_stop, changes });
        }
        leading.keep(&self.store, player.clone())?;
        Ok(Stepped { player, effects, ended: None, counted: false, after_stop: None, changes: Vec::new() })
    }

    /// Takes up a practice that was cut off: paused where its last heartbeat was. Time while the app was gone never counts.
    ///
    /// ```
    /// # use mingmen_core::practice::{PlayerEvent, PlayerPhase};
    /// # use mingmen_core::mingmen::*;
    /// # use mingmen_core::zone::Now;
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
    /// # let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    /// # let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
    /// # let mingmen = Mingmen::open(&options, &now)?;
    /// # mingmen.answer_screening(&[], &now)?;
    /// # let TodayState::NotEnrolled { first_breath, .. } = mingmen.today(&now)?.state else { unreachable!() };
    /// # let PracticeCard { routine, choices, reason, .. } = first_breath;
    /// # let begun = mingmen.begin_practice(&BeginDraft { routine, choices, reason, pain_before: None }, &now)?;
    /// mingmen.step_practice(&begun.practice, &PlayerEvent::Start, 0, &now)?;
    /// mingmen.step_practice(&begun.practice, &PlayerEvent::Tick, 33_000, &now)?;
    /// drop(mingmen); // the app is killed
    ///
    /// let mingmen = Mingmen::open(&options, &now)?;
    /// let open = mingmen.today(&now)?.open_practice.unwrap();
    /// assert_eq!(open.text, "Go on from Centring Breath, 1:30 left");
    /// let again = mingmen.continue_practice(&open.id, &now)?;
    /// assert_eq!((again.player.phase, again.player.practised_ms), (PlayerPhase::Paused, 30_000));
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::NotFound`], [`MingmenError::AlreadyEnded`], [`MingmenError::PracticeShut`].
    pub fn continue_practice(&self, practice: &PracticeId, now: &Now) -> Result<Begun> {
        Moment::check(now)?;
        let mut leading = lock(&self.leading);
        let (mut open, script) = self.store.read(|reading| {
            self.require_open(reading)?;
            let open = find_open(reading, practice)?;
            let script = self.script(reading, &open.routine, &open.choices)?;
            Ok::<_, MingmenError>((open, script))
        })?;
        open.player = open.player.held();
        let player = open.player.clone();
        *leading = Some(Leading { script: script.clone(), heartbeat_at_ms: player.position_ms, open });
        Ok(Begun { practice: practice.clone(), script, player, changes: Vec::new() })
    }

    /// Ends a practice that was cut off where its last heartbeat was. What was done is kept.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`], [`MingmenError::AlreadyEnded`].
    pub fn finish_open_practice(&self, practice: &PracticeId, now: &Now) -> Result<Stepped> {
        Moment::check(now)?;
        let mut leading = lock(&self.leading);
        let open = self.store.read(|reading| find_open(reading, practice))?;
        let mut player = open.player.clone().held();
        player.phase = PlayerPhase::Stopped { sign: None };
        let (ended, counted) = self.end(&open, &player)?;
        *leading = None;
        let changes = ENDED_SUBJECTS.to_vec();
        Ok(Stepped { player, effects: Vec::new(), ended: Some(ended), counted, after_stop: None, changes })
    }

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
    /// # let enrolment = mingmen.enrol(&mingmen.enrol_form(&now)?.preset, &now)?.enrolment;
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
        let reason = |enrolment: &EnrolmentId| PracticeReason::Plan { enrolment: enrolment.clone() };
        let practice = Practice {
            id: self.next_id(moment.instant).into(),
            reason: draft.enrolment.as_ref().map_or(PracticeReason::Free, reason),
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
        Ok(CheckInForm { closing, pain_before, sensations: sensations.collect() })
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
    /// let mut draft = CheckInDraft {
    ///     moment: CheckInMoment::Anytime,
    ///     practice: None,
    ///     pain: Some(11),
    ///     stiffness: None,
    ///     sleep: None,
    ///     energy: None,
    ///     mood: None,
    ///     sensations: vec!["warm".into()],
    ///     note: String::new(),
    /// };
    /// let refused = mingmen.check_in(&draft, &now).unwrap_err();
    /// assert_eq!(refused.to_string(), "pain: must be 0 to 10");
    /// draft.pain = Some(4);
    /// assert!(mingmen.check_in(&draft, &now)?.words.starts_with("Four is noted."));
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] with the field, [`MingmenError::NotFound`] for the practice or a sensation.
    pub fn check_in(&self, draft: &CheckInDraft, now: &Now) -> Result<CheckedIn> {
        let moment = Moment::check(now)?;
        check_check_in(draft)?;
        let known = |id: &str| self.catalogue.sensations().iter().any(|sensation| sensation.id == id);
        if let Some(unknown) = draft.sensations.iter().find(|sensation| !known(sensation.as_str())) {
            return Err(MingmenError::not_found("sensation", unknown));
        }
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

    /// The practice that was cut off, if one was; the one that is being led now is not.
    pub(super) fn cut_off(&self, reading: &Reading<'_>) -> Result<Option<OpenPractice>> {
        let Some(open) = reading.open_practice()? else { return Ok(None) };
        let script = self.script(reading, &open.routine, &open.choices)?;
        let player = open.player.held();
        let left = words::time_left(script.length_ms.saturating_sub(player.position_ms));
        let here = script.segments.iter().rev().find(|segment| segment.starts_ms <= player.position_ms);
        let movement = here.map(|segment| segment.name.clone()).unwrap_or_default();
        let text = self.phrases().open_practice(movement, left);
        Ok(Some(OpenPractice { id: open.id, title: script.title, text, player }))
    }

    /// Refuses while the screening keeps practice shut.
    pub(super) fn require_open(&self, reading: &Reading<'_>) -> Result<()> {
        match self.gate_of(reading)? {
            Gate::Open { .. } => Ok(()),
            Gate::NotScreened | Gate::ScreenAgain | Gate::Shut { .. } => Err(MingmenError::PracticeShut),
        }
    }

    /// Compiles a routine of any kind.
    pub(super) fn script(
        &self,
        reading: &Reading<'_>,
        routine: &RoutineId,
        choices: &Choices,
    ) -> Result<Script> {
        check_choices(choices)?;
        let routine = self.routine_of(reading, routine)?;
        let form = |segment: &Segment| {
            let form = self.catalogue.variant(&segment.variant);
            form.ok_or_else(|| MingmenError::not_found("variant", &segment.variant))
        };
        let forms = routine.segments.iter().map(form).collect::<Result<Vec<_>>>()?;
        let words = words::script_words(self.phrases());
        let content_version = self.catalogue.version();
        Ok(compile(&Source { routine: &routine, forms: &forms, words: &words, content_version }, choices)?)
    }

    /// Keeps the end of a practice, and says whether it counts as a session.
    fn end(&self, open: &OpenPracticeRow, player: &PlayerState) -> Result<(Practice, bool)> {
        let practice = Practice {
            id: open.id.clone(),
            reason: open.reason.clone(),
            routine: Some(open.routine.clone()),
            content_version: open.content_version,
            started_at: open.started_at,
            zone: open.zone.clone(),
            date: open.date,
            planned_ms: open.planned_ms,
            practised_ms: player.practised_ms,
            ending: ending(&player.phase),
        };
        self.store.write::<_, MingmenError>(|writing| Ok(writing.end_practice(&practice)?))?;
        let counted = practice.counts_as_session();
        Ok((practice, counted))
    }

    fn pain_before(&self, pain: u8, open: &OpenPracticeRow, moment: &Moment) -> CheckIn {
        CheckIn {
            id: self.next_id(moment.instant).into(),
            noted_at: moment.instant,
            zone: open.zone.clone(),
            date: open.date,
            noted: CheckInDraft {
                moment: CheckInMoment::Before,
                practice: Some(open.id.clone()),
                pain: Some(pain),
                stiffness: None,
                sleep: None,
                energy: None,
                mood: None,
                sensations: Vec::new(),
                note: String::new(),
            },
        }
    }

    fn looking_back(&self, reading: &Reading<'_>, id: Option<&PracticeId>) -> Result<(String, Option<u8>)> {
        let Some(id) = id else { return Ok((String::new(), None)) };
        let practice = reading.practice(id)?.ok_or_else(|| MingmenError::not_found("practice", id))?;
        let closing = words::closing(self.phrases(), &practice);
        Ok((closing, pain_noted_before(reading, id)?))
    }

    fn day_of(&self, reading: &Reading<'_>, id: &PracticeId) -> Result<CivilDate> {
        if let Some(practice) = reading.practice(id)? {
            return Ok(practice.date);
        }
        let open = reading.open_practice()?.filter(|open| open.id == *id);
        open.map(|open| open.date).ok_or_else(|| MingmenError::not_found("practice", id))
    }

    fn sign_of(&self, event: &PlayerEvent) -> Result<Option<StopSign>> {
        let PlayerEvent::StopForSign { sign } = event else { return Ok(None) };
        Ok(Some(safety::stop_sign(self.catalogue, sign)?.clone()))
    }

    /// Why a step cannot be taken: the practice has ended, waits to be taken up again, or never was.
    fn not_led(&self, practice: &PracticeId) -> MingmenError {
        let ended = self.store.read::<_, MingmenError>(|reading| Ok(reading.practice(practice)?.is_some()));
        match ended {
            Ok(true) => MingmenError::AlreadyEnded { what: "practice".to_owned() },
            Ok(false) => MingmenError::not_found("practice", practice),
            Err(error) => error,
        }
    }
}

impl Leading {
    /// Remembers where the player is, and keeps it about once a breath and at every turn.
    fn keep(&mut self, store: &Store, player: PlayerState) -> Result<()> {
        let turned = std::mem::discriminant(&player.phase) != std::mem::discriminant(&self.open.player.phase);
        let moved = player.position_ms.abs_diff(self.heartbeat_at_ms) >= self.open.choices.breath_ms;
        if turned || moved {
            store.heartbeat(&self.open.id, &player)?;
            self.heartbeat_at_ms = player.position_ms;
        }
        self.open.player = player;
        Ok(())
    }
}

fn ending(phase: &PlayerPhase) -> PracticeEnding {
    match phase {
        PlayerPhase::Finished => PracticeEnding::Finished,
        PlayerPhase::Stopped { sign: Some(sign) } => PracticeEnding::StoppedForSign { sign: sign.clone() },
        _ => PracticeEnding::EndedEarly,
    }
}

fn find_open(reading: &Reading<'_>, id: &PracticeId) -> Result<OpenPracticeRow> {
    if let Some(open) = reading.open_practice()?.filter(|open| open.id == *id) {
        return Ok(open);
    }
    match reading.practice(id)? {
        Some(_) => Err(MingmenError::AlreadyEnded { what: "practice".to_owned() }),
        None => Err(MingmenError::not_found("practice", id)),
    }
}

fn require_enrolment(writing: &Writing<'_>, reason: &PracticeReason) -> Result<()> {
    let PracticeReason::Plan { enrolment } = reason else { return Ok(()) };
    let known = writing.enrolments()?.iter().any(|known| known.id == *enrolment);
    if known { Ok(()) } else { Err(MingmenError::not_found("enrolment", enrolment)) }
}

/// Pain noted before a practice, the first where it was noted twice.
fn pain_noted_before(reading: &Reading<'_>, id: &PracticeId) -> Result<Option<u8>> {
    let check_ins = reading.check_ins_of(id)?;
    let before = check_ins.iter().filter(|check_in| check_in.noted.moment == CheckInMoment::Before);
    Ok(before.filter_map(|check_in| check_in.noted.pain).next())
}
