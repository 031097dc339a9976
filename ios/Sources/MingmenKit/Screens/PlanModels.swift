import MingmenCore
import Observation

/// Enrolling, all preset; or changing what was enrolled for.
@MainActor
@Observable
public final class EnrolModel {
    public let form: EnrolForm
    public private(set) var days: Set<Weekday>
    public private(set) var time: WallTime
    public var length: SessionLength
    public var posture: Posture
    /// The enrolment that is changed here; none where a new one is made.
    public let changing: EnrolmentId?
    private let before: EnrolmentDraft
    @ObservationIgnored private unowned let app: AppModel

    /// `standing` is what holds now where an enrolment is changed.
    init(app: AppModel, form: EnrolForm, changing: EnrolmentId? = nil, standing: EnrolmentDraft? = nil) {
        self.app = app
        self.form = form
        self.changing = changing
        before = standing ?? form.preset
        days = Set(before.slots.map(\.weekday))
        time = before.slots.first?.time ?? WallTime(secondOfDay: 8 * 3_600)
        length = before.length
        posture = before.posture
    }

    /// The day of the first session, for the button: "Start on Wednesday".
    public var startsOn: CivilDate { draft.startsOn }

    public func toggle(_ day: Weekday) {
        days.formSymmetricDifference([day])
    }

    public func set(time: WallTime) {
        self.time = time
    }

    public func confirm() async {
        await app.attempt {
            if let changing = self.changing {
                try await self.keepChanges(of: changing)
            } else {
                _ = try await self.app.mingmen.enrol(draft: self.draft)
            }
            try await self.app.toToday()
        }
    }

    /// Slots that were there already keep their own time, unless the time was changed here.
    private var slots: [WeeklySlot] {
        let isTimeKept = time == before.slots.first?.time
        return Weekday.allCases.filter(days.contains).map { day in
            let kept = isTimeKept ? before.slots.first { $0.weekday == day } : nil
            return kept ?? WeeklySlot(weekday: day, time: time)
        }
    }

    private var draft: EnrolmentDraft {
        EnrolmentDraft(
            plan: before.plan, startsOn: before.startsOn, slots: slots, timePolicy: before.timePolicy, posture: posture,
            length: length, weeks: before.weeks, routine: before.routine)
    }

    /// Only what is different is recorded, and holds from today on.
    private func keepChanges(of enrolment: EnrolmentId) async throws {
        let now = draft
        var changes: [Change] = []
        if Set(now.slots) != Set(before.slots) { changes.append(.slots(slots: now.slots, timePolicy: now.timePolicy)) }
        if now.posture != before.posture { changes.append(.posture(posture: now.posture)) }
        if now.length != before.length { changes.append(.length(length: now.length)) }
        let today = try await app.mingmen.today().date
        for change in changes {
            _ = try await app.mingmen.changeEnrolment(enrolment: enrolment, effectiveFrom: today, change: change)
        }
    }
}

/// The twelve weeks.
@MainActor
@Observable
public final class PlanModel {
    /// None before the first enrolment.
    public let overview: PlanOverview?
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, overview: PlanOverview?) {
        self.app = app
        self.overview = overview
    }

    /// The week that today falls in.
    public var now: PlanWeek? { overview?.weeks.first(where: \.isNow) }

    /// The weeks of a phase, counted from 0.
    public func weeks(ofPhase phase: Int) -> [PlanWeek] {
        overview?.weeks.filter { Int($0.phase) == phase } ?? []
    }

    public func setUp() async {
        await app.attempt { try await self.app.toPlan() }
    }

    /// Opens the page to change days, time, length and posture.
    public func change() async {
        guard let overview else { return }
        await app.attempt {
            let enrolment = try await self.app.mingmen.enrolments().first { $0.id == overview.enrolment }
            let form = try await self.app.mingmen.enrolForm(plan: enrolment?.start.plan)
            self.app.place = .enrol(
                EnrolModel(app: self.app, form: form, changing: overview.enrolment, standing: enrolment?.standing))
        }
    }

    /// "Stay in week 3": this week of the plan once more.
    public func stay() async {
        guard let overview, let now else { return }
        await app.attempt {
            let today = try await self.app.mingmen.today().date
            _ = try await self.app.mingmen.changeEnrolment(
                enrolment: overview.enrolment, effectiveFrom: max(today, now.startsOn), change: .hold)
            self.app.place = .plan(PlanModel(app: self.app, overview: try await self.app.mingmen.planOverview()))
        }
    }
}

extension Enrolment {
    /// What the person last asked for, whenever it takes effect: where a page to change it begins.
    var standing: EnrolmentDraft {
        changes.reduce(start) { draft, made in
            switch made.change {
            case .slots(let slots, let policy): draft.with(slots: slots, timePolicy: policy)
            case .posture(let posture): draft.with(posture: posture)
            case .length(let length): draft.with(length: length)
            case .hold, .goTo, .move, .advance, .pause, .resume, .leave: draft
            }
        }
    }
}

extension EnrolmentDraft {
    fileprivate func with(
        slots: [WeeklySlot]? = nil,
        timePolicy: TimePolicy? = nil,
        posture: Posture? = nil,
        length: SessionLength? = nil
    ) -> EnrolmentDraft {
        EnrolmentDraft(
            plan: plan, startsOn: startsOn, slots: slots ?? self.slots, timePolicy: timePolicy ?? self.timePolicy,
            posture: posture ?? self.posture, length: length ?? self.length, weeks: weeks, routine: routine)
    }
}
