import MingmenCore
import MingmenKit
import SwiftUI

/// 13: every plan that runs, now and week by week in its phases. Dots are sessions done; an ember edge is now.
struct PlanView: View {
    @Environment(\.palette) private var palette
    let model: PlanModel
    let chooseFigure: @MainActor () async -> Void

    var body: some View {
        Page {
            if let made = model.made { Notice(icon: "checkmark", text: made.inWords) }
            if model.plans.isEmpty {
                PageHeading(over: "", title: words(.yourWeeks))
                Text(verbatim: words(.planEmpty)).role(.bodyText, palette.inkSoft)
                WordButton(words(.setUp)) { await model.setUp() }
            }
            ForEach(model.plans, id: \.id) { plan in PlanSection(model: model, plan: plan) }
            if let note = model.plans.last?.overview.note {
                Text(verbatim: note).role(.support, palette.inkSoft)
            }
            OpeningRow(words(.calendar), detail: words(.calendarMore), icon: "calendar") { await model.openMonth() }
            OpeningRow(words(.reminders), icon: "bell") { await model.openReminders() }
            OpeningRow(words(.otherPlans), detail: words(.otherPlansMore), icon: "square.stack") {
                await model.openPlans()
            }
            OpeningRow(words(.theFigure), detail: words(.theFigureMore), icon: "figure.stand") { await chooseFigure() }
        }
    }
}

extension MadeChange {
    /// "Done: Tomorrow at 08:00. In place of today at 08:00."
    fileprivate var inWords: String {
        switch self {
        case .bent(let option): words(.changeMade, option.title, option.detail)
        case .paused(let first, let last): words(.pausedFromTo, first, last)
        }
    }
}

/// One plan: where it is, the keys that bend it, and its weeks.
private struct PlanSection: View {
    @Environment(\.palette) private var palette
    let model: PlanModel
    let plan: ShownPlan

    var body: some View {
        PageHeading(over: plan.overview.span, title: plan.overview.title)
        Card {
            HStack(spacing: Space.s) {
                Circle().fill(palette.ember).frame(width: 10, height: 10).accessibilityHidden(true)
                Text(verbatim: plan.overview.now).role(.support, palette.inkSoft)
            }
            Text(verbatim: plan.overview.nowFacts).role(.pageTitle, palette.ink)
            Text(verbatim: plan.overview.nowTimes).role(.support, palette.inkSoft)
            ForEach(plan.overview.pausesAhead, id: \.self) { pause in
                Text(verbatim: pause).role(.support, palette.inkSoft)
            }
            if !plan.options.isEmpty {
                WordButton(words(.change), .tonal) { await model.adjust(plan) }
            }
            if let option = plan.quick {
                WordButton(option.title, .outlined) { await model.make(option, of: plan) }
            }
        }
        ForEach(Array(plan.overview.phases.enumerated()), id: \.offset) { index, phase in
            PhaseSection(phase: phase, weeks: plan.weeks(ofPhase: index))
        }
    }
}

private struct PhaseSection: View {
    @Environment(\.palette) private var palette
    let phase: PhaseOverview
    let weeks: [PlanWeek]

    var body: some View {
        VStack(alignment: .leading, spacing: Space.s) {
            HStack {
                Text(verbatim: phase.title).role(.heading, palette.ink).isHeading()
                Spacer()
                Text(verbatim: words(.minutesShort, Int(phase.minutes))).role(.support, palette.inkSoft)
            }
            Text(verbatim: phase.focus).role(.support, palette.inkSoft)
            KeyGrid(columns: 4) {
                ForEach(weeks, id: \.startsOn) { week in WeekCell(week: week) }
            }
        }
        .padding(.top, Space.s)
    }
}

private struct WeekCell: View {
    @Environment(\.palette) private var palette
    let week: PlanWeek

    var body: some View {
        VStack(spacing: Space.xs) {
            Text(verbatim: "\(week.week)").font(.heading).foregroundStyle(palette.ink)
            HStack(spacing: Space.xs) {
                ForEach(0..<Int(week.sessionsDue), id: \.self) { index in
                    if index < Int(week.sessionsDone) {
                        Circle().fill(palette.jade).frame(width: 8, height: 8)
                    } else {
                        Circle().stroke(palette.outline, lineWidth: 1).frame(width: 8, height: 8)
                    }
                }
            }
        }
        .frame(maxWidth: .infinity, minHeight: 66)
        .overlay {
            RoundedRectangle(cornerRadius: Radius.key).stroke(
                week.isNow ? palette.ember : palette.line, lineWidth: week.isNow ? 3 : 1)
        }
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(
            Text(verbatim: words(.weekSpoken, Int(week.week), Int(week.sessionsDone), Int(week.sessionsDue))))
    }
}
