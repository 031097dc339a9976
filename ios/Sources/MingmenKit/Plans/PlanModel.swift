import MingmenCore
import Observation

/// A plan on the Plan page.
public struct ShownPlan: Equatable, Identifiable, Sendable {
    public let overview: PlanOverview
    /// Every way to bend it now; none once it is over or was left.
    public let options: [BendOption]

    public var id: EnrolmentId { overview.enrolment }

    /// What the page itself offers: to go on where the plan is paused, or else to stay in this week.
    public var quick: BendOption? {
        if let first = options.first, first.change == .resume { return first }
        return options.first { $0.change == .hold }
    }

    /// The weeks of a phase, counted from 0.
    public func weeks(ofPhase phase: Int) -> [PlanWeek] {
        overview.weeks.filter { Int($0.phase) == phase }
    }

    /// The week that today falls in.
    public var now: PlanWeek? { overview.weeks.first(where: \.isNow) }
}

/// A change that was just made, to be said once.
public enum MadeChange: Equatable, Sendable {
    case bent(BendOption)
    /// From one day through another, in words.
    case paused(from: String, through: String)
}

extension AppModel {
    /// Shows the Plan page, with nothing behind it.
    func toPlans(made: MadeChange? = nil) async throws {
        let plans = try await shownPlans()
        trail = []
        place = .plan(PlanModel(app: self, plans: plans, made: made))
    }

    /// Every plan that runs, in the order in which they were begun; where none does, the one that did last.
    fileprivate func shownPlans() async throws -> [ShownPlan] {
        var overviews = try await mingmen.planOverviews()
        if overviews.isEmpty { overviews = [try await mingmen.planOverview()].compactMap { $0 } }
        var plans: [ShownPlan] = []
        for overview in overviews {
            let options = try await mingmen.bendOptions(enrolment: overview.enrolment)
            plans.append(ShownPlan(overview: overview, options: options))
        }
        return plans
    }

    func make(_ option: BendOption, of enrolment: EnrolmentId) async throws {
        _ = try await mingmen.changeEnrolment(
            enrolment: enrolment, effectiveFrom: option.effectiveFrom, change: option.change)
        try await toPlans(made: .bent(option))
    }
}

/// The plans that run, and what belongs to them.
@MainActor
@Observable
public final class PlanModel: Refreshable {
    /// None before the first enrolment.
    public private(set) var plans: [ShownPlan]
    /// What was changed to come here.
    public let made: MadeChange?
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, plans: [ShownPlan], made: MadeChange? = nil) {
        self.app = app
        self.plans = plans
        self.made = made
    }

    func refresh() async throws {
        plans = try await app.shownPlans()
    }

    public func setUp() async {
        await app.attempt { try await self.app.toPlan() }
    }

    /// Opens the ways to bend a plan.
    public func adjust(_ plan: ShownPlan) async {
        await app.attempt {
            let options = try await self.app.mingmen.bendOptions(enrolment: plan.id)
            self.app.enter(.adjust(AdjustModel(app: self.app, overview: plan.overview, options: options)))
        }
    }

    /// Makes the change that the page itself offers.
    public func make(_ option: BendOption, of plan: ShownPlan) async {
        await app.attempt { try await self.app.make(option, of: plan.id) }
    }

    public func openMonth() async { await app.openMonth() }

    public func openReminders() async { await app.openReminders() }

    public func openPlans() async { await app.openPlans() }
}

/// The ways to bend one plan. One press makes a change; only what asks for more than the article does, and leaving, is
/// asked about first.
@MainActor
@Observable
public final class AdjustModel: Refreshable {
    /// Ways that are about the same.
    public struct Group: Equatable, Sendable {
        public let group: BendGroup
        public let options: [BendOption]
    }

    public let overview: PlanOverview
    public private(set) var options: [BendOption]
    /// What is asked about before it is made.
    public private(set) var asking: BendOption?
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, overview: PlanOverview, options: [BendOption]) {
        self.app = app
        self.overview = overview
        self.options = options
    }

    func refresh() async throws {
        options = try await app.mingmen.bendOptions(enrolment: overview.enrolment)
    }

    /// In the order of the core.
    public var groups: [Group] {
        options.reduce(into: []) { groups, option in
            if let last = groups.last, last.group == option.group {
                groups[groups.count - 1] = Group(group: last.group, options: last.options + [option])
            } else {
                groups.append(Group(group: option.group, options: [option]))
            }
        }
    }

    /// Whether the plan can be paused between days that the person names.
    public var canPause: Bool {
        options.contains { if case .pause = $0.change { true } else { false } }
    }

    /// Makes the change, or asks once.
    public func press(_ option: BendOption) async {
        if option.warning != nil || option.change == .leave {
            asking = option
        } else {
            await make(option)
        }
    }

    /// Yes, make it.
    public func confirm() async {
        guard let option = asking else { return }
        asking = nil
        await make(option)
    }

    /// No, all stays as it is.
    public func keepAsItIs() {
        asking = nil
    }

    private func make(_ option: BendOption) async {
        await app.attempt { try await self.app.make(option, of: self.overview.enrolment) }
    }

    /// The page to change days, times, length and posture.
    public func changeTimes() async {
        await app.attempt { self.app.enter(try await self.app.changePage(self.overview.enrolment)) }
    }

    /// The page to pause between two days.
    public func choosePause() async {
        await app.attempt {
            let today = try await self.app.mingmen.today().date
            self.app.enter(.pause(PauseModel(app: self.app, overview: self.overview, today: today)))
        }
    }
}

/// A pause with its first and its last day, today or ahead: illness, a journey, a rest.
@MainActor
@Observable
public final class PauseModel {
    public let overview: PlanOverview
    public private(set) var first: CivilDate
    public private(set) var last: CivilDate
    private let today: CivilDate
    @ObservationIgnored private unowned let app: AppModel

    /// The longest pause, and the furthest ahead, days.
    private static let mostDays = 365

    init(app: AppModel, overview: PlanOverview, today: CivilDate) {
        self.app = app
        self.overview = overview
        self.today = today
        first = today
        last = today.adding(days: 6)
    }

    public var firstDays: ClosedRange<CivilDate> { today...today.adding(days: Self.mostDays) }

    public var lastDays: ClosedRange<CivilDate> { first...first.adding(days: Self.mostDays) }

    /// The last day moves along, so that the pause stays as long as it was.
    public func set(first day: CivilDate) {
        let length = Int(last.epochDay - first.epochDay)
        first = min(max(day, firstDays.lowerBound), firstDays.upperBound)
        last = first.adding(days: length)
    }

    public func set(last day: CivilDate) {
        last = min(max(day, lastDays.lowerBound), lastDays.upperBound)
    }

    public func pause() async {
        await app.attempt {
            _ = try await self.app.mingmen.changeEnrolment(
                enrolment: self.overview.enrolment, effectiveFrom: self.first, change: .pause(through: self.last))
            let (first, last) = (try await self.inWords(self.first), try await self.inWords(self.last))
            try await self.app.toPlans(made: .paused(from: first, through: last))
        }
    }
    /// "Monday 6 April".
    private func inWords(_ day: CivilDate) async throws -> String {
        let days = try await app.mingmen.month(date: day, weekBegins: .monday).days
        return days.first { $0.date == day }?.dateText ?? day.description
    }
}
