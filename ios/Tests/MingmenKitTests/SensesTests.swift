import MingmenCore
import Testing

@testable import MingmenKit

/// Writes down what was asked of the session that all apps share.
@MainActor
private final class FakeSession: AudioSession {
    struct Refused: Error {}
    private(set) var asked: [String] = []
    var refuses = false

    func activate() throws {
        asked.append("take")
        if refuses { throw Refused() }
    }

    func deactivate() throws { asked.append("let go") }
}

/// Sound that rings until its time has been waited for.
@MainActor
private final class Ringing {
    var leftMs: UInt64 = 0

    func pass(_ ms: UInt64) { leftMs -= min(ms, leftMs) }
}

@MainActor
@Suite("Sound and touch", .timeLimit(.minutes(1)))
struct SensesTests {
    private let session = FakeSession()
    private let ringing = Ringing()

    private func ducking(waits: Bool = true) -> Ducking {
        Ducking(
            session: session, ringingMs: { [ringing] in ringing.leftMs },
            wait: { [ringing] ms in
                guard waits else { return try await Task.sleep(for: .seconds(3_600)) }
                await ringing.pass(ms)
            })
    }

    @Test("takes the session once and lets it go once")
    func once() {
        let ducking = ducking()
        ducking.set(false)
        ducking.set(true)
        ducking.set(true)
        ducking.set(false)
        ducking.set(false)
        #expect(session.asked == ["take", "let go"])
    }

    @Test("lets the last chime ring out before it lets go")
    func ringsOut() async throws {
        let ducking = ducking()
        ducking.set(true)
        ringing.leftMs = 6_000
        ducking.set(false)
        ducking.set(false)
        #expect(session.asked == ["take"])
        while session.asked.count < 2 { try await Task.sleep(for: .milliseconds(1)) }
        #expect(session.asked == ["take", "let go"] && ringing.leftMs == 0)
    }

    @Test("keeps the session where a practice goes on while the chime still rings")
    func goesOn() async throws {
        let ducking = ducking(waits: false)
        ducking.set(true)
        ringing.leftMs = 6_000
        ducking.set(false)
        ducking.set(true)
        ringing.leftMs = 0
        try await Task.sleep(for: .milliseconds(20))
        #expect(session.asked == ["take"])
        ducking.set(false)
        #expect(session.asked == ["take", "let go"])
    }

    @Test("asks again after a call, or where it was refused")
    func asksAgain() {
        let ducking = ducking()
        session.refuses = true
        ducking.set(true)
        ducking.set(false)
        session.refuses = false
        ducking.set(true)
        ducking.wasTakenAway()
        ducking.set(false)
        ducking.set(true)
        #expect(session.asked == ["take", "take", "take"])
    }

    @Test("gives in, out, a turn and the end a touch of their own")
    func touches() {
        let (into, out) = (Touch.in.stretches, Touch.out.stretches)
        let (turn, end) = (Touch.turn.stretches, Touch.end.stretches)
        #expect(zip(into, into.dropFirst()).allSatisfy { $0.strength < $1.strength && $0.at + $0.length == $1.at })
        #expect(out.count == 2 && out[0].strength == out[1].strength && out[1].at - out[0].length - out[0].at >= 0.05)
        #expect(turn.count == 1 && turn[0].length > into.reduce(0) { $0 + $1.length })
        #expect(end.count == 2 && end[0] == turn[0] && end[1].length == turn[0].length)
        for touch in [into, out, turn, end] {
            #expect(touch.allSatisfy { $0.strength > 0 && $0.strength < 1 && $0.at + $0.length <= 1.2 })
        }
    }
}
