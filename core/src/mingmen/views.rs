//! What one screen needs, in one record each: so that a screen costs one call.

use serde::{Deserialize, Serialize};

use super::{
    AreaChoice, CheckInScale, DayAfterQuestion, DayEntry, MeasureTrend, MendingAccount, NoteLine, PlanChoice,
    Regularity,
};
use crate::catalogue::RoutineId;
use crate::offer::Offer;
use crate::plan::{EnrolmentId, Session};
use crate::practice::{
    CheckIn, CheckInId, Choices, PlayerState, Practice, PracticeId, PracticeReason, Script, SensationId,
};
use crate::progress::WeekSummary;
use crate::reminder::Reminder;
use crate::safety::{AboutYouEffect, Gate, StopSign};
use crate::zone::{CivilDate, Instant};

/// A subject that a write may have changed: reload what shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The screening, and whether practice is open.
    Safety,
    /// Enrolments, sessions and the plan.
    Plan,
    /// Practices, open or ended.
    Practice,
    /// Check-ins.
    CheckIns,
    /// Weeks and what happened in them.
    Progress,
    /// Reminders: arm them again.
    Reminders,
    /// Routines of one's own.
    OwnRoutines,
    /// Small notes.
    Notes,
    /// The body check and what it suggests.
    BodyCheck,
    /// Who the drawn person is: fetch clips again.
    Figure,
}

impl Subject {
    /// Everything that can be shown: what another history changes.
    pub const ALL: [Subject; 10] = [
        Subject::Safety,
        Subject::Plan,
        Subject::Practice,
        Subject::CheckIns,
        Subject::Progress,
        Subject::Reminders,
        Subject::OwnRoutines,
        Subject::Notes,
        Subject::BodyCheck,
        Subject::Figure,
    ];
}

/// How Mingmen is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenOptions {
    /// The database file. It is made if it is not there; its folder must be.
    pub path: String,
    /// 32 random bytes. Ids come from them and from `now`, so the same seed gives the same ids.
    pub seed: Vec<u8>,
    /// The language of all sentences, such as `en`; one that is not there falls back to English.
    pub locale: String,
    /// ISO 3166-1 alpha-2 code of the country, for emergency numbers; `ZZ` where it is not known.
    pub country: String,
}

/// A practice that can be begun: the card with the Begin button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeCard {
    /// A line above the title: "Week 3 of 12".
    pub over_line: String,
    /// The routine's name.
    pub title: String,
    /// "20 minutes, seated · 5 movements".
    pub facts: String,
    /// What is needed, for the page before it begins: "A stable chair, both feet on the floor."
    pub setup: String,
    /// The routine.
    pub routine: RoutineId,
    /// Length and posture, ready to be handed to `begin_practice`.
    pub choices: Choices,
    /// Why it is made, ready to be handed to `begin_practice`.
    pub reason: PracticeReason,
    /// The figure's motion for its picture, where it has one.
    pub motion: Option<String>,
}

/// What Today has to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TodayState {
    /// Nobody has answered the screening yet: Welcome.
    NotScreened,
    /// A stop sign asks for the screening again before the next practice: the screening, without Welcome.
    ScreenAgain,
    /// Practice is shut: the red-flag page.
    Shut,
    /// Screened, and no plan yet: a first breath, or the plan.
    NotEnrolled {
        /// Whether the first breath has been taken.
        first_breath_taken: bool,
        /// Whether "About you" has been answered.
        about_you_answered: bool,
        /// The two-minute first breath.
        first_breath: PracticeCard,
    },
    /// A session is due today.
    Due {
        /// The session.
        session: Session,
        /// Its card.
        card: PracticeCard,
    },
    /// Today's session is done.
    Done {
        /// The next session, if the plan has one.
        next: Option<Session>,
        /// When it is, in words: "Friday, 08:00".
        next_when: String,
        /// Practising once more.
        card: Option<PracticeCard>,
    },
    /// No session today.
    Rest {
        /// The next session, if the plan has one.
        next: Option<Session>,
        /// When it is, in words: "Friday, 08:00".
        next_when: String,
        /// Practising today anyway.
        card: Option<PracticeCard>,
    },
    /// The plan is paused today.
    Paused {
        /// The last day of the pause.
        through: CivilDate,
        /// In words.
        text: String,
    },
    /// The twelve weeks are over.
    PlanOver {
        /// In words.
        text: String,
        /// Plans to go on with, for `enrol_form`.
        next: Vec<PlanChoice>,
    },
}

