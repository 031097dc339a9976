import MingmenCore
import Testing

@testable import MingmenKit

@MainActor
@Suite("A routine made to measure", .timeLimit(.minutes(1)))
struct MeasureTests {
    /// The page, opened from the Library by somebody who has been screened.
    private func open(_ phone: Phone) async throws -> MeasureModel {
        try await phone.answerNothing()
        await phone.app.open(.library)
        await (try phone.app.library()).makeToMeasure()
        return try phone.app.measure()
    }

    @Test("has the minutes, the posture and the day that were asked for, and says why each movement is in it")
    func fits() async throws {
        let phone = try await Phone()
        let measure = try await open(phone)
        measure.minutes = 20
        measure.posture = .lying
        measure.day = .tired
        measure.choose(try #require(measure.form.areas.first { $0.area == "low-back" }).area)
        await measure.make()
        let page = try #require(measure.page)
        #expect(page.routine.id == "made/20/lying/tired/low-back/0")
        #expect(page.lines.reduce(0) { $0 + $1.minutes } == 20)
        #expect(page.lines.allSatisfy { !$0.why.isEmpty })
        #expect(page.card?.choices.posture == .lying)
        #expect(measure.refusal == nil && phone.app.trouble == nil)
    }

    @Test("leaves out what is to be left out, in whatever order it was pressed, until it is pressed again")
    func leavesOut() async throws {
        let phone = try await Phone()
        let measure = try await open(phone)
        await measure.make()
        let (first, second) = ("torso-twists", "shoulder-circles")
        measure.toggle(first)
        measure.toggle(second)
        await measure.make()
        let one = try #require(measure.page)
        #expect(one.routine.segments.allSatisfy { ![first, second].contains($0.movement) })
        measure.toggle(second)
        measure.toggle(first)
        #expect(measure.avoid.isEmpty)
        measure.toggle(second)
        measure.toggle(first)
        await measure.make()
        #expect(measure.page == one)
    }

    @Test("is another one for the same choices with the next seed, and the first again when it is made anew")
    func another() async throws {
        let phone = try await Phone()
        let measure = try await open(phone)
        await measure.make()
        let first = try #require(measure.page)
        var seen: Set<[VariantId]> = [first.lines.map(\.variant)]
        for seed in 1...6 {
            await measure.another()
            let page = try #require(measure.page)
            #expect(page.routine.id.contains("/\(seed)"))
            seen.insert(page.lines.map(\.variant))
        }
        #expect(seen.count > 1)
        await measure.make()
        #expect(measure.page == first)
    }

    @Test("is gone from the page with another choice, so that nobody begins ten minutes after choosing twenty")
    func forgotten() async throws {
        let phone = try await Phone()
        let measure = try await open(phone)
        let area = try #require(measure.form.areas.first).area
        let choices: [@MainActor (MeasureModel) -> Void] = [
            { $0.minutes = 25 }, { $0.posture = .lying }, { $0.day = .stiff }, { $0.choose(area) },
            { $0.toggle("torso-twists") },
        ]
        for choose in choices {
            await measure.make()
            #expect(measure.page != nil)
            choose(measure)
            #expect(measure.page == nil)
        }
        await measure.make()
        let made = measure.page
        measure.minutes = 25
        #expect(measure.page == made && made != nil)
    }

    @Test("says what to change where nothing fits, and is made as soon as that is changed")
    func nothingFits() async throws {
        let phone = try await Phone()
        let measure = try await open(phone)
        for movement in measure.movements { measure.toggle(movement.id) }
        await measure.make()
        let refusal = try #require(measure.refusal)
        #expect(refusal.hasSuffix(".") && measure.page == nil && phone.app.trouble == nil)
        await measure.begin()
        await measure.save()
        #expect(try phone.app.measure() === measure)
        for movement in measure.movements { measure.toggle(movement.id) }
        #expect(measure.refusal == nil)
        await measure.make()
        #expect(measure.refusal == nil && measure.page != nil)
    }

    @Test("is begun, or kept as a routine of one's own with the same movements and minutes")
    func beginsAndKeeps() async throws {
        let phone = try await Phone()
        let measure = try await open(phone)
        await measure.begin()
        await measure.save()
        #expect(try phone.app.measure() === measure)
        await measure.make()
        let page = try #require(measure.page)
        await measure.begin()
        #expect(try phone.app.ready().card == page.card)
        await phone.app.back()
        await measure.open(try #require(page.lines.first).link)
        #expect(throws: Never.self) { try phone.app.movement() }
        await phone.app.back()
        #expect(measure.page == page)
        await measure.save()
        let routine = try phone.app.routine()
        #expect(routine.isOwn && !routine.routine.name.isEmpty)
        #expect(routine.routine.segments.map(\.variant) == page.routine.segments.map(\.variant))
        #expect(routine.routine.segments.map(\.minutes) == page.routine.segments.map(\.minutes))
    }

    @Test("is practised as it was made")
    func practised() async throws {
        let phone = try await Phone()
        let measure = try await open(phone)
        measure.minutes = 10
        await measure.make()
        let page = try #require(measure.page)
        await measure.begin()
        await (try phone.app.ready()).start(pain: nil)
        let script = try phone.app.player().timeline.script
        #expect(script.lengthMs == 600_000)
        #expect(script.segments.map(\.variant) == page.lines.map(\.variant))
    }

    @Test("can be looked at and not begun while practice is shut")
    func shut() async throws {
        let phone = try await Phone()
        await phone.app.open(.library)
        await (try phone.app.library()).makeToMeasure()
        let measure = try phone.app.measure()
        await measure.make()
        #expect(measure.page != nil && measure.page?.card == nil)
        await measure.begin()
        #expect(try phone.app.measure() === measure)
    }

    @Test("never stands where the person's answers keep them off their feet, and has nothing that these rule out")
    func answers() async throws {
        let phone = try await Phone()
        try await phone.toldAboutYou("screen-standing", "screen-disc-or-serious")
        await (try phone.app.library()).makeToMeasure()
        let measure = try phone.app.measure()
        #expect(!measure.form.postures.contains(.standing) && !measure.form.note.isEmpty)
        let ruledOut = Set(measure.form.forms.filter { !$0.caution.isEmpty }.map(\.link.id))
        #expect(!ruledOut.isEmpty)
        for _ in 0..<4 {
            await measure.another()
            let page = try #require(measure.page)
            #expect(page.lines.allSatisfy { !ruledOut.contains($0.variant) })
        }
    }

    @Test("is refused with a word where the core cannot be asked")
    func closed() async throws {
        let phone = try await Phone()
        let measure = try await open(phone)
        try await phone.mingmen.shutDown()
        await measure.make()
        #expect(phone.app.trouble == .Closed && measure.page == nil && measure.refusal == nil)
    }
}
