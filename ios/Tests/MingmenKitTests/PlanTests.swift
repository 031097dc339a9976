import MingmenCore
import Testing

@testable import MingmenKit

@MainActor
@Suite("The plan", .timeLimit(.minutes(1)))
struct PlanTests {
    private static let dayMs: UInt64 = 86_400_000

    @Test("offers to be set up before there is one")
    func empty() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        await phone.app.open(.plan)
        #expect(try phone.app.plan().plans.isEmpty)
        await (try phone.app.plan()).setUp()
        #expect(throws: Never.self) { try phone.app.aboutYou() }
    }

    @Test("leads to the figure, and whoever is chosen there shows the movements from then on")
    func figure() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        await phone.app.open(.plan)
        await phone.app.chooseFigure()
        let model = try #require({ if case .figure(let model) = phone.app.place { model } else { nil } }())
        let figures = phone.app.figures
        await figures.load(FigureModel.shownMotion, FigureModel.shownPosture)
        let before = try #require(figures.frames(FigureModel.shownMotion, FigureModel.shownPosture))
        let options = model.form.questions.flatMap(\.options)
        await model.choose(try #require(options.first { $0.choices.skin == .dark }))
        let after = try #require(figures.frames(FigureModel.shownMotion, FigureModel.shownPosture))
        #expect(before.clip.tones.skin != after.clip.tones.skin)
        #expect(model.form.chosen.skin == .dark)
        #expect(try await phone.mingmen.figureForm().chosen.skin == .dark)
        await phone.app.back()
        #expect(throws: Never.self) { try phone.app.plan() }
    }

    @Test("has three phases of four weeks and knows the one that is now")
    func weeks() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        await phone.app.open(.plan)
        let model = try phone.app.plan()
        let plan = try #require(model.plans.first)
        #expect(
            (0..<3).map { plan.weeks(ofPhase: $0).map(\.week) } == [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
        #expect(plan.now?.week == 1)
        let stay = try #require(plan.quick)
        #expect(stay.change == .hold)
        await model.make(stay, of: plan)
        let held = try phone.app.plan()
        #expect(held.plans.first?.overview.weeks.filter { $0.week == 1 }.count == 2)
        #expect(held.made == .bent(stay) && held.plans.first?.quick == nil)
    }

    @Test("is changed from today on, and nothing is recorded where nothing was changed")
    func change() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        await phone.app.open(.plan)
        try await phone.changeTimes()
        await (try phone.app.enrol()).confirm()
        #expect(try await phone.mingmen.enrolments().first?.changes.isEmpty == true)

        await phone.app.open(.plan)
        try await phone.changeTimes()
        let enrol = try phone.app.enrol()
        enrol.toggle(.tuesday)
        enrol.set(time: enrol.times[0].later())
        enrol.posture = .lying
        await enrol.confirm()
        let enrolment = try #require(try await phone.mingmen.enrolments().first)
        #expect(enrolment.changes.count == 2)
        #expect(enrolment.standing.slots.map(\.weekday) == [.monday, .tuesday, .wednesday, .friday])
        #expect(enrolment.standing.slots.allSatisfy { $0.time.description == "08:15:00" })
        #expect(enrolment.standing.posture == .lying)
    }

    @Test("keeps the time of each day where only the days are changed")
    func keepsTimes() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        let enrolment = try #require(try await phone.mingmen.enrolments().first)
        let noon = try #require(WallTime(hour: 12, minute: 0))
        let slots = [
            WeeklySlot(weekday: .monday, time: enrolment.start.slots[0].time), WeeklySlot(weekday: .friday, time: noon),
        ]
        _ = try await phone.mingmen.changeEnrolment(
            enrolment: enrolment.id, effectiveFrom: enrolment.start.startsOn,
            change: .slots(slots: slots, timePolicy: .floating))
        await phone.app.open(.plan)
        try await phone.changeTimes()
        let enrol = try phone.app.enrol()
        enrol.toggle(.sunday)
        await enrol.confirm()
        let kept = try #require(try await phone.mingmen.enrolments().first).standing.slots
        #expect(kept.map(\.time.description) == ["08:00:00", "12:00:00", "08:00:00"])
    }

    @Test("goes round midnight in quarters of an hour")
    func time() {
        let midnight = WallTime(secondOfDay: 0)
        #expect(midnight.earlier().description == "23:45:00")
        #expect(midnight.earlier().later() == midnight)
    }

    @Test("without a day cannot be begun: the page stays and says so")
    func noDays() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        await (try phone.app.firstBreath()).setUpPlan()
        await (try phone.app.aboutYou()).next()
        let enrol = try phone.app.enrol()
        for day in enrol.days { enrol.toggle(day) }
        await enrol.confirm()
        #expect(phone.app.trouble?.key == "error.invalid_input")
        #expect(throws: Never.self) { try phone.app.enrol() }
        enrol.toggle(.saturday)
        enrol.toggle(.sunday)
        await enrol.confirm()
        #expect(phone.app.trouble == nil)
        #expect(throws: Never.self) { try phone.app.today() }
    }

    @Test("leaves a rest day in peace, and lets one practise anyway")
    func restDay() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        phone.clock.advance(ms: Self.dayMs)
        await phone.app.refresh()
        let today = try phone.app.today()
        #expect(today.today.heading == "A rest day" && !today.isDue)
        guard case .rest(_, let when, _) = today.today.state else {
            Issue.record("no rest")
            return
        }
        #expect(when.contains("08:00"))
        await today.begin()
        #expect(throws: Never.self) { try phone.app.ready() }
    }

    @Test("becomes gentle with one press, and there is a way back")
    func hurts() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        let today = try phone.app.today()
        let planned = today.card
        today.hurts()
        #expect(today.gentle == today.today.gentle.first && today.card != planned)
        today.choose(try #require(today.today.gentle.last))
        today.backToPlanned()
        #expect(today.card == planned)
        today.hurts()
        await today.begin()
        let player = try phone.app.player()
        #expect(player.timeline.script.lengthMs == 300_000 && player.countIn == 3)
    }
}

