import MingmenCore
import Observation

extension AppModel {
    /// Opens the plans that can be followed.
    public func openPlans() async {
        await attempt {
            self.enter(.plans(PlansModel(app: self, choices: try await self.mingmen.planChoices())))
        }
    }

    /// Opens the page to begin a plan, or the Plan page where it runs already. "About you" comes first, unless it has been
    /// answered.
    func open(_ choice: PlanChoice) async {
        if choice.isRunning { return await open(.plan) }
        await attempt { self.enter(try await self.planPage(choice.plan)) }
    }
}

/// The plans that can be followed.
@MainActor
@Observable
public final class PlansModel: Refreshable {
    public private(set) var choices: [PlanChoice]
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, choices: [PlanChoice]) {
        self.app = app
        self.choices = choices
    }

    func refresh() async throws {
        choices = try await app.mingmen.planChoices()
    }

    public func open(_ choice: PlanChoice) async { await app.open(choice) }
}
