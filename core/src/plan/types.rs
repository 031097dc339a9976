//! The plain types of a plan and of one person's run through it.

use serde::{Deserialize, Serialize};

use crate::catalogue::{Posture, RoutineId};
use crate::id::id;
use crate::zone::{CivilDate, Instant, WallTime, Weekday};

id! {
    /// Names a plan, such as `back-12-weeks`.
    PlanId
}
id! {
    /// Names one person's run through a plan: a UUIDv7.
    EnrolmentId
}

/// How long each session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionLength {
    /// 10 minutes in week 1, 15 in week 2, the full routine from week 3
    /// (proposed: inventory `plan-proposed-ramp`; article 000, line 17 says to begin with 10 to 15 minutes).
    Ramp,
    /// 10 minutes, every week.
    Ten,
    /// 15 minutes, every week.
    Fifteen,
    /// The routine's own minutes, every week.
    Full,
}

/// Whether a planned time moves with the person or stays in one place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimePolicy {
    /// 08:00 wherever the person is.
    Floating,
    /// 08:00 as the clocks of this zone show it, whatever the person's own clock says.
    Pinned {
        /// An IANA zone id.
        zone: String,
    },
}

/// One practice time in the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WeeklySlot {
    /// The practice day. A time before 03:00 still belongs to it and comes after its evening.
    pub weekday: Weekday,
    /// The time on the person's clock.
    pub time: WallTime,
}

/// What a person asks for when they enrol. Nothing is stored until all of it is valid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentDraft {
    /// The plan to follow.
    pub plan: PlanId,
    /// The first day of practice: today to a year ahead.
    pub starts_on: CivilDate,
    /// Practice times in the week, no two the same, on as many days and so often a day as the plan allows.
    pub slots: Vec<WeeklySlot>,
    /// Whether those times move with the person.
    pub time_policy: TimePolicy,
    /// Seated, standing or lying where the movement offers it.
    pub posture: Posture,
    /// How long each session is.
    pub length: SessionLength,
    /// How many weeks it runs, where the plan leaves that to the person; none for the plan's own number.
    #[serde(default)]
    pub weeks: Option<u8>,
    /// What is practised, where the plan leaves that to the person; none everywhere else.
    #[serde(default)]
    pub routine: Option<RoutineId>,
}

/// When a session is due: a practice day and a time on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SessionTime {
    /// The practice day. A time before 03:00 still belongs to it and comes after its evening.
    pub date: CivilDate,
    /// The time on the clock.
    pub time: WallTime,
}

/// What makes the plan move on to its next week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdvanceBy {
    /// Each calendar week that goes by, unless it was held or lay wholly in a pause.
    Calendar,
    /// Each calendar week that was met: its sessions, or as many as the plan's floor asks for, whichever is less.
    Earned,
}

/// One thing a person changes about their enrolment.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Practise on these days at these times.
    Slots {
        /// Practice times in the week, no two the same, on as many days and so often a day as the plan allows.
        slots: Vec<WeeklySlot>,
        /// Whether those times move with the person.
        time_policy: TimePolicy,
    },
    /// Practise in this posture.
    Posture {
        /// The posture.
        posture: Posture,
    },
    /// Make sessions this long.
    Length {
        /// The length.
        length: SessionLength,
    },
    /// Stay in the plan week of the effective date for one more week.
    Hold,
    /// Be in this week of the plan from the effective date on: a week again, a phase back, or ahead.
    GoTo {
        /// The week of the plan, from 1.
        week: u8,
    },
    /// Practise one session at another time. It is gone from where it was; nothing is ever due twice.
    Move {
        /// Where it is due now.
        from: SessionTime,
        /// Where it will be due.
        to: SessionTime,
    },
    /// Move on by the calendar, or by weeks earned.
    Advance {
        /// By which.
        by: AdvanceBy,
    },
    /// No sessions from the effective date through this date; nothing is held against anyone.
    Pause {
        /// The last day of the pause.
        through: CivilDate,
    },
    /// End a pause: sessions are due again from the effective date.
    Resume,
    /// Leave the plan on the effective date.
    Leave,
}

/// A [`Change`] and when it holds: once recorded it is never edited, so the past answers as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentChange {
    /// The first day it holds for.
    pub effective_from: CivilDate,
    /// When the person made it.
    pub recorded_at: Instant,
    /// What changed.
    pub change: Change,
}

/// One person's run through a plan: how it began, and every change since in the order they were made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    /// Its id.
    pub id: EnrolmentId,
    /// When the person enrolled.
    pub enrolled_at: Instant,
    /// How it began.
    pub start: EnrolmentDraft,
    /// What changed since, oldest first.
    pub changes: Vec<EnrolmentChange>,
}

/// A planned practice on a civil date. Derived from the enrolment each time it is asked for, never stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The enrolment it comes from.
    pub enrolment: EnrolmentId,
    /// The practice day it belongs to.
    pub date: CivilDate,
    /// The planned time on the clock.
    pub time: WallTime,
    /// Whether that time moves with the person.
    pub time_policy: TimePolicy,
    /// The week of the plan, from 1.
    pub week: u8,
    /// The routine of that week's phase.
    pub routine: RoutineId,
    /// Planned minutes, exact.
    pub minutes: u16,
    /// The posture asked for.
    pub posture: Posture,
}

/// One week of the plan as the Plan page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanWeek {
    /// The week of the plan, from 1.
    pub week: u8,
    /// Its first day on the calendar; a held week appears twice with the same number.
    pub starts_on: CivilDate,
    /// The phase it belongs to, from 0.
    pub phase: u8,
    /// The routine practised in it.
    pub routine: RoutineId,
    /// Minutes of one session.
    pub minutes: u16,
    /// Sessions due in it.
    pub sessions_due: u8,
    /// Sessions done in it so far.
    pub sessions_done: u8,
    /// Whether today falls in it.
    pub is_now: bool,
}
