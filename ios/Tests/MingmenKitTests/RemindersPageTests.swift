import MingmenCore
import Testing

@testable import MingmenKit

extension AppModel {
    func reminders(_ at: SourceLocation = #_sourceLocation) throws -> RemindersModel {
        try #require({ if case .reminders(let model) = place { model } else { nil } }(), sourceLocation: at)
    }

    func reminderDay(_ at: SourceLocation = #_sourceLocation) throws -> ReminderDay {
        try #require({ if case .reminderDay(let day) = place { day } else { nil } }(), sourceLocation: at)
    }
}

@MainActor
@Suite("The page of the reminders", .timeLimit(.minutes(1)))
struct RemindersPageTests {
    private func opened(_ centre: FakeCentre = FakeCentre()) async throws -> (Phone, RemindersModel) {
        let phone = try await Phone(centre: centre)
        try await phone.enrolled()
        await (try phone.app.today()).openReminders()
        return (phone, try phone.app.reminders())
    }

    @Test("says that they will ring, what rings next, and asks nothing of the person where all is well")
    func good() async throws {
        let (phone, reminders) = try await opened()
        #expect(!reminders.page.attention)
        #expect(reminders.page.health.allSatisfy { $0.fix == nil })
        #expect(reminders.page.next.first?.when == "Today 08:00")
        await phone.app.back()
        #expect(throws: Never.self) { try phone.app.today() }
    }

    @Test("asks for leave where nobody was asked, and arms what waited for it")
    func ask() async throws {
        let centre = FakeCentre(allows: nil)
        let (phone, reminders) = try await opened(centre)
        let fix = try #require(reminders.page.health.compactMap(\.fix).first)
        #expect(fix == .askForNotifications && reminders.page.attention)
        await reminders.mend(fix)
        #expect(await centre.asked == 1)
        #expect(await !centre.requests.isEmpty)
        #expect(!reminders.page.attention)
        #expect(phone.app.trouble == nil)
    }

    @Test("opens the system's page where the person said no, and sees on the way back what changed there")
    func settings() async throws {
        let centre = FakeCentre(allows: false)
        let (phone, reminders) = try await opened(centre)
        let fix = try #require(reminders.page.health.compactMap(\.fix).first)
        #expect(fix == .notificationSettings)
        await reminders.mend(fix)
        #expect(await phone.pages.opened == 1)
        #expect(await centre.asked == 0)
        #expect(reminders.page.attention)
        await centre.set(allows: true)
        await phone.app.refresh()
        #expect(!reminders.page.attention)
    }

    @Test("holds each switch at once, and takes it back with the next press")
    func switches() async throws {
        let (phone, reminders) = try await opened()
        let before = reminders.settings
        await reminders.set { $0.practice = false }
        #expect(reminders.page.next.allSatisfy { $0.reminder.kind != .practice })
        let kept = try await phone.mingmen.remindersPage(leave: await phone.app.leave()).settings
        #expect(kept == reminders.settings && !kept.practice)
        await reminders.set { $0.practice = true }
        #expect(reminders.settings == before && reminders.page.next.first?.reminder.kind == .practice)
    }

    @Test("proposes something for every switch, which the core takes")
    func proposed() async throws {
        let (phone, reminders) = try await opened()
        let proposed = reminders.page.proposed
        await reminders.set {
            $0.secondNudgeMinutes = proposed.secondNudgeMinutes
            $0.weekReview = proposed.weekReview
            $0.postureChecks = proposed.postureChecks
            $0.quietHours = proposed.quietHours
            $0.returnAfterDays = proposed.returnAfterDays
        }
        #expect(phone.app.trouble == nil)
        let now = reminders.settings
        #expect(now.secondNudgeMinutes != nil && now.weekReview != nil && now.postureChecks != nil)
        #expect(now.quietHours != nil && now.returnAfterDays != nil)
    }

    @Test("keeps the last of several turns of a wheel")
    func wheel() async throws {
        let (phone, reminders) = try await opened()
        let times = (0..<5).map { WallTime(secondOfDay: 68_400 + $0 * 900) }
        await withTaskGroup(of: Void.self) { turns in
            for time in times { turns.addTask { await reminders.set { $0.evening = time } } }
        }
        let kept = try await phone.mingmen.remindersPage(leave: await phone.app.leave()).settings
        #expect(kept == reminders.settings && times.contains(kept.evening))
    }

