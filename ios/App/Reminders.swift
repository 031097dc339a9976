#if canImport(UserNotifications)
    import Foundation
    import MingmenCore
    import MingmenKit
    import MingmenUI
    import UserNotifications

    #if canImport(UIKit)
        import UIKit
    #endif
    #if canImport(BackgroundTasks)
        import BackgroundTasks
    #endif

    /// Keeps the phone's reminders for as long as the app lives: it looks at the start, after each change, when the app comes
    /// back and when the phone says that its clock has changed, and hears what is pressed in a notification.
    @MainActor
    final class RingingPhone {
        private let keeper: ReminderKeeper
        private let presses: ReminderPresses
        private var listening: [Task<Void, Never>] = []

        init(keeper: ReminderKeeper, app: AppModel) {
            self.keeper = keeper
            presses = ReminderPresses { id, answer in
                await keeper.answer(id, answer)
                if answer == .start { await app.startDue() }
            }
            ReminderCategory.register(title(of:))
            UNUserNotificationCenter.current().delegate = presses
            listening = [Task { await keeper.run() }]
            #if canImport(UIKit)
                listen(to: UIApplication.significantTimeChangeNotification, .clockSet)
                listen(to: UIApplication.willEnterForegroundNotification, .opened)
                askForAMoment()
            #endif
            listen(to: .NSSystemTimeZoneDidChange, .clockSet)
        }

        deinit { listening.forEach { $0.cancel() } }

        /// The system gives the app a moment in the background.
        func background() async { await keeper.look(.background) }

        #if canImport(UIKit) && canImport(BackgroundTasks)
            /// Each time the app goes to the background it asks for a moment there within the next days: a phone that
            /// holds few reminders is topped up although nobody opens the app. The system may say no.
            private func askForAMoment() {
                let leaves = NotificationCenter.default.notifications(
                    named: UIApplication.didEnterBackgroundNotification
                ).map { _ in () }
                listening.append(
                    Task {
                        for await _ in leaves {
                            let request = BGAppRefreshTaskRequest(identifier: MingmenApp.refresh)
                            request.earliestBeginDate = Date(timeIntervalSinceNow: 24 * 60 * 60)
                            try? BGTaskScheduler.shared.submit(request)
                        }
                    })
            }
        #elseif canImport(UIKit)
            private func askForAMoment() {}
        #endif

        private func listen(to name: Notification.Name, _ reason: LookReason) {
            let keeper = keeper
            let notes = NotificationCenter.default.notifications(named: name).map { _ in () }
            listening.append(Task { for await _ in notes { await keeper.look(reason) } })
        }
    }
#endif
