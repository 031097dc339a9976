import MingmenCore

extension WallTime {
    private static let daySeconds: UInt32 = 24 * 60 * 60
    private static let stepSeconds: UInt32 = 15 * 60

    /// A quarter of an hour earlier, round midnight.
    public func earlier() -> WallTime { on(by: Self.daySeconds - Self.stepSeconds) }

    /// A quarter of an hour later, round midnight.
    public func later() -> WallTime { on(by: Self.stepSeconds) }

    fileprivate func on(by seconds: UInt32) -> WallTime {
        WallTime(secondOfDay: (secondOfDay + seconds) % Self.daySeconds)
    }
}

extension [WallTime] {
    /// The same with another time: four hours after the last, or as soon after that as none is there yet.
    func withOneMore() -> [WallTime] {
        var next = (last ?? WallTime(secondOfDay: 4 * 3_600)).on(by: 4 * 3_600)
        while contains(next) { next = next.later() }
        return self + [next]
    }
}
