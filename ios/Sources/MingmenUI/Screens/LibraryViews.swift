import MingmenCore
import MingmenKit
import SwiftUI

/// 14: all movements. Learning stays open, whatever the screening said.
struct LibraryView: View {
    @Environment(\.palette) private var palette
    let model: LibraryModel
    let figures: Figures

    var body: some View {
        Page {
            PageHeading(over: "", title: words(.tabLibrary))
            ForEach(model.movements, id: \.id) { movement in
                Button {
                    model.open(movement)
                } label: {
                    row(movement)
                }
                .buttonStyle(.plain)
                .accessibilityElement(children: .combine)
            }
        }
    }

    private func row(_ movement: Movement) -> some View {
        Card {
            HStack(spacing: Space.m) {
                if let variant = movement.variants.first, let offer = variant.postures.first {
                    FigureStill(
                        figures: figures, motion: variant.motion, posture: offer.posture, backdrop: .plain,
                        behind: palette.raised
                    )
                    .frame(width: 76, height: 76)
                }
                VStack(alignment: .leading, spacing: Space.xs) {
                    Text(verbatim: movement.name).role(.heading, palette.ink)
                    Text(verbatim: movement.summary).role(.support, palette.inkSoft)
                }
            }
            .frame(minHeight: Touch.row)
        }
    }
}

/// 15: a movement step by step. Every block says whose words it holds.
struct MovementView: View {
    @Environment(\.palette) private var palette
    let model: MovementModel
    let figures: Figures
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            IconButton("chevron.left", spoken: words(.back), action: back)
            if let variant = model.variant, let offer = variant.postures.first {
                FigureStill(
                    figures: figures, motion: variant.motion, posture: offer.posture, spoken: variant.figureText
                )
                .frame(height: 220)
                .background(palette.stage)
                .clipShape(RoundedRectangle(cornerRadius: Radius.hero))
            }
            Text(verbatim: model.movement.name).role(.display, palette.ink).isHeading()
            Text(verbatim: model.movement.summary).role(.bodyText, palette.inkSoft)
            if model.movement.variants.count > 1 {
                KeyGrid(columns: 2) {
                    ForEach(model.movement.variants, id: \.id) { variant in
                        ToggleKey(title: variant.name, isOn: variant == model.variant) { model.choose(variant) }
                    }
                }
            }
            steps(words(.steps), model.variant?.steps ?? [])
            steps(words(.care), model.movement.care)
        }
    }

    @ViewBuilder
    private func steps(_ title: String, _ steps: [Step]) -> some View {
        if !steps.isEmpty {
            Text(verbatim: title).role(.heading, palette.ink).isHeading()
            ForEach(Array(steps.enumerated()), id: \.offset) { _, step in
                Card {
                    Text(verbatim: step.origin.badge).role(.support, palette.inkSoft)
                    Text(verbatim: step.text).role(.bodyText, palette.ink)
                }
            }
        }
    }
}
