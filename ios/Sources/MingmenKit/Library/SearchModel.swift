import MingmenCore
import Observation

/// Search as one types. The core is asked once the fingers rest, and an answer to other letters than those on screen is
/// dropped.
@MainActor
@Observable
public final class SearchModel {
    /// How long the fingers rest before the core is asked, in milliseconds.
    static let restMs: UInt64 = 200
    /// How long they rest after the answer before a screen reader is told what was found, in milliseconds: it has read
    /// out the letters by then, and says nothing between two of them.
    static let quietMs: UInt64 = 1_000

    /// What is typed.
    public var query = "" {
        didSet { if query != oldValue { ask() } }
    }
    /// The answer to what is typed; none while nothing is, and until the first answer.
    public private(set) var page: SearchPage?
    /// The answer that a screen reader was told of last.
    @ObservationIgnored private var told: SearchPage?
    @ObservationIgnored private unowned let app: AppModel
    @ObservationIgnored private var asking: Task<Void, Never>?

    init(app: AppModel) {
        self.app = app
    }

    deinit { asking?.cancel() }

    public func open(_ link: ItemLink) async { await app.open(link) }

    /// Out of an empty answer: the whole Library.
    public func showEverything() async { await app.open(.library) }

    public func clear() { query = "" }

    /// Ends with the answer to what is typed now.
    func settle() async { await asking?.value }

    private func ask() {
        asking?.cancel()
        let query = query
        guard query.contains(where: { !$0.isWhitespace }) else {
            (page, told) = (nil, nil)
            return
        }
        asking = Task { [weak self, mingmen = app.mingmen, wait = app.clocks.wait] in
            do {
                try await wait(Self.restMs)
                try Task.checkCancellation()
                let page = try await mingmen.search(query: query)
                self?.take(page, for: query)
                try await wait(Self.quietMs)
                try Task.checkCancellation()
                self?.tell()
            } catch let error as MingmenError {
                self?.fail(error, for: query)
            } catch {
                // Cancelled: other letters have been typed.
            }
        }
    }

    private func take(_ answer: SearchPage, for asked: String) {
        if asked == query { page = answer }
    }

    /// How many there are, unless the same ones were told of, or another page has been opened meanwhile.
    private func tell() {
        guard let page, page != told, case .search(let shown) = app.place, shown === self else { return }
        told = page
        app.device.announce(page.text)
    }

    private func fail(_ error: MingmenError, for asked: String) {
        if asked == query { app.report(error) }
    }
}
