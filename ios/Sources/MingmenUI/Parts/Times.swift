import Foundation
import MingmenCore
import MingmenKit
import SwiftUI

/// A time of day: a quarter of an hour either way by large keys, and the time itself opens the system's picker.
struct TimeRow: View {
    @Environment(\.palette) private var palette
    /// What the time is for.
    let title: String
    /// Whether the title is read by sight too; a heading may have said it.
    var showsTitle = true
    let time: WallTime
    let set: @MainActor (WallTime) async -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: Space.xs) {
            if showsTitle {
                Text(verbatim: title).role(.support, palette.inkSoft).accessibilityHidden(true)
            }
            Flanked {
                IconButton("minus", spoken: words(.nameThen, title, words(.earlier))) { await set(time.earlier()) }
                    .accessibilityValue(Text(verbatim: time.clock))
            } middle: {
                DatePicker(title, selection: instant, displayedComponents: .hourAndMinute)
                    .labelsHidden()
                    .environment(\.timeZone, .gmt)
            } right: {
                IconButton("plus", spoken: words(.nameThen, title, words(.later))) { await set(time.later()) }
                    .accessibilityValue(Text(verbatim: time.clock))
            }
        }
    }

    /// The picker works on instants: the wall time stands for the same time of 1 January 1970 in Greenwich.
    private var instant: Binding<Date> {
        Binding(
            get: { @MainActor in Date(epochMilliseconds: Int64(time.secondOfDay) * 1_000) },
            set: { @MainActor instant in
                let time = WallTime(secondOfDay: UInt32(instant.epochMilliseconds / 1_000 % 86_400))
                Task { await set(time) }
            })
    }
}

/// A date: a day either way by large keys, and the date itself opens the system's picker.
struct DateRow: View {
    @Environment(\.palette) private var palette
    let title: String
    let date: CivilDate
    let range: ClosedRange<CivilDate>
    let set: @MainActor (CivilDate) async -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: Space.xs) {
            Text(verbatim: words(.nameThen, title, date.weekday.long)).role(.support, palette.inkSoft)
                .accessibilityHidden(true)
            Flanked {
                IconButton("minus", spoken: words(.nameThen, title, words(.dayEarlier))) {
                    await set(date.adding(days: -1))
                }
                .accessibilityValue(Text(verbatim: spoken))
                .disabled(date <= range.lowerBound)
            } middle: {
                DatePicker(title, selection: instant, in: instants, displayedComponents: .date)
                    .labelsHidden()
                    .environment(\.timeZone, .gmt)
            } right: {
                IconButton("plus", spoken: words(.nameThen, title, words(.dayLater))) {
                    await set(date.adding(days: 1))
                }
                .accessibilityValue(Text(verbatim: spoken))
                .disabled(date >= range.upperBound)
            }
        }
    }

    /// Read after each press of a key.
    private var spoken: String { "\(date.weekday.long) \(date.day)" }

    private var instants: ClosedRange<Date> { range.lowerBound.noon...range.upperBound.noon }

    /// The picker works on instants: the date stands for its noon in Greenwich.
    private var instant: Binding<Date> {
        Binding(
            get: { @MainActor in date.noon },
            set: { @MainActor instant in
                let days = (Double(instant.epochMilliseconds) / 86_400_000).rounded(.down)
                Task { await set(CivilDate(epochDay: Int32(days))) }
            })
    }
}

extension CivilDate {
    fileprivate var noon: Date { Date(epochMilliseconds: Int64(epochDay) * 86_400_000 + 43_200_000) }
}

/// A number in words, with a key for less and one for more.
struct StepRow: View {
    @Environment(\.palette) private var palette
    let text: String
    let less: String
    let more: String
    var canLess = true
    var canMore = true
    /// By one step: -1 or 1.
    let step: @MainActor (Int) async -> Void

    var body: some View {
        Flanked {
            IconButton("minus", spoken: less) { await step(-1) }
                .accessibilityValue(Text(verbatim: text))
                .disabled(!canLess)
        } middle: {
            Text(verbatim: text).role(.bodyText, palette.ink)
        } right: {
            IconButton("plus", spoken: more) { await step(1) }
                .accessibilityValue(Text(verbatim: text))
                .disabled(!canMore)
        }
    }
}

/// What can be made less and more, between the two keys for it; at very large text it has a line of its own above them.
private struct Flanked<Left: View, Middle: View, Right: View>: View {
    @Environment(\.dynamicTypeSize) private var textSize
    private let left: Left
    private let middle: Middle
    private let right: Right

    init(@ViewBuilder left: () -> Left, @ViewBuilder middle: () -> Middle, @ViewBuilder right: () -> Right) {
        self.left = left()
        self.middle = middle()
        self.right = right()
    }

    var body: some View {
        if textSize.isVeryLarge {
            VStack(alignment: .leading, spacing: Space.s) {
                middle
                HStack {
                    left
                    Spacer(minLength: 0)
                    right
                }
            }
        } else {
            HStack {
                left
                Spacer(minLength: 0)
                middle
                Spacer(minLength: 0)
                right
            }
        }
    }
}

/// The days of the week, each a key that is on or off.
struct DayKeys: View {
    /// What the days are for, said aloud before them.
    let title: String
    let days: Set<Weekday>
    let press: @MainActor (Weekday) -> Void

    var body: some View {
        KeyGrid(columns: 4) {
            ForEach(Weekday.allCases, id: \.self) { day in
                ToggleKey(title: day.short, spoken: day.long, isOn: days.contains(day)) { press(day) }
            }
        }
        .accessibilityElement(children: .contain)
        .accessibilityLabel(Text(verbatim: title))
    }
}
