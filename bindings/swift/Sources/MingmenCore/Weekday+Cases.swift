extension Weekday: CaseIterable {
    /// Monday first.
    public static let allCases: [Weekday] = [
        .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday,
    ]
}

extension CivilDate {
    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday, three days after a Monday.
        Weekday.allCases[((Int(epochDay) + 3) % 7 + 7) % 7]
    }
}
