import MingmenCore
import Observation

/// Beginning a plan, all preset; or changing what was enrolled for.
@MainActor
@Observable
public final class EnrolModel: Refreshable {
    public private(set) var form: EnrolForm
    /// The plan; none where the core has it no more.
    public let plan: PlanChoice?
    public private(set) var days: Set<Weekday>
    /// The times of each day, one or more.
    public private(set) var times: [WallTime]
    /// Whose clock the times follow.
    private var timePolicy: TimePolicy
    public var length: SessionLength
    public var posture: Posture
    /// How many weeks; none where the plan has its own number.
    public private(set) var weeks: UInt8?
    /// What is practised, where the plan leaves that to the person.
    public private(set) var routine: RoutineId?
    /// The routines to choose from, where the plan leaves that to the person.
    public private(set) var routines: [LibraryCard]
    /// The enrolment that is changed here; none where a new one is made.
    public let changing: EnrolmentId?
    private let before: EnrolmentDraft
    @ObservationIgnored private unowned let app: AppModel

    /// `standing` is what holds now where an enrolment is changed.
    init(
        app: AppModel, form: EnrolForm, plan: PlanChoice?, routines: [LibraryCard] = [],
        changing: EnrolmentId? = nil, standing: EnrolmentDraft? = nil
    ) {
        self.app = app
        self.form = form
        self.plan = plan
        self.routines = routines
        self.changing = changing
        before = standing ?? form.preset
        days = Set(before.slots.map(\.weekday))
        times = Self.times(of: before)
        timePolicy = before.timePolicy
        length = before.length
        posture = before.posture
        weeks = before.weeks
        routine = before.routine
    }

    /// A routine may have been made meanwhile.
    public func refresh() async throws {
        guard choosesRoutine else { return }
        routines = try await app.mingmen.ownRoutines()
        if !routines.contains(where: { $0.link.id == routine }) { routine = nil }
        if routine == nil, let only = routines.first, routines.count == 1 { try await take(only) }
    }

    /// The day of the first session, for the button: "Start on Wednesday".
    public var startsOn: CivilDate { draft.startsOn }

    /// Whether all that the plan needs has been said.
    public var isReady: Bool { !needsRoutine || routine != nil }

    public func toggle(_ day: Weekday) {
        days.formSymmetricDifference([day])
    }

    /// What to say of so many days; empty where it is what the article asks for.
    public var differs: String { form.daysHints.first { Int($0.days) == days.count }?.differs ?? "" }

    /// Another time in place of one. The same twice is one: it stays as it was.
    public func set(time: WallTime, at place: Int = 0) {
        guard times.indices.contains(place), !times.contains(time) else { return }
        times[place] = time
    }

    public var canAddTime: Bool { times.count < Int(form.dailyTimes) }

    public func addTime() {
        if canAddTime { times = times.withOneMore() }
    }

    public var canRemoveTime: Bool { times.count > 1 }

    public func removeTime(at place: Int) {
        if canRemoveTime, times.indices.contains(place) { times.remove(at: place) }
    }

    /// Whether it is said here whose clock the times follow; of a plan that runs the page of its changes says it.
    public var choosesClock: Bool { changing == nil && !form.clocks.isEmpty }

    /// The clock that they follow.
    public var clock: ClockChoice? { form.clocks.first { $0.timePolicy == timePolicy } }

    public func follow(_ clock: ClockChoice) { timePolicy = clock.timePolicy }

    /// The numbers of weeks to choose from; none where there is nothing to choose.
    public var weeksRange: ClosedRange<UInt8>? {
        guard changing == nil, let choice = form.weeks, choice.least <= choice.most else { return nil }
        return choice.least...choice.most
    }

    /// A week more or less.
    public func step(weeks step: Int) {
        guard let range = weeksRange, let weeks else { return }
        self.weeks = range.step(weeks, by: step)
    }

    /// Whether a routine of one's own is chosen here.
    public var choosesRoutine: Bool { needsRoutine && changing == nil }

    private var needsRoutine: Bool { plan?.needsRoutine ?? false }

    /// Practises this routine, whose lengths are its own.
    public func choose(_ routine: LibraryCard) async {
        await app.attempt { try await self.take(routine) }
    }

    private func take(_ card: LibraryCard) async throws {
        form = try await app.mingmen.enrolForm(plan: before.plan, routine: card.link.id)
        routine = card.link.id
        if !form.lengths.contains(where: { $0.length == length }) { length = form.preset.length }
    }

    /// Opens the page on which a routine is made; Back returns here.
    public func makeRoutine() async { await app.makeRoutine() }

    public func confirm() async {
        guard isReady else { return }
        await app.attempt {
            if let changing = self.changing {
                try await self.keepChanges(of: changing)
            } else {
                _ = try await self.app.mingmen.enrol(draft: self.draft)
            }
            try await self.app.toToday()
        }
    }

    /// Slots that were there already keep their own time, unless the times were changed here.
    private var slots: [WeeklySlot] {
        let isTimeKept = times == Self.times(of: before)
        return Weekday.allCases.filter(days.contains).flatMap { day in
            let kept = isTimeKept ? before.slots.filter { $0.weekday == day } : []
            return kept.isEmpty ? times.map { WeeklySlot(weekday: day, time: $0) } : kept
        }
    }

    /// Those of the first day stand for all.
    private static func times(of draft: EnrolmentDraft) -> [WallTime] {
        let times = draft.slots.filter { $0.weekday == draft.slots.first?.weekday }.map(\.time)
        return times.isEmpty ? [WallTime(secondOfDay: 8 * 3_600)] : times
    }

    private var draft: EnrolmentDraft {
        EnrolmentDraft(
            plan: before.plan, startsOn: before.startsOn, slots: slots, timePolicy: timePolicy, posture: posture,
            length: length, weeks: weeks, routine: routine)
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

extension AppModel {
    /// The page to begin a plan; the back plan where none is named.
    func enrolPage(_ plan: PlanId?) async throws -> Place {
        let form = try await mingmen.enrolForm(plan: plan)
        let choice = try await mingmen.planChoices().first { $0.plan == form.preset.plan }
        let routines = choice?.needsRoutine == true ? try await mingmen.ownRoutines() : []
        return .enrol(EnrolModel(app: self, form: form, plan: choice, routines: routines))
    }

    /// The page to change an enrolment's days, times, length and posture.
    func changePage(_ enrolment: EnrolmentId) async throws -> Place {
        let standing = try await mingmen.enrolments().first { $0.id == enrolment }?.standing
        let form = try await mingmen.enrolForm(plan: standing?.plan, routine: standing?.routine)
        let choice = try await mingmen.planChoices().first { $0.plan == form.preset.plan }
        return .enrol(EnrolModel(app: self, form: form, plan: choice, changing: enrolment, standing: standing))
    }
}

extension MingmenClient {
    /// The person's own routines, as the Library lists them.
    func ownRoutines() throws -> [LibraryCard] { try library(filter: .everything).own }
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
