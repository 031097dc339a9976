import MingmenCore
import MingmenKit
import SwiftUI

/// A routine of any kind: its movements with their minutes, its length and posture, Begin.
struct RoutineView: View {
    @Environment(\.palette) private var palette
    let model: RoutineModel
    let figures: Figures
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: model.page.facts, title: model.routine.name, back: back)
            if !model.routine.focus.isEmpty { Text(verbatim: model.routine.focus).role(.bodyText, palette.inkSoft) }
            Badge(origin: model.routine.origin)
            shape
            // The same form may be in it twice.
            ForEach(Array(model.page.lines.enumerated()), id: \.offset) { _, line in
                RoutineLineCard(model: model, line: line, figures: figures)
            }
            choices
            Passages(title: words(.goodToKnow), passages: model.routine.notes)
            if model.isOwn { OwnKeys(model: model) }
            Links(title: words(.related), links: model.page.related) { await model.open($0) }
        } footer: {
            if model.card != nil {
                WordButton(words(.beginMinutes, Int(model.chosenMinutes)), icon: "play.fill") { await model.begin() }
            }
        }
    }

    /// A routine that is a choice says so, and offers what there is.
    @ViewBuilder
    private var shape: some View {
        switch model.routine.shape {
        case .ordered: EmptyView()
        case .anyMovement: Links(title: words(.chooseMovement), links: model.page.choices) { await model.open($0) }
        case .seated: Links(title: words(.chooseSeated), links: model.page.choices) { await model.open($0) }
        }
    }

    @ViewBuilder
    private var choices: some View {
        if model.card != nil {
            if model.page.lengths.count > 1 {
                Text(verbatim: words(.length)).role(.heading, palette.ink).isHeading()
                KeyGrid(columns: 2) {
                    ForEach(model.page.lengths, id: \.self) { minutes in
                        ToggleKey(title: words(.minutesShort, Int(minutes)), isOn: model.chosenMinutes == minutes) {
                            model.choose(minutes: minutes)
                        }
                    }
                }
            }
            PostureKeys(postures: model.postures, chosen: model.chosenPosture) { model.choose($0) }
        }
    }
}

/// How the body is held.
struct PostureKeys: View {
    @Environment(\.palette) private var palette
    let postures: [Posture]
    let chosen: Posture?
    let choose: @MainActor (Posture) -> Void

    var body: some View {
        Text(verbatim: words(.posture)).role(.heading, palette.ink).isHeading()
        KeyGrid(columns: 3) {
            ForEach(postures, id: \.self) { posture in
                ToggleKey(title: posture.name, isOn: chosen == posture) { choose(posture) }
            }
        }
    }
}

/// One movement of a routine: its minutes and whose they are, why it is in, and a switch where it is optional.
private struct RoutineLineCard: View {
    @Environment(\.palette) private var palette
    let model: RoutineModel
    let line: RoutineLine
    let figures: Figures

    var body: some View {
        VStack(alignment: .leading, spacing: Space.xs) {
            OpeningRow(line.link.title, detail: detail) {
                await model.open(line.link)
            } picture: {
                RowFigure(figures: figures, motion: line.motion, posture: line.posture)
            }
            if model.isSwitchable(line) {
                CheckRow(text: words(.takeAlong, line.link.title), isOn: model.isOn(line)) { model.toggle(line) }
            }
        }
    }

    /// "5 min · The article says · number 003, line 12", and what else there is to say of the line.
    private var detail: String {
        let minutes = words(.withOrigin, words(.minutesShort, Int(line.minutes)), line.minutesOrigin.badge)
        let added = line.added ? words(.addedByUs) : ""
        return [minutes, added, presence, line.why].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var presence: String {
        switch line.presence {
        case .always: ""
        case .lying: words(.whenLying)
        case .wanted: words(.leftOutUnless)
        }
    }
}

/// What can be done with a routine of one's own.
private struct OwnKeys: View {
    @Environment(\.palette) private var palette
    let model: RoutineModel

    var body: some View {
        if model.hasUnsaved { Notice(icon: "pencil", text: words(.changesUnsaved)) }
        KeyGrid(columns: 2) {
            WordButton(words(model.hasUnsaved ? .goOnChanging : .change), icon: "pencil", .outlined) {
                await model.change()
            }
            WordButton(words(.duplicate), icon: "plus.square.on.square", .outlined) { await model.duplicate() }
            if let file = model.sharedFile {
                ShareLink(item: file) { Label(words(.share), systemImage: "square.and.arrow.up") }
                    .font(.button)
                    .foregroundStyle(palette.jade)
                    .frame(minHeight: 52)
            }
            WordButton(words(.delete), icon: "trash", .wrong) { await model.delete() }
        }
        .task(id: model.page.routine.id) { await model.prepareToShare() }
    }
}
