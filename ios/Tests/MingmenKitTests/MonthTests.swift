import Foundation
import MingmenCore
import Testing

@testable import MingmenKit

extension AppModel {
    func month(_ at: SourceLocation = #_sourceLocation) throws -> MonthModel {
        try #require({ if case .month(let model) = place { model } else { nil } }(), sourceLocation: at)
    }
}

@MainActor
@Suite("The calendar", .timeLimit(.minutes(1)))
struct MonthTests {
    private func opened() async throws -> (Phone, MonthModel) {
        let phone = try await Phone()
        try await phone.enrolled()
        await phone.app.openMonth(weekBegins: .monday)
        return (phone, try phone.app.month())
    }

    @Test("opens on this month, and tells of today first")
    func opens() async throws {
        let (phone, month) = try await opened()
        #expect(month.page.title == "March 2026" && month.page.days.count.isMultiple(of: 7))
        #expect(month.chosenDay?.isToday == true)
        #expect(month.chosenDay?.sessions.first?.timeText == "08:00")
        await phone.app.back()
        #expect(throws: Never.self) { try phone.app.today() }
    }

    @Test("goes from month to month and over the new year")
    func turns() async throws {
        let (phone, month) = try await opened()
        for _ in 0..<3 { await month.earlier() }
        #expect(month.page.title == "December 2025" && month.chosen == nil)
        for _ in 0..<3 { await month.later() }
        #expect(month.page.title == "March 2026" && month.chosenDay?.isToday == true)
        #expect(phone.app.trouble == nil)
    }

    @Test("stays where it is where the core knows no such month")
    func bounds() async throws {
        let phone = try await Phone("1970-01-09 07:40")
        await phone.app.openMonth(weekBegins: .monday)
        let month = try phone.app.month()
        await month.earlier()
        #expect(month.page.title == "January 1970" && phone.app.trouble?.key == "error.invalid_input")
        await month.later()
        #expect(month.page.title == "February 1970" && phone.app.trouble == nil)
    }

    @Test("tells of the day that is pressed, and lists every day that has something")
    func days() async throws {
        let (phone, month) = try await opened()
        let rest = try #require(month.page.days.first { $0.state == .rest && $0.inMonth })
        month.choose(rest)
        #expect(month.chosenDay == rest && rest.sessions.isEmpty)
        let told = month.daysToTell
        #expect(!told.contains(rest) && told.contains { $0.isToday })
        #expect(told.allSatisfy { $0.inMonth && ($0.isToday || !$0.sessions.isEmpty) })
        #expect(Set(month.states) == Set(month.page.days.map(\.state)))
        #expect(phone.app.trouble == nil)
    }

    @Test("shows a pause that was entered while it was open behind another page")
    func refreshes() async throws {
        let (phone, month) = try await opened()
        let enrolment = try #require(try await phone.mingmen.enrolments().first).id
        let today = try await phone.mingmen.today().date
        _ = try await phone.mingmen.changeEnrolment(
            enrolment: enrolment, effectiveFrom: today, change: .pause(through: today.adding(days: 6)))
        await phone.app.refresh()
        #expect(month.chosenDay?.state == .paused)
    }

    @Test("is handed on as a file that says what is in it")
    func file() async throws {
        let (phone, month) = try await opened()
        #expect(month.export == .notAsked)
        await month.makeFile()
        guard case .ready(let says, let file) = month.export else {
            Issue.record("\(month.export)")
            return
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.hasPrefix("BEGIN:VCALENDAR") && file.pathExtension == "ics" && says.contains("36"))
        await phone.app.refresh()
        #expect(month.export == .notAsked)
    }

    @Test("hands on nothing where nothing is planned, and says so")
    func nothing() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        await phone.app.openMonth(weekBegins: .sunday)
        let month = try phone.app.month()
        await month.makeFile()
        guard case .nothing(let says) = month.export else {
            Issue.record("\(month.export)")
            return
        }
        #expect(!says.isEmpty && month.page.weekdays.first == "Sun")
    }

    @Test("begins its weeks where the phone does", arguments: [(1, Weekday.sunday), (2, .monday), (7, .saturday)])
    func weeks(number: Int, day: Weekday) {
        #expect(Weekday.first(number) == day)
    }
}
