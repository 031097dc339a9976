// expected: no exact matches in call to instance method 'buttonStyle'
import SwiftUI

struct Wrong {}

@MainActor let wrong = Button("Begin") {}.buttonStyle(Wrong())
