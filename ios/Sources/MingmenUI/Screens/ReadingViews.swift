import MingmenCore
import MingmenKit
import SwiftUI

/// What there is to read on a topic, in order.
struct TopicView: View {
    @Environment(\.palette) private var palette
    let model: TopicModel
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            BackHeading(over: words(.learn), title: model.page.title, back: back)
            Text(verbatim: model.page.lead).role(.bodyText, palette.inkSoft)
            Links(title: "", links: model.page.items) { await model.open($0) }
        }
    }
}

/// A page to read. Every passage says whose words it holds.
struct ReadingView: View {
    @Environment(\.palette) private var palette
    let model: ReadingModel
    let figures: Figures
    let back: @MainActor () async -> Void

    var body: some View {
        let item = model.page.item
        Page {
            BackHeading(over: model.page.kindText, title: item.title, back: back)
            Names(others: item.otherNames, names: item.names)
            if let when = model.page.when { Notice(icon: "clock", text: when) }
            if item.schedule != nil {
                WordButton(words(.classes), icon: "bell", .tonal) { await model.openClasses() }
            }
            if let pace = item.paceTenths {
                Text(verbatim: words(.breathsAMinute, tenths(pace))).role(.support, palette.inkSoft)
            }
            Passages(title: "", passages: item.passages)
            if let figure = model.page.figure {
                FigureCard(figures: figures, card: figure) { await model.open(figure.link) }
            }
            if let next = model.page.next {
                OpeningRow(next.title, detail: words(.readNext), icon: "arrow.forward") { await model.next() }
            }
            Links(title: words(.inTopic), links: [model.page.topic]) { await model.open($0) }
            Links(title: words(.related), links: model.page.related) { await model.open($0) }
        } footer: {
            if let card = model.page.card {
                WordButton(words(.practiseThis, Int(card.choices.minutes)), icon: "play.fill") {
                    await model.practise()
                }
            }
        }
    }
}

/// A movement in one still, which opens its page.
private struct FigureCard: View {
    @Environment(\.palette) private var palette
    let figures: Figures
    let card: LibraryCard
    let open: @MainActor () async -> Void

    var body: some View {
        VStack(spacing: Space.s) {
            FigureStill(figures: figures, motion: card.motion, posture: card.posture, behind: palette.stage)
                .frame(height: 188)
                .frame(maxWidth: .infinity)
                .background(palette.stage)
                .clipShape(RoundedRectangle(cornerRadius: Radius.card))
                .accessibilityHidden(true)
            OpeningRow(card.link.title, detail: card.link.detail, icon: ItemKind.movement.icon, action: open)
        }
    }
}
