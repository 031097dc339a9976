import MingmenCore
import SwiftUI

/// Seven marks: a tick is done, an ember ring is today, a ring is planned, a dash is rest. At very large text they
/// become the sentence that a screen reader says.
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
                        DayMark(state: day.state).frame(width: 32, height: 32)
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

    var body: some View {
        switch state {
        case .done:
            ZStack {
                Circle().fill(palette.jade)
                Image(systemName: "checkmark").font(.support).foregroundStyle(palette.onJade)
            }
        case .due:
            ZStack {
                Circle().stroke(palette.ember, lineWidth: 2)
                Circle().fill(palette.ember).padding(6)
            }
        case .planned: Circle().stroke(palette.outline, lineWidth: 2)
        case .rest: Capsule().fill(palette.outline).frame(width: 12, height: 3)
        case .paused:
            HStack(spacing: Space.xs) {
                Capsule().fill(palette.outline).frame(width: 3, height: 12)
                Capsule().fill(palette.outline).frame(width: 3, height: 12)
            }
        }
    }
}
