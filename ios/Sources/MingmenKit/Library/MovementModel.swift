import MingmenCore
import Observation

/// One movement with its forms, and the card with which the shown form is practised.
@MainActor
@Observable
public final class MovementModel: Refreshable {
    public private(set) var page: MovementPage
    /// Movements that are switched on inside it.
    public private(set) var extras: Set<ItemId> = []
    private var form: Int
    private var posture: Posture?
    /// The card with what is switched on; none where nothing is.
    private var cardWithExtras: PracticeCard?
    @ObservationIgnored private unowned let app: AppModel

    /// `form` names the form to show first, where the id is that of one.
    init(app: AppModel, page: MovementPage, form id: ItemId) {
        self.app = app
        self.page = page
        form = page.movement.variants.firstIndex { $0.id == id } ?? 0
    }

    public var movement: Movement { page.movement }

    /// The form that is shown; none where the movement is there to be read about.
    public var variant: Variant? {
        movement.variants.indices.contains(form) ? movement.variants[form] : nil
    }

    /// Postures to practise the form in; walking is the figure's alone.
    public var postures: [Posture] {
        variant?.postures.map(\.posture).filter { $0 != .walking } ?? []
    }

    /// The posture that the figure shows.
    public var shownPosture: Posture {
        posture ?? variant?.postures.first?.posture ?? .seated
    }

    /// The posture that a practice is led in; none where nothing can be begun.
    public var chosenPosture: Posture? { card?.choices.posture }

    /// What Practise begins; none while practice is shut, or where the person's answers rule the form out.
    public var card: PracticeCard? {
        guard page.cards.indices.contains(form), let alone = page.cards[form] else { return nil }
        let card = cardWithExtras ?? alone
        return card.with(card.choices.with(posture: posture))
    }

    public func refresh() async throws {
        page = try await app.mingmen.movementPage(id: movement.id)
        try await askForCard()
    }

    public func choose(_ variant: Variant) async {
        await app.attempt {
            self.form = self.movement.variants.firstIndex(of: variant) ?? 0
            self.posture = nil
            self.cardWithExtras = nil
            try await self.askForCard()
        }
    }

    public func choose(_ posture: Posture) {
        self.posture = posture
    }

    /// Switches a movement inside this one on or off.
    public func toggle(_ extra: ItemId) async {
        guard movement.extras.contains(extra) else { return }
        await app.attempt {
            self.extras.formSymmetricDifference([extra])
            do {
                try await self.askForCard()
            } catch {
                self.extras.formSymmetricDifference([extra])
                throw error
            }
        }
    }

    public func practise() async {
        guard let card else { return }
        app.ready(card)
    }

    public func open(_ link: ItemLink) async { await app.open(link) }

    /// The core names a form with what is switched on inside it `one/form+extra+extra`, in the movement's own order.
    private func askForCard() async throws {
        guard !extras.isEmpty, page.cards.indices.contains(form), let alone = page.cards[form] else {
            cardWithExtras = nil
            return
        }
        let on = movement.extras.filter(extras.contains)
        let id = ([alone.routine] + on).joined(separator: "+")
        cardWithExtras = try await app.mingmen.routinePage(id: id).card
    }
}
