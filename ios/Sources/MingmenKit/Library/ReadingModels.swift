import MingmenCore
import Observation

/// A topic: what there is to read, in order.
@MainActor
@Observable
public final class TopicModel {
    public let page: TopicPage
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, page: TopicPage) {
        self.app = app
        self.page = page
    }

    public func open(_ link: ItemLink) async { await app.open(link) }
}

/// A page to read. Reading stays open, whatever the screening said.
@MainActor
@Observable
public final class ReadingModel: Refreshable {
    public private(set) var page: ReadingPage
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, page: ReadingPage) {
        self.app = app
        self.page = page
    }

    public func refresh() async throws {
        page = try await app.mingmen.readingPage(id: page.item.id)
    }

    /// Does what is read about at once.
    public func practise() async {
        guard let card = page.card else { return }
        app.ready(card)
    }

    public func open(_ link: ItemLink) async { await app.open(link) }

    /// The live classes, where this one can be kept.
    public func openClasses() async { await app.openClasses() }

    /// The item after it in its topic, in place of this one: Back leads to where reading began.
    public func next() async {
        guard let next = page.next else { return }
        await app.attempt {
            let page = try await self.app.mingmen.readingPage(id: next.id)
            self.app.place = .reading(ReadingModel(app: self.app, page: page))
        }
    }
}
