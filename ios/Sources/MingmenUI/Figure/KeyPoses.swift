import MingmenCore
import MingmenKit
import SwiftUI

/// Two key poses beside each other with their breath. A press plays the movement once, and it plays once by itself; where
/// less motion is asked for the poses stay.
struct KeyPoses: View {
    @Environment(\.palette) private var palette
    @Environment(\.accessibilityReduceMotion) private var isStill
    let figures: Figures
    let motion: String
    let posture: Posture
    let spoken: String
    @State private var playingSince: Date?

    var body: some View {
        let frames = figures.frames(motion, posture)
        VStack(spacing: Space.s) {
            if let frames, let since = playingSince {
                TimelineView(.animation(minimumInterval: nil, paused: false)) { time in
                    FigureScene(
                        frames: frames, phase: frames.phase(time.date.timeIntervalSince(since)), backdrop: .plain,
                        spoken: spoken)
                }
            } else {
                poses(frames)
            }
        }
        .frame(maxWidth: .infinity)
        .frame(height: 236)
        .background(palette.stage)
        .clipShape(RoundedRectangle(cornerRadius: Radius.hero))
        .task(id: FigureKey(motion: motion, posture: posture)) { await playOnce() }
        .task(id: playingSince) { await comeToRest() }
        if !isStill { WordButton(words(.watch), icon: "play", .text) { play() } }
    }

    @ViewBuilder
    private func poses(_ frames: FigureFrames?) -> some View {
        HStack(spacing: 0) {
            ForEach(frames?.tellingPhases ?? [], id: \.self) { phase in
                VStack(spacing: Space.xs) {
                    FigureScene(frames: frames, phase: phase, backdrop: .plain)
                    if let breath = frames?.breath(at: phase) {
                        Label(breath.word, systemImage: breath.icon).font(.support).foregroundStyle(palette.ink)
                    }
                }
                .padding(.bottom, Space.s)
            }
        }
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(Text(verbatim: spoken))
    }

    private func playOnce() async {
        await figures.load(motion, posture)
        play()
    }

    private func play() {
        if !isStill { playingSince = Date() }
    }

    /// After one round the poses are shown again.
    private func comeToRest() async {
        guard playingSince != nil, let frames = figures.frames(motion, posture) else { return }
        let isWhole = (try? await Task.sleep(for: .milliseconds(frames.clip.cycleMs))) != nil
        if isWhole { playingSince = nil }
    }
}

extension FigureFrames {
    /// The first and the last key pose; one where there is no other.
    fileprivate var tellingPhases: [Double] {
        guard let first = keyPhases.first, let last = keyPhases.last else { return [] }
        return first == last ? [first] : [first, last]
    }

    /// Where the movement is after so many seconds.
    fileprivate func phase(_ seconds: TimeInterval) -> Double {
        max(0, seconds) * 1_000 / Double(max(1, clip.cycleMs))
    }

    /// The breath that leads to a pose, where one is stated.
    fileprivate func breath(at phase: Double) -> StepBreath? {
        let permille = UInt16(clamping: Int(phase * 1_000))
        for breath in clip.breaths {
            if breath.inhaleStart < permille, permille <= breath.inhaleEnd { return .in }
            if breath.exhaleStart < permille, permille <= breath.exhaleEnd { return .out }
        }
        return nil
    }
}

extension StepBreath {
    var word: String {
        switch self {
        case .in: words(.breatheIn)
        case .out: words(.breatheOut)
        case .deep: words(.breatheDeeply)
        case .natural: words(.breatheNaturally)
        }
    }

    var icon: String {
        switch self {
        case .in: "arrow.up"
        case .out: "arrow.down"
        case .deep, .natural: "water.waves"
        }
    }
}
