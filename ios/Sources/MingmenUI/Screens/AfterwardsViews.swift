import MingmenCore
import MingmenKit
import SwiftUI

/// 10: it was right to stop. Signs that need help now come first.
struct StoppedView: View {
    @Environment(\.palette) private var palette
    let model: StoppedModel

    var body: some View {
        Page {
            if model.hasWayBack { IconButton("chevron.left", spoken: words(.back)) { await model.back() } }
            Text(verbatim: model.hasStopped ? model.form.title : words(.feltWrong))
                .role(.display, palette.ink).isHeading()
            if let sign = model.chosen {
                Notice(icon: sign.next == .rest ? "leaf" : "stethoscope", text: sign.advice)
            } else {
                Text(verbatim: model.form.lead).role(.bodyText, palette.inkSoft)
                Text(verbatim: model.form.question).role(.heading, palette.ink).isHeading()
                rows(model.form.emergency, .wrong)
                rows(model.form.signs, .outlined)
            }
        } footer: {
            if let sign = model.chosen {
                WordButton(onwards(sign.next)) { await model.goOn() }
            } else {
                WordButton(words(.doneForToday), .tonal) { await model.doneForToday() }
            }
        }
    }

    private func onwards(_ next: StopNext) -> String {
        switch next {
        case .emergency: words(.seeWhatToDo)
        case .screen: words(.signsAgain)
        case .rest: words(.doneForToday)
        }
    }

    private func rows(_ signs: [StopSign], _ loudness: Loudness) -> some View {
        ForEach(signs, id: \.id) { sign in
            WordButton(sign.text, loudness) { await model.choose(sign) }
        }
    }
}

/// 11: one tap, mended by another, kept only by Save.
struct CheckInView: View {
    @Environment(\.palette) private var palette
    @Bindable var model: CheckInModel

    var body: some View {
        Page {
            HStack(alignment: .top) {
                Text(verbatim: model.form.closing).role(.support, palette.inkSoft)
                Spacer(minLength: Space.s)
                Button(words(.skip)) { Task { await model.skip() } }
                    .font(.button)
                    .foregroundStyle(palette.jade)
                    .frame(minWidth: Touch.min, minHeight: Touch.min)
            }
            Text(verbatim: words(.backNow)).role(.display, palette.ink).isHeading()
            value
            PainKeys(chosen: model.pain, before: model.form.painBefore, offersNotSure: true) { model.pain = $0 }
            Text(verbatim: words(.noticed)).role(.support, palette.inkSoft).isHeading()
            KeyGrid(columns: 2) {
                ForEach(model.sensations, id: \.id) { sensation in
                    ToggleKey(
                        title: sensation.text, isOn: model.noticed.contains(sensation.id), radius: Radius.chip
                    ) { model.toggle(sensation.id) }
                }
            }
            WordButton(words(.feltWrong), icon: "hand.raised", .wrong) { await model.feltWrong() }
            Text(verbatim: words(.mood)).role(.support, palette.inkSoft).isHeading()
            KeyGrid(columns: 2) {
                ForEach(model.form.moods, id: \.mood) { choice in
                    ToggleKey(title: choice.text, isOn: model.mood == choice.mood, radius: Radius.chip) {
                        model.choose(mood: choice.mood)
                    }
                }
            }
            WordField(title: words(.aLine), text: $model.note)
        } footer: {
            WordButton(words(model.hasSomething ? .save : .proceed)) { await model.save() }
        }
    }

    private var value: some View {
        HStack(spacing: Space.m) {
            if let pain = model.pain {
                Text(verbatim: "\(pain)").role(.numeral, palette.ink)
                Text(verbatim: painWord(pain)).role(.heading, palette.ink)
            }
            Spacer(minLength: 0)
            if let before = model.form.painBefore {
                Capsule().fill(palette.ember).frame(width: 18, height: 3).accessibilityHidden(true)
                Text(verbatim: words(.before, Int(before))).role(.support, palette.inkSoft)
            }
        }
    }
}

/// 12: words first; pain as dots and as "5 to 4".
struct WeekView: View {
    @Environment(\.palette) private var palette
    let model: ProgressModel

