//! Practising: begin, step, continue after a kill.

use crate::practice::{
    PlayerEvent, PlayerPhase, PlayerState, Practice, PracticeEnding, PracticeId, PracticeReason, check_pain,
};
use crate::safety::{self, Gate, StopSign};
use crate::store::{OpenPracticeRow, Reading, Writing};
use crate::zone::{Moment, Now};

use super::lead::{Leading, segment_ends};
use super::{BeginDraft, Begun, Mingmen, MingmenError, OpenPractice, Result, Stepped, Subject, lock, words};

/// What an ended practice changes on screen.
pub(super) const ENDED_SUBJECTS: [Subject; 4] =
    [Subject::Practice, Subject::Plan, Subject::Progress, Subject::Reminders];

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
            changes: Vec::new(),
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
        *leading = Some(Leading::new(open, script.clone()));
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
        let moment = Moment::check(now)?;
        let after_stop = self.sign_of(event)?;
        let mut guard = lock(&self.leading);
        let leading = guard.as_mut().filter(|leading| leading.open.id == *practice);
        let Some(leading) = leading else { return Err(self.not_led(practice)) };
        let effects = leading.recording.step(event, monotonic_ms);
        let player = leading.recording.player().clone();
        if player.has_ended() {
            let (ended, counted) = self.end(&leading.open, &player)?;
            *lock(&self.last_led) = guard.take();
            let mut changes = ENDED_SUBJECTS.to_vec();
            changes.extend(after_stop.iter().map(|_| Subject::Safety));
            let (ended, segment_ends) = (Some(ended), Vec::new());
            return Ok(Stepped { player, effects, segment_ends, ended, counted, after_stop, changes });
        }
        leading.keep(&self.store)?;
        let segment_ends = segment_ends(leading.recording.script(), &player, moment.instant);
        let (ended, after_stop, changes) = (None, None, Vec::new());
        Ok(Stepped { player, effects, segment_ends, ended, counted: false, after_stop, changes })
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
            let (_, script) = self.led_now(reading, &open)?;
            Ok::<_, MingmenError>((open, script))
        })?;
        open.player = open.player.held();
        let player = open.player.clone();
        *leading = Some(Leading::new(open, script.clone()));
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
        let (effects, segment_ends, after_stop) = (Vec::new(), Vec::new(), None);
        Ok(Stepped { player, effects, segment_ends, ended: Some(ended), counted, after_stop, changes })
    }

    /// The practice that was cut off, if one was; the one that is being led now is not.
    pub(super) fn cut_off(&self, reading: &Reading<'_>) -> Result<Option<OpenPractice>> {
        let Some(open) = reading.open_practice()? else { return Ok(None) };
        let (_, script) = self.led_now(reading, &open)?;
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

    fn sign_of(&self, event: &PlayerEvent) -> Result<Option<StopSign>> {
        let PlayerEvent::StopForSign { sign } = event else { return Ok(None) };
        Ok(Some(safety::stop_sign(self.catalogue, sign)?.clone()))
    }

    /// Why a step cannot be taken: the practice has ended, waits to be taken up again, or never was.
    pub(super) fn not_led(&self, practice: &PracticeId) -> MingmenError {
        let ended = self.store.read::<_, MingmenError>(|reading| Ok(reading.practice(practice)?.is_some()));
        match ended {
            Ok(true) => MingmenError::AlreadyEnded { what: "practice".to_owned() },
            Ok(false) => MingmenError::not_found("practice", practice),
            Err(error) => error,
        }
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

pub(super) fn require_enrolment(writing: &Writing<'_>, reason: &PracticeReason) -> Result<()> {
    let PracticeReason::Plan { enrolment } = reason else { return Ok(()) };
    let known = writing.enrolments()?.iter().any(|known| known.id == *enrolment);
    if known { Ok(()) } else { Err(MingmenError::not_found("enrolment", enrolment)) }
}
