import MingmenCore
import MingmenKit
import SwiftUI

/// Shows a part of the player anew as time goes by, by the local clock; where less motion is asked for, four times a second.
struct Running<Content: View>: View {
    @Environment(\.accessibilityReduceMotion) private var isStill
    private let model: PlayerModel
    private let smoothly: Bool
    private let content: (UInt32) -> Content

    init(model: PlayerModel, smoothly: Bool = false, @ViewBuilder content: @escaping (UInt32) -> Content) {
        self.model = model
        self.smoothly = smoothly
        self.content = content
    }

    var body: some View {
        TimelineView(
            .animation(
                minimumInterval: smoothly && !isStill ? nil : 0.25, paused: !model.isPlaying && model.countIn == nil)
        ) { _ in content(model.positionMs) }
    }
}

/// The person and the breath ring. Where nothing is to move the telling poses follow one another instead, the next one as
/// a ghost, and the ring grows in steps.
struct PlayerFigure: View {
    @Environment(\.accessibilityReduceMotion) private var isStill
    let model: PlayerModel
    let figures: Figures

    var body: some View {
        Running(model: model, smoothly: true) { position in
            let timeline = model.timeline
            let segment = timeline.segment(at: position)
            let frames = segment.flatMap { figures.frames($0.motion, $0.posture) }
            let phase = timeline.phase(at: position)
            let poses = isStill ? frames?.stillPoses(at: phase) : nil
            ZStack {
                FigureScene(
                    frames: frames, phase: poses?.shown ?? phase,
                    backdrop: .breath(
                        fullness: isStill ? timeline.steppedFullness(at: position) : timeline.fullness(at: position)),
                    ghost: poses?.next, spoken: segment?.figureText ?? timeline.script.title,
                    now: timeline.doing(at: position)
                )
                .id(poses?.shown)
                .transition(.opacity)
            }
            .animation(isStill ? .calm : nil, value: poses?.shown)
        }
    }
}

/// What to do now, in words: the breath, the line, what is left. Before it moves, the seconds.
struct PlayerWords: View {
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize
    let model: PlayerModel
    var isFromAfar = false

    /// A line of so many letters is a few words to be read from afar; a longer one is a sentence.
    private static let shortLine = 28

    var body: some View {
        Running(model: model) { position in
            VStack(spacing: Space.xs) {
                if let countIn = model.countIn {
                    Text(verbatim: words(.startingIn)).role(.heading, palette.jade)
                    Text(verbatim: "\(countIn)").role(isFromAfar ? .cueFromAfar : .numeral, palette.ink)
                } else {
                    breath(position)
                    line(model.isPaused ? words(.paused) : model.timeline.line(at: position))
                    if !textSize.isVeryLarge { left(position) }
                }
            }
            .frame(maxWidth: .infinity)
        }
    }

    @ViewBuilder
    private func breath(_ position: UInt32) -> some View {
        if let breath = model.timeline.breath(at: position) {
            HStack(spacing: Space.s) {
                Image(systemName: breath.icon).accessibilityHidden(true)
                Text(verbatim: breath.instruction)
            }
            .font(isFromAfar ? .breathFromAfar : .heading)
            .foregroundStyle(palette.jade)
        }
    }

    private func line(_ line: String) -> some View {
        let isShort = line.count <= Self.shortLine
        let font: Font = isFromAfar ? (isShort ? .cueFromAfar : .cue) : (isShort ? .cue : .pageTitle)
        return Text(verbatim: line).role(font, palette.ink).multilineTextAlignment(.center)
    }

    private func left(_ position: UInt32) -> some View {
        let segment = model.timeline.segment(at: position)
        let left = clock((segment?.endsMs ?? position) - min(position, segment?.endsMs ?? position))
        let next = model.timeline.next(after: position)?.name
        return Text(verbatim: next.map { words(.leftThen, left, $0) } ?? words(.left, left))
            .font((isFromAfar ? Font.pageTitle : .support).monospacedDigit())
            .foregroundStyle(palette.inkSoft)
    }
}

/// One bar for each movement, as wide as its minutes.
struct SegmentBar: View {
    @Environment(\.palette) private var palette
    let timeline: Timeline
    let position: UInt32

    var body: some View {
        Canvas { context, size in
            let gap = 5.0
            let segments = timeline.script.segments
            let room = size.width - gap * Double(max(0, segments.count - 1))
            var left = 0.0
            for (index, segment) in segments.enumerated() {
                let share = Double(segment.endsMs - segment.startsMs) / Double(max(1, timeline.script.lengthMs))
                let bar = CGRect(x: left, y: 0, width: room * share, height: size.height)
                let done = CGRect(
                    x: left, y: 0, width: bar.width * timeline.share(ofSegment: index, at: position),
                    height: size.height)
                let corner = CGSize(width: size.height / 2, height: size.height / 2)
                context.fill(Path(roundedRect: bar, cornerSize: corner), with: .color(palette.track))
                context.fill(Path(roundedRect: done, cornerSize: corner), with: .color(palette.jade))
                left += bar.width + gap
            }
        }
        .frame(height: 8)
        .accessibilityHidden(true)
    }
}

/// A round key of the transport.
struct RoundKey: View {
    @Environment(\.palette) private var palette
    private let icon: String
    private let spoken: String
    private let size: CGFloat
    private let isLoud: Bool
    private let action: @MainActor () async -> Void

    init(
        _ icon: String,
        spoken: String,
        size: CGFloat = 56,
        isLoud: Bool = false,
        action: @escaping @MainActor () async -> Void
    ) {
        self.icon = icon
        self.spoken = spoken
        self.size = size
        self.isLoud = isLoud
        self.action = action
    }

    var body: some View {
        Button {
            Task { await action() }
        } label: {
            Image(systemName: icon)
                .font(.pageTitle)
                .foregroundStyle(isLoud ? palette.onJade : palette.ink)
                .frame(width: size, height: size)
                .background(isLoud ? palette.jade : Color.clear)
                .clipShape(Circle())
                .overlay { Circle().stroke(isLoud ? Color.clear : palette.outline, lineWidth: 2) }
                .contentShape(Circle())
        }
        .buttonStyle(.plain)
        .accessibilityLabel(Text(verbatim: spoken))
    }
}

extension Breath {
    fileprivate var instruction: String {
        switch self {
        case .in: words(.breatheIn)
        case .out: words(.breatheOut)
        case .natural: words(.breatheNaturally)
        case .own: words(.breatheOwn)
        }
    }

    fileprivate var icon: String {
        switch self {
        case .in: "arrow.up"
        case .out: "arrow.down"
        case .natural, .own: "water.waves"
        }
    }
}
