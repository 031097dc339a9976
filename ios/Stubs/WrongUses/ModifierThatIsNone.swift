// expected: has no member 'paddling'
import SwiftUI

@MainActor let wrong = Text(verbatim: "Begin").paddling(12)
