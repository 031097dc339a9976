import SwiftUI

/// The breath ring: one brush stroke with a gap, behind the person, rising from the floor like a moon. It grows on the
/// in-breath and shrinks on the out-breath.
struct BreathRing {
    let centre: CGPoint
    /// The radius of a full breath.
    let radius: Double
    /// Where the floor is: the ring fades out towards it.
    let floor: Double
    /// A three-hundredth of the scene's width, the measure of the design.
    let unit: Double

    /// Paints it with so much breath in it, 0 to 1; `guide` is the circle that it grows to.
    func paint(fullness: Double, colour: Color, guide: Color?, in context: GraphicsContext) {
        let scale = Ring.minScale + (Ring.maxScale - Ring.minScale) * fullness
        context.fill(stroke(radius: radius * scale, width: Ring.strokeDp * unit), with: fade(colour))
        guard let guide else { return }
        let circle = Path(
            ellipseIn: CGRect(x: centre.x - radius, y: centre.y - radius, width: radius * 2, height: radius * 2))
        context.stroke(circle, with: fade(guide), style: StrokeStyle(lineWidth: Ring.guideStrokeDp * unit))
    }

    private func fade(_ colour: Color) -> GraphicsContext.Shading {
        let top = centre.y - radius
        let stops = Gradient(stops: [
            .init(color: colour, location: 0), .init(color: colour, location: Ring.fadeFrom),
            .init(color: colour.opacity(0), location: Ring.fadeTo),
        ])
        return .linearGradient(
            stops, startPoint: CGPoint(x: centre.x, y: top), endPoint: CGPoint(x: centre.x, y: floor))
    }

    /// Swells and thins as a brush does, and leaves a gap where it was lifted.
    private func stroke(radius: Double, width: Double) -> Path {
        let steps = 96
        var (outer, inner): ([CGPoint], [CGPoint]) = ([], [])
        for step in 0...steps {
            let along = Double(step) / Double(steps)
            let degrees = Ring.startDegrees + (360 - Ring.gapDegrees) * along
            let swell = pow(max(0, sin(.pi * min(1, along * 1.02 + 0.06))), 0.8)
            let half = width * (0.22 + 0.78 * swell * (1 - 0.35 * along)) / 2
            let middle = radius + width * 0.08 * sin(5 * along)
            outer.append(point(degrees, middle + half))
            inner.append(point(degrees, middle - half))
        }
        return Path { path in
            path.addLines(outer + inner.reversed())
            path.closeSubpath()
        }
    }

    private func point(_ degrees: Double, _ radius: Double) -> CGPoint {
        let angle = degrees * .pi / 180
        return CGPoint(x: centre.x + cos(angle) * radius, y: centre.y + sin(angle) * radius)
    }
}
