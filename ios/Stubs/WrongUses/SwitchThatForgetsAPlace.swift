// expected: switch must be exhaustive
import MingmenKit
import SwiftUI

@MainActor func wrong(place: Place) -> String {
    switch place {
    case .welcome: "Welcome"
    }
}
