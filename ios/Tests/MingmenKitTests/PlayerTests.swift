import Foundation
import MingmenCore
import Testing

@testable import MingmenKit

/// A phone whose core is watched while it leads, screened.
@MainActor
private func watched(isFlowing: Bool = false) async throws -> (Phone, Led) {
    let led = Led()
    let phone = try await Phone(isFlowing: isFlowing) { options, now in
        let core = try WatchedLead(options: options, now: now)
        core.led = led
        return core
    }
    try await phone.answerNothing()
    return (phone, led)
}

@MainActor
@Suite("The player", .timeLimit(.minutes(3)))
struct PlayerTests {
    @Test("leads 26 minutes far faster than life, hits each cue once and on time, and asks the core little")
    func wholePractice() async throws {
        let (phone, led) = try await watched(isFlowing: true)
        phone.device.canSpeak = false  // The most cues: a chime with each breath too.
        let guidance = try await phone.mingmen.guidanceForm().usualPacer
        let choices = try await phone.mingmen.guidanceForm().chosen.paced(guidance).with(touches: true)
        try await phone.lead("routine-phase-3", minutes: 26, posture: .seated, choices)
        let player = try phone.app.player()
        let script = player.timeline.script
        for segment in script.segments { await phone.app.figures.load(segment.motion, segment.posture) }
        while player.ended == nil { try await Task.sleep(for: .milliseconds(5)) }
        #expect(script.lengthMs == 26 * 60_000 && player.ended?.ended?.practisedMs == script.lengthMs)
        #expect(led.all.cues == script.cues)
        #expect(led.all.latestMs <= 50, "\(led.all.latestMs)")
        #expect(led.calls < 2_000, "\(led.calls)")
        let wanted = script.cues.compactMap { cue -> String? in
            switch cue.action {
            case .say(let text, _): "say \(text)"
            case .chime(let chime): "chime \(chime)"
            case .touch(let touch): "touch \(touch)"
            case .breathe, .move: nil
            }
        }
        let kinds = ["say ", "chime ", "touch "]
        #expect(phone.device.done.filter { done in kinds.contains { done.hasPrefix($0) } }.dropFirst(3) == wanted[...])
        let all = ["chime in", "chime out", "chime end", "touch in", "touch out", "touch end", "touch turn"]
        #expect(Set(wanted).isSuperset(of: all))
        #expect(phone.device.done.filter { $0.hasPrefix("duck") } == ["duck", "duck no more"])
    }

    @Test("that was let go for forty seconds does not say all of it at once")
    func shortSleep() async throws {
        let (phone, led) = try await watched()
        try await phone.lead("routine-phase-3", minutes: 26, posture: .seated)
        try await phone.follow(seconds: 3 + 20)
        let (said, handed) = (phone.device.done.count, led.all.cues.count)
        phone.clock.advance(ms: 40_000)
        let player = try phone.app.player()
        await player.tick()
        #expect(player.isPlaying && player.state.positionMs == 60_000)
        let due = led.all.cues.dropFirst(handed)
        #expect(due.count > 10 && phone.device.done.count - said <= 3)
        #expect(led.all.cues == player.timeline.script.cues.filter { $0.atMs <= 60_000 })
    }

    @Test("that was let go for longer is held, counts in again, and goes on where it was")
    func longSleep() async throws {
        let (phone, _) = try await watched()
        try await phone.lead("routine-phase-3", minutes: 26, posture: .seated)
        try await phone.follow(seconds: 3 + 100)
        let player = try phone.app.player()
        phone.clock.advance(ms: 600_000)
        await player.tick()
        #expect(player.isPaused && player.state.positionMs == 100_000)
        #expect(Array(phone.device.done.suffix(3)) == ["hush", "duck no more", "screen off"])
        await player.pauseOrGoOn()
        #expect(player.countIn == 3 && Array(phone.device.done.suffix(3)) == ["screen on", "duck", "say 3"])
        try await phone.follow(seconds: 3 + 10)
        #expect(player.state.positionMs == 110_000 && player.state.practisedMs == 110_000)
    }

