import MingmenCore

/// What a person can press in a notification, by the name that the system gives back.
public enum ReminderAction: String, Sendable, CaseIterable {
    case start, inHalfAnHour, thisEvening, notToday

    /// What the core is told.
    public var answer: ReminderAnswer {
        switch self {
        case .start: .start
        case .inHalfAnHour: .putOff(minutes: 30)
        case .thisEvening: .thisEvening
        case .notToday: .notToday
        }
    }
}

/// Keeps the phone's reminders as the core has them: it looks when the app starts and comes back, when a write changes what
/// reminders are made of, when the clock was set, and whenever the system gives the app a moment.
public actor ReminderKeeper {
    private let mingmen: MingmenClient
    private let centre: any NotificationCentre

    /// iOS keeps 64 pending notifications of an app and silently drops the rest
    /// (developer.apple.com/documentation/usernotifications/unusernotificationcenter/add(_:withcompletionhandler:));
    /// the core gives up to 60.
    private static let slots: UInt32 = 60

    /// What reminders are made of.
    private static let moves: Set<Subject> = [.plan, .practice, .safety, .reminders]

    /// The look that is under way: the next waits for it, since two at once would both hand the same over.
    private var looking: Task<Void, Never>?

    public init(mingmen: MingmenClient, centre: any NotificationCentre) {
        self.mingmen = mingmen
        self.centre = centre
    }

    /// Looks now and after each change, until the core is shut down.
    public func run() async {
        let changes = await mingmen.changes()
        await look(.opened)
        for await subjects in changes where !subjects.isDisjoint(with: Self.moves) {
            await look(.changed)
        }
    }

    /// Looks once. Leave is asked for with the first reminder and not before: a person who has no plan is asked nothing.
    public func look(_ reason: LookReason) async {
        let before = looking
        let now = Task {
            await before?.value
            guard await lookOnce(reason), await centre.askForLeave() else { return }
            _ = await lookOnce(.leaveGiven)
        }
        looking = now
        await now.value
    }

    /// What the phone allows. It has no leave of its own for ringing on the minute, nor for running while it saves power.
    public func leave() async -> PhoneLeave {
        PhoneLeave(notifications: await centre.leave(), exactAlarms: nil, battery: nil)
    }

    /// Asks the person for leave because they want to be asked, and arms what waited for it.
    public func ask() async {
        _ = await centre.askForLeave()
        await look(.leaveGiven)
    }

    /// Keeps what the person pressed. What is of another day has nothing left to put off.
    public func answer(_ id: ReminderId, _ answer: ReminderAnswer) async {
        await centre.removeDelivered([id])
        _ = try? await mingmen.answerReminder(id: id, answer: answer)
        await look(.changed)
    }

    /// Whether the person is to be asked for leave. A core that cannot answer leaves the phone as it is: the next look
    /// finds what was missed.
    private func lookOnce(_ reason: LookReason) async -> Bool {
        let report = PhoneReport(
            reason: reason,
            leave: await leave(),
            slots: Self.slots, ringsAlone: true,
            pending: await centre.pending(), shown: await centre.delivered())
        guard let look = try? await mingmen.lookAtReminders(report: report) else { return false }
        await centre.removeDelivered(look.takeDown)
        await centre.removePending(look.takeBack)
        for reminder in look.arm { await centre.add(ReminderRequest(reminder)) }
        return look.ask
    }
}
