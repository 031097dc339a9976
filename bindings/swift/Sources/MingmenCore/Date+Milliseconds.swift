import Foundation

extension Date {
    /// The instant so many milliseconds after 1970-01-01T00:00:00Z.
    ///
    /// `Date` counts seconds from 2001 in a `Double`, which names every millisecond of some 140,000 years either way.
    public init(epochMilliseconds: Int64) {
        let (seconds, milliseconds) = epochMilliseconds.quotientAndRemainder(dividingBy: 1_000)
        // Whole seconds are moved to 2001 first: they stay exact, and rounding happens once.
        let since2001 = Double(seconds) - Date.timeIntervalBetween1970AndReferenceDate
        self.init(timeIntervalSinceReferenceDate: since2001 + Double(milliseconds) / 1_000)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z, rounded to the nearest. This is what crosses to the core.
    ///
    /// Rounded, because a `Double` lies a little below or above the millisecond it stands for: cutting it off would
    /// lose one in half of all cases. What has no such number, such as `distantFuture` times a million, gives the
    /// nearest there is, which the core refuses as `MingmenError.InvalidInput`.
    public var epochMilliseconds: Int64 {
        let interval = timeIntervalSinceReferenceDate
        guard interval.isFinite else { return interval < 0 ? .min : .max }
        let seconds = interval.rounded(.down)
        let milliseconds = ((interval - seconds) * 1_000).rounded()
        let sum = (seconds + Date.timeIntervalBetween1970AndReferenceDate) * 1_000 + milliseconds
        return Int64(exactly: sum) ?? (sum < 0 ? .min : .max)
    }
}
