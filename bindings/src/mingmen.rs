//! The one object that the apps hold: every command and query, each a call into the core and nothing else.
use std::sync::Arc;

use mingmen_core::catalogue::{Movement, MovementId, Posture, Routine, RoutineId};
use mingmen_core::figure::FigureClip;
use mingmen_core::mingmen::{
    AboutYouSaved, BeginDraft, Begun, CheckInForm, CheckedIn, DayLog, EnrolForm, Enrolled, EnrolmentChanged,
    MingmenError, OpenOptions, PlanOverview, PracticeLogged, ProgressPage, Screened, Stepped, Today,
};
use mingmen_core::plan::{Change, Enrolment, EnrolmentDraft, EnrolmentId, Session};
use mingmen_core::practice::{CheckInDraft, Choices, EnteredPracticeDraft, PlayerEvent, PracticeId, Script};
use mingmen_core::reminder::Reminder;
use mingmen_core::safety::{
    AboutYouEffect, AboutYouForm, AboutYouLineId, Gate, ScreeningForm, ScreeningLineId, StopForm,
};
use mingmen_core::zone::{CivilDate, Now};

type Result<T> = std::result::Result<T, MingmenError>;

/// Everything that the app can ask and do. Open it once, keep it while the app lives, shut it down before it goes.
///
/// Safe to call from any thread; each call waits for the database, so call it away from the main thread.
#[derive(uniffi::Object)]
pub struct Mingmen {
    core: mingmen_core::mingmen::Mingmen,
}

#[uniffi::export]
impl Mingmen {
    /// Opens the database, and makes it if it is not there.
    ///
    /// Errors: `InvalidInput` for a seed that has not 32 bytes or a country that is not two capital letters;
    /// `UnknownZone`; and the `Store…` cases for a file that cannot be used, which is left as it is.
    #[uniffi::constructor]
    pub fn new(options: OpenOptions, now: Now) -> Result<Arc<Self>> {
        let core = mingmen_core::mingmen::Mingmen::open(&options, &now)?;
        Ok(Arc::new(Self { core }))
    }

    /// Closes the database. Every later call but this one says `Closed`.
    ///
    /// Errors: `StoreFailed` where SQLite cannot tidy up. Nothing that was kept is lost by that.
    pub fn shut_down(&self) -> Result<()> {
        self.core.shut_down()
    }

    /// The questions before the first practice.
    pub fn screening_form(&self) -> Result<ScreeningForm> {
        self.core.screening_form()
    }

    /// Keeps the answers to the screening and says whether practice is open. No ticks means "None of these".
    ///
    /// Errors: `NotFound` for a line that the screening has not.
    pub fn answer_screening(&self, ticked: Vec<ScreeningLineId>, now: Now) -> Result<Screened> {
        self.core.answer_screening(&ticked, &now)
    }

    /// Keeps "A clinician has seen me about this and said I may exercise", dated. It reopens practice.
    ///
    /// Errors: `AlreadyEnded` where practice is not shut.
    pub fn record_clearance(&self, now: Now) -> Result<Screened> {
        self.core.record_clearance(&now)
    }

    /// Whether practice is open, with the page to show if it is not.
    ///
    /// Errors: the `Store…` cases.
    pub fn gate(&self, now: Now) -> Result<Gate> {
        self.core.gate(&now)
    }

    /// The questions after the first breath.
    pub fn about_you_form(&self) -> Result<AboutYouForm> {
        self.core.about_you_form()
    }

    /// What these ticks would change. Nothing is kept.
    ///
    /// Errors: `NotFound` for a line that the page has not.
    pub fn about_you_effect(&self, ticked: Vec<AboutYouLineId>) -> Result<AboutYouEffect> {
        self.core.about_you_effect(&ticked)
    }

    /// Keeps the answers to "About you".
    ///
    /// Errors: `NotFound` for a line that the page has not.
    pub fn answer_about_you(&self, ticked: Vec<AboutYouLineId>, now: Now) -> Result<AboutYouSaved> {
        self.core.answer_about_you(&ticked, &now)
    }

    /// The page after "Stop, something hurts".
    pub fn stop_form(&self) -> Result<StopForm> {
        self.core.stop_form()
    }

    /// All movements, in the catalogue's order.
    pub fn movements(&self) -> Result<Vec<Movement>> {
        self.core.movements()
    }

    /// One movement.
    ///
    /// Errors: `NotFound`.
    pub fn movement(&self, id: MovementId) -> Result<Movement> {
        self.core.movement(&id)
    }

    /// All routines, in the catalogue's order.
    pub fn routines(&self) -> Result<Vec<Routine>> {
        self.core.routines()
    }

    /// One routine.
    ///
    /// Errors: `NotFound`.
    pub fn routine(&self, id: RoutineId) -> Result<Routine> {
        self.core.routine(&id)
    }