/// The first screen, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Today {
    /// The practice day.
    pub date: CivilDate,
    /// In words: "Wednesday 13 May".
    pub date_text: String,
    /// "Good morning", "A rest day".
    pub heading: String,
    /// What there is to do.
    pub state: TodayState,
    /// Whether practice is open, with the page to show if it is not.
    pub gate: Gate,
    /// "My back hurts today": five quiet minutes, lying and seated. Empty while practice is shut.
    pub gentle: Vec<PracticeCard>,
    /// More of the same, for a day that allows it: ten seated minutes with nothing to bend or twist. None while practice is
    /// shut.
    pub gentle_longer: Option<PracticeCard>,
    /// This week.
    pub week: WeekSummary,
    /// The next reminder, if one is to ring.
    pub next_reminder: Option<Reminder>,
    /// In words: "Friday 08:00".
    pub next_reminder_when: String,
    /// Whether the phone, when it was last looked at, had something that may hold reminders back.
    pub reminders_held_back: bool,
    /// A practice that was cut off and can be continued.
    pub open_practice: Option<OpenPractice>,
    /// What other plans that run beside this one still have for today.
    pub also_due: Vec<PracticeCard>,
    /// Something to make easier or longer, at most one thing. Nothing is changed until it is accepted.
    pub offer: Option<Offer>,
    /// What is asked the day after a practice.
    pub day_after: Option<DayAfterQuestion>,
    /// Why the screening is asked again, where a number of pain asks for it; empty otherwise.
    pub screen_again_why: String,
    /// What became of everything after damage was mended, until it was read.
    pub mended: Option<MendingAccount>,
}

/// A practice that was cut off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenPractice {
    /// The practice.
    pub id: PracticeId,
    /// The routine's name.
    pub title: String,
    /// Where it stands: "Go on from Spinal Wave, 2:12 left".
    pub text: String,
    /// Where the player was at its last heartbeat, paused.
    pub player: PlayerState,
}

/// What comes after a practice, for the check-in page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInForm {
    /// "That was twenty minutes, slowly. Sit a moment before you get up."
    pub closing: String,
    /// Pain before the practice, if it was given.
    pub pain_before: Option<u8>,
    /// What may be noticed.
    pub sensations: Vec<Sensation>,
    /// Moods to choose from, from low to good.
    pub moods: Vec<MoodChoice>,
    /// How little is enough.
    pub lead: String,
    /// The numbers that can be given, pain first.
    pub scales: Vec<CheckInScale>,
    /// Parts of the body where it may hurt, by their names: those of the body map.
    pub areas: Vec<AreaChoice>,
}

/// A mood to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoodChoice {
    /// What is kept of it: 0 (low) to 10 (good).
    pub mood: u8,
    /// "Rather low".
    pub text: String,
}

/// Something a person may notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sensation {
    /// Its id.
    pub id: SensationId,
    /// Its name.
    pub text: String,
    /// Whether noticing it leads to the stop signs.
    pub felt_wrong: bool,
}

/// The progress page, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressPage {
    /// The week asked for.
    pub week: WeekSummary,
    /// Its span in words: "11 to 17 May · week 3".
    pub span: String,
    /// Whether the page after this one has anything.
    pub has_earlier: bool,
    /// How regular practice was up to today, whichever week is shown.
    pub regularity: Regularity,
    /// The trend of pain over the twelve weeks up to today.
    pub pain: MeasureTrend,
}

/// What `answer_screening` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screened {
    /// Whether practice is open now.
    pub gate: Gate,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `answer_about_you` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutYouSaved {
    /// What the ticks change.
    pub effect: AboutYouEffect,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `enrol` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// Its first session.
    pub first: Option<Session>,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `change_enrolment` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentChanged {
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What is asked of `begin_practice`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeginDraft {
    /// The routine.
    pub routine: RoutineId,
    /// How it is to be led.
    pub choices: Choices,
    /// Why it is made.
    pub reason: PracticeReason,
    /// Pain before it, 0 to 10, if the person gave a number.
    pub pain_before: Option<u8>,
}

/// What `begin_practice` and `continue_practice` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// The practice.
    pub practice: PracticeId,
    /// Its timeline.
    pub script: Script,
    /// Where the player is.
    pub player: PlayerState,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What a step of the player made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stepped {
    /// Where the player is now.
    pub player: PlayerState,
    /// What the platform does.
    pub effects: Vec<crate::practice::Effect>,
    /// When each segment that is still ahead ends, while time is running: so that a lock screen can count down by itself.
    pub segment_ends: Vec<Instant>,
    /// The practice as it is kept, once it has ended.
    pub ended: Option<Practice>,
    /// Whether it counted as a session of the plan.
    pub counted: bool,
    /// What follows a stop sign.
    pub after_stop: Option<StopSign>,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `log_practice` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeLogged {
    /// The practice as it is kept.
    pub practice: Practice,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `check_in` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckedIn {
    /// The check-in.
    pub check_in: CheckInId,
    /// A kind word that fits: "Five before, four after. One day is one day."
    pub words: String,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// Everything that happened on a practice day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayLog {
    /// The practice day.
    pub date: CivilDate,
    /// Practices, in order.
    pub practices: Vec<Practice>,
    /// Check-ins, in order.
    pub check_ins: Vec<CheckIn>,
    /// Small notes, in order.
    pub notes: Vec<NoteLine>,
    /// All of it and how activities went, in words, in the order in which it happened.
    pub entries: Vec<DayEntry>,
}