@MainActor
@Suite("Errors and the world outside", .timeLimit(.minutes(1)))
struct WorldTests {
    @Test("of the core are shown, keep the page, and are gone with the next press")
    func errors() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        phone.clock.travel(to: "Mars/Olympus")
        await phone.app.refresh()
        #expect(phone.app.trouble == .UnknownZone(zone: "Mars/Olympus"))
        #expect(throws: Never.self) { try phone.app.today() }
        phone.clock.travel(to: "Pacific/Auckland")
        await phone.app.refresh()
        #expect(phone.app.trouble == nil)
    }

    @Test("a core that was shut down says so")
    func closed() async throws {
        let phone = try await Phone()
        try await phone.mingmen.shutDown()
        await phone.app.start()
        #expect(phone.app.trouble == .Closed)
    }

    @Test("the figure of every movement of week 1 is here, and loops without a jump")
    func figures() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        let card = try #require(try phone.app.today().card)
        let script = try await phone.mingmen.compileScript(routine: card.routine, choices: card.choices)
        for segment in script.segments {
            await phone.app.figures.load(segment.motion, segment.posture)
            let frames = try #require(phone.app.figures.frames(segment.motion, segment.posture), "\(segment.name)")
            #expect(!frames.leadsElsewhere)
            #expect(frames.points(at: 0).count == frames.clip.runs.reduce(0) { $0 + Int($1.pointCount) })
            #expect(frames.points(at: 0) == frames.points(at: 1) && frames.points(at: -3) == frames.points(at: 0))
            #expect(frames.points(at: .nan).isEmpty && !frames.keyPhases.isEmpty)
        }
        await phone.app.figures.load("no-such", .seated)
        #expect(phone.app.figures.frames("no-such", .seated) == nil)
        await phone.app.figures.load(nil, .seated)
        #expect(phone.app.figures.frames(nil, .seated) == nil)
    }

    @Test("the timeline shows something sensible at every moment, beyond the end too")
    func shownTimeline() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        let card = try #require(try phone.app.today().card)
        let timeline = Timeline(try await phone.mingmen.compileScript(routine: card.routine, choices: card.choices))
        for ms in stride(from: UInt32(0), through: timeline.script.lengthMs + 5_000, by: 250) {
            #expect((0...1).contains(timeline.phase(at: ms)) && (0...1).contains(timeline.fullness(at: ms)))
            #expect(!timeline.line(at: ms).isEmpty)
        }
        let breathe = try #require(timeline.script.cues.first { $0.action == .breathe(breath: .in) })
        #expect(timeline.breath(at: breathe.atMs) == .in && timeline.fullness(at: breathe.atMs) == 0)
        #expect(abs(timeline.fullness(at: breathe.atMs + breathe.lengthMs / 2) - 0.5) < 0.01)
        #expect(timeline.share(ofSegment: 0, at: 0) == 0)
        #expect(timeline.share(ofSegment: 0, at: timeline.script.lengthMs) == 1)
    }
}