    @Test("shows what is kept again where something cannot be set, and says so")
    func refused() async throws {
        let (phone, reminders) = try await opened()
        let before = reminders.settings
        await reminders.set { $0.secondNudgeMinutes = 5 }
        #expect(phone.app.trouble?.key == "error.invalid_input")
        #expect(reminders.settings == before)
    }

    @Test("adds and removes times to notice how one sits, and never ends with none")
    func posture() async throws {
        let (phone, reminders) = try await opened()
        await reminders.addPostureTime()
        #expect(reminders.settings.postureChecks == nil)
        let eight = WallTime(secondOfDay: 8 * 3_600)
        await reminders.set { $0.postureChecks = PostureChecks(days: [.monday], times: [eight]) }
        await reminders.togglePosture(.monday)
        await reminders.removePosture(at: 0)
        #expect(reminders.settings.postureChecks == PostureChecks(days: [.monday], times: [eight]))
        await reminders.togglePosture(.friday)
        for _ in 0..<7 { await reminders.addPostureTime() }
        let checks = try #require(reminders.settings.postureChecks)
        #expect(checks.days == [.monday, .friday])
        #expect(checks.times.count == 6 && Set(checks.times).count == 6 && !reminders.canAddPostureTime)
        await reminders.setPosture(time: checks.times[1], at: 0)
        #expect(reminders.settings.postureChecks == checks)
        await reminders.setPosture(time: eight.later(), at: 0)
        #expect(reminders.settings.postureChecks?.times.first?.description == "08:15:00")
        #expect(phone.app.trouble == nil)
    }

    @Test("is quiet for a week from one press, and no longer from the next")
    func quiet() async throws {
        let (phone, reminders) = try await opened()
        await reminders.toggleQuiet()
        #expect(reminders.settings.quietUntil?.description == "2026-03-15")
        #expect(reminders.page.next.allSatisfy { $0.reminder.date.description > "2026-03-15" })
        await reminders.toggleQuiet()
        #expect(reminders.settings.quietUntil == nil)
        await reminders.toggleQuiet()
        phone.clock.advance(ms: 7 * Phone.dayMs)
        await phone.app.refresh()
        // It has gone by, so the switch is off, and the next press begins another week.
        #expect(reminders.settings.quietUntil != nil && reminders.lastQuietDay == nil)
        await reminders.toggleQuiet()
        #expect(reminders.lastQuietDay?.description == "2026-03-22")
        #expect(phone.app.trouble == nil)
    }

    @Test("lets a test ring by the way that all go, and shows that it did")
    func test() async throws {
        let centre = FakeCentre()
        let (phone, reminders) = try await opened(centre)
        #expect(reminders.page.canTest && reminders.page.testSays == Self.offered)
        await reminders.ringTest()
        #expect(reminders.testComing == "It rings in about ten seconds. You can lock the phone or put it down.")
        let next = try #require(await centre.next(after: phone.clock.now.instant, in: .gmt))
        #expect(next.0.title == "A test" && !next.0.canStart)
        #expect(next.1.timeIntervalSince(phone.clock.now.instant) <= 10)
        let held = await centre.requests.count
        await reminders.ringTest()
        #expect(await centre.requests.count == held)
        phone.clock.advance(ms: 12_000)
        await centre.ring(next.0)
        await reminders.testIsOver()
        #expect(reminders.testComing == nil)
        #expect(reminders.page.health.first { $0.point == .delivery }?.state == .good)
        #expect(await !centre.requests.contains { $0.title == "A test" })
        #expect(reminders.page.next.first?.when == "Today 08:00")
        #expect(phone.app.trouble == nil)
    }

    @Test("offers no test before notifications are allowed")
    func noTest() async throws {
        let (_, reminders) = try await opened(FakeCentre(allows: false))
        #expect(!reminders.page.canTest && !reminders.page.testSays.isEmpty && reminders.page.testSays != Self.offered)
    }

    private static let offered = "One reminder rings in ten seconds, in the same way as all the others."

    @Test("answers for each of the last seven days why something rang, or did not")
    func days() async throws {
        let (phone, reminders) = try await opened()
        #expect(reminders.page.days.count == 7)
        for day in reminders.page.days {
            await reminders.open(day)
            let story = try phone.app.reminderDay()
            #expect(story.date == day && (!story.lines.isEmpty || !story.nothing.isEmpty))
            await phone.app.back()
            #expect(try phone.app.reminders() === reminders)
        }
    }
}
