import MingmenCore
import Testing

@testable import MingmenKit

@MainActor
@Suite("The first day", .timeLimit(.minutes(1)))
struct FirstDayTests {
    @Test("goes from the welcome to a first breath in four presses, then to a plan and its first practice")
    func wholeDay() async throws {
        let phone = try await Phone()
        #expect(phone.app.isWelcome)
        await phone.app.beginScreening()
        await (try phone.app.screening()).next()
        await (try phone.app.screening()).next()
        #expect(try phone.app.firstBreath().card.facts == "2 minutes, seated. Hands on the belly.")
        await (try phone.app.firstBreath()).start()
        #expect(try phone.app.player().countIn == 3)

        try await phone.practise(seconds: 3 + 120)
        let firstCheckIn = try phone.app.checkIn()
        #expect(firstCheckIn.form.painBefore == nil)
        await firstCheckIn.skip()

        let aboutYou = try phone.app.aboutYou()
        let lines = aboutYou.form.lines.map(\.id)
        #expect(lines.contains("screen-new-to-qigong"))
        await aboutYou.toggle("screen-new-to-qigong")
        #expect(aboutYou.effect?.note.isEmpty == false)
        await aboutYou.next()

        let enrol = try phone.app.enrol()
        #expect(enrol.times.map(\.description) == ["08:00:00"] && enrol.days.count == 3)
        await enrol.confirm()

        let today = try phone.app.today()
        #expect(today.isDue && today.card?.overLine == "Week 1 of 12")
        #expect(today.today.nextReminderWhen == "Today 08:00")
        try await phone.begun(pain: 5)
        try await phone.practise(seconds: 3 + 600)

        let checkIn = try phone.app.checkIn()
        #expect(checkIn.form.painBefore == 5)
        checkIn.pain = 4
        checkIn.toggle("warm")
        await checkIn.save()
        #expect(try phone.app.today().kindWords.hasPrefix("Five before, four after."))
        #expect(try phone.app.today().today.heading == "Done for today")

        await phone.app.open(.progress)
        let progress = try phone.app.progress()
        #expect(progress.page.week.sessionsDone == 1)
        #expect(progress.notedDays.map(\.painBefore) == [5] && progress.notedDays.map(\.painAfter) == [4])
        #expect(!progress.hasLater)
    }

    @Test("stops at a red flag, and the mistake can be mended")
    func redFlag() async throws {
        let phone = try await Phone()
        await phone.app.beginScreening()
        let screening = try phone.app.screening()
        let pressing = try #require(screening.page?.lines.first { $0.tier == .now })
        screening.toggle(pressing.id)
        #expect(screening.leadsToHelp && !screening.isNothingTickedHere)
        await screening.next()

        let redFlag = try phone.app.redFlag()
        #expect(redFlag.card.ticked == [pressing.text])
        #expect(redFlag.card.call?.number == "999")
        await phone.app.open(.today)
        #expect(try phone.app.today().card == nil)
        await (try phone.app.today()).seeWhy()
        await (try phone.app.redFlag()).lookAround()
        #expect(try !phone.app.library().page.movements.isEmpty)

        await phone.app.open(.today)
        await (try phone.app.today()).seeWhy()
        await (try phone.app.redFlag()).tickedByMistake()
        await (try phone.app.screening()).next()
        await (try phone.app.screening()).next()
        #expect(throws: Never.self) { try phone.app.firstBreath() }
    }

    @Test("opens practice again when a clinician has said so")
    func clearance() async throws {
        let phone = try await Phone()
        await phone.app.beginScreening()
        let screening = try phone.app.screening()
        let urgent = try #require(screening.form.pages.flatMap(\.lines).first { $0.tier == .urgent })
        screening.toggle(urgent.id)
        await screening.next()
        #expect(try phone.app.redFlag().card.call == nil)
        await (try phone.app.redFlag()).cleared()
        #expect(throws: Never.self) { try phone.app.firstBreath() }
    }

    @Test("goes back page by page")
    func back() async throws {
        let phone = try await Phone()
        await phone.app.beginScreening()
        await (try phone.app.screening()).next()
        #expect(try phone.app.screening().pageIndex == 1)
        await phone.app.back()
        #expect(try phone.app.screening().pageIndex == 0)
        await phone.app.back()
        #expect(phone.app.isWelcome)
    }
}
