// expected: cannot conform to 'Hashable'
import SwiftUI

struct Line { let words: [Void] }

@MainActor func wrong(lines: [Line]) -> some View {
    ForEach(lines, id: \.words) { _ in EmptyView() }
}
