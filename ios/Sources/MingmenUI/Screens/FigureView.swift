import MingmenCore
import MingmenKit
import SwiftUI

/// Who shows the movements: the person stays in sight above the keys, and each key changes them at once.
struct FigureView: View {
    @Environment(\.palette) private var palette
    @Environment(\.colorScheme) private var colorScheme
    let model: FigureModel
    let figures: Figures
    let back: @MainActor () async -> Void

    var body: some View {
        VStack(spacing: 0) {
            VStack(alignment: .leading, spacing: Space.s) {
                BackHeading(over: "", title: model.form.title, back: back)
                KeyPoses(
                    figures: figures, motion: FigureModel.shownMotion, posture: FigureModel.shownPosture, spoken: ""
                )
                .id(model.form.chosen)
            }
            .frame(maxWidth: Space.maxContentWidth, alignment: .leading)
            .padding(.horizontal, Space.margin)
            Page {
                Text(verbatim: model.form.lead).role(.bodyText, palette.inkSoft)
                ForEach(model.form.questions, id: \.title) { question in
                    Text(verbatim: question.title).role(.heading, palette.ink).isHeading()
                    KeyGrid(columns: question.options.count == 3 ? 3 : 2) {
                        ForEach(question.options, id: \.text) { option in
                            ToggleKey(title: option.text, isOn: option.chosen, swatch: option.tone.map(colour)) {
                                Task { await model.choose(option) }
                            }
                        }
                    }
                }
            }
        }
        .background(palette.paper)
    }

    private func colour(_ tone: FigureTone) -> Color {
        (colorScheme == .dark ? FigurePalette.dark : FigurePalette.light).own(tone).color
    }
}
