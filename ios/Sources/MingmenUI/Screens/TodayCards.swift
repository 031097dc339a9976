import MingmenCore
import MingmenKit
import SwiftUI

/// Something that may be made easier or longer: why, what would change, whose rule it is. Nothing changes unless it is
/// accepted.
struct OfferCard: View {
    @Environment(\.palette) private var palette
    let offer: Offer
    let answer: @MainActor (Bool) async -> Void

    var body: some View {
        Card {
            Badge(origin: offer.origin)
            Text(verbatim: offer.title).role(.heading, palette.ink).isHeading()
            Text(verbatim: offer.reason).role(.bodyText, palette.ink)
            Text(verbatim: offer.detail).role(.bodyText, palette.inkSoft)
            WordButton(words(.accept), .tonal) { await answer(true) }
            WordButton(words(.decline), .outlined) { await answer(false) }
        }
        .accessibilityElement(children: .contain)
    }
}

extension TodayModel.Answered {
    var inWords: String {
        switch self {
        case .accepted: words(.accepted)
        case .declined: words(.declined)
        case .noted(let said): said
        }
    }
}

/// The one question of the day after a practice.
struct DayAfterCard: View {
    @Environment(\.palette) private var palette
    let question: DayAfterQuestion
    let answer: @MainActor (Bool) async -> Void

    var body: some View {
        Card {
            Text(verbatim: question.question).role(.heading, palette.ink).isHeading()
            KeyGrid(columns: 2) {
                WordButton(words(.notWorse), .outlined) { await answer(false) }
                WordButton(words(.worseSince), .outlined) { await answer(true) }
            }
        }
        .accessibilityElement(children: .contain)
    }
}

/// What other plans still have for today.
struct AlsoDue: View {
    @Environment(\.palette) private var palette
    let cards: [PracticeCard]
    let open: @MainActor (PracticeCard) async -> Void

    var body: some View {
        if !cards.isEmpty {
            Text(verbatim: words(.alsoToday)).role(.heading, palette.ink).isHeading()
            // Two plans may ask for the same.
            ForEach(Array(cards.enumerated()), id: \.offset) { _, card in
                OpeningRow(card.title, detail: detail(card), icon: "play") { await open(card) }
            }
        }
    }

    private func detail(_ card: PracticeCard) -> String {
        [card.overLine, card.facts].filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
