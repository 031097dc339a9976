#if canImport(UserNotifications)
    import Foundation
    import MingmenCore
    import MingmenKit
    import UserNotifications

    /// The system's notification centre: local notifications only, so there is no server and no token.
    struct SystemNotifier: Notifier {
        func askForLeave() async -> Bool {
            let centre = UNUserNotificationCenter.current()
            return (try? await centre.requestAuthorization(options: [.alert, .sound])) ?? false
        }

        func arm(_ reminders: [Reminder]) async {
            let centre = UNUserNotificationCenter.current()
            centre.removeAllPendingNotificationRequests()
            for reminder in reminders { try? await centre.add(request(for: reminder)) }
        }

        /// By the calendar and not by seconds from now: the wall time is the truth, and the phone may have newer rules
        /// of its zone than the core.
        private func request(for reminder: Reminder) -> UNNotificationRequest {
            let content = UNMutableNotificationContent()
            content.title = reminder.title
            content.body = reminder.text
            content.sound = .default
            let zone = TimeZone(identifier: reminder.zone) ?? .autoupdatingCurrent
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = zone
            // The core has settled on an instant: gaps and repeated hours of the zone, and times after midnight that
            // belong to the evening before, are in it already.
            var parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: reminder.instant)
            parts.timeZone = zone
            let trigger = UNCalendarNotificationTrigger(dateMatching: parts, repeats: false)
            return UNNotificationRequest(identifier: reminder.id, content: content, trigger: trigger)
        }
    }
#endif
