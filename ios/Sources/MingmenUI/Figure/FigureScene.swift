import MingmenCore
import MingmenKit
import SwiftUI

/// What is behind the figure.
enum Backdrop: Equatable {
    /// Nothing but the floor line.
    case plain
    /// A still disc: for cards.
    case disc
    /// The breath ring with so much breath in it, 0 to 1.
    case breath(fullness: Double)
}

/// The person on the floor line, in front of what is behind them. Words say the same to whoever does not see it.
struct FigureScene: View {
    @Environment(\.palette) private var palette
    @Environment(\.colorScheme) private var colorScheme
    let frames: FigureFrames?
    let phase: Double
    let backdrop: Backdrop
    var behind: Color?
    /// A phase that is seen faintly behind: the pose to come.
    var ghost: Double?
    var spoken = ""
    /// What is done just now, in words.
    var now = ""

    var body: some View {
        Canvas { context, size in
            let stage = Stage(size: size, view: frames?.clip.view)
            paintBackdrop(stage, in: context)
            guard let frames, let place = stage.place else { return }
            let colours = colorScheme == .dark ? FigurePalette.dark : FigurePalette.light
            let painter = FigurePainter(frames: frames, colours: colours, behind: behind ?? palette.stage)
            if let ghost {
                var faint = context
                faint.opacity = 0.25
                faint.drawLayer { painter.paint(ghost, at: place, halo: 0, in: $0) }
            }
            painter.paint(phase, at: place, halo: isBreathing ? 7 * stage.unit : 0, in: context)
        }
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(Text(verbatim: spoken))
        .accessibilityValue(Text(verbatim: now))
        .accessibilityHidden(spoken.isEmpty)
    }

    private var isBreathing: Bool {
        if case .breath = backdrop { true } else { false }
    }

    private func paintBackdrop(_ stage: Stage, in context: GraphicsContext) {
        switch backdrop {
        case .plain: break
        case .disc:
            var cut = context
            cut.clip(to: Path(CGRect(x: 0, y: 0, width: stage.middle * 2, height: stage.floor)))
            let (ring, radius) = (stage.ring, stage.ring.radius * 132 / 146)
            let square = CGRect(
                x: ring.centre.x - radius, y: ring.centre.y - radius, width: radius * 2, height: radius * 2)
            cut.fill(Path(ellipseIn: square), with: .color(palette.jadeSoft))
        case .breath(let fullness):
            stage.ring.paint(fullness: fullness, colour: palette.jadeMid, guide: palette.line, in: context)
        }
        let line = Path { path in
            path.move(to: CGPoint(x: stage.middle - 144 * stage.unit, y: stage.floor))
            path.addLine(to: CGPoint(x: stage.middle + 144 * stage.unit, y: stage.floor))
        }
        let pen = StrokeStyle(lineWidth: 2.5 * stage.unit, lineCap: .round)
        context.stroke(line, with: .color(palette.outline), style: pen)
    }
}

/// Where things stand on a canvas, in three-hundredths of its width like the design's own drawings.
private struct Stage {
    let unit: Double
    let middle: Double
    let floor: Double
    let ring: BreathRing
    let place: Placement?

    init(size: CGSize, view: FigureBox?) {
        let unit = Double(min(size.width / 300, size.height / 288))
        let (middle, floor) = (Double(size.width) / 2, Double(size.height) - 11 * unit)
        self.unit = unit
        self.middle = middle
        self.floor = floor
        ring = BreathRing(
            centre: CGPoint(x: middle, y: floor - 129 * unit), radius: 146 * unit, floor: floor, unit: unit)
        place = view.map { view in
            let tall = (floor - 8 * unit) / Double(max(1, -view.top))
            let wide = 292 * unit / Double(max(1, view.width))
            // 10,000 is the stature of the person.
            let scale = min(tall, wide, 318 * unit / 10_000)
            let below = Double(max(0, view.top + view.height)) * scale
            let centre = Double(view.left) + Double(view.width) / 2
            return Placement(
                scale: scale, left: middle - centre * scale, top: floor - min(below, 11 * unit) * 0.35)
        }
    }
}

/// What a figure is loaded for: another motion or another posture is loaded anew.
struct FigureKey: Equatable {
    let motion: String?
    let posture: Posture
}

/// A figure that is loaded when it is first shown, in its telling pose.
struct FigureStill: View {
    let figures: Figures
    let motion: String?
    let posture: Posture
    var backdrop = Backdrop.disc
    var behind: Color?
    var spoken = ""

    var body: some View {
        let frames = figures.frames(motion, posture)
        FigureScene(
            frames: frames, phase: frames?.stillPhase ?? 0, backdrop: backdrop, behind: behind, spoken: spoken
        )
        .task(id: FigureKey(motion: motion, posture: posture)) { await figures.load(motion, posture) }
    }
}
