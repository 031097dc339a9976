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

/// What was to be made to measure.
final class Drafts: Sendable {
    private let drafts = Mutex<[MeasureDraft]>([])

    var all: [MeasureDraft] { drafts.withLock { $0 } }

    func note(_ draft: MeasureDraft) { drafts.withLock { $0.append(draft) } }
}

/// The real core; whatever is made to measure is a routine of the catalogue with a reason for each of its movements.
final class MeasuringMingmen: Mingmen, @unchecked Sendable {
    /// So few minutes that nothing fits.
    static let tooFew: UInt16 = 5
    var asked: Drafts?

    override func madeToMeasure(draft: MeasureDraft, now: Now) throws -> RoutinePage {
        asked?.note(draft)
        if draft.minutes == Self.tooFew { throw MingmenError.InvalidInput(field: "minutes", problem: "too few") }
        let page = try super.routinePage(id: "routine-phase-1", now: now)
        let lines = page.lines.map { line in
            RoutineLine(
                variant: line.variant, link: line.link, minutes: line.minutes, minutesOrigin: line.minutesOrigin,
                motion: line.motion, posture: line.posture, added: line.added, optional: line.optional,
                why: "It is for a day that is \(draft.day).")
        }
        return RoutinePage(
            routine: page.routine, own: nil, facts: page.facts, lines: lines, card: page.card, lengths: page.lengths,
            choices: [], related: [])
    }
}
