import MingmenCore
import Testing

@testable import MingmenKit

// What a test expects of the Library to be on screen.
extension AppModel {
    /// The model of the page that is shown, or a failure that says which is.
    func shown<Model>(_ name: String, _ at: SourceLocation, _ model: (Place) -> Model?) throws -> Model {
        try #require(
            model(place), "expected \(name), the app is at \(place), trouble \(String(describing: trouble))",
            sourceLocation: at)
    }

    func library(_ at: SourceLocation = #_sourceLocation) throws -> LibraryModel {
        try shown("library", at) { if case .library(let model) = $0 { model } else { nil } }
    }

    func search(_ at: SourceLocation = #_sourceLocation) throws -> SearchModel {
        try shown("search", at) { if case .search(let model) = $0 { model } else { nil } }
    }

    func movement(_ at: SourceLocation = #_sourceLocation) throws -> MovementModel {
        try shown("movement", at) { if case .movement(let model) = $0 { model } else { nil } }
    }

    func routine(_ at: SourceLocation = #_sourceLocation) throws -> RoutineModel {
        try shown("routine", at) { if case .routine(let model) = $0 { model } else { nil } }
    }

    func topic(_ at: SourceLocation = #_sourceLocation) throws -> TopicModel {
        try shown("topic", at) { if case .topic(let model) = $0 { model } else { nil } }
    }

    func reading(_ at: SourceLocation = #_sourceLocation) throws -> ReadingModel {
        try shown("reading", at) { if case .reading(let model) = $0 { model } else { nil } }
    }

    func bodyMap(_ at: SourceLocation = #_sourceLocation) throws -> BodyMapModel {
        try shown("body map", at) { if case .bodyMap(let model) = $0 { model } else { nil } }
    }

    func make(_ at: SourceLocation = #_sourceLocation) throws -> MakeModel {
        try shown("make", at) { if case .make(let model) = $0 { model } else { nil } }
    }

    func measure(_ at: SourceLocation = #_sourceLocation) throws -> MeasureModel {
        try shown("measure", at) { if case .measure(let model) = $0 { model } else { nil } }
    }

    func bodyCheck(_ at: SourceLocation = #_sourceLocation) throws -> BodyCheckModel {
        try shown("body check", at) { if case .bodyCheck(let model) = $0 { model } else { nil } }
    }

    func suggestions(_ at: SourceLocation = #_sourceLocation) throws -> SuggestionsModel {
        try shown("suggestions", at) { if case .suggestions(let model) = $0 { model } else { nil } }
    }

    func notes(_ at: SourceLocation = #_sourceLocation) throws -> NotesModel {
        try shown("notes", at) { if case .notes(let model) = $0 { model } else { nil } }
    }

    /// Opens the page of an item of the catalogue by its id.
    func open(id: ItemId) async throws {
        await open(try await mingmen.item(id: id))
    }
}

extension Phone {
    /// Screened, and the lines of "About you" ticked.
    func toldAboutYou(_ lines: AboutYouLineId...) async throws {
        try await answerNothing()
        _ = try await mingmen.answerAboutYou(ticked: lines)
        await app.open(.library)
    }

    /// A routine of one's own with two movements, open on its page.
    func madeRoutine(_ name: String) async throws -> RoutineModel {
        await app.open(.library)
        await (try app.library()).makeRoutine()
        let make = try app.make()
        make.name = name
        for choice in make.form.forms.prefix(2) { make.add(choice) }
        await make.save()
        return try app.routine()
    }
}
