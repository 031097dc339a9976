//! Leading a practice: its timeline, what a person changes on the way, and the recording of it.

use chrono::TimeDelta;

use crate::catalogue::{MovementId, Posture, RoutineId, Segment, Variant};
use crate::figure;
use crate::practice::{
    Around, ChangeMade, Choices, Form, PlayerPhase, PlayerState, PracticeChange, PracticeId, Recording,
    Rescripted, Script, Source, change, check_choices, compile,
};
use crate::store::{OpenPracticeRow, Reading, Store};
use crate::zone::{Instant, Moment, Now};

use super::{ChangeForm, Mingmen, MingmenError, PracticeChanged, Result, lock, words};

/// What may go around a practice (article 001, lines 119 and 150).
const WARM_UP: &str = "warm-up";
const GRATITUDE: &str = "gratitude-bookend";
const INTENTION: &str = "clear-intention";

/// Minutes that may be left after a change, to choose from (proposed).
const MINUTES_LEFT: [u16; 8] = [1, 3, 5, 10, 15, 20, 30, 45];

/// The player is kept at least so often where the person sets their own breath, in milliseconds.
const OWN_BREATH_MS: u32 = 8_000;

/// A practice that is being led: the player and its script at the last step, and all that led there.
#[derive(Debug)]
pub(super) struct Leading {
    pub(super) open: OpenPracticeRow,
    pub(super) recording: Recording,
    /// Where the last heartbeat was, in milliseconds of the script.
    heartbeat_at_ms: u32,
}

impl Leading {
    pub(super) fn new(open: OpenPracticeRow, script: Script) -> Leading {
        let heartbeat_at_ms = open.player.position_ms;
        let recording = Recording::new(script, open.player.clone());
        Leading { open, recording, heartbeat_at_ms }
    }

    /// Remembers where the player is, and keeps it about once a breath and at every turn.
    pub(super) fn keep(&mut self, store: &Store) -> Result<()> {
        let player = self.recording.player();
        let turned = std::mem::discriminant(&player.phase) != std::mem::discriminant(&self.open.player.phase);
        let breath_ms = self.open.choices.guidance.breath_ms.unwrap_or(OWN_BREATH_MS);
        if turned || player.position_ms.abs_diff(self.heartbeat_at_ms) >= breath_ms {
            store.heartbeat(&self.open.id, player)?;
            self.heartbeat_at_ms = player.position_ms;
        }
        self.open.player = player.clone();
        Ok(())
    }
}

impl Mingmen {
    /// Changes the rest of the practice that is being led: more or less time, a chair instead of the feet, another
    /// manner. What was done stays. Kept before this returns.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] and [`MingmenError::AlreadyEnded`] as in [`Mingmen::step_practice`],
    /// [`MingmenError::InvalidInput`] for what is out of range.
    pub fn change_practice(
        &self,
        practice: &PracticeId,
        wanted: &PracticeChange,
        monotonic_ms: u64,
        now: &Now,
    ) -> Result<PracticeChanged> {
        let moment = Moment::check(now)?;
        let mut guard = lock(&self.leading);
        let leading = guard.as_mut().filter(|leading| leading.open.id == *practice);
        let Some(leading) = leading else { return Err(self.not_led(practice)) };
        let mut open = leading.open.clone();
        let at_ms = open.player.position_ms;
        let rescripted = self.store.read(|reading| {
            let (choices, script) = self.led_now(reading, &open)?;
            self.with_source(reading, &open.routine, |source| {
                Ok(change(source, &choices, &script, at_ms, wanted)?)
            })
        })?;
        open.player = open.player.rescripted(rescripted.from_ms);
        open.planned_ms = rescripted.script.length_ms;
        open.changes.push(ChangeMade { at_ms, change: wanted.clone() });
        self.store.write::<_, MingmenError>(|writing| Ok(writing.open_practice_changed(&open)?))?;
        leading.recording.rescript(&rescripted, monotonic_ms);
        leading.open = open;
        let player = leading.open.player.clone();
        let segment_ends = segment_ends(&rescripted.script, &player, moment.instant);
        Ok(PracticeChanged { script: rescripted.script, player, segment_ends, changes: Vec::new() })
    }

    /// What can be changed about the rest of the practice that is being led.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] and [`MingmenError::AlreadyEnded`] as in [`Mingmen::step_practice`].
    pub fn change_form(&self, practice: &PracticeId) -> Result<ChangeForm> {
        let guard = lock(&self.leading);
        let leading = guard.as_ref().filter(|leading| leading.open.id == *practice);
        let Some(leading) = leading else { return Err(self.not_led(practice)) };
        let (script, player) = (leading.recording.script(), leading.recording.player());
        let left_ms = script.length_ms.saturating_sub(player.position_ms);
        let ahead = script.segments.iter().filter(|segment| segment.ends_ms > player.position_ms);
        let can_sit = ahead.filter(|segment| segment.posture != Posture::Seated).any(|segment| {
            let form = self.catalogue.variant(&segment.variant);
            form.is_some_and(|(_, variant)| variant.offers(Posture::Seated))
        });
        let guidance = leading.open.changes.iter().rev().find_map(|made| match &made.change {
            PracticeChange::Guidance { guidance } => Some(guidance),
            PracticeChange::Minutes { .. } | PracticeChange::Seated => None,
        });
        let guidance = guidance.unwrap_or(&leading.open.choices.guidance);
        Ok(ChangeForm {
            left: words::time_left(left_ms),
            minutes: MINUTES_LEFT.to_vec(),
            can_sit,
            guidance: self.form_of_guidance(guidance)?,
        })
    }

