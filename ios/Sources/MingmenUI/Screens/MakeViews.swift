import MingmenCore
import MingmenKit
import SwiftUI

/// A routine of one's own in the making. Everything goes by buttons; nothing needs a drag. Back asks nothing: what is
/// not saved waits here.
struct MakeView: View {
    @Environment(\.palette) private var palette
    @Bindable var model: MakeModel
    let figures: Figures
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(
                over: words(.minutesShort, model.minutes),
                title: words(model.changing == nil ? .makeRoutine : .changeRoutine), back: back)
            if model.wasLeft && model.isUnsaved { Notice(icon: "pencil", text: words(.stillHere)) }
            if !model.form.note.isEmpty { Notice(icon: "leaf", text: model.form.note) }
            Text(verbatim: words(.routineName)).role(.heading, palette.ink).isHeading()
            WordField(title: words(.routineName), text: $model.name)
            if model.fault == .name { Notice(icon: "pencil", text: words(.nameFault)) }
            ForEach(model.lines, id: \.id) { line in
                LineCard(model: model, line: line, figures: figures)
            }
            if model.fault == .movements { Notice(icon: "pencil", text: words(.movementsFault)) }
            choosing
            puttingAway
        } footer: {
            WordButton(words(.save)) { await model.save() }
        }
    }

    @ViewBuilder
    private var choosing: some View {
        if model.isChoosing {
            Text(verbatim: words(.addMovement)).role(.heading, palette.ink).isHeading()
            LazyVStack(spacing: Space.m) {
                ForEach(model.form.forms, id: \.link.id) { choice in
                    OpeningRow(choice.link.title, detail: detail(choice)) {
                        model.add(choice)
                    } picture: {
                        RowFigure(figures: figures, motion: choice.motion, posture: choice.posture)
                    }
                }
            }
            WordButton(words(.close), .text) { model.isChoosing = false }
        } else {
            WordButton(words(.addMovement), icon: "plus", .tonal) { model.isChoosing = true }
        }
    }

    @ViewBuilder
    private var puttingAway: some View {
        if model.isUnsaved {
            WordButton(words(model.changing == nil ? .putAway : .putChangesAway), .text) { model.putAwayUnsaved() }
        } else if model.canBringBack {
            UndoCard(text: words(.wasPutAway)) { model.bringBack() }
        }
    }

    private func detail(_ choice: MakeChoice) -> String {
        [words(.minutesShort, Int(choice.minutes)), choice.caution].filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

/// One movement of it: its minutes, its place, and the way out.
private struct LineCard: View {
    @Environment(\.palette) private var palette
    let model: MakeModel
    let line: MakeModel.Line
    let figures: Figures

    var body: some View {
        let caution = model.caution(of: line)
        Card {
            HStack(spacing: Space.m) {
                RowFigure(figures: figures, motion: line.motion, posture: line.posture)
                VStack(alignment: .leading, spacing: Space.xs) {
                    Text(verbatim: line.link.title).role(.heading, palette.ink)
                    if !caution.isEmpty { Text(verbatim: caution).role(.support, palette.emberText) }
                }
            }
            HStack(spacing: Touch.gap) {
                IconButton("minus", spoken: words(.minuteLess, line.link.title)) { model.shorter(line) }
                    .disabled(!model.canShorten(line))
                Text(verbatim: words(.minutesShort, Int(line.minutes))).role(.bodyText, palette.ink)
                IconButton("plus", spoken: words(.minuteMore, line.link.title)) { model.longer(line) }
            }
            // A row of its own: on a small phone with large text one row would not hold all of them.
            HStack(spacing: Touch.gap) {
                IconButton("arrow.up", spoken: words(.moveUp, line.link.title)) { model.moveUp(line) }
                    .disabled(!model.canMoveUp(line))
                IconButton("arrow.down", spoken: words(.moveDown, line.link.title)) { model.moveDown(line) }
                    .disabled(!model.canMoveDown(line))
                Spacer(minLength: 0)
                IconButton("trash", spoken: words(.takeOut, line.link.title)) { model.remove(line) }
            }
        }
        .accessibilityElement(children: .contain)
    }
}

/// A routine made to measure, with why each movement is in it.
struct MeasureView: View {
    @Environment(\.palette) private var palette
    @Bindable var model: MeasureModel
    let figures: Figures
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: "", title: words(.toMeasure), back: back)
            if !model.form.note.isEmpty { Notice(icon: "leaf", text: model.form.note) }
            choices
            avoiding
            WordButton(words(.makeIt), model.page == nil ? .primary : .tonal) { await model.make() }
            if let refusal = model.refusal { Notice(icon: "slider.horizontal.3", text: refusal) }
            made
        } footer: {
            if model.page?.card != nil { WordButton(words(.begin), icon: "play.fill") { await model.begin() } }
        }
    }

    @ViewBuilder
    private var choices: some View {
        Text(verbatim: words(.length)).role(.heading, palette.ink).isHeading()
        KeyGrid(columns: 3) {
            ForEach(model.form.minutes, id: \.self) { minutes in
                ToggleKey(title: words(.minutesShort, Int(minutes)), isOn: model.minutes == minutes) {
                    model.minutes = minutes
                }
            }
        }
        PostureKeys(postures: model.form.postures, chosen: model.posture) { model.posture = $0 }
        Text(verbatim: words(.dayIs)).role(.heading, palette.ink).isHeading()
        KeyGrid(columns: 2) {
            ForEach(model.form.days, id: \.day) { choice in
                ToggleKey(title: choice.text, isOn: model.day == choice.day) { model.day = choice.day }
            }
        }
        Text(verbatim: words(.partOfBody)).role(.heading, palette.ink).isHeading()
        AreaKeys(areas: model.form.areas, chosen: model.area) { model.choose($0) }
    }

    @ViewBuilder
    private var avoiding: some View {
        if model.isAvoiding {
            Text(verbatim: words(.leaveOut)).role(.heading, palette.ink).isHeading()
            ForEach(model.movements, id: \.id) { movement in
                CheckRow(text: movement.title, isOn: model.avoid.contains(movement.id)) { model.toggle(movement.id) }
            }
        } else {
            WordButton(words(.leaveOutCount, model.avoid.count), .text) { model.isAvoiding = true }
        }
    }

    @ViewBuilder
    private var made: some View {
        if let page = model.page {
            PageHeading(over: page.facts, title: page.routine.name)
            ForEach(Array(page.lines.enumerated()), id: \.offset) { _, line in
                OpeningRow(line.link.title, detail: detail(line)) {
                    await model.open(line.link)
                } picture: {
                    RowFigure(figures: figures, motion: line.motion, posture: line.posture)
                }
            }
            WordButton(words(.anotherOne), icon: "arrow.clockwise", .tonal) { await model.another() }
            WordButton(words(.keepAsOwn), icon: "square.and.arrow.down", .outlined) { await model.save() }
        }
    }

    private func detail(_ line: RoutineLine) -> String {
        [words(.minutesShort, Int(line.minutes)), line.why].filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
