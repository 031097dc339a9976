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
                        mark(day).frame(width: 32, height: 32)
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

    @ViewBuilder
    private func mark(_ day: DaySummary) -> some View {
        switch day.state {
        case .done:
            ZStack {
                Circle().fill(palette.jade)
                Image(systemName: "checkmark").font(.support).foregroundStyle(palette.onJade)
            }
        case .due:
            ZStack {
                Circle().stroke(palette.ember, lineWidth: 2)
                Circle().fill(palette.ember).frame(width: 12, height: 12)
            }
        case .planned: Circle().stroke(palette.outline, lineWidth: 2)
        case .rest, .paused: Capsule().fill(palette.outline).frame(width: 12, height: 3)
        }
    }
}
