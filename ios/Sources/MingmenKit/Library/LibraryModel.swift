import Foundation
import MingmenCore
import Observation

/// The Library's first page: what there is to practise and to read, narrowed to a part of the body, a posture or little time.
@MainActor
@Observable
public final class LibraryModel: Refreshable {
    /// Its two sides.
    public enum Side: CaseIterable, Sendable {
        case practise, learn
    }

    public private(set) var page: LibraryPage
    public var side = Side.practise
    public private(set) var filter: LibraryFilter
    /// A routine that was deleted a moment ago: it can be brought back until the page is left.
    public private(set) var deleted: OwnRoutineDraft?
    @ObservationIgnored private unowned let app: AppModel

    /// `filter` is what `page` is narrowed to already.
    init(
        app: AppModel, page: LibraryPage, filter: LibraryFilter = .everything, deleted: OwnRoutineDraft? = nil
    ) {
        self.app = app
        self.page = page
        self.filter = filter
        self.deleted = deleted
    }

    public var isNarrowed: Bool { filter != .everything }

    /// A routine that was begun and is not saved: `makeRoutine` goes on with it.
    public var unsaved: MakeModel? { app.unsaved(nil) }

    public func refresh() async throws {
        page = try await app.mingmen.library(filter: filter)
    }

    /// Narrows the list to a part of the body; the same one again opens it.
    public func choose(_ area: AreaId) async {
        let area = filter.area == area ? nil : area
        await narrow(LibraryFilter(area: area, posture: filter.posture, atMostMinutes: filter.atMostMinutes))
    }

    /// Narrows the list to a posture; the same one again opens it.
    public func choose(_ posture: Posture) async {
        let posture = filter.posture == posture ? nil : posture
        await narrow(LibraryFilter(area: filter.area, posture: posture, atMostMinutes: filter.atMostMinutes))
    }

    /// Narrows the list to what takes little time; again opens it.
    public func chooseShort() async {
        let minutes = filter.atMostMinutes == nil ? page.shortMinutes : nil
        await narrow(LibraryFilter(area: filter.area, posture: filter.posture, atMostMinutes: minutes))
    }

    public func showEverything() async { await narrow(.everything) }

    func narrow(_ filter: LibraryFilter) async {
        await app.attempt {
            self.page = try await self.app.mingmen.library(filter: filter)
            self.filter = filter
        }
    }

    public func open(_ link: ItemLink) async {
        await leave { await self.app.open(link) }
    }

    public func open(_ topic: TopicCard) async {
        await leave {
            await self.app.attempt {
                let page = try await self.app.mingmen.topicPage(id: topic.topic)
                self.app.enter(.topic(TopicModel(app: self.app, page: page)))
            }
        }
    }

    public func search() async {
        await leave { self.app.enter(.search(SearchModel(app: self.app))) }
    }

    public func makeRoutine() async {
        await leave { await self.app.makeRoutine() }
    }

    public func makeToMeasure() async {
        await leave { await self.app.makeToMeasure() }
    }

    public func showBodyMap() async {
        await leave {
            await self.app.attempt {
                let model = BodyMapModel(
                    app: self.app, map: try await self.app.mingmen.bodyMap(),
                    areas: try await self.app.mingmen.library(filter: .everything).areas)
                self.app.enter(.bodyMap(model))
            }
        }
    }

    public func checkBody() async {
        await leave { await self.app.checkBody() }
    }

    /// Keeps a routine that somebody shared and opens it; a file that does not fit says where.
    public func takeIn(fileAt url: URL) async {
        await leave { await self.app.takeIn(fileAt: url) }
    }

    /// Brings the deleted routine back.
    public func undoDelete() async {
        guard let draft = deleted else { return }
        await app.attempt {
            _ = try await self.app.mingmen.saveOwnRoutine(draft: draft, changes: nil)
            self.deleted = nil
            try await self.refresh()
        }
    }

    /// Undo stays until the page is left.
    private func leave(_ work: () async -> Void) async {
        await work()
        if case .library(let shown) = app.place, shown === self { return }
        deleted = nil
    }
}
