#if canImport(UIKit)
    import AVFoundation
    import AudioToolbox
    import MingmenKit
    import UIKit

    /// The phone's own voice, sounds and motor.
    final class Phone: Device {
        private let voice = AVSpeechSynthesizer()
        private let motor = UIImpactFeedbackGenerator(style: .soft)

        /// A soft "tink" of the system's own sounds.
        private static let chimeSound: SystemSoundID = 1_057

        init() {
            // Spoken cues go over music and make it quieter, and are heard with the silent switch on: the person asked
            // for a practice that can be followed by voice alone.
            try? AVAudioSession.sharedInstance().setCategory(.playback, mode: .voicePrompt, options: .duckOthers)
        }

        func say(_ sentence: String) {
            let utterance = AVSpeechUtterance(string: sentence)
            utterance.rate = AVSpeechUtteranceDefaultSpeechRate * 0.85
            voice.speak(utterance)
        }

        func hush() {
            voice.stopSpeaking(at: .immediate)
        }

        func chime() {
            AudioServicesPlaySystemSound(Self.chimeSound)
        }

        func buzz() {
            motor.impactOccurred()
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
