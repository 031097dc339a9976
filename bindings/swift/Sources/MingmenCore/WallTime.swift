/// Hours, minutes and seconds on a person's clock, with no date and no zone.
///
/// ```swift
/// WallTime(hour: 8, minute: 0)?.description  // "08:00:00"
/// ```
public struct WallTime: Hashable, Sendable {
    /// Seconds since midnight. This is what crosses to the core.
    public let secondOfDay: UInt32

    /// The time so many seconds after midnight. From 86,400 on no clock shows it, and the core refuses it as
    /// `MingmenError.InvalidInput`.
    public init(secondOfDay: UInt32) {
        self.secondOfDay = secondOfDay
    }

    /// The time that a clock shows like this; nothing where no clock does, such as 24:00.
    public init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
        self.init(secondOfDay: UInt32(hour * 3_600 + minute * 60 + second))
    }

    /// 0 to 23.
    public var hour: Int { Int(secondOfDay / 3_600) }

    /// 0 to 59.
    public var minute: Int { Int(secondOfDay / 60 % 60) }

    /// 0 to 59.
    public var second: Int { Int(secondOfDay % 60) }
}

extension WallTime: Comparable {
    public static func < (left: WallTime, right: WallTime) -> Bool {
        left.secondOfDay < right.secondOfDay
    }
}

extension WallTime: CustomStringConvertible {
    /// ISO 8601: `08:00:00`.
    public var description: String {
        "\(twoDigits(hour)):\(twoDigits(minute)):\(twoDigits(second))"
    }
}
