import MingmenCore
import MingmenKit
import SwiftUI

/// 01: what this is, in one sentence; privacy, and that no clinician has reviewed it; one button.
struct WelcomeView: View {
    @Environment(\.palette) private var palette
    let app: AppModel

    var body: some View {
        Page {
            FigureStill(
                figures: app.figures, motion: "centring-breath", posture: .seated, backdrop: .breath(fullness: 1),
                behind: palette.paper
            )
            .frame(height: 300)
            Text(verbatim: "Mingmen").role(.display, palette.ink).isHeading()
            Text(verbatim: words(.welcomeLine)).role(.heading, palette.ink)
            Text(verbatim: words(.welcomeBody)).role(.bodyText, palette.ink)
            Text(verbatim: words(.welcomePrivate)).role(.support, palette.inkSoft)
        } footer: {
            WordButton(words(.begin)) { await app.beginScreening() }
        }
    }
}

/// 02: whole-row boxes, most dangerous first. "None of these" stands below the list, so that at large text every line
/// has been on the screen before it can be pressed.
struct ScreeningView: View {
    @Environment(\.palette) private var palette
    let model: ScreeningModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            HStack {
                IconButton("chevron.left", spoken: words(.back), action: back)
                Spacer()
                Text(verbatim: words(.stepOf, model.pageIndex + 1, model.form.pages.count))
                    .role(.support, palette.inkSoft)
            }
            if let page = model.page {
                if model.pageIndex == 0, !model.why.isEmpty { Notice(icon: "stethoscope", text: model.why) }
                Text(verbatim: page.title).role(.display, palette.ink).isHeading()
                Text(verbatim: page.lead).role(.bodyText, palette.inkSoft)
                Card {
                    ForEach(page.lines, id: \.id) { line in
                        ScreeningRow(model: model, line: line)
                    }
                }
                WordButton(buttonTitle(page)) { await model.next() }
            }
            Text(verbatim: model.form.notice).role(.support, palette.inkSoft)
        }
    }

    private func buttonTitle(_ page: ScreeningPage) -> String {
        if model.leadsToHelp { return words(.seeWhatToDo) }
        return model.isNothingTickedHere ? page.none : words(.proceed)
    }
}

/// One line of the screening, opening to the signs it stands for.
private struct ScreeningRow: View {
    @Environment(\.palette) private var palette
    let model: ScreeningModel
    let line: ScreeningLine

    var body: some View {
        let isOpen = model.opened.contains(line.id)
        VStack(alignment: .leading, spacing: Space.s) {
            HStack {
                CheckRow(text: line.text, isOn: model.ticked.contains(line.id)) { model.toggle(line.id) }
                IconButton(
                    isOpen ? "chevron.up" : "chevron.down", spoken: words(isOpen ? .hideSigns : .showSigns, line.text)
                ) {
                    model.toggleDetail(line.id)
                }
            }
            if isOpen {
                ForEach(line.signs, id: \.id) { sign in
                    Text(verbatim: sign.text).role(.support, palette.inkSoft)
                }
                .padding(.leading, 40)
            }
        }
    }
}

/// 03: what was ticked in the person's own words, the one thing to do, and the way back.
struct RedFlagView: View {
    @Environment(\.palette) private var palette
    @Environment(\.openURL) private var openURL
    @Bindable var model: RedFlagModel

    var body: some View {
        Page {
            Image(systemName: "cross.case")
                .font(.numeral).foregroundStyle(palette.earth).accessibilityHidden(true)
            Text(verbatim: model.card.title).role(.display, palette.ink).isHeading()
            Card {
                Text(verbatim: words(.youTicked)).role(.support, palette.inkSoft)
                ForEach(model.card.ticked, id: \.self) { line in
                    Text(verbatim: line).role(.bodyText, palette.ink)
                }
            }
            Text(verbatim: model.card.action).role(.heading, palette.ink)
            Text(verbatim: model.card.after).role(.bodyText, palette.inkSoft)
            WordButton(words(.tellThem), icon: "text.bubble", .outlined) { model.isTelling = true }
            WordButton(model.card.wayBack, .outlined) { await model.cleared() }
            WordButton(words(.tickedByMistake), .text) { await model.tickedByMistake() }
            WordButton(words(.lookAround), .text) { await model.lookAround() }
        } footer: {
            // Opens the dialler with the number in it, and never dials.
            if let number = model.card.call?.number, let dialler = URL(string: "tel:\(number)") {
                WordButton(words(.call, number), icon: "phone", .emergency) { openURL(dialler) }
            }
        }
        .sheet(isPresented: $model.isTelling) {
            Page {
                ForEach(model.card.tellThem, id: \.self) { line in
                    Text(verbatim: line).role(.cue, palette.ink)
                }
            } footer: {
                WordButton(words(.close), .outlined) { model.isTelling = false }
            }
        }
    }
}

/// 04: two doors and a look around.
struct FirstBreathView: View {
    @Environment(\.palette) private var palette
    let model: FirstBreathModel
    let figures: Figures

    var body: some View {
        Page {
            Text(verbatim: words(.whereStart)).role(.display, palette.ink).isHeading()
            ForEach(model.advice, id: \.self) { sentence in Notice(icon: "stethoscope", text: sentence) }
            PracticeCardView(card: model.card, figures: figures, button: words(.start)) { await model.start() }
            Card {
                Text(verbatim: words(.setUp)).role(.heading, palette.ink)
                Text(verbatim: words(.setUpMore)).role(.support, palette.inkSoft)
                WordButton(words(.setUp), .tonal) { await model.setUpPlan() }
            }
            WordButton(words(.lookAround), .text) { await model.lookAround() }
        }
    }
}

/// 03b: what fits the person; a note says at once what the ticks change.
struct AboutYouView: View {
    @Environment(\.palette) private var palette
    let model: AboutYouModel

    var body: some View {
        Page {
            Text(verbatim: model.form.title).role(.display, palette.ink).isHeading()
            Text(verbatim: model.form.lead).role(.bodyText, palette.inkSoft)
            Card {
                ForEach(model.form.lines, id: \.id) { line in
                    CheckRow(text: line.text, isOn: model.ticked.contains(line.id)) { await model.toggle(line.id) }
                }
            }
            if let effect = model.effect, !effect.note.isEmpty {
                Notice(icon: "leaf", text: effect.note)
                ForEach(effect.advice, id: \.self) { sentence in
                    Text(verbatim: sentence).role(.support, palette.inkSoft)
                }
            }
            Text(verbatim: model.form.notice).role(.support, palette.inkSoft)
        } footer: {
            WordButton(model.ticked.isEmpty ? model.form.none : words(.proceed)) { await model.next() }
        }
    }
}
