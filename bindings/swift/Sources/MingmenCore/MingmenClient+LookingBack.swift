// Many weeks: trends, the year, what was reached, the page for a doctor.

extension MingmenClient {
    /// The trends page: what the notes of the latest weeks show, and how regular practice was.
    public func trends(span: TrendSpan) throws -> TrendsPage {
        try read { core, now in try core.trends(span: span, now: now) }
    }

    /// The year page: days, rings, hours, and what was practised most.
    public func year(weekBegins: Weekday) throws -> YearPage {
        try read { core, now in try core.year(weekBegins: weekBegins, now: now) }
    }

    /// Everything that the person has reached, oldest first.
    public func milestones() throws -> [Milestone] {
        try read { core, now in try core.milestones(now: now) }
    }

    /// The page for a doctor or physiotherapist, as one HTML file.
    public func report(_ draft: ReportDraft) throws -> Report {
        try read { core, now in try core.report(draft: draft, now: now) }
    }

    /// Keeps that the person was told of something that they reached.
    public func tellMilestone(id: MilestoneId) throws -> MilestoneTold {
        try write(\.changes) { core, now in try core.tellMilestone(id: id, now: now) }
    }
}
