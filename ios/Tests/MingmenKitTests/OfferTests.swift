import MingmenCore
import Testing

@testable import MingmenKit

@MainActor
@Suite("What Today offers and asks", .timeLimit(.minutes(1)))
struct OfferTests {
    /// Practises for the plan, with pain before and after.
    private func practised(_ phone: Phone, before: UInt8, after: UInt8) async throws {
        let today = try await phone.mingmen.today().date
        let enrolment = try #require(try await phone.mingmen.enrolments().first).id
        let draft = EnteredPracticeDraft(date: today, minutes: 20, enrolment: enrolment, routine: nil)
        let practice = try await phone.mingmen.logPractice(draft: draft).practice.id
        for (moment, pain) in [(CheckInMoment.before, before), (.after, after)] {
            _ = try await phone.mingmen.checkIn(
                draft: CheckInDraft(
                    moment: moment, practice: practice, pain: pain, stiffness: nil, sleep: nil, energy: nil,
                    mood: nil, stress: nil, areas: [], sensations: [], note: ""))
        }
    }

    /// It hurt more after than before, twice in a row; shown on Today.
    private func hurtTwice() async throws -> (Phone, TodayModel) {
        let phone = try await Phone("2026-03-09 09:40")
        try await phone.enrolled()
        try await practised(phone, before: 3, after: 5)
        phone.clock.advance(ms: 2 * Phone.dayMs)
        try await practised(phone, before: 3, after: 5)
        await phone.app.open(.today)
        return (phone, try phone.app.today())
    }

    @Test("an easier week is offered with its reason, and nothing changes where it is declined")
    func declined() async throws {
        let (phone, today) = try await hurtTwice()
        let offer = try #require(today.today.offer)
        #expect(!offer.reason.isEmpty && offer.origin == .proposed)
        await today.answer(offer, accepted: false)
        #expect(today.today.offer == nil && today.answered == .declined && phone.app.trouble == nil)
        #expect(try await phone.mingmen.enrolments().first?.changes.isEmpty == true)
    }

    @Test("an easier week is made where it is accepted")
    func accepted() async throws {
        let (phone, today) = try await hurtTwice()
        let offer = try #require(today.today.offer)
        await today.answer(offer, accepted: true)
        #expect(today.today.offer == nil && today.answered == .accepted)
        #expect(try await phone.mingmen.enrolments().first?.changes.count == offer.changes.count)
    }

    @Test("the day after a practice is asked about once, and answered with a kind word", arguments: [true, false])
    func dayAfter(worse: Bool) async throws {
        let phone = try await Phone("2026-03-09 09:40")
        try await phone.enrolled()
        try await practised(phone, before: 3, after: 3)
        phone.clock.advance(ms: Phone.dayMs)
        await phone.app.open(.today)
        let today = try phone.app.today()
        let question = try #require(today.today.dayAfter)
        await today.answer(question, worse: worse)
        #expect(today.today.dayAfter == nil && today.answered != nil && phone.app.trouble == nil)
    }

    @Test("a number of pain far above the usual asks the questions again, and they say why")
    func screenAgain() async throws {
        let phone = try await Phone("2026-03-09 09:40")
        try await phone.enrolled()
        // The questions come once more at most once a fortnight.
        for _ in 0..<8 {
            try await practised(phone, before: 3, after: 3)
            phone.clock.advance(ms: 2 * Phone.dayMs)
        }
        try await practised(phone, before: 3, after: 8)
        await phone.app.open(.today)
        let screening = try phone.app.screening()
        #expect(screening.why.contains("pain"))
        for _ in screening.form.pages { await (try phone.app.screening()).next() }
        #expect(throws: Never.self) { try phone.app.today() }
    }

    @Test("a day that hurts has ten longer minutes too, and stays gentle when another page was looked at")
    func longer() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        let today = try phone.app.today()
        let longer = try #require(today.today.gentleLonger)
        #expect(today.gentleCards.last == longer)
        today.hurts()
        today.choose(longer)
        await today.openReminders()
        await phone.app.back()
        #expect(try phone.app.today() === today && today.gentle == longer)
        await today.begin()
        #expect(try phone.app.player().timeline.script.lengthMs == 600_000)
    }

    @Test("whether the phone may hold reminders back is known as soon as it was looked at")
    func heldBack() async throws {
        let phone = try await Phone(centre: FakeCentre(allows: nil, saysYes: false))
        try await phone.enrolled()
        let today = try phone.app.today()
        await today.openReminders()
        await (try phone.app.reminders()).mend(.askForNotifications)
        await phone.app.back()
        #expect(today.today.remindersHeldBack)
    }
}
