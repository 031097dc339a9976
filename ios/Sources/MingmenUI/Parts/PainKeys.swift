import SwiftUI

/// 0 to 10 in two rows of six, and the last place for whoever is not sure. One tap, mended by another; no slider.
struct PainKeys: View {
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize
    let chosen: UInt8?
    /// The number from before the practice: an ember bar under its key.
    var before: UInt8?
    /// Whether the last place says "Not sure".
    var offersNotSure = false
    let choose: @MainActor (UInt8?) async -> Void

    private static let numbers: [UInt8] = Array(0...10)

    var body: some View {
        VStack(spacing: Space.s) {
            LazyVGrid(columns: columns, spacing: Touch.gap) {
                ForEach(Self.numbers, id: \.self) { number in key(number) }
                if offersNotSure {
                    WordButton(words(.notSure), .text) { await choose(nil) }
                }
            }
            HStack {
                Text(verbatim: words(.painLeast))
                Spacer(minLength: Space.s)
                Text(verbatim: words(.painWorst))
            }
            .font(.support)
            .foregroundStyle(palette.inkSoft)
            .accessibilityHidden(true)
        }
        .accessibilityElement(children: .contain)
    }

    private var columns: [GridItem] {
        Array(
            repeating: GridItem(.flexible(), spacing: Touch.gap), count: textSize.isVeryLarge ? 4 : 6)
    }

    private func key(_ number: UInt8) -> some View {
        let isChosen = chosen == number
        return Button {
            Task { await choose(number) }
        } label: {
            VStack(spacing: Space.xs) {
                Text(verbatim: "\(number)").font(.heading).foregroundStyle(isChosen ? palette.onJade : palette.ink)
                if before == number {
                    Capsule().fill(palette.ember).frame(width: 24, height: 3)
                }
            }
            .frame(maxWidth: .infinity, minHeight: Touch.key)
            .background(isChosen ? palette.jade : palette.raised)
            .clipShape(RoundedRectangle(cornerRadius: Radius.key))
            .overlay { RoundedRectangle(cornerRadius: Radius.key).stroke(palette.outline, lineWidth: 1) }
        }
        .buttonStyle(.plain)
        .accessibilityLabel(
            Text(verbatim: words(.painKeySpoken, Int(number), painWord(number), Int(number) + 1, Self.numbers.count))
        )
        .accessibilityAddTraits(isChosen ? .isSelected : [])
    }
}