    @Test("is held by a call, and given back held")
    func call() async throws {
        let (phone, _) = try await watched()
        await phone.device.whenInterrupted?()
        try await phone.lead("routine-phase-3", minutes: 26, posture: .seated)
        try await phone.follow(seconds: 3 + 10)
        let player = try phone.app.player()
        await phone.device.whenInterrupted?()
        #expect(player.isPaused && phone.device.done.last == "screen off")
        phone.clock.advance(ms: 30_000)
        await player.tick()
        await phone.device.whenInterrupted?()
        #expect(player.isPaused && player.state.positionMs == 10_000)
        await player.pauseOrGoOn()
        #expect(player.countIn == 3)
        await phone.device.whenInterrupted?()
        #expect(player.isPaused)
    }

    @Test("begins a movement again from its start")
    func again() async throws {
        let (phone, _) = try await watched()
        try await phone.lead("routine-phase-3", minutes: 26, posture: .seated)
        try await phone.follow(seconds: 3)
        let player = try phone.app.player()
        await player.skip()
        let start = player.positionMs
        try await phone.follow(seconds: 2)
        await player.again()
        #expect(player.positionMs == start && player.timeline.segmentIndex(at: start) == 1)
        #expect(phone.device.done.contains("hush"))
    }

    @Test("chimes the breath where the phone cannot speak, and keeps nothing of that")
    func withoutAVoice() async throws {
        for canSpeak in [true, false] {
            let (phone, _) = try await watched()
            phone.device.canSpeak = canSpeak
            try await phone.lead("routine-phase-3", minutes: 26, posture: .seated)
            let cues = try phone.app.player().timeline.script.cues
            #expect(cues.contains { $0.action == .chime(chime: .in) } == !canSpeak)
            #expect(try await phone.mingmen.guidanceForm().chosen.breathChimes == false)
        }
    }

    @Test("tells a screen reader the milestones and nothing else, and never speaks beside it")
    func screenReader() async throws {
        let (phone, led) = try await watched(isFlowing: true)
        phone.device.hasScreenReader = true
        try await phone.lead("routine-phase-3", minutes: 10, posture: .seated)
        let player = try phone.app.player()
        while player.ended == nil { try await Task.sleep(for: .milliseconds(5)) }
        func said(_ kinds: [SayKind]) -> [String] {
            led.all.cues.compactMap { cue in
                if case .say(let text, let kind) = cue.action, kinds.contains(kind) { text } else { nil }
            }
        }
        let announced = phone.device.done.filter { $0.hasPrefix("announce ") }.map { String($0.dropFirst(9)) }
        #expect(announced == said([.next, .halfWay, .lastMinute, .closing]) && announced.count > 4)
        let spoken = phone.device.done.filter { $0.hasPrefix("say ") }.map { String($0.dropFirst(4)) }
        #expect(spoken == ["3", "2", "1"] + said([.care, .step, .reminder, .stillness]))
    }

    @Test("shows a locked phone the movement and its ends, at turns alone")
    func lockScreen() async throws {
        let (phone, led) = try await watched()
        try await phone.lead("routine-phase-3", minutes: 10, posture: .seated)
        let player = try phone.app.player()
        let segments = player.timeline.script.segments
        let first = try #require(phone.lockScreen.latest)
        #expect(first.title == segments[0].name && !first.isPaused && first.segmentEnds.count == segments.count)
        #expect(first.practiceEnds?.timeIntervalSince(phone.clock.now.instant) == 603)
        try await phone.follow(seconds: 3 + 60)
        #expect(led.all.steps > 40)
        await player.pauseOrGoOn()
        let paused = try #require(phone.lockScreen.latest)
        #expect(paused.isPaused && paused.movementEnds == nil && paused.practiceEnds == nil)
        phone.clock.advance(ms: 120_000)
        await player.pauseOrGoOn()
        let again = try #require(phone.lockScreen.latest)
        #expect(again.practiceEnds?.timeIntervalSince(phone.clock.now.instant) == 543)
        try await phone.follow(seconds: 3 + 540)
        #expect(phone.lockScreen.shown.last == .some(nil))
        // One for each movement, the pause, going on, and the end.
        #expect(phone.lockScreen.shown.count == segments.count + 3)
        let copy = try JSONDecoder().decode(PracticeGlance.self, from: try JSONEncoder().encode(again))
        #expect(copy == again)
    }
}
