import MingmenCore
import Testing

@testable import MingmenKit

@MainActor
@Suite("A plan that bends", .timeLimit(.minutes(1)))
struct BendTests {
    /// In week 2, on a day with a session.
    private func inWeekTwo() async throws -> (Phone, AdjustModel) {
        let phone = try await Phone()
        try await phone.enrolled()
        phone.clock.advance(ms: 7 * Phone.dayMs)
        return (phone, try await phone.adjusting())
    }

    @Test("shows what it can do group by group, each title once")
    func groups() async throws {
        let (phone, adjust) = try await inWeekTwo()
        let groups = adjust.groups.map(\.group)
        #expect(groups == [.session, .week, .length, .advance, .clock, .pause, .leave])
        #expect(adjust.groups.flatMap(\.options) == adjust.options)
        #expect(Set(adjust.options.map(\.title)).count == adjust.options.count)
        await phone.app.back()
        #expect(throws: Never.self) { try phone.app.plan() }
    }

    @Test("moves today's session with one press, and says so")
    func moves() async throws {
        let (phone, adjust) = try await inWeekTwo()
        let evening = try adjust.option("Today at 18:00")
        await adjust.press(evening)
        #expect(try phone.app.plan().made == .bent(evening))
        await phone.app.open(.today)
        guard case .due(let session, _) = try phone.app.today().today.state else {
            Issue.record("nothing is due")
            return
        }
        #expect(session.time.description == "18:00:00")
        await phone.app.open(.plan)
        #expect(try phone.app.plan().made == nil)
    }

    @Test("asks once before it goes further than the article, and no changes nothing")
    func warns() async throws {
        let (phone, adjust) = try await inWeekTwo()
        let ahead = try adjust.option("On to week 3")
        await adjust.press(ahead)
        #expect(adjust.asking == ahead && ahead.warning != nil)
        adjust.keepAsItIs()
        #expect(adjust.asking == nil)
        #expect(try await phone.mingmen.enrolments().first?.changes.isEmpty == true)
        await adjust.press(ahead)
        await adjust.confirm()
        #expect(try phone.app.plan().plans.first?.overview.now == "Now, week 3")
    }

    @Test("goes back a week without a question")
    func back() async throws {
        let (phone, adjust) = try await inWeekTwo()
        await adjust.press(try adjust.option("Back to week 1"))
        #expect(try phone.app.plan().plans.first?.overview.now == "Now, week 1")
    }

    @Test("is left once that was asked, and can be begun again")
    func leaves() async throws {
        let (phone, adjust) = try await inWeekTwo()
        await adjust.press(try adjust.option("Leave this plan"))
        #expect(adjust.asking?.change == .leave)
        await adjust.confirm()
        let plan = try #require(try phone.app.plan().plans.first)
        #expect(plan.options.isEmpty && plan.quick == nil)
        let enrol = try await phone.choose(plan: "back-12-weeks")
        await enrol.confirm()
        #expect(throws: Never.self) { try phone.app.today() }
        #expect(try await phone.mingmen.planOverviews().count == 1)
    }

    @Test("rests at once for a week, and goes on with one press")
    func rests() async throws {
        let (phone, adjust) = try await inWeekTwo()
        await adjust.press(try adjust.option("Pause for a week"))
        await phone.app.open(.today)
        guard case .paused = try phone.app.today().today.state else {
            Issue.record("no pause")
            return
        }
        await (try phone.app.today()).openPlan()
        let model = try phone.app.plan()
        let plan = try #require(model.plans.first)
        let goOn = try #require(plan.quick)
        #expect(goOn.change == .resume)
        #expect(try await phone.adjusting().canPause == false)
        await phone.app.back()
        await (try phone.app.plan()).make(goOn, of: plan)
        await phone.app.open(.today)
        #expect(try phone.app.today().isDue)
    }

    @Test("rests from a day ahead to another: nothing is due in between")
    func holiday() async throws {
        let (phone, adjust) = try await inWeekTwo()
        await adjust.choosePause()
        let pause = try phone.app.pause()
        let monday = pause.first.adding(days: 7)
        pause.set(first: monday)
        #expect(pause.last == monday.adding(days: 6))
        pause.set(last: monday.adding(days: 13))
        pause.set(last: monday.adding(days: -5))
        #expect(pause.last == monday)
        pause.set(last: monday.adding(days: 13))
        await pause.pause()
        #expect(try phone.app.plan().made == .paused(from: "Monday 23 March", through: "Sunday 5 April"))
        #expect(try phone.app.plan().plans.first?.overview.pausesAhead == ["Paused from 23 March to 5 April."])
        #expect(try await phone.mingmen.sessions(from: monday, through: monday.adding(days: 13)).isEmpty)
        #expect(try await !phone.mingmen.sessions(from: monday.adding(days: -7), through: monday).isEmpty)
    }

    @Test("keeps the times of a place at a press, and later changes of the days keep to it too")
    func clock() async throws {
        let (phone, adjust) = try await inWeekTwo()
        await adjust.press(try adjust.option("Keep to London time"))
        #expect(try phone.app.plan().plans.first?.overview.nowTimes.hasSuffix(", London time") == true)
        try await phone.changeTimes()
        let enrol = try phone.app.enrol()
        #expect(!enrol.choosesClock)
        enrol.toggle(.monday)
        await enrol.confirm()
        let made = try #require(try await phone.mingmen.enrolments().first).changes.map(\.change)
        let clocks = made.compactMap { if case .slots(_, let policy) = $0 { policy } else { nil } }
        #expect(clocks == [.pinned(zone: "Europe/London"), .pinned(zone: "Europe/London")])
        await (try await phone.adjusting()).press(try phone.app.adjust().option("Let the times go with you"))
        #expect(try phone.app.plan().plans.first?.overview.nowTimes.contains("time") == false)
    }

    @Test("never begins a pause in the past, nor ends it before it begins")
    func pauseBounds() async throws {
        let (phone, adjust) = try await inWeekTwo()
        await adjust.choosePause()
        let pause = try phone.app.pause()
        let today = pause.first
        pause.set(first: today.adding(days: -3))
        #expect(pause.first == today && pause.firstDays.lowerBound == today)
        #expect(pause.lastDays.lowerBound == today)
        await phone.app.back()
        #expect(try phone.app.adjust() === adjust)
    }

    @Test("leads to its days and times, and Back leads here again")
    func times() async throws {
        let (phone, adjust) = try await inWeekTwo()
        await adjust.changeTimes()
        #expect(try phone.app.enrol().changing == adjust.overview.enrolment)
        await phone.app.back()
        #expect(try phone.app.adjust() === adjust)
    }
}
