import MingmenCore
import MingmenKit
import SwiftUI

/// The body from its sides. Everything that can be touched on the picture stands in the list beside it as well.
struct BodyMapView: View {
    @Environment(\.palette) private var palette
    let model: BodyMapModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: words(.learn), title: words(.bodyMap), back: back)
            KeyGrid(columns: 2) {
                ForEach(Array(model.map.views.enumerated()), id: \.offset) { place, view in
                    ToggleKey(title: view.title, isOn: place == model.viewIndex) { model.show(place) }
                }
            }
            if let view = model.view {
                BodyPicture(view: view, chosen: model.area) { await model.touch(x: $0, y: $1) }
                if model.shape != nil { chosen }
                parts(view)
                points(view)
                channels(view)
            }
        }
    }

    @ViewBuilder
    private var chosen: some View {
        if model.hasSomethingForArea {
            WordButton(words(.showForThis), icon: "figure.mind.and.body") { await model.showMovements() }
        } else {
            Notice(icon: "leaf", text: words(.nothingForThis))
        }
    }

    @ViewBuilder
    private func parts(_ view: BodyView) -> some View {
        if !view.areas.isEmpty {
            Text(verbatim: words(.partOfBody)).role(.heading, palette.ink).isHeading()
            KeyGrid(columns: 2) {
                ForEach(view.areas, id: \.area) { shape in
                    ToggleKey(title: shape.name, isOn: shape.area == model.area, radius: Radius.chip) {
                        model.choose(shape.area)
                    }
                }
            }
        }
    }

    @ViewBuilder
    private func points(_ view: BodyView) -> some View {
        if !view.points.isEmpty {
            Text(verbatim: words(.points)).role(.heading, palette.ink).isHeading()
            ForEach(Array(view.points.enumerated()), id: \.offset) { _, point in
                OpeningRow(point.title, detail: point.place, icon: "smallcircle.filled.circle") {
                    await model.read(point.item)
                }
            }
        }
    }

    @ViewBuilder
    private func channels(_ view: BodyView) -> some View {
        if !view.channels.isEmpty {
            Text(verbatim: words(.channels)).role(.heading, palette.ink).isHeading()
            ForEach(Array(view.channels.enumerated()), id: \.offset) { _, channel in
                OpeningRow(channel.title, icon: "point.topleft.down.to.point.bottomright.curvepath") {
                    await model.read(channel.item)
                }
            }
        }
    }
}

/// One side of the body, drawn from the core's outlines. A screen reader has the list in its place.
private struct BodyPicture: View {
    @Environment(\.palette) private var palette
    let view: BodyView
    let chosen: AreaId?
    let touch: @MainActor (Double, Double) async -> Void

    /// The height of every side in the map's own measure.
    private static let mapHeight: CGFloat = 1_000

    var body: some View {
        GeometryReader { room in
            let scale = room.size.height / Self.mapHeight
            Canvas { context, _ in paint(in: context, scale) }
                .contentShape(Rectangle())
                .onTapGesture { place in
                    Task { await touch(Double(place.x / scale), Double(place.y / scale)) }
                }
        }
        .aspectRatio(CGFloat(view.width) / Self.mapHeight, contentMode: .fit)
        .frame(maxWidth: .infinity, maxHeight: 480)
        .background(palette.stage)
        .clipShape(RoundedRectangle(cornerRadius: Radius.hero))
        .accessibilityHidden(true)
    }

    private func paint(in context: GraphicsContext, _ scale: CGFloat) {
        for outline in view.outlines {
            context.fill(path(outline, scale, isClosed: true), with: .color(palette.jadeSoft))
        }
        for shape in view.areas {
            for outline in shape.outlines {
                let path = path(outline, scale, isClosed: true)
                if shape.area == chosen {
                    context.fill(path, with: .color(palette.ember))
                    context.stroke(path, with: .color(palette.ink), style: StrokeStyle(lineWidth: 2))
                }
            }
        }
        let pen = StrokeStyle(lineWidth: 2, lineCap: .round, lineJoin: .round)
        for channel in view.channels {
            context.stroke(path(channel.line, scale, isClosed: false), with: .color(palette.jade), style: pen)
        }
        for point in view.points {
            let (x, y) = (CGFloat(point.at.x) * scale, CGFloat(point.at.y) * scale)
            let dot = Path(ellipseIn: CGRect(x: x - 5, y: y - 5, width: 10, height: 10))
            context.fill(dot, with: .color(palette.ember))
            context.stroke(dot, with: .color(palette.raised), style: StrokeStyle(lineWidth: 2))
        }
    }

    private func path(_ line: MapLine, _ scale: CGFloat, isClosed: Bool) -> Path {
        Path { path in
            path.addLines(line.points.map { CGPoint(x: CGFloat($0.x) * scale, y: CGFloat($0.y) * scale) })
            if isClosed { path.closeSubpath() }
        }
    }
}
