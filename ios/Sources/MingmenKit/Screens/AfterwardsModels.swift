import Foundation
import MingmenCore
import Observation

/// The page after "Stop, something hurts", and what follows from the sign.
@MainActor
@Observable
public final class StoppedModel {
    public let form: StopForm
    /// The sign that was chosen; its advice is shown then.
    public private(set) var chosen: StopSign?
    @ObservationIgnored private unowned let app: AppModel
    @ObservationIgnored private let player: PlayerModel?
    /// The check-in that led here, with what is noted on it.
    @ObservationIgnored private let checkIn: CheckInModel?

    init(app: AppModel, form: StopForm, player: PlayerModel?, checkIn: CheckInModel? = nil) {
        self.app = app
        self.form = form
        self.player = player
        self.checkIn = checkIn
    }

    /// Whether the page that led here can be returned to: there is no practice to end.
    public var hasWayBack: Bool { player == nil && chosen == nil }

    /// Whether a practice was stopped to come here; else something felt wrong outside of one.
    public var hasStopped: Bool { player != nil }

    public func back() async { await app.back() }

    /// Ends the practice with what the body said; where none is open the sign itself is noted, before anything else.
    public func choose(_ sign: StopSign) async {
        if let player {
            await player.send(.stopForSign(sign: sign.id))
            if player.ended != nil { chosen = sign }
        } else {
            await app.attempt {
                self.chosen = try await self.app.mingmen.noteStopSign(sign: sign.id).afterStop
                self.app.trail = []
                _ = try await self.checkIn?.keep(feltWrong: true)
            }
        }
    }

    /// Onwards from the advice: where the core now leads, be it the signs again, help, or Today.
    public func goOn() async {
        await app.attempt {
            switch self.chosen?.next {
            case .screen: try await self.app.toScreening()
            case .emergency: try await self.app.follow(try await self.app.mingmen.gate())
            case .rest, nil: try await self.app.toToday()
            }
        }
    }

    /// "Done for today": the practice ends without a sign.
    public func doneForToday() async {
        await player?.send(.stop)
        await app.attempt {
            _ = try await self.checkIn?.keep(feltWrong: true)
            try await self.app.toToday()
        }
    }
}

/// How the back is, after a practice.
@MainActor
@Observable
public final class CheckInModel {
    public let form: CheckInForm
    /// 0 to 10; none where the person is not sure, or has not said.
    public var pain: UInt8?
    public private(set) var noticed: Set<SensationId> = []
    /// As it is kept, 0 (low) to 10 (good).
    public private(set) var mood: UInt8?
    /// Whether it is kept already.
    @ObservationIgnored private var isKept = false
    /// A line of text.
    public var note = ""
    @ObservationIgnored private unowned let app: AppModel
    @ObservationIgnored private let practice: PracticeId

    init(app: AppModel, practice: PracticeId, form: CheckInForm) {
        self.app = app
        self.practice = practice
        self.form = form
    }

    /// What may be noticed with a chip; what felt wrong has a button of its own.
    public var sensations: [Sensation] { form.sensations.filter { !$0.feltWrong } }

    public func toggle(_ sensation: SensationId) {
        noticed.formSymmetricDifference([sensation])
    }

    /// The same mood again takes it back.
    public func choose(mood: UInt8) {
        self.mood = self.mood == mood ? nil : mood
    }

    /// Whether there is anything to keep.
    public var hasSomething: Bool {
        pain != nil || !noticed.isEmpty || mood != nil || !writtenLine.isEmpty
    }

    private var writtenLine: String { note.trimmingCharacters(in: .whitespacesAndNewlines) }

    /// Keeps it. Where that fails, everything stays on the page; where there is nothing to keep, it goes on.
    public func save() async {
        guard hasSomething else { return await skip() }
        await app.attempt {
            let kept = try await self.keep()
            try await self.app.afterCheckIn(kindWords: kept?.words ?? "")
        }
    }

    public func skip() async {
        await app.attempt { try await self.app.afterCheckIn(kindWords: "") }
    }

    /// "Something felt wrong": the stop signs, which keep what is noted here on the way out.
    public func feltWrong() async {
        await app.attempt { try await self.app.toStopSigns(from: self) }
    }

    /// Keeps what is noted, once, and that something felt wrong where it did.
    func keep(feltWrong: Bool = false) async throws -> CheckedIn? {
        guard !isKept else { return nil }
        let inOrder = form.sensations.filter { noticed.contains($0.id) || feltWrong && $0.feltWrong }.map(\.id)
        let draft = CheckInDraft(
            moment: .after, practice: practice, pain: pain, stiffness: nil, sleep: nil, energy: nil, mood: mood,
            stress: nil, areas: [], sensations: inOrder, note: writtenLine)
        let kept = try await app.mingmen.checkIn(draft: draft)
        isKept = true
        return kept
    }
}

/// One week against its goal, and the weeks before it.
@MainActor
@Observable
public final class ProgressModel {
    public let page: ProgressPage
    /// Whether the week after this one has begun.
    public let hasLater: Bool
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, page: ProgressPage, today: CivilDate) {
        self.app = app
        self.page = page
        hasLater = page.week.endsOn < today
    }

    /// Days on which pain was noted, in order.
    public var notedDays: [DaySummary] {
        page.week.days.filter { $0.painBefore != nil || $0.painAfter != nil }
    }

    public func earlier() async {
        await show(page.week.startsOn.adding(days: -7))
    }

    public func later() async {
        await show(page.week.startsOn.adding(days: 7))
    }

    /// The calendar.
    public func openMonth() async { await app.openMonth() }

    private func show(_ date: CivilDate) async {
        await app.attempt { try await self.app.toProgress(of: date) }
    }
}
