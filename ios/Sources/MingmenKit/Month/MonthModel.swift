import Foundation
import MingmenCore
import Observation

extension AppModel {
    /// Opens the month that today is in. Weeks begin where they begin on this phone.
    public func openMonth(weekBegins: Weekday = .firstOnThisPhone) async {
        await attempt {
            let today = try await self.mingmen.today().date
            let page = try await self.mingmen.month(date: today, weekBegins: weekBegins)
            self.enter(.month(MonthModel(app: self, page: page, month: today, weekBegins: weekBegins)))
        }
    }
}

extension Weekday {
    /// The day that a week begins with, as the phone is set.
    public static var firstOnThisPhone: Weekday { first(Calendar.autoupdatingCurrent.firstWeekday) }

    /// The system counts from Sunday, which is 1.
    static func first(_ number: Int) -> Weekday { allCases[((number + 5) % 7 + 7) % 7] }
}

/// The calendar, month by month: what was done, what is planned, what rests.
@MainActor
@Observable
public final class MonthModel: Refreshable {
    /// What became of the wish to have the plan in another calendar.
    public enum Export: Equatable, Sendable {
        case notAsked
        /// There is nothing to hand over, and why.
        case nothing(says: String)
        /// The file, and what is in it.
        case ready(says: String, file: URL)
    }

    public private(set) var page: MonthPage
    /// The day that is told of below the month.
    public private(set) var chosen: CivilDate?
    public private(set) var export = Export.notAsked
    /// Any day of the month that is shown.
    private var month: CivilDate
    private let weekBegins: Weekday
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, page: MonthPage, month: CivilDate, weekBegins: Weekday) {
        self.app = app
        self.page = page
        self.month = month
        self.weekBegins = weekBegins
        chosen = Self.today(in: page)
    }

    func refresh() async throws {
        page = try await app.mingmen.month(date: month, weekBegins: weekBegins)
        export = .notAsked
    }

    public var chosenDay: MonthDay? { page.days.first { $0.date == chosen } }

    /// The days that have something, and today: for whoever reads a list rather than a grid.
    public var daysToTell: [MonthDay] {
        page.days.filter { $0.inMonth && ($0.isToday || $0.state != .rest || $0.minutes > 0 || !$0.sessions.isEmpty) }
    }

    /// How the days of this month stand, each once, for the key to their marks.
    public var states: [DayState] {
        [.done, .due, .planned, .rest, .paused].filter { state in page.days.contains { $0.state == state } }
    }

    public func choose(_ day: MonthDay) { chosen = day.date }

    public func earlier() async { await turn(by: -1) }

    public func later() async { await turn(by: 1) }

    private func turn(by months: Int) async {
        let count = month.year * 12 + month.month - 1 + months
        guard let first = CivilDate(year: count / 12, month: count % 12 + 1, day: 1) else { return }
        await app.attempt {
            self.page = try await self.app.mingmen.month(date: first, weekBegins: self.weekBegins)
            self.month = first
            // Where today is in it, today is told of first.
            self.chosen = Self.today(in: self.page)
        }
    }

    private static func today(in page: MonthPage) -> CivilDate? {
        page.days.first { $0.isToday && $0.inMonth }?.date
    }

    /// "Add to my calendar": writes the file that the share sheet hands on.
    public func makeFile() async {
        await app.attempt {
            let made = try await self.app.mingmen.calendarFile()
            guard !made.text.isEmpty else {
                self.export = .nothing(says: made.says)
                return
            }
            do {
                self.export = .ready(says: made.says, file: try await HandedOn.write(made.text, as: made.fileName))
            } catch let error as MingmenError {
                throw error
            } catch {
                throw MingmenError.StoreFull
            }
        }
    }
}

/// Files that the share sheet hands on.
enum HandedOn {
    /// Off the main actor: it waits for the disk.
    nonisolated static func write(_ text: String, as name: String) async throws -> URL {
        let file = FileManager.default.temporaryDirectory.appending(path: name)
        try Data(text.utf8).write(to: file, options: .atomic)
        return file
    }
}
