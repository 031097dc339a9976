// expected: cannot convert value of type 'Binding<Int>' to expected argument type 'Binding<String>'
import SwiftUI

@MainActor func wrong(number: Binding<Int>) -> some View {
    TextField("A line of text", text: number, axis: .vertical)
}
