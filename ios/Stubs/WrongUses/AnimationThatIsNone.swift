// expected: has no member 'confetti'
import SwiftUI

@MainActor func wrong() {
    withAnimation(.confetti) {}
}
