// expected: 'init(wrappedValue:)' is unavailable
import SwiftUI

final class Model { var note = "" }

@MainActor func wrong(model: Model) {
    @Bindable var model = model
    _ = model
}
