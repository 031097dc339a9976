import MingmenKit
import SwiftUI

private struct PaletteKey: EnvironmentKey {
    static let defaultValue = Palette.light
}

extension EnvironmentValues {
    /// The colours of the light or the dark page.
    var palette: Palette {
        get { self[PaletteKey.self] }
        set { self[PaletteKey.self] = newValue }
    }
}

/// The roles of type. Sizes come from the system's text styles, so that they grow with the person's setting; serif for
/// names, cues and large numbers, sans for all else.
extension Font {
    static let numeral = Font.system(.largeTitle, design: .serif, weight: .regular).monospacedDigit()
    static let cue = Font.system(.largeTitle, design: .serif, weight: .regular)
    static let display = Font.system(.title, design: .serif, weight: .regular)
    static let pageTitle = Font.system(.title2, design: .serif, weight: .regular)
    static let heading = Font.system(.headline, design: .default, weight: .semibold)
    static let bodyText = Font.system(.body, design: .default, weight: .regular)
    static let button = Font.system(.headline, design: .default, weight: .semibold)
    static let support = Font.system(.subheadline, design: .default, weight: .regular)
    // Read from two metres: large whatever size of text is set.
    static let breathFromAfar = Font.system(size: 40, weight: .semibold, design: .default)
    static let cueFromAfar = Font.system(size: 60, weight: .regular, design: .serif)
}

/// What stands in words for a person who hears the page, and the words on it.
extension View {
    /// Words in a role, wrapped and never cut off.
    func role(_ font: Font, _ colour: Color) -> some View {
        self.font(font).foregroundStyle(colour).fixedSize(horizontal: false, vertical: true)
    }

    /// A heading by which a screen reader finds its way.
    func isHeading() -> some View {
        accessibilityAddTraits(.isHeader)
    }
}

extension DynamicTypeSize {
    /// Whether things that stand side by side go below each other.
    var isVeryLarge: Bool { self >= .accessibility1 }
}

extension Animation {
    /// Cards and tabs. Where less motion is asked for the system shows a cross-fade in its place.
    static let calm = Animation.timingCurve(
        Motion.easeCalm[0], Motion.easeCalm[1], Motion.easeCalm[2], Motion.easeCalm[3],
        duration: Double(Motion.standardMs) / 1_000)
}
