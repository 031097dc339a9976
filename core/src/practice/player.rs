//! The player: a pure function from where it was and what happened to where it is and what to do.
//!
//! It holds no clock. Each step brings the reading of the platform's monotonic clock; the place in the script is that
//! time less pauses. The same script and events give the same states and effects, on every platform.

use super::{Effect, PlayerEvent, PlayerPhase, PlayerState, Script};

/// The count-in before it moves, in milliseconds (LOOK, motion: 3, 2, 1).
pub const COUNT_IN_MS: u32 = 3_000;

/// A longer silence between two steps means that the app was suspended: none of it counts, and the player holds.
/// A platform steps about once a second; Android stretches timers of a background service to at most half a minute.
const SUSPENDED_AFTER_MS: u64 = 60_000;

/// Within this much of a movement, "back" goes to the movement before.
const BACK_WINDOW_MS: u32 = 3_000;

impl PlayerState {
    /// A player before its first event.
    #[must_use]
    pub fn ready() -> PlayerState {
        PlayerState {
            phase: PlayerPhase::Ready,
            position_ms: 0,
            next_cue_ms: 0,
            practised_ms: 0,
            last_seen_ms: None,
        }
    }

    /// The same place, held: how a practice comes back after the app was killed.
    #[must_use]
    pub fn held(mut self) -> PlayerState {
        if !self.has_ended() {
            self.phase = PlayerPhase::Paused;
            self.last_seen_ms = None;
        }
        self
    }

    /// The same place in a timeline whose rest was made anew from `from_ms` on.
    #[must_use]
    pub fn rescripted(mut self, from_ms: u32) -> PlayerState {
        self.next_cue_ms = self.next_cue_ms.min(from_ms);
        self
    }

    /// Whether nothing more can happen.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        matches!(self.phase, PlayerPhase::Finished | PlayerPhase::Stopped { .. })
    }
}

/// Tells the player what happened at a reading of the monotonic clock, in milliseconds.
///
/// An event that makes no sense where the player is (a second start, a skip after the end) changes nothing.
#[must_use]
pub fn step(
    script: &Script,
    state: &PlayerState,
    event: &PlayerEvent,
    monotonic_ms: u64,
) -> (PlayerState, Vec<Effect>) {
    let mut run = Run { script, state: state.clone(), effects: Vec::new() };
    run.pass_time(monotonic_ms);
    if !run.state.has_ended() {
        run.apply(event, monotonic_ms);
    }
    (run.state, run.effects)
}

struct Run<'a> {
    script: &'a Script,
    state: PlayerState,
    effects: Vec<Effect>,
}

