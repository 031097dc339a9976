#if canImport(UIKit)
    import AVFoundation
    import CoreHaptics
    import MingmenCore
    import MingmenKit

    /// The session that the phone's apps share.
    final class SharedSession: AudioSession {
        private let session = AVAudioSession.sharedInstance()

        init() {
            // Heard over music, which is made quieter, and with the silent switch on: the person asked for a practice that
            // can be followed by ear alone. `interruptSpokenAudioAndMixWithOthers`, which Apple advises beside it, would
            // pause another app's podcast for the whole practice; here nothing of others is paused.
            try? session.setCategory(.playback, mode: .voicePrompt, options: .duckOthers)
        }

        func activate() throws {
            try session.setActive(true)
        }

        func deactivate() throws {
            try session.setActive(false, options: .notifyOthersOnDeactivation)
        }
    }

    /// Plays the core's chimes, each by a player of its own.
    @MainActor
    final class Chimes {
        private lazy var players: [Chime: AVAudioPlayer] = Dictionary(
            uniqueKeysWithValues: MingmenCore.chimes().compactMap { sound in
                (try? AVAudioPlayer(data: sound.wav)).map { (sound.chime, $0) }
            })

        /// For how long a chime will still ring, milliseconds.
        var ringingMs: UInt64 {
            let left = players.values.filter(\.isPlaying).map { $0.duration - $0.currentTime }
            return UInt64(max(0, left.max() ?? 0) * 1_000)
        }

        func play(_ chime: Chime) {
            guard let player = players[chime] else { return }
            player.currentTime = 0
            player.play()
        }
    }

    /// The phone's motor; nothing on one that has none.
    @MainActor
    final class Motor {
        private let engine: CHHapticEngine?

        init() {
            let hasMotor = CHHapticEngine.capabilitiesForHardware().supportsHaptics
            engine = hasMotor ? try? CHHapticEngine() : nil
            engine?.playsHapticsOnly = true
            engine?.isAutoShutdownEnabled = true
        }

        func touch(_ touch: Touch) {
            guard let engine, let pattern = try? Self.pattern(touch) else { return }
            // It stops by itself after a while, and may have been stopped by a call.
            try? engine.start()
            try? engine.makePlayer(with: pattern).start(atTime: CHHapticTimeImmediate)
        }

        private static func pattern(_ touch: Touch) throws -> CHHapticPattern {
            let events = touch.stretches.map { stretch in
                CHHapticEvent(
                    eventType: .hapticContinuous,
                    parameters: [
                        CHHapticEventParameter(parameterID: .hapticIntensity, value: stretch.strength),
                        CHHapticEventParameter(parameterID: .hapticSharpness, value: 0.2),
                    ],
                    relativeTime: stretch.at, duration: stretch.length)
            }
            return try CHHapticPattern(events: events, parameters: [])
        }
    }
#endif
