import MingmenCore
import MingmenKit
import SwiftUI

/// What rings: each line is a switch and holds at once. Its times stand below it while they are being changed.
struct ReminderSwitches: View {
    let model: RemindersModel
    @State private var isChangingTimes = false

    private var now: ReminderSettings { model.settings }
    private var proposed: ReminderSettings { model.page.proposed }
    private var limits: ReminderLimits { model.page.limits }

    var body: some View {
        Card {
            CheckRow(text: words(.ringPractice), isOn: now.practice) { await model.set { $0.practice.toggle() } }
            again
            week
            bearing
            CheckRow(text: words(.ringMilestones), isOn: now.milestones) { await model.set { $0.milestones.toggle() } }
            silence
            CheckRow(text: words(.ringWhenMet), isOn: now.whenGoalMet) {
                await model.set { $0.whenGoalMet.toggle() }
            }
            night
            CheckRow(text: words(.tellsWhat), detail: words(.tellsWhatMore), isOn: now.tellsWhat) {
                await model.set { $0.tellsWhat.toggle() }
            }
            away
            others
            WordButton(words(isChangingTimes ? .timesChanged : .changeTimes), icon: "clock", .text) {
                isChangingTimes.toggle()
            }
        }
    }

    @ViewBuilder
    private var again: some View {
        let minutes = now.secondNudgeMinutes ?? proposed.secondNudgeMinutes ?? limits.nudge.lowerBound
        CheckRow(
            text: words(.ringAgain), detail: words(.ringAgainMore, Int(minutes)), isOn: now.secondNudgeMinutes != nil
        ) {
            await model.set { $0.secondNudgeMinutes = $0.secondNudgeMinutes == nil ? minutes : nil }
        }
        if isChangingTimes, now.secondNudgeMinutes != nil {
            StepRow(
                text: words(.minutesShort, Int(minutes)), less: words(.nameThen, words(.ringAgain), words(.earlier)),
                more: words(.nameThen, words(.ringAgain), words(.later)),
                canLess: minutes > limits.nudge.lowerBound, canMore: minutes < limits.nudge.upperBound
            ) { step in
                await model.set { $0.secondNudgeMinutes = limits.nudge.step(minutes, by: step * 15) }
            }
        }
    }

    @ViewBuilder
    private var week: some View {
        if let slot = now.weekReview ?? proposed.weekReview {
            CheckRow(
                text: words(.ringWeek), detail: words(.ringWeekMore, slot.weekday.long, slot.time.clock),
                isOn: now.weekReview != nil
            ) {
                await model.set { $0.weekReview = $0.weekReview == nil ? slot : nil }
            }
            if isChangingTimes, now.weekReview != nil {
                DayKeys(title: words(.ringWeek), days: [slot.weekday]) { day in
                    Task { await model.set { $0.weekReview = WeeklySlot(weekday: day, time: slot.time) } }
                }
                TimeRow(title: words(.ringWeek), showsTitle: false, time: slot.time) { time in
                    await model.set { $0.weekReview = WeeklySlot(weekday: slot.weekday, time: time) }
                }
            }
        }
    }

    @ViewBuilder
    private var bearing: some View {
        if let checks = now.postureChecks ?? proposed.postureChecks {
            CheckRow(text: words(.ringPosture), detail: checks.inWords, isOn: now.postureChecks != nil) {
                await model.set { $0.postureChecks = $0.postureChecks == nil ? checks : nil }
            }
            if isChangingTimes, now.postureChecks != nil { PostureTimes(model: model, checks: checks) }
        }
    }

    @ViewBuilder
    private var silence: some View {
        let days = now.returnAfterDays ?? proposed.returnAfterDays ?? limits.silence.lowerBound
        CheckRow(
            text: words(.ringReturn), detail: words(.ringReturnMore, Int(days)), isOn: now.returnAfterDays != nil
        ) {
            await model.set { $0.returnAfterDays = $0.returnAfterDays == nil ? days : nil }
        }
        if isChangingTimes, now.returnAfterDays != nil {
            StepRow(
                text: words(.daysCount, Int(days)), less: words(.nameThen, words(.ringReturn), words(.dayEarlier)),
                more: words(.nameThen, words(.ringReturn), words(.dayLater)),
                canLess: days > limits.silence.lowerBound, canMore: days < limits.silence.upperBound
            ) { step in
                await model.set { $0.returnAfterDays = limits.silence.step(days, by: step) }
            }
        }
    }

    @ViewBuilder
    private var night: some View {
        if let quiet = now.quietHours ?? proposed.quietHours {
            CheckRow(
                text: words(.quietHours), detail: words(.quietHoursMore, quiet.from.clock, quiet.until.clock),
                isOn: now.quietHours != nil
            ) {
                await model.set { $0.quietHours = $0.quietHours == nil ? quiet : nil }
            }
            if isChangingTimes, now.quietHours != nil {
                TimeRow(title: words(.quietFrom), time: quiet.from) { time in
                    await model.set { $0.quietHours = QuietHours(from: time, until: quiet.until) }
                }
                TimeRow(title: words(.quietUntil), time: quiet.until) { time in
                    await model.set { $0.quietHours = QuietHours(from: quiet.from, until: time) }
                }
            }
        }
    }

    /// Quiet through a day that the person names, because a journey or an illness has one.
    @ViewBuilder
    private var away: some View {
        if let range = model.quietDays {
            CheckRow(text: words(.quietForAWhile), detail: words(.quietForAWhileMore), isOn: model.lastQuietDay != nil)
            {
                await model.toggleQuiet()
            }
            if let until = model.lastQuietDay {
                DateRow(title: words(.lastQuietDay), date: until, range: range) { day in
                    await model.set { $0.quietUntil = day }
                }
            }
        }
    }

    @ViewBuilder
    private var others: some View {
        if isChangingTimes {
            TimeRow(title: words(.whenEvening), time: now.evening) { time in await model.set { $0.evening = time } }
            StepRow(
                text: words(.beforeClass, Int(now.classLeadMinutes)),
                less: words(.nameThen, words(.classes), words(.fiveLess)),
                more: words(.nameThen, words(.classes), words(.fiveMore)),
                canLess: now.classLeadMinutes > limits.classLead.lowerBound,
                canMore: now.classLeadMinutes < limits.classLead.upperBound
            ) { step in
                await model.set {
                    $0.classLeadMinutes = limits.classLead.step($0.classLeadMinutes, by: step * 5)
                }
            }
        }
    }
}

/// The days and times at which to notice how one sits or stands.
private struct PostureTimes: View {
    let model: RemindersModel
    let checks: PostureChecks

    var body: some View {
        DayKeys(title: words(.ringPosture), days: Set(checks.days)) { day in Task { await model.togglePosture(day) } }
        ForEach(Array(checks.times.enumerated()), id: \.offset) { place, time in
            TimeRow(title: words(.timeOf, place + 1), time: time) { await model.setPosture(time: $0, at: place) }
            if checks.times.count > 1 {
                WordButton(words(.remove, words(.timeOf, place + 1)), .text) { await model.removePosture(at: place) }
            }
        }
        if model.canAddPostureTime {
            WordButton(words(.addTime), icon: "plus", .outlined) { await model.addPostureTime() }
        }
    }
}

extension PostureChecks {
    /// "Mon, Wed at 10:00, 15:00".
    fileprivate var inWords: String {
        let days = Weekday.allCases.filter(self.days.contains).map(\.short).joined(separator: ", ")
        return words(.daysAt, days, times.map(\.clock).joined(separator: ", "))
    }
}
