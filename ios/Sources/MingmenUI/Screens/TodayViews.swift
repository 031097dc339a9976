import MingmenCore
import MingmenKit
import SwiftUI

/// A practice that can be begun: the figure gets the largest area, words support it.
struct PracticeCardView: View {
    @Environment(\.palette) private var palette
    let card: PracticeCard
    let figures: Figures
    let button: String
    var loudness = Loudness.primary
    let begin: @MainActor () async -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            FigureStill(figures: figures, motion: card.motion, posture: card.choices.posture)
                .frame(height: 188)
                .frame(maxWidth: .infinity)
                .background(palette.stage)
            VStack(alignment: .leading, spacing: Space.s) {
                if !card.overLine.isEmpty { Text(verbatim: card.overLine).role(.support, palette.inkSoft) }
                Text(verbatim: card.title).role(.pageTitle, palette.ink).isHeading()
                Text(verbatim: card.facts).role(.support, palette.inkSoft)
                WordButton(button, icon: "play.fill", loudness, action: begin)
            }
            .padding(Space.l)
        }
        .background(palette.raised)
        .clipShape(RoundedRectangle(cornerRadius: Radius.hero))
        .overlay { RoundedRectangle(cornerRadius: Radius.hero).stroke(palette.line, lineWidth: 1) }
        .accessibilityElement(children: .contain)
    }
}

/// 06, 07 and 07b: the same page in its states; the greeting says which.
struct TodayView: View {
    @Environment(\.palette) private var palette
    let model: TodayModel
    let figures: Figures

    var body: some View {
        Page {
            HStack(alignment: .top) {
                PageHeading(over: model.today.dateText, title: model.today.heading)
                Spacer(minLength: 0)
                if model.today.remindersHeldBack { HeldBackBell { await model.openReminders() } }
            }
            if !model.kindWords.isEmpty { Notice(icon: "leaf", text: model.kindWords) }
            if let open = model.today.openPractice { cutOff(open) }
            state
            if let card = model.card {
                PracticeCardView(
                    card: card, figures: figures, button: buttonTitle,
                    loudness: model.isDue || model.gentle != nil ? .primary : .tonal
                ) { await model.begin() }
            }
            gentle
            AlsoDue(cards: model.today.alsoDue) { await model.open($0) }
            asked
            week
            OpeningRow(words(.bodyCheck), detail: words(.bodyCheckMore), icon: "checklist") { await model.checkBody() }
            OpeningRow(words(.smallNotes), detail: words(.smallNotesMore), icon: "square.and.pencil") {
                await model.keepNotes()
            }
        }
    }

    /// What the state says besides its card.
    @ViewBuilder
    private var state: some View {
        switch model.today.state {
        case .shut, .notScreened, .screenAgain:
            Notice(icon: "stethoscope", text: whyShut)
            WordButton(words(.seeWhatToDo)) { await model.seeWhy() }
        case .done(_, let when, _), .rest(_, let when, _):
            Card {
                Text(verbatim: words(.nextPractice)).role(.support, palette.inkSoft)
                Text(verbatim: when.isEmpty ? words(.nonePlanned) : when).role(.heading, palette.ink)
            }
        case .paused(_, let text):
            Notice(icon: "leaf", text: text)
            WordButton(words(.changePlan), .tonal) { await model.openPlan() }
        case .planOver(let text, let next):
            Notice(icon: "leaf", text: text)
            ForEach(next, id: \.plan) { choice in PlanChoiceRow(choice: choice) { await model.open(choice) } }
        case .notEnrolled: WordButton(words(.setUp), .tonal) { await model.setUpPlan() }
        case .due: EmptyView()
        }
    }

    /// What is offered and asked, below the one thing to do, and what was just said to it.
    @ViewBuilder
    private var asked: some View {
        if let answered = model.answered { Notice(icon: "checkmark", text: answered.inWords) }
        if let offer = model.today.offer { OfferCard(offer: offer) { await model.answer(offer, accepted: $0) } }
        if let question = model.today.dayAfter {
            DayAfterCard(question: question) { await model.answer(question, worse: $0) }
        }
    }

    private var whyShut: String {
        model.today.screenAgainWhy.isEmpty ? words(.errorPracticeShut) : model.today.screenAgainWhy
    }

    private var buttonTitle: String {
        switch model.today.state {
        case .done where model.gentle == nil: words(.onceMore)
        case .rest where model.gentle == nil: words(.practiseAnyway)
        default: words(.begin)
        }
    }

    private func cutOff(_ open: OpenPractice) -> some View {
        Card {
            Text(verbatim: open.title).role(.heading, palette.ink).isHeading()
            Text(verbatim: open.text).role(.bodyText, palette.inkSoft)
            WordButton(words(.goOn), icon: "play.fill") { await model.goOn() }
            WordButton(words(.finishHere), .outlined) { await model.finishThere() }
        }
    }

