import MingmenCore
import Observation

/// The body from its sides, with parts, points and channels that something is known of.
@MainActor
@Observable
public final class BodyMapModel {
    public let map: BodyMap
    public private(set) var viewIndex = 0
    /// The part of the body that is chosen.
    public private(set) var area: AreaId?
    /// Parts that something in the Library is for.
    private let known: Set<AreaId>
    @ObservationIgnored private unowned let app: AppModel

    /// How near to a point a touch counts as one on it, in thousandths of the body's height.
    static let reach = 24

    init(app: AppModel, map: BodyMap, areas: [AreaChoice]) {
        self.app = app
        self.map = map
        known = Set(areas.map(\.area))
    }

    /// The side that is shown.
    public var view: BodyView? {
        map.views.indices.contains(viewIndex) ? map.views[viewIndex] : nil
    }

    /// The chosen part, where this side shows it.
    public var shape: BodyShape? { view?.areas.first { $0.area == area } }

    /// Whether the Library has something for the chosen part.
    public var hasSomethingForArea: Bool { area.map(known.contains) ?? false }

    public func show(_ view: Int) {
        if map.views.indices.contains(view) { viewIndex = view }
    }

    public func choose(_ area: AreaId) {
        self.area = self.area == area ? nil : area
    }

    /// A touch on the picture, in the map's own measure: a point that is near, else the part that it falls in.
    public func touch(x: Double, y: Double) async {
        guard let view else { return }
        if let point = view.points.nearest(x: x, y: y, within: Double(Self.reach)) {
            await read(point.item)
        } else if let shape = view.areas.first(where: { $0.contains(x: x, y: y) }) {
            choose(shape.area)
        }
    }

    /// Opens what there is to read about a point or a channel.
    public func read(_ item: ItemId) async {
        await app.attempt {
            self.app.enter(.reading(ReadingModel(app: self.app, page: try await self.app.mingmen.readingPage(id: item))))
        }
    }

    /// The Library, narrowed to the chosen part.
    public func showMovements() async {
        guard let area, hasSomethingForArea else { return }
        await app.attempt {
            let filter = LibraryFilter(area: area, posture: nil)
            let library = LibraryModel(app: self.app, page: try await self.app.mingmen.library(filter: filter), filter: filter)
            self.app.enter(.library(library))
        }
    }
}

extension [BodyPoint] {
    fileprivate func nearest(x: Double, y: Double, within reach: Double) -> BodyPoint? {
        func distance(_ point: BodyPoint) -> Double {
            let (dx, dy) = (Double(point.at.x) - x, Double(point.at.y) - y)
            return (dx * dx + dy * dy).squareRoot()
        }
        let nearest = self.min { distance($0) < distance($1) }
        return nearest.flatMap { distance($0) <= reach ? $0 : nil }
    }
}

extension BodyShape {
    func contains(x: Double, y: Double) -> Bool {
        outlines.contains { $0.encloses(x: x, y: y) }
    }
}

extension MapLine {
    /// Whether a place lies inside the closed outline: a ray to the left crosses it an odd number of times.
    fileprivate func encloses(x: Double, y: Double) -> Bool {
        var isInside = false
        for (from, to) in zip(points, points.dropFirst() + points.prefix(1)) {
            let (fromY, toY) = (Double(from.y), Double(to.y))
            guard (fromY > y) != (toY > y) else { continue }
            let crossing = Double(from.x) + (y - fromY) / (toY - fromY) * (Double(to.x) - Double(from.x))
            if crossing < x { isInside.toggle() }
        }
        return isInside
    }
}
