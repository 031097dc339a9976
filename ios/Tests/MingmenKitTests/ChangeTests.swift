import MingmenCore
import Testing

@testable import MingmenKit

@MainActor
@Suite("A change of mind in a practice", .timeLimit(.minutes(3)))
struct ChangeTests {
    /// A standing practice that has run for so long.
    private func standing(_ seconds: UInt64, guidance: Guidance? = nil) async throws -> (Phone, PlayerModel, Led) {
        let led = Led()
        let phone = try await Phone { options, now in
            let core = try WatchedLead(options: options, now: now)
            core.led = led
            return core
        }
        try await phone.answerNothing()
        try await phone.lead("routine-phase-3", minutes: 26, posture: .standing, guidance)
        try await phone.follow(seconds: 3 + seconds)
        return (phone, try phone.app.player(), led)
    }

    @Test("is made where the practice is, by one call, and the figure goes on without a jump")
    func withoutAJump() async throws {
        let (phone, player, led) = try await standing(125)
        await player.openChanges()
        let form = try #require(player.changeForm)
        let chosen = form.guidance.chosen
        let changes: [@MainActor (PlayerModel) async -> Void] = [
            { await $0.leave(minutes: 15) }, { await $0.lead(chosen.with(voice: .quiet)) },
            { await $0.lead(chosen.breathing(12_000)) }, { await $0.lead(chosen.breathing(nil)) },
            { await $0.lead(chosen.paced(form.guidance.usualPacer)) },
        ]
        for (index, change) in changes.enumerated() {
            phone.clock.advance(ms: 640)
            let (place, phase) = (player.positionMs, player.timeline.phase(at: player.positionMs))
            await change(player)
            #expect(led.all.changes == index + 1 && phone.app.trouble == nil)
            #expect(player.positionMs == place && player.isPlaying, "\(index)")
            #expect(player.timeline.phase(at: place) == phase, "\(index)")
            try await phone.follow(seconds: 7)
        }
        #expect(led.all.cues == led.all.cues.sorted { $0.atMs < $1.atMs })
        player.closeChanges()
        #expect(player.changeForm == nil)
    }

    @Test("of the time leaves so many minutes, and the lock screen knows")
    func minutes() async throws {
        let (phone, player, _) = try await standing(60)
        await player.openChanges()
        let minutes = try #require(player.changeForm?.minutes)
        #expect(minutes.contains(5))
        await player.leave(minutes: 5)
        #expect(player.leftMs == 300_000 && player.timeline.script.lengthMs == 360_000)
        let glance = try #require(phone.lockScreen.latest)
        #expect(glance.practiceEnds?.timeIntervalSince(phone.clock.now.instant) == 300)
        try await phone.follow(seconds: 300)
        #expect(player.ended?.ended?.practisedMs == 360_000)
    }

    @Test("to the chair is led at once, with its figure there already")
    func seated() async throws {
        let (phone, player, _) = try await standing(90)
        await player.openChanges()
        #expect(player.changeForm?.canSit == true)
        let before = phone.device.done.count
        await player.sit()
        let segment = try #require(player.timeline.segment(at: player.positionMs))
        #expect(segment.posture == .seated)
        #expect(segment.motion == nil || phone.app.figures.frames(segment.motion, .seated) != nil)
        #expect(phone.device.done.dropFirst(before).contains { $0.hasPrefix("say ") })
        #expect(player.changeForm?.canSit == false)
    }

    @Test("is possible while it is held, and holds it still")
    func held() async throws {
        let (_, player, led) = try await standing(70)
        await player.pauseOrGoOn()
        await player.openChanges()
        let steps = led.all.steps
        await player.leave(minutes: 10)
        #expect(player.isPaused && player.leftMs == 600_000 && led.all.steps == steps)
    }

    @Test("to one's own breath sets no pace")
    func ownBreath() async throws {
        let (phone, player, _) = try await standing(100)
        await player.openChanges()
        let chosen = try #require(player.changeForm?.guidance.chosen)
        await player.lead(chosen.breathing(nil))
        #expect(player.changeForm?.guidance.chosen.breathMs == nil)
        try await phone.follow(seconds: 30)
        #expect(player.timeline.breath(at: player.positionMs) == .own)
        #expect(player.timeline.fullness(at: player.positionMs) == 1)
        // What is chosen in the middle holds for this practice alone.
        #expect(try await phone.mingmen.guidanceForm().chosen == chosen)
    }

    @Test("before a practice is kept, and every practice from then on is led so")
    func kept() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        await (try phone.app.today()).begin()
        let ready = try phone.app.ready()
        await ready.openGuidance()
        let chosen = try #require(ready.guidance).chosen
        let wanted = chosen.with(voice: .key, otherSideFirst: true, warmUp: true, gratitude: true, intention: true)
            .breathing(10_000)
        await ready.lead(wanted)
        #expect(ready.guidance?.chosen == wanted)
        await phone.app.back()
        #expect(ready.guidance == nil && (try? phone.app.ready()) === ready)
        await ready.start(pain: nil)
        let segments = try phone.app.player().timeline.script.segments
        let around = segments.filter(\.around).map(\.movement)
        #expect(around == ["gratitude-bookend", "clear-intention", "warm-up", "gratitude-bookend"])
        #expect(try await phone.mingmen.guidanceForm().chosen == wanted)
    }
}
