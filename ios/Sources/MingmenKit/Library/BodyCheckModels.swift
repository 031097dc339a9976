import MingmenCore
import Observation

extension AppModel {
    /// Opens the questions about today.
    public func checkBody() async {
        await attempt {
            let form = try await self.mingmen.bodyCheckForm()
            self.enter(.bodyCheck(BodyCheckModel(app: self, form: form, last: try await self.mingmen.suggestions())))
        }
    }
}

/// A few questions about today, one after another on one page. Any may be passed over.
@MainActor
@Observable
public final class BodyCheckModel {
    public let form: BodyCheckForm
    /// What the last answers suggested; none where nobody has answered.
    public let last: Suggestions?
    private var chosen: [BodyQuestionId: Set<BodyOptionId>] = [:]
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, form: BodyCheckForm, last: Suggestions?) {
        self.app = app
        self.form = form
        self.last = last
    }

    /// Whether there is an answer to go on with.
    public var isAnswered: Bool { !answers.isEmpty }

    public func isChosen(_ option: BodyOption, of question: BodyQuestion) -> Bool {
        chosen[question.id]?.contains(option.id) ?? false
    }

    /// Chooses an answer; the same one again takes it back. Where one is asked for, another takes its place.
    public func choose(_ option: BodyOption, of question: BodyQuestion) {
        let before = chosen[question.id] ?? []
        if question.many {
            chosen[question.id] = before.symmetricDifference([option.id])
        } else {
            chosen[question.id] = before == [option.id] ? [] : [option.id]
        }
    }

    /// Keeps the answers and shows what they suggest.
    public func finish() async {
        guard isAnswered else { return }
        await app.attempt {
            let suggestions = try await self.app.mingmen.answerBodyCheck(answers: self.answers)
            self.app.place = .suggestions(SuggestionsModel(app: self.app, suggestions: suggestions))
        }
    }

    /// What the last answers suggested, once more.
    public func showLast() {
        guard let last else { return }
        app.place = .suggestions(SuggestionsModel(app: app, suggestions: last))
    }

    /// In the order of the form; what was passed over is not there.
    private var answers: [BodyAnswer] {
        form.questions.compactMap { question in
            let chosen = question.options.map(\.id).filter { self.chosen[question.id]?.contains($0) ?? false }
            return chosen.isEmpty ? nil : BodyAnswer(question: question.id, chosen: chosen)
        }
    }
}

/// What the body check suggests, each with its reason.
@MainActor
@Observable
public final class SuggestionsModel: Refreshable {
    public private(set) var suggestions: Suggestions
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, suggestions: Suggestions) {
        self.app = app
        self.suggestions = suggestions
    }

    /// Whether the answers suggest nothing: the Library has everything.
    public var isEmpty: Bool { suggestions.practise.isEmpty && suggestions.read.isEmpty }

    public func refresh() async throws {
        if let newer = try await app.mingmen.suggestions() { suggestions = newer }
    }

    public func practise(_ suggestion: Suggestion) async {
        guard let card = suggestion.card else { return }
        app.ready(card)
    }

    public func open(_ suggestion: Suggestion) async { await app.open(suggestion.link) }

    public func showLibrary() async { await app.open(.library) }

    /// The questions again, in place of this page.
    public func again() async {
        await app.attempt {
            let form = try await self.app.mingmen.bodyCheckForm()
            self.app.place = .bodyCheck(BodyCheckModel(app: self.app, form: form, last: self.suggestions))
        }
    }
}
