import SwiftUI

/// A page that scrolls, as wide as text is good to read, with what must not scroll away below it.
struct Page<Content: View, Footer: View>: View {
    @Environment(\.palette) private var palette
    private let content: Content
    private let footer: Footer

    init(@ViewBuilder content: () -> Content, @ViewBuilder footer: () -> Footer) {
        self.content = content()
        self.footer = footer()
    }

    var body: some View {
        VStack(spacing: 0) {
            ScrollView {
                VStack(alignment: .leading, spacing: Space.m) { content }
                    .frame(maxWidth: Space.maxContentWidth, alignment: .leading)
                    .padding(.horizontal, Space.margin)
                    .padding(.vertical, Space.l)
                    .frame(maxWidth: .infinity)
            }
            VStack(spacing: Space.s) { footer }
                .frame(maxWidth: Space.maxContentWidth)
                .padding(.horizontal, Space.margin)
                .padding(.bottom, Space.l)
        }
        .background(palette.paper)
    }
}

extension Page where Footer == EmptyView {
    init(@ViewBuilder content: () -> Content) {
        self.init(content: content, footer: { EmptyView() })
    }
}

/// A line above a large one: the date and the greeting, the span and "Your week".
struct PageHeading: View {
    @Environment(\.palette) private var palette
    let over: String
    let title: String

    var body: some View {
        VStack(alignment: .leading, spacing: Space.xs) {
            if !over.isEmpty { Text(verbatim: over).role(.support, palette.inkSoft) }
            Text(verbatim: title).role(.display, palette.ink).isHeading()
        }
        .padding(.bottom, Space.s)
    }
}

/// Raised paper with a hairline round it: depth is tone, never a shadow.
struct Card<Content: View>: View {
    @Environment(\.palette) private var palette
    private let radius: CGFloat
    private let content: Content

    init(radius: CGFloat = Radius.card, @ViewBuilder content: () -> Content) {
        self.radius = radius
        self.content = content()
    }

    var body: some View {
        VStack(alignment: .leading, spacing: Space.s) { content }
            .padding(Space.l)
            .frame(maxWidth: .infinity, alignment: .leading)
            .background(palette.raised)
            .clipShape(RoundedRectangle(cornerRadius: radius))
            .overlay { RoundedRectangle(cornerRadius: radius).stroke(palette.line, lineWidth: 1) }
    }
}

/// A few words that need attention, or say something kind: an icon, a tone and words, never a tone alone.
struct Notice: View {
    @Environment(\.palette) private var palette
    let icon: String
    let text: String

    var body: some View {
        HStack(alignment: .top, spacing: Space.m) {
            Image(systemName: icon).foregroundStyle(palette.ember).accessibilityHidden(true)
            Text(verbatim: text).role(.bodyText, palette.onEmberSoft)
        }
        .padding(Space.l)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(palette.emberSoft)
        .clipShape(RoundedRectangle(cornerRadius: Radius.card))
        .accessibilityElement(children: .combine)
    }
}
