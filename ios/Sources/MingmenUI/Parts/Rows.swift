import MingmenCore
import MingmenKit
import SwiftUI

/// A whole row that opens a page: a picture or an icon, a title, a line under it.
struct OpeningRow<Picture: View>: View {
    @Environment(\.palette) private var palette
    private let title: String
    private let detail: String
    private let action: @MainActor () async -> Void
    private let picture: Picture

    init(
        _ title: String, detail: String = "", action: @escaping @MainActor () async -> Void,
        @ViewBuilder picture: () -> Picture
    ) {
        self.title = title
        self.detail = detail
        self.action = action
        self.picture = picture()
    }

    var body: some View {
        Button {
            Task { await action() }
        } label: {
            Card {
                HStack(spacing: Space.m) {
                    picture
                    VStack(alignment: .leading, spacing: Space.xs) {
                        Text(verbatim: title).role(.heading, palette.ink)
                        if !detail.isEmpty { Text(verbatim: detail).role(.support, palette.inkSoft) }
                    }
                    Spacer(minLength: 0)
                    Image(systemName: "chevron.right").foregroundStyle(palette.inkSoft).accessibilityHidden(true)
                }
                .frame(minHeight: 32)
            }
        }
        .buttonStyle(.plain)
        .accessibilityElement(children: .combine)
    }
}

extension OpeningRow where Picture == RowIcon {
    init(
        _ title: String, detail: String = "", icon: String, action: @escaping @MainActor () async -> Void
    ) {
        self.init(title, detail: detail, action: action) { RowIcon(name: icon) }
    }
}

/// The icon of a row; the row's words say the same.
struct RowIcon: View {
    @Environment(\.palette) private var palette
    let name: String

    var body: some View {
        Image(systemName: name)
            .font(.pageTitle)
            .foregroundStyle(palette.jade)
            .frame(width: 32)
            .accessibilityHidden(true)
    }
}

/// The figure of a row, small; at very large text the words have its room.
struct RowFigure: View {
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize
    let figures: Figures
    let motion: String?
    let posture: Posture

    var body: some View {
        if motion != nil, !textSize.isVeryLarge {
            FigureStill(figures: figures, motion: motion, posture: posture, backdrop: .plain)
                .frame(width: 76, height: 76)
                .background(palette.stage)
                .clipShape(RoundedRectangle(cornerRadius: Radius.key))
                .accessibilityHidden(true)
        }
    }
}

/// Lines that open other pages, under a heading; nothing where there are none.
struct Links: View {
    @Environment(\.palette) private var palette
    let title: String
    let links: [ItemLink]
    let open: @MainActor (ItemLink) async -> Void

    var body: some View {
        if !links.isEmpty {
            if !title.isEmpty { Text(verbatim: title).role(.heading, palette.ink).isHeading() }
            ForEach(links, id: \.id) { link in
                OpeningRow(link.title, detail: link.detail, icon: link.kind.icon) { await open(link) }
            }
        }
    }
}

extension ItemKind {
    var icon: String {
        switch self {
        case .movement: "figure.mind.and.body"
        case .routine: "list.bullet"
        case .topic: "books.vertical"
        case .reading: "text.alignleft"
        }
    }
}

/// The way back, and the page's heading under it.
struct BackHeading: View {
    let over: String
    let title: String
    let back: @MainActor () async -> Void

    var body: some View {
        IconButton("chevron.left", spoken: words(.back), action: back)
        PageHeading(over: over, title: title)
    }
}
