//! The queries about many weeks: trends, the year, milestones, the page for a doctor.
use mingmen_core::mingmen::{
    Milestone, MilestoneTold, MingmenError, Report, ReportDraft, TrendSpan, TrendsPage, YearPage,
};
use mingmen_core::progress::MilestoneId;
use mingmen_core::zone::{Now, Weekday};

use crate::Mingmen;

type Result<T> = std::result::Result<T, MingmenError>;

#[uniffi::export]
impl Mingmen {
    /// The trends page: what the notes of the latest weeks show, and how regular practice was. Reads those weeks alone.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn trends(&self, span: TrendSpan, now: Now) -> Result<TrendsPage> {
        self.core.trends(span, &now)
    }

    /// The year page: the last 53 weeks day by day, in weeks that begin on `week_begins`, each plan that runs as a ring, the
    /// hours of practice, and what was practised most.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn year(&self, week_begins: Weekday, now: Now) -> Result<YearPage> {
        self.core.year(week_begins, &now)
    }

    /// Everything that a person has reached, oldest first, each with the day on which it was. Reads the whole history: for
    /// the page that shows them, and not for the first screen.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn milestones(&self, now: Now) -> Result<Vec<Milestone>> {
        self.core.milestones(&now)
    }

    /// Keeps that the person was told of something that they reached. Telling it again changes nothing.
    ///
    /// Errors: `NotFound` for what was not reached.
    pub fn tell_milestone(&self, id: MilestoneId, now: Now) -> Result<MilestoneTold> {
        self.core.tell_milestone(&id, &now)
    }

    /// The page for a doctor or physiotherapist about whole weeks: from the Monday of the first day through the last day.
    /// Notes are on it where that is asked for, the latest first, as many as have room.
    ///
    /// Errors: `InvalidInput` for dates out of order, too far apart, to come, or outside the years 1970 to 2099.
    pub fn report(&self, draft: ReportDraft, now: Now) -> Result<Report> {
        self.core.report(&draft, &now)
    }
}
