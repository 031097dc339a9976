// expected: cannot convert value of type 'Int' to expected argument type 'String'
import SwiftUI

@MainActor let wrong = Text(verbatim: 3)
