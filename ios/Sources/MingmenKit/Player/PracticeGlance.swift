import Foundation

/// A practice as a lock screen shows it without asking anybody: a timer of the platform counts down to these ends.
public struct PracticeGlance: Codable, Hashable, Sendable {
    /// The movement's name.
    public let title: String
    /// When this movement ends, and then each that follows; none while it is paused.
    public let segmentEnds: [Date]
    public let isPaused: Bool

    public init(title: String, segmentEnds: [Date], isPaused: Bool) {
        self.title = title
        self.segmentEnds = segmentEnds
        self.isPaused = isPaused
    }

    /// When this movement ends; nothing while it is paused.
    public var movementEnds: Date? { segmentEnds.first }

    /// When the practice ends; nothing while it is paused.
    public var practiceEnds: Date? { segmentEnds.last }

    /// Whether a person sees a difference. Each answer of the core works the ends out anew, to the millisecond.
    func differs(from other: PracticeGlance) -> Bool {
        guard title == other.title, isPaused == other.isPaused, segmentEnds.count == other.segmentEnds.count else {
            return true
        }
        return zip(segmentEnds, other.segmentEnds).contains { abs($0.timeIntervalSince($1)) >= 1 }
    }
}

/// Where a practice can be seen while the phone is locked, such as a Live Activity.
@MainActor
public protocol LockScreen: AnyObject {
    /// Shows where the practice is, or that there is none any more. It comes at turns alone, never every second.
    func show(_ practice: PracticeGlance?)
}
