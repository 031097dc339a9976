import MingmenCore
import Testing

@testable import MingmenKit

@MainActor
@Suite("Plans beside the back plan", .timeLimit(.minutes(1)))
struct OtherPlansTests {
    private func enrolled() async throws -> Phone {
        let phone = try await Phone()
        try await phone.enrolled()
        return phone
    }

    @Test("are all there, and the one that runs leads to its page")
    func choices() async throws {
        let phone = try await enrolled()
        await phone.app.open(.plan)
        await (try phone.app.plan()).openPlans()
        let plans = try phone.app.plans()
        #expect(plans.choices.count == 7)
        await plans.open(try #require(plans.choices.first { $0.isRunning }))
        #expect(throws: Never.self) { try phone.app.plan() }
    }

    @Test("ask about the person first where nobody was asked, and then for the plan that was chosen")
    func aboutYou() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        await phone.app.open(.plan)
        await (try phone.app.plan()).openPlans()
        let plans = try phone.app.plans()
        await plans.open(try #require(plans.choices.first { $0.plan == "sciatica" }))
        await (try phone.app.aboutYou()).next()
        #expect(try phone.app.enrol().plan?.plan == "sciatica")
        await phone.app.back()
        #expect(try phone.app.plans() === plans)
    }

    @Test("may be practised several times a day, for as many weeks as the person chooses")
    func nerves() async throws {
        let phone = try await enrolled()
        let enrol = try await phone.choose(plan: "upper-body-nerve")
        #expect(enrol.times.count == 1 && !enrol.canRemoveTime)
        for _ in 0..<4 { enrol.addTime() }
        #expect(enrol.times.count == 3 && Set(enrol.times).count == 3 && !enrol.canAddTime)
        enrol.set(time: enrol.times[0], at: 1)
        #expect(Set(enrol.times).count == 3)
        enrol.removeTime(at: 2)
        #expect(enrol.weeksRange == 4...8)
        for _ in 0..<9 { enrol.step(weeks: -1) }
        #expect(enrol.weeks == 4)
        enrol.step(weeks: 1)
        await enrol.confirm()
        #expect(phone.app.trouble == nil)
        let draft = try #require(try await phone.mingmen.enrolments().last).start
        #expect(draft.weeks == 5 && draft.slots.count == 2 * Set(draft.slots.map(\.weekday)).count)
    }

    @Test("may be begun on the clock of a place")
    func clock() async throws {
        let phone = try await enrolled()
        let enrol = try await phone.choose(plan: "morning-maintenance")
        #expect(enrol.choosesClock && enrol.clock?.timePolicy == .floating)
        enrol.follow(try #require(enrol.form.clocks.last))
        #expect(enrol.clock?.title == "Keep to London time")
        await enrol.confirm()
        #expect(try await phone.mingmen.enrolments().last?.start.timePolicy == .pinned(zone: "Europe/London"))
    }

    @Test("say where a number of days differs from what the article asks for")
    func differs() async throws {
        let phone = try await enrolled()
        try await phone.changeTimes()
        let enrol = try phone.app.enrol()
        #expect(enrol.differs.isEmpty)
        enrol.toggle(.monday)
        #expect(enrol.differs.contains("article"))
    }

    @Test("run side by side on the Plan page, and Today says what else there is")
    func sideBySide() async throws {
        let phone = try await enrolled()
        await (try await phone.choose(plan: "morning-maintenance")).confirm()
        await phone.app.open(.plan)
        let plans = try phone.app.plan().plans
        #expect(plans.count == 2)
        // Without an end there is no week to stay in.
        #expect(plans.first { $0.overview.title == "Ten minutes each morning" }?.quick == nil)
        await phone.app.open(.today)
        let today = try phone.app.today()
        let other = try #require(today.today.alsoDue.first)
        await today.open(other)
        #expect(try phone.app.ready().card == other)
        await phone.app.back()
        #expect(throws: Never.self) { try phone.app.today() }
    }

    @Test("practise a routine of one's own, which can be made on the way")
    func own() async throws {
        let phone = try await enrolled()
        let enrol = try await phone.choose(plan: "own-routine")
        #expect(enrol.choosesRoutine && !enrol.isReady && enrol.form.lengths.isEmpty)
        await enrol.confirm()
        #expect(try phone.app.enrol() === enrol)
        await enrol.makeRoutine()
        let make = try phone.app.make()
        make.name = "Mine"
        make.add(try #require(make.form.forms.first))
        await make.save()
        await phone.app.back()
        #expect(try phone.app.enrol() === enrol)
        #expect(enrol.isReady && enrol.routines.map(\.link.title) == ["Mine"] && !enrol.form.lengths.isEmpty)
        await enrol.confirm()
        #expect(phone.app.trouble == nil)
        await phone.app.open(.plan)
        #expect(try phone.app.plan().plans.count == 2)
    }

    @Test("are there to go on with once all weeks are over")
    func after() async throws {
        let phone = try await enrolled()
        phone.clock.advance(ms: 84 * Phone.dayMs)
        await phone.app.open(.today)
        let today = try phone.app.today()
        guard case .planOver(_, let next) = today.today.state else {
            Issue.record("\(today.today.state)")
            return
        }
        let choice = try #require(next.first)
        await today.open(choice)
        #expect(try phone.app.enrol().plan == choice)
        await phone.app.back()
        #expect(throws: Never.self) { try phone.app.today() }
    }
}
