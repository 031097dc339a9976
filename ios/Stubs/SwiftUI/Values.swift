// Colours, type, alignments and animations.

// developer.apple.com/documentation/swiftui/shapestyle
public protocol ShapeStyle: Sendable {}

// developer.apple.com/documentation/swiftui/color
public struct Color: PrimitiveView, ShapeStyle, Hashable, Sendable {
    // developer.apple.com/documentation/swiftui/color/rgbcolorspace
    public enum RGBColorSpace: Hashable, Sendable {
        case sRGB, sRGBLinear, displayP3
    }

    private let components: [Double]

    // developer.apple.com/documentation/swiftui/color/init(_:red:green:blue:opacity:)
    nonisolated public init(
        _ colorSpace: RGBColorSpace = .sRGB, red: Double, green: Double, blue: Double, opacity: Double = 1
    ) {
        components = [red, green, blue, opacity]
    }

    // developer.apple.com/documentation/swiftui/color/clear
    public static let clear = Color(red: 0, green: 0, blue: 0, opacity: 0)

    // developer.apple.com/documentation/swiftui/color/opacity(_:)
    nonisolated public func opacity(_ opacity: Double) -> Color { self }
}

// developer.apple.com/documentation/swiftui/gradient
public struct Gradient: ShapeStyle, Hashable {
    // developer.apple.com/documentation/swiftui/gradient/stop
    public struct Stop: Hashable, Sendable {
        // developer.apple.com/documentation/swiftui/gradient/stop/init(color:location:)
        public init(color: Color, location: CGFloat) {}
    }

    // developer.apple.com/documentation/swiftui/gradient/init(stops:)
    public init(stops: [Gradient.Stop]) {}
}

// developer.apple.com/documentation/swiftui/font
public struct Font: Hashable, Sendable {
    // developer.apple.com/documentation/swiftui/font/textstyle
    public enum TextStyle: CaseIterable, Hashable, Sendable {
        case largeTitle, title, title2, title3, headline, subheadline, body, callout, footnote, caption, caption2
    }

    // developer.apple.com/documentation/swiftui/font/design
    public enum Design: Hashable, Sendable {
        case `default`, serif, rounded, monospaced
    }

    // developer.apple.com/documentation/swiftui/font/weight
    public struct Weight: Hashable, Sendable {
        // developer.apple.com/documentation/swiftui/font/weight/regular
        public static let regular = Weight()

        // developer.apple.com/documentation/swiftui/font/weight/semibold
        public static let semibold = Weight()
    }

    // developer.apple.com/documentation/swiftui/font/system(_:design:weight:)
    public static func system(_ style: TextStyle, design: Design? = nil, weight: Weight? = nil) -> Font { Font() }

    // developer.apple.com/documentation/swiftui/font/system(size:weight:design:)
    public static func system(size: CGFloat, weight: Weight? = nil, design: Design? = nil) -> Font { Font() }

    // developer.apple.com/documentation/swiftui/font/monospaceddigit()
    public func monospacedDigit() -> Font { self }
}

// developer.apple.com/documentation/swiftui/horizontalalignment
public struct HorizontalAlignment: Equatable, Sendable {
    // developer.apple.com/documentation/swiftui/horizontalalignment/leading
    public static let leading = HorizontalAlignment()

    // developer.apple.com/documentation/swiftui/horizontalalignment/center
    public static let center = HorizontalAlignment()
}

// developer.apple.com/documentation/swiftui/verticalalignment
public struct VerticalAlignment: Equatable, Sendable {
    // developer.apple.com/documentation/swiftui/verticalalignment/top
    public static let top = VerticalAlignment()

    // developer.apple.com/documentation/swiftui/verticalalignment/center
    public static let center = VerticalAlignment()
}

// developer.apple.com/documentation/swiftui/alignment
public struct Alignment: Equatable, Sendable {
    // developer.apple.com/documentation/swiftui/alignment/center
    public static let center = Alignment()

    // developer.apple.com/documentation/swiftui/alignment/toptrailing
    public static let topTrailing = Alignment()

    // developer.apple.com/documentation/swiftui/alignment/leading
    public static let leading = Alignment()
}

// developer.apple.com/documentation/swiftui/textalignment
public enum TextAlignment: Hashable, CaseIterable, Sendable {
    case leading, center, trailing
}

// developer.apple.com/documentation/swiftui/axis
public enum Axis: Int8, CaseIterable, Sendable {
    case horizontal, vertical

    // developer.apple.com/documentation/swiftui/axis/set
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int8
        public init(rawValue: Int8) { self.rawValue = rawValue }

        // developer.apple.com/documentation/swiftui/axis/set/horizontal
        public static let horizontal = Set(rawValue: 1)

        // developer.apple.com/documentation/swiftui/axis/set/vertical
        public static let vertical = Set(rawValue: 2)
    }
}

// developer.apple.com/documentation/swiftui/edge
public enum Edge: Int8, CaseIterable, Sendable {
    case top, leading, bottom, trailing

    // developer.apple.com/documentation/swiftui/edge/set
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int8
        public init(rawValue: Int8) { self.rawValue = rawValue }

        // developer.apple.com/documentation/swiftui/edge/set/top
        public static let top = Set(rawValue: 1)

        // developer.apple.com/documentation/swiftui/edge/set/leading
        public static let leading = Set(rawValue: 2)

