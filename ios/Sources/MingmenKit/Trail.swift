import MingmenCore

// The way through the Library: each page that is opened leaves the one before it on the trail.

extension AppModel {
    /// Opens the page of whatever a line leads to.
    func open(_ link: ItemLink) async {
        await attempt { self.enter(try await self.page(of: link)) }
    }

    /// The Library's list that is shown, or the nearest that `back` leads to.
    public var openLibrary: LibraryModel? {
        for page in [place] + trail.reversed() {
            if case .library(let model) = page { return model }
        }
        return nil
    }

    /// Shows a page from which `back` returns here.
    func enter(_ page: Place) {
        trail.append(place)
        place = page
    }

    /// The nearest page behind this one, as it is by now.
    func backAlongTheTrail() async {
        await attempt { try await self.stepBack() }
    }

    /// The same, where a press is being followed already.
    func stepBack() async throws {
        guard let page = trail.last else { return }
        try await page.refreshable?.refresh()
        trail.removeLast()
        place = page
    }

    /// The Library's first page, with nothing behind it.
    func toLibrary(deleted: OwnRoutineDraft? = nil) async throws {
        let library = LibraryModel(app: self, page: try await mingmen.library(filter: .everything), deleted: deleted)
        trail = []
        place = .library(library)
    }

    /// The page before a practice, with a way back.
    func ready(_ card: PracticeCard) {
        enter(.ready(ReadyModel(app: self, card: card)))
    }

    private func page(of link: ItemLink) async throws -> Place {
        switch link.kind {
        case .movement:
            .movement(MovementModel(app: self, page: try await mingmen.movementPage(id: link.id), form: link.id))
        case .routine: .routine(try await routine(try await mingmen.routinePage(id: link.id)))
        case .topic: .topic(TopicModel(app: self, page: try await mingmen.topicPage(id: link.id)))
        case .reading: .reading(ReadingModel(app: self, page: try await mingmen.readingPage(id: link.id)))
        }
    }

    /// The model of a routine's page, with the postures that the person's answers leave open.
    func routine(_ page: RoutinePage) async throws -> RoutineModel {
        RoutineModel(app: self, page: page, postures: try await mingmen.makeForm().postures)
    }
}

extension LibraryFilter {
    static let everything = LibraryFilter(area: nil, posture: nil, atMostMinutes: nil)
}

extension PracticeCard {
    /// The card with other choices. Its sentences about length and posture were made for the old ones, so they go.
    func with(_ choices: Choices) -> PracticeCard {
        guard choices != self.choices else { return self }
        let isAsLong = choices.with(guidance: self.choices.guidance) == self.choices
        return PracticeCard(
            overLine: overLine, title: title, facts: isAsLong ? facts : "",
            setup: choices.posture == self.choices.posture ? setup : "", routine: routine, choices: choices,
            reason: reason, motion: motion)
    }
}

extension Choices {
    func with(
        minutes: UInt16? = nil, posture: Posture? = nil, guidance: Guidance? = nil, leaveOut: [VariantId]? = nil
    ) -> Choices {
        Choices(
            minutes: minutes ?? self.minutes, posture: posture ?? self.posture, guidance: guidance ?? self.guidance,
            leaveOut: leaveOut ?? self.leaveOut)
    }
}
