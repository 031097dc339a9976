import MingmenCore
import MingmenKit
import SwiftUI

/// 05: every value is preset; one tap enrols. The same page changes what was enrolled for.
struct EnrolView: View {
    @Environment(\.palette) private var palette
    @Bindable var model: EnrolModel
    let figures: Figures
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            HStack {
                IconButton("chevron.left", spoken: words(.back), action: back)
                Text(verbatim: words(.yourWeeks)).role(.heading, palette.ink).isHeading()
            }
            section(words(.days), model.form.daysHint)
            KeyGrid(columns: 4) {
                ForEach(Weekday.allCases, id: \.self) { day in
                    ToggleKey(title: day.short, spoken: day.long, isOn: model.days.contains(day)) { model.toggle(day) }
                }
            }
            section(words(.time), "")
            Card {
                TimeRow(title: words(.time), showsTitle: false, time: model.time) { model.set(time: $0) }
            }
            section(words(.length), "")
            Card {
                ForEach(model.form.lengths, id: \.length) { choice in
                    RadioRow(title: choice.title, detail: choice.detail, isOn: model.length == choice.length) {
                        model.length = choice.length
                    }
                }
            }
            section(words(.posture), "")
            KeyGrid(columns: 3) {
                ForEach(model.form.postures, id: \.self) { posture in
                    ToggleKey(title: posture.name, isOn: model.posture == posture) { model.posture = posture }
                }
            }
        } footer: {
            WordButton(buttonTitle) { await model.confirm() }
        }
    }

    private var buttonTitle: String {
        model.changing == nil ? words(.startOn, model.startsOn.weekday.long) : words(.save)
    }

    private func section(_ title: String, _ hint: String) -> some View {
        HStack(spacing: Space.xs) {
            Text(verbatim: title).role(.support, palette.inkSoft).isHeading()
            if !hint.isEmpty { Text(verbatim: "· \(hint)").role(.support, palette.inkSoft) }
        }
        .padding(.top, Space.s)
    }
}

/// 13: now, and twelve weeks in three phases. Dots are sessions done; an ember edge is now.
struct PlanView: View {
    @Environment(\.palette) private var palette
    let model: PlanModel
    let chooseFigure: @MainActor () async -> Void

    var body: some View {
        Page {
            if let plan = model.overview {
                PageHeading(over: plan.span, title: plan.title)
                Card {
                    HStack(spacing: Space.s) {
                        Circle().fill(palette.ember).frame(width: 10, height: 10).accessibilityHidden(true)
                        Text(verbatim: plan.now).role(.support, palette.inkSoft)
                    }
                    Text(verbatim: plan.nowFacts).role(.pageTitle, palette.ink)
                    Text(verbatim: plan.nowTimes).role(.support, palette.inkSoft)
                    WordButton(words(.change), .tonal) { await model.change() }
                    if let now = model.now {
                        WordButton(words(.stayInWeek, Int(now.week)), .outlined) { await model.stay() }
                    }
                }
                ForEach(Array(plan.phases.enumerated()), id: \.offset) { index, phase in
                    PhaseSection(phase: phase, weeks: model.weeks(ofPhase: index))
                }
                Text(verbatim: plan.note).role(.support, palette.inkSoft)
            } else {
                PageHeading(over: "", title: words(.yourWeeks))
                Text(verbatim: words(.planEmpty)).role(.bodyText, palette.inkSoft)
                WordButton(words(.setUp)) { await model.setUp() }
            }
            OpeningRow(words(.theFigure), detail: words(.theFigureMore), icon: "figure.stand") { await chooseFigure() }
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
