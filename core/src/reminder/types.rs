//! The plain types of a reminder: what is to ring, and why something that might have rung does not.

use serde::{Deserialize, Serialize};

use crate::calendar::EntryId;
use crate::id::id;
use crate::plan::{EnrolmentId, Session, TimePolicy};
use crate::zone::{CivilDate, Instant, WallTime};

id! {
    /// Names a reminder, the same each time it is computed, so that a platform can tell old from new.
    ReminderId
}

/// Why a reminder rings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReminderKind {
    /// A planned practice.
    Practice,
    /// The same practice a while later, once, where it has not been done by then.
    SecondNudge,
    /// A live class, a while before it begins.
    Class,
    /// The week that can be looked at.
    WeekReview,
    /// A moment to notice how one sits or stands.
    PostureCheck,
    /// A new phase of the plan, or its end.
    Milestone,
    /// A kind word after a silence; then everything is quiet until the person comes back.
    Return,
    /// A test that the person asked for, to see that reminders reach them.
    Test,
}

/// A notification that is to ring, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Its id.
    pub id: ReminderId,
    /// Why it rings.
    pub kind: ReminderKind,
    /// The calendar date it rings on, in `zone`.
    pub date: CivilDate,
    /// The time on the clock it rings at, in `zone`: this is the truth, the instant is advice.
    pub time: WallTime,
    /// The zone of that clock, by its IANA id.
    pub zone: String,
    /// Whether that clock is the person's own wherever they go, or stays the one of `zone`.
    pub floats: bool,
    /// The instant by the built-in zone rules.
    pub instant: Instant,
    /// The title. Says nothing about health unless the person asked for it: a lock screen is public.
    pub title: String,
    /// The line under it, with the same care.
    pub text: String,
    /// Why it rings, for the person who asks: "Planned for Friday at 08:00."
    pub why: String,
    /// Whether it can be started, put off and let go for today: a practice can, the rest is only read.
    pub can_start: bool,
    /// A short text that differs whenever anything above does: kept with the notification, it tells whether the one
    /// that is pending is still right.
    pub stamp: String,
}

/// What rings, before it has words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
    /// Its id.
    pub id: ReminderId,
    /// Why it rings.
    pub kind: ReminderKind,
    /// What it is about.
    pub about: About,
    /// Whose clock it rings by.
    pub clock: TimePolicy,
    /// The zone of that clock.
    pub zone: String,
    /// The calendar date on that clock.
    pub date: CivilDate,
    /// The time on that clock.
    pub time: WallTime,
    /// The instant by the built-in zone rules.
    pub instant: Instant,
    /// The practice day of the person that it belongs to.
    pub day: CivilDate,
}

/// What a ring is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A session of a plan.
    Session(Session),
    /// A class, and when it begins on the person's clock.
    Class {
        /// The class.
        class: EntryId,
        /// The date here.
        date: CivilDate,
        /// The time here.
        time: WallTime,
    },
    /// The civil week that begins on this Monday.
    Week(CivilDate),
    /// How one sits or stands.
    Posture,
    /// A phase of a plan that begins, from 0.
    Phase {
        /// The enrolment.
        enrolment: EnrolmentId,
        /// The phase's place.
        phase: usize,
    },
    /// A plan that is done.
    PlanDone {
        /// The enrolment.
        enrolment: EnrolmentId,
    },
    /// A silence, with the last day on which the person was here.
    Silence(CivilDate),
    /// Nothing: a test.
    Test,
}

/// Why a ring that might have been is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Silent {
    /// This kind is switched off.
    SwitchedOff,
    /// It was practised.
    Done {
        /// When that began: after its time it rings no more, but that is not why it did not.
        at: Instant,
    },
    /// All sessions of the week are done.
    GoalMet {
        /// When the last of them began.
        at: Instant,
    },
    /// "Not today."
    NotToday,
    /// Put off: it rings later.
    PutOff,
    /// Everything is quiet through a date.
    QuietUntil,
    /// It would have fallen into the quiet hours.
    QuietHours,
    /// Nobody was here for a while, and one kind word was enough.
    Resting,
}

/// A ring that was thought of, and why it is silent if it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Considered {
    /// The ring.
    pub ring: Ring,
    /// Nothing if it rings.
    pub silent: Option<Silent>,
}