impl Run<'_> {
    fn apply(&mut self, event: &PlayerEvent, now_ms: u64) {
        match (event, &self.state.phase) {
            (PlayerEvent::Start, PlayerPhase::Ready) | (PlayerEvent::Resume, PlayerPhase::Paused) => {
                self.begin_count_in(now_ms);
            }
            (PlayerEvent::Pause, PlayerPhase::Playing | PlayerPhase::CountingIn { .. }) => self.hold(),
            (PlayerEvent::Skip, _) => self.skip(),
            (PlayerEvent::Back, _) => self.back(),
            (PlayerEvent::Repeat, _) => self.go_to(self.here()),
            (PlayerEvent::Stop, _) => self.end(PlayerPhase::Stopped { sign: None }),
            (PlayerEvent::StopForSign { sign }, _) => {
                self.end(PlayerPhase::Stopped { sign: Some(sign.clone()) });
            }
            (PlayerEvent::Finish, _) => self.end(PlayerPhase::Finished),
            (PlayerEvent::Tick | PlayerEvent::Start | PlayerEvent::Resume | PlayerEvent::Pause, _) => {}
        }
    }

    /// Lets the time since the last step go by.
    fn pass_time(&mut self, now_ms: u64) {
        let Some(last_seen) = self.state.last_seen_ms else { return };
        let passed = now_ms.saturating_sub(last_seen);
        if passed > SUSPENDED_AFTER_MS {
            return self.hold();
        }
        self.state.last_seen_ms = Some(now_ms.max(last_seen));
        let passed = u32::try_from(passed).unwrap_or(u32::MAX);
        match self.state.phase {
            PlayerPhase::CountingIn { left_ms } => self.count_in(left_ms, passed),
            PlayerPhase::Playing => self.play(passed),
            PlayerPhase::Ready
            | PlayerPhase::Paused
            | PlayerPhase::Finished
            | PlayerPhase::Stopped { .. } => {}
        }
    }

    fn begin_count_in(&mut self, now_ms: u64) {
        self.state.phase = PlayerPhase::CountingIn { left_ms: COUNT_IN_MS };
        self.state.last_seen_ms = Some(now_ms);
        self.effects.push(Effect::KeepScreenOn { on: true });
        self.effects.push(Effect::Duck { on: true });
        self.effects.push(Effect::CountIn { seconds: seconds_left(COUNT_IN_MS) });
    }

    fn count_in(&mut self, left_ms: u32, passed: u32) {
        if passed >= left_ms {
            self.state.phase = PlayerPhase::Playing;
            return self.play(passed - left_ms);
        }
        let now_left = left_ms - passed;
        for seconds in (seconds_left(now_left)..seconds_left(left_ms)).rev() {
            self.effects.push(Effect::CountIn { seconds });
        }
        self.state.phase = PlayerPhase::CountingIn { left_ms: now_left };
    }

    fn play(&mut self, passed: u32) {
        let to_go = self.script.length_ms.saturating_sub(self.state.position_ms);
        let played = passed.min(to_go);
        self.state.position_ms += played;
        self.state.practised_ms = self.state.practised_ms.saturating_add(played);
        self.deliver();
        if self.state.position_ms >= self.script.length_ms {
            self.end(PlayerPhase::Finished);
        }
    }

    /// Delivers every cue from `next_cue_ms` to the present place, once.
    fn deliver(&mut self) {
        let due = self.state.next_cue_ms..=self.state.position_ms;
        for (index, segment) in self.script.segments.iter().enumerate() {
            if due.contains(&segment.starts_ms) {
                self.effects.push(Effect::Segment { index: u16::try_from(index).unwrap_or(u16::MAX) });
            }
        }
        let first = self.script.cues.partition_point(|cue| cue.at_ms < *due.start());
        let cues = self.script.cues.iter().skip(first).take_while(|cue| cue.at_ms <= *due.end());
        self.effects.extend(cues.map(|cue| Effect::Cue { cue: cue.clone() }));
        self.state.next_cue_ms = self.state.next_cue_ms.max(self.state.position_ms + 1);
    }

    fn skip(&mut self) {
        match self.segment_after(self.state.position_ms) {
            Some(starts_ms) => self.go_to(starts_ms),
            None => self.end(PlayerPhase::Finished),
        }
    }

    fn back(&mut self) {
        let here = self.here();
        if self.state.position_ms - here >= BACK_WINDOW_MS {
            return self.go_to(here);
        }
        let before = self.starts().rfind(|starts_ms| *starts_ms < here).unwrap_or(here);
        self.go_to(before);
    }

    /// Where the movement that is being done began.
    fn here(&self) -> u32 {
        self.starts().rfind(|starts_ms| *starts_ms <= self.state.position_ms).unwrap_or(0)
    }

    fn starts(&self) -> impl DoubleEndedIterator<Item = u32> {
        self.script.segments.iter().map(|segment| segment.starts_ms)
    }

    fn segment_after(&self, position_ms: u32) -> Option<u32> {
        self.starts().find(|starts_ms| *starts_ms > position_ms)
    }

    fn go_to(&mut self, position_ms: u32) {
        self.effects.push(Effect::Hush);
        self.state.position_ms = position_ms;
        self.state.next_cue_ms = position_ms;
        if self.state.phase == PlayerPhase::Playing {
            self.deliver();
        }
    }

    fn hold(&mut self) {
        self.state.phase = PlayerPhase::Paused;
        self.state.last_seen_ms = None;
        self.effects.push(Effect::Hush);
        self.let_go();
    }

    /// Lets go of what was held since the count-in: once for each time.
    fn let_go(&mut self) {
        self.effects.push(Effect::Duck { on: false });
        self.effects.push(Effect::KeepScreenOn { on: false });
    }

    fn end(&mut self, phase: PlayerPhase) {
        let came_to_its_end = self.state.position_ms >= self.script.length_ms;
        let held = matches!(self.state.phase, PlayerPhase::Playing | PlayerPhase::CountingIn { .. });
        self.state.phase = phase;
        self.state.last_seen_ms = None;
        if !came_to_its_end {
            self.effects.push(Effect::Hush);
        }
        if held {
            self.let_go();
        }
    }
}

/// The number to show for this much of the count-in: 3, 2, 1.
fn seconds_left(left_ms: u32) -> u8 {
    u8::try_from(left_ms.div_ceil(1_000)).unwrap_or(u8::MAX)
}
