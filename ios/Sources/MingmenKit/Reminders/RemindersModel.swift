import MingmenCore
import Observation

extension AppModel {
    /// Opens the page of the reminders.
    public func openReminders() async {
        await attempt {
            let page = try await self.mingmen.remindersPage(leave: await self.leave())
            self.enter(.reminders(RemindersModel(app: self, page: page)))
        }
    }
}

/// Whether reminders will ring, what holds them back if not, what rings, and why something did not.
@MainActor
@Observable
public final class RemindersModel: Refreshable {
    public private(set) var page: RemindersPage
    /// What is set, with what is being set just now.
    public private(set) var settings: ReminderSettings
    /// That a test is on its way; nothing while none is.
    public private(set) var testComing: String?
    private var isSetting = false
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, page: RemindersPage) {
        self.app = app
        self.page = page
        settings = page.settings
    }

    /// What is set may have changed on the system's pages meanwhile.
    public func refresh() async throws {
        page = try await app.mingmen.remindersPage(leave: await app.leave())
        if !isSetting { settings = page.settings }
    }

    /// Does what mends it, or opens the system's page on which the person does.
    public func mend(_ fix: HealthFix) async {
        await app.ringing?.mend(fix)
        await app.attempt { try await self.refresh() }
    }

    /// Lets one reminder ring in ten seconds, by the way that all go.
    public func ringTest() async {
        await app.attempt {
            self.testComing = try await self.app.mingmen.ringTest().says
            await self.app.ringing?.look(.changed)
        }
    }

    /// It has rung by now: the page shows what became of it.
    public func testIsOver() async {
        testComing = nil
        await app.ringing?.look(.opened)
        await app.attempt { try await self.refresh() }
    }

    /// Sets at once: there is nothing to save, and each press can be taken back by another.
    public func set(_ change: (inout ReminderDraft) -> Void) async {
        var draft = ReminderDraft(settings)
        change(&draft)
        settings = draft.settings
        guard !isSetting else { return }
        isSetting = true
        await keep()
        isSetting = false
        settings = page.settings
    }

    /// Keeps what is shown. A wheel that is turned goes on turning meanwhile: what it came to last is kept too.
    private func keep() async {
        var asked: ReminderSettings
        repeat {
            asked = settings
            var isKept = false
            await app.attempt {
                _ = try await self.app.mingmen.setReminders(settings: asked)
                try await self.refresh()
                isKept = true
            }
            guard isKept else { return }
        } while settings != asked
    }

    /// The live classes, each with a ring of its own.
    public func openClasses() async { await app.openClasses() }

    /// Why something rang on a day, or did not.
    public func open(_ day: CivilDate) async {
        await app.attempt { self.app.enter(.reminderDay(try await self.app.mingmen.reminderDay(date: day))) }
    }
}

/// What is set about reminders, to be changed before it is set.
public struct ReminderDraft {
    public var practice: Bool
    public var secondNudgeMinutes: UInt16?
    public var weekReview: WeeklySlot?
    public var postureChecks: PostureChecks?
    public var milestones: Bool
    public var returnAfterDays: UInt8?
    public var whenGoalMet: Bool
    public var quietHours: QuietHours?
    public var quietUntil: CivilDate?
    public var evening: WallTime
    public var classLeadMinutes: UInt16
    public var tellsWhat: Bool

    init(_ settings: ReminderSettings) {
        practice = settings.practice
        secondNudgeMinutes = settings.secondNudgeMinutes
        weekReview = settings.weekReview
        postureChecks = settings.postureChecks
        milestones = settings.milestones
        returnAfterDays = settings.returnAfterDays
        whenGoalMet = settings.whenGoalMet
        quietHours = settings.quietHours
        quietUntil = settings.quietUntil
        evening = settings.evening
        classLeadMinutes = settings.classLeadMinutes
        tellsWhat = settings.tellsWhat
    }

    var settings: ReminderSettings {
        ReminderSettings(
            practice: practice, secondNudgeMinutes: secondNudgeMinutes, weekReview: weekReview,
            postureChecks: postureChecks, milestones: milestones, returnAfterDays: returnAfterDays,
            whenGoalMet: whenGoalMet, quietHours: quietHours, quietUntil: quietUntil, evening: evening,
            classLeadMinutes: classLeadMinutes, tellsWhat: tellsWhat)
    }
}

extension ReminderLimits {
    /// Minutes from the first ring to the second.
    public var nudge: ClosedRange<UInt16> { nudgeLeastMinutes...nudgeMostMinutes }
    /// Days without a sign of the person.
    public var silence: ClosedRange<UInt8> { returnLeastDays...returnMostDays }
    /// Minutes before a class.
    public var classLead: ClosedRange<UInt16> { 0...classLeadMostMinutes }
}

extension ClosedRange where Bound: BinaryInteger {
    /// So much more or less, and never beyond an end.
    public func step(_ number: Bound, by step: Int) -> Bound {
        Bound(Swift.min(Int(upperBound), Swift.max(Int(lowerBound), Int(number) + step)))
    }
}

// Times that a switch alone does not set.
extension RemindersModel {
    /// The days that "quiet for a while" may last through.
    public var quietDays: ClosedRange<CivilDate>? {
        page.days.first.map { $0...$0.adding(days: 365) }
    }

    /// The last quiet day, where it has not gone by.
    public var lastQuietDay: CivilDate? {
        settings.quietUntil.flatMap { quietDays?.contains($0) == true ? $0 : nil }
    }

    /// Quiet for as long as is proposed, or quiet no longer.
    public func toggleQuiet() async {
        let isQuiet = lastQuietDay != nil
        let proposed = page.proposed.quietUntil
        await set { $0.quietUntil = isQuiet ? nil : proposed }
    }

    /// A day more or less; the last one stays, for the switch is what ends it.
    public func togglePosture(_ day: Weekday) async {
        await setPosture { checks in
            let days = Weekday.allCases.filter { checks.days.contains($0) != ($0 == day) }
            return days.isEmpty ? checks : PostureChecks(days: days, times: checks.times)
        }
    }

    public func setPosture(time: WallTime, at place: Int) async {
        await setPosture { checks in
            guard checks.times.indices.contains(place), !checks.times.contains(time) else { return checks }
            var times = checks.times
            times[place] = time
            return PostureChecks(days: checks.days, times: times)
        }
    }

    public func removePosture(at place: Int) async {
        await setPosture { checks in
            guard checks.times.indices.contains(place), checks.times.count > 1 else { return checks }
            var times = checks.times
            times.remove(at: place)
            return PostureChecks(days: checks.days, times: times)
        }
    }

    public var canAddPostureTime: Bool {
        settings.postureChecks.map { $0.times.count < Int(page.limits.postureMostTimes) } ?? false
    }

    public func addPostureTime() async {
        guard canAddPostureTime else { return }
        await setPosture { PostureChecks(days: $0.days, times: $0.times.withOneMore()) }
    }

    private func setPosture(_ change: (PostureChecks) -> PostureChecks) async {
        await set { $0.postureChecks = $0.postureChecks.map(change) }
    }
}
