//! A practice, as the apps see it: its player and what is kept of it.
use mingmen_core::catalogue::{AreaId, RoutineId};
use mingmen_core::plan::EnrolmentId;
use mingmen_core::practice::{
    CheckIn, CheckInDraft, CheckInId, CheckInMoment, Cue, Effect, EnteredPracticeDraft, Guidance,
    PlayerEvent, PlayerPhase, PlayerState, Practice, PracticeChange, PracticeEnding, PracticeId,
    PracticeReason, SensationId,
};
use mingmen_core::safety::StopSignId;
use mingmen_core::zone::{CivilDate, Instant};

crate::id::mirror_id! {
    /// Names a practice: a UUIDv7.
    PracticeId
}
crate::id::mirror_id! {
    /// Names a check-in: a UUIDv7.
    CheckInId
}
crate::id::mirror_id! {
    /// Names a sensation a person may notice, such as `warm`.
    SensationId
}

/// Where the player is.
#[uniffi::remote(Enum)]
pub enum PlayerPhase {
    /// Nothing has begun.
    Ready,
    /// Three seconds before it moves.
    CountingIn {
        /// Milliseconds of the count-in that are left.
        left_ms: u32,
    },
    /// Moving.
    Playing,
    /// Held.
    Paused,
    /// The script came to its end, or the person said that this is the end.
    Finished,
    /// The person stopped, perhaps because of a sign.
    Stopped {
        /// The sign, where one was given.
        sign: Option<StopSignId>,
    },
}

/// All that the player remembers. Plain data: it can be stored after any step and taken up again.
#[uniffi::remote(Record)]
pub struct PlayerState {
    /// Where the player is.
    pub phase: PlayerPhase,
    /// The place in the script, in milliseconds.
    pub position_ms: u32,
    /// Cues from here on, in milliseconds, have not been delivered yet.
    pub next_cue_ms: u32,
    /// How long the person has really practised, in milliseconds: pauses, skips and time while the app was gone do not count.
    pub practised_ms: u32,
    /// The monotonic clock at the last step, in milliseconds, while time is running.
    pub last_seen_ms: Option<u64>,
}

/// What happens to a player.
#[uniffi::remote(Enum)]
pub enum PlayerEvent {
    /// Begin, with a count-in.
    Start,
    /// Time has gone by. Send it about once a second.
    Tick,
    /// Hold.
    Pause,
    /// Go on, with a count-in.
    Resume,
    /// To the next movement.
    Skip,
    /// To the start of this movement, or of the one before within its first three seconds.
    Back,
    /// This movement again, from its start.
    Repeat,
    /// Stop; what was done is kept.
    Stop,
    /// Stop because of what the body said.
    StopForSign {
        /// The sign.
        sign: StopSignId,
    },
    /// End here as finished.
    Finish,
}

/// What a person changes while they practise. The rest of the timeline is made anew; what was done stays.
#[uniffi::remote(Enum)]
pub enum PracticeChange {
    /// The rest takes so many minutes, from now: more or fewer than were left.
    Minutes {
        /// Whole minutes, 1 to 120.
        left: u16,
    },
    /// The rest is done on a chair, as far as its movements offer that.
    Seated,
    /// The rest is led in another manner.
    Guidance {
        /// Which. What goes around the practice is taken from the beginning and not from here.
        guidance: Guidance,
    },
}

/// What the platform does after a step.
#[uniffi::remote(Enum)]
pub enum Effect {
    /// Show and speak the seconds before it moves: 3, 2, 1.
    CountIn {
        /// Seconds left.
        seconds: u8,
    },
    /// A cue of the script has begun. Each is delivered once, unless the person goes back.
    Cue {
        /// The cue.
        cue: Cue,
    },
    /// Another movement has begun.
    Segment {
        /// Its place in the script's segments, from 0.
        index: u16,
    },
    /// Keep the screen on, or let it go.
    KeepScreenOn {
        /// On or off.
        on: bool,
    },
    /// Let other sound on the phone go on more quietly, or as it was. It is never paused.
    Duck {
        /// On or off: off comes once for each on.
        on: bool,
    },
    /// Silence whatever is being said or sounds.
    Hush,
}

