import SwiftUI

/// A key that opens what can be set about something, and shuts it again.
struct OpenerKey: View {
    /// What it opens.
    let title: String
    let isOpen: Bool
    let press: @MainActor () -> Void

    var body: some View {
        IconButton(isOpen ? "chevron.up" : "chevron.down", spoken: words(.setTimes, title), action: press)
            .accessibilityAddTraits(isOpen ? .isSelected : [])
    }
}

/// A row that opens what lies under it, and shuts it again.
struct OpenerRow<Keys: View>: View {
    @Environment(\.palette) private var palette
    @State private var isOpen = false
    private let title: String
    private let detail: String
    private let keys: Keys

    init(title: String, detail: String, @ViewBuilder keys: () -> Keys) {
        self.title = title
        self.detail = detail
        self.keys = keys()
    }

    var body: some View {
        Button {
            isOpen.toggle()
        } label: {
            HStack(spacing: Space.m) {
                VStack(alignment: .leading, spacing: Space.xs) {
                    Text(verbatim: title).role(.bodyText, palette.ink)
                    if !detail.isEmpty { Text(verbatim: detail).role(.support, palette.inkSoft) }
                }
                Spacer(minLength: 0)
                Image(systemName: isOpen ? "chevron.up" : "chevron.down").foregroundStyle(palette.inkSoft)
                    .accessibilityHidden(true)
            }
            .frame(minHeight: Touch.key)
            .contentShape(Rectangle())
        }
        .buttonStyle(.plain)
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(isOpen ? .isSelected : [])
        if isOpen { keys }
    }
}

/// A switch that opens to what can be set about it, once it is on.
struct SettingRow<Keys: View>: View {
    @State private var isOpen = false
    private let title: String
    private let detail: String
    private let isOn: Bool
    private let toggle: @MainActor () async -> Void
    private let keys: Keys

    init(
        title: String, detail: String, isOn: Bool, toggle: @escaping @MainActor () async -> Void,
        @ViewBuilder keys: () -> Keys
    ) {
        self.title = title
        self.detail = detail
        self.isOn = isOn
        self.toggle = toggle
        self.keys = keys()
    }

    var body: some View {
        HStack(spacing: Space.s) {
            CheckRow(text: title, detail: detail, isOn: isOn, action: toggle)
            if isOn { OpenerKey(title: title, isOpen: isOpen) { isOpen.toggle() } }
        }
        if isOn && isOpen { keys }
    }
}
