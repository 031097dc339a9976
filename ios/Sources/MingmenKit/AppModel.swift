import MingmenCore
import Observation

/// What the app is showing, and the way from page to page. It holds no rule: every decision is the core's answer.
///
/// Pages hold models of their own, which come back here to go on. All of it lives on the main actor; the core is asked
/// on a thread of its own.
@MainActor
@Observable
public final class AppModel {
    /// Where the person is.
    public internal(set) var place: Place = .opening
    /// The pages that `back` returns to, the nearest last.
    public internal(set) var trail: [Place] = []
    /// What went wrong with the last thing that was asked; gone with the next.
    public private(set) var trouble: MingmenError?
    /// Routines in the making: none is lost before it is saved or put away, whatever page is opened meanwhile.
    var inTheMaking: [MakeModel] = []
    /// What became of files that came in, until it has been shown.
    @ObservationIgnored var arrivals: [Arrival] = []

    @ObservationIgnored let mingmen: MingmenClient
    @ObservationIgnored let clocks: Clocks
    @ObservationIgnored let device: any Device
    /// None where the phone shows no practice while it is locked.
    @ObservationIgnored let lockScreen: (any LockScreen)?
    /// None where nothing rings.
    @ObservationIgnored let ringing: Ringing?
    @ObservationIgnored public let figures: Figures
    @ObservationIgnored private var isBusy = false
    @ObservationIgnored private var running: Task<Void, Never>?

    public init(
        mingmen: MingmenClient, clocks: Clocks, device: any Device, lockScreen: (any LockScreen)? = nil,
        ringing: Ringing? = nil
    ) {
        self.mingmen = mingmen
        self.clocks = clocks
        self.device = device
        self.lockScreen = lockScreen
        self.ringing = ringing
        figures = Figures(mingmen: mingmen)
        device.whenInterrupted = { [weak self] in await self?.holdPractice() }
    }

    deinit { running?.cancel() }

    /// Opens on what today asks for, then looks after what is kept.
    public func start() async {
        await attempt { try await self.toToday() }
        await reporting(lookAfter)
    }

    /// Takes what is on screen up to date: after a night, a journey, or a while in the background.
    public func refresh() async {
        switch place {
        case .today: await open(.today)
        case .plan: await open(.plan)
        case .progress: await open(.progress)
        default: await attempt { try await self.place.refreshable?.refresh() }
        }
    }

    /// The person began from a reminder: the page before what is due, or Today where nothing is any more. A running
    /// practice goes on.
    public func startDue() async {
        if case .player = place { return }
        await attempt {
            try await self.toToday()
            guard case .today(let model) = self.place, model.isDue, let card = model.card else { return }
            self.ready(card)
        }
    }

    /// Opens a place of the tab bar.
    public func open(_ tab: Tab) async {
        await attempt {
            switch tab {
            case .today: try await self.toToday()
            case .plan: try await self.toPlans()
            case .library: try await self.toLibrary()
            case .progress: try await self.toProgress(of: try await self.mingmen.today().date)
            }
            self.trail = []
        }
    }

    /// The way back of the page that is shown.
    public func back() async {
        switch place {
        case .screening(let model) where model.pageIndex > 0: model.back()
        case .player(let model): await model.askToEnd()
        case .ready(let model) where model.guidance != nil: model.closeGuidance()
        case _ where !trail.isEmpty: await backAlongTheTrail()
        case .opening, .welcome, .today, .stopped: break
        default: await start()
        }
    }
}

extension AppModel {
    /// Does what a press asks for. While it is being done a second press does nothing; where it fails, the page stays
    /// as it is and `trouble` says why.
    func attempt(_ work: @MainActor () async throws -> Void) async {
        guard !isBusy else { return }
        isBusy = true
        defer { isBusy = false }
        trouble = nil
        await reporting(work)
        await reporting(showArrivals)
    }

    private func reporting(_ work: @MainActor () async throws -> Void) async {
        do {
            try await work()
        } catch MingmenError.StoreDamaged {
            await mend()
        } catch let error as MingmenError {
            trouble = error
        } catch {
            trouble = .Internal(reason: "\(type(of: error))")
        }
    }

    /// What was kept is put together again, and Today says what became of it. What was asked is asked again by the
    /// person.
    private func mend() async {
        do {
            _ = try await mingmen.mend()
            try await toToday()
        } catch {
            trouble = error as? MingmenError ?? .Internal(reason: "\(type(of: error))")
        }
    }

