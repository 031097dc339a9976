// Shapes, paths and the canvas.

// developer.apple.com/documentation/swiftui/shape
public protocol Shape: Sendable, View {}

extension Shape {
    public var body: Never { fatalError("a shape has no body") }

    // developer.apple.com/documentation/swiftui/shape/fill(_:style:)
    nonisolated public func fill<S: ShapeStyle>(_ content: S) -> some View { Modified() }

    // developer.apple.com/documentation/swiftui/shape/stroke(_:linewidth:)
    nonisolated public func stroke<S: ShapeStyle>(_ content: S, lineWidth: CGFloat = 1) -> some View { Modified() }

    // developer.apple.com/documentation/swiftui/shape/stroke(_:style:)
    nonisolated public func stroke<S: ShapeStyle>(_ content: S, style: StrokeStyle) -> some View { Modified() }

    // developer.apple.com/documentation/swiftui/shape/trim(from:to:)
    nonisolated public func trim(from startFraction: CGFloat = 0, to endFraction: CGFloat = 1) -> some Shape { self }
}

// developer.apple.com/documentation/swiftui/circle
public struct Circle: Shape {
    nonisolated public init() {}
}

// developer.apple.com/documentation/swiftui/capsule
public struct Capsule: Shape {
    nonisolated public init() {}
}

// developer.apple.com/documentation/swiftui/rectangle
public struct Rectangle: Shape {
    nonisolated public init() {}
}

// developer.apple.com/documentation/swiftui/roundedrectangle
public struct RoundedRectangle: Shape {
    // developer.apple.com/documentation/swiftui/roundedrectangle/init(cornerradius:style:)
    nonisolated public init(cornerRadius: CGFloat) {}
}

// developer.apple.com/documentation/coregraphics/cglinecap
public enum CGLineCap: Int32, Sendable {
    case butt, round, square
}

// developer.apple.com/documentation/coregraphics/cglinejoin
public enum CGLineJoin: Int32, Sendable {
    case miter, round, bevel
}

// developer.apple.com/documentation/swiftui/strokestyle
public struct StrokeStyle: Equatable, Sendable {
    // developer.apple.com/documentation/swiftui/strokestyle/init(linewidth:linecap:linejoin:miterlimit:dash:dashphase:)
    public init(
        lineWidth: CGFloat = 1, lineCap: CGLineCap = .butt, lineJoin: CGLineJoin = .miter, miterLimit: CGFloat = 10,
        dash: [CGFloat] = [], dashPhase: CGFloat = 0
    ) {}
}

// developer.apple.com/documentation/swiftui/path
public struct Path: Equatable, Sendable {
    // developer.apple.com/documentation/swiftui/path/init(_:)
    public init(_ callback: (inout Path) -> Void) {}

    // developer.apple.com/documentation/swiftui/path/init(_:)
    public init(_ rect: CGRect) {}

    // developer.apple.com/documentation/swiftui/path/init(ellipsein:)
    public init(ellipseIn rect: CGRect) {}

    // developer.apple.com/documentation/swiftui/path/init(roundedrect:cornersize:style:)
    public init(roundedRect rect: CGRect, cornerSize: CGSize) {}

    // developer.apple.com/documentation/swiftui/path/move(to:)
    public mutating func move(to end: CGPoint) {}

    // developer.apple.com/documentation/swiftui/path/addline(to:)
    public mutating func addLine(to end: CGPoint) {}

    // developer.apple.com/documentation/swiftui/path/addlines(_:)
    public mutating func addLines(_ lines: [CGPoint]) {}

    // developer.apple.com/documentation/swiftui/path/closesubpath()
    public mutating func closeSubpath() {}
}

// developer.apple.com/documentation/swiftui/graphicscontext
public struct GraphicsContext {
    // developer.apple.com/documentation/swiftui/graphicscontext/shading
    public struct Shading: Sendable {
        // developer.apple.com/documentation/swiftui/graphicscontext/shading/color(_:)
        public static func color(_ color: Color) -> Shading { Shading() }

        // developer.apple.com/documentation/swiftui/graphicscontext/shading/lineargradient(_:startpoint:endpoint:options:)
        public static func linearGradient(_ gradient: Gradient, startPoint: CGPoint, endPoint: CGPoint) -> Shading {
            Shading()
        }

        // developer.apple.com/documentation/swiftui/graphicscontext/shading/radialgradient(_:center:startradius:endradius:options:)
        public static func radialGradient(
            _ gradient: Gradient, center: CGPoint, startRadius: CGFloat, endRadius: CGFloat
        ) -> Shading { Shading() }
    }

    // developer.apple.com/documentation/swiftui/graphicscontext/opacity
    public var opacity: Double

    // developer.apple.com/documentation/swiftui/graphicscontext/fill(_:with:style:)
    public func fill(_ path: Path, with shading: Shading) {}

    // developer.apple.com/documentation/swiftui/graphicscontext/stroke(_:with:style:)
    public func stroke(_ path: Path, with shading: Shading, style: StrokeStyle) {}

    // developer.apple.com/documentation/swiftui/graphicscontext/clip(to:style:options:)
    public mutating func clip(to path: Path) {}

    // developer.apple.com/documentation/swiftui/graphicscontext/drawlayer(content:)
    public func drawLayer(content: (inout GraphicsContext) throws -> Void) rethrows {}

    // developer.apple.com/documentation/swiftui/graphicscontext/translateby(x:y:)
    public mutating func translateBy(x: CGFloat, y: CGFloat) {}

    // developer.apple.com/documentation/swiftui/graphicscontext/scaleby(x:y:)
    public mutating func scaleBy(x: CGFloat, y: CGFloat) {}
}

// developer.apple.com/documentation/swiftui/canvas
public struct Canvas<Symbols: View>: PrimitiveView {}

extension Canvas where Symbols == EmptyView {
    // developer.apple.com/documentation/swiftui/canvas/init(opaque:colormode:rendersasynchronously:renderer:)
    nonisolated public init(renderer: @escaping (inout GraphicsContext, CGSize) -> Void) {}
}

// developer.apple.com/documentation/swiftui/timelineschedule
public protocol TimelineSchedule {}

// developer.apple.com/documentation/swiftui/animationtimelineschedule
public struct AnimationTimelineSchedule: TimelineSchedule, Sendable {
    // developer.apple.com/documentation/swiftui/animationtimelineschedule/init(minimuminterval:paused:)
    public init(minimumInterval: Double? = nil, paused: Bool = false) {}
}

extension TimelineSchedule where Self == AnimationTimelineSchedule {
    // developer.apple.com/documentation/swiftui/timelineschedule/animation(minimuminterval:paused:)
    public static func animation(minimumInterval: Double? = nil, paused: Bool = false) -> AnimationTimelineSchedule {
        AnimationTimelineSchedule()
    }
}

// developer.apple.com/documentation/swiftui/timelineviewdefaultcontext
public struct TimelineViewDefaultContext: Sendable {
    // developer.apple.com/documentation/swiftui/timelineview/context/date
    public let date: Date
}

// developer.apple.com/documentation/swiftui/timelineview
public struct TimelineView<Schedule: TimelineSchedule, Content: View>: PrimitiveView {
    // developer.apple.com/documentation/swiftui/timelineview/init(_:content:)
    nonisolated public init(
        _ schedule: Schedule, @ViewBuilder content: @escaping (TimelineViewDefaultContext) -> Content
    ) {}
}
