import MingmenCore
import MingmenKit
import SwiftUI

/// 08: the figure teaches, words support it, Stop is always in the same place. The picture runs on the local clock
/// between the core's answers.
struct PlayerView: View {
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize
    @Environment(\.accessibilityReduceMotion) private var isStill
    let model: PlayerModel
    let figures: Figures

    var body: some View {
        TimelineView(
            .animation(minimumInterval: isStill ? 0.25 : nil, paused: !model.isPlaying && model.countIn == nil)
        ) {
            _ in
            let position = model.positionMs
            VStack(spacing: Space.m) {
                heading(position)
                SegmentBar(timeline: model.timeline, position: position)
                scene(position)
                cue(position)
                transport
                stop
            }
            .padding(.horizontal, Space.margin)
            .padding(.vertical, Space.l)
        }
        .background(palette.stage)
        .task { await loadFigures() }
        .alert(words(.endHere), isPresented: isAsking) {
            Button(words(.end), role: .destructive) { Task { await model.end() } }
            Button(words(.goOn), role: .cancel) { Task { await model.keepGoing() } }
        } message: {
            Text(verbatim: words(.endHereMore))
        }
        // Stop can be reached from wherever a screen reader is.
        .accessibilityAction(named: Text(verbatim: words(.stop))) { Task { await model.stop() } }
    }

    private var isAsking: Binding<Bool> {
        Binding(get: { @MainActor in model.isAskingToEnd }, set: { _ in })
    }

    private func loadFigures() async {
        for segment in model.timeline.script.segments {
            await figures.load(segment.motion, segment.posture)
        }
    }

    private func heading(_ position: UInt32) -> some View {
        let (timeline, index) = (model.timeline, model.timeline.segmentIndex(at: position))
        return HStack {
            IconButton("xmark", spoken: words(.close)) { await model.askToEnd() }
            Spacer(minLength: 0)
            Text(verbatim: timeline.segment(at: position)?.name ?? timeline.script.title).role(.heading, palette.ink)
            Text(verbatim: words(.placeOf, index + 1, timeline.script.segments.count)).role(.support, palette.inkSoft)
            Spacer(minLength: 0)
        }
        .accessibilityElement(children: .contain)
    }

    private func scene(_ position: UInt32) -> some View {
        let timeline = model.timeline
        let segment = timeline.segment(at: position)
        let frames = segment.flatMap { figures.frames($0.motion, $0.posture) }
        let phase = timeline.phase(at: position)
        return FigureScene(
            frames: frames,
            phase: isStill ? frames?.nearestKeyPhase(to: phase) ?? 0 : phase,
            backdrop: .breath(
                fullness: isStill ? timeline.steppedFullness(at: position) : timeline.fullness(at: position)),
            spoken: timeline.line(at: position)
        )
        .frame(maxWidth: .infinity, minHeight: 300, maxHeight: .infinity)
    }

    @ViewBuilder
    private func cue(_ position: UInt32) -> some View {
        VStack(spacing: Space.xs) {
            if let countIn = model.countIn {
                Text(verbatim: words(.startingIn)).role(.heading, palette.jade)
                Text(verbatim: "\(countIn)").role(.numeral, palette.ink)
            } else {
                breath(position)
                Text(verbatim: model.isPaused ? words(.paused) : model.timeline.line(at: position))
                    .role(.cue, palette.ink)
                    .multilineTextAlignment(.center)
                if !textSize.isVeryLarge { left(position) }
            }
        }
        .frame(maxWidth: .infinity)
    }

    @ViewBuilder
    private func breath(_ position: UInt32) -> some View {
        if let breath = model.timeline.breath(at: position) {
            HStack(spacing: Space.s) {
                Image(systemName: breath.icon).accessibilityHidden(true)
                Text(verbatim: breath.instruction)
            }
            .font(.heading)
            .foregroundStyle(palette.jade)
        }
    }

    private func left(_ position: UInt32) -> some View {
        let segment = model.timeline.segment(at: position)
        let left = clock((segment?.endsMs ?? position) - min(position, segment?.endsMs ?? position))
        let next = model.timeline.next(after: position)?.name
        return Text(verbatim: next.map { words(.leftThen, left, $0) } ?? words(.left, left))
            .font(.support.monospacedDigit())
            .foregroundStyle(palette.inkSoft)
    }

    private var transport: some View {
        HStack(spacing: 26) {
            RoundKey("backward.end.fill", spoken: words(.previous), size: 64) { await model.goBack() }
            RoundKey(
                model.isPaused ? "play.fill" : "pause.fill", spoken: words(model.isPaused ? .goOn : .pause),
                size: Touch.pause, isLoud: true
            ) { await model.pauseOrGoOn() }
            RoundKey("forward.end.fill", spoken: words(.next), size: 64) { await model.skip() }
        }
    }

    private var stop: some View {
        WordButton(words(.stop), icon: "hand.raised", .stop) { await model.stop() }
            .accessibilitySortPriority(1)
    }
}

/// One bar for each movement, as wide as its minutes.
private struct SegmentBar: View {
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
private struct RoundKey: View {
    @Environment(\.palette) private var palette
    private let icon: String
    private let spoken: String
    private let size: CGFloat
    private let isLoud: Bool
    private let action: @MainActor () async -> Void

    init(
        _ icon: String,
        spoken: String,
        size: CGFloat,
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

extension FigureFrames {
    /// The telling pose that is nearest to a phase: what stands still where nothing is to move.
    fileprivate func nearestKeyPhase(to phase: Double) -> Double {
        keyPhases.min { distance($0, phase) < distance($1, phase) } ?? 0
    }

    private func distance(_ one: Double, _ other: Double) -> Double {
        let apart = abs(one - other).truncatingRemainder(dividingBy: 1)
        return min(apart, 1 - apart)
    }
}
