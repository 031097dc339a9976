import MingmenCore

/// What rings a phone: the system's notification centre, or a double of it.
public protocol Notifier: Sendable {
    /// Asks for leave to ring, where nobody has been asked yet. Whether it may.
    func askForLeave() async -> Bool
    /// Rings at these from now on, and at nothing else.
    func arm(_ reminders: [Reminder]) async
}

/// Keeps the phone's reminders as the core has them: armed at the start and whenever a write changes them.
public actor ReminderKeeper {
    private let mingmen: MingmenClient
    private let notifier: any Notifier

    /// iOS keeps 64 pending notifications of an app and silently drops the rest
    /// (developer.apple.com/documentation/usernotifications/unusernotificationcenter/add(_:withcompletionhandler:));
    /// the core gives up to 60.
    private static let count: UInt32 = 60

    public init(mingmen: MingmenClient, notifier: any Notifier) {
        self.mingmen = mingmen
        self.notifier = notifier
    }

    /// Arms now and after each change, until the core is shut down.
    public func run() async {
        let changes = await mingmen.changes()
        await arm()
        for await subjects in changes where subjects.contains(.reminders) {
            await arm()
        }
    }

    /// Arms once. Leave is asked for with the first reminder and not before: a person who has no plan is asked nothing.
    public func arm() async {
        guard let reminders = try? await mingmen.reminders(count: Self.count) else { return }
        if reminders.isEmpty {
            await notifier.arm([])
        } else if await notifier.askForLeave() {
            await notifier.arm(reminders)
        }
    }
}
