import MingmenCore
import MingmenKit
import SwiftUI

/// 08 and 09: the figure teaches, words support it, Stop is always in the same place and the first to be found. Upright it
/// is held in the hand; on its side it is followed from afar, larger and with fewer keys. The picture runs on the local
/// clock between the core's answers.
struct PlayerView: View {
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize
    @Environment(\.verticalSizeClass) private var height
    let model: PlayerModel
    let figures: Figures

    var body: some View {
        layout
            .padding(.horizontal, Space.margin)
            .padding(.vertical, Space.m)
            .background(palette.stage)
            .task(id: model.timeline.figures) { await loadFigures() }
            .alert(words(.endHere), isPresented: isAsking) {
                Button(words(.end), role: .destructive) { Task { await model.end() } }
                Button(words(.goOn), role: .cancel) { Task { await model.keepGoing() } }
            } message: {
                Text(verbatim: words(.endHereMore))
            }
            .accessibilityElement(children: .contain)
            // Stop can be reached from wherever a screen reader is.
            .accessibilityAction(named: Text(verbatim: words(.stop))) { Task { await model.stop() } }
    }

    private var isAsking: Binding<Bool> {
        Binding(get: { @MainActor in model.isAskingToEnd }, set: { _ in })
    }

    private func loadFigures() async {
        for figure in model.timeline.figures { await figures.load(figure.motion, figure.posture) }
    }

    @ViewBuilder
    private var layout: some View {
        if height == .compact {
            onItsSide
        } else {
            upright
        }
    }

    private var upright: some View {
        VStack(spacing: Space.m) {
            heading
            Running(model: model) { SegmentBar(timeline: model.timeline, position: $0) }
            if let form = model.changeForm {
                figure.frame(maxWidth: .infinity, minHeight: 96, maxHeight: 180)
                ChangeView(model: model, form: form)
            } else if textSize.isVeryLarge {
                ScrollView {
                    VStack(spacing: Space.m) {
                        figure.frame(height: 260)
                        PlayerWords(model: model)
                    }
                }
            } else {
                figure.frame(maxWidth: .infinity, minHeight: 120, maxHeight: .infinity)
                PlayerWords(model: model)
            }
            transport
            stop
        }
    }

    /// From afar there is no way to the movement before or after: nothing small is left to press.
    private var onItsSide: some View {
        HStack(spacing: Space.l) {
            figure.frame(maxWidth: .infinity, maxHeight: .infinity)
            VStack(spacing: Space.s) {
                heading
                if let form = model.changeForm {
                    ChangeView(model: model, form: form)
                } else {
                    ScrollView { PlayerWords(model: model, isFromAfar: true) }
                }
                HStack(spacing: Space.m) {
                    pause(76)
                    change
                    stop
                }
            }
            .frame(maxWidth: .infinity)
        }
    }

    private var figure: some View {
        PlayerFigure(model: model, figures: figures)
    }

    private var heading: some View {
        Running(model: model) { position in
            let (timeline, index) = (model.timeline, model.timeline.segmentIndex(at: position))
            HStack {
                IconButton("xmark", spoken: words(.close)) { await model.askToEnd() }
                Spacer(minLength: 0)
                Text(verbatim: timeline.segment(at: position)?.name ?? timeline.script.title)
                    .role(.heading, palette.ink)
                Text(verbatim: words(.placeOf, index + 1, timeline.script.segments.count))
                    .role(.support, palette.inkSoft)
                Spacer(minLength: 0)
            }
        }
        .accessibilityElement(children: .contain)
    }

    /// In one row, and where that is too narrow in two.
    private var transport: some View {
        ViewThatFits(in: .horizontal) {
            HStack(spacing: Touch.gap) {
                again
                previous
                pause(Touch.pause)
                next
                change
            }
            VStack(spacing: Touch.gap) {
                HStack(spacing: Space.m) {
                    previous
                    pause(Touch.pause)
                    next
                }
                HStack(spacing: Space.m) {
                    again
                    change
                }
            }
        }
    }

    private var again: some View {
        RoundKey("arrow.counterclockwise", spoken: words(.againSpoken)) { await model.again() }
    }

    private var previous: some View {
        RoundKey("backward.end.fill", spoken: words(.previous)) { await model.goBack() }
    }

    private var next: some View {
        RoundKey("forward.end.fill", spoken: words(.next)) { await model.skip() }
    }

    private func pause(_ size: CGFloat) -> some View {
        RoundKey(
            model.isPaused ? "play.fill" : "pause.fill", spoken: words(model.isPaused ? .goOn : .pause), size: size,
            isLoud: true
        ) { await model.pauseOrGoOn() }
    }

    @ViewBuilder
    private var change: some View {
        if model.changeForm == nil {
            RoundKey("slider.horizontal.3", spoken: words(.change)) { await model.openChanges() }
        } else {
            RoundKey("checkmark", spoken: words(.done)) { model.closeChanges() }
        }
    }

    private var stop: some View {
        WordButton(words(.stop), icon: "hand.raised", .stop) { await model.stop() }
            .accessibilitySortPriority(1)
    }
}

/// What can be changed about the rest. The practice goes on meanwhile.
private struct ChangeView: View {
    @Environment(\.palette) private var palette
    let model: PlayerModel
    let form: ChangeForm

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: Space.m) {
                Running(model: model) { _ in
                    Text(verbatim: words(.left, clock(model.leftMs))).role(.heading, palette.ink).isHeading()
                }
                KeyGrid(columns: 4) {
                    ForEach(form.minutes, id: \.self) { minutes in
                        ToggleKey(title: words(.minutesShort, Int(minutes)), isOn: false) {
                            Task { await model.leave(minutes: minutes) }
                        }
                    }
                }
                if form.canSit {
                    WordButton(words(.sitFromHere), icon: "chair", .tonal) { await model.sit() }
                }
                GuidanceKeys(form: form.guidance) { await model.lead($0) }
            }
        }
    }
}
