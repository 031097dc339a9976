import MingmenCore
import MingmenKit
import SwiftUI

/// Small things worth noting. Each is kept by itself and can be taken back.
struct NotesView: View {
    @Environment(\.palette) private var palette
    @Bindable var model: NotesModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: "", title: model.form.title, back: back)
            Text(verbatim: model.form.lead).role(.bodyText, palette.inkSoft)
            if !model.kept.isEmpty { kept }
            ForEach(model.form.kinds, id: \.id) { kind in note(kind) }
        }
    }

    private var kept: some View {
        Card {
            Text(verbatim: words(.notedToday)).role(.heading, palette.ink).isHeading()
            ForEach(model.kept, id: \.id) { note in
                HStack(spacing: Space.s) {
                    VStack(alignment: .leading, spacing: Space.xs) {
                        Text(verbatim: note.title).role(.support, palette.inkSoft)
                        Text(verbatim: note.text).role(.bodyText, palette.ink)
                    }
                    Spacer(minLength: 0)
                    IconButton("arrow.uturn.backward", spoken: words(.takeBackNote, note.title)) {
                        await model.remove(note)
                    }
                }
            }
        }
    }

    private func note(_ kind: NoteKind) -> some View {
        Card {
            Text(verbatim: kind.title).role(.heading, palette.ink).isHeading()
            Text(verbatim: kind.prompt).role(.bodyText, palette.inkSoft)
            KeyGrid(columns: 2) {
                ForEach(kind.options, id: \.id) { option in
                    ToggleKey(title: option.text, isOn: model.isChosen(option, of: kind), radius: Radius.chip) {
                        model.choose(option, of: kind)
                    }
                }
            }
            if kind.takesText {
                WordField(title: words(.aLine), text: text(of: kind))
            }
            if model.isNoted(kind) { WordButton(words(.save), .tonal) { await model.keep(kind) } }
            Links(title: "", links: kind.related) { await model.open($0) }
        }
    }

    private func text(of kind: NoteKind) -> Binding<String> {
        Binding(
            get: { @MainActor in model.text(of: kind) },
            set: { @MainActor text in model.texts[kind.id] = text })
    }
}
