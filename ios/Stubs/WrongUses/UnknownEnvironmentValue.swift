// expected: has no member 'moonPhase'
import SwiftUI

struct Wrong: View {
    @Environment(\.moonPhase) private var moon
    var body: some View { EmptyView() }
}
