#if canImport(UserNotifications)
    import Foundation
    import MingmenCore
    import MingmenKit
    import UserNotifications

    #if canImport(UIKit)
        import UIKit
    #endif

    /// The system's notification centre: local notifications only, so there is no server and no token.
    struct SystemCentre: NotificationCentre {
        private var centre: UNUserNotificationCenter { .current() }

        /// Where the stamp of a reminder is kept in its notification.
        private static let stamp = "stamp"

        func leave() async -> Bool? {
            switch await centre.notificationSettings().authorizationStatus {
            case .notDetermined: nil
            case .authorized, .provisional, .ephemeral: true
            case .denied: false
            @unknown default: nil
            }
        }

        func askForLeave() async -> Bool {
            (try? await centre.requestAuthorization(options: [.alert, .sound])) ?? false
        }

        func pending() async -> [Pending] {
            await centre.pendingNotificationRequests().map { request in
                Pending(id: request.identifier, stamp: request.content.userInfo[Self.stamp] as? String ?? "")
            }
        }

        func delivered() async -> [ReminderId] {
            await centre.deliveredNotifications().map(\.request.identifier)
        }

        func add(_ request: ReminderRequest) async {
            let content = UNMutableNotificationContent()
            content.title = request.title
            content.body = request.text
            content.sound = .default
            content.userInfo = [Self.stamp: request.stamp]
            if request.canStart { content.categoryIdentifier = ReminderCategory.practice }
            // By date and time and not by seconds from now: the wall time is the truth, and the phone moves it with the
            // person.
            let trigger = UNCalendarNotificationTrigger(dateMatching: request.moment, repeats: false)
            try? await centre.add(UNNotificationRequest(identifier: request.id, content: content, trigger: trigger))
        }

        func removePending(_ ids: [ReminderId]) async {
            centre.removePendingNotificationRequests(withIdentifiers: ids)
        }

        func removeDelivered(_ ids: [ReminderId]) async {
            centre.removeDeliveredNotifications(withIdentifiers: ids)
        }
    }

    /// The pages of the system's Settings.
    struct SettingsPages: SystemPages {
        @MainActor
        func openNotifications() async {
            #if canImport(UIKit)
                guard let page = URL(string: UIApplication.openNotificationSettingsURLString) else { return }
                _ = await UIApplication.shared.open(page)
            #endif
        }
    }

    /// What can be pressed in a notification of a practice.
    enum ReminderCategory {
        static let practice = "practice"

        /// Tells the system once, at the start.
        static func register(_ title: (ReminderAction) -> String) {
            let actions = ReminderAction.allCases.map { action in
                UNNotificationAction(
                    identifier: action.rawValue, title: title(action), options: action == .start ? [.foreground] : [])
            }
            let category = UNNotificationCategory(
                identifier: practice, actions: actions, intentIdentifiers: [], options: [])
            UNUserNotificationCenter.current().setNotificationCategories([category])
        }
    }

    /// Hears what the person presses in a notification.
    final class ReminderPresses: NSObject, UNUserNotificationCenterDelegate {
        private let pressed: @Sendable (ReminderId, ReminderAnswer) async -> Void

        init(pressed: @escaping @Sendable (ReminderId, ReminderAnswer) async -> Void) {
            self.pressed = pressed
        }

        /// While the app is open a reminder is shown all the same: the person may be on another page.
        func userNotificationCenter(
            _ centre: UNUserNotificationCenter, willPresent notification: UNNotification
        ) async -> UNNotificationPresentationOptions { [.banner, .list, .sound] }

        func userNotificationCenter(
            _ centre: UNUserNotificationCenter, didReceive response: UNNotificationResponse
        ) async {
            let id = response.notification.request.identifier
            let answer = ReminderAction(rawValue: response.actionIdentifier)?.answer ?? .open
            await pressed(id, answer)
        }
    }
#endif
