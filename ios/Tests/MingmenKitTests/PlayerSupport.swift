import Foundation
import MingmenCore
import Synchronization
import Testing

@testable import MingmenKit

/// What the core was asked while it led a practice, and what it handed over.
final class Led: Sendable {
    struct Log {
        var steps = 0
        var changes = 0
        var others = 0
        var cues: [Cue] = []
        /// How far beyond its cues the player was when it handed them over, at most, in milliseconds.
        var latestMs: UInt32 = 0
    }

    private let log = Mutex(Log())

    var all: Log { log.withLock { $0 } }
    var calls: Int { all.steps + all.changes + all.others }

    func note(_ change: (inout Log) -> Void) { log.withLock { change(&$0) } }
}

/// The real core, watched while it leads.
final class WatchedLead: Mingmen, @unchecked Sendable {
    var led: Led?

    override func stepPractice(
        practice: PracticeId, event: PlayerEvent, monotonicMs: UInt64, now: Now
    ) throws -> Stepped {
        let step = try super.stepPractice(practice: practice, event: event, monotonicMs: monotonicMs, now: now)
        led?.note { log in
            log.steps += 1
            for case .cue(let cue) in step.effects {
                log.cues.append(cue)
                log.latestMs = max(log.latestMs, step.player.positionMs - cue.atMs)
            }
        }
        return step
    }

    override func changePractice(
        practice: PracticeId, wanted: PracticeChange, monotonicMs: UInt64, now: Now
    ) throws -> PracticeChanged {
        led?.note { $0.changes += 1 }
        return try super.changePractice(practice: practice, wanted: wanted, monotonicMs: monotonicMs, now: now)
    }

    override func figureClip(motion: String, posture: Posture) throws -> FigureClip {
        led?.note { $0.others += 1 }
        return try super.figureClip(motion: motion, posture: posture)
    }

    override func changeForm(practice: PracticeId) throws -> ChangeForm {
        led?.note { $0.others += 1 }
        return try super.changeForm(practice: practice)
    }
}

/// Writes down what a locked phone was shown.
final class FakeLockScreen: LockScreen {
    private(set) var shown: [PracticeGlance?] = []
    var latest: PracticeGlance? { shown.last ?? nil }

    func show(_ practice: PracticeGlance?) { shown.append(practice) }
}

extension Phone {
    /// Leads a practice of a routine, counting in.
    func lead(_ routine: RoutineId, minutes: UInt16, posture: Posture, _ guidance: Guidance? = nil) async throws {
        let card = try #require(try await mingmen.routinePage(id: routine).card)
        let usual = card.choices
        let choices = usual.with(minutes: minutes, posture: posture, guidance: guidance ?? usual.guidance)
        await app.attempt { try await self.app.begin(card.with(choices), pain: nil) }
        try #require(app.trouble == nil, "\(String(describing: app.trouble))")
    }

    /// Lets time go by as the app does: as long as it waits, with a tick at its end.
    func follow(seconds: UInt64) async throws {
        let player = try app.player()
        let until = clock.clocks.monotonicMs() + seconds * 1_000
        while clock.clocks.monotonicMs() < until, player.ended == nil {
            clock.advance(ms: min(player.nextTickMs, until - clock.clocks.monotonicMs()))
            await player.tick()
        }
    }
}
