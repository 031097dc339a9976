import SwiftUI

/// How loud a button is. There is one primary button on a page: the one thing to do.
enum Loudness {
    case primary, tonal, outlined, text, stop, wrong, emergency
}

/// The shape and colours of every button: at least as high as a thumb needs, growing with its words.
struct MingmenButtonStyle: ButtonStyle {
    @Environment(\.palette) private var palette
    @Environment(\.isEnabled) private var isEnabled
    let loudness: Loudness

    func makeBody(configuration: Configuration) -> some View {
        configuration.label
            .font(.button)
            .multilineTextAlignment(.center)
            .foregroundStyle(foreground)
            .frame(maxWidth: .infinity, minHeight: minHeight)
            .padding(.horizontal, Space.l)
            .background(background)
            .clipShape(RoundedRectangle(cornerRadius: Radius.button))
            .overlay { RoundedRectangle(cornerRadius: Radius.button).stroke(border, lineWidth: 2) }
            .opacity(isEnabled ? (configuration.isPressed ? 0.8 : 1) : 0.5)
            .contentShape(RoundedRectangle(cornerRadius: Radius.button))
    }

    private var minHeight: CGFloat {
        switch loudness {
        case .primary, .emergency: Touch.primary
        case .stop: Touch.stop
        case .tonal, .outlined, .text, .wrong: 52
        }
    }

    private var foreground: Color {
        switch loudness {
        case .primary: palette.onJade
        case .tonal: palette.onJadeSoft
        case .outlined: palette.ink
        case .text: palette.jade
        case .stop: palette.onEarthSoft
        case .wrong: palette.earth
        case .emergency: palette.onEarth
        }
    }

    private var background: Color {
        switch loudness {
        case .primary: palette.jade
        case .tonal: palette.jadeSoft
        case .stop: palette.earthSoft
        case .emergency: palette.earth
        case .outlined, .text, .wrong: Color.clear
        }
    }

    private var border: Color {
        switch loudness {
        case .outlined: palette.outline
        case .stop, .wrong: palette.earth
        case .primary, .tonal, .text, .emergency: Color.clear
        }
    }
}

/// A button with words, and an icon where it has one.
struct WordButton: View {
    private let title: String
    private let icon: String?
    private let loudness: Loudness
    private let action: @MainActor () async -> Void

    init(
        _ title: String,
        icon: String? = nil,
        _ loudness: Loudness = .primary,
        action: @escaping @MainActor () async -> Void
    ) {
        self.title = title
        self.icon = icon
        self.loudness = loudness
        self.action = action
    }

    var body: some View {
        Button {
            Task { await action() }
        } label: {
            HStack(spacing: Space.m) {
                if let icon { Image(systemName: icon).accessibilityHidden(true) }
                Text(verbatim: title)
            }
        }
        .buttonStyle(MingmenButtonStyle(loudness: loudness))
    }
}

/// An icon that stands alone: back, close, the transport keys. It carries spoken words.
struct IconButton: View {
    @Environment(\.palette) private var palette
    private let icon: String
    private let spoken: String
    private let action: @MainActor () async -> Void

    init(_ icon: String, spoken: String, action: @escaping @MainActor () async -> Void) {
        self.icon = icon
        self.spoken = spoken
        self.action = action
    }

    var body: some View {
        Button {
            Task { await action() }
        } label: {
            Image(systemName: icon)
                .font(.heading)
                .foregroundStyle(palette.ink)
                .frame(minWidth: Touch.min, minHeight: Touch.min)
                .contentShape(Rectangle())
        }
        .buttonStyle(.plain)
        .accessibilityLabel(Text(verbatim: spoken))
    }
}
