import MingmenCore
import MingmenKit
import SwiftUI

/// Search as one types; where nothing goes by that name, what comes nearest.
struct SearchView: View {
    @Environment(\.palette) private var palette
    @Bindable var model: SearchModel
    let back: @MainActor () async -> Void
    @FocusState private var isTyping: Bool

    var body: some View {
        Page {
            BackHeading(over: "", title: words(.searchShort), back: back)
            HStack(spacing: Space.s) {
                Image(systemName: "magnifyingglass").foregroundStyle(palette.inkSoft).accessibilityHidden(true)
                TextField(words(.search), text: $model.query, axis: .horizontal)
                    .font(.bodyText)
                    .autocorrectionDisabled()
                    .focused($isTyping)
                if !model.query.isEmpty {
                    IconButton("xmark.circle", spoken: words(.clearSearch)) { model.clear() }
                }
            }
            .padding(.horizontal, Space.m)
            .frame(minHeight: 56)
            .background(palette.sunken)
            .clipShape(RoundedRectangle(cornerRadius: Radius.key))
            if let page = model.page { found(page) }
        }
        .task { await beginTyping() }
    }

    /// Whoever comes here comes to type; whoever comes back comes to look.
    private func beginTyping() async {
        isTyping = model.query.isEmpty
    }

    @ViewBuilder
    private func found(_ page: SearchPage) -> some View {
        Text(verbatim: page.text).role(.support, palette.inkSoft).isHeading()
        LazyVStack(spacing: Space.m) {
            ForEach(page.hits, id: \.link.id) { hit in
                OpeningRow(hit.link.title, detail: hit.detail, icon: hit.link.kind.icon) { await model.open(hit.link) }
            }
        }
        Links(title: "", links: page.nearest) { await model.open($0) }
        if page.hits.isEmpty {
            WordButton(words(.showEverything), .tonal) { await model.showEverything() }
        }
    }
}

extension SearchHit {
    fileprivate var detail: String {
        [link.detail, foundIn].filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
