import MingmenCore
import MingmenKit
import SwiftUI

#if canImport(UniformTypeIdentifiers)
    import UniformTypeIdentifiers
#endif

/// 14: search on top, then what there is to practise or to read. Learning stays open, whatever the screening said.
struct LibraryView: View {
    @Environment(\.palette) private var palette
    @Bindable var model: LibraryModel
    let figures: Figures
    let hasWayBack: Bool
    let back: @MainActor () async -> Void
    @State private var isChoosingFile = false

    var body: some View {
        Page {
            if hasWayBack { IconButton("chevron.left", spoken: words(.back), action: back) }
            PageHeading(over: "", title: words(.tabLibrary))
            if let deleted = model.deleted {
                UndoCard(text: words(.wasDeleted, deleted.name)) { await model.undoDelete() }
            }
            OpeningRow(words(.search), icon: "magnifyingglass") { await model.search() }
            KeyGrid(columns: 2) {
                ToggleKey(title: words(.practise), isOn: model.side == .practise) { model.side = .practise }
                ToggleKey(title: words(.learn), isOn: model.side == .learn) { model.side = .learn }
            }
            switch model.side {
            case .practise: practise
            case .learn: learn
            }
        }
        .fileImporter(isPresented: $isChoosingFile, allowedContentTypes: [.json]) { result in
            guard case .success(let file) = result else { return }
            Task { await model.takeIn(fileAt: file) }
        }
    }

    @ViewBuilder
    private var practise: some View {
        AreaKeys(areas: model.page.areas, chosen: model.filter.area) { await model.choose($0) }
        KeyGrid(columns: 2) {
            ForEach([Posture.seated, .standing, .lying], id: \.self) { posture in
                ToggleKey(title: posture.name, isOn: model.filter.posture == posture, radius: Radius.chip) {
                    Task { await model.choose(posture) }
                }
            }
            ToggleKey(
                title: words(.upToMinutes, Int(model.page.shortMinutes)), isOn: model.filter.atMostMinutes != nil,
                radius: Radius.chip
            ) {
                Task { await model.chooseShort() }
            }
            if model.isNarrowed {
                WordButton(words(.showEverything), .text) { await model.showEverything() }
            }
        }
        own
        cards(words(.routines), model.page.routines)
        cards(words(.movements), model.page.movements)
        if model.page.routines.isEmpty && model.page.movements.isEmpty {
            Notice(icon: "leaf", text: words(.nothingForThis))
        }
    }

    @ViewBuilder
    private var own: some View {
        cards(words(.ownRoutines), model.page.own)
        if let unsaved = model.unsaved {
            OpeningRow(words(.goOnMaking), detail: unsaved.detail, icon: "pencil") { await model.makeRoutine() }
        } else {
            OpeningRow(words(.makeRoutine), detail: words(.makeRoutineMore), icon: "plus") { await model.makeRoutine() }
        }
        OpeningRow(words(.toMeasure), detail: words(.toMeasureMore), icon: "slider.horizontal.3") {
            await model.makeToMeasure()
        }
        OpeningRow(words(.bodyCheck), detail: words(.bodyCheckMore), icon: "checklist") { await model.checkBody() }
        OpeningRow(words(.takeIn), detail: words(.takeInMore), icon: "square.and.arrow.down") {
            isChoosingFile = true
        }
    }

    @ViewBuilder
    private var learn: some View {
        OpeningRow(words(.bodyMap), detail: words(.bodyMapMore), icon: "figure.stand") { await model.showBodyMap() }
        ForEach(model.page.topics, id: \.topic) { topic in
            OpeningRow(topic.title, detail: topic.lead, icon: ItemKind.topic.icon) { await model.open(topic) }
        }
    }

    @ViewBuilder
    private func cards(_ title: String, _ cards: [LibraryCard]) -> some View {
        if !cards.isEmpty {
            Text(verbatim: title).role(.heading, palette.ink).isHeading()
            LazyVStack(spacing: Space.m) {
                ForEach(cards, id: \.link.id) { card in
                    OpeningRow(card.link.title, detail: card.detail) {
                        await model.open(card.link)
                    } picture: {
                        RowFigure(figures: figures, motion: card.motion, posture: card.posture)
                    }
                }
            }
        }
    }
}

extension LibraryCard {
    fileprivate var detail: String {
        [link.detail, summary].filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension MakeModel {
    /// "Before breakfast · 12 min, not saved yet".
    fileprivate var detail: String {
        let minutes = words(.notSavedYet, minutes)
        return name.isEmpty ? minutes : words(.withOrigin, name, minutes)
    }
}

/// A file that could not be taken in: where in it, and why.
struct RefusedFileView: View {
    @Environment(\.palette) private var palette
    let fault: SharedFileFault
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            PageHeading(over: words(.takeIn), title: words(.fileRefusedTitle))
            Notice(icon: "doc.badge.ellipsis", text: fault.sentence)
            Text(verbatim: words(.fileRefusedMore)).role(.bodyText, palette.ink)
        } footer: {
            WordButton(words(.back), action: back)
        }
    }
}

extension SharedFileFault {
    /// "Line 3, character 14, version: a whole number belongs here."
    var sentence: String {
        switch self {
        case .unreadable: words(.fileUnreadable)
        case .notText(let line, let column): words(.fileNotTextAt, line, column)
        case .notARoutine(let line, let column, "", let problem): words(.fileFault, line, column, problem)
        case .notARoutine(let line, let column, let field, let problem):
            words(.fileFieldFault, line, column, field, problem)
        case .notKept(let error): error.localizedDescription
        }
    }
}

/// Parts of the body to choose from; the chosen one again opens the choice.
struct AreaKeys: View {
    let areas: [AreaChoice]
    let chosen: AreaId?
    let choose: @MainActor (AreaId) async -> Void

    var body: some View {
        KeyGrid(columns: 2) {
            ForEach(areas, id: \.area) { choice in
                ToggleKey(title: choice.name, isOn: chosen == choice.area, radius: Radius.chip) {
                    Task { await choose(choice.area) }
                }
            }
        }
        .accessibilityElement(children: .contain)
        .accessibilityLabel(Text(verbatim: words(.partOfBody)))
    }
}

/// What is gone from here, and the way to bring it back.
struct UndoCard: View {
    @Environment(\.palette) private var palette
    let text: String
    let undo: @MainActor () async -> Void

    var body: some View {
        Card {
            Text(verbatim: text).role(.bodyText, palette.ink)
            WordButton(words(.bringBack), icon: "arrow.uturn.backward", .tonal, action: undo)
        }
    }
}
