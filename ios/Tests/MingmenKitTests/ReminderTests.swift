import Foundation
import MingmenCore
import Testing

@testable import MingmenKit

/// A phone whose reminders ring by themselves, with the real core and a hand on its clock.
@MainActor
private struct RingingPhone {
    let phone: Phone
    let centre: FakeCentre
    let keeper: ReminderKeeper

    init(_ centre: FakeCentre = FakeCentre(), at instant: String = "2026-05-11T06:52", zone: String = "Europe/London")
        async throws
    {
        phone = try await Phone(instant, zone: zone)
        self.centre = centre
        keeper = ReminderKeeper(mingmen: phone.mingmen, centre: centre)
    }

    /// Screened, and enrolled for every day at 08:00.
    func enrolEveryDay() async throws {
        _ = try await phone.mingmen.answerScreening(ticked: [])
        let preset = try await phone.mingmen.enrolForm().preset
        let eight = WallTime(secondOfDay: 8 * 3_600)
        let slots = Weekday.allCases.map { WeeklySlot(weekday: $0, time: eight) }
        let draft = EnrolmentDraft(
            plan: preset.plan, startsOn: try await phone.mingmen.today().date, slots: slots,
            timePolicy: .floating, posture: preset.posture, length: preset.length,
            weeks: preset.weeks, routine: preset.routine)
        _ = try await phone.mingmen.enrol(draft: draft)
    }

    /// When each rang, by the clock where the person was, until an instant. The app is opened every fourth day alone.
    func ring(until end: String, legs: [(String, String)] = []) async -> [String] {
        var rang: [String] = []
        var toGo = legs.map { (Self.date($0.0), $0.1) }
        var opens = phone.clock.now.instant
        while true {
            let now = phone.clock.now
            let zone = TimeZone(identifier: now.zone) ?? .gmt
            let next = await centre.next(after: now.instant, in: zone)
            let soonest = [next?.1, toGo.first?.0, opens].compactMap { $0 }.min() ?? opens
            if soonest >= Self.date(end) { return rang }
            phone.clock.advance(ms: UInt64(max(0, soonest.epochMilliseconds - now.instant.epochMilliseconds)))
            if let leg = toGo.first, leg.0 == soonest {
                toGo.removeFirst()
                phone.clock.travel(to: leg.1)
                await keeper.look(.clockSet)
            } else if opens == soonest {
                opens = opens.addingTimeInterval(4 * 86_400)
                await keeper.look(.opened)
            } else if let next {
                await centre.ring(next.0)
                rang.append(shown(soonest, zone))
            }
        }
    }

    private func shown(_ instant: Date, _ zone: TimeZone) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.month, .day, .hour, .minute], from: instant)
        return "\(parts.month ?? 0)-\(parts.day ?? 0) \(parts.hour ?? 0):\(parts.minute ?? 0)"
    }

    private static func date(_ text: String) -> Date { FakeClock(text).now.instant }
}

@Suite("Reminders on a phone that rings by itself")
@MainActor
struct ReminderTests {
    @Test("leave is asked for with the first reminder, and they are armed when it is given")
    func leave() async throws {
        let ringing = try await RingingPhone(FakeCentre(allows: nil))
        await ringing.keeper.look(.opened)
        #expect(await ringing.centre.asked == 0)
        try await ringing.enrolEveryDay()
        await ringing.keeper.look(.changed)
        #expect(await ringing.centre.asked == 1)
        #expect(await ringing.centre.requests.count > 14)
    }

    @Test("nothing is armed where the person said no, and nobody is asked twice")
    func refused() async throws {
        let ringing = try await RingingPhone(FakeCentre(allows: nil, saysYes: false))
        try await ringing.enrolEveryDay()
        await ringing.keeper.look(.changed)
        await ringing.keeper.look(.opened)
        #expect(await ringing.centre.asked == 1)
        #expect(await ringing.centre.requests.isEmpty)
    }

