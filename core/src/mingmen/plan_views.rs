//! What the pages about a plan need: choosing one, beginning it, seeing it, bending it.

use serde::{Deserialize, Serialize};

use super::Subject;
use crate::catalogue::{Origin, Posture, WeeksChoice};
use crate::plan::{Change, EnrolmentDraft, EnrolmentId, PlanId, PlanWeek, SessionLength, TimePolicy};
use crate::practice::PracticeId;
use crate::progress::DayState;
use crate::zone::{CivilDate, WallTime};

/// A plan that can be followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanChoice {
    /// The plan, for `enrol_form`.
    pub plan: PlanId,
    /// Its name.
    pub title: String,
    /// What it is, in a sentence or two.
    pub about: String,
    /// Whether the person chooses what is practised: a routine of their own.
    pub needs_routine: bool,
    /// Whether it is being followed now.
    pub is_running: bool,
    /// Where it came from.
    pub origin: Origin,
}

/// The enrol page, preset from "About you".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolForm {
    /// Everything preset: one tap enrols.
    pub preset: EnrolmentDraft,
    /// The lengths to choose from.
    pub lengths: Vec<LengthChoice>,
    /// The postures to choose from.
    pub postures: Vec<Posture>,
    /// A line on how many days: "three or four work well".
    pub days_hint: String,
    /// Each number of days that may be chosen, and what to say about it.
    pub days_hints: Vec<DaysHint>,
    /// How many practice times a day may have.
    pub daily_times: u8,
    /// The lengths of the plan to choose from; none where it has its own.
    pub weeks: Option<WeeksChoice>,
    /// Whose clock the times may follow: the person's own, which is preset, or that of where they are now.
    pub clocks: Vec<ClockChoice>,
}

/// A clock that practice times may follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockChoice {
    /// The clock, for `EnrolmentDraft` and `Change`.
    pub time_policy: TimePolicy,
    /// "Keep to London time".
    pub title: String,
    /// What it means.
    pub detail: String,
}

/// A number of days that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysHint {
    /// Days of practice in a week.
    pub days: u8,
    /// That it differs from what the article asks for; empty where it does not.
    pub differs: String,
}

/// One length to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LengthChoice {
    /// The length.
    pub length: SessionLength,
    /// Its name: "Grow into it".
    pub title: String,
    /// What it means: "10 minutes, then 15, then 20".
    pub detail: String,
}

/// The plan page, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanOverview {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The plan's name.
    pub title: String,
    /// Its span in words: "27 April to 19 July".
    pub span: String,
    /// "Now, week 3".
    pub now: String,
    /// "20 minutes, seated".
    pub now_facts: String,
    /// "Mon, Wed, Fri at 08:00", and whose clock that is where it is not the person's own: "…, London time".
    pub now_times: String,
    /// Each pause that was entered ahead, nearest first: "Paused from 3 to 10 August."
    pub pauses_ahead: Vec<String>,
    /// Its phases.
    pub phases: Vec<PhaseOverview>,
    /// All its weeks in order, held ones twice.
    pub weeks: Vec<PlanWeek>,
    /// "A missed day is never doubled up."
    pub note: String,
}

/// One phase of the plan page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseOverview {
    /// Its name.
    pub title: String,
    /// Its aim in a few words.
    pub focus: String,
    /// Minutes of its full routine.
    pub minutes: u16,
}

/// What is asked the day after a practice, once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayAfterQuestion {
    /// The practice.
    pub practice: PracticeId,
    /// "You practised yesterday. Is your back worse since?"
    pub question: String,
}

/// What `answer_day_after` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayAfterAnswered {
    /// A kind word that fits.
    pub words: String,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `answer_offer` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferAnswered {
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// The plan and the classes as a file for the calendar app of a person's choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarFile {
    /// What to call it: "mingmen.ics". Its type is `text/calendar`.
    pub file_name: String,
    /// The whole file, iCalendar (RFC 5545) in UTF-8. Empty where there is nothing to hand over.
    pub text: String,
    /// What is in it, and what to do with it, in words.
    pub says: String,
    /// What to reload: nothing, for what a file said is shown nowhere.
    pub changes: Vec<Subject>,
}

/// The calendar page of a month, in whole weeks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthPage {
    /// "May 2026".
    pub title: String,
    /// The seven weekdays above the columns: "Mon", "Tue".
    pub weekdays: Vec<String>,
    /// The days in order, seven to a week, with those before and after the month that complete its weeks.
    pub days: Vec<MonthDay>,
}

/// One day of the calendar page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthDay {
    /// The practice day.
    pub date: CivilDate,
    /// In words: "Wednesday 13 May".
    pub date_text: String,
    /// Whether it belongs to the month.
    pub in_month: bool,
    /// Whether it is today.
    pub is_today: bool,
    /// How it stands.
    pub state: DayState,
    /// Whole minutes practised on it, whatever they were for.
    pub minutes: u16,
    /// What is done on it, and from today on what is planned.
    pub sessions: Vec<MonthSession>,
    /// "Wednesday 13 May, planned", for a screen reader.
    pub spoken: String,
}

/// A session on the calendar page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthSession {
    /// The enrolment it comes from.
    pub enrolment: EnrolmentId,
    /// The planned time on the clock.
    pub time: WallTime,
    /// "08:00".
    pub time_text: String,
    /// The routine's name.
    pub title: String,
    /// Planned minutes.
    pub minutes: u16,
    /// Whether it is done.
    pub is_done: bool,
}

/// What a way to bend the plan is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BendGroup {
    /// One session: later, tomorrow, or early.
    Session,
    /// The week of the plan: once more, back, ahead.
    Week,
    /// The length of a session.
    Length,
    /// Whose clock the practice times follow.
    Clock,
    /// What moves the plan on.
    Advance,
    /// A pause, and its end.
    Pause,
    /// Leaving the plan.
    Leave,
}

/// One way to bend the plan now, ready to be handed to `change_enrolment`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BendOption {
    /// What it is about.
    pub group: BendGroup,
    /// "Stay in week 3".
    pub title: String,
    /// What it means.
    pub detail: String,
    /// What to weigh first, where it asks for more than the article does.
    pub warning: Option<String>,
    /// The day it takes effect.
    pub effective_from: CivilDate,
    /// The change.
    pub change: Change,
}
