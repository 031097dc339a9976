import MingmenCore
import SwiftUI

/// Seven marks: a tick is done, an ember ring is today, a ring is planned, a dash is rest, two bars a pause. At very
/// large text they become the sentence that a screen reader says.
struct WeekMarks: View {
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize
    let week: WeekSummary

    var body: some View {
        if textSize.isVeryLarge {
            Text(verbatim: week.spoken).role(.bodyText, palette.ink)
        } else {
            HStack(spacing: 0) {
                ForEach(week.days, id: \.date) { day in
                    VStack(spacing: Space.s) {
                        Text(verbatim: day.date.weekday.short)
                            .font(.support)
                            .foregroundStyle(day.isToday ? palette.ink : palette.inkSoft)
                        DayMark(state: day.state)
                    }
                    .frame(maxWidth: .infinity)
                    .accessibilityElement(children: .ignore)
                    .accessibilityLabel(Text(verbatim: spoken(day)))
                }
            }
        }
    }

    /// "Wednesday, today, planned".
    private func spoken(_ day: DaySummary) -> String {
        let parts = [day.date.weekday.long, day.isToday ? words(.todaySpoken) : "", day.state.spoken]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

/// How a day stands, by shape: a tick, a ring with its heart, a ring, a dash, two bars.
struct DayMark: View {
    @Environment(\.palette) private var palette
    let state: DayState
    var size: CGFloat = 32

    var body: some View {
        mark.frame(width: size, height: size)
    }

    @ViewBuilder
    private var mark: some View {
        switch state {
        case .done:
            ZStack {
                Circle().fill(palette.jade)
                // A drawing, as large as its ring whatever size of text is set.
                Image(systemName: "checkmark")
                    .font(.system(size: size * 0.5, weight: .semibold))
                    .foregroundStyle(palette.onJade)
            }
        case .due:
            ZStack {
                Circle().stroke(palette.ember, lineWidth: 2)
                Circle().fill(palette.ember).frame(width: size * 0.375, height: size * 0.375)
            }
        case .planned: Circle().stroke(palette.outline, lineWidth: 2)
        case .rest: bar(width: 12, height: 3)
        case .paused:
            HStack(spacing: Space.xs) {
                bar(width: 3, height: 12)
                bar(width: 3, height: 12)
            }
        }
    }

    private func bar(width: CGFloat, height: CGFloat) -> some View {
        Capsule().fill(palette.outline).frame(width: width, height: height)
    }
}