    var body: some View {
        Page {
            HStack {
                PageHeading(over: model.page.span, title: words(.yourWeek))
                Spacer(minLength: 0)
                IconButton("chevron.left", spoken: words(.earlierWeek)) { await model.earlier() }
                    .disabled(!model.page.hasEarlier)
                IconButton("chevron.right", spoken: words(.laterWeek)) { await model.later() }
                    .disabled(!model.hasLater)
            }
            Card {
                HStack(spacing: Space.xl) {
                    GoalRing(week: model.page.week)
                    VStack(alignment: .leading, spacing: Space.s) {
                        Text(verbatim: model.page.week.heading).role(.heading, palette.ink).isHeading()
                        Text(verbatim: model.page.week.detail).role(.support, palette.inkSoft)
                    }
                }
                WeekMarks(week: model.page.week)
            }
            OpeningRow(words(.wholeMonth), icon: "calendar") { await model.openMonth() }
            if !model.notedDays.isEmpty { PainCard(days: model.notedDays) }
        }
    }
}

/// The sessions done over a full track of those due.
private struct GoalRing: View {
    @Environment(\.palette) private var palette
    let week: WeekSummary

    var body: some View {
        let share = week.sessionsDue == 0 ? 0 : min(1, Double(week.sessionsDone) / Double(week.sessionsDue))
        ZStack {
            Circle().stroke(palette.sunken, lineWidth: 9)
            Circle().trim(from: 0, to: CGFloat(share)).stroke(palette.jade, lineWidth: 9)
                .rotationEffect(.degrees(-90))
            VStack(spacing: 0) {
                Text(verbatim: "\(week.sessionsDone)").font(.numeral).foregroundStyle(palette.ink)
                Text(verbatim: words(.ofCount, Int(week.sessionsDue))).font(.support).foregroundStyle(palette.inkSoft)
            }
        }
        .frame(width: 116, height: 116)
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(Text(verbatim: words(.ringSpoken, Int(week.sessionsDone), Int(week.sessionsDue))))
    }
}

/// Before as a hollow dot, after as a filled one, and both as words.
private struct PainCard: View {
    @Environment(\.palette) private var palette
    let days: [DaySummary]

    var body: some View {
        Card {
            Text(verbatim: words(.painBeforeAfter)).role(.heading, palette.ink).isHeading()
            HStack(spacing: Space.s) {
                Circle().stroke(palette.jadeMid, lineWidth: 3).frame(width: 14, height: 14)
                Text(verbatim: words(.keyBefore)).role(.support, palette.inkSoft)
                Circle().fill(palette.jade).frame(width: 14, height: 14)
                Text(verbatim: words(.keyAfter)).role(.support, palette.inkSoft)
            }
            .accessibilityHidden(true)
            ForEach(days, id: \.date) { day in row(day) }
        }
    }

    private func row(_ day: DaySummary) -> some View {
        let (before, after) = (number(day.painBefore), number(day.painAfter))
        return HStack(spacing: Space.m) {
            Text(verbatim: day.date.weekday.short).role(.support, palette.ink)
            Text(verbatim: words(.fromTo, before, after)).role(.support, palette.ink)
            Canvas { context, size in
                func dot(_ pain: UInt8) -> Path {
                    let x = 7 + (size.width - 14) * Double(pain) / 10
                    return Path(ellipseIn: CGRect(x: x - 6, y: size.height / 2 - 6, width: 12, height: 12))
                }
                if let before = day.painBefore {
                    context.stroke(dot(before), with: .color(palette.jadeMid), style: StrokeStyle(lineWidth: 3))
                }
                if let after = day.painAfter { context.fill(dot(after), with: .color(palette.jade)) }
            }
            .frame(height: 24)
        }
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(Text(verbatim: spoken(day)))
    }

    /// "Monday: before 4, after not noted".
    private func spoken(_ day: DaySummary) -> String {
        let before = number(day.painBefore, or: .notNotedSpoken)
        return words(.painSpoken, day.date.weekday.long, before, number(day.painAfter, or: .notNotedSpoken))
    }

    private func number(_ pain: UInt8?, or none: Word = .notNoted) -> String {
        pain.map { "\($0)" } ?? words(none)
    }
}
