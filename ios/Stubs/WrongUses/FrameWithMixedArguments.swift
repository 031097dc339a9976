// expected: extra argument 'maxHeight' in call
import SwiftUI

@MainActor let wrong = Text(verbatim: "Begin").frame(width: 10, maxHeight: 20)