    /// Looks after what is kept, after the first screen: the weekly copy, and mending.
    func lookAfter() async throws {
        let mended = !(try await mingmen.lookAfter().changes.isEmpty)
        if mended, case .today = place { try await toToday() }
    }

    func report(_ error: MingmenError) {
        trouble = error
    }

    /// Where the day begins: the welcome, the questions, the first breath, or Today.
    func toToday(kindWords: String = "") async throws {
        let today = try await mingmen.today()
        trail = []
        switch today.state {
        case .notScreened: place = .welcome
        case .screenAgain: try await toScreening()
        case .notEnrolled(false, _, let card) where today.openPractice == nil && kindWords.isEmpty:
            place = .firstBreath(FirstBreathModel(app: self, card: card, gate: today.gate))
        default: place = .today(TodayModel(app: self, today: today, kindWords: kindWords))
        }
    }

    func toScreening() async throws {
        let form = try await mingmen.screeningForm()
        let why = try await mingmen.today().screenAgainWhy
        trail = []
        place = .screening(ScreeningModel(app: self, form: form, why: why))
    }

    /// Where an answer to the questions leads.
    func follow(_ gate: Gate) async throws {
        switch gate {
        case .notScreened, .screenAgain: try await toScreening()
        case .open: try await toToday()
        case .shut(let card):
            trail = []
            place = .redFlag(RedFlagModel(app: self, card: card))
        }
    }

    /// The way to a plan.
    func toPlan() async throws {
        place = try await planPage(nil)
    }

    /// "About you" comes first, unless it has been answered; then the page to begin a plan, the back plan where none is
    /// named.
    func planPage(_ plan: PlanId?) async throws -> Place {
        if case .notEnrolled(_, false, _) = try await mingmen.today().state {
            return .aboutYou(AboutYouModel(app: self, form: try await mingmen.aboutYouForm(), plan: plan))
        }
        return try await enrolPage(plan)
    }

    func toProgress(of date: CivilDate) async throws {
        let page = try await mingmen.progress(date: date)
        let today = try await mingmen.today().date
        place = .progress(ProgressModel(app: self, page: page, today: today))
    }
}

extension AppModel {
    /// Begins a practice and counts in.
    func begin(_ card: PracticeCard, pain: UInt8?) async throws {
        var choices = card.choices
        // Nothing of it is kept: with a voice again, the person hears what they chose.
        if !device.canSpeak { choices = choices.with(guidance: choices.guidance.with(breathChimes: true)) }
        let draft = BeginDraft(routine: card.routine, choices: choices, reason: card.reason, painBefore: pain)
        let player = play(try await mingmen.beginPractice(draft: draft))
        await player.send(.start)
    }

    /// Shows a practice that has begun, and tells the core of the time from now on.
    @discardableResult
    func play(_ begun: Begun) -> PlayerModel {
        let player = PlayerModel(app: self, begun: begun)
        trail = []
        place = .player(player)
        running?.cancel()
        running = Task { await player.run() }
        return player
    }

    /// A call takes the sound away: the practice is held, and stays held until the person goes on.
    private func holdPractice() async {
        guard case .player(let player) = place else { return }
        await player.hold()
    }

    /// What comes after a practice that has ended by itself, or early.
    func ended(_ practice: PracticeId) async {
        running?.cancel()
        await attempt {
            let form = try await self.mingmen.checkInForm(practice: practice)
            self.place = .checkIn(CheckInModel(app: self, practice: practice, form: form))
        }
    }

    /// The page after "Stop, something hurts".
    func toStopped(_ player: PlayerModel) async throws {
        place = .stopped(StoppedModel(app: self, form: try await mingmen.stopForm(), player: player))
    }

    /// The same signs where something felt wrong and no practice is open. There is a way back: nothing noted is lost.
    func toStopSigns(from checkIn: CheckInModel? = nil) async throws {
        enter(.stopped(StoppedModel(app: self, form: try await mingmen.stopForm(), player: nil, checkIn: checkIn)))
    }

    /// After the very first breath the plan is offered, once.
    func afterCheckIn(kindWords: String) async throws {
        if case .notEnrolled(_, false, _) = try await mingmen.today().state {
            try await toPlan()
        } else {
            try await toToday(kindWords: kindWords)
        }
    }
}
