import MingmenCore
import MingmenKit
import SwiftUI

/// The live classes, each at its time here and there.
struct ClassesView: View {
    @Environment(\.palette) private var palette
    let model: ClassesModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: "", title: words(.classes), back: back)
            Text(verbatim: words(.classesLead)).role(.bodyText, palette.inkSoft)
            // One that is kept has an id; one of an article that is not has its item.
            ForEach(model.rows, id: \.identity) { row in
                Card {
                    Text(verbatim: row.name).role(.heading, palette.ink).isHeading()
                    if !row.here.isEmpty { Text(verbatim: row.here).role(.bodyText, palette.ink) }
                    if !row.there.isEmpty { Text(verbatim: row.there).role(.support, palette.inkSoft) }
                    keys(row)
                }
                .accessibilityElement(children: .contain)
            }
            WordButton(words(.addClass), icon: "plus", .tonal) { model.add() }
        }
    }

    @ViewBuilder
    private func keys(_ row: ClassRow) -> some View {
        if row.id == nil {
            WordButton(words(.keepClass), icon: "plus", .outlined) { await model.keep(row) }
                .accessibilityLabel(Text(verbatim: words(.nameThen, row.name, words(.keepClass))))
        } else {
            CheckRow(text: words(.ringBefore), isOn: row.rings) { await model.toggleRing(row) }
            WordButton(words(.change), icon: "pencil", .outlined) { model.change(row) }
                .accessibilityLabel(Text(verbatim: words(.changeClass, row.name)))
        }
    }
}

extension ClassRow {
    fileprivate var identity: String { id ?? item ?? name }
}

/// A class: what it is called, when it is, on whose clock, and how long it takes.
struct ClassView: View {
    @Environment(\.palette) private var palette
    @Bindable var model: ClassModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: words(.classes), title: words(model.isNew ? .addClass : .changeThisClass), back: back)
            heading(.routineName)
            WordField(title: words(.classNameHint), text: $model.name)
            if model.fault == .name { Notice(icon: "pencil", text: words(.classNameFault)) }
            heading(.day)
            DayKeys(title: words(.day), days: [model.weekday]) { model.weekday = $0 }
            Card {
                TimeRow(title: words(.time), time: model.time) { model.time = $0 }
                StepRow(
                    text: words(.minutesShort, Int(model.minutes)), less: words(.fiveLess), more: words(.fiveMore),
                    canLess: model.minutes > ClassModel.minutesRange.lowerBound,
                    canMore: model.minutes < ClassModel.minutesRange.upperBound
                ) { model.step(minutes: $0) }
            }
            zone
            Card { CheckRow(text: words(.ringBefore), isOn: model.rings) { model.rings.toggle() } }
            if model.isKept { WordButton(words(.removeClass), icon: "trash", .wrong) { model.askToRemove() } }
        } footer: {
            WordButton(words(.save)) { await model.save() }
        }
        .alert(words(.removeAsked, model.name), isPresented: isAsking) {
            Button(words(.remove), role: .destructive) { Task { await model.remove() } }
            Button(words(.keepIt), role: .cancel) { model.keepIt() }
        } message: {
            Text(verbatim: words(.removeAskedMore))
        }
    }

    /// On whose clock it begins: the zones there are to choose from, and a line for any other.
    @ViewBuilder
    private var zone: some View {
        heading(.onWhoseClock)
        Card {
            ForEach(model.zones, id: \.self) { zone in
                RadioRow(title: placeName(zone), detail: zone, isOn: model.isChosen(zone)) { model.choose(zone) }
            }
            WordField(title: words(.otherZone), text: $model.writtenZone)
        }
        if model.fault == .zone { Notice(icon: "pencil", text: words(.zoneFault)) }
    }

    /// "Europe/London" is London.
    private func placeName(_ zone: String) -> String {
        String(zone.split(separator: "/").last ?? "").replacing("_", with: " ")
    }

    private func heading(_ word: Word) -> some View {
        Text(verbatim: words(word)).role(.heading, palette.ink).isHeading()
    }

    private var isAsking: Binding<Bool> {
        Binding(get: { @MainActor in model.isAskingToRemove }, set: { _ in })
    }
}