    @Test("a second look changes nothing, and a write changes what it has to")
    func difference() async throws {
        let ringing = try await RingingPhone()
        try await ringing.enrolEveryDay()
        await ringing.keeper.look(.changed)
        let touches = await ringing.centre.touches
        await ringing.keeper.look(.opened)
        #expect(await ringing.centre.touches == touches)
        let running = Task { await ringing.keeper.run() }
        let enrolment = try #require(try await ringing.phone.mingmen.enrolments().first)
        let today = try await ringing.phone.mingmen.today().date
        // Said again until it is heard: the keeper may not be listening yet.
        while await !ringing.centre.requests.isEmpty {
            _ = try await ringing.phone.mingmen.changeEnrolment(
                enrolment: enrolment.id, effectiveFrom: today,
                change: .pause(through: CivilDate(epochDay: today.epochDay + 100)))
            try await Task.sleep(for: .milliseconds(5))
        }
        try await ringing.phone.mingmen.shutDown()
        await running.value
    }

    @Test("the phone never holds more than it keeps")
    func limit() async throws {
        let ringing = try await RingingPhone()
        try await ringing.enrolEveryDay()
        await ringing.keeper.look(.changed)
        #expect(await ringing.centre.requests.count <= 60)
    }

    @Test("what is put off rings later, and what is let go no more today")
    func answers() async throws {
        let ringing = try await RingingPhone()
        try await ringing.enrolEveryDay()
        await ringing.keeper.look(.changed)
        let first = try #require(await ringing.centre.next(after: ringing.phone.clock.now.instant, in: .gmt))
        ringing.phone.clock.advance(ms: 8 * 60_000)
        await ringing.centre.ring(first.0)
        await ringing.keeper.answer(first.0.id, ReminderAction.inHalfAnHour.answer)
        #expect(await ringing.centre.shown.isEmpty)
        let again = await ringing.centre.requests.filter { $0.moment.minute == 30 && $0.moment.hour == 8 }
        #expect(again.count == 1)
        await ringing.keeper.answer(first.0.id, ReminderAction.notToday.answer)
        #expect(await !ringing.centre.requests.contains { $0.moment.day == 11 && $0.moment.month == 5 })
    }

    @Test(
        "every reminder of two weeks rings once at eight, wherever the person lives",
        arguments: [
            ("2026-10-19T05:00", "2026-11-02T05:00", "Europe/London", 10, 19),
            ("2026-10-19T00:00", "2026-11-02T00:00", "Asia/Kolkata", 10, 19),
            ("2017-10-09T09:00", "2017-10-23T09:00", "America/Sao_Paulo", 10, 9),
        ])
    func twoWeeks(from: String, until: String, zone: String, month: Int, day: Int) async throws {
        let ringing = try await RingingPhone(at: from, zone: zone)
        try await ringing.enrolEveryDay()
        #expect(await ringing.ring(until: until) == mornings(month: month, day: day))
    }

    @Test("a traveller from London by Tokyo to Honolulu is rung once a day")
    func traveller() async throws {
        let ringing = try await RingingPhone(at: "2026-10-19T05:00")
        try await ringing.enrolEveryDay()
        let legs = [("2026-10-23T21:30", "Asia/Tokyo"), ("2026-10-28T09:00", "Pacific/Honolulu")]
        #expect(await ringing.ring(until: "2026-11-02T17:00", legs: legs) == mornings(month: 10, day: 19))
    }

    /// 14 mornings, of which the first lie in a month of 31 days.
    private func mornings(month: Int, day: Int) -> [String] {
        (day..<day + 14).map { $0 <= 31 ? "\(month)-\($0) 8:0" : "\(month + 1)-\($0 - 31) 8:0" }
    }

    @Test("a reminder that is begun leads to the page before today's practice")
    func start() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        await phone.app.startDue()
        let due = try await phone.mingmen.today()
        let card = try #require({ if case .due(_, let card) = due.state { card } else { nil } }())
        #expect(try phone.app.ready().card == card)
    }
}