/// Why a practice was made.
#[uniffi::remote(Enum)]
pub enum PracticeReason {
    /// For a plan: it counts as a session of the week it falls in.
    Plan {
        /// The enrolment.
        enrolment: EnrolmentId,
    },
    /// The first breath after the screening, or a gentle day, or just so: its minutes count.
    Free,
}

/// How a practice came to its end.
#[uniffi::remote(Enum)]
pub enum PracticeEnding {
    /// To the end of the script, or declared finished.
    Finished,
    /// Ended early; what was done is kept.
    EndedEarly,
    /// Ended by a stop sign.
    StoppedForSign {
        /// The sign.
        sign: StopSignId,
    },
    /// Entered by hand: practised without the app.
    EnteredByHand,
}

/// What a person really did.
#[uniffi::remote(Record)]
pub struct Practice {
    /// Its id.
    pub id: PracticeId,
    /// Why it was made.
    pub reason: PracticeReason,
    /// The routine, where there was one.
    pub routine: Option<RoutineId>,
    /// The catalogue's version at the time.
    pub content_version: u32,
    /// When it began.
    pub started_at: Instant,
    /// The zone the person was in, by its IANA id.
    pub zone: String,
    /// The practice day it belongs to; travel never changes it.
    pub date: CivilDate,
    /// Planned length in milliseconds.
    pub planned_ms: u32,
    /// Practised length in milliseconds.
    pub practised_ms: u32,
    /// How it ended.
    pub ending: PracticeEnding,
}

/// Practice without the app, entered by hand.
#[uniffi::remote(Record)]
pub struct EnteredPracticeDraft {
    /// The practice day: today or up to 14 days back.
    pub date: CivilDate,
    /// Whole minutes, 1 to 240.
    pub minutes: u16,
    /// The enrolment it was for, if any.
    pub enrolment: Option<EnrolmentId>,
    /// The routine, if any.
    pub routine: Option<RoutineId>,
}

/// When a check-in was made, seen from a practice.
#[uniffi::remote(Enum)]
pub enum CheckInMoment {
    /// Before a practice.
    Before,
    /// After a practice.
    After,
    /// At any other time.
    Anytime,
}

/// What a person notes. Everything is optional, but not all of it may be missing.
#[uniffi::remote(Record)]
pub struct CheckInDraft {
    /// When it was made, seen from a practice.
    pub moment: CheckInMoment,
    /// The practice it belongs to, if any.
    pub practice: Option<PracticeId>,
    /// Pain, 0 (none) to 10 (the worst imaginable).
    pub pain: Option<u8>,
    /// Stiffness, 0 to 10.
    pub stiffness: Option<u8>,
    /// Sleep, 0 (very bad) to 10 (very good).
    pub sleep: Option<u8>,
    /// Energy, 0 to 10.
    pub energy: Option<u8>,
    /// Mood, 0 (low) to 10 (good).
    pub mood: Option<u8>,
    /// Stress, 0 (none) to 10.
    pub stress: Option<u8>,
    /// Where it hurts, by the parts of the body map.
    pub areas: Vec<AreaId>,
    /// What was noticed, by the ids of the catalogue's list.
    pub sensations: Vec<SensationId>,
    /// A line of text, up to 2,000 characters.
    pub note: String,
}

/// A check-in as it is kept.
#[uniffi::remote(Record)]
pub struct CheckIn {
    /// Its id.
    pub id: CheckInId,
    /// When it was made.
    pub noted_at: Instant,
    /// The zone the person was in, by its IANA id.
    pub zone: String,
    /// The practice day it belongs to.
    pub date: CivilDate,
    /// What was noted.
    pub noted: CheckInDraft,
}
