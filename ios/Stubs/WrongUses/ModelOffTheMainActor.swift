// expected: main actor-isolated
import MingmenKit
import SwiftUI

nonisolated func wrong(model: CheckInModel) {
    model.pain = 3
}
