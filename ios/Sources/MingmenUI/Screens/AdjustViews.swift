import MingmenCore
import MingmenKit
import SwiftUI

/// The ways to bend a plan: one press makes a change.
struct AdjustView: View {
    @Environment(\.palette) private var palette
    let model: AdjustModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: model.overview.title, title: words(.changePlan), back: back)
            OpeningRow(words(.daysAndTimes), detail: model.overview.nowTimes, icon: "calendar") {
                await model.changeTimes()
            }
            ForEach(model.groups, id: \.group) { group in
                Text(verbatim: words(group.group.title)).role(.heading, palette.ink).isHeading()
                    .padding(.top, Space.s)
                ForEach(group.options, id: \.title) { option in
                    BendRow(option: option) { await model.press(option) }
                }
                if group.group == .pause && model.canPause {
                    OpeningRow(words(.pauseOtherDays), detail: words(.pauseOtherDaysMore), icon: "calendar") {
                        await model.choosePause()
                    }
                }
            }
        }
        .alert(model.asking?.title ?? "", isPresented: isAsking) {
            if let option = model.asking {
                Button(option.title, role: option.change == .leave ? .destructive : nil) {
                    Task { await model.confirm() }
                }
                Button(words(.keepAsItIs), role: .cancel) { model.keepAsItIs() }
            }
        } message: {
            Text(verbatim: model.asking?.question ?? "")
        }
    }

    private var isAsking: Binding<Bool> {
        Binding(get: { @MainActor in model.asking != nil }, set: { _ in })
    }
}

extension BendOption {
    /// What to weigh before it is made.
    fileprivate var question: String { warning ?? detail }
}

extension BendGroup {
    fileprivate var title: Word {
        switch self {
        case .session: .onePractice
        case .week: .weekOfPlan
        case .length: .length
        case .clock: .onWhoseClock
        case .advance: .movesOn
        case .pause: .aPause
        case .leave: .bendLeave
        }
    }
}

/// One way to bend it, and what that means. It opens nothing, so it has no arrow.
private struct BendRow: View {
    @Environment(\.palette) private var palette
    let option: BendOption
    let press: @MainActor () async -> Void

    var body: some View {
        Button {
            Task { await press() }
        } label: {
            Card {
                Text(verbatim: option.title).role(.heading, palette.jade)
                if !option.detail.isEmpty { Text(verbatim: option.detail).role(.support, palette.inkSoft) }
            }
        }
        .buttonStyle(.plain)
        .accessibilityElement(children: .combine)
    }
}

/// A pause with its first and its last day.
struct PauseView: View {
    @Environment(\.palette) private var palette
    let model: PauseModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: model.overview.title, title: words(.aPause), back: back)
            Text(verbatim: words(.pauseCalm)).role(.bodyText, palette.inkSoft)
            Card {
                DateRow(title: words(.firstDay), date: model.first, range: model.firstDays) { model.set(first: $0) }
            }
            Card {
                DateRow(title: words(.lastDay), date: model.last, range: model.lastDays) { model.set(last: $0) }
            }
        } footer: {
            WordButton(words(.pausePlan)) { await model.pause() }
        }
    }
}

/// The plans that can be followed, each with where it comes from.
struct PlansView: View {
    @Environment(\.palette) private var palette
    let model: PlansModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: "", title: words(.otherPlans), back: back)
            ForEach(model.choices, id: \.plan) { choice in
                PlanChoiceRow(choice: choice) { await model.open(choice) }
            }
        }
    }
}

/// A plan that can be followed, or is.
struct PlanChoiceRow: View {
    let choice: PlanChoice
    let open: @MainActor () async -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: Space.s) {
            Badge(origin: choice.origin)
            OpeningRow(
                choice.title, detail: detail, icon: choice.isRunning ? "checkmark.circle" : "square.stack", action: open
            )
        }
    }

    private var detail: String {
        choice.isRunning ? "\(choice.about)\n\(words(.youFollowIt))" : choice.about
    }
}
