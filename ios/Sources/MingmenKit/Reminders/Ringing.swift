import MingmenCore

/// The system's own pages, on which a person changes what it allows the app.
public protocol SystemPages: Sendable {
    /// Opens the page of this app's notifications.
    func openNotifications() async
}

/// The phone that rings, as the page of the reminders needs it.
public struct Ringing: Sendable {
    private let keeper: ReminderKeeper
    private let pages: any SystemPages

    public init(keeper: ReminderKeeper, pages: any SystemPages) {
        self.keeper = keeper
        self.pages = pages
    }

    /// What the phone allows by now.
    func leave() async -> PhoneLeave { await keeper.leave() }

    /// Hands over what rings by now, and takes in what became of the rest.
    func look(_ reason: LookReason) async { await keeper.look(reason) }

    /// Does what mends it, or opens the page on which the person does. This system has one page for all of it.
    func mend(_ fix: HealthFix) async {
        switch fix {
        case .askForNotifications: await keeper.ask()
        case .notificationSettings, .exactAlarmSettings, .batterySettings: await pages.openNotifications()
        }
    }
}

extension AppModel {
    /// What the phone allows; where nothing rings here, the phone says nothing.
    func leave() async -> PhoneLeave {
        await ringing?.leave() ?? PhoneLeave(notifications: nil, exactAlarms: nil, battery: nil)
    }
}
