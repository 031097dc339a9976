import MingmenCore
import MingmenKit
import SwiftUI

/// A few questions about today, one after another. Any may be passed over, and none is a diagnosis.
struct BodyCheckView: View {
    @Environment(\.palette) private var palette
    let model: BodyCheckModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: "", title: model.form.title, back: back)
            Text(verbatim: model.form.lead).role(.bodyText, palette.inkSoft)
            Notice(icon: "stethoscope", text: model.form.notice)
            if let last = model.last {
                OpeningRow(words(.lastSuggestions), detail: last.answered, icon: "clock") { model.showLast() }
            }
            ForEach(model.form.questions, id: \.id) { question in
                Text(verbatim: question.text).role(.heading, palette.ink).isHeading()
                if question.many { Text(verbatim: words(.severalFit)).role(.support, palette.inkSoft) }
                KeyGrid(columns: 2) {
                    ForEach(question.options, id: \.id) { option in
                        ToggleKey(title: option.text, isOn: model.isChosen(option, of: question), radius: Radius.chip) {
                            model.choose(option, of: question)
                        }
                    }
                }
            }
        } footer: {
            WordButton(words(.seeSuggestions)) { await model.finish() }
                .disabled(!model.isAnswered)
        }
    }
}

/// What the answers suggest, each with its reason and where the reason came from.
struct SuggestionsView: View {
    @Environment(\.palette) private var palette
    let model: SuggestionsModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: model.suggestions.answered, title: words(.suggestions), back: back)
            Notice(icon: "stethoscope", text: model.suggestions.notice)
            group(words(.practise), model.suggestions.practise)
            group(words(.learn), model.suggestions.read)
            if model.isEmpty {
                Notice(icon: "leaf", text: words(.nothingSuggestedWhole))
                WordButton(words(.showEverything), .tonal) { await model.showLibrary() }
            }
            WordButton(words(.askAgain), .text) { await model.again() }
        }
    }

    @ViewBuilder
    private func group(_ title: String, _ suggestions: [Suggestion]) -> some View {
        if !suggestions.isEmpty {
            Text(verbatim: title).role(.heading, palette.ink).isHeading()
            ForEach(suggestions, id: \.link.id) { suggestion in
                OpeningRow(suggestion.link.title, detail: suggestion.link.detail, icon: suggestion.link.kind.icon) {
                    await model.open(suggestion)
                }
                Badge(origin: suggestion.reason.origin)
                Text(verbatim: suggestion.reason.text).role(.bodyText, palette.ink)
                if let card = suggestion.card {
                    WordButton(words(.practiseThis, Int(card.choices.minutes)), icon: "play.fill", .tonal) {
                        await model.practise(suggestion)
                    }
                }
            }
        }
    }
}
