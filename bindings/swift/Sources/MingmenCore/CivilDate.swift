/// A date on a person's calendar, with no time and no zone.
///
/// Every value is a real date of the proleptic Gregorian calendar: what no calendar has, such as 31 February, cannot be
/// made. The core takes dates from 1970 to 2099 and refuses others as `MingmenError.InvalidInput`.
///
/// ```swift
/// let begins = CivilDate(year: 2026, month: 3, day: 2)
/// begins?.description  // "2026-03-02"
/// ```
public struct CivilDate: Hashable, Sendable {
    /// Days since 1970-01-01; negative before it. This is what crosses to the core.
    public let epochDay: Int32

    /// The date so many days after 1970-01-01.
    public init(epochDay: Int32) {
        self.epochDay = epochDay
    }

    /// The date with this year, month and day; nothing where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        // Wide of every date that an epoch day can name, and narrow enough not to overflow on the way.
        guard (-6_000_000...6_000_000).contains(year) else { return nil }
        let days = Self.epochDay(year: year, month: month, day: day)
        guard let epochDay = Int32(exactly: days) else { return nil }
        self.init(epochDay: epochDay)
        // 31 February would come back as 3 March.
        guard components == (year, month, day) else { return nil }
    }

    /// The year of the proleptic Gregorian calendar; 0 is the year before 1.
    public var year: Int { components.year }

    /// 1 to 12.
    public var month: Int { components.month }

    /// 1 to 31.
    public var day: Int { components.day }

    /// The date `days` later, or earlier where it is negative; the last or first date there is where it goes beyond.
    public func adding(days: Int) -> CivilDate {
        let (sum, isBeyond) = Int(epochDay).addingReportingOverflow(days)
        return CivilDate(epochDay: isBeyond ? (days < 0 ? .min : .max) : Int32(clamping: sum))
    }
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", howardhinnant.github.io/date_algorithms.html:
// days_from_civil and civil_from_days. Eras are 400 years, and years begin in March so that the leap day comes last.
extension CivilDate {
    private static let daysOfEra = 146_097
    private static let daysFromEraToEpoch = 719_468

    private static func epochDay(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = floorDivide(marchYear, by: 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * daysOfEra + dayOfEra - daysFromEraToEpoch
    }

    private var components: (year: Int, month: Int, day: Int) {
        let days = Int(epochDay) + Self.daysFromEraToEpoch
        let era = Self.floorDivide(days, by: Self.daysOfEra)
        let dayOfEra = days - era * Self.daysOfEra
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func floorDivide(_ value: Int, by divisor: Int) -> Int {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension CivilDate: Comparable {
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.epochDay < right.epochDay
    }
}

extension CivilDate: CustomStringConvertible {
    /// ISO 8601: `2026-03-02`. Years of more than four digits carry their sign, as ISO 8601 asks.
    public var description: String {
        let (year, month, day) = components
        return "\(Self.isoYear(year))-\(twoDigits(month))-\(twoDigits(day))"
    }

    private static func isoYear(_ year: Int) -> String {
        let digits = String(year.magnitude)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        if year < 0 { return "-\(padded)" }
        return year > 9_999 ? "+\(padded)" : padded
    }
}

/// A number below 100 with a leading nought where it has one digit.
func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
}