    /// The practice that is being led, or was led last since the app came up, as it can be replayed exactly: a JSON text
    /// of timeline, events and effects. There is nothing personal in it but the practice itself.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for any other practice.
    pub fn recording(&self, practice: &PracticeId) -> Result<String> {
        self.store.require_open()?;
        let leading = lock(&self.leading);
        let last = lock(&self.last_led);
        let led = leading.iter().chain(last.iter()).find(|led| led.open.id == *practice);
        let led = led.ok_or_else(|| MingmenError::not_found("recording", practice))?;
        serde_json::to_string(&led.recording)
            .map_err(|error| MingmenError::Internal { reason: error.to_string() })
    }

    /// Compiles a routine of any kind.
    pub(super) fn script(
        &self,
        reading: &Reading<'_>,
        routine: &RoutineId,
        choices: &Choices,
    ) -> Result<Script> {
        check_choices(choices)?;
        self.with_source(reading, routine, |source| Ok(compile(source, choices)?))
    }

    /// How an open practice is led now, with every change that was made on the way, and its timeline.
    pub(super) fn led_now(&self, reading: &Reading<'_>, open: &OpenPracticeRow) -> Result<(Choices, Script)> {
        self.with_source(reading, &open.routine, |source| {
            let mut choices = open.choices.clone();
            let mut script = compile(source, &choices)?;
            for made in &open.changes {
                let anew: Rescripted = change(source, &choices, &script, made.at_ms, &made.change)?;
                (choices, script) = (anew.choices, anew.script);
            }
            Ok((choices, script))
        })
    }

    /// What a script of a routine is made from.
    fn with_source<T>(
        &self,
        reading: &Reading<'_>,
        routine: &RoutineId,
        make: impl FnOnce(&Source<'_>) -> Result<T>,
    ) -> Result<T> {
        let routine = self.routine_of(reading, routine)?;
        let form = |segment: &Segment| {
            let form = self.catalogue.variant(&segment.variant);
            let (movement, variant) =
                form.ok_or_else(|| MingmenError::not_found("variant", &segment.variant))?;
            Ok(Form { movement, variant })
        };
        let forms = routine.segments.iter().map(form).collect::<Result<Vec<_>>>()?;
        let words = words::script_words(self.phrases());
        let gentle = |variant: &Variant, posture| self.gentle_loop_ms(variant, posture);
        make(&Source {
            routine: &routine,
            forms: &forms,
            around: self.around(),
            gentle_loop_ms: &gentle,
            words: &words,
            content_version: self.catalogue.version(),
        })
    }

    /// What may go around a practice.
    pub(super) fn around(&self) -> Around<'static> {
        let form = |id: &str| {
            let movement = self.catalogue.movement(&MovementId::from(id))?;
            Some(Form { movement, variant: movement.variants.first()? })
        };
        Around { warm_up: form(WARM_UP), gratitude: form(GRATITUDE), intention: form(INTENTION) }
    }

    /// The shortest loop at which a form's figure is gentle, in milliseconds; 0 where it has none. It is worked out once.
    fn gentle_loop_ms(&self, variant: &Variant, posture: Posture) -> u32 {
        let Some(motion) = &variant.motion else { return 0 };
        let key = (motion.clone(), posture);
        if let Some(known) = lock(&self.gentle_loops).get(&key) {
            return *known;
        }
        let loop_ms = figure::shortest_cycle_ms(motion, posture.as_str()).unwrap_or(0);
        lock(&self.gentle_loops).insert(key, loop_ms);
        loop_ms
    }
}

/// When each segment that is still ahead ends, while time is running: so that a lock screen can count down by itself.
pub(super) fn segment_ends(script: &Script, player: &PlayerState, now: Instant) -> Vec<Instant> {
    let before_ms = match player.phase {
        PlayerPhase::Playing => 0,
        PlayerPhase::CountingIn { left_ms } => left_ms,
        PlayerPhase::Ready | PlayerPhase::Paused | PlayerPhase::Finished | PlayerPhase::Stopped { .. } => {
            return Vec::new();
        }
    };
    let ends = script.segments.iter().map(|segment| segment.ends_ms);
    let ahead = ends.filter(|ends_ms| *ends_ms > player.position_ms);
    ahead
        .filter_map(|ends_ms| {
            let left_ms = i64::from(before_ms) + i64::from(ends_ms - player.position_ms);
            now.checked_add_signed(TimeDelta::milliseconds(left_ms))
        })
        .collect()
}
