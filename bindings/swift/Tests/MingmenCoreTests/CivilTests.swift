import Foundation
import MingmenCore
import Testing

@Suite("A civil date")
struct CivilDateTests {
    @Test(
        "stands for its day since 1970",
        arguments: [
            (0, "1970-01-01"), (-1, "1969-12-31"), (20_514, "2026-03-02"), (11_016, "2000-02-29"),
            (-719_468, "0000-03-01"), (-719_529, "-0001-12-31"), (2_932_897, "+10000-01-01"),
            (Int32.max, "+5881580-07-11"), (Int32.min, "-5877641-06-23"),
        ] as [(Int32, String)])
    func standsForItsDay(epochDay: Int32, text: String) {
        #expect(CivilDate(epochDay: epochDay).description == text)
    }

    @Test("is made again from its year, month and day, at the ends of all dates too")
    func isMadeAgainFromItsParts() {
        let ends: [Int32] = [.min, .min + 1, -1, 0, 1, .max - 1, .max]
        let years: [Int32] = stride(from: -800_000, through: 800_000, by: 997).map { $0 }
        for epochDay in ends + years {
            let date = CivilDate(epochDay: epochDay)
            #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
        }
    }

    @Test("agrees with Foundation's calendar on every day of 300 years")
    func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for epochDay in stride(from: Int32(-36_525), through: 73_000, by: 1) {
            let instant = Date(timeIntervalSince1970: Double(epochDay) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: instant)
            let date = CivilDate(epochDay: epochDay)
            guard parts.year == date.year, parts.month == date.month, parts.day == date.day else {
                Issue.record("\(date) is \(parts) in Foundation")
                return
            }
        }
    }

    @Test(
        "that no calendar has cannot be made",
        arguments: [
            (2026, 2, 29), (2026, 2, 31), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (2026, 1, 32),
            (1900, 2, 29), (5_881_580, 7, 12), (.max, 1, 1), (.min, 1, 1),
        ])
    func impossible(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test("is moved by days, and stays at the end of all dates")
    func isMovedByDays() throws {
        let date = try #require(CivilDate(year: 2026, month: 2, day: 27))
        #expect(date.adding(days: 2).description == "2026-03-01")
        #expect(date.adding(days: -58).description == "2025-12-31")
        #expect(date.adding(days: .max).epochDay == .max)
        #expect(date.adding(days: .min).epochDay == .min)
        #expect(CivilDate(epochDay: .min).adding(days: .min).epochDay == .min)
    }

    @Test("falls on its day of the week, before 1970 too")
    func weekdays() throws {
        #expect(CivilDate(epochDay: 0).weekday == .thursday)
        #expect(CivilDate(epochDay: -4).weekday == .sunday)
        #expect(CivilDate(epochDay: .min).weekday == .tuesday)
        #expect(try #require(CivilDate(year: 2026, month: 3, day: 2)).weekday == .monday)
        #expect((0..<7).map { CivilDate(epochDay: 4 + $0).weekday } == Weekday.allCases)
    }

    @Test("comes before a later one")
    func order() {
        #expect(CivilDate(epochDay: -1) < CivilDate(epochDay: 0))
        #expect([3, -5, 0].map(CivilDate.init(epochDay:)).sorted().map(\.epochDay) == [-5, 0, 3])
    }
}

@Suite("A wall time")
struct WallTimeTests {
    @Test("is made again from what its clock shows")
    func isMadeAgainFromItsParts() {
        for second in UInt32(0)..<86_400 {
            let time = WallTime(secondOfDay: second)
            guard WallTime(hour: time.hour, minute: time.minute, second: time.second) == time else {
                Issue.record("\(time) is not itself again")
                return
            }
        }
    }

    @Test(
        "that no clock shows cannot be made", arguments: [(24, 0, 0), (-1, 0, 0), (8, 60, 0), (8, 0, 60), (8, -1, 0)])
    func impossible(hour: Int, minute: Int, second: Int) {
        #expect(WallTime(hour: hour, minute: minute, second: second) == nil)
    }

    @Test("reads like a clock and sorts like one")
    func textAndOrder() throws {
        let early = try #require(WallTime(hour: 8, minute: 5))
        #expect(early.description == "08:05:00")
        #expect(early < WallTime(secondOfDay: 86_399))
        #expect(WallTime(secondOfDay: 86_399).description == "23:59:59")
    }
}

@Suite("An instant")
struct InstantTests {
    @Test("comes back to the millisecond, everywhere in a lifetime and far outside it")
    func comesBack() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let near = Int64.random(in: -4_000_000_000_000...8_000_000_000_000, using: &random)
            #expect(Date(epochMilliseconds: near).epochMilliseconds == near)
            // chrono's own range ends some 262,000 years from here; halfway there a Date still tells milliseconds apart.
            let far = Int64.random(in: -4_000_000_000_000_000...4_000_000_000_000_000, using: &random)
            #expect(Date(epochMilliseconds: far).epochMilliseconds == far)
        }
    }

    @Test("of every millisecond of a second is its own")
    func everyMillisecond() {
        for ms in Int64(1_772_438_399_000)...1_772_438_401_000 {
            #expect(Date(epochMilliseconds: ms).epochMilliseconds == ms)
        }
    }

    @Test("is rounded to the nearest millisecond, not cut off")
    func isRounded() {
        #expect(Date(timeIntervalSince1970: 1.000_6).epochMilliseconds == 1_001)
        #expect(Date(timeIntervalSince1970: -1.000_6).epochMilliseconds == -1_001)
        #expect(Date(timeIntervalSince1970: 0.999_9).epochMilliseconds == 1_000)
    }

    @Test("beyond every number is the nearest one, and never a crash")
    func beyond() {
        #expect(Date(timeIntervalSinceReferenceDate: .infinity).epochMilliseconds == .max)
        #expect(Date(timeIntervalSinceReferenceDate: -.infinity).epochMilliseconds == .min)
        #expect(Date(timeIntervalSinceReferenceDate: .nan).epochMilliseconds == .max)
        #expect(Date(timeIntervalSinceReferenceDate: 1e300).epochMilliseconds == .max)
        #expect(Date(timeIntervalSinceReferenceDate: -1e300).epochMilliseconds == .min)
    }
}
