import Foundation
import MingmenCore
import Synchronization

/// What the core was asked to search for, and letters whose answer is held back.
final class SearchWatch: Sendable {
    private let queries = Mutex<[String]>([])
    private let held: String?
    private let gate = DispatchSemaphore(value: 0)

    init(holds: String? = nil) { held = holds }

    var asked: [String] { queries.withLock { $0 } }

    func note(_ query: String) {
        queries.withLock { $0.append(query) }
        if query == held { gate.wait() }
    }

    func letGo() { gate.signal() }
}

/// The real core, watched while it searches.
final class WatchedMingmen: Mingmen, @unchecked Sendable {
    var watch: SearchWatch?

    override func search(query: String) throws -> SearchPage {
        watch?.note(query)
        return try super.search(query: query)
    }
}

/// The real core; whatever is answered in the body check suggests nothing.
final class SilentMingmen: Mingmen, @unchecked Sendable {
    override func answerBodyCheck(answers: [BodyAnswer], now: Now) throws -> Suggestions {
        let real = try super.answerBodyCheck(answers: answers, now: now)
        return Suggestions(
            answers: real.answers, answered: real.answered, practise: [], read: [], notice: real.notice,
            changes: real.changes)
    }
}
