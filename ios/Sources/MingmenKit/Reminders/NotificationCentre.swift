import Foundation
import MingmenCore

/// What rings a phone by itself: the system's notification centre, or a double of it.
public protocol NotificationCentre: Sendable {
    /// Whether it may show notifications; nothing where nobody was asked yet.
    func leave() async -> Bool?
    /// Asks the person for leave. Whether it may.
    func askForLeave() async -> Bool
    /// What it holds.
    func pending() async -> [Pending]
    /// What can still be seen.
    func delivered() async -> [ReminderId]
    /// Holds this from now on, in place of what it held under the same id.
    func add(_ request: ReminderRequest) async
    /// Holds these no longer.
    func removePending(_ ids: [ReminderId]) async
    /// Shows these no longer.
    func removeDelivered(_ ids: [ReminderId]) async
}

/// A reminder as the phone's centre holds it.
public struct ReminderRequest: Sendable, Equatable {
    /// Its id, stable from one look to the next.
    public let id: ReminderId
    /// What tells whether it is still right.
    public let stamp: String
    /// The title.
    public let title: String
    /// The line under it.
    public let text: String
    /// Whether it can be begun, put off and let go.
    public let canStart: Bool
    /// The date and time on the clock. Without a zone it is the clock of wherever the person is, and the phone moves it
    /// with them although the app does not run; with one it stays that zone's.
    public let moment: DateComponents

    public init(_ reminder: Reminder) {
        id = reminder.id
        stamp = reminder.stamp
        title = reminder.title
        text = reminder.text
        canStart = reminder.canStart
        var moment = DateComponents()
        moment.calendar = Calendar(identifier: .gregorian)
        moment.timeZone = reminder.floats ? nil : TimeZone(identifier: reminder.zone)
        let date = reminder.date
        (moment.year, moment.month, moment.day) = (date.year, date.month, date.day)
        let second = Int(reminder.time.secondOfDay)
        (moment.hour, moment.minute, moment.second) = (second / 3_600, second / 60 % 60, second % 60)
        self.moment = moment
    }
}
