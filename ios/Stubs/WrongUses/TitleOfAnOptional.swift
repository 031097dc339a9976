// expected: value of optional type 'PlanOverview?' must be unwrapped
import MingmenKit
import SwiftUI

@MainActor func wrong(model: PlanModel) -> some View {
    Text(verbatim: model.overview.title)
}
