// expected: to parameter expecting synchronous function type
import SwiftUI

@MainActor func begin() async {}

@MainActor let wrong = Button("Begin") { await begin() }
