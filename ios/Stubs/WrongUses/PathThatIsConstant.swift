// expected: cannot use mutating member on immutable value
import SwiftUI

@MainActor let wrong = Canvas { context, _ in
    let path = Path { $0.closeSubpath() }
    path.addLine(to: .zero)
    context.fill(path, with: .color(.clear))
}
