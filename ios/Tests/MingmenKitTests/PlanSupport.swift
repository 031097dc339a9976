import MingmenCore
import Testing

@testable import MingmenKit

extension AppModel {
    func adjust(_ at: SourceLocation = #_sourceLocation) throws -> AdjustModel {
        try shown("adjust", at) { if case .adjust(let model) = $0 { model } else { nil } }
    }

    func pause(_ at: SourceLocation = #_sourceLocation) throws -> PauseModel {
        try shown("pause", at) { if case .pause(let model) = $0 { model } else { nil } }
    }

    func plans(_ at: SourceLocation = #_sourceLocation) throws -> PlansModel {
        try shown("plans", at) { if case .plans(let model) = $0 { model } else { nil } }
    }
}

extension Phone {
    static let dayMs: UInt64 = 86_400_000

    /// On the page with the ways to bend the plan that was begun first.
    func adjusting() async throws -> AdjustModel {
        await app.open(.plan)
        let model = try app.plan()
        await model.adjust(try #require(model.plans.first))
        return try app.adjust()
    }

    /// On the page to change the days, times, length and posture of that plan.
    func changeTimes() async throws {
        await (try await adjusting()).changeTimes()
    }

    /// On the page to begin a plan.
    func choose(plan: PlanId) async throws -> EnrolModel {
        await app.open(.plan)
        await (try app.plan()).openPlans()
        let plans = try app.plans()
        await plans.open(try #require(plans.choices.first { $0.plan == plan }))
        return try app.enrol()
    }
}

extension AdjustModel {
    func option(_ title: String, _ at: SourceLocation = #_sourceLocation) throws -> BendOption {
        try #require(
            options.first { $0.title.hasPrefix(title) }, "\(options.map(\.title))", sourceLocation: at)
    }
}
