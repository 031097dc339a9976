import MingmenCore
import Testing

@testable import MingmenKit

@MainActor
@Suite("A practice", .timeLimit(.minutes(1)))
struct PracticeTests {
    @Test("runs by itself to its end, a tick a second, and lets the screen go")
    func runsByItself() async throws {
        let phone = try await Phone(isFlowing: true)
        try await phone.answerNothing()
        await (try phone.app.firstBreath()).start()
        while case .player = phone.app.place { try await Task.sleep(for: .milliseconds(5)) }
        #expect(throws: Never.self) { try phone.app.checkIn() }
        #expect(Array(phone.device.done.prefix(3)) == ["screen on", "duck", "say 3"])
        #expect(phone.device.done.contains { $0.hasPrefix("say ") && $0.count > 20 })
        #expect(Array(phone.device.done.suffix(2)) == ["duck no more", "screen off"])
        let day = try await phone.mingmen.dayLog(date: try await phone.mingmen.today().date)
        #expect(day.practices.map(\.practisedMs) == [120_000])
    }

    @Test("stands between two answers of the core where the local clock says")
    func interpolates() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        try await phone.begun(pain: nil)
        let player = try phone.app.player()
        #expect(player.positionMs == 0)
        phone.clock.advance(ms: 1_400)
        #expect(player.countIn == 2)
        phone.clock.advance(ms: 1_600)
        await player.tick()
        #expect(player.countIn == nil && player.isPlaying && player.positionMs == 0)
        phone.clock.advance(ms: 640)
        #expect(player.positionMs == 640)
        await player.tick()
        #expect(player.positionMs == 640 && player.state.positionMs == 640)
        // Where the core has not answered for long, the picture waits for it.
        phone.clock.advance(ms: 60_000)
        #expect(player.positionMs == 2_640)
    }

    @Test("stands still while it is paused, and counts in again")
    func pauses() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        try await phone.begun(pain: 3)
        try await phone.practise(seconds: 13)
        let player = try phone.app.player()
        await player.pauseOrGoOn()
        let place = player.positionMs
        phone.clock.advance(ms: 90_000)
        await player.tick()
        #expect(player.isPaused && player.positionMs == place && place == 10_000)
        await player.pauseOrGoOn()
        #expect(player.countIn == 3)
        try await phone.practise(seconds: 4)
        #expect(player.positionMs == place + 1_000)
    }

    @Test("skips a movement and comes back to it")
    func skips() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        try await phone.begun(pain: nil)
        try await phone.practise(seconds: 5)
        let player = try phone.app.player()
        let segments = player.timeline.script.segments
        await player.skip()
        #expect(player.timeline.segmentIndex(at: player.positionMs) == 1)
        #expect(player.timeline.next(after: player.positionMs)?.name == segments[2].name)
        await player.goBack()
        #expect(player.timeline.segmentIndex(at: player.positionMs) == 0)
    }

    @Test("stopped for a sharp pain ends at once, says it was right, and asks the questions again")
    func sharpPain() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        try await phone.begun(pain: 4)
        try await phone.practise(seconds: 3 + 240)
        let player = try phone.app.player()
        await player.stop()
        #expect(phone.device.done.contains("hush"))
        let stopped = try phone.app.stopped()
        #expect(stopped.hasStopped && stopped.form.title == "You stopped. That was right.")
        let sign = try #require(stopped.form.signs.first { $0.id == "stop-sharp-pain" })
        await stopped.choose(sign)
        #expect(stopped.chosen == sign)
        #expect(player.ended?.ended?.ending == .stoppedForSign(sign: "stop-sharp-pain"))
        #expect(player.ended?.ended?.practisedMs == 240_000)
        await stopped.goOn()
        #expect(try phone.app.screening().pageIndex == 0)
        // Nor does a new start lead round the questions.
        try await phone.killAndOpen()
        #expect(try phone.app.screening().ticked.isEmpty)
    }

    @Test("stopped without a sign is kept")
    func doneForToday() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        try await phone.begun(pain: 4)
        try await phone.practise(seconds: 3 + 60)
        await (try phone.app.player()).stop()
        await (try phone.app.stopped()).doneForToday()
        #expect(try phone.app.today().today.openPractice == nil)
        #expect(try phone.app.today().today.week.minutesDone == 1)
    }

    @Test("asks once before it ends early, and keeps what was done")
    func endsEarly() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        try await phone.begun(pain: nil)
        try await phone.practise(seconds: 3 + 300)
        await phone.app.back()
        let player = try phone.app.player()
        #expect(player.isAskingToEnd && player.isPaused)
        await player.keepGoing()
        #expect(!player.isAskingToEnd && player.countIn == 3)
        await player.askToEnd()
        await player.end()
        await (try phone.app.checkIn()).skip()
        #expect(try phone.app.today().today.week.sessionsDone == 1)
    }

    @Test("killed in the middle is offered again where it was, after a reboot too")
    func killed() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        try await phone.begun(pain: 2)
        try await phone.practise(seconds: 3 + 200)
        phone.clock.advance(ms: 3_600_000)
        phone.clock.reboot()
        try await phone.killAndOpen()
        let open = try #require(try phone.app.today().today.openPractice)
        #expect(open.player.phase == .paused)
        #expect((180_000...200_000).contains(open.player.positionMs))
        await (try phone.app.today()).goOn()
        let player = try phone.app.player()
        #expect(player.countIn == 3)
        try await phone.practise(seconds: 3 + 420)
        await (try phone.app.checkIn()).skip()
        #expect(try phone.app.today().today.week.sessionsDone == 1)
    }

    @Test("killed in the middle can be finished where it was")
    func killedAndFinished() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        try await phone.begun(pain: 2)
        try await phone.practise(seconds: 3 + 400)
        try await phone.killAndOpen()
        await (try phone.app.today()).finishThere()
        #expect(try phone.app.checkIn().form.painBefore == 2)
        await (try phone.app.checkIn()).skip()
        #expect(try phone.app.today().today.openPractice == nil)
    }
}
