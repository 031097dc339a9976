import MingmenCore
import MingmenKit
import SwiftUI

/// A month, day by day: what was done, what is planned, what rests. A day that is pressed is told of below the grid; at
/// very large text the days that have something stand below each other instead.
struct MonthView: View {
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize
    let model: MonthModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            IconButton("chevron.left", spoken: words(.back), action: back)
            HStack {
                IconButton("chevron.left", spoken: words(.earlierMonth)) { await model.earlier() }
                Spacer(minLength: 0)
                Text(verbatim: model.page.title).role(.pageTitle, palette.ink).isHeading()
                Spacer(minLength: 0)
                IconButton("chevron.right", spoken: words(.laterMonth)) { await model.later() }
            }
            if textSize.isVeryLarge {
                list
            } else {
                MonthGrid(model: model)
                legend
                if let day = model.chosenDay { Card { DayTold(day: day) } }
            }
            ExportCard(export: model.export) { await model.makeFile() }
        }
    }

    @ViewBuilder
    private var list: some View {
        if model.daysToTell.isEmpty { Text(verbatim: words(.monthEmpty)).role(.bodyText, palette.ink) }
        ForEach(model.daysToTell, id: \.date) { day in
            Card {
                HStack(spacing: Space.m) {
                    DayMark(state: day.state).accessibilityHidden(true)
                    Spacer(minLength: 0)
                }
                DayTold(day: day)
            }
        }
    }

    /// What the marks of this month mean. Each day says so itself to whoever hears it.
    private var legend: some View {
        KeyGrid(columns: 3) {
            ForEach(model.states, id: \.self) { state in
                HStack(spacing: Space.s) {
                    DayMark(state: state, size: 20)
                    Text(verbatim: words(state.name)).role(.support, palette.inkSoft)
                    Spacer(minLength: 0)
                }
            }
        }
        .accessibilityHidden(true)
    }
}

extension DayState {
    /// "Planned", in the key to the marks.
    fileprivate var name: Word {
        switch self {
        case .done: .done
        case .due: .dueToday
        case .planned: .planned
        case .rest: .rests
        case .paused: .paused
        }
    }
}

/// Whole weeks, seven days beside each other.
private struct MonthGrid: View {
    @Environment(\.palette) private var palette
    let model: MonthModel

    var body: some View {
        LazyVGrid(columns: Array(repeating: GridItem(.flexible(), spacing: 0), count: 7), spacing: 0) {
            // What is said of each day names the day of the week.
            ForEach(Array(model.page.weekdays.enumerated()), id: \.offset) { _, name in
                Text(verbatim: name).font(.support).foregroundStyle(palette.inkSoft).accessibilityHidden(true)
            }
            ForEach(model.page.days, id: \.date) { day in
                DayCell(day: day, isChosen: day.date == model.chosen) { model.choose(day) }
            }
        }
        // A little over the margins: seven fingers need the width of the smallest phone.
        .padding(.horizontal, -Space.xs)
        .accessibilityElement(children: .contain)
    }
}

/// One day: its number, and by a shape how it stands. A thick edge is today, a fill is the day told of below.
private struct DayCell: View {
    @Environment(\.palette) private var palette
    let day: MonthDay
    let isChosen: Bool
    let choose: @MainActor () -> Void

    var body: some View {
        Button(action: choose) {
            VStack(spacing: Space.xs) {
                Text(verbatim: "\(day.date.day)")
                    .font(day.inMonth ? .bodyText : .support)
                    .foregroundStyle(isChosen ? palette.onJadeSoft : day.inMonth ? palette.ink : palette.inkSoft)
                if day.inMonth || day.state != .rest {
                    DayMark(state: day.state, size: 20)
                }
            }
            .padding(.vertical, Space.xs)
            .frame(maxWidth: .infinity, minHeight: Touch.key)
            .background(isChosen ? palette.jadeSoft : Color.clear)
            .clipShape(RoundedRectangle(cornerRadius: Radius.key))
            .overlay {
                RoundedRectangle(cornerRadius: Radius.key).stroke(edge, lineWidth: day.isToday ? 3 : 2)
            }
            .contentShape(Rectangle())
        }
        .buttonStyle(.plain)
        .accessibilityLabel(Text(verbatim: spoken))
        .accessibilityAddTraits(isChosen ? .isSelected : [])
    }

    private var edge: Color {
        if day.isToday { return palette.ember }
        return isChosen ? palette.jade : Color.clear
    }

    /// "Wednesday 13 May, planned, today".
    private var spoken: String {
        day.isToday ? words(.withMore, day.spoken, words(.todaySpoken)) : day.spoken
    }
}

/// A day in words: how it stands, the minutes, and each session.
private struct DayTold: View {
    @Environment(\.palette) private var palette
    let day: MonthDay

    var body: some View {
        Text(verbatim: day.spoken).role(.heading, palette.ink).isHeading()
        ForEach(Array(day.sessions.enumerated()), id: \.offset) { _, session in
            VStack(alignment: .leading, spacing: Space.xs) {
                Text(verbatim: words(.withOrigin, session.timeText, session.title)).role(.bodyText, palette.ink)
                Text(verbatim: facts(session)).role(.support, palette.inkSoft)
            }
            .accessibilityElement(children: .combine)
        }
        if day.minutes > 0 {
            Text(verbatim: words(.minutesPractised, Int(day.minutes))).role(.support, palette.inkSoft)
        }
    }

    private func facts(_ session: MonthSession) -> String {
        let minutes = words(.minutesShort, Int(session.minutes))
        return session.isDone ? words(.withOrigin, minutes, words(.done)) : minutes
    }
}

/// The plan and the classes for the calendar of the person's choice: what is in the file first, then the way to hand it on.
private struct ExportCard: View {
    @Environment(\.palette) private var palette
    let export: MonthModel.Export
    let make: @MainActor () async -> Void

    var body: some View {
        switch export {
        case .notAsked:
            OpeningRow(
                words(.addToCalendar), detail: words(.addToCalendarMore), icon: "calendar.badge.plus", action: make)
        case .nothing(let says): Notice(icon: "leaf", text: says)
        case .ready(let says, let file):
            Card {
                Text(verbatim: says).role(.bodyText, palette.ink)
                ShareLink(item: file) { Label(words(.addToCalendar), systemImage: "square.and.arrow.up") }
                    .font(.button)
                    .foregroundStyle(palette.jade)
                    .frame(minHeight: 52)
            }
        }
    }
}
