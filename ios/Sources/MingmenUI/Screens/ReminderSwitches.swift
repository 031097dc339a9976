import MingmenCore
import MingmenKit
import SwiftUI

/// What rings: each line is a switch that holds at once, and opens to its times.
struct ReminderSwitches: View {
    let model: RemindersModel

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
            CheckRow(text: words(.tellsWhat), detail: words(.tellsWhatMore), isOn: now.tellsWhat) {
                await model.set { $0.tellsWhat.toggle() }
            }
            classes
            evening
        }
    }

    private var again: some View {
        let minutes = now.secondNudgeMinutes ?? proposed.secondNudgeMinutes ?? limits.nudge.lowerBound
        return SettingRow(
            title: words(.ringAgain), detail: words(.ringAgainMore, Int(minutes)), isOn: now.secondNudgeMinutes != nil
        ) {
            await model.set { $0.secondNudgeMinutes = $0.secondNudgeMinutes == nil ? minutes : nil }
        } keys: {
            MinutesRow(title: words(.ringAgain), minutes: minutes, range: limits.nudge) { minutes in
                await model.set { $0.secondNudgeMinutes = minutes }
            }
        }
    }

    @ViewBuilder
    private var week: some View {
        if let slot = now.weekReview ?? proposed.weekReview {
            SettingRow(
                title: words(.ringWeek), detail: words(.ringWeekMore, slot.weekday.long, slot.time.clock),
                isOn: now.weekReview != nil
            ) {
                await model.set { $0.weekReview = $0.weekReview == nil ? slot : nil }
            } keys: {
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
            SettingRow(title: words(.ringPosture), detail: checks.inWords, isOn: now.postureChecks != nil) {
                await model.set { $0.postureChecks = $0.postureChecks == nil ? checks : nil }
            } keys: {
                PostureTimes(model: model, checks: checks)
            }
        }
    }

    private var silence: some View {
        let days = now.returnAfterDays ?? proposed.returnAfterDays ?? limits.silence.lowerBound
        return SettingRow(
            title: words(.ringReturn), detail: words(.ringReturnMore, Int(days)), isOn: now.returnAfterDays != nil
        ) {
            await model.set { $0.returnAfterDays = $0.returnAfterDays == nil ? days : nil }
        } keys: {
            StepRow(
                text: words(.daysCount, Int(days)), less: words(.nameThen, words(.ringReturn), words(.dayLess)),
                more: words(.nameThen, words(.ringReturn), words(.dayMore)),
                canLess: days > limits.silence.lowerBound, canMore: days < limits.silence.upperBound
            ) { step in
                await model.set { $0.returnAfterDays = limits.silence.step(days, by: step) }
            }
        }
    }

    private var classes: some View {
        OpenerRow(title: words(.ringClass), detail: words(.ringClassMore, Int(now.classLeadMinutes))) {
            MinutesRow(title: words(.ringClass), minutes: now.classLeadMinutes, range: limits.classLead) { minutes in
                await model.set { $0.classLeadMinutes = minutes }
            }
        }
    }

    private var evening: some View {
        OpenerRow(title: words(.thisEvening), detail: words(.thisEveningMore, now.evening.clock)) {
            TimeRow(title: words(.thisEvening), showsTitle: false, time: now.evening) { time in
                await model.set { $0.evening = time }
            }
        }
    }
}

/// When nothing rings: at night, and through a day that the person names, because a journey or an illness has one.
struct QuietSwitches: View {
    let model: RemindersModel

    private var now: ReminderSettings { model.settings }

    var body: some View {
        Card {
            night
            away
        }
    }

    @ViewBuilder
    private var night: some View {
        if let quiet = now.quietHours ?? model.page.proposed.quietHours {
            SettingRow(
                title: words(.quietHours), detail: words(.quietHoursMore, quiet.from.clock, quiet.until.clock),
                isOn: now.quietHours != nil
            ) {
                await model.set { $0.quietHours = $0.quietHours == nil ? quiet : nil }
            } keys: {
                TimeRow(title: words(.quietFrom), time: quiet.from) { time in
                    await model.set { $0.quietHours = QuietHours(from: time, until: quiet.until) }
                }
                TimeRow(title: words(.quietTo), time: quiet.until) { time in
                    await model.set { $0.quietHours = QuietHours(from: quiet.from, until: time) }
                }
            }
        }
    }

    @ViewBuilder
    private var away: some View {
        if let range = model.quietDays {
            SettingRow(title: words(.quietUntil), detail: words(.quietUntilMore), isOn: model.lastQuietDay != nil) {
                await model.toggleQuiet()
            } keys: {
                if let until = model.lastQuietDay {
                    DateRow(title: words(.lastQuietDay), date: until, range: range) { day in
                        await model.set { $0.quietUntil = day }
                    }
                }
            }
        }
    }
}

/// Minutes by the quarter of an hour.
private struct MinutesRow: View {
    let title: String
    let minutes: UInt16
    let range: ClosedRange<UInt16>
    let set: @MainActor (UInt16) async -> Void

    var body: some View {
        StepRow(
            text: words(.minutesShort, Int(minutes)), less: words(.nameThen, title, words(.quarterLess)),
            more: words(.nameThen, title, words(.quarterMore)),
            canLess: minutes > range.lowerBound, canMore: minutes < range.upperBound
        ) { step in
            await set(range.step(minutes, by: step * 15))
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
                WordButton(words(.takeOut, words(.timeOf, place + 1)), .text) { await model.removePosture(at: place) }
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
