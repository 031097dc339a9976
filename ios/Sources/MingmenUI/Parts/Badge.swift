import MingmenCore
import SwiftUI

/// Where words come from: filled with lines for an article's, dashed with a pen for ours. It stands above what it covers.
struct Badge: View {
    @Environment(\.palette) private var palette
    let origin: Origin

    var body: some View {
        HStack(spacing: Space.s) {
            Image(systemName: origin.icon).accessibilityHidden(true)
            Text(verbatim: origin.badge).fixedSize(horizontal: false, vertical: true)
        }
        .font(.support)
        .foregroundStyle(origin.isStated ? palette.onJadeSoft : palette.ink)
        .padding(.horizontal, Space.m)
        .padding(.vertical, Space.xs)
        .background(origin.isStated ? palette.jadeSoft : Color.clear)
        .clipShape(RoundedRectangle(cornerRadius: Radius.badge))
        .overlay {
            if !origin.isStated {
                RoundedRectangle(cornerRadius: Radius.badge)
                    .stroke(palette.outline, style: StrokeStyle(lineWidth: 1.5, dash: [4.5, 3]))
            }
        }
        .accessibilityElement(children: .combine)
    }
}

extension Origin {
    /// Whether an article says so.
    var isStated: Bool {
        if case .source = self { true } else { false }
    }

    fileprivate var icon: String {
        switch self {
        case .source: "text.alignleft"
        case .proposed: "pencil"
        case .generalKnowledge: "book"
        }
    }
}

/// Passages under a heading: each with its label, and its badge wherever the origin changes.
struct Passages: View {
    @Environment(\.palette) private var palette
    let title: String
    let passages: [Passage]

    var body: some View {
        if !passages.isEmpty {
            if !title.isEmpty { Text(verbatim: title).role(.heading, palette.ink).isHeading() }
            ForEach(Array(passages.enumerated()), id: \.offset) { place, passage in
                if place == 0 || passages[place - 1].origin != passage.origin { Badge(origin: passage.origin) }
                Card {
                    if let label = passage.label { Text(verbatim: label).role(.heading, palette.ink) }
                    Text(verbatim: passage.text).role(.bodyText, palette.ink)
                }
            }
        }
    }
}
