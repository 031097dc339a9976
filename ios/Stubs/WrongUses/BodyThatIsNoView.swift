// expected: requires that 'Int' conform to 'View'
import SwiftUI

struct Wrong: View {
    var body: some View { 3 }
}