    /// "My back hurts today": one press, and under it the signs and the way back.
    @ViewBuilder
    private var gentle: some View {
        if model.gentle != nil {
            ForEach(model.gentleCards, id: \.facts) { card in
                ToggleKey(title: card.facts, isOn: card == model.gentle) { model.choose(card) }
            }
            WordButton(words(.worse), icon: "stethoscope", .wrong) { await model.worse() }
            WordButton(words(.backToToday), .text) { model.backToPlanned() }
        } else if !model.today.gentle.isEmpty {
            Button {
                withAnimation(.calm) { model.hurts() }
            } label: {
                HStack(spacing: Space.m) {
                    Image(systemName: "leaf").foregroundStyle(palette.ember).accessibilityHidden(true)
                    VStack(alignment: .leading, spacing: Space.xs) {
                        Text(verbatim: words(.hurtsToday)).role(.heading, palette.onEmberSoft)
                        Text(verbatim: words(.hurtsTodayMore)).role(.support, palette.onEmberSoft)
                    }
                    Spacer(minLength: 0)
                    Image(systemName: "chevron.right").foregroundStyle(palette.onEmberSoft).accessibilityHidden(true)
                }
                .padding(Space.l)
                .frame(minHeight: 72)
                .background(palette.emberSoft)
                .clipShape(RoundedRectangle(cornerRadius: Radius.card))
            }
            .buttonStyle(.plain)
        }
    }

    private var week: some View {
        Card {
            HStack {
                Text(verbatim: words(.thisWeek)).role(.heading, palette.ink).isHeading()
                Spacer()
                Text(verbatim: words(.doneCount, Int(model.today.week.sessionsDone), Int(model.today.week.sessionsDue)))
                    .role(.support, palette.inkSoft)
            }
            WeekMarks(week: model.today.week)
            ReminderRow(today: model.today) { await model.openReminders() }
        }
    }
}

/// One might not ring: the way to why. The ember on the bell is said in words as well.
private struct HeldBackBell: View {
    @Environment(\.palette) private var palette
    let open: @MainActor () async -> Void

    var body: some View {
        IconButton("bell", spoken: words(.bellHeldBack), action: open)
            .overlay(alignment: .topTrailing) {
                Circle().fill(palette.ember).frame(width: 12, height: 12).accessibilityHidden(true)
            }
    }
}

/// When it rings next; an ember bell and words where the phone may hold it back. It opens the reminders.
private struct ReminderRow: View {
    @Environment(\.palette) private var palette
    let today: Today
    let open: @MainActor () async -> Void

    var body: some View {
        Button {
            Task { await open() }
        } label: {
            HStack(spacing: Space.m) {
                Image(systemName: "bell").font(.heading)
                    .foregroundStyle(today.remindersHeldBack ? palette.ember : palette.inkSoft)
                    .accessibilityHidden(true)
                VStack(alignment: .leading, spacing: Space.xs) {
                    Text(verbatim: title).role(.bodyText, palette.ink)
                    if today.remindersHeldBack {
                        Text(verbatim: words(.heldBack)).role(.support, palette.emberText)
                    }
                }
                Spacer(minLength: 0)
                Image(systemName: "chevron.right").foregroundStyle(palette.inkSoft).accessibilityHidden(true)
            }
            .frame(minHeight: 52)
            .contentShape(Rectangle())
        }
        .buttonStyle(.plain)
        .accessibilityElement(children: .combine)
    }

    private var title: String {
        today.nextReminder == nil ? words(.reminders) : words(.nextReminder, today.nextReminderWhen)
    }
}

/// 07c: what is needed, in one line, and how the back is. A number starts the practice; so does none.
struct ReadyView: View {
    @Environment(\.palette) private var palette
    let model: ReadyModel
    let figures: Figures
    let back: @MainActor () async -> Void

    var body: some View {
        if let form = model.guidance {
            GuidanceView(form: form, lead: { await model.lead($0) }, back: back)
        } else {
            page
        }
    }

    private var page: some View {
        Page {
            IconButton("chevron.left", spoken: words(.back), action: back)
            FigureStill(
                figures: figures, motion: model.card.motion, posture: model.card.choices.posture, behind: palette.paper
            )
            .frame(height: 188)
            Text(verbatim: model.card.title).role(.heading, palette.ink).isHeading()
            if !model.card.setup.isEmpty { Text(verbatim: model.card.setup).role(.bodyText, palette.ink) }
            Text(verbatim: words(.backBefore)).role(.pageTitle, palette.ink).isHeading()
            PainKeys(chosen: nil) { await model.start(pain: $0) }
            Text(verbatim: words(.numberStarts)).role(.support, palette.inkSoft)
            OpeningRow(words(.led), detail: words(.howLedMore), icon: "slider.horizontal.3") {
                await model.openGuidance()
            }
        } footer: {
            WordButton(words(.startWithout), .tonal) { await model.start(pain: nil) }
        }
    }
}
