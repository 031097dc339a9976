import Foundation
import MingmenCore
import Testing

@testable import MingmenKit

/// Nothing that the articles teach may be out of reach: whoever goes from link to link comes by every id.
@MainActor
@Suite("The whole catalogue", .timeLimit(.minutes(3)))
struct ReachTests {
    @Test("is reached from the Library by the links on its pages, before any question is answered")
    func everyId() async throws {
        let phone = try await Phone()
        await phone.app.open(.library)
        let library = try phone.app.library().page
        var (reached, opened): (Set<ItemId>, Set<ItemId>) = ([], [])
        var ahead = (library.own + library.routines + library.movements).map(\.link)
        for topic in library.topics {
            await phone.app.open(.library)
            await (try phone.app.library()).open(topic)
            reached.insert(topic.topic)
            ahead += try phone.app.topic().page.items
        }
        while let link = ahead.popLast() {
            reached.insert(link.id)
            guard opened.insert(link.id).inserted else { continue }
            await phone.app.open(link)
            #expect(phone.app.trouble == nil, "\(link.id)")
            let page = try #require(phone.app.place.contents, "\(link.id)")
            reached.formUnion(page.holds)
            ahead += page.links
            if opened.count.isMultiple(of: 50) { await phone.app.open(.library) }
        }
        let missed = try inventory().filter { !reached.contains($0) }
        #expect(missed.isEmpty)
    }

    /// Every id of the inventory, from the list that the core is held against too.
    private func inventory() throws -> [ItemId] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let list = root.appending(path: "tests/vectors/inventory-ids.txt")
        let ids = try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(ids.count == 494)
        return ids
    }
}

extension Place {
    /// What a page of the Library shows of itself, and the links that its view draws.
    fileprivate var contents: (holds: [ItemId], links: [ItemLink])? {
        switch self {
        case .movement(let model):
            let page = model.page
            let near = page.parts + page.extras + page.members + (page.gentler.map { [$0] } ?? [])
            return ([page.movement.id] + page.movement.variants.map(\.id), near + page.routines + page.related)
        case .routine(let model):
            return ([model.routine.id], model.page.lines.map(\.link) + model.page.choices + model.page.related)
        case .topic(let model): return ([], model.page.items)
        case .reading(let model):
            let page = model.page
            return ([page.item.id], [page.topic] + page.related + (page.next.map { [$0] } ?? []))
        default: return nil
        }
    }
}
