import Foundation
import MingmenCore

/// A touch of the motor is told apart without looking: by how many there are, how long, and whether they grow.
extension Touch {
    /// A stretch of one strength.
    public struct Stretch: Equatable, Sendable {
        /// Seconds from the beginning of the touch.
        public let at: TimeInterval
        /// Seconds that it lasts.
        public let length: TimeInterval
        /// Of 1, the motor's most.
        public let strength: Float
    }

    /// What the motor does: in is one that grows, out two soft ones, a turn a long one, the end two long ones.
    public var stretches: [Stretch] {
        switch self {
        case .in:
            [
                Stretch(at: 0, length: 0.09, strength: 0.3), Stretch(at: 0.09, length: 0.09, strength: 0.5),
                Stretch(at: 0.18, length: 0.12, strength: 0.75),
            ]
        case .out: [Stretch(at: 0, length: 0.08, strength: 0.4), Stretch(at: 0.25, length: 0.08, strength: 0.4)]
        case .turn: [Stretch(at: 0, length: 0.45, strength: 0.6)]
        case .end: [Stretch(at: 0, length: 0.45, strength: 0.6), Stretch(at: 0.7, length: 0.45, strength: 0.6)]
        }
    }
}

/// What the phone shares between the sounds of its apps.
@MainActor
public protocol AudioSession: AnyObject {
    /// Takes it: from here on other apps are quieter.
    func activate() throws
    /// Lets it go, and tells the others.
    func deactivate() throws
}

/// Makes other apps quieter while a practice sounds. Taken once and let go once, and not before the last chime has rung out: a
/// session that is let go while it sounds is cut off.
@MainActor
public final class Ducking {
    private let session: any AudioSession
    private let ringingMs: @MainActor () -> UInt64
    private let wait: @Sendable (UInt64) async throws -> Void
    private var isHeld = false
    private var lettingGo: Task<Void, Never>?

    /// `ringingMs` says for how long there will still be sound; `wait` lets so much time go by.
    public init(
        session: any AudioSession, ringingMs: @escaping @MainActor () -> UInt64,
        wait: @escaping @Sendable (UInt64) async throws -> Void
    ) {
        self.session = session
        self.ringingMs = ringingMs
        self.wait = wait
    }

    public func set(_ on: Bool) {
        if on { take() } else { letGo() }
    }

    /// The phone has taken the session away, as for a call: it is to be asked for anew.
    public func wasTakenAway() {
        lettingGo?.cancel()
        lettingGo = nil
        isHeld = false
    }

    private func take() {
        lettingGo?.cancel()
        lettingGo = nil
        guard !isHeld else { return }
        // Where it is refused, the practice goes on by picture and touch, and asks again the next time.
        isHeld = (try? session.activate()) != nil
    }

    private func letGo() {
        guard isHeld, lettingGo == nil else { return }
        guard ringingMs() > 0 else { return giveBack() }
        lettingGo = Task {
            do {
                while ringingMs() > 0 { try await wait(ringingMs()) }
                try Task.checkCancellation()
            } catch {
                return  // Asked for anew, or taken away.
            }
            giveBack()
        }
    }

    private func giveBack() {
        lettingGo = nil
        isHeld = false
        try? session.deactivate()
    }
}
