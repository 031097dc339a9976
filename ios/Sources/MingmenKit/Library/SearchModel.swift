import MingmenCore
import Observation

/// Search as one types. The core is asked once the fingers rest, and an answer to other letters than those on screen is
/// dropped.
@MainActor
@Observable
public final class SearchModel {
    /// How long the fingers rest before the core is asked, in milliseconds.
    static let restMs: UInt64 = 200

    /// What is typed.
    public var query = "" {
        didSet { if query != oldValue { ask() } }
    }
    /// The answer to what is typed; none while nothing is, and until the first answer.
    public private(set) var page: SearchPage?
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
            page = nil
            return
        }
        asking = Task { [weak self, mingmen = app.mingmen, wait = app.clocks.wait] in
            do {
                try await wait(Self.restMs)
                try Task.checkCancellation()
                let page = try await mingmen.search(query: query)
                self?.take(page, for: query)
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

    private func fail(_ error: MingmenError, for asked: String) {
        if asked == query { app.report(error) }
    }
}
