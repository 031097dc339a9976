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

    /// A touch on the picture, in the map's own measure: a point that is near, else the smallest part that it falls in.
    /// Parts lie over one another; those that a smaller one covers are chosen from the list.
    public func touch(x: Double, y: Double) async {
        guard let view else { return }
        if let point = view.points.nearest(x: x, y: y, within: Double(Self.reach)) {
            await read(point.item)
        } else if let shape = view.smallestShape(x: x, y: y) {
            choose(shape.area)
        }
    }

    /// Opens what there is to read about a point or a channel.
    public func read(_ item: ItemId) async {
        await app.attempt {
            let page = try await self.app.mingmen.readingPage(id: item)
            self.app.enter(.reading(ReadingModel(app: self.app, page: page)))
        }
    }

    /// The Library, narrowed to the chosen part.
    public func showMovements() async {
        guard let area, hasSomethingForArea else { return }
        await app.attempt {
            let filter = LibraryFilter(area: area, posture: nil, atMostMinutes: nil)
            let page = try await self.app.mingmen.library(filter: filter)
            self.app.enter(.library(LibraryModel(app: self.app, page: page, filter: filter)))
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

extension BodyView {
    /// What covers nearly all of this side is left to the list, unless it is all that this side has: a finger that lands
    /// beside the hand means no whole body.
    func smallestShape(x: Double, y: Double) -> BodyShape? {
        let most = outlines.reduce(0) { $0 + $1.surface } * 0.6
        let meant = areas.count == 1 ? areas : areas.filter { $0.surface < most }
        return meant.filter { $0.contains(x: x, y: y) }.min { $0.surface < $1.surface }
    }
}

extension BodyShape {
    /// All its outlines together, in square thousandths of the body's height.
    var surface: Double { outlines.reduce(0) { $0 + $1.surface } }

    func contains(x: Double, y: Double) -> Bool {
        outlines.contains { $0.encloses(x: x, y: y) }
    }
}

extension MapLine {
    /// Within the closed outline, by the shoelace formula.
    fileprivate var surface: Double {
        let twice = sides.reduce(0.0) { sum, side in
            sum + Double(side.0.x) * Double(side.1.y) - Double(side.1.x) * Double(side.0.y)
        }
        return abs(twice) / 2
    }

    /// From each point to the next, and from the last to the first.
    private var sides: [(MapPoint, MapPoint)] { Array(zip(points, points.dropFirst() + points.prefix(1))) }

    /// Whether a place lies inside the closed outline: a ray to the left crosses it an odd number of times.
    fileprivate func encloses(x: Double, y: Double) -> Bool {
        var isInside = false
        for (from, to) in sides {
            let (fromY, toY) = (Double(from.y), Double(to.y))
            guard (fromY > y) != (toY > y) else { continue }
            let crossing = Double(from.x) + (y - fromY) / (toY - fromY) * (Double(to.x) - Double(from.x))
            if crossing < x { isInside.toggle() }
        }
        return isInside
    }
}
