import MingmenCore
import Observation

/// The page before a practice: what is needed, how one is led, and how the back is.
@MainActor
@Observable
public final class ReadyModel {
    public let card: PracticeCard
    /// How the person is led, while that is being chosen. Each choice is kept at once, for every practice from now on.
    public private(set) var guidance: GuidanceForm?
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, card: PracticeCard) {
        self.app = app
        self.card = card
    }

    /// "How you are led".
    public func openGuidance() async {
        await app.attempt { self.guidance = try await self.app.mingmen.guidanceForm() }
    }

    public func closeGuidance() {
        guidance = nil
    }

    /// Keeps another manner.
    public func lead(_ chosen: Guidance) async {
        await app.attempt {
            _ = try await self.app.mingmen.chooseGuidance(guidance: chosen)
            self.guidance = try await self.app.mingmen.guidanceForm()
        }
    }

    /// A number starts the practice; so does none. It is led as the person wants by now, whenever the card was made.
    public func start(pain: UInt8?) async {
        await app.attempt {
            let guidance = try await self.app.mingmen.guidanceForm().chosen
            let card = self.card.with(self.card.choices.with(guidance: guidance))
            try await self.app.begin(card, pain: pain)
        }
    }
}
