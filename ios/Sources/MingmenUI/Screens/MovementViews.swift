import MingmenCore
import MingmenKit
import SwiftUI

/// 15: a movement, whole. Every block says whose words it holds; Practise stays at the bottom.
struct MovementView: View {
    @Environment(\.palette) private var palette
    let model: MovementModel
    let figures: Figures
    let back: @MainActor () async -> Void

    var body: some View {
        Page {
            IconButton("chevron.left", spoken: words(.back), action: back)
            if let variant = model.variant, let motion = variant.motion {
                KeyPoses(figures: figures, motion: motion, posture: model.shownPosture, spoken: variant.figureText)
            }
            PageHeading(over: model.page.kindText, title: model.movement.name)
            Names(others: model.movement.otherNames, names: model.movement.names)
            Text(verbatim: model.movement.summary).role(.bodyText, palette.inkSoft)
            forms
            ForEach(model.page.cautions.filter(\.concernsYou), id: \.id) { caution in
                Notice(icon: "hand.raised", text: words(.cautionYours, caution.name, caution.rule))
            }
            if !model.page.leftOut.isEmpty { Notice(icon: "leaf", text: model.page.leftOut) }
            if let variant = model.variant { FormDetails(variant: variant) }
            Passages(title: words(.care), passages: model.movement.care)
            passages
            cautions
            extras
            links
        } footer: {
            if let card = model.card {
                WordButton(words(.practiseThis, Int(card.choices.minutes)), icon: "play.fill") {
                    await model.practise()
                }
            }
        }
    }

    @ViewBuilder
    private var forms: some View {
        if model.movement.variants.count > 1 {
            KeyGrid(columns: 2) {
                ForEach(model.movement.variants, id: \.id) { variant in
                    ToggleKey(title: variant.name, isOn: variant == model.variant, radius: Radius.chip) {
                        Task { await model.choose(variant) }
                    }
                }
            }
        }
        if model.postures.count > 1, model.card != nil {
            PostureKeys(postures: model.postures, chosen: model.chosenPosture) { model.choose($0) }
        }
    }

    @ViewBuilder
    private var passages: some View {
        Passages(title: words(.attention), passages: model.movement.focus.map { [$0] } ?? [])
        Passages(title: words(.benefits), passages: model.movement.benefits)
        Passages(title: words(.uses), passages: model.movement.uses)
        Passages(title: words(.goodToKnow), passages: model.movement.notes)
        if !model.movement.bodyAreas.isEmpty {
            Text(verbatim: words(.areas)).role(.heading, palette.ink).isHeading()
            ForEach(model.movement.bodyAreas, id: \.area) { area in
                Text(verbatim: words(.withOrigin, area.name, area.origin.badge)).role(.support, palette.inkSoft)
            }
        }
    }

    /// The person's own stand at the top already.
    @ViewBuilder
    private var cautions: some View {
        let others = model.page.cautions.filter { !$0.concernsYou }
        if !others.isEmpty {
            Text(verbatim: words(.whatToMind)).role(.heading, palette.ink).isHeading()
            ForEach(others, id: \.id) { caution in
                Card {
                    Text(verbatim: caution.name).role(.heading, palette.ink)
                    Text(verbatim: caution.rule).role(.bodyText, palette.ink)
                }
            }
        }
    }

    /// Each opens to be read about; where something can be begun it can be taken along.
    @ViewBuilder
    private var extras: some View {
        if !model.page.extras.isEmpty {
            Text(verbatim: words(.extras)).role(.heading, palette.ink).isHeading()
            ForEach(model.page.extras, id: \.id) { extra in
                OpeningRow(extra.title, detail: extra.detail, icon: extra.kind.icon) { await model.open(extra) }
                if model.card != nil {
                    CheckRow(text: words(.takeAlong, extra.title), isOn: model.extras.contains(extra.id)) {
                        await model.toggle(extra.id)
                    }
                }
            }
        }
    }

    @ViewBuilder
    private var links: some View {
        Links(title: words(.madeOf), links: model.page.parts) { await model.open($0) }
        Links(title: words(.members), links: model.page.members) { await model.open($0) }
        Links(title: words(.gentler), links: model.page.gentler.map { [$0] } ?? []) { await model.open($0) }
        Links(title: words(.inRoutines), links: model.page.routines) { await model.open($0) }
        Links(title: words(.related), links: model.page.related) { await model.open($0) }
    }
}

/// Other names, and names in other languages with their characters.
struct Names: View {
    @Environment(\.palette) private var palette
    let others: [String]
    let names: [ForeignName]

    var body: some View {
        if !others.isEmpty {
            Text(verbatim: words(.alsoCalled, others.joined(separator: ", "))).role(.support, palette.inkSoft)
        }
        ForEach(Array(names.enumerated()), id: \.offset) { _, name in
            Text(verbatim: words(.withOrigin, name.line, name.origin.badge)).role(.support, palette.inkSoft)
        }
    }
}

extension ForeignName {
    /// "Pai Da 拍打, Chinese".
    fileprivate var line: String {
        let written = [name, characters].compactMap(\.self).joined(separator: " ")
        return switch language {
        case "zh": words(.inChinese, written)
        case "ko": words(.inKorean, written)
        default: written
        }
    }
}

/// How a form goes: its time, its pace, its sides, and its steps in order.
private struct FormDetails: View {
    @Environment(\.palette) private var palette
    let variant: Variant

    var body: some View {
        Text(verbatim: words(.withOrigin, length, variant.time.origin.badge)).role(.support, palette.inkSoft)
        if let pace = variant.paceTenths {
            Text(verbatim: words(.breathsAMinute, tenths(pace))).role(.support, palette.inkSoft)
        }
        if variant.sides == .inTurn { Text(verbatim: words(.sidesInTurn)).role(.support, palette.inkSoft) }
        if !variant.steps.isEmpty { Text(verbatim: words(.steps)).role(.heading, palette.ink).isHeading() }
        ForEach(Array(variant.steps.enumerated()), id: \.offset) { place, step in
            if place == 0 || variant.steps[place - 1].origin != step.origin { Badge(origin: step.origin) }
            StepCard(number: place + 1, step: step)
        }
    }

    private var length: String {
        let usual = timeWords(variant.time.seconds)
        return variant.longest.map { words(.fromTo, usual, timeWords($0.seconds)) } ?? usual
    }
}

private struct StepCard: View {
    @Environment(\.palette) private var palette
    let number: Int
    let step: Step

    var body: some View {
        Card {
            HStack(alignment: .top, spacing: Space.m) {
                Text(verbatim: "\(number)").role(.pageTitle, palette.jade)
                VStack(alignment: .leading, spacing: Space.xs) {
                    Text(verbatim: step.text).role(.bodyText, palette.ink)
                    if let breath = step.breath {
                        Label(breath.word, systemImage: breath.icon).font(.support).foregroundStyle(palette.inkSoft)
                    }
                }
            }
        }
        .accessibilityElement(children: .combine)
    }
}
