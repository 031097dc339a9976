import Foundation
import MingmenCore

/// The clock that only ever goes forward, and a way to let some of it go by. Tests move it by hand.
///
/// The clock on the wall and the zone are not here: the client asks its own `now` for them.
public struct Clocks: Sendable {
    /// Milliseconds since some moment; a phone that sleeps or is put right does not make it jump.
    public let monotonicMs: @Sendable () -> UInt64
    /// Lets so many milliseconds go by.
    public let wait: @Sendable (UInt64) async throws -> Void

    public init(
        monotonicMs: @escaping @Sendable () -> UInt64,
        wait: @escaping @Sendable (UInt64) async throws -> Void
    ) {
        self.monotonicMs = monotonicMs
        self.wait = wait
    }

    /// The device's own. It goes on while the phone sleeps, so a practice behind a locked screen keeps its time.
    public static var ofThisDevice: Clocks {
        let begin = ContinuousClock.now
        return Clocks(
            monotonicMs: {
                let (seconds, attoseconds) = (ContinuousClock.now - begin).components
                return UInt64(seconds) * 1_000 + UInt64(attoseconds / 1_000_000_000_000_000)
            },
            wait: { try await Task.sleep(for: .milliseconds($0)) })
    }
}
