#if canImport(UIKit)
    import AVFoundation
    import MingmenCore
    import MingmenKit
    import UIKit

    /// The phone's own voice, sounds and motor.
    final class Phone: Device {
        private let voice = AVSpeechSynthesizer()
        private let english = AVSpeechSynthesisVoice(language: Phone.spoken)
        private let chimes = Chimes()
        private let motor = Motor()
        private let ducking: Ducking
        var whenInterrupted: (@MainActor () async -> Void)?

        /// The sentences of the core are English so far, and a voice of another language cannot read them.
        private static var spoken: String {
            let own = Locale.autoupdatingCurrent
            return own.language.languageCode == .english ? own.identifier(.bcp47) : "en-GB"
        }

        init() {
            ducking = Ducking(
                session: SharedSession(),
                ringingMs: { [voice, chimes] in voice.isSpeaking ? 500 : chimes.ringingMs },
                wait: { try await Task.sleep(for: .milliseconds($0)) })
            Task { [weak self] in
                let interruptions = NotificationCenter.default.notifications(
                    named: AVAudioSession.interruptionNotification)
                // Said at the beginning of a call, and again at its end.
                let isBeginning = interruptions.map { note in
                    let kind = note.userInfo?[AVAudioSessionInterruptionTypeKey] as? UInt
                    return kind == AVAudioSession.InterruptionType.began.rawValue
                }
                for await begins in isBeginning where begins {
                    self?.ducking.wasTakenAway()
                    await self?.whenInterrupted?()
                }
            }
        }

        var canSpeak: Bool { english != nil }

        var hasScreenReader: Bool { UIAccessibility.isVoiceOverRunning }

        func say(_ sentence: String) {
            guard let english else { return }
            let utterance = AVSpeechUtterance(string: sentence)
            utterance.voice = english
            utterance.rate = AVSpeechUtteranceDefaultSpeechRate * 0.85
            voice.speak(utterance)
        }

        func hush() {
            voice.stopSpeaking(at: .immediate)
        }

        func chime(_ chime: Chime) {
            chimes.play(chime)
        }

        func touch(_ touch: Touch) {
            motor.touch(touch)
        }

        func duck(_ on: Bool) {
            ducking.set(on)
        }

        func keepScreenOn(_ on: Bool) {
            UIApplication.shared.isIdleTimerDisabled = on
        }

        func announce(_ sentence: String) {
            let inTurn = NSAttributedString(
                string: sentence, attributes: [.accessibilitySpeechQueueAnnouncement: true])
            UIAccessibility.post(notification: .announcement, argument: inTurn)
        }
    }
#endif
