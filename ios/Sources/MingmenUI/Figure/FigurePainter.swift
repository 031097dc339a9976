import MingmenCore
import MingmenKit
import SwiftUI

/// Where a figure stands on a canvas: clip coordinates times `scale`, moved by `left` and `top`.
struct Placement: Equatable {
    let scale: Double
    let left: Double
    let top: Double
}

/// Paints one phase of a clip, shape by shape from back to front, in the colours of the theme.
struct FigurePainter {
    let frames: FigureFrames
    let colours: FigurePalette
    let behind: Color

    /// Directions round a disc for the outline of a set of them (`FigureKind.hull`).
    private static let directions: [CGPoint] = (0..<40).map {
        let angle = Double($0) * 2 * .pi / 40
        return CGPoint(x: cos(angle), y: sin(angle))
    }

    /// Paints the phase; with a `halo` above 0 a rim of what lies behind goes round the body, so that nothing touches it.
    func paint(_ phase: Double, at place: Placement, halo: Double, in context: GraphicsContext) {
        let points = frames.points(at: phase).map {
            CGPoint(x: place.left + $0.x * place.scale, y: place.top + $0.y * place.scale)
        }
        guard !points.isEmpty else { return }
        if halo > 0 {
            let rim = StrokeStyle(lineWidth: halo * 2, lineJoin: .round)
            for shape in frames.clip.shapes where isBody(shape) {
                for path in paths(shape, points, place.scale) {
                    context.stroke(path, with: .color(behind), style: rim)
                }
            }
        }
        for shape in frames.clip.shapes { paint(shape, points, place.scale, in: context) }
    }

    private func paint(_ shape: FigureShape, _ points: [CGPoint], _ scale: Double, in context: GraphicsContext) {
        var context = context
        context.opacity = Double(shape.opacityPermille) / 1_000 * (shape.paint == .shadow ? colours.shadowOpacity : 1)
        let far = Double(shape.farPermille) / 1_000 * colours.farShare
        let colour = shape.paint == .gap ? behind : colours.mixed(near(shape.paint), far: far)
        if shape.kind == .glow { return paintGlow(shape, points, colour, in: context) }
        for path in paths(shape, points, scale) {
            if shape.kind == .line {
                let pen = StrokeStyle(lineWidth: Double(shape.width) * scale, lineCap: .round, lineJoin: .round)
                context.stroke(path, with: .color(colour), style: pen)
            } else {
                context.fill(path, with: .color(colour))
            }
        }
    }

    /// The outlines of a shape; discs are one each.
    private func paths(_ shape: FigureShape, _ points: [CGPoint], _ scale: Double) -> [Path] {
        let (first, count) = (Int(shape.firstPoint), Int(shape.pointCount))
        guard count > 0, first + count <= points.count else { return [] }
        let own = Array(points[first..<first + count])
        switch shape.kind {
        case .fill: return [polygon(own, isClosed: true)]
        case .line: return [polygon(own, isClosed: false)]
        case .hull:
            guard shape.radii.count == count else { return [] }
            return [hull(Array(zip(own, shape.radii.map { Double($0) * scale })))]
        case .dots:
            guard shape.radii.count == count else { return [] }
            return zip(own, shape.radii).map { hull([($0, Double($1) * scale)]) }
        case .glow: return []
        }
    }

    private func polygon(_ points: [CGPoint], isClosed: Bool) -> Path {
        Path { path in
            path.addLines(points)
            if isClosed { path.closeSubpath() }
        }
    }

    /// In each direction the point of all discs that lies farthest out.
    private func hull(_ discs: [(centre: CGPoint, radius: Double)]) -> Path {
        let outline = Self.directions.map { direction in
            let points = discs.map {
                CGPoint(x: $0.centre.x + direction.x * $0.radius, y: $0.centre.y + direction.y * $0.radius)
            }
            let farthest = points.max { left, right in
                left.x * direction.x + left.y * direction.y < right.x * direction.x + right.y * direction.y
            }
            return farthest ?? .zero
        }
        return polygon(outline, isClosed: true)
    }

    /// An upright ellipse of light: its middle, and a point whose offsets are its half axes.
    private func paintGlow(_ shape: FigureShape, _ points: [CGPoint], _ colour: Color, in context: GraphicsContext) {
        let first = Int(shape.firstPoint)
        guard first + 1 < points.count else { return }
        let (middle, rim) = (points[first], points[first + 1])
        let (width, height) = (abs(rim.x - middle.x), abs(rim.y - middle.y))
        guard width > 0.01, height > 0.01 else { return }
        var context = context
        context.translateBy(x: middle.x, y: middle.y)
        context.scaleBy(x: 1, y: height / width)
        let light = Gradient(stops: [
            .init(color: colour, location: 0), .init(color: colour.opacity(0.6), location: 0.45),
            .init(color: colour.opacity(0), location: 1),
        ])
        let disc = Path(ellipseIn: CGRect(x: -width, y: -width, width: width * 2, height: width * 2))
        context.fill(disc, with: .radialGradient(light, center: .zero, startRadius: 0, endRadius: width))
    }

    /// Skin and hair are the person's own: the core hands them over with the clip.
    private func near(_ paint: FigurePaint) -> RGB {
        let tones = frames.clip.tones
        return switch paint {
        case .skin: colours.own(tones.skin)
        case .hair: colours.own(tones.hair)
        case .faceLine: colours.own(tones.faceLine)
        default: colours.rgb(paint)
        }
    }

    private func isBody(_ shape: FigureShape) -> Bool {
        guard shape.opacityPermille == 1_000 else { return false }
        return switch shape.paint {
        case .jacket, .trousers, .skin, .hair, .shoe: true
        default: false
        }
    }
}

extension FigurePalette {
    /// How much of the far tone the farthest part takes: a quarter, and a third on dark.
    var farShare: Double { isDark ? 0.36 : 0.26 }

    var shadowOpacity: Double { isDark ? 0.45 : 0.16 }

    /// A tone as it is in this theme.
    func own(_ tone: FigureTone) -> RGB { RGB(isDark ? tone.dark : tone.light) }

    /// A colour, with a share of the far tone in it.
    func mixed(_ near: RGB, far share: Double) -> Color {
        func mix(_ near: Double, _ far: Double) -> Double { near + (far - near) * share }
        return Color(
            red: mix(near.red, far.red), green: mix(near.green, far.green), blue: mix(near.blue, far.blue))
    }

    /// `gap` is what lies behind the figure, and skin and hair are the person's own: both are the painter's matter.
    fileprivate func rgb(_ paint: FigurePaint) -> RGB {
        switch paint {
        case .shadow: shadow
        case .mat: mat
        case .wood: wood
        case .jacket: jacket
        case .jacketLine: jacketLine
        case .trousers: trousers
        case .shoe: shoe
        case .accent: accent
        case .attention, .gap, .skin, .faceLine, .hair: attention
        }
    }
}