    /// The enrol page, preset from "About you": the days that go with three sessions a week, from the next of them on.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn enrol_form(&self, now: Now) -> Result<EnrolForm> {
        self.core.enrol_form(&now)
    }

    /// Begins a plan.
    ///
    /// Errors: `InvalidInput` with the field, `NotFound` for the plan,
    /// `PracticeShut` while the screening keeps practice shut.
    pub fn enrol(&self, draft: EnrolmentDraft, now: Now) -> Result<Enrolled> {
        self.core.enrol(&draft, &now)
    }

    /// Changes an enrolment from a date on: today or later, so that the past stays as it was.
    ///
    /// Errors: `InvalidInput` with the field, `NotFound` for the enrolment,
    /// `AlreadyEnded` where it was left or is over by then.
    pub fn change_enrolment(
        &self,
        enrolment: EnrolmentId,
        effective_from: CivilDate,
        change: Change,
        now: Now,
    ) -> Result<EnrolmentChanged> {
        self.core.change_enrolment(&enrolment, effective_from, &change, &now)
    }

    /// Every enrolment with its changes, oldest first.
    ///
    /// Errors: the `Store…` cases.
    pub fn enrolments(&self) -> Result<Vec<Enrolment>> {
        self.core.enrolments()
    }

    /// The plan page, or nothing before the first enrolment.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn plan_overview(&self, now: Now) -> Result<Option<PlanOverview>> {
        self.core.plan_overview(&now)
    }

    /// The sessions due from one practice day through another, at most 366 days; a day that the zone skipped has none.
    ///
    /// Errors: `InvalidInput` for days out of order, too many, or outside the years 1970 to 2099.
    pub fn sessions(&self, from: CivilDate, through: CivilDate, now: Now) -> Result<Vec<Session>> {
        self.core.sessions(from, through, &now)
    }

    /// The timeline of a routine with choices. Nothing is begun.
    ///
    /// Errors: `NotFound` for the routine, `InvalidInput` for a choice.
    pub fn compile_script(&self, routine: RoutineId, choices: Choices) -> Result<Script> {
        self.core.compile_script(&routine, &choices)
    }

    /// Begins a practice. It is kept from now on, so that a killed app can continue it.
    ///
    /// Errors: `PracticeShut`, `PracticeStillOpen`, `NotFound` for the routine
    /// or the enrolment, `InvalidInput` for a choice or the number of pain.
    pub fn begin_practice(&self, draft: BeginDraft, now: Now) -> Result<Begun> {
        self.core.begin_practice(&draft, &now)
    }

    /// Tells the player what happened, with the reading of the platform's monotonic clock in milliseconds.
    ///
    /// Send `Tick` about once a second. Where the player is gets kept about once a breath, and at every
    /// turn; the end is kept for good before this returns.
    ///
    /// Errors: `AlreadyEnded` for a practice that has ended, `NotFound` for one that never was
    /// or has not been taken up again, and for a stop sign that is none.
    pub fn step_practice(
        &self,
        practice: PracticeId,
        event: PlayerEvent,
        monotonic_ms: u64,
        now: Now,
    ) -> Result<Stepped> {
        self.core.step_practice(&practice, &event, monotonic_ms, &now)
    }

    /// Takes up a practice that was cut off: paused where its last heartbeat was. Time while the app was gone never counts.
    ///
    /// Errors: `NotFound`, `AlreadyEnded`, `PracticeShut`.
    pub fn continue_practice(&self, practice: PracticeId, now: Now) -> Result<Begun> {
        self.core.continue_practice(&practice, &now)
    }

    /// Ends a practice that was cut off where its last heartbeat was. What was done is kept.
    ///
    /// Errors: `NotFound`, `AlreadyEnded`.
    pub fn finish_open_practice(&self, practice: PracticeId, now: Now) -> Result<Stepped> {
        self.core.finish_open_practice(&practice, &now)
    }

    /// Keeps a practice that was done without the app.
    ///
    /// Errors: `InvalidInput` for the date or the minutes, `NotFound` for the enrolment or routine.
    pub fn log_practice(&self, draft: EnteredPracticeDraft, now: Now) -> Result<PracticeLogged> {
        self.core.log_practice(&draft, &now)
    }

    /// The page after a practice, or a check-in on its own.
    ///
    /// Errors: `NotFound` for the practice.
    pub fn check_in_form(&self, practice: Option<PracticeId>) -> Result<CheckInForm> {
        self.core.check_in_form(practice.as_ref())
    }

    /// Keeps a check-in.
    ///
    /// Errors: `InvalidInput` with the field, `NotFound` for the practice or a sensation.
    pub fn check_in(&self, draft: CheckInDraft, now: Now) -> Result<CheckedIn> {
        self.core.check_in(&draft, &now)
    }

    /// The first screen, whole.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn today(&self, now: Now) -> Result<Today> {
        self.core.today(&now)
    }

    /// The progress page for the civil week that a date falls in.
    ///
    /// Errors: `InvalidInput` for a date outside the years 1970 to 2099.
    pub fn progress(&self, date: CivilDate, now: Now) -> Result<ProgressPage> {
        self.core.progress(date, &now)
    }

    /// Everything that happened on a practice day.
    ///
    /// Errors: `InvalidInput` for a date outside the years 1970 to 2099.
    pub fn day_log(&self, date: CivilDate) -> Result<DayLog> {
        self.core.day_log(date)
    }

    /// The next reminders to ring, nearest first. None while practice is shut.
    ///
    /// Errors: `InvalidInput` for a count of more than 60.
    pub fn reminders(&self, count: u32, now: Now) -> Result<Vec<Reminder>> {
        self.core.reminders(count, &now)
    }

    /// The figure's loop for a motion and a posture: everything an app needs to draw it without another call.
    ///
    /// Errors: `NotFound` where the motion has no figure in that posture.
    pub fn figure_clip(&self, motion: String, posture: Posture) -> Result<FigureClip> {
        self.core.figure_clip(&motion, posture)
    }
}

/// The version of the tz database that is built in, such as `2026c`: the age of every zone rule.
#[uniffi::export]
#[must_use]
pub fn tz_database_version() -> String {
    mingmen_core::zone::tz_database_version()
}
