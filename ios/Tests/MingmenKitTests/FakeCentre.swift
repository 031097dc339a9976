import Foundation
import MingmenCore

@testable import MingmenKit

/// A notification centre that keeps what the real one keeps: 64 requests, of which it drops the oldest without a word when
/// more come, and rings each by date and time on the clock of its zone, or of wherever the phone is.
actor FakeCentre: NotificationCentre {
    private(set) var requests: [ReminderRequest] = []
    private(set) var shown: [ReminderRequest] = []
    private(set) var asked = 0
    /// How often something was added or removed.
    private(set) var touches = 0
    private var allows: Bool?
    private let saysYes: Bool

    init(allows: Bool? = true, saysYes: Bool = true) {
        self.allows = allows
        self.saysYes = saysYes
    }

    func leave() -> Bool? { allows }

    /// The person changes it on the system's page.
    func set(allows: Bool?) { self.allows = allows }

    func askForLeave() -> Bool {
        asked += 1
        allows = saysYes
        return saysYes
    }

    func pending() -> [Pending] { requests.map { Pending(id: $0.id, stamp: $0.stamp) } }

    func delivered() -> [ReminderId] { shown.map(\.id) }

    func add(_ request: ReminderRequest) {
        touches += 1
        requests.removeAll { $0.id == request.id }
        requests.append(request)
        if requests.count > 64 { requests.removeFirst(requests.count - 64) }
    }

    func removePending(_ ids: [ReminderId]) {
        touches += ids.count
        requests.removeAll { ids.contains($0.id) }
    }

    func removeDelivered(_ ids: [ReminderId]) { shown.removeAll { ids.contains($0.id) } }

    /// The next that rings after an instant on a phone in a zone, and when.
    func next(after instant: Date, in zone: TimeZone) -> (ReminderRequest, Date)? {
        let coming = requests.compactMap { request in
            Self.instant(of: request, in: zone).map { (request, $0) }
        }
        return coming.filter { $0.1 > instant }.min { $0.1 < $1.1 }
    }

    /// It rings, and is no longer pending.
    func ring(_ request: ReminderRequest) {
        requests.removeAll { $0.id == request.id }
        shown.append(request)
    }

    private static func instant(of request: ReminderRequest, in zone: TimeZone) -> Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = request.moment.timeZone ?? zone
        return calendar.date(from: request.moment)
    }
}

/// The pages of the system's settings, on which a person may change something at once.
actor FakePages: SystemPages {
    private(set) var opened = 0
    private var change: (@Sendable () async -> Void)?

    func whenOpened(_ change: @escaping @Sendable () async -> Void) { self.change = change }

    func openNotifications() async {
        opened += 1
        await change?()
    }
}
