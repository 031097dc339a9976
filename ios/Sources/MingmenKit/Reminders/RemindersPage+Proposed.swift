import MingmenCore

extension RemindersPage {
    /// What a switch sets where nothing was set before.
    public var proposed: ReminderSettings {
        var draft = ReminderDraft(settings)
        draft.secondNudgeMinutes = 60
        draft.returnAfterDays = 14
        draft.weekReview = WeeklySlot(weekday: .sunday, time: WallTime(secondOfDay: 18 * 3_600))
        let (ten, three) = (WallTime(secondOfDay: 10 * 3_600), WallTime(secondOfDay: 15 * 3_600))
        draft.postureChecks = PostureChecks(days: Array(Weekday.allCases.prefix(5)), times: [ten, three])
        draft.quietHours = QuietHours(
            from: WallTime(secondOfDay: 77_400), until: WallTime(secondOfDay: 27_000))
        return draft.settings
    }
}
