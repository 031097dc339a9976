import MingmenCore
import Observation

extension AppModel {
    /// Welcome's one button.
    public func beginScreening() async {
        await attempt { try await self.toScreening() }
    }

    /// Learning stays open, whatever has been answered.
    public func lookAround() async {
        await open(.library)
    }
}

/// The questions before the first practice, page by page.
@MainActor
@Observable
public final class ScreeningModel {
    public let form: ScreeningForm
    /// Why it is asked again; empty the first time.
    public let why: String
    public private(set) var pageIndex = 0
    public private(set) var ticked: Set<ScreeningLineId> = []
    /// Lines that are opened to their detail.
    public private(set) var opened: Set<ScreeningLineId> = []
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, form: ScreeningForm, why: String = "") {
        self.app = app
        self.form = form
        self.why = why
    }

    public var page: ScreeningPage? {
        form.pages.indices.contains(pageIndex) ? form.pages[pageIndex] : nil
    }

    /// Whether a line is ticked that the core calls more pressing than "soon": the button then says "See what to do".
    public var leadsToHelp: Bool {
        form.pages.flatMap(\.lines).contains { ticked.contains($0.id) && $0.tier != .soon }
    }

    /// Whether nothing on this page is ticked: the button then says "None of these".
    public var isNothingTickedHere: Bool {
        page?.lines.allSatisfy { !ticked.contains($0.id) } ?? true
    }

    public func toggle(_ line: ScreeningLineId) {
        ticked.formSymmetricDifference([line])
    }

    public func toggleDetail(_ line: ScreeningLineId) {
        opened.formSymmetricDifference([line])
    }

    func back() {
        pageIndex = max(0, pageIndex - 1)
    }

    /// The button below the list: to the next page, or with the answers to what follows from them.
    public func next() async {
        if !leadsToHelp, pageIndex + 1 < form.pages.count {
            pageIndex += 1
            return
        }
        await app.attempt {
            let inOrder = self.form.pages.flatMap(\.lines).map(\.id).filter(self.ticked.contains)
            try await self.app.follow(try await self.app.mingmen.answerScreening(ticked: inOrder).gate)
        }
    }
}

/// The page that a red flag leads to.
@MainActor
@Observable
public final class RedFlagModel {
    public let card: RedFlagCard
    /// Whether the large lines to show to whoever helps are open.
    public var isTelling = false
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, card: RedFlagCard) {
        self.app = app
        self.card = card
    }

    /// "I ticked this by mistake": the questions again.
    public func tickedByMistake() async {
        await app.attempt { try await self.app.toScreening() }
    }

    /// "A clinician has seen me about this and said I may exercise."
    public func cleared() async {
        await app.attempt { try await self.app.follow(try await self.app.mingmen.recordClearance().gate) }
    }

    public func lookAround() async { await app.lookAround() }
}

/// The two doors after the screening.
@MainActor
@Observable
public final class FirstBreathModel {
    public let card: PracticeCard
    /// Advice to see a clinician, a sentence each; for most people none.
    public let advice: [String]
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, card: PracticeCard, gate: Gate) {
        self.app = app
        self.card = card
        if case .open(let advice) = gate { self.advice = advice } else { advice = [] }
    }

    /// Breathing starts at once: nobody is asked for a number first.
    public func start() async {
        await app.attempt { try await self.app.begin(self.card, pain: nil) }
    }

    public func setUpPlan() async {
        await app.attempt { try await self.app.toPlan() }
    }

    public func lookAround() async { await app.lookAround() }
}

/// The questions after the first breath, with what the ticks change said at once.
@MainActor
@Observable
public final class AboutYouModel {
    public let form: AboutYouForm
    public private(set) var ticked: Set<AboutYouLineId> = []
    public private(set) var effect: AboutYouEffect?
    @ObservationIgnored private unowned let app: AppModel
    /// The plan that it is asked for; none for the back plan.
    @ObservationIgnored private let plan: PlanId?

    init(app: AppModel, form: AboutYouForm, plan: PlanId? = nil) {
        self.app = app
        self.form = form
        self.plan = plan
    }

    private var tickedInOrder: [AboutYouLineId] {
        form.lines.map(\.id).filter(ticked.contains)
    }

    public func toggle(_ line: AboutYouLineId) async {
        ticked.formSymmetricDifference([line])
        let asked = tickedInOrder
        let effect = try? await app.mingmen.aboutYouEffect(ticked: asked)
        // Another tick may have come meanwhile; its own answer follows.
        if asked == tickedInOrder { self.effect = effect }
    }

    public func next() async {
        await app.attempt {
            _ = try await self.app.mingmen.answerAboutYou(ticked: self.tickedInOrder)
            self.app.place = try await self.app.enrolPage(self.plan)
        }
    }
}
