// expected: value of optional type 'MonthDay?' must be unwrapped
import MingmenKit
import SwiftUI

@MainActor func wrong(model: MonthModel) -> some View {
    Text(verbatim: model.chosenDay.spoken)
}
