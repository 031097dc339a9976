// expected: instance method 'foregroundStyle' requires that 'String' conform to 'ShapeStyle'
import SwiftUI

@MainActor let wrong = Text(verbatim: "Begin").foregroundStyle("jade")