        // developer.apple.com/documentation/swiftui/edge/set/bottom
        public static let bottom = Set(rawValue: 4)

        // developer.apple.com/documentation/swiftui/edge/set/all
        public static let all = Set(rawValue: 15)

        // developer.apple.com/documentation/swiftui/edge/set/horizontal
        public static let horizontal = Set(rawValue: 10)

        // developer.apple.com/documentation/swiftui/edge/set/vertical
        public static let vertical = Set(rawValue: 5)
    }
}

// developer.apple.com/documentation/swiftui/contentmode
public enum ContentMode: Hashable, CaseIterable, Sendable {
    case fit, fill
}

// developer.apple.com/documentation/swiftui/coordinatespaceprotocol
public protocol CoordinateSpaceProtocol {}

// developer.apple.com/documentation/swiftui/localcoordinatespace
public struct LocalCoordinateSpace: CoordinateSpaceProtocol {
    // developer.apple.com/documentation/swiftui/localcoordinatespace/init()
    public init() {}
}

extension CoordinateSpaceProtocol where Self == LocalCoordinateSpace {
    // developer.apple.com/documentation/swiftui/coordinatespaceprotocol/local
    public static var local: LocalCoordinateSpace { LocalCoordinateSpace() }
}

// developer.apple.com/documentation/uniformtypeidentifiers/uttype-swift.struct
public struct UTType: Hashable, Sendable {
    private let identifier: String

    // developer.apple.com/documentation/uniformtypeidentifiers/uttype-swift.struct/json
    public static let json = UTType(identifier: "public.json")
}

// developer.apple.com/documentation/swiftui/angle
public struct Angle: Hashable, Sendable {
    // developer.apple.com/documentation/swiftui/angle/degrees(_:)
    public static func degrees(_ degrees: Double) -> Angle { Angle() }
}

// developer.apple.com/documentation/swiftui/animation
public struct Animation: Hashable, Sendable {
    // developer.apple.com/documentation/swiftui/animation/timingcurve(_:_:_:_:duration:)
    public static func timingCurve(
        _ p1x: Double, _ p1y: Double, _ p2x: Double, _ p2y: Double, duration: TimeInterval = 0.35
    ) -> Animation { Animation() }
}

// developer.apple.com/documentation/swiftui/transition
@MainActor @preconcurrency public protocol Transition {}

// developer.apple.com/documentation/swiftui/opacitytransition
public struct OpacityTransition: Transition {
    nonisolated public init() {}
}

extension Transition where Self == OpacityTransition {
    // developer.apple.com/documentation/swiftui/transition/opacity
    public static var opacity: OpacityTransition { OpacityTransition() }
}

// developer.apple.com/documentation/swiftui/withanimation(_:_:)
public func withAnimation<Result>(_ animation: Animation?, _ body: () throws -> Result) rethrows -> Result {
    try body()
}

// developer.apple.com/documentation/swiftui/buttonrole
public struct ButtonRole: Equatable, Sendable {
    // developer.apple.com/documentation/swiftui/buttonrole/destructive
    public static let destructive = ButtonRole()

    // developer.apple.com/documentation/swiftui/buttonrole/cancel
    public static let cancel = ButtonRole()
}

// developer.apple.com/documentation/swiftui/accessibilitytraits
public struct AccessibilityTraits: SetAlgebra, Sendable {
    private var bits: Set<Int> = []

    public init() {}

    // developer.apple.com/documentation/swiftui/accessibilitytraits/isheader
    public static let isHeader = AccessibilityTraits()

    // developer.apple.com/documentation/swiftui/accessibilitytraits/isselected
    public static let isSelected = AccessibilityTraits()

    // developer.apple.com/documentation/swift/setalgebra
    public func contains(_ member: AccessibilityTraits) -> Bool { bits.isSuperset(of: member.bits) }
    public func union(_ other: AccessibilityTraits) -> AccessibilityTraits { self }
    public func intersection(_ other: AccessibilityTraits) -> AccessibilityTraits { self }
    public func symmetricDifference(_ other: AccessibilityTraits) -> AccessibilityTraits { self }
    public mutating func insert(_ new: AccessibilityTraits) -> (inserted: Bool, memberAfterInsert: AccessibilityTraits)
    {
        (true, new)
    }
    public mutating func remove(_ member: AccessibilityTraits) -> AccessibilityTraits? { nil }
    public mutating func update(with new: AccessibilityTraits) -> AccessibilityTraits? { nil }
    public mutating func formUnion(_ other: AccessibilityTraits) {}
    public mutating func formIntersection(_ other: AccessibilityTraits) {}
    public mutating func formSymmetricDifference(_ other: AccessibilityTraits) {}
}

// developer.apple.com/documentation/swiftui/accessibilitychildbehavior
public struct AccessibilityChildBehavior: Hashable, Sendable {
    private let name: String

    // developer.apple.com/documentation/swiftui/accessibilitychildbehavior/ignore
    public static let ignore = AccessibilityChildBehavior(name: "ignore")

    // developer.apple.com/documentation/swiftui/accessibilitychildbehavior/contain
    public static let contain = AccessibilityChildBehavior(name: "contain")

    // developer.apple.com/documentation/swiftui/accessibilitychildbehavior/combine
    public static let combine = AccessibilityChildBehavior(name: "combine")
}
