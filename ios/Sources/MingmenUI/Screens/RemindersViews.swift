import MingmenCore
import MingmenKit
import SwiftUI

/// 16: whether reminders will ring, what holds them back if not, what rings, and why something did not.
struct RemindersView: View {
    @Environment(\.palette) private var palette
    let model: RemindersModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: "", title: words(.reminders), back: back)
            Verdict(page: model.page)
            heading(.whyOneMightNotRing)
            Card {
                ForEach(model.page.health, id: \.point) { line in
                    HealthRow(line: line) { await model.mend($0) }
                }
            }
            TestCard(model: model)
            if !model.page.next.isEmpty {
                heading(.ringsNext)
                Card {
                    ForEach(model.page.next, id: \.reminder.id) { next in NextRow(next: next) }
                }
            }
            heading(.whatRings)
            ReminderSwitches(model: model)
            OpeningRow(words(.classes), detail: words(.classesMore), icon: "clock") { await model.openClasses() }
            heading(.whenQuiet)
            QuietSwitches(model: model)
            heading(.whyItDidNotRing)
            ForEach(model.page.days, id: \.self) { day in
                OpeningRow(day.weekday.long, icon: "calendar") { await model.open(day) }
            }
        }
    }

    private func heading(_ word: Word) -> some View {
        Text(verbatim: words(word)).role(.heading, palette.ink).isHeading().padding(.top, Space.s)
    }
}

/// Whether the next ones will ring, in a sentence.
private struct Verdict: View {
    @Environment(\.palette) private var palette
    let page: RemindersPage

    var body: some View {
        if page.attention {
            Notice(icon: "exclamationmark.triangle", text: page.verdict)
        } else {
            HStack(alignment: .top, spacing: Space.m) {
                Image(systemName: "bell").accessibilityHidden(true)
                Text(verbatim: page.verdict).role(.bodyText, palette.onJadeSoft)
            }
            .foregroundStyle(palette.onJadeSoft)
            .padding(Space.l)
            .frame(maxWidth: .infinity, alignment: .leading)
            .background(palette.jadeSoft)
            .clipShape(RoundedRectangle(cornerRadius: Radius.card))
            .accessibilityElement(children: .combine)
        }
    }
}

/// One thing that they hang on: a shape and words say how it stands, and a key mends it.
private struct HealthRow: View {
    @Environment(\.palette) private var palette
    let line: HealthLine
    let mend: @MainActor (HealthFix) async -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: Space.s) {
            HStack(alignment: .top, spacing: Space.m) {
                Image(systemName: icon).foregroundStyle(colour).frame(width: 28).accessibilityHidden(true)
                Text(verbatim: line.text).role(.bodyText, palette.ink)
            }
            if let fix = line.fix { WordButton(words(fix.title), .tonal) { await mend(fix) } }
        }
        .padding(.vertical, Space.s)
    }

    private var icon: String {
        switch line.state {
        case .good: "checkmark"
        case .attention: "exclamationmark.triangle"
        case .unknown: "questionmark.circle"
        }
    }

    private var colour: Color {
        switch line.state {
        case .good: palette.jade
        case .attention: palette.ember
        case .unknown: palette.inkSoft
        }
    }
}

/// One reminder, to see that they come. While it is on its way there is nothing more to press.
private struct TestCard: View {
    @Environment(\.palette) private var palette
    let model: RemindersModel

    /// A test rings in ten seconds; a little later it has.
    private static let over = Duration.seconds(12)

    var body: some View {
        Card {
            Text(verbatim: model.testComing ?? model.page.testSays).role(.bodyText, palette.ink)
            if model.page.canTest, model.testComing == nil {
                WordButton(words(.ringTest), icon: "bell", .tonal) { await model.ringTest() }
            }
        }
        .task(id: model.testComing) {
            guard model.testComing != nil else { return }
            do { try await Task.sleep(for: Self.over) } catch { return }
            await model.testIsOver()
        }
    }
}

extension HealthFix {
    fileprivate var title: Word {
        switch self {
        case .askForNotifications: .letRemindersShow
        case .notificationSettings: .openNotificationSettings
        case .exactAlarmSettings: .openAlarmSettings
        case .batterySettings: .openBatterySettings
        }
    }
}

/// When the next rings, what it says, and why it rings.
private struct NextRow: View {
    @Environment(\.palette) private var palette
    let next: NextReminder

    var body: some View {
        VStack(alignment: .leading, spacing: Space.xs) {
            Text(verbatim: next.when).role(.heading, palette.ink)
            Text(verbatim: next.reminder.text).role(.bodyText, palette.ink)
            Text(verbatim: next.reminder.why).role(.support, palette.inkSoft)
        }
        .padding(.vertical, Space.s)
        .accessibilityElement(children: .combine)
    }
}

/// What became of the reminders of one day.
struct ReminderDayView: View {
    @Environment(\.palette) private var palette
    let day: ReminderDay
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: words(.whyItDidNotRing), title: day.dateText, back: back)
            if day.lines.isEmpty {
                Text(verbatim: day.nothing).role(.bodyText, palette.ink)
            } else {
                Card {
                    // The same may have been planned twice on one day.
                    ForEach(Array(day.lines.enumerated()), id: \.offset) { _, line in story(line) }
                }
            }
        }
    }

    private func story(_ line: ReminderStory) -> some View {
        VStack(alignment: .leading, spacing: Space.xs) {
            Text(verbatim: line.title).role(.heading, palette.ink)
            Text(verbatim: line.text).role(.bodyText, palette.ink)
        }
        .padding(.vertical, Space.s)
        .accessibilityElement(children: .combine)
    }
}
