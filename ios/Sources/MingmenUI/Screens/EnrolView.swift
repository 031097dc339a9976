import MingmenCore
import MingmenKit
import SwiftUI

/// 05: every value is preset; one tap enrols. The same page changes what was enrolled for.
struct EnrolView: View {
    @Environment(\.palette) private var palette
    @Bindable var model: EnrolModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            HStack {
                IconButton("chevron.left", spoken: words(.back), action: back)
                Text(verbatim: model.plan?.title ?? words(.yourWeeks)).role(.heading, palette.ink).isHeading()
            }
            if model.choosesRoutine { RoutineChoice(model: model) }
            section(words(.days), model.form.daysHint)
            DayKeys(title: words(.days), days: model.days) { model.toggle($0) }
            if !model.differs.isEmpty { Notice(icon: "leaf", text: model.differs) }
            section(words(.time), "")
            times
            clocks
            weeks
            if !model.form.lengths.isEmpty {
                section(words(.length), "")
                Card {
                    ForEach(model.form.lengths, id: \.length) { choice in
                        RadioRow(title: choice.title, detail: choice.detail, isOn: model.length == choice.length) {
                            model.length = choice.length
                        }
                    }
                }
            }
            section(words(.posture), "")
            KeyGrid(columns: 3) {
                ForEach(model.form.postures, id: \.self) { posture in
                    ToggleKey(title: posture.name, isOn: model.posture == posture) { model.posture = posture }
                }
            }
        } footer: {
            WordButton(buttonTitle) { await model.confirm() }.disabled(!model.isReady)
        }
    }

    private var times: some View {
        Card {
            ForEach(Array(model.times.enumerated()), id: \.offset) { place, time in
                TimeRow(
                    title: model.times.count > 1 ? words(.timeOf, place + 1) : words(.time),
                    showsTitle: model.times.count > 1, time: time
                ) { model.set(time: $0, at: place) }
                if model.canRemoveTime {
                    WordButton(words(.takeOut, words(.timeOf, place + 1)), .text) { model.removeTime(at: place) }
                }
            }
            if model.canAddTime {
                WordButton(words(.addTime), icon: "plus", .outlined) { model.addTime() }
            }
        }
    }

    /// Whose clock the times follow: rarely another than the person's own, so it is folded away.
    @ViewBuilder
    private var clocks: some View {
        if model.choosesClock {
            Card {
                OpenerRow(title: words(.onWhoseClock), detail: model.clock?.title ?? "") {
                    ForEach(model.form.clocks, id: \.title) { clock in
                        RadioRow(title: clock.title, detail: clock.detail, isOn: model.clock == clock) {
                            model.follow(clock)
                        }
                    }
                }
            }
        }
    }

    @ViewBuilder
    private var weeks: some View {
        if let range = model.weeksRange, let count = model.weeks {
            section(words(.howManyWeeks), "")
            if let origin = model.form.weeks?.origin { Badge(origin: origin) }
            Card {
                StepRow(
                    text: words(.weeksCount, Int(count)), less: words(.weekLess), more: words(.weekMore),
                    canLess: count > range.lowerBound, canMore: count < range.upperBound
                ) { model.step(weeks: $0) }
            }
        }
    }

    private var buttonTitle: String {
        model.changing == nil ? words(.startOn, model.startsOn.weekday.long) : words(.save)
    }

    private func section(_ title: String, _ hint: String) -> some View {
        HStack(spacing: Space.xs) {
            Text(verbatim: title).role(.support, palette.inkSoft).isHeading()
            if !hint.isEmpty { Text(verbatim: "· \(hint)").role(.support, palette.inkSoft) }
        }
        .padding(.top, Space.s)
    }
}

/// Which routine of one's own; where there is none, the way to make one.
private struct RoutineChoice: View {
    @Environment(\.palette) private var palette
    let model: EnrolModel

    var body: some View {
        Text(verbatim: words(.ownRoutines)).role(.support, palette.inkSoft).isHeading()
        if model.routines.isEmpty {
            Notice(icon: "leaf", text: words(.routineFirst))
        } else {
            Card {
                ForEach(model.routines, id: \.link.id) { card in
                    RadioRow(title: card.link.title, detail: card.link.detail, isOn: model.routine == card.link.id) {
                        Task { await model.choose(card) }
                    }
                }
            }
        }
        OpeningRow(words(.makeRoutine), detail: words(.makeRoutineMore), icon: "plus") { await model.makeRoutine() }
    }
}
