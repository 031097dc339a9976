import MingmenCore
import Observation

/// Today: what there is to do, the gentle day, the week, the next reminder, a practice that was cut off.
@MainActor
@Observable
public final class TodayModel: Refreshable {
    public private(set) var today: Today
    /// What was just answered on this page, to be said once.
    public enum Answered: Equatable, Sendable {
        case accepted, declined
        /// A kind word to what was asked the day after a practice.
        case noted(words: String)
    }

    /// A kind word after a check-in; else empty.
    public let kindWords: String
    public private(set) var answered: Answered?
    /// The gentle practice that is shown instead, once "My back hurts today" was pressed.
    public private(set) var gentle: PracticeCard?
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, today: Today, kindWords: String) {
        self.app = app
        self.today = today
        self.kindWords = kindWords
    }

    /// Another page may have changed what today asks for. A gentle day stays one.
    func refresh() async throws {
        today = try await app.mingmen.today()
        if let chosen = gentle, !gentleCards.contains(chosen) { gentle = gentleCards.first }
    }

    /// The card with the Begin button; none where there is nothing to begin.
    public var card: PracticeCard? {
        gentle ?? planned
    }

    private var planned: PracticeCard? {
        switch today.state {
        case .due(_, let card): card
        case .done(_, _, let card), .rest(_, _, let card): card
        case .notEnrolled(_, _, let firstBreath): firstBreath
        case .notScreened, .screenAgain, .shut, .paused, .planOver: nil
        }
    }

    /// Whether the card is what the plan asks for today, and so the one thing to do.
    public var isDue: Bool {
        if case .due = today.state { true } else { false }
    }

    /// Asks how the back is, then begins. A gentle practice begins without a question.
    public func begin() async {
        guard let card else { return }
        if gentle != nil {
            await app.attempt { try await self.app.begin(card, pain: nil) }
        } else {
            app.place = .ready(ReadyModel(app: app, card: card))
        }
    }

    /// "My back hurts today": the card itself becomes a gentle one. One press, no question.
    public func hurts() {
        gentle = gentleCards.first
    }

    /// What can be begun on a day that hurts, the shortest first.
    public var gentleCards: [PracticeCard] { today.gentle + [today.gentleLonger].compactMap { $0 } }

    /// Another of the gentle ones, such as the seated one.
    public func choose(_ card: PracticeCard) {
        gentle = card
    }

    /// The way back from a gentle day.
    public func backToPlanned() {
        gentle = nil
    }

    /// "New, or much worse": the questions again.
    public func worse() async {
        await app.attempt { try await self.app.toScreening() }
    }

    /// Opens what keeps practice shut.
    public func seeWhy() async {
        await app.attempt { try await self.app.follow(self.today.gate) }
    }

    public func setUpPlan() async {
        await app.attempt { try await self.app.toPlan() }
    }

    /// What the person says to what is offered. Declined, nothing is changed.
    public func answer(_ offer: Offer, accepted: Bool) async {
        await app.attempt {
            _ = try await self.app.mingmen.answerOffer(offer, accepted: accepted)
            self.answered = accepted ? .accepted : .declined
            try await self.refresh()
        }
    }

    /// Whether it is worse since yesterday's practice.
    public func answer(_ question: DayAfterQuestion, worse: Bool) async {
        await app.attempt {
            let answered = try await self.app.mingmen.answerDayAfter(practice: question.practice, worse: worse)
            self.answered = .noted(words: answered.words)
            try await self.refresh()
        }
    }

    /// The person has read what became of everything after damage.
    public func read(_ account: MendingAccount) async {
        await app.attempt {
            _ = try await self.app.mingmen.accountRead(number: account.number)
            try await self.refresh()
        }
    }

    /// The page before what another plan has for today.
    public func open(_ card: PracticeCard) async { app.ready(card) }

    /// A plan to go on with.
    public func open(_ choice: PlanChoice) async { await app.open(choice) }

    /// The Plan page, on which a pause is ended.
    public func openPlan() async { await app.open(.plan) }

    /// The reminders, and whether they will ring.
    public func openReminders() async { await app.openReminders() }

    /// A few questions about today.
    public func checkBody() async { await app.checkBody() }

    /// Small things worth noting.
    public func keepNotes() async { await app.keepNotes() }

    /// Takes up the practice that was cut off, with a count-in.
    public func goOn() async {
        guard let open = today.openPractice else { return }
        await app.attempt {
            let player = self.app.play(try await self.app.mingmen.continuePractice(practice: open.id))
            await player.send(.resume)
        }
    }

    /// Ends the practice that was cut off where it was. What was done is kept.
    public func finishThere() async {
        guard let open = today.openPractice else { return }
        await app.attempt {
            _ = try await self.app.mingmen.finishOpenPractice(practice: open.id)
            let form = try await self.app.mingmen.checkInForm(practice: open.id)
            self.app.place = .checkIn(CheckInModel(app: self.app, practice: open.id, form: form))
        }
    }
}
