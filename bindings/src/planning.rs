//! The commands and queries about plans.
use mingmen_core::catalogue::RoutineId;
use mingmen_core::mingmen::{
    BendOption, CalendarFile, DayAfterAnswered, EnrolForm, Enrolled, EnrolmentChanged, MingmenError,
    MonthPage, OfferAnswered, PlanChoice, PlanOverview,
};
use mingmen_core::offer::OfferRuleId;
use mingmen_core::plan::{Change, Enrolment, EnrolmentDraft, EnrolmentId, PlanId, Session};
use mingmen_core::practice::PracticeId;
use mingmen_core::zone::{CivilDate, Now, Weekday};

use crate::Mingmen;

type Result<T> = std::result::Result<T, MingmenError>;

#[uniffi::export]
impl Mingmen {
    /// The plans that can be followed, and which of them the person follows now.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn plan_choices(&self, now: Now) -> Result<Vec<PlanChoice>> {
        self.core.plan_choices(&now)
    }

    /// The page to begin a plan, the back plan where none is named: preset with the days that go with it, from the next
    /// of them on. A plan that leaves its routine to the person is preset with the one that is named, else with the one
    /// of their own made last; any other plan has its own, and none may be named.
    ///
    /// Errors: `NotFound` for the plan or the routine, `InvalidInput` for a routine where the plan has its own, `UnknownZone`
    /// and the `Store…` cases.
    pub fn enrol_form(
        &self,
        plan: Option<PlanId>,
        routine: Option<RoutineId>,
        now: Now,
    ) -> Result<EnrolForm> {
        self.core.enrol_form(plan.as_ref(), routine.as_ref(), &now)
    }

    /// Begins a plan.
    ///
    /// Errors: `InvalidInput` with the field, `NotFound` for the plan or its routine,
    /// `PracticeShut` while the screening keeps practice shut.
    pub fn enrol(&self, draft: EnrolmentDraft, now: Now) -> Result<Enrolled> {
        self.core.enrol(&draft, &now)
    }

    /// Changes an enrolment from a date on: today or later, so that the past stays as it was.
    ///
    /// Errors: `InvalidInput` with the field, `NotFound` for the enrolment,
    /// `AlreadyEnded` where it was left or is over by then, and for a session that is done.
    pub fn change_enrolment(
        &self,
        enrolment: EnrolmentId,
        effective_from: CivilDate,
        change: Change,
        now: Now,
    ) -> Result<EnrolmentChanged> {
        self.core.change_enrolment(&enrolment, effective_from, &change, &now)
    }

    /// Keeps what a person says to what is offered to them on Today. Accepted, its changes are made; declined, nothing is
    /// changed. Either way it does not come back for the same reason for a while.
    ///
    /// Errors: `NotFound` where that is not offered now, `PracticeShut`.
    pub fn answer_offer(
        &self,
        rule: OfferRuleId,
        enrolment: EnrolmentId,
        accepted: bool,
        now: Now,
    ) -> Result<OfferAnswered> {
        self.core.answer_offer(&rule, &enrolment, accepted, &now)
    }

    /// Keeps what a person says the day after a practice: whether it is worse since.
    ///
    /// Errors: `NotFound` for the practice, `AlreadyEnded` where it is not asked about today, or was answered before.
    pub fn answer_day_after(&self, practice: PracticeId, worse: bool, now: Now) -> Result<DayAfterAnswered> {
        self.core.answer_day_after(&practice, worse, &now)
    }

    /// Every enrolment with its changes, oldest first.
    ///
    /// Errors: the `Store…` cases.
    pub fn enrolments(&self) -> Result<Vec<Enrolment>> {
        self.core.enrolments()
    }

    /// The ways to bend a plan now, in the order in which the page shows them. Empty once it was left or is over.
    ///
    /// Errors: `NotFound` for the enrolment, and the `Store…` cases.
    pub fn bend_options(&self, enrolment: EnrolmentId, now: Now) -> Result<Vec<BendOption>> {
        self.core.bend_options(&enrolment, &now)
    }

    /// The calendar page of the month that a date falls in, in whole weeks that begin on `week_begins`: what is done, what
    /// is due, and what rests. A session that went by undone is not shown: its day looks like a rest day.
    ///
    /// Errors: `InvalidInput` for a date outside the years 1970 to 2099.
    pub fn month(&self, date: CivilDate, week_begins: Weekday, now: Now) -> Result<MonthPage> {
        self.core.month(date, week_begins, &now)
    }

    /// The plan and the classes as a file for the calendar app of the person's choice: everything still to come, and what an
    /// earlier file said that is planned no longer. The calendar app that reads one after another always shows the plan
    /// as it is. Titles say nothing about health unless the person set that reminders do.
    ///
    /// Errors: `PracticeShut` while the screening keeps practice shut; `UnknownZone` and the `Store…` cases.
    pub fn calendar_file(&self, now: Now) -> Result<CalendarFile> {
        self.core.calendar_file(&now)
    }

    /// The plan page of each enrolment that runs, in the order in which they were begun.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn plan_overviews(&self, now: Now) -> Result<Vec<PlanOverview>> {
        self.core.plan_overviews(&now)
    }

    /// The plan page, or nothing before the first enrolment: of several that run, the one begun last.
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
}
