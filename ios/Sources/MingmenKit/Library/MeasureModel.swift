import MingmenCore
import Observation

extension AppModel {
    /// Opens the page on which a routine is made to measure.
    func makeToMeasure() async {
        await attempt {
            let form = try await self.mingmen.makeForm()
            let all = try await self.mingmen.library(filter: .everything)
            self.enter(.measure(MeasureModel(app: self, form: form, movements: all.movements.map(\.link))))
        }
    }
}

/// A routine made to measure: from the minutes there are, a posture, a part of the body, what to leave out, and the day.
@MainActor
@Observable
public final class MeasureModel {
    public let form: MakeForm
    /// Movements that can be left out.
    public let movements: [ItemLink]
    public var minutes: UInt16 { didSet { if minutes != oldValue { forget() } } }
    public var posture: Posture { didSet { if posture != oldValue { forget() } } }
    /// The part of the body that it is for, if one is meant.
    public private(set) var area: AreaId?
    public private(set) var avoid: Set<ItemId> = []
    public var day = DayKind.ordinary { didSet { if day != oldValue { forget() } } }
    /// Whether the list of movements to leave out is open.
    public var isAvoiding = false
    /// What was made from what is chosen now; none before the first, after another choice, and where nothing fits.
    public private(set) var page: RoutinePage?
    /// Where nothing fits all that was asked for: what is missing and what helps, in the core's words.
    public private(set) var refusal: String?
    private var seed: UInt32 = 0
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, form: MakeForm, movements: [ItemLink]) {
        self.app = app
        self.form = form
        self.movements = movements
        minutes = form.minutes.dropFirst().first ?? form.minutes.first ?? 10
        posture = form.postures.first ?? .seated
    }

    public func choose(_ area: AreaId) {
        self.area = self.area == area ? nil : area
        forget()
    }

    /// Leaves a movement out, or takes it in again.
    public func toggle(_ movement: ItemId) {
        avoid.formSymmetricDifference([movement])
        forget()
    }

    /// Makes one from what is chosen.
    public func make() async { await make(seed: 0) }

    /// Makes another from the same choices.
    public func another() async { await make(seed: seed &+ 1) }

    public func begin() async {
        guard let card = page?.card else { return }
        app.ready(card)
    }

    /// Keeps what was made as a routine of one's own.
    public func save() async {
        guard let page else { return }
        await app.attempt {
            let saved = try await self.app.mingmen.saveOwnRoutine(draft: page.routine.ownDraft, changes: nil)
            try await self.app.toSaved(saved)
        }
    }

    public func open(_ link: ItemLink) async { await app.open(link) }

    private func make(seed: UInt32) async {
        let avoided = movements.map(\.id).filter(avoid.contains)
        let draft = MeasureDraft(
            minutes: minutes, posture: posture, area: area, avoid: avoided, day: day, seed: seed)
        await app.attempt {
            do {
                self.page = try await self.app.mingmen.madeToMeasure(draft: draft)
                self.refusal = nil
                self.seed = seed
            } catch MingmenError.NothingFits(let said) {
                self.page = nil
                self.refusal = said
            }
        }
    }

    /// What was made, or refused, was for other choices: nobody begins ten minutes after choosing twenty.
    private func forget() {
        page = nil
        refusal = nil
    }
}
