// expected: cannot convert value of type 'String' to expected argument type 'Font?'
import SwiftUI

@MainActor let wrong = Text(verbatim: "Begin").font("headline")
