import SwiftUI

/// A whole row that can be ticked; the box is not the target, the row is.
struct CheckRow: View {
    @Environment(\.palette) private var palette
    let text: String
    var detail = ""
    let isOn: Bool
    let action: @MainActor () async -> Void

    var body: some View {
        Button {
            Task { await action() }
        } label: {
            HStack(spacing: Space.m) {
                Image(systemName: isOn ? "checkmark.square.fill" : "square")
                    .font(.pageTitle)
                    .foregroundStyle(isOn ? palette.jade : palette.outline)
                VStack(alignment: .leading, spacing: Space.xs) {
                    Text(verbatim: text).role(.bodyText, palette.ink)
                    if !detail.isEmpty { Text(verbatim: detail).role(.support, palette.inkSoft) }
                }
                Spacer(minLength: 0)
            }
            .frame(minHeight: Touch.key)
            .contentShape(Rectangle())
        }
        .buttonStyle(.plain)
        .accessibilityLabel(Text(verbatim: [text, detail].filter { !$0.isEmpty }.joined(separator: ". ")))
        .accessibilityAddTraits(isOn ? .isSelected : [])
    }
}

/// A few words of one's own. It grows with them.
struct WordField: View {
    @Environment(\.palette) private var palette
    let title: String
    let text: Binding<String>

    var body: some View {
        TextField(title, text: text, axis: .vertical)
            .font(.bodyText)
            .padding(Space.m)
            .frame(minHeight: Touch.min)
            .background(palette.sunken)
            .clipShape(RoundedRectangle(cornerRadius: Radius.key))
    }
}

/// One of several, with a line of detail.
struct RadioRow: View {
    @Environment(\.palette) private var palette
    let title: String
    let detail: String
    let isOn: Bool
    let action: @MainActor () -> Void

    var body: some View {
        Button(action: action) {
            HStack(spacing: Space.m) {
                Image(systemName: isOn ? "largecircle.fill.circle" : "circle")
                    .font(.pageTitle)
                    .foregroundStyle(isOn ? palette.jade : palette.outline)
                VStack(alignment: .leading, spacing: Space.xs) {
                    Text(verbatim: title).role(.bodyText, palette.ink)
                    Text(verbatim: detail).role(.support, palette.inkSoft)
                }
                Spacer(minLength: 0)
            }
            .frame(minHeight: Touch.primary)
            .contentShape(Rectangle())
        }
        .buttonStyle(.plain)
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(isOn ? .isSelected : [])
    }
}

/// A key or a chip that is on or off: a tick says it besides the tone.
struct ToggleKey: View {
    @Environment(\.palette) private var palette
    let title: String
    var spoken: String?
    let isOn: Bool
    var radius: CGFloat = Radius.key
    /// A colour that the title names.
    var swatch: Color?
    let action: @MainActor () -> Void

    var body: some View {
        Button(action: action) {
            HStack(spacing: Space.s) {
                if isOn { Image(systemName: "checkmark").accessibilityHidden(true) }
                if let swatch {
                    Circle().fill(swatch).frame(width: 22, height: 22).overlay {
                        Circle().stroke(palette.outline, lineWidth: 1)
                    }
                }
                Text(verbatim: title)
            }
            .font(.button)
            .foregroundStyle(isOn ? palette.onJadeSoft : palette.ink)
            .frame(maxWidth: .infinity, minHeight: 52)
            .padding(.horizontal, Space.s)
            .background(isOn ? palette.jadeSoft : Color.clear)
            .clipShape(RoundedRectangle(cornerRadius: radius))
            .overlay {
                RoundedRectangle(cornerRadius: radius).stroke(
                    isOn ? palette.jade : palette.outline, lineWidth: isOn ? 2 : 1)
            }
        }
        .buttonStyle(.plain)
        .accessibilityLabel(Text(verbatim: spoken ?? title))
        .accessibilityAddTraits(isOn ? .isSelected : [])
    }
}

/// Keys in columns that become fewer as the text becomes larger.
struct KeyGrid<Content: View>: View {
    @Environment(\.dynamicTypeSize) private var textSize
    private let columns: Int
    private let content: Content

    init(columns: Int, @ViewBuilder content: () -> Content) {
        self.columns = columns
        self.content = content()
    }

    var body: some View {
        let count = textSize.isVeryLarge ? max(1, columns / 2) : columns
        let column = GridItem(.flexible(), spacing: Space.s)
        LazyVGrid(columns: Array(repeating: column, count: count), spacing: Space.s) { content }
    }
}
